//! Where sentences end.

use super::page::Sentence;
use super::token::{Run, Token, TokenKind, is_mark};

/// A sentence is cut at this many tokens: no sentence of the press has so many, and what reads a sentence may look at each of its
/// tokens from each other.
const LONGEST: usize = 400;

/// Splits the tokens of one paragraph into sentences, and adds them to those of the page.
///
/// A sentence ends at `.`, `!`, `?` or `…` with the closing marks and brackets behind it, where a capital, a digit, an
/// opening mark or the paragraph's end follows; and at an abbreviation's dot only where a capitalised function word follows.
pub(crate) fn sentences(
    text: &str,
    tokens: &[Token],
    Run { start, end }: Run,
    starter: impl Fn(&str) -> bool,
    out: &mut Vec<Sentence>,
) {
    let mut from = start;
    let mut i = start;
    while i < end {
        let mut stop = i + 1;
        if stop - from >= LONGEST {
            out.push(sentence(tokens, from, stop));
            from = stop;
        } else if ends(text, &tokens[i]) {
            while stop < end && (tokens[stop].glued && closes(text, &tokens[stop]) || closes_apart(text, &tokens[stop..end])) {
                stop += 1;
            }
            stop += reference(text, &tokens[stop..end]);
            let next = tokens.get(stop).filter(|_| stop < end);
            let breaks = next.is_none_or(|t| {
                let word = t.span.of(text);
                let dot = tokens[i].kind == TokenKind::Word;
                (!t.glued || lost_space(text, &tokens[from..end], (i - from, stop - from), &starter))
                    && (t.capital || t.kind == TokenKind::Number || opens(word))
                    && (!dot || starter(word))
            });
            if breaks {
                out.push(sentence(tokens, from, stop));
                from = stop;
            }
        }
        i = stop;
    }
    if from < end {
        out.push(sentence(tokens, from, end));
    }
}

fn sentence(tokens: &[Token], start: usize, end: usize) -> Sentence {
    Sentence { tokens: Run::new(start, end), span: tokens[start].span.cover(tokens[end - 1].span) }
}

fn ends(text: &str, token: &Token) -> bool {
    match token.kind {
        TokenKind::Punct => matches!(token.span.of(text), "." | "!" | "?" | "…"),
        TokenKind::Word => text.as_bytes()[token.span.end - 1] == b'.',
        _ => false,
    }
}

/// "for their injuries.Arthur Chavez says": whether a space was lost between the full stop at `dot` and the word at `next`, and the two are
/// no address, no name of a file and no code. Behind a name or a number only a word shows it that begins sentences.
fn lost_space(text: &str, tokens: &[Token], (dot, next): (usize, usize), starter: impl Fn(&str) -> bool) -> bool {
    /// "St.Petersburg", "e.Coli": shorter words may be abbreviations.
    const WHOLE: usize = 3;
    let Some(before) = dot.checked_sub(1).and_then(|i| tokens.get(i)) else { return false };
    let word = tokens[next].span.of(text);
    let stands_alone = |i: usize| tokens.get(i).is_none_or(|t| !t.glued || matches!(t.span.of(text), "," | "'s" | "’s"));
    let led = before.glued && dot.checked_sub(2).is_some_and(|i| matches!(tokens[i].span.of(text), "." | "/" | "@" | "_" | ":"));
    let is_end = match before.kind {
        TokenKind::Word => before.span.len() >= WHOLE && (!before.capital || starter(word)),
        TokenKind::Number => starter(word),
        _ => false,
    };
    let is_word = tokens[next].kind == TokenKind::Word && tokens[next].capital && !tokens[next].upper;
    tokens[dot].kind == TokenKind::Punct && is_end && is_word && !led && stands_alone(next + 1)
}

/// How many tokens the references behind a full stop take: "[47][48]".
fn reference(text: &str, tokens: &[Token]) -> usize {
    let mark = |i: usize, m: &str| tokens.get(i).is_some_and(|t| t.glued && t.span.of(text) == m);
    let mut len = 0;
    while mark(len, "[") && tokens.get(len + 1).is_some_and(|t| t.kind == TokenKind::Number) && mark(len + 2, "]") {
        len += 3;
    }
    len
}

fn closes(text: &str, token: &Token) -> bool {
    let word = token.span.of(text);
    token.kind == TokenKind::Mark || matches!(word, ")" | "]" | "." | "!" | "?")
}

/// `« Stop ! »`: a French mark stands apart from what it closes, and from what follows it.
fn closes_apart(text: &str, tokens: &[Token]) -> bool {
    let apart = |t: &Token| !t.glued || matches!(t.span.of(text), "," | "." | ";" | ":");
    tokens[0].span.of(text) == "»" && tokens.get(1).is_none_or(apart)
}

fn opens(word: &str) -> bool {
    word.chars().all(|c| is_mark(c) || matches!(c, '(' | '[' | '—' | '–' | '-' | '•' | '*'))
}
