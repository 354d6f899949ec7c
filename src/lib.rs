//! A linter for facts: reads news articles, extracts the claims that can be checked and says how the claims of different
//! articles stand to each other.
//!
//! It never says what is true. It says which two sentences cannot both be, which one updates the other, which quotation was
//! altered on its way, which "three sources" are one, and what is missing to decide.
//!
//! # From text to verdict
//!
//! ```
//! use wirecheck::claim::extract;
//! use wirecheck::lexicon::Lexicon;
//! use wirecheck::lexicon::vocabulary::{Kind, Verdict};
//! use wirecheck::report::check;
//! use wirecheck::text::Article;
//!
//! let first = Article::new("first", "A car bomb killed 12 people in Aleppo on Monday.").published("2016-03-07");
//! let second = Article::new("second", "The death toll from Monday's car bomb in Aleppo rose to 17.").published("2016-03-08");
//!
//! let lexicon = Lexicon::english();
//! let claims = extract(&[first, second], Kind::ALL, lexicon)?;
//! assert_eq!(claims.casualties[0].text, "killed 12 people");
//! assert_eq!(claims.casualties[0].number, Some(12));
//!
//! let report = check(&claims, None, &Default::default(), lexicon)?;
//! assert_eq!(report.relations[0].verdict, Verdict::Updates);
//! # Ok::<(), wirecheck::error::Error>(())
//! ```
//!
//! # The floors
//!
//! Data walks down and never back up: [`lexicon`] holds the words, [`text`] what is on the page, [`value`] what is asserted;
//! [`read`] reads one sentence, [`story`] one article, [`claim`] makes its claims; [`link`] finds which claims speak of one
//! thing, [`check`] judges them, [`report`] gathers what a reader needs; [`table`] turns all of it into Arrow.

pub mod check;
pub mod claim;
pub mod error;
pub mod lexicon;
pub mod link;
#[cfg(feature = "python")]
mod py;
pub mod read;
pub mod report;
pub mod rule;
pub mod story;
pub mod table;
pub mod text;
pub mod value;
pub mod watch;
