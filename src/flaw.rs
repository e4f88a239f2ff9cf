//! Finds what stands inside of the story and is no part of it. There is one file for each kind of such flaw; the texts
//! that they know are in catalogues, one for each language.
//!
//! Each kind looks at the lines of the story and at those near it, and proposes what is to be done; here the proposals
//! become edits. A known text is not enough: a kind weighs the place that it stands in and gives a confidence, and the
//! bounds in `flaw/proposal.rs` say what is done at which confidence. In doubt a text stays. Nothing inside of `pre`,
//! `code`, a form or anything editable is touched, except that a box that is nothing but a form for subscribing may be
//! hidden as a whole.

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
    /// For each block of the page, the parts of its text that are hidden.
    pub cuts: Vec<Cuts>,
    /// The block that names where the story comes from, and the source that it names.
    pub source: Option<(usize, Source)>,
    /// The address that an auto-blog plugin took the story from.
    pub republished_from: Option<String>,
}

/// A kind's function: its proposals, given the page and, for each line, whether an earlier kind hides it.
type Kind = fn(&Page, &[bool]) -> Vec<Proposal>;

/// The kinds in the order that they are asked in. A line that an earlier kind hides is no neighbour to the lines that
/// later ones judge.
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

/// What the tests of all kinds share: each gives a plain text and is given the texts that the edits hide.
#[cfg(test)]
mod testing {
    use crate::plan::Action;
    use crate::{Options, Plan, Reason, analyze_text};

    /// What is hidden of a plain text for one reason.
    pub fn hidden(text: &str, reason: Reason) -> Vec<String> {
        let plan: Plan = analyze_text(text, &Options::default(), Some("Harbour of Tarn reopens after two years"), None);
        let goes = plan.edits.into_iter().filter(|edit| edit.reason == reason && edit.action == Action::Hide);
        goes.map(|edit| edit.text).collect()
    }

    /// What is hidden for one reason if a line stands between two paragraphs.
    pub fn between(line: &str, reason: Reason) -> Vec<String> {
        let before = "The harbour of Tarn reopened on Monday, and two ferries came in before noon.";
        let after = "A third was seen off the cape, but the wind held it back until the evening.";
        hidden(&format!("{before}\n\n{line}\n\n{after}"), reason)
    }
}
