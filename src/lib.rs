//! Zubda (زبدة, "the gist") cleans a news article in the page where it stands: it finds the story, says what to hide and
//! why, tells the story's parts apart, and chooses a summary every sentence of which stands in the article.
//!
//! The core knows no browser. A [`Snapshot`] goes in, a [`Plan`] comes out, and [`clean`] is the way between them:
//!
//! ```
//! use zubda::{Options, analyze_text};
//!
//! let story = "The harbour of Tarn reopened on Monday.\n\n[ad_1]\n\nTwo ferries came in before noon.";
//! let plan = analyze_text(story, &Options::default(), Some("Harbour reopens"), None);
//! assert_eq!(plan.text, "The harbour of Tarn reopened on Monday.\n\nTwo ferries came in before noon.");
//! assert_eq!(plan.edits[0].text, "[ad_1]");
//! ```
//!
//! Each stage stays a function of its own in the module (`inline(never)`): a browser compiles whole functions, quickly when they
//! are first called and again when they were called often, and what has grown together waits for all of it.
//!
//! A module imports only what stands before it in this order, and no two files import each other, however far around; a test
//! holds every import to it (`tests/layers.rs`):
//!
//! ```text
//! language   letters, scripts, words, sentences, what is known of each language
//! forest     boosted trees, as the training scripts write them
//! snapshot   IN: the page as the browser saw it
//! plan       OUT: what was found, and what to do about it
//! options    IN: what is asked for
//! block      snapshot → runs of inline text
//! metadata   title, byline, dates, site
//! article    blocks → the story
//! flaw       what was left inside of the story
//! region     what stands around the story, and in the reader's way
//! story      its paragraphs and sentences, without the flaws
//! words      its words, read once for the stages after it
//! opener     sentences that take up what was said before
//! section    the story → its parts
//! summary    parts → ranked sentences
//! assemble   all of it → a plan
//! html       a reader of HTML files, natively
//! render     a plan → HTML and Markdown, natively
//! lib        the pipeline
//! training   what the training scripts measure, natively
//! wasm       decode → clean → encode, in the browser
//! ```

mod article;
mod assemble;
mod block;
mod flaw;
mod forest;
#[cfg(feature = "html")]
pub mod html;
pub mod language;
mod metadata;
mod opener;
pub mod options;
pub mod plan;
mod region;
#[cfg(feature = "html")]
pub mod render;
mod section;
pub mod snapshot;
mod story;
mod summary;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
mod words;

#[cfg(feature = "html")]
#[doc(hidden)]
pub mod training;

pub use options::Options;
pub use plan::{Plan, Reason};
pub use snapshot::Snapshot;

use options::Level;
use plan::Declined;
use story::Story;
use words::Words;

/// A page whose elements are nested deeper than this is declined, since every stage walks up the ancestors of nodes.
/// Real pages stay below 100.
const MAX_DEPTH: u32 = 1_000;
/// A snapshot of more nodes than this is declined: it has ten times as many as the largest page of the benchmarks.
const MAX_NODES: usize = 2_000_000;
/// A snapshot of more bytes of text than this is declined: it is as long as ten long novels, and would take some
/// seconds.
const MAX_TEXT: usize = 8 << 20;

/// Finds the story of a page, and says what to do about everything in it that is not story.
///
/// Every snapshot gives a plan, and the same one each time. For a page that is no article the plan says so, in
/// [`Plan::declined`]. Time and memory are linear in the snapshot.
#[must_use]
pub fn clean(snapshot: &Snapshot, options: &Options) -> Plan {
    if snapshot.len() > MAX_NODES || snapshot.text_len() > MAX_TEXT {
        return Plan::declined(Declined::TooLarge);
    }
    if snapshot.depth() > MAX_DEPTH {
        return Plan::declined(Declined::TooDeep);
    }
    let blocks = block::cut(snapshot);
    let metadata = metadata::read(snapshot, &blocks);
    let found = match article::find(snapshot, &blocks, &metadata, options) {
        Ok(found) => found,
        Err(declined) => return Plan::declined(declined),
    };
    let mut flaws = flaw::find(snapshot, &blocks, &found, &metadata, options);
    let story = Story::from_page(snapshot, &blocks, &found, &flaws, &metadata);
    if options.level > Level::Leftovers {
        let regions = region::find(snapshot, &blocks, &found, &flaws, &metadata, options);
        flaws.edits.extend(regions);
    }
    finish(snapshot, &story, flaws.edits, options)
}

/// Does the same for plain text, whose paragraphs are parted by blank lines. What is left over in it is not in
/// [`Plan::text`].
///
/// With [`Options::sentences`] its punctuation and character references stay as they are, so that every sentence can be found
/// in the text that was given.
#[must_use]
pub fn analyze_text(text: &str, options: &Options, title: Option<&str>, language: Option<&str>) -> Plan {
    let snapshot = Snapshot::from_text(text, title.unwrap_or_default(), language.unwrap_or_default());
    let blocks = block::cut(&snapshot);
    let metadata = metadata::read(&snapshot, &blocks);
    let found = article::whole(&snapshot, &blocks);
    if found.blocks.is_empty() {
        return Plan::declined(Declined::Empty);
    }
    let mut kept = options.clone();
    if options.sentences {
        kept.keep.extend([Reason::Punctuation, Reason::Encoding]);
    }
    let flaws = flaw::find(&snapshot, &blocks, &found, &metadata, &kept);
    let story = Story::from_page(&snapshot, &blocks, &found, &flaws, &metadata);
    finish(&snapshot, &story, flaws.edits, options)
}

/// Does the same for a story that is given as paragraphs of sentences. Both are kept as they are given.
#[must_use]
pub fn analyze_sentences<S: AsRef<str>>(
    paragraphs: &[Vec<S>],
    options: &Options,
    title: Option<&str>,
    language: Option<&str>,
) -> Plan {
    let story = Story::from_sentences(paragraphs, title.unwrap_or_default(), language.unwrap_or_default());
    if story.paragraphs.is_empty() {
        return Plan::declined(Declined::Empty);
    }
    finish(&Snapshot::default(), &story, Vec::new(), options)
}

fn finish(snapshot: &Snapshot, story: &Story, edits: Vec<plan::Edit>, options: &Options) -> Plan {
    let words = Words::of(story);
    let sections = section::divide(story, &words, options);
    let ranking = summary::rank(story, &words, &sections);
    assemble::assemble(snapshot, story, edits, &sections, &ranking, options)
}
