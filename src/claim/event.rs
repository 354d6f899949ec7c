//! One event, many mentions: which claims of an article speak of one incident or one meeting.

/// Joins mentions into events: a forest in which every mention points at the first of its event.
#[derive(Debug, Clone, Default)]
pub(crate) struct Events {
    parent: Vec<usize>,
}

impl Events {
    /// A new mention, an event of its own until it is joined.
    pub(crate) fn add(&mut self) -> usize {
        self.parent.push(self.parent.len());
        self.parent.len() - 1
    }

    /// The first mention of the event that a mention belongs to.
    pub(crate) fn first(&self, mention: usize) -> usize {
        let mut at = mention;
        while let Some(&up) = self.parent.get(at).filter(|&&up| up != at) {
            at = up;
        }
        at
    }

    /// Joins the events of two mentions.
    pub(crate) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        let (early, late) = (a.min(b), a.max(b));
        if let Some(up) = self.parent.get_mut(late) {
            *up = early;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_mention_names_the_event() {
        let mut events = Events::default();
        let all: Vec<_> = (0..5).map(|_| events.add()).collect();
        events.join(3, 1);
        events.join(4, 3);
        assert_eq!(all.iter().map(|&m| events.first(m)).collect::<Vec<_>>(), [0, 1, 2, 1, 1]);
    }
}
