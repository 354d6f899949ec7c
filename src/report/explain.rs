use std::fmt::Write as _;

use super::check;
use crate::check::Options;
use crate::claim::record::Claims;
use crate::error::{Error, Result};
use crate::lexicon::Lexicon;
use crate::link::{Book, ENOUGH, State, link, weigh};
use crate::watch::Watch;

/// The whole derivation of the verdict on two claims, linked or not, as text.
///
/// # Errors
/// If no claim has one of the ids.
pub fn explain(claims: &Claims, left: &str, right: &str, options: &Options, lexicon: &Lexicon) -> Result<String> {
    let told = |id: &str| -> Result<String> {
        let known = [
            claims.casualties.iter().find(|c| c.id == id).map(|c| (&c.article, &c.text, &c.rule)),
            claims.meetings.iter().find(|c| c.id == id).map(|c| (&c.article, &c.text, &c.rule)),
            claims.quotes.iter().find(|c| c.id == id).map(|c| (&c.article, &c.text, &c.rule)),
        ];
        let (article, text, rule) =
            known.into_iter().flatten().next().ok_or_else(|| Error::missing(format!("no claim has the id {id:?}")))?;
        Ok(format!("{id}\n  “{text}”\n  article {article}, read by the rule {rule}\n"))
    };
    let mut out = format!("{}{}", told(left)?, told(right)?);
    let report = check(claims, None, options, lexicon)?;
    let pairs = super::pairs(&report, claims);
    let found = pairs.iter().find(|r| (r.left == left && r.right == right) || (r.left == right && r.right == left));
    if let Some(relation) = found {
        let _ = writeln!(out, "{}: {} (rule {}, between {})", relation.verdict, relation.reason, relation.rule, relation.between);
        for slot in &relation.slots {
            let _ = writeln!(out, "  {slot}");
        }
        if let Some(missing) = &relation.missing {
            let _ = writeln!(out, "  missing: {missing}");
        }
        return Ok(out);
    }
    let mut book = Book::new(claims, lexicon);
    link(&mut book, &options.whole, lexicon, &Watch::default())?;
    match weigh(&book, left, right, lexicon) {
        Some(slots) => {
            let weight: f64 = slots.iter().map(|s| s.weight).sum();
            let linked = weight >= ENOUGH && slots.iter().all(|s| s.state != State::Different);
            let _ = if linked {
                writeln!(
                    out,
                    "near enough to be compared (what is the same weighs {weight:.2}), and no verdict fits: not values of one quantity"
                )
            } else {
                writeln!(out, "not linked: what is the same weighs {weight:.2}, and {ENOUGH} is needed with nothing different")
            };
            for slot in &slots {
                let _ = writeln!(out, "  {slot}");
            }
        }
        None => out.push_str("not linked: claims of two kinds, or of two effects, are never compared\n"),
    }
    Ok(out)
}
