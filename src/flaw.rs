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
pub mod catalogue;
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
pub mod slot;
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
    use super::*;
    use crate::plan::{Action, Reason};
    use crate::{Plan, analyze_text};

    /// What is hidden of a plain text for one reason.
    pub fn hidden(text: &str, reason: Reason) -> Vec<String> {
        let plan: Plan = analyze_text(text, &Options::default(), Some(TITLE), None);
        let goes = plan.edits.into_iter().filter(|edit| edit.reason == reason && edit.action == Action::Hide);
        goes.map(|edit| edit.text).collect()
    }

    /// What is hidden for one reason if a line stands between two paragraphs.
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
        let told = (0..blocks.len()).filter(told).collect();
        let likely = vec![0.0; blocks.len()];
        let found =
            Found { node, blocks: told, likely, headline: metadata.headline, certainty: 1.0, doubts: Vec::new() };
        let mut flaws = super::find(&snapshot, &blocks, &found, &metadata, options);
        flaws.edits.sort_by_key(|edit| (edit.node, edit.ranges.first().map(|range| range.start)));
        (snapshot, flaws)
    }
}
