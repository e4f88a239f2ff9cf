//! The marks of all scripts that may end a sentence, and a place in a text where some stand.

use std::ops::Range;

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

/// Marks that end sentences (UAX 29's `STerm` and `ATerm`), and the ellipsis.
pub fn is_mark(c: char) -> bool {
    matches!(
        c,
        '.' | '!' | '?' | '…' | '؟' | '۔' | '।' | '॥' | '։' | '\u{61D}' | '\u{61E}' | '܀'
            ..='܂'
                | '߹'
                | '၊'
                | '။'
                | '።'
                | '፧'
                | '፨'
                | '។'
                | '៕'
                | '‼'
                | '‽'
                | '⁇'
                | '⁈'
                | '⁉'
                | '．'
                | '﹒'
                | '﹖'
                | '﹗'
    ) || is_wide(c)
}

/// Full-width marks, which need no space after them.
pub fn is_wide(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '｡')
}

pub fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '⁃' | '▪' | '●')
}
