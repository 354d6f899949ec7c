//! Long work as it is seen from outside: what is being done, how far it has come, and the word that stops it.
//!
//! Who works asks at each pair, article or check that is taken up; who looks may be on another thread.
//!
//! ```
//! use wirecheck::claim::extract_watched;
//! use wirecheck::error::ErrorKind;
//! use wirecheck::lexicon::Lexicon;
//! use wirecheck::lexicon::vocabulary::Kind;
//! use wirecheck::text::Article;
//! use wirecheck::watch::Watch;
//!
//! let article = Article::new("first", "A car bomb killed 12 people in Aleppo on Monday.");
//! let watch = Watch::default();
//! watch.stop();
//! let stopped = extract_watched(&[article], Kind::ALL, Lexicon::english(), &watch).unwrap_err();
//! assert_eq!(stopped.kind(), ErrorKind::Stopped);
//! ```

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use crate::error::{Error, Result};

/// What is being worked through, in the order in which it is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Articles are read.
    #[default]
    Reading,
    /// Articles that copy one another are looked for.
    Copies,
    /// Pairs of quotations that share words.
    Quotations,
    /// Names that are one.
    Names,
    /// Quotations are looked for in the texts of sources.
    Sources,
    /// Pairs of incidents that may be one.
    Incidents,
    /// Pairs of meetings that may be one.
    Meetings,
    /// Linked pairs get their verdicts.
    Verdicts,
    /// Checks are run.
    Findings,
    /// Facts, chains, tolls and the other tables are gathered.
    Report,
}

impl Stage {
    /// A few words for a reader: `linking incidents`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Copies => "finding copies",
            Self::Quotations => "linking quotations",
            Self::Names => "linking names",
            Self::Sources => "looking into sources",
            Self::Incidents => "linking incidents",
            Self::Meetings => "linking meetings",
            Self::Verdicts => "comparing linked pairs",
            Self::Findings => "findings",
            Self::Report => "gathering the report",
        }
    }
}

/// One piece of work, watched. It is shared by reference; nothing else knows of it.
#[derive(Debug, Default)]
pub struct Watch {
    stopped: AtomicBool,
    done: AtomicUsize,
    /// The stage with the steps it takes, none where that is not known.
    stage: Mutex<(Stage, Option<usize>)>,
}

/// How far a piece of work is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// The steps done of this stage.
    pub done: usize,
    /// The steps this stage takes, where that is known.
    pub total: Option<usize>,
}

impl Watch {
    /// Asks the work to stop: it returns an error of the kind [`Stopped`](crate::error::ErrorKind::Stopped) at its next step.
    pub fn stop(&self) {
        self.stopped.store(true, Relaxed);
    }

    /// How far the work is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let (stage, total) = *self.stage();
        Progress { stage, done: self.done.load(Relaxed), total }
    }

    /// A stage begins, of so many steps if that is known.
    pub(crate) fn begin(&self, stage: Stage, total: Option<usize>) -> Result<()> {
        let mut now = self.stage();
        *now = (stage, total);
        self.done.store(0, Relaxed);
        self.ask()
    }

    /// A step is taken up. Cheap: two words of memory.
    pub(crate) fn step(&self) -> Result<()> {
        self.done.fetch_add(1, Relaxed);
        self.ask()
    }

    /// Takes up each of some items as a step, on all threads, and gives what they come to, in their order.
    pub(crate) fn each<I, U>(&self, items: I, work: impl Fn(I::Item) -> U + Sync) -> Result<Vec<U::Item>>
    where
        I: IntoParallelIterator,
        U: IntoIterator<Item: Send>,
    {
        let one = |mut all: Vec<_>, item| {
            self.step()?;
            all.extend(work(item));
            Ok(all)
        };
        let join = |mut all: Vec<_>, more| {
            all.extend(more);
            Ok(all)
        };
        items.into_par_iter().try_fold(Vec::new, one).try_reduce(Vec::new, join)
    }

    /// Fails where the work was asked to stop.
    pub(crate) fn ask(&self) -> Result<()> {
        if self.stopped.load(Relaxed) { Err(Error::stopped()) } else { Ok(()) }
    }

    fn stage(&self) -> MutexGuard<'_, (Stage, Option<usize>)> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorKind;

    #[test]
    fn a_stage_counts_from_its_beginning() {
        let watch = Watch::default();
        watch.begin(Stage::Copies, None).unwrap();
        watch.step().unwrap();
        watch.begin(Stage::Verdicts, Some(3)).unwrap();
        watch.step().unwrap();
        assert_eq!(watch.progress(), Progress { stage: Stage::Verdicts, done: 1, total: Some(3) });
    }

    #[test]
    fn items_come_in_their_order_and_each_is_a_step() {
        let watch = Watch::default();
        let even = watch.each(0..1000, |n| (n % 2 == 0).then_some(n)).unwrap();
        assert!(even.into_iter().eq((0..1000).step_by(2)));
        assert_eq!(watch.progress().done, 1000);
    }

    #[test]
    fn what_was_stopped_stays_stopped() {
        let watch = Watch::default();
        watch.stop();
        let worked = watch.each(0..3, Some).map(drop);
        for asked in [watch.ask(), watch.step(), watch.begin(Stage::Findings, None), worked] {
            assert_eq!(asked.unwrap_err().kind(), ErrorKind::Stopped);
        }
    }
}
