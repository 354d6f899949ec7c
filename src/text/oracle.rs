//! The tokenizer as one would write it first, character by character: what [`super::tokens`] is held to.

use proptest::prelude::*;

use super::token::is_mark;
use super::{Span, Token, TokenKind};
use crate::lexicon::Lexicon;

/// Clitics, longest first, as they are split from their words.
const CLITICS: &[&str] = &["n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'s", "’s", "'d", "’d", "'m", "’m"];

const APOSTROPHES: &[char] = &['\'', '’'];

/// Splits a text into tokens. `abbreviation` says whether a lower-case word with its dot ("feb.") is one.
fn tokens(text: &str, abbreviation: impl Fn(&str) -> bool) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    let mut glued = false;
    while let Some(c) = text[at..].chars().next() {
        if c.is_whitespace() || is_invisible(c) {
            glued = glued && is_invisible(c);
            at += c.len_utf8();
            continue;
        }
        let end = if c.is_ascii_digit() {
            number_end(text, at)
        } else if c.is_alphanumeric() {
            word_end(text, at, &abbreviation)
        } else {
            at + c.len_utf8()
        };
        let kind = match c {
            _ if c.is_ascii_digit() => TokenKind::Number,
            _ if c.is_alphanumeric() => TokenKind::Word,
            _ if is_mark(c) => TokenKind::Mark,
            _ => TokenKind::Punct,
        };
        let split = if kind == TokenKind::Word { clitic_start(text, at, end) } else { end };
        push(&mut out, text, Span::new(at, split), kind, glued);
        if split < end {
            push(&mut out, text, Span::new(split, end), TokenKind::Clitic, true);
        }
        at = end;
        glued = true;
    }
    out
}

fn push(out: &mut Vec<Token>, text: &str, span: Span, kind: TokenKind, glued: bool) {
    let word = span.of(text);
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let upper = capital && word.chars().filter(|c| c.is_alphabetic()).nth(1).is_some() && letters.all(char::is_uppercase);
    out.push(Token { span, kind, glued, capital, upper, hash: 0, kinds: 0, dating: 0, harming: 0 });
}

/// Soft hyphens, joiners, direction marks: no part of a word and no gap either.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// `220,000` `1.2` `9:33` `3rd` `1990s`: digits, separators between digits, then letters.
fn number_end(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |i: usize| bytes.get(i).is_some_and(u8::is_ascii_digit);
    let mut end = start;
    while digit(end) || (matches!(bytes.get(end), Some(b',' | b'.' | b':')) && digit(end + 1)) {
        end += 1;
    }
    let tail = text[end..].chars().take_while(|c| c.is_alphabetic()).map(char::len_utf8).sum::<usize>();
    end + tail
}

fn word_end(text: &str, start: usize, abbreviation: &impl Fn(&str) -> bool) -> usize {
    let mut end = start;
    let mut chars = text[start..].chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let inside = next.is_some_and(char::is_alphabetic);
        if c.is_alphanumeric() || is_combining(c) || (APOSTROPHES.contains(&c) && inside) {
            end += c.len_utf8();
        } else if c == '.'
            && (inside && dotted(&text[start..end], text, end) || is_abbreviation(&text[start..=end], next, abbreviation))
        {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// `U` of `U.S.`, `a` of `a.m.`: one letter after the start or the last dot, and one letter or a dot's end behind.
fn dotted(before: &str, text: &str, dot: usize) -> bool {
    let single = |s: &str| s.chars().count() == 1 && s.chars().all(char::is_alphabetic);
    let mut rest = text[dot + 1..].chars();
    single(before.rsplit('.').next().unwrap_or(""))
        && rest.next().is_some_and(char::is_alphabetic)
        && !rest.next().is_some_and(char::is_alphabetic)
}

fn is_abbreviation(with_dot: &str, next: Option<char>, abbreviation: &impl Fn(&str) -> bool) -> bool {
    if next.is_some_and(char::is_alphanumeric) {
        return false;
    }
    let body = &with_dot[..with_dot.len() - 1];
    let initials = body.contains('.') && body.split('.').all(|p| p.chars().count() == 1);
    let initial = body.chars().count() == 1 && body.chars().all(char::is_uppercase);
    initials || initial || abbreviation(&with_dot.to_lowercase())
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

fn clitic_start(text: &str, start: usize, end: usize) -> usize {
    let word = &text[start..end];
    CLITICS
        .iter()
        .find(|c| {
            word.len() > c.len()
                && word.is_char_boundary(word.len() - c.len())
                && word[word.len() - c.len()..].eq_ignore_ascii_case(c)
        })
        .map_or(end, |c| end - c.len())
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let words = &Lexicon::english().words;
    let expected = tokens(text, |word| words.is_abbreviation(word));
    prop_assert_eq!(super::tokens::tokens(text, |word| words.is_abbreviation(word)), expected, "{:?}", text);
    Ok(())
}

/// What pages are made of, in pieces that meet in every order.
const PIECES: &str = "[A-Za-z]{1,4}|[A-Z]|[0-9]{1,4}|U\\.S|a\\.m\\.|Feb\\.|GEN\\.|Mr|n['’]t|N'T|['’]s|'LL|O['’]|\\.|,|:|;|-|—|–|…|\"|“|”|'|‘|’|`|«\
    |\\(|\\)|\\$|£|é|É|ß|ǅ|Ⓐ|K|İ|ж|Ж|٣|א|e\u{301}|\u{ad}|\u{200b}|\u{feff}|\u{a0}| |\n|\r|\u{2028}|\u{85}|\u{1c}";

proptest! {
    #[test]
    fn any_text_is_cut_as_the_oracle_cuts_it(text in "\\PC{0,300}") {
        check(&text)?;
    }

    #[test]
    fn any_scalars_are_cut_as_the_oracle_cuts_them(chars in proptest::collection::vec(any::<char>(), 0..60)) {
        check(&chars.iter().collect::<String>())?;
    }

    #[test]
    fn ascii_is_cut_as_the_oracle_cuts_it(text in "[ -~\\t\\n]{0,200}|[a-cA-C1-2.,:' ]{0,60}") {
        check(&text)?;
    }

    #[test]
    fn pieces_of_pages_are_cut_as_the_oracle_cuts_them(pieces in proptest::collection::vec(PIECES, 0..40)) {
        check(&pieces.concat())?;
        check(&pieces.join(" "))?;
    }
}
