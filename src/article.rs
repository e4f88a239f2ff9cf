//! Blocks → the story: which blocks are told, and in which element.
//!
//! The method is text density in two steps, after Kohlschütter, Fankhauser and Nejdl 2010 ("Boilerplate detection using
//! shallow text features") and Readability's shared ancestors: blocks of prose vote for the elements around them, and
//! the deepest element that holds nearly all votes is the story's; then a list of passes says what in it is no story.

use crate::block::Block;
use crate::language::{fold, word};
use crate::metadata::Metadata;
use crate::plan::Declined;
use crate::snapshot::{NodeId, Snapshot};

mod passes;
mod place;

/// The story: where it stands and what it is made of.
#[derive(Clone, Debug)]
pub struct Found {
    /// The smallest element that holds all of it.
    pub node: NodeId,
    /// The places of its blocks in the page's, ascending.
    pub blocks: Vec<usize>,
    /// The headline's own block, where the page shows one.
    pub headline: Option<usize>,
}

/// A page with less prose than this holds no story: the shortest in the benchmarks have about 40 words.
const MIN_STORY_WORDS: f32 = 25.0;
/// The share of a parent's prose that one child must hold for the story to be in that child: below it, the story is taken
/// to be spread over several children. Stories end up in one child with 0.9 and more; two columns have at most 0.7.
const MAIN_SHARE: f32 = 0.75;

/// Finds the story of a page.
///
/// # Errors
/// Why there is none.
pub fn find(snapshot: &Snapshot, blocks: &[Block], metadata: &Metadata) -> Result<Found, Declined> {
    if blocks.iter().all(|block| block.hidden) {
        return Err(Declined::Empty);
    }
    let places = place::classify(snapshot);
    let prose: Vec<f32> = blocks.iter().map(|block| prose(block, places[block.element.index()])).collect();
    let container = container(snapshot, blocks, &prose);
    let inside: Vec<usize> = (0..blocks.len()).filter(|&i| snapshot.contains(container, blocks[i].element)).collect();
    if inside.iter().map(|&i| prose[i]).sum::<f32>() < MIN_STORY_WORDS {
        return Err(Declined::NotAnArticle);
    }
    let headline = headline(snapshot, blocks, &metadata.title, &inside);
    let page = passes::Page { snapshot, blocks, places: &places, prose: &prose, headline };
    let kept = passes::run(&page, inside);
    if kept.is_empty() {
        return Err(Declined::NotAnArticle);
    }
    let node = holder(snapshot, &kept.iter().map(|&i| &blocks[i]).collect::<Vec<_>>()).unwrap_or(container);
    Ok(Found { node, blocks: kept, headline })
}

/// All of a text that is known to be a story.
pub fn whole(_: &Snapshot, blocks: &[Block]) -> Found {
    Found { node: NodeId::ROOT, blocks: (0..blocks.len()).collect(), headline: None }
}

/// Words of prose in a block: its words outside of links, fewer where nothing ends like a sentence.
fn prose(block: &Block, place: place::Place) -> f32 {
    if block.hidden || place == place::Place::Outside {
        return 0.0;
    }
    let words = word::count(&block.text) as f32 * (1.0 - block.link_density());
    let stops = block.text.chars().filter(|c| is_stop(*c)).count();
    // A sentence has at least one stop in 40 words; lists of names, labels and menus have none.
    if stops == 0 { words * 0.25 } else { words }
}

/// Stops and commas of all scripts: what prose has and menus lack.
pub fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | '!'
            | '?'
            | '…'
            | '،'
            | '؛'
            | '؟'
            | '۔'
            | '。'
            | '，'
            | '、'
            | '；'
            | '！'
            | '？'
            | '．'
            | '।'
            | '॥'
            | '።'
            | '፣'
            | '။'
            | '၊'
            | '។'
            | '·'
            | '׃'
    )
}

/// The deepest element that holds nearly all the prose of its parent, from the root down.
fn container(snapshot: &Snapshot, blocks: &[Block], prose: &[f32]) -> NodeId {
    let mut held = vec![0.0_f32; snapshot.len()];
    for (block, words) in blocks.iter().zip(prose) {
        if *words > 0.0 {
            for node in snapshot.ancestry(block.element) {
                held[node.index()] += words;
            }
        }
    }
    let mut container = NodeId::ROOT;
    loop {
        let mut best = None;
        let mut child = NodeId(container.0 + 1);
        while child < snapshot.end(container) {
            if best.is_none_or(|best: NodeId| held[child.index()] > held[best.index()]) {
                best = Some(child);
            }
            child = snapshot.end(child);
        }
        match best {
            Some(child)
                if held[child.index()] >= MAIN_SHARE * held[container.index()]
                    && held[child.index()] > 0.0
                    && blocks.iter().filter(|block| snapshot.contains(child, block.element)).nth(1).is_some() =>
            {
                container = child;
            }
            _ => return container,
        }
    }
}

/// The block that shows the headline: in the container, else the last one before it.
fn headline(snapshot: &Snapshot, blocks: &[Block], title: &str, inside: &[usize]) -> Option<usize> {
    let key = fold::key(title);
    let first = *inside.first()?;
    let is_headline = |i: &usize| {
        let block = &blocks[*i];
        !block.hidden && !key.is_empty() && fold::key(&block.text) == key
    };
    let is_heading =
        |i: &usize| snapshot.ancestry(blocks[*i].element).take(3).any(|node| snapshot.tag(node).heading().is_some());
    let last = *inside.last()?;
    (0..=last).filter(is_headline).find(is_heading).or_else(|| (0..first).rev().find(is_headline))
}

/// The smallest element that holds all of some blocks.
fn holder(snapshot: &Snapshot, blocks: &[&Block]) -> Option<NodeId> {
    let (first, last) = (blocks.first()?, blocks.last()?);
    snapshot.ancestry(first.element).find(|node| snapshot.contains(*node, last.element))
}
