//! What is on the page: an article, its paragraphs, sentences and tokens. Nothing here knows what a claim is.

mod article;
mod page;
mod sentence;
mod span;
mod token;

pub use article::Article;
pub use page::{Page, Paragraph, Sentence};
pub use span::{CodePoints, Span};
pub use token::{Run, Token, TokenKind};
