//! Stretches of text that stand in the page as they are, and what is white space between them.

use std::ops::Range;

use crate::snapshot::NodeId;

/// A verbatim stretch: `len` bytes of a block's text that are the same bytes of a text node, white space apart.
#[derive(Clone, Copy, Debug)]
pub struct Run {
    /// Byte offset in the block's text.
    pub at: usize,
    /// Length in bytes, in both texts.
    pub len: usize,
    /// The text node.
    pub node: NodeId,
    /// Byte offset in the text node's data.
    pub offset: usize,
}

/// The runs of a stretch of the text that they are of.
pub fn cropped(runs: &[Run], kept: &Range<usize>) -> Vec<Run> {
    let inside = runs.iter().filter(|run| run.at < kept.end && run.at + run.len > kept.start);
    inside
        .map(|run| {
            let (from, to) = (run.at.max(kept.start), (run.at + run.len).min(kept.end));
            Run { at: from - kept.start, len: to - from, node: run.node, offset: run.offset + from - run.at }
        })
        .collect()
}

/// What shows nothing at a paragraph's edge: no-break spaces, and what has no width. Other wide spaces are how a language
/// sets its paragraphs in.
pub fn is_blank(c: char) -> bool {
    is_space(c) || matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}' | '\u{200b}' | '\u{feff}')
}

/// What HTML folds: ASCII white space. A no-break space is a character.
pub fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}
