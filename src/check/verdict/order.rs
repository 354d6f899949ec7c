use std::cmp::Ordering;

use crate::link::Book;

/// Which of two articles reported first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    /// The first of the two, on an earlier day or by the clock.
    Before,
    /// The second.
    After,
    /// Both at one minute.
    SameClock,
    /// One day, and the clocks are not both known.
    SameDay,
    /// One of them is not dated.
    Unknown,
}

impl Order {
    /// Whether the two are reports of one time.
    pub(crate) const fn is_one_time(self) -> bool {
        matches!(self, Self::SameClock | Self::SameDay)
    }
}

/// Compares the times of two articles: clocks where both are known, else days.
pub(crate) fn order(book: &Book, a: usize, b: usize) -> Order {
    match book.by_clock(a, b) {
        Some(Ordering::Less) => return Order::Before,
        Some(Ordering::Greater) => return Order::After,
        Some(Ordering::Equal) => return Order::SameClock,
        None => {}
    }
    match (book.days[a], book.days[b]) {
        (Some(x), Some(y)) if x < y => Order::Before,
        (Some(x), Some(y)) if x > y => Order::After,
        (Some(_), Some(_)) => Order::SameDay,
        _ => Order::Unknown,
    }
}
