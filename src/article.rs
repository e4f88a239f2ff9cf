//! Blocks → the story: which of a page's blocks belong to it, and which element holds them.
//!
//! The method is learned, in two rounds. Each block is measured ([`features`]) and scored by boosted trees; then it is
//! measured again in the company of its scored neighbours and the elements around it ([`context`]), and scored anew.
//! Nothing that is measured depends on the script of the text. Those blocks are the story whose F1, as the scores lead
//! one to expect it, is the highest ([`threshold`]).

use std::ops::Range;

use crate::block::Block;
use crate::forest::logistic;
use crate::metadata::Metadata;
use crate::plan::Declined;
use crate::snapshot::{NodeId, Snapshot};

pub mod context;
pub mod features;
mod heads;
pub mod model;
pub mod names;
mod verdict;

use model::MODEL;

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
/// The least words of prose of a page that calls itself an article. There a part of the story is better than nothing; 2
/// pages of the benchmarks have so little.
const MIN_CLAIMED_WORDS: f32 = 12.0;

/// Finds the story of a page.
///
/// # Errors If the page holds no story, the reason.
pub fn find(snapshot: &Snapshot, blocks: &[Block], metadata: &Metadata) -> Result<Found, Declined> {
    let measured = features::measure(snapshot, blocks, metadata, &|token| MODEL.weight(token));
    if measured.blocks.is_empty() {
        return Err(Declined::Empty);
    }
    let first: Vec<f32> = measured.rows.iter().map(|row| MODEL.first.score(row)).collect();
    let looks = context::look(snapshot, blocks, &measured, &first);
    let likely: Vec<f32> = looks.iter().map(|look| logistic(MODEL.second.score(look))).collect();
    let threshold = threshold(&likely, &measured.words);
    let kept: Vec<usize> = (0..likely.len()).filter(|&place| likely[place] > threshold).collect();
    let least = if metadata.is_article == Some(true) { MIN_CLAIMED_WORDS } else { MIN_STORY_WORDS };
    if kept.iter().map(|&place| measured.words[place]).sum::<f32>() < least {
        return Err(Declined::NotAnArticle);
    }
    let chosen: Vec<&Block> = kept.iter().map(|&place| &blocks[measured.blocks[place]]).collect();
    let choice = verdict::Choice {
        likely: &likely,
        kept: &kept,
        holder: holder(snapshot, &chosen).ok_or(Declined::NotAnArticle)?,
    };
    if verdict::why_not(snapshot, blocks, &measured, metadata, &choice).is_some() {
        return Err(Declined::NotAnArticle);
    }
    let headline = metadata.headline;
    let story: Vec<usize> = (kept.into_iter().map(|place| measured.blocks[place]))
        .filter(|i| Some(*i) != headline && metadata.about.binary_search(i).is_err())
        .collect();
    let node =
        holder(snapshot, &story.iter().map(|&i| &blocks[i]).collect::<Vec<_>>()).ok_or(Declined::NotAnArticle)?;
    Ok(Found { node, blocks: story, headline })
}

/// Takes all blocks for the story, for a text that is known to be one.
pub fn whole(_: &Snapshot, blocks: &[Block]) -> Found {
    Found { node: NodeId::ROOT, blocks: (0..blocks.len()).collect(), headline: None }
}

/// How likely a block must be to be taken for the story, 0 to 1, so that the expected F1 over words is the highest:
/// half of that F1 (Lewis 1995, "Evaluating and optimizing autonomous text classification systems"). `likely` holds
/// each block's probability, `words` its length. Where all blocks of a page are unsure the threshold is low: their
/// likelier half is still the best guess.
pub fn threshold(likely: &[f32], words: &[f32]) -> f32 {
    /// No threshold is lower, since such probabilities are noise, nor higher, since no F1 is above 1.
    const RANGE: Range<f32> = 0.02..0.5;
    /// The search goes on until the threshold stays. The page that needed the most steps needed 9.
    const STEPS: usize = 20;
    let all: f32 = likely.iter().zip(words).map(|(likely, words)| likely * words).sum();
    let mut threshold = RANGE.end;
    for _ in 0..STEPS {
        let kept = likely.iter().zip(words).filter(|(likely, _)| **likely > threshold);
        let (hit, size) = kept.fold((0.0, 0.0), |(hit, size), (likely, words)| (hit + likely * words, size + words));
        let next = (hit / f32::max(all + size, 1e-6)).clamp(RANGE.start, RANGE.end);
        if (next - threshold).abs() < 1e-4 {
            break;
        }
        threshold = next;
    }
    threshold
}

/// The smallest element that holds all of the given blocks.
fn holder(snapshot: &Snapshot, blocks: &[&Block]) -> Option<NodeId> {
    let (first, last) = (blocks.first()?, blocks.last()?);
    snapshot.ancestry(first.element).find(|node| snapshot.contains(*node, last.element))
}
