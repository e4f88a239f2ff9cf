//! What was left inside of the story that is no story: one file a kind, its catalogue as data beside it.
//!
//! Each kind looks at the story's blocks and proposes; here the proposals become edits. In doubt a text is spared:
//! nothing inside of `pre`, `code`, a form or anything editable is ever touched.

use std::ops::Range;

use crate::article::Found;
use crate::block::{self, Block};
use crate::metadata::Metadata;
use crate::options::Options;
use crate::plan::{Action, Edit, Reason, Source};
use crate::snapshot::{NodeId, Snapshot, Tag};

mod caption;
mod catalogue;
mod headline;
mod marker;
mod punctuation;
mod slot;
mod source;

/// What was found in the story, and what is left of each block.
#[derive(Debug)]
pub struct Flaws {
    pub edits: Vec<Edit>,
    /// For each block of the page, what goes.
    pub cuts: Vec<Cuts>,
    /// The block that says where the story comes from, and what it says.
    pub source: Option<(usize, Source)>,
    /// Where an auto-blog plugin took the story from.
    pub republished_from: Option<String>,
}

/// What goes of one block's text.
#[derive(Clone, Debug, Default)]
pub struct Cuts {
    /// All of it.
    pub whole: bool,
    /// Byte ranges of the block's text, ascending and apart.
    pub spans: Vec<Range<usize>>,
}

/// What a kind may look at.
pub struct Page<'a> {
    pub snapshot: &'a Snapshot,
    pub blocks: &'a [Block],
    /// The places of the story's blocks, ascending.
    pub story: &'a [usize],
    pub headline: Option<usize>,
    pub title: &'a str,
}

/// What a kind proposes for one block.
#[derive(Debug)]
pub struct Proposal {
    pub block: usize,
    /// `None` for the whole block.
    pub span: Option<Range<usize>>,
    pub action: Action,
    pub reason: Reason,
    pub rule: &'static str,
    pub confidence: f32,
}

impl Proposal {
    fn hide(block: usize, reason: Reason, rule: &'static str, confidence: f32) -> Self {
        Self { block, span: None, action: Action::Hide, reason, rule, confidence }
    }

    fn cut(block: usize, span: Range<usize>, reason: Reason, rule: &'static str, confidence: f32) -> Self {
        Self { span: Some(span), ..Self::hide(block, reason, rule, confidence) }
    }
}

type Kind = fn(&Page) -> Vec<Proposal>;

/// The first kind to speak of a block's whole decides for it.
const KINDS: [Kind; 5] = [marker::find, headline::find, source::find, caption::find, punctuation::find];

pub fn find(snapshot: &Snapshot, blocks: &[Block], found: &Found, metadata: &Metadata, options: &Options) -> Flaws {
    let near: Vec<usize> = (0..blocks.len())
        .filter(|&i| snapshot.contains(found.node, blocks[i].element) && !blocks[i].hidden && Some(i) != found.headline)
        .collect();
    let page = Page { snapshot, blocks, story: &near, headline: found.headline, title: &metadata.title };
    let mut flaws = Flaws {
        edits: Vec::new(),
        cuts: vec![Cuts::default(); blocks.len()],
        source: source::of_story(&page),
        republished_from: None,
    };
    for proposal in KINDS.iter().flat_map(|kind| kind(&page)) {
        let cuts = &mut flaws.cuts[proposal.block];
        if options.keep.contains(&proposal.reason)
            || options.never.iter().any(|rule| rule == proposal.rule)
            || blocks[proposal.block].protected
            || cuts.whole
        {
            continue;
        }
        match &proposal.span {
            None => cuts.whole = true,
            Some(span) if cuts.spans.iter().any(|cut| cut.start < span.end && span.start < cut.end) => continue,
            Some(span) => {
                cuts.spans.push(span.clone());
                cuts.spans.sort_by_key(|span| span.start);
            }
        }
        flaws.edits.push(edit(&page, &proposal));
    }
    if !options.keep.contains(&Reason::AdSlot) {
        flaws.edits.extend(slot::find(&page));
    }
    flaws
}

/// Hides the element where it holds nothing else, else takes the characters out.
fn edit(page: &Page, proposal: &Proposal) -> Edit {
    let block = &page.blocks[proposal.block];
    let Proposal { action, reason, rule, confidence, .. } = *proposal;
    let span = proposal.span.clone().unwrap_or(0..block.text.len());
    let text = block.text[span.clone()].trim().to_owned();
    let element = if proposal.span.is_none() { holder(page, proposal.block) } else { None };
    let ranges = if element.is_some() { Vec::new() } else { block::ranges(page.snapshot, &block.runs, &span) };
    let node = element.or(ranges.first().map(|range| range.node)).unwrap_or(block.element);
    Edit { node, ranges, action, reason, rule, confidence, text, replacement: String::new(), findable: false }
}

/// The largest element that holds a block and nothing else that a reader sees.
fn holder(page: &Page, block: usize) -> Option<NodeId> {
    let Page { snapshot, blocks, .. } = *page;
    let nodes = blocks[block].nodes();
    let before = block.checked_sub(1).map_or(NodeId::ROOT, |i| blocks[i].nodes().end);
    let after = blocks.get(block + 1).map_or(NodeId(snapshot.len() as u32), |next| next.nodes().start);
    (snapshot.ancestry(nodes.start).skip(1))
        .take_while(|node| {
            *node >= before
                && snapshot.end(*node) <= after
                && *node != NodeId::ROOT
                && !matches!(snapshot.tag(*node), Tag::Body | Tag::Article | Tag::Main | Tag::Td | Tag::Th | Tag::Tr)
                && !snapshot.descendants(*node).any(|inner| snapshot.tag(inner).is_media())
        })
        .filter(|node| snapshot.end(*node) >= nodes.end)
        .last()
}

/// One shape for the tests of all kinds: a page of HTML-like blocks in, the edits' texts out.
#[cfg(test)]
mod testing {
    use crate::{Options, Plan, Reason, analyze_text};

    /// What goes of a plain text, by reason.
    pub fn hidden(text: &str, reason: Reason) -> Vec<String> {
        let plan: Plan = analyze_text(text, &Options::default(), Some("Harbour of Tarn reopens after two years"), None);
        plan.edits.into_iter().filter(|edit| edit.reason == reason).map(|edit| edit.text).collect()
    }
}
