//! Blocks → the story: which of a page's blocks belong to it, and which element holds them.
//!
//! The method is learned, in two rounds. Each block is measured ([`features`]) and scored by boosted trees; then it is
//! measured again in the company of its scored neighbours and the elements around it ([`context`]), and scored anew.
//! Nothing that is measured depends on the script of the text. Those blocks are the story whose F1, as the scores lead
//! one to expect it, is the highest ([`threshold`]).

use std::ops::Range;

use rustc_hash::FxHashMap as HashMap;

use crate::block::Block;
use crate::forest::logistic;
use crate::metadata::Metadata;
use crate::options::Options;
use crate::plan::Declined;
use crate::snapshot::{NodeId, Snapshot};

pub mod context;
pub mod ends;
pub mod features;
mod heads;
pub mod model;
pub mod names;
mod verdict;

use features::Measured;
use model::MODEL;

/// The story: where it stands and what it is made of.
#[derive(Clone, Debug)]
pub struct Found {
    /// The smallest element that holds all of it.
    pub node: NodeId,
    /// The places of its blocks in the page's, ascending.
    pub blocks: Vec<usize>,
    /// For each block of the page, how likely it is the story's, 0 to 1; 0 where it is hidden.
    pub likely: Vec<f32>,
    /// The headline's own block, where the page shows one.
    pub headline: Option<usize>,
    /// How sure it is that this is an article, 0 to 1.
    pub certainty: f32,
    /// What speaks against it; see [`verdict`].
    pub doubts: Vec<&'static str>,
}

/// A page with less prose than this holds no story: the shortest in the benchmarks have about 40 words.
const MIN_STORY_WORDS: f32 = 25.0;
/// The same where somebody said that there is a story, or the page calls itself one: better a part of it than nothing.
const MIN_ASKED_WORDS: f32 = 12.0;

/// Finds the story of a page.
///
/// # Errors
/// Why there is none. What [`Options::asked`] and [`Options::anyway`] say decides how much doubt is allowed.
pub fn find(snapshot: &Snapshot, blocks: &[Block], metadata: &Metadata, options: &Options) -> Result<Found, Declined> {
    let measured = features::measure(snapshot, blocks, metadata, &|token| MODEL.weight(token));
    if measured.blocks.is_empty() {
        return Err(Declined::Empty);
    }
    let first: Vec<f32> = measured.rows.iter().map(|row| MODEL.first.score(&row.numbers())).collect();
    let looks = context::look(snapshot, blocks, &measured, &first);
    let likely: Vec<f32> = looks.iter().map(|look| logistic(MODEL.second.score(&look.numbers()))).collect();
    let mut kept = ends::cut(snapshot, blocks, &measured, metadata, choose(&measured, &likely));
    let words = |kept: &[usize]| kept.iter().map(|&place| measured.words[place]).sum::<f32>();
    if options.anyway && words(&kept) < MIN_ASKED_WORDS {
        kept = (0..likely.len()).collect();
    }
    let is_claimed = metadata.is_article == Some(true) || options.asked;
    if !options.anyway && words(&kept) < if is_claimed { MIN_ASKED_WORDS } else { MIN_STORY_WORDS } {
        return Err(Declined::NotAnArticle);
    }
    let chosen: Vec<&Block> = kept.iter().map(|&place| &blocks[measured.blocks[place]]).collect();
    let choice = verdict::Choice {
        likely: &likely,
        kept: &kept,
        holder: holder(snapshot, &chosen).ok_or(Declined::NotAnArticle)?,
    };
    let verdict = verdict::judge(snapshot, blocks, &measured, metadata, &choice);
    let is_refused = if options.asked { verdict.is_surely_other } else { !verdict.doubts.is_empty() };
    if is_refused && !options.anyway {
        return Err(Declined::NotAnArticle);
    }
    let story: Vec<usize> =
        kept.into_iter().map(|place| measured.blocks[place]).filter(|&i| is_told(metadata, i)).collect();
    let node =
        holder(snapshot, &story.iter().map(|&i| &blocks[i]).collect::<Vec<_>>()).ok_or(Declined::NotAnArticle)?;
    let mut all = vec![0.0; blocks.len()];
    for (place, &i) in measured.blocks.iter().enumerate() {
        all[i] = likely[place];
    }
    let verdict::Verdict { certainty, doubts, .. } = verdict;
    Ok(Found { node, blocks: story, likely: all, headline: metadata.headline, certainty, doubts })
}

/// Whether a block is no headline, byline or date, which are the story's but no part of its text.
pub fn is_told(metadata: &Metadata, block: usize) -> bool {
    Some(block) != metadata.headline && metadata.about.binary_search(&block).is_err()
}

/// Takes all blocks for the story, for a text that is known to be one.
pub fn whole(_: &Snapshot, blocks: &[Block]) -> Found {
    Found {
        node: NodeId::ROOT,
        blocks: (0..blocks.len()).collect(),
        likely: vec![1.0; blocks.len()],
        headline: None,
        certainty: 1.0,
        doubts: Vec::new(),
    }
}

/// A block between two of the story stays with so much of the threshold's likelihood. Half of it takes the share of pages that
/// lose a tenth of their story from .096 to .087 (wcxb), .156 to .089 (omnivorefx), .091 to .078 (postlightfx), .063 to .056
/// (fundus), with F1 within a thousandth of what it was or above; a quarter loses F1 on fundus and trafieval.
const FILL: f32 = 0.5;
/// More of it in links than this speaks against it.
const FILL_LINK: f32 = 0.4;

/// Where more than this share of the words of one shape in one group is story, all blocks of that shape there are one text, and
/// those that are at least so likely stay, unless more of them than this is in links. It takes the share of pages that lose a
/// tenth of their story from .048 to .032 (fundus) and .106 to .091 (mozilla), with F1 as it was or up to .004 above on every set.
const ALIKE_SHARE: f32 = 0.5;
const ALIKE: f32 = 0.05;
const ALIKE_LINK: f32 = 0.2;

/// The blocks that are the story, as places among the measured ones, ascending: those above the [`threshold`]; those alike to
/// them in the same group; and between two of them what stands in the smallest group of one of them, is half as likely, and has
/// nothing that speaks against it (links, a figure, a picture right before it, an aside, a copy of the same text).
pub fn choose(measured: &Measured, likely: &[f32]) -> Vec<usize> {
    let threshold = threshold(likely, &measured.words);
    // Of each shape in each group: the words of the story, and all.
    let mut alike: HashMap<(NodeId, u32), (f32, f32)> = HashMap::default();
    let kind = |place: usize| (measured.groups[place][0], measured.shape[place]);
    for (place, words) in measured.words.iter().enumerate() {
        let (story, all) = alike.entry(kind(place)).or_default();
        *story += if likely[place] > threshold { *words } else { 0.0 };
        *all += words;
    }
    let is_alike = |place: usize| {
        let (story, all) = alike[&kind(place)];
        let row = &measured.rows[place];
        story > ALIKE_SHARE * all && likely[place] > ALIKE && row.link < ALIKE_LINK && row.copies == 0.0
    };
    let surely: Vec<usize> = (0..likely.len()).filter(|&place| likely[place] > threshold || is_alike(place)).collect();
    let fills = |before: usize, place: usize, after: usize| {
        let row = &measured.rows[place];
        let apart = [row.in_figure, row.after_media, row.in_aside, row.copies].iter().any(|sign| *sign > 0.0);
        let together = [before, after].iter().any(|other| measured.groups[place].contains(&measured.groups[*other][0]));
        together && !apart && row.link < FILL_LINK && likely[place] > FILL * threshold
    };
    let between = |pair: &[usize]| (pair[0] + 1..pair[1]).filter(|&place| fills(pair[0], place, pair[1])).collect();
    let filled: Vec<Vec<usize>> = surely.windows(2).map(between).collect();
    let mut chosen: Vec<usize> = filled.into_iter().flatten().chain(surely).collect();
    chosen.sort_unstable();
    chosen
}

/// A lost word weighs so much beside one too many (β² of the F measure): a reader misses a paragraph more than a stray line
/// troubles them. It takes the share of pages that lose a tenth of their story from .070 to .058 (scrapinghub), .046 to .034
/// (mcloud), .133 to .111 (omnivorefx), for .001 of F1 (.006 on mcloud); 1.5 lowers it on more sets, for .003 of F1 (.008 on mcloud).
const RECALL_WEIGHT: f32 = 1.2;

/// How likely a block must be to be taken for the story, 0 to 1, so that the expected F measure over words is the highest:
/// its share 1 / (1 + β²) (Lewis 1995, "Evaluating and optimizing autonomous text classification systems", for β = 1).
/// `likely` holds each block's probability, `words` its length. Where all blocks of a page are unsure the threshold is low:
/// their likelier half is still the best guess.
fn threshold(likely: &[f32], words: &[f32]) -> f32 {
    /// No threshold is lower, since such probabilities are noise, nor higher, since no F1 is above 1.
    const RANGE: Range<f32> = 0.02..0.5;
    /// The search goes on until the threshold stays. The page that needed the most steps needed 9.
    const STEPS: usize = 20;
    let all: f32 = likely.iter().zip(words).map(|(likely, words)| likely * words).sum();
    let mut threshold = RANGE.end;
    for _ in 0..STEPS {
        let kept = likely.iter().zip(words).filter(|(likely, _)| **likely > threshold);
        let (hit, size) = kept.fold((0.0, 0.0), |(hit, size), (likely, words)| (hit + likely * words, size + words));
        let next = (hit / f32::max(RECALL_WEIGHT * all + size, 1e-6)).clamp(RANGE.start, RANGE.end);
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
