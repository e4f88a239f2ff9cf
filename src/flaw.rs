//! What was left inside of the story that is no story: one file a kind, the catalogues as data beside them.
//!
//! Each kind looks at the story's lines and what stands near it, and proposes; here the proposals become edits. Context
//! decides, not words: a kind gives a confidence, and the bounds in `flaw/proposal.rs` say what is done. In doubt a text
//! is spared: nothing inside of `pre`, `code`, a form or anything editable is touched but for a box that is a subscription
//! form as a whole.

use crate::article::Found;
use crate::block::Block;
use crate::metadata::Metadata;
use crate::options::Options;
use crate::plan::{Edit, Source};
use crate::snapshot::Snapshot;

mod caption;
mod catalogue;
mod edit;
mod encoding;
mod headline;
mod label;
mod page;
mod promotion;
mod proposal;
mod punctuation;
mod related;
mod script;
mod slot;
mod source;
mod tail;
mod token;

use page::Page;
pub use proposal::Cuts;
use proposal::Proposal;

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
    use crate::plan::Action;
    use crate::{Options, Plan, Reason, analyze_text};

    /// What goes of a plain text, by reason.
    pub fn hidden(text: &str, reason: Reason) -> Vec<String> {
        let plan: Plan = analyze_text(text, &Options::default(), Some("Harbour of Tarn reopens after two years"), None);
        let goes = plan.edits.into_iter().filter(|edit| edit.reason == reason && edit.action == Action::Hide);
        goes.map(|edit| edit.text).collect()
    }

    /// A line between two paragraphs.
    pub fn between(line: &str, reason: Reason) -> Vec<String> {
        let before = "The harbour of Tarn reopened on Monday, and two ferries came in before noon.";
        let after = "A third was seen off the cape, but the wind held it back until the evening.";
        hidden(&format!("{before}\n\n{line}\n\n{after}"), reason)
    }
}
