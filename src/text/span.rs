/// A half-open range of bytes of a text, on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span of `start..end`.
    #[must_use]
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Its text.
    #[inline]
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing is in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies inside.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span with both inside.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The span without white space at its edges.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let inner = self.of(text);
        let start = self.start + (inner.len() - inner.trim_start().len());
        Self::new(start, start + inner.trim().len())
    }
}

/// Turns byte offsets of one text into code points and back: the edge between Rust and Python.
///
/// One sum is kept for each block of 16 bytes, so that a look-up counts at most 15 bytes.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    before: Vec<u32>,
}

const BLOCK: usize = 16;

impl<'t> CodePoints<'t> {
    /// Reads a text once.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let mut sum = 0;
        let before = text
            .as_bytes()
            .chunks(BLOCK)
            .map(|block| {
                let here = sum;
                sum += starts(block);
                here
            })
            .collect();
        Self { text, before }
    }

    /// The code point at a byte offset.
    #[must_use]
    pub fn at(&self, byte: usize) -> i64 {
        let Some(&before) = self.before.get(byte / BLOCK) else {
            return self
                .before
                .last()
                .map_or(0, |&n| i64::from(n) + i64::from(starts(&self.text.as_bytes()[(self.before.len() - 1) * BLOCK..])));
        };
        i64::from(before) + i64::from(starts(&self.text.as_bytes()[byte / BLOCK * BLOCK..byte]))
    }

    /// Both ends of a span.
    #[must_use]
    pub fn span(&self, span: Span) -> (i64, i64) {
        (self.at(span.start), self.at(span.end))
    }

    /// The byte offset of a code point, the text's length for any beyond its end.
    #[must_use]
    pub fn byte(&self, point: i64) -> usize {
        let Ok(point) = u32::try_from(point) else { return if point < 0 { 0 } else { self.text.len() } };
        let block = self.before.partition_point(|&n| n <= point).saturating_sub(1);
        let Some(&before) = self.before.get(block) else { return 0 };
        // A block may begin inside a character: count its starting bytes only.
        self.text.as_bytes()[block * BLOCK..]
            .iter()
            .enumerate()
            .filter(|(_, b)| is_start(**b))
            .nth((point - before) as usize)
            .map_or(self.text.len(), |(i, _)| block * BLOCK + i)
    }
}

const fn is_start(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn starts(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.iter().filter(|b| is_start(**b)).count()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        /// The slow and obvious count is the oracle.
        #[test]
        fn code_points_match_the_obvious_count(text in "\\PC{0,300}") {
            let points = CodePoints::new(&text);
            for (n, (byte, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.at(byte), n as i64);
                prop_assert_eq!(points.byte(n as i64), byte);
            }
            prop_assert_eq!(points.at(text.len()), text.chars().count() as i64);
            prop_assert_eq!(points.byte(text.chars().count() as i64), text.len());
        }
    }

    #[test]
    fn an_offset_beyond_the_end_is_the_end() {
        let points = CodePoints::new("né");
        assert_eq!((points.byte(9), points.byte(-1)), (3, 0));
        assert_eq!(CodePoints::new("").byte(3), 0);
    }
}
