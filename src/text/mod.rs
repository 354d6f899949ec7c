//! What is on the page: an article, its paragraphs, sentences and tokens. Nothing here knows what a claim is.

mod article;
#[cfg(test)]
mod oracle;
mod page;
mod sentence;
mod span;
mod stripped;
mod token;
mod tokens;
mod word;

pub use article::Article;
pub use page::{Page, Paragraph, Sentence};
pub use span::{CodePoints, Span};
pub use token::{Run, Token, TokenKind};
