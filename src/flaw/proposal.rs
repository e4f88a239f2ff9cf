//! What a kind of flaw proposes to do, and how sure it must be for it to be done.

use std::ops::Range;

use crate::plan::{Action, Reason};
use crate::snapshot::NodeId;

/// A proposal of this confidence or more is carried out: the text is left over beyond doubt. No page of the benchmarks
/// loses an honest sentence by this.
pub const SURE: f32 = 0.9;
/// A proposal of this confidence or more is carried out as well, but the browser's search still finds the text. These
/// are whole lines that were judged by where they stand.
pub const LIKELY: f32 = 0.75;
/// What is proposed with this confidence or more, but less than the two above, stays in sight and is listed as
/// doubtful. With less it is not even listed.
pub const DOUBTFUL: f32 = 0.55;

/// The parts of one block's text that are hidden or replaced.
#[derive(Clone, Debug, Default)]
pub struct Cuts {
    /// All of it.
    pub whole: bool,
    /// Byte ranges of the block's text, ascending and apart, each with what stands in its place.
    pub spans: Vec<(Range<usize>, String)>,
}

/// What a kind proposes for one line.
#[derive(Clone, Debug)]
pub struct Proposal {
    /// A place in [`Page::lines`](super::page::Page::lines).
    pub line: usize,
    /// Bytes of the block's text; `None` for the whole line.
    pub span: Option<Range<usize>>,
    /// A box around the line that goes as a whole.
    pub element: Option<NodeId>,
    pub action: Action,
    pub reason: Reason,
    pub rule: &'static str,
    pub confidence: f32,
    pub replacement: String,
}

impl Proposal {
    pub fn hide(line: usize, reason: Reason, rule: &'static str, confidence: f32) -> Self {
        Self {
            line,
            span: None,
            element: None,
            action: Action::Hide,
            reason,
            rule,
            confidence,
            replacement: String::new(),
        }
    }

    pub fn cut(line: usize, span: Range<usize>, reason: Reason, rule: &'static str, confidence: f32) -> Self {
        Self { span: Some(span), ..Self::hide(line, reason, rule, confidence) }
    }
}
