//! What was left inside of the story that is no story: one file a kind, the catalogues as data beside them.
//!
//! Each kind looks at the story's lines and what stands near it, and proposes; here the proposals become edits. Context
//! decides, not words: a kind gives a confidence, and [`SURE`], [`LIKELY`] and [`DOUBTFUL`] say what is done. In doubt a text
//! is spared: nothing inside of `pre`, `code`, a form or anything editable is touched but for a box that is a subscription
//! form as a whole.

use std::ops::Range;

use crate::article::Found;
use crate::block::Block;
use crate::language::{fold, letter};
use crate::metadata::Metadata;
use crate::options::Options;
use crate::plan::{Action, Edit, Reason, Source};
use crate::snapshot::{NodeId, Snapshot};

mod caption;
mod catalogue;
mod edit;
mod encoding;
mod headline;
mod key;
mod label;
mod page;
mod promotion;
mod punctuation;
mod related;
mod script;
mod slot;
mod source;
mod tail;
mod token;

use page::Page;

/// From here on a text is residue beyond doubt, and goes: no page of the benchmarks loses an honest sentence so.
const SURE: f32 = 0.9;
/// From here on it goes as well, but find-in-page still reaches it: between the two lie whole lines judged by where they stand.
const LIKELY: f32 = 0.75;
/// From here on it stays, and is listed as doubtful; below, it is not even that.
const DOUBTFUL: f32 = 0.55;

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
    /// Byte ranges of the block's text, ascending and apart, each with what stands in its place.
    pub spans: Vec<(Range<usize>, String)>,
}

/// What a kind proposes for one line.
#[derive(Debug)]
struct Proposal {
    /// A place in [`Page::lines`].
    line: usize,
    /// Bytes of the block's text; `None` for the whole line.
    span: Option<Range<usize>>,
    /// A box around the line that goes as a whole.
    element: Option<NodeId>,
    action: Action,
    reason: Reason,
    rule: &'static str,
    confidence: f32,
    replacement: String,
}

impl Proposal {
    fn hide(line: usize, reason: Reason, rule: &'static str, confidence: f32) -> Self {
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

    fn cut(line: usize, span: Range<usize>, reason: Reason, rule: &'static str, confidence: f32) -> Self {
        Self { span: Some(span), ..Self::hide(line, reason, rule, confidence) }
    }
}

/// A kind: what it proposes, given the lines that have gone already.
type Kind = fn(&Page, &[bool]) -> Vec<Proposal>;

/// In this order: what the first kinds take is no neighbour to what the later ones judge.
const KINDS: [Kind; 11] = [
    script::find,
    token::find,
    headline::find,
    tail::find,
    related::find,
    promotion::find,
    label::find,
    caption::find,
    source::find,
    encoding::find,
    punctuation::find,
];

pub fn find(snapshot: &Snapshot, blocks: &[Block], found: &Found, metadata: &Metadata, options: &Options) -> Flaws {
    let page = Page::new(snapshot, blocks, found, metadata);
    let mut desk = edit::Desk::new(&page, options);
    desk.slots(slot::find(&page, &found.blocks));
    for kind in KINDS {
        let proposals = kind(&page, &desk.gone);
        desk.take(proposals);
    }
    let source = source::of_story(&page, &desk.gone);
    let republished_from = source::republished_from(&desk, source.as_ref());
    let (edits, cuts) = desk.finish();
    Flaws { edits, cuts, source, republished_from }
}

/// One shape for the tests of all kinds: a plain text in, the edits' texts out.
#[cfg(test)]
mod testing {
    use super::*;
    use crate::{Plan, analyze_text};

    /// What goes of a plain text, by reason.
    pub fn hidden(text: &str, reason: Reason) -> Vec<String> {
        let plan: Plan = analyze_text(text, &Options::default(), Some(TITLE), None);
        let goes = plan.edits.into_iter().filter(|edit| edit.reason == reason && edit.action == Action::Hide);
        goes.map(|edit| edit.text).collect()
    }

    /// A line between two paragraphs.
    pub fn between(line: &str, reason: Reason) -> Vec<String> {
        hidden(&format!("{BEFORE}\n\n{line}\n\n{AFTER}"), reason)
    }

    pub const TITLE: &str = "Harbour of Tarn reopens after two years";
    pub const BEFORE: &str = "The harbour of Tarn reopened on Monday, and two ferries came in before noon.";
    pub const AFTER: &str = "A third was seen off the cape, but the wind held it back until the evening.";

    /// What is done to a page whose story is its `<article>`, each edit as `rule confidence action text`, in the page's order.
    #[cfg(feature = "html")]
    pub fn page(body: &str) -> Vec<String> {
        let line = |edit: &Edit| format!("{} {:.2} {:?} {}", edit.rule, edit.confidence, edit.action, edit.text);
        flaws(body, &Options::default()).1.edits.iter().map(line).collect()
    }

    /// The same for markup between two paragraphs of a story.
    #[cfg(feature = "html")]
    pub fn story(markup: &str) -> Vec<String> {
        page(&article(markup))
    }

    /// Where it is done: the element, or `from..to` of a text and what stands in its place; and whether it can still be found.
    #[cfg(feature = "html")]
    pub fn places(body: &str) -> Vec<String> {
        let (snapshot, flaws) = flaws(body, &Options::default());
        let place = |edit: &Edit| {
            let ranges = edit.ranges.iter().map(|range| format!("{}..{}", range.start, range.end)).collect::<Vec<_>>();
            let place = if ranges.is_empty() { format!("{:?}", snapshot.tag(edit.node)) } else { ranges.join(" ") };
            let instead =
                if edit.replacement.is_empty() { String::new() } else { format!(" as {:?}", edit.replacement) };
            format!("{place}{instead}: {}{}", edit.text, if edit.findable { " (findable)" } else { "" })
        };
        flaws.edits.iter().map(place).collect()
    }

    #[cfg(feature = "html")]
    pub fn article(markup: &str) -> String {
        format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p>{markup}<p>{AFTER}</p></article>")
    }

    #[cfg(feature = "html")]
    pub fn flaws(body: &str, options: &Options) -> (Snapshot, Flaws) {
        let html = format!("<html lang=en><head><title>{TITLE}</title></head><body>{body}</body></html>");
        let snapshot = crate::html::snapshot(&html, "https://news.example/story");
        let blocks = crate::block::cut(&snapshot);
        let metadata = crate::metadata::read(&snapshot, &blocks);
        let node =
            snapshot.nodes().find(|node| snapshot.tag(*node) == crate::snapshot::Tag::Article).unwrap_or_default();
        let told = |i: &usize| {
            !blocks[*i].hidden && Some(*i) != metadata.headline && snapshot.contains(node, blocks[*i].element)
        };
        let found = Found { node, blocks: (0..blocks.len()).filter(told).collect(), headline: metadata.headline };
        let mut flaws = super::find(&snapshot, &blocks, &found, &metadata, options);
        flaws.edits.sort_by_key(|edit| (edit.node, edit.ranges.first().map(|range| range.start)));
        (snapshot, flaws)
    }
}
