//! What the house promises of its own source: data walks down the floors, Python stays behind one door, words stand once.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The floors from the ground up; `text` and `value` share one. A file names those below it, and its own.
const FLOORS: &[&[&str]] = &[
    &["error"],
    &["rule", "watch"],
    &["lexicon"],
    &["text", "value"],
    &["read"],
    &["story"],
    &["claim"],
    &["link"],
    &["check"],
    &["report"],
    &["table"],
    &["py"],
];

/// Two seams where the floors meet by design: the record that a report is made of, and the register of all rules.
const SEAMS: &[(&str, &str)] = &[];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder that ends so, in order.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|e| e == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn floor(name: &str) -> Option<usize> {
    FLOORS.iter().position(|names| names.contains(&name))
}

/// The first folder or file name below `src`, `read` for `src/read/dates/mod.rs`.
fn part(path: &Path) -> String {
    let below = path.strip_prefix(root().join("src")).expect("a file of src");
    let first = below.components().next().expect("a name").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The parts that a source names as `crate::part`, outside comments; `crate::{a, b}` names each.
fn named(source: &str) -> Vec<String> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).fold(String::new(), |all, l| all + l + "\n");
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        if code[..at].ends_with('$') {
            continue;
        }
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            names.extend(top_level(group));
        } else {
            names.push(word(rest));
        }
    }
    names
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// The first word of each item of `a::b, c::{d, e}}`.
fn top_level(group: &str) -> Vec<String> {
    let (mut depth, mut start, mut names) = (0_i32, 0, Vec::new());
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                names.push(word(group[start..at].trim_start()));
                break;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                names.push(word(group[start..at].trim_start()));
                start = at + 1;
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

#[test]
fn imports_run_one_way() {
    let mut wrong = Vec::new();
    for path in files(&root().join("src"), "rs") {
        let own = part(&path);
        let Some(here) = floor(&own) else { continue };
        for name in named(&fs::read_to_string(&path).expect("a source")) {
            let above = floor(&name).is_some_and(|there| there > here);
            let beside = name != own && floor(&name) == Some(here) && (own.as_str(), name.as_str()) != ("value", "text");
            if (above || beside) && !SEAMS.contains(&(own.as_str(), name.as_str())) {
                wrong.push(format!("{} names crate::{name}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "a floor names one above it:\n{}", wrong.join("\n"));
}

#[test]
fn every_part_of_the_house_has_a_floor() {
    let parts: Vec<_> = files(&root().join("src"), "rs").iter().map(|path| part(path)).filter(|part| part != "lib").collect();
    assert!(parts.iter().all(|part| floor(part).is_some()), "{parts:?}");
}

#[test]
fn python_stays_behind_one_door() {
    for path in files(&root().join("src"), "rs").iter().filter(|path| part(path) != "py") {
        let source = fs::read_to_string(path).expect("a source");
        assert!(!source.contains("pyo3"), "{} names pyo3", path.display());
    }
}

#[test]
fn unsafe_code_stands_in_one_file() {
    for path in files(&root().join("src"), "rs").iter().filter(|path| !path.ends_with("py/capsule.rs")) {
        let source = fs::read_to_string(path).expect("a source");
        assert!(!source.contains("unsafe {") && !source.contains("unsafe fn"), "{} holds unsafe code", path.display());
    }
}

#[test]
fn a_word_stands_once_in_a_list() {
    let mut twice = Vec::new();
    for path in files(&root().join("src/lexicon"), "toml") {
        let table: toml::Table = toml::from_str(&fs::read_to_string(&path).expect("a table")).expect("TOML");
        lists(&toml::Value::Table(table), "", &mut |place, words| {
            let mut seen = BTreeMap::new();
            for word in words {
                *seen.entry(word).or_insert(0) += 1;
            }
            twice.extend(seen.iter().filter(|(_, n)| **n > 1).map(|(word, _)| format!("{}: {place}: {word:?}", path.display())));
        });
    }
    assert!(twice.is_empty(), "a word stands twice in one list:\n{}", twice.join("\n"));
}

/// Calls `see` with every list of words.
fn lists(value: &toml::Value, place: &str, see: &mut dyn FnMut(&str, Vec<String>)) {
    match value {
        toml::Value::Table(table) => {
            for (key, inner) in table {
                lists(inner, &format!("{place}.{key}"), see);
            }
        }
        toml::Value::Array(items) => {
            let words: Vec<_> = items.iter().filter_map(|item| item.as_str().map(str::to_owned)).collect();
            see(place, words);
            for item in items {
                lists(item, place, see);
            }
        }
        _ => {}
    }
}

/// Words of saying: two lists that hold several of them are two lists of cues.
const CUES: &[&str] = &["said", "told", "announced", "according to", "stated", "insisted"];

/// What a list of tenses or moods is called.
const TENSES: &[&str] = &["auxiliaries", "modals", "tenses", "hedges", "negations"];

#[test]
fn there_is_one_cue_list_and_one_tense_reader() {
    let mut wrong = Vec::new();
    for path in files(&root().join("src/lexicon"), "toml") {
        let table: toml::Table = toml::from_str(&fs::read_to_string(&path).expect("a table")).expect("TOML");
        lists(&toml::Value::Table(table), "", &mut |place, held| {
            let cues = CUES.iter().filter(|cue| held.iter().any(|h| h == *cue)).count();
            let tense = place.split('.').any(|key| TENSES.contains(&key));
            if (cues >= 3 && !place.contains("common") && !path.ends_with("cues.toml"))
                || (tense && !path.ends_with("clause.toml"))
            {
                wrong.push(format!("{}: {place}", path.display()));
            }
        });
    }
    assert!(wrong.is_empty(), "a second list of cues or of tenses:\n{}", wrong.join("\n"));
}

#[test]
fn no_code_holds_a_list_of_speech_cues() {
    for path in files(&root().join("src"), "rs").iter().filter(|path| !path.ends_with("tests.rs")) {
        let source = fs::read_to_string(path).expect("a source");
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        let held = CUES.iter().filter(|cue| code.contains(&format!("\"{cue}\""))).count();
        assert!(held < 3, "{} holds a list of speech cues; they stand in lexicon/en/cues.toml", path.display());
    }
}

#[test]
fn the_queries_of_blocks_know_the_bounds_of_the_comparison() {
    let number = |file: &str, before: &str| -> usize {
        let source = fs::read_to_string(root().join(file)).expect("a file of the house");
        let line = source.lines().find_map(|l| l.strip_prefix(before)).unwrap_or_else(|| panic!("no {before:?} in {file}"));
        line.trim_end_matches(';').parse().expect("a number")
    };
    for (ours, theirs, name) in [
        ("src/link/statements.rs", "const FAR: i64 = ", "_FAR = "),
        ("src/link/copies.rs", "const ENOUGH: usize = ", "_SKETCHED = "),
    ] {
        assert_eq!(number(ours, theirs), number("python/wirecheck/blocks/queries.py", name), "{name}");
    }
}
