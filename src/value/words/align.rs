//! Word alignment: Smith and Waterman (1981) with affine gaps (Gotoh 1982), rare words weighing more than function words.

use super::Wording;
use crate::lexicon::Lexicon;

/// Which words of two wordings are the same word of one utterance.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Alignment {
    /// Indices into both wordings, rising in both.
    pub pairs: Vec<(usize, usize)>,
}

impl Alignment {
    /// The longest run of aligned words without a gap on either side; words in brackets make none.
    #[must_use]
    pub fn longest_run(&self, a: &Wording, b: &Wording) -> usize {
        let (mut best, mut run) = (0, 0);
        for (n, &pair) in self.pairs.iter().enumerate() {
            let joined = n > 0 && are_neighbours(a, b, self.pairs[n - 1], pair);
            run = if joined { run + 1 } else { 1 };
            best = best.max(run);
        }
        best
    }

    /// How many neighbouring word pairs are shared; words in brackets part none.
    #[must_use]
    pub fn neighbours(&self, a: &Wording, b: &Wording) -> usize {
        self.pairs.windows(2).filter(|w| are_neighbours(a, b, w[0], w[1])).count()
    }
}

/// Whether nothing but words in brackets stands between two aligned pairs.
fn are_neighbours(a: &Wording, b: &Wording, one: (usize, usize), next: (usize, usize)) -> bool {
    let bracketed = |w: &Wording, from: usize, to: usize| w.words[from + 1..to].iter().all(|w| w.bracketed);
    bracketed(a, one.0, next.0) && bracketed(b, one.1, next.1)
}

const OPEN: i32 = 4;
const MISMATCH: i32 = 3;
/// Above this many cells two wordings are only looked at for their longest common run.
const CELLS: usize = 1 << 24;

/// Where a cell's score comes from.
const STOP: u8 = 0;
const DIAGONAL: u8 = 1;
const UP: u8 = 2;
const LEFT: u8 = 3;
const UP_GOES_ON: u8 = 4;
const LEFT_GOES_ON: u8 = 8;

/// Aligns two wordings. Time and space are the product of their lengths.
#[must_use]
pub fn align(a: &Wording, b: &Wording, lexicon: &Lexicon) -> Alignment {
    let (rows, columns) = (a.words.len(), b.words.len());
    if rows == 0 || columns == 0 {
        return Alignment::default();
    }
    if rows.saturating_mul(columns) > CELLS {
        return common_runs(a, b);
    }
    let gain: Vec<i32> = a.words.iter().map(|w| if w.weight(lexicon) <= 2 { 2 } else { 4 }).collect();
    let width = columns + 1;
    let mut from = vec![STOP; (rows + 1) * width];
    let mut above = vec![0i32; width];
    let mut up = vec![i32::MIN / 2; width];
    let mut best = (0, 0, 0);
    for i in 1..=rows {
        let mut here = vec![0i32; width];
        let mut left = i32::MIN / 2;
        for j in 1..=columns {
            let cell = i * width + j;
            let same = a.words[i - 1].id == b.words[j - 1].id;
            let diagonal = above[j - 1] + if same { gain[i - 1] } else { -MISMATCH };
            if above[j] - OPEN > up[j] {
                up[j] = above[j] - OPEN;
            } else {
                from[cell] |= UP_GOES_ON;
            }
            if here[j - 1] - OPEN > left {
                left = here[j - 1] - OPEN;
            } else {
                from[cell] |= LEFT_GOES_ON;
            }
            let score = diagonal.max(up[j]).max(left).max(0);
            from[cell] |= match score {
                0 => STOP,
                s if s == diagonal => DIAGONAL,
                s if s == up[j] => UP,
                _ => LEFT,
            };
            here[j] = score;
            if score > best.0 {
                best = (score, i, j);
            }
        }
        above = here;
    }
    Alignment { pairs: with_edges(a, b, walk_back(a, b, &from, width, (best.1, best.2))) }
}

fn walk_back(a: &Wording, b: &Wording, from: &[u8], width: usize, end: (usize, usize)) -> Vec<(usize, usize)> {
    let (mut i, mut j) = end;
    let mut pairs = Vec::new();
    while i > 0 && j > 0 {
        match from[i * width + j] & 3 {
            DIAGONAL => {
                if a.words[i - 1].id == b.words[j - 1].id {
                    pairs.push((i - 1, j - 1));
                }
                (i, j) = (i - 1, j - 1);
            }
            UP => {
                while i > 1 && from[i * width + j] & UP_GOES_ON != 0 {
                    i -= 1;
                }
                i -= 1;
            }
            LEFT => {
                while j > 1 && from[i * width + j] & LEFT_GOES_ON != 0 {
                    j -= 1;
                }
                j -= 1;
            }
            _ => break,
        }
    }
    pairs.reverse();
    pairs
}

/// An edge of more words than this on both sides is two cuts.
const EDGE: usize = 6;

/// The alignment with what a local one leaves off: `we will` of `we will not go` beside `we will go` gains less than the gap
/// behind it costs.
fn with_edges(a: &Wording, b: &Wording, pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let (Some(&first), Some(&last)) = (pairs.first(), pairs.last()) else { return pairs };
    let near = |left: usize, right: usize| left.min(right) + 2;
    let (head, tail) = (first.0.min(first.1), (a.words.len() - last.0 - 1).min(b.words.len() - last.1 - 1));
    let mut out = Vec::new();
    // Where a sentence ends on both sides, what lies behind is another.
    let begins = |w: &Wording, i: usize| w.words.get(i).is_none_or(|w| w.begins || w.gap);
    let parted = |i: usize, j: usize| begins(a, i) && begins(b, j);
    if (1..=EDGE).contains(&head) && !parted(first.0, first.1) {
        let n = near(first.0, first.1);
        out.extend(subsequence(a, b, (first.0.saturating_sub(n), first.0), (first.1.saturating_sub(n), first.1)));
    }
    out.extend(&pairs);
    if (1..=EDGE).contains(&tail) && !parted(last.0 + 1, last.1 + 1) {
        let n = near(a.words.len() - last.0 - 1, b.words.len() - last.1 - 1);
        out.extend(subsequence(
            a,
            b,
            (last.0 + 1, a.words.len().min(last.0 + 1 + n)),
            (last.1 + 1, b.words.len().min(last.1 + 1 + n)),
        ));
    }
    out
}

/// The longest common subsequence of two short stretches.
fn subsequence(a: &Wording, b: &Wording, left: (usize, usize), right: (usize, usize)) -> Vec<(usize, usize)> {
    let (n, m) = (left.1 - left.0, right.1 - right.0);
    let mut best = vec![vec![0usize; m + 1]; n + 1];
    let same = |i: usize, j: usize| a.words[left.0 + i].id == b.words[right.0 + j].id;
    for i in (0..n).rev() {
        for j in (0..m).rev() {
            best[i][j] = if same(i, j) { best[i + 1][j + 1] + 1 } else { best[i + 1][j].max(best[i][j + 1]) };
        }
    }
    let (mut i, mut j, mut out) = (0, 0, Vec::new());
    while i < n && j < m {
        if same(i, j) {
            out.push((left.0 + i, right.0 + j));
            (i, j) = (i + 1, j + 1);
        } else if best[i + 1][j] >= best[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    out
}

/// For wordings too long to align: runs of shared 8-grams that rise in both, in linear time.
fn common_runs(a: &Wording, b: &Wording) -> Alignment {
    const N: usize = 8;
    let mut at = std::collections::HashMap::new();
    for (j, h) in super::shingles_of(b, N).into_iter().enumerate() {
        at.entry(h).or_insert(j);
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (i, h) in super::shingles_of(a, N).into_iter().enumerate() {
        let Some(&j) = at.get(&h) else { continue };
        for k in 0..N {
            if pairs.last().is_none_or(|&(x, y)| i + k > x && j + k > y) && i + k < a.words.len() && j + k < b.words.len() {
                pairs.push((i + k, j + k));
            }
        }
    }
    Alignment { pairs }
}
