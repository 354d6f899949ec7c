//! Texts that lost their apostrophes and commas on the way here: their possessives are cut as if they were there.

use super::{Token, TokenKind};
use crate::lexicon::{Key, Known, Lexicon, is_english};

/// A shorter text may have no comma by chance.
const ENOUGH: usize = 60;
/// No possessive of a name is shorter: "Xis".
const SHORTEST: usize = 3;

/// Whether a text has neither comma nor apostrophe, long as it is.
pub(super) fn is_stripped(text: &str, tokens: &[Token]) -> bool {
    tokens.len() >= ENOUGH && !text.bytes().any(|b| matches!(b, b',' | b'\'')) && !text.contains('’')
}

/// Cuts the `s` off "Syrias", "Tuesdays", "Tornbecks": of a place, of a weekday, and of a name that the text also has without it. Words
/// of English are left whole.
pub(super) fn cut_possessives(text: &str, lower: &str, tokens: &mut Vec<Token>, lexicon: &Lexicon) {
    let capital = |t: &&Token| t.kind == TokenKind::Word && t.capital && !t.upper;
    let mut names: Vec<&str> = tokens.iter().filter(capital).map(|t| t.span.of(text)).collect();
    names.sort_unstable();
    let cuts = |t: &&Token| {
        let (word, low) = (t.span.of(text), t.span.of(lower));
        let Some((stem, bare)) = word.strip_suffix('s').zip(low.strip_suffix('s')) else { return false };
        if stem.len() < SHORTEST || stem.ends_with('s') {
            return false;
        }
        lexicon.calendar.weekdays.has(bare)
            || !is_english(low) && !is_listed(low, lexicon) && (is_listed(bare, lexicon) || names.binary_search(&stem).is_ok())
    };
    if !tokens.iter().filter(capital).any(|t| cuts(&t)) {
        return;
    }
    let mut out = Vec::with_capacity(tokens.len() + ENOUGH);
    for token in tokens.iter() {
        if !(capital(&token) && cuts(&token)) {
            out.push(*token);
            continue;
        }
        let (mut name, mut clitic) = (*token, *token);
        name.span.end -= 1;
        clitic.span.start = name.span.end;
        (clitic.kind, clitic.capital, clitic.glued) = (TokenKind::Clitic, false, true);
        out.extend([name, clitic]);
    }
    *tokens = out;
}

/// Whether a word by itself is the name of a place.
fn is_listed(word: &str, lexicon: &Lexicon) -> bool {
    let known = lexicon.names.known.longest(std::iter::once(Key::from(word)));
    matches!(known, Some((1, Known::Place(_))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Page;

    fn words(text: &str) -> Vec<String> {
        let page = Page::new(text, Lexicon::english());
        page.tokens.iter().map(|t| t.span.of(text).to_owned()).collect()
    }

    #[test]
    fn possessives_are_cut_where_apostrophes_are_lost() {
        let body =
            "The mayor of the town said that the road was closed and that nobody would be let in before the end of the week ";
        let lost = format!(
            "{body}Tornbeck spoke of Tuesdays strike in Syrias north and Tornbecks aides left for the United States {body}{body}"
        );
        let cut = words(&lost);
        for (name, next) in [("Tuesday", "strike"), ("Syria", "north"), ("Tornbeck", "aides")] {
            assert!(cut.windows(3).any(|w| w == [name, "s", next]), "{name}: {cut:?}");
        }
        assert!(cut.contains(&"States".to_owned()));
        // With a comma somewhere it is an ordinary text.
        let kept = words(&lost.replace("week Tornbeck", "week, Tornbeck"));
        assert!(kept.contains(&"Tuesdays".to_owned()) && kept.contains(&"Syrias".to_owned()));
    }
}
