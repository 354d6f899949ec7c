//! The rows that leave an article: what the claim floor makes and what `check` works from.
//!
//! Offsets here are code points of the article's text, not bytes: this is the edge. Every field is a column of the
//! table of the same name and is described there (`src/table/`), once.
#![expect(missing_docs, reason = "each field is a column, described in src/table/")]

use std::borrow::Cow;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::lexicon::vocabulary::{
    ActsAs, AnchorQuality, Asserted, Attackers, Bound, Effect, Group, MeetingKind, Mention, NameType, Precision, QuoteKind, Role,
    Scope, Severity, SourceType, StampKind, Status, TimexType, UnreadReason,
};
use crate::value::Count;

/// An article as the check sees it: its metadata and what its furniture says of it.
#[derive(Debug, Clone, PartialEq)]
pub struct ArticleRow {
    pub article: String,
    pub outlet: Option<String>,
    pub published: Option<String>,
    pub published_precision: Option<Precision>,
    pub title: Option<String>,
    pub url: Option<String>,
    pub role: Role,
    pub language: Option<String>,
    pub text: Option<String>,
    pub dateline_date: Option<NaiveDate>,
    pub dateline_place: Option<String>,
    pub stamp: Option<String>,
    pub stamp_kind: Option<StampKind>,
    pub credit: Option<String>,
    pub anchor_date: Option<NaiveDate>,
    pub anchor_quality: AnchorQuality,
    pub sketch: Vec<i64>,
}

/// A date, time, duration or set of times in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct DateClaim {
    pub id: String,
    pub article: Arc<str>,
    pub start: i64,
    pub end: i64,
    pub text: String,
    pub r#type: TimexType,
    pub value: String,
    pub earliest: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    pub zone: Option<String>,
    pub anchor: Option<String>,
    pub anchor_quality: AnchorQuality,
    pub rule: Cow<'static, str>,
    pub range: Option<String>,
}

/// A mention of a person, organisation or place.
#[derive(Debug, Clone, PartialEq)]
pub struct NameClaim {
    pub id: String,
    pub article: Arc<str>,
    pub start: i64,
    pub end: i64,
    pub text: String,
    pub mention: Mention,
    pub r#type: NameType,
    pub entity: Option<Arc<str>>,
    pub canonical: Option<Arc<str>>,
    pub role: Option<Arc<str>>,
    pub acts_as: Option<ActsAs>,
    pub rule: Cow<'static, str>,
}

/// A mention of a casualty figure.
#[derive(Debug, Clone, PartialEq)]
pub struct CasualtyClaim {
    pub id: String,
    pub article: String,
    pub start: i64,
    pub end: i64,
    pub text: String,
    pub sentence_start: i64,
    pub sentence_end: i64,
    pub effect: Effect,
    pub number: Option<i64>,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub bound: Bound,
    pub victims: Option<String>,
    pub group: Group,
    pub severity: Option<Severity>,
    pub cause: Option<String>,
    pub actor: Option<String>,
    pub attackers: Attackers,
    pub place: Option<String>,
    pub place_entity: Option<String>,
    pub earliest: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    pub scope: Scope,
    pub part_of: Option<String>,
    pub source: Option<String>,
    pub source_entity: Option<String>,
    pub source_type: Option<SourceType>,
    pub asserted: Asserted,
    pub hedged: bool,
    pub negated: bool,
    pub event: String,
    pub fingerprint: String,
    pub rule: String,
}

impl CasualtyClaim {
    /// The figure by itself.
    #[must_use]
    pub fn count(&self) -> Count {
        Count { number: self.number, low: self.low, high: self.high, bound: self.bound }
    }

    /// Whether it tells of one person and counts nobody: "a man was shot", "Anna Berg, 34, died".
    #[must_use]
    pub fn is_individual(&self) -> bool {
        self.number == Some(1) && INDIVIDUAL.contains(&self.rule.as_str())
    }

    /// Whether it tells of somebody by a pronoun: "he was shot", "killing himself".
    #[must_use]
    pub fn is_pronoun(&self) -> bool {
        self.rule == "toll-pronoun"
    }

    /// Whether it tells of the last of so many: "a fourth victim".
    #[must_use]
    pub fn is_ordinal(&self) -> bool {
        self.rule == "toll-ordinal"
    }

    /// The figure as it is compared: round and hedged figures are wider than printed.
    #[must_use]
    pub fn compared(&self) -> Count {
        self.count().widened(self.hedged)
    }
}

/// The rules that read one person who is not counted.
const INDIVIDUAL: [&str; 3] = ["toll-singular", "toll-named", "toll-pronoun"];

/// A mention of a meeting.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingClaim {
    pub id: String,
    pub article: String,
    pub start: i64,
    pub end: i64,
    pub text: String,
    pub trigger_start: i64,
    pub trigger_end: i64,
    pub kind: MeetingKind,
    pub participants: Vec<String>,
    pub participant_entities: Vec<String>,
    pub roles: Vec<String>,
    pub closed: bool,
    pub place: Option<String>,
    pub place_entity: Option<String>,
    pub time_text: Option<String>,
    pub value: Option<String>,
    pub earliest: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    pub status: Status,
    pub source: Option<String>,
    pub source_entity: Option<String>,
    pub hedged: bool,
    pub event: String,
    pub fingerprint: String,
    pub rule: String,
}

/// A quotation, or one part of a split one.
#[derive(Debug, Clone, PartialEq)]
pub struct QuoteClaim {
    pub id: String,
    pub article: String,
    pub start: i64,
    pub end: i64,
    pub text: String,
    pub sentence_start: i64,
    pub sentence_end: i64,
    pub kind: QuoteKind,
    pub speaker: Option<String>,
    pub speaker_entity: Option<String>,
    pub speaker_text: Option<String>,
    pub speaker_start: Option<i64>,
    pub speaker_end: Option<i64>,
    pub via: Option<String>,
    pub cue: Option<String>,
    pub negated: bool,
    pub addressee: Option<String>,
    pub occasion: Option<String>,
    pub earliest: Option<NaiveDate>,
    pub latest: Option<NaiveDate>,
    pub utterance: String,
    pub fingerprint: String,
    pub rule: String,
}

/// A sentence with a trigger that gave no claim, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Unread {
    pub article: String,
    pub start: i64,
    pub end: i64,
    pub text: String,
    pub trigger: String,
    pub reason: UnreadReason,
}

/// Something that was not read, counted.
#[derive(Debug, Clone, PartialEq)]
pub struct Skipped {
    pub article: Option<String>,
    pub what: String,
    pub reason: String,
    pub count: i64,
}

/// All that was read from a collection of articles.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Claims {
    pub articles: Vec<ArticleRow>,
    pub dates: Vec<DateClaim>,
    pub names: Vec<NameClaim>,
    pub casualties: Vec<CasualtyClaim>,
    pub meetings: Vec<MeetingClaim>,
    pub quotes: Vec<QuoteClaim>,
    pub unread: Vec<Unread>,
    pub skipped: Vec<Skipped>,
}
