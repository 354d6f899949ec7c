"""The rows of every table as types, for checkers: `row: CasualtyRow = claims.casualties[0]`.

Written by tools/generate.py from src/table/; change it there.
"""

from __future__ import annotations

from datetime import date
from typing import TypedDict


class Column(TypedDict):
    """A column of a table."""

    name: str
    type: str
    nullable: bool
    doc: str
    values: list[str]


class Form(TypedDict):
    """A table: what a row of it is, and its columns."""

    name: str
    of: str
    doc: str
    columns: list[Column]


class Reads(TypedDict):
    """Sentences that give one value."""

    value: str
    sentences: list[str]


class RulePage(TypedDict):
    """A rule of reading, with its examples."""

    id: str
    family: str
    table: str
    columns: list[str]
    why: str
    reads: list[Reads]
    silent: list[str]
    clock: str


class VerdictPage(TypedDict):
    """A row of the verdict table: the rule that a relation names."""

    id: str
    verdict: str
    why: str


class CheckPage(TypedDict):
    """A check, with the story that shows it."""

    id: str
    severity: str
    why: str
    story: str


class ArticleRow(TypedDict):
    """An article as the check sees it: its metadata, and what its furniture says of it."""

    article: str
    outlet: str | None
    published: str | None
    published_precision: str | None
    title: str | None
    url: str | None
    role: str
    language: str | None
    text: str | None
    dateline_date: date | None
    dateline_place: str | None
    stamp: str | None
    stamp_kind: str | None
    credit: str | None
    anchor_date: date | None
    anchor_quality: str
    sketch: list[int]


class DateRow(TypedDict):
    """A date, time, duration or set of times in a text."""

    id: str
    article: str
    start: int
    end: int
    text: str
    type: str
    value: str
    earliest: date | None
    latest: date | None
    zone: str | None
    anchor: str | None
    anchor_quality: str
    rule: str
    range: str | None


class NameRow(TypedDict):
    """A mention of a person, an organisation or a place."""

    id: str
    article: str
    start: int
    end: int
    text: str
    mention: str
    type: str
    entity: str | None
    canonical: str | None
    role: str | None
    acts_as: str | None
    rule: str


class CasualtyRow(TypedDict):
    """A mention of a casualty figure."""

    id: str
    article: str
    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    effect: str
    number: int | None
    low: int | None
    high: int | None
    bound: str
    victims: str | None
    group: str
    severity: str | None
    cause: str | None
    actor: str | None
    attackers: str
    place: str | None
    place_entity: str | None
    earliest: date | None
    latest: date | None
    scope: str
    part_of: str | None
    source: str | None
    source_entity: str | None
    source_type: str | None
    asserted: str
    hedged: bool
    negated: bool
    event: str
    fingerprint: str
    rule: str


class MeetingRow(TypedDict):
    """A mention of a meeting."""

    id: str
    article: str
    start: int
    end: int
    text: str
    trigger_start: int
    trigger_end: int
    kind: str
    participants: list[str]
    participant_entities: list[str]
    roles: list[str]
    closed: bool
    place: str | None
    place_entity: str | None
    time_text: str | None
    value: str | None
    earliest: date | None
    latest: date | None
    status: str
    source: str | None
    source_entity: str | None
    hedged: bool
    event: str
    fingerprint: str
    rule: str


class QuoteRow(TypedDict):
    """A quotation, or one part of a split one."""

    id: str
    article: str
    start: int
    end: int
    text: str
    sentence_start: int
    sentence_end: int
    kind: str
    speaker: str | None
    speaker_entity: str | None
    speaker_text: str | None
    speaker_start: int | None
    speaker_end: int | None
    via: str | None
    cue: str | None
    negated: bool
    addressee: str | None
    occasion: str | None
    earliest: date | None
    latest: date | None
    utterance: str
    fingerprint: str
    rule: str


class UnreadRow(TypedDict):
    """A sentence with a trigger that gave no claim, and why."""

    article: str
    start: int
    end: int
    text: str
    trigger: str
    reason: str


class RelationRow(TypedDict):
    """How two claims stand to each other; of equal repeats of a figure, one stands for all."""

    id: str
    left: str
    right: str
    left_kind: str
    left_article: str
    left_start: int
    left_end: int
    left_text: str
    left_value: str
    right_kind: str
    right_article: str
    right_start: int
    right_end: int
    right_text: str
    right_value: str
    verdict: str
    between: str
    reason: str
    explanation: str
    missing: str | None
    slots: list[str]
    same_chain: bool
    repeats: int
    fact: str | None
    rule: str


class FindingRow(TypedDict):
    """Something a reader should look at."""

    id: str
    rule: str
    severity: str
    message: str
    article: str
    start: int | None
    end: int | None
    text: str | None
    other_article: str | None
    other_start: int | None
    other_end: int | None
    other_text: str | None
    relations: list[str]
    articles: list[str]
    independent_sources: int | None
    fingerprint: str


class FactRow(TypedDict):
    """One real incident, meeting or utterance."""

    fact: str
    kind: str
    rank: int
    claims: list[str]
    articles: list[str]
    outlets: list[str]
    independent_sources: int
    earliest: date | None
    latest: date | None
    place_entity: str | None
    entities: list[str]
    status: str | None
    worst_verdict: str | None


class TollRow(TypedDict):
    """Low, best and high of one effect of one incident."""

    fact: str
    rank: int
    effect: str
    low: int | None
    best: int | None
    high: int | None
    open: bool
    basis: str | None
    place: str | None
    earliest: date | None
    latest: date | None
    attackers: str
    articles: list[str]
    outlets: list[str]
    independent_sources: int
    claims: list[str]
    rule: str


class SourceRow(TypedDict):
    """Where an article comes from and what it copies."""

    article: str
    outlet: str | None
    owner: str | None
    published: str | None
    anchor_date: date | None
    anchor_quality: str
    anchor_from: str | None
    credit: str | None
    copy_of: str | None
    shared_text: float | None


class ChainRow(TypedDict):
    """One claim's membership in a chain of repetition."""

    chain: str
    claim: str
    reason: str
    evidence_article: str | None
    evidence_start: int | None
    evidence_end: int | None


class EntityRow(TypedDict):
    """Two entities that the collection shows to be one."""

    entity: str
    merged: str
    article: str | None
    evidence: str


class PlaceRow(TypedDict):
    """A place that claims name."""

    place_entity: str
    name: str
    kind: str | None
    country: str | None
    admin1: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None


class QuestionRow(TypedDict):
    """What is missing, and what it would decide."""

    question: str
    decides: int
    articles: list[str]
    relations: list[str]


class ChecklistRow(TypedDict):
    """One fact of a draft, to be ticked off, in reading order."""

    nr: int
    article: str
    start: int
    end: int
    text: str
    kind: str
    value: str
    supported_by: list[str]
    contradicted_by: list[str]
    undecided_because: str | None
    findings: list[str]
    checked: str | None
    by: str | None
    note: str | None


class SkippedRow(TypedDict):
    """Something that was not read, and why: nothing is lost silently."""

    article: str | None
    what: str
    reason: str
    count: int


class UcdpRow(TypedDict):
    """An incident with a death in the shape of UCDP GED, by its column names: `report.to_ucdp()`."""

    id: str
    year: int | None
    number_of_sources: int
    source_article: str
    source_office: str | None
    source_date: str | None
    source_headline: str | None
    source_original: str | None
    where_prec: int | None
    where_coordinates: str | None
    adm_1: str | None
    latitude: float | None
    longitude: float | None
    geom_wkt: str | None
    country: str | None
    event_clarity: int
    date_prec: int | None
    date_start: date | None
    date_end: date | None
    deaths_a: int | None
    deaths_b: int | None
    deaths_civilians: int | None
    deaths_unknown: int | None
    best: int | None
    high: int | None
    low: int | None


class AirwarsRow(TypedDict):
    """An incident in the shape of Airwars, by its field names: `report.to_airwars()`."""

    code: str
    date: date | None
    date_end: date | None
    location_name: str | None
    region: str | None
    country_name: str | None
    latitude: float | None
    longitude: float | None
    civilian_non_combatants_killed_min: int | None
    civilian_non_combatants_killed_max: int | None
    civilian_non_combatants_injured_min: int | None
    civilian_non_combatants_injured_max: int | None
    children_killed_min: int | None
    children_killed_max: int | None
    children_injured_min: int | None
    children_injured_max: int | None
    women_killed_min: int | None
    women_killed_max: int | None
    women_injured_min: int | None
    women_injured_max: int | None
    men_killed_min: int | None
    men_killed_max: int | None
    men_injured_min: int | None
    men_injured_max: int | None
    persons_directly_participating_in_hostilities_killed_min: int | None
    persons_directly_participating_in_hostilities_killed_max: int | None
    persons_directly_participating_in_hostilities_injured_min: int | None
    persons_directly_participating_in_hostilities_injured_max: int | None
    civilian_harm_status: str | None
    belligerents: list[str]
    sources: list[str]
