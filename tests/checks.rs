//! Every check has a story, and the story holds: `tests/checks/<id>.md`.
//!
//! A section `Fires` gives a finding of the check, a section `Silent` none; no section gives an error of another check,
//! unless its heading names that check in parentheses, and then it must. Lines `title:`, `url:` and `role:` head an article. Lines `> Outlet / Outlet: verdict` and
//! `> check: Outlet` must hold as well; `apart` is no verdict that joins the two.

mod common;

use common::{Section, report, stories};
use wirecheck::check::CHECKS;
use wirecheck::lexicon::vocabulary::FindingSeverity;
use wirecheck::report::record::Report;

#[test]
fn every_check_has_a_story_with_both_kinds_of_section() {
    let stories = stories();
    let told: Vec<_> = stories.iter().map(|s| s.check.as_str()).collect();
    let mut checks: Vec<_> = CHECKS.iter().map(|c| c.id).collect();
    checks.sort_unstable();
    assert_eq!(told, checks, "the files of tests/checks/ and the register");
    for story in &stories {
        for kind in ["Fires", "Silent"] {
            assert!(story.sections.iter().any(|s| s.heading.starts_with(kind)), "{}: no section {kind}", story.check);
        }
        for section in &story.sections {
            assert!(
                section.heading.starts_with("Fires") || section.heading.starts_with("Silent"),
                "{}: {:?}",
                story.check,
                section.heading
            );
        }
    }
}

#[test]
fn every_story_holds() {
    let mut wrong = Vec::new();
    for story in stories() {
        for section in &story.sections {
            let report = report(&section.articles);
            let failed = failures(&story.check, section, &report);
            if !failed.is_empty() {
                wrong.push(format!("{} / {}\n    {}\n{}", story.check, section.heading, failed.join("\n    "), seen(&report)));
            }
        }
    }
    assert!(wrong.is_empty(), "{} sections do not hold:\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_texts_of_findings_stand_at_their_offsets() {
    for section in stories().iter().flat_map(|s| &s.sections) {
        for finding in report(&section.articles).findings {
            let other = finding.other_article.as_deref().unwrap_or_default();
            for (article, start, end, text) in [
                (finding.article.as_str(), finding.start, finding.end, &finding.text),
                (other, finding.other_start, finding.other_end, &finding.other_text),
            ] {
                let (Some(start), Some(end)) = (start, end) else { continue };
                let page = section.articles.iter().find(|a| a.id == article).expect("an article of the section");
                let (start, end) = (usize::try_from(start).expect("a place"), usize::try_from(end).expect("a place"));
                let found: String = page.text.chars().skip(start).take(end - start).collect();
                assert_eq!(Some(&found), text.as_ref(), "{}: {}", finding.id, section.heading);
            }
        }
    }
}

fn failures(check: &str, section: &Section, report: &Report) -> Vec<String> {
    let found = |rule: &str| report.findings.iter().any(|f| f.rule == rule);
    // `Silent: … (toll-falls)`: the case belongs to another check.
    let named = section.heading.rsplit_once('(').and_then(|(_, tail)| tail.strip_suffix(')'));
    let mut out = Vec::new();
    if section.fires() != found(check) {
        out.push(if section.fires() { "the check is silent" } else { "the check fires" }.to_owned());
    }
    if let Some(other) = named.filter(|other| !found(other)) {
        out.push(format!("{other} is silent"));
    }
    let stray = report
        .findings
        .iter()
        .filter(|f| f.severity == FindingSeverity::Error && f.rule != check && Some(f.rule.as_str()) != named);
    out.extend(stray.map(|f| format!("{} fires as well", f.rule)));
    out.extend(section.expected.iter().filter(|line| !holds(line, report)).map(|line| format!("does not hold: {line}")));
    out
}

/// `Outlet / Outlet: verdict`, else `check: Outlet`.
fn holds(line: &str, report: &Report) -> bool {
    let (who, what) = line.rsplit_once(": ").expect("an expectation has a colon");
    match who.split_once(" / ") {
        Some((a, b)) => {
            let between = report.relations.iter().filter(|r| {
                let articles = [r.left_article.as_str(), r.right_article.as_str()];
                articles == [a, b] || articles == [b, a]
            });
            let verdicts: Vec<_> = between.map(|r| r.verdict.as_str()).collect();
            let joins = |v: &&str| !matches!(*v, "unrelated" | "undecidable");
            if what == "apart" { !verdicts.iter().any(joins) } else { verdicts.contains(&what) }
        }
        None => report.findings.iter().any(|f| f.rule == who && f.article == what),
    }
}

/// What was found, for the one who reads the failure.
fn seen(report: &Report) -> String {
    let findings = report.findings.iter().map(|f| format!("      {} ({}): {}\n", f.rule, f.article, f.message));
    let relations =
        report.relations.iter().map(|r| format!("      {} {}\n        {}\n", r.rule, r.explanation, r.slots.join("; ")));
    findings.chain(relations).collect()
}
