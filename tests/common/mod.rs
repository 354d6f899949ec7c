//! The stories of the checks, as the tests of several binaries read them: `tests/checks/<id>.md`.
#![allow(dead_code, reason = "each test binary uses a part of it")]

use std::fs;
use std::path::Path;

use wirecheck::check::Options;
use wirecheck::claim::extract;
use wirecheck::lexicon::{Lexicon, vocabulary::Kind};
use wirecheck::report::{check, record::Report};
use wirecheck::text::Article;

/// The story of one check.
pub(crate) struct Story {
    /// The id of the check: the name of the file.
    pub(crate) check: String,
    /// Its collections of articles.
    pub(crate) sections: Vec<Section>,
}

/// A `##` section: a little collection of articles and what must be said of them.
#[derive(Default)]
pub(crate) struct Section {
    /// The heading: `Fires` or `Silent`, and after a colon what is told.
    pub(crate) heading: String,
    /// The articles under `### Outlet, published`; the outlet is the id.
    pub(crate) articles: Vec<Article>,
    /// The lines `> …`: `Outlet / Outlet: verdict` or `check: Outlet`.
    pub(crate) expected: Vec<String>,
}

impl Section {
    /// Whether the check must find something here.
    pub(crate) fn fires(&self) -> bool {
        self.heading.starts_with("Fires")
    }
}

/// Every story, in the order of the file names.
pub(crate) fn stories() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/checks");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the stories").map(|entry| entry.expect("an entry").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "md"));
    paths.sort();
    paths
        .iter()
        .map(|path| Story {
            check: path.file_stem().expect("a name").to_string_lossy().into_owned(),
            sections: sections(&fs::read_to_string(path).expect("a story")),
        })
        .collect()
}

fn sections(page: &str) -> Vec<Section> {
    let mut found: Vec<Section> = Vec::new();
    for line in page.lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            found.push(Section { heading: heading.to_owned(), ..Section::default() });
        } else if let Some(section) = found.last_mut() {
            section.take(line);
        }
    }
    for article in found.iter_mut().flat_map(|s| &mut s.articles) {
        article.text = article.text.trim().to_owned();
    }
    found
}

impl Section {
    fn take(&mut self, line: &str) {
        if let Some(heading) = line.strip_prefix("### ") {
            let (outlet, published) = heading.split_once(", ").map_or((heading, None), |(o, p)| (o, Some(p)));
            let article = Article::new(outlet, "").outlet(outlet);
            self.articles.push(Article { published: published.map(str::to_owned), ..article });
        } else if let Some(expected) = line.strip_prefix("> ") {
            self.expected.push(expected.to_owned());
        } else if let Some(article) = self.articles.last_mut() {
            match line.split_once(": ") {
                Some(("title", title)) if article.text.is_empty() => article.title = Some(title.to_owned()),
                Some(("role", role)) if article.text.is_empty() => article.role = role.parse().expect("a role"),
                Some(("url", url)) if article.text.is_empty() => article.url = Some(url.to_owned()),
                _ => {
                    article.text += line;
                    article.text.push('\n');
                }
            }
        }
    }
}

/// What is said of a collection.
pub(crate) fn report(articles: &[Article]) -> Report {
    let claims = extract(articles, Kind::ALL, Lexicon::english()).expect("the outlets of a section differ");
    check(&claims, None, &Options::default(), Lexicon::english()).expect("nothing is selected")
}
