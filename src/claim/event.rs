//! One event, many mentions: which claims of an article speak of one incident or one meeting.
