//! Where words of any script end, and where a clitic parts from its word.

/// Clitics, longest first, as they are split from their words.
const CLITICS: &[&str] = &["n't", "n’t", "'re", "’re", "'ll", "’ll", "'ve", "’ve", "'s", "’s", "'d", "’d", "'m", "’m"];

/// Where the word that begins at a byte ends.
pub(super) fn word_end(text: &str, start: usize, abbreviation: &impl Fn(&str) -> bool) -> usize {
    let mut end = start;
    let mut chars = text[start..].chars();
    while let Some(c) = chars.next() {
        let inside = || chars.clone().next().is_some_and(char::is_alphabetic);
        let within = match c {
            '\'' | '’' => inside(),
            '.' => keeps_dot(text, start, end, abbreviation),
            c => keeps_on(c),
        };
        if !within {
            break;
        }
        end += c.len_utf8();
    }
    end
}

/// Whether a character behind a letter belongs to the same word, or may: an apostrophe does where a letter follows.
pub(super) fn keeps_on(c: char) -> bool {
    c.is_alphanumeric() || is_combining(c) || c == '’'
}

/// Whether the dot at byte `dot` belongs to the word that began at `start`.
pub(super) fn keeps_dot(text: &str, start: usize, dot: usize, abbreviation: &impl Fn(&str) -> bool) -> bool {
    let next = text[dot + 1..].chars().next();
    next.is_some_and(char::is_alphabetic) && dotted(&text[start..dot], text, dot)
        || is_abbreviation(&text[start..=dot], next, abbreviation)
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
    initials || initial || abbreviation(with_dot)
}

const fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// Where the clitic begins that ends a word; the word's end where none does.
pub(super) fn clitic_start(text: &str, start: usize, end: usize) -> usize {
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
