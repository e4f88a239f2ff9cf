//! A place in a text where marks stand that may end a sentence.

use std::ops::Range;

pub use crate::language::letter::{is_bullet, is_sentence_end as is_mark, is_wide_end as is_wide};

/// A place where a sentence may end: one or more marks, and the quotes and brackets that close with them.
#[derive(Debug)]
pub struct Stop {
    /// The marks.
    pub marks: Range<usize>,
    /// Past the marks and what closes with them.
    pub end: usize,
}

/// What stands before a stop, as far back as a sentence reaches: it is looked through at every stop, and a sentence that
/// never ends must not make that cost more and more.
pub fn near_end(before: &str) -> &str {
    /// Bytes: a page of print.
    const FAR: usize = 2_000;
    &before[before.floor_char_boundary(before.len().saturating_sub(FAR))..]
}
