//! Which claims speak of one thing.
//!
//! Copies and quotations first; then the names that these and the roles and company of people show to be one; then dates passed on
//! along proven quotations; then the claims that have a date. Two values are compared on the floor above, and only after this
//! floor has shown them to be values of one quantity.

mod book;
mod copies;
mod features;
mod incidents;
mod index;
mod inherit;
mod keys;
mod meetings;
mod merges;
mod positions;
mod sayings;
mod slot;
mod sources;
mod statements;

pub(crate) use book::in_words;
pub use book::{Book, COMPARED, Encounter, Figure, Incident, Utterance};
pub use copies::{Copies, Copy, copies};
pub(crate) use incidents::ENOUGH;
pub use incidents::IncidentPair;
pub use index::{Asked, Whole};
pub use inherit::Inherited;
pub use keys::{ArticleKey, IndexKind, keys};
pub use meetings::EncounterPair;
pub(crate) use meetings::nearly;
pub use merges::EntityMerge;
pub use positions::PositionPair;
pub use sayings::SayingPair;
pub use slot::{Slot, State};
pub use sources::{Passage, Sources};
pub(crate) use statements::FRAGMENT;
pub use statements::StatementPair;

use crate::error::Result;
use crate::lexicon::Lexicon;
use crate::watch::{Stage, Watch};

/// Everything that was found to belong together.
#[derive(Debug, Default)]
pub struct Links {
    /// Articles that copy one another.
    pub copies: Copies,
    /// Quotations that share words.
    pub statements: Vec<StatementPair>,
    /// Statements of one speaker that tell one thing in other words.
    pub sayings: Vec<SayingPair>,
    /// Statements by which one holder stands on opposite sides.
    pub positions: Vec<PositionPair>,
    /// Where quotations stand in the texts of source articles.
    pub sources: Sources,
    /// Entities that the collection shows to be one.
    pub merges: Vec<EntityMerge>,
    /// Articles that received their date from another, through a shared quotation.
    pub inherited: Vec<Inherited>,
    /// Incidents that may be one.
    pub incidents: Vec<IncidentPair>,
    /// Meetings that may be one.
    pub encounters: Vec<EncounterPair>,
    /// How many incidents, and how many meetings, share a day, a place or people with so many others that by these they were not
    /// compared.
    pub crowded: [usize; 2],
}

/// How the slots of two claims of one kind compare, linked or not; none for claims of two kinds.
pub(crate) fn weigh(book: &Book, left: &str, right: &str, lexicon: &Lexicon) -> Option<Vec<Slot>> {
    let incident = |id: &str| {
        book.incidents.iter().find(|i| i.figures.iter().any(|f| f.claim.id == id || f.repeats.iter().any(|r| r.id == id)))
    };
    if let (Some(a), Some(b)) = (incident(left), incident(right)) {
        return Some(incidents::compare(a, b, &copies(book, &Whole::default(), &Watch::default()).ok()?, lexicon));
    }
    let encounter = |id: &str| book.encounters.iter().find(|e| e.mentions.iter().any(|m| m.id == id));
    if let (Some(a), Some(b)) = (encounter(left), encounter(right)) {
        return Some(meetings::compare(a, b, lexicon));
    }
    let utterance = |id: &str| book.utterances.iter().position(|u| u.parts.iter().any(|p| p.id == id));
    let (a, b) = (utterance(left)?, utterance(right)?);
    Some(statements::Wordings::new(book, lexicon).compare(a, b).slots)
}

/// Links the claims of a book; entities that are one and dates that are inherited are written into it on the way. `whole` holds
/// what a larger collection knows of its claims.
///
/// # Errors
/// If `watch` was stopped.
pub fn link(book: &mut Book, whole: &Whole, lexicon: &Lexicon, watch: &Watch) -> Result<Links> {
    let mut links = learn(book, whole, lexicon, watch)?;
    let gists = sayings::gists(book, lexicon, watch)?;
    links.sayings = sayings::pairs(book, &gists, &links.statements, whole, watch)?;
    links.positions = positions::pairs(book, &gists, whole, lexicon, watch)?;
    links.statements.retain(|pair| statements::is_one_occasion(book, pair));
    let (incidents, many) = incidents::pairs(book, &links.copies, whole, lexicon, watch)?;
    let occasions = meetings::Occasions::new(book, &links.statements, &links.sayings);
    let (encounters, more) = meetings::pairs(book, &occasions, whole, lexicon, watch)?;
    (links.incidents, links.encounters, links.crowded) = (incidents, encounters, [many, more]);
    Ok(links)
}

/// The part of [`link`] that writes into the book: copies and quotations, and which entities and days these show.
///
/// # Errors
/// If `watch` was stopped.
pub fn learn(book: &mut Book, whole: &Whole, lexicon: &Lexicon, watch: &Watch) -> Result<Links> {
    let copies = copies(book, whole, watch)?;
    let mut statements = statements::pairs(book, whole, lexicon, watch)?;
    watch.begin(Stage::Names, None)?;
    let merges = merges::merges(book, &statements, whole, lexicon, watch)?;
    book.merge(&merges);
    statements::settle(book, &mut statements, lexicon);
    let sources = sources::sources(book, lexicon, watch)?;
    let inherited = inherit::anchors(book, &statements, whole);
    inherit::apply(book, &inherited);
    Ok(Links { copies, statements, sources, merges, inherited, ..Links::default() })
}
