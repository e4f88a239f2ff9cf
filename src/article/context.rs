//! A second look at each block, once every block has a first score: the scores of its neighbours and of the elements
//! around it.
//!
//! Stacked generalization (Wolpert 1992): the first scores are measurements like any other, so that the second model
//! learns how much the neighbours tell, and no rules have to say so.

use rustc_hash::FxHashMap as HashMap;

use super::features::{Measured, Row};
use crate::block::Block;
use crate::forest::logistic;
use crate::snapshot::{NodeId, Snapshot};

/// How many numbers there are for a block.
pub const COUNT: usize = 54;

/// One block's numbers.
pub type Context = [f32; COUNT];

/// The log odds that stand for a neighbour where a page begins or ends: surely no story.
const NOBODY: f32 = -6.0;
/// The container is an element that holds at least this share of what is likely story on the page.
const CONTAINER_SHARE: f32 = 0.8;

/// How many words under an element are likely story, and how many there are.
#[derive(Clone, Copy, Default)]
struct Mass {
    words: f32,
    story: f32,
}

/// Measures each visible block again, with the first scores of all of them, which are log odds.
#[inline(never)]
pub fn look(snapshot: &Snapshot, blocks: &[Block], measured: &Measured, scores: &[f32]) -> Vec<Context> {
    let likely: Vec<f32> = scores.iter().map(|score| logistic(*score)).collect();
    let mut masses = vec![Mass::default(); snapshot.len()];
    let mut shapes: HashMap<u32, Mass> = HashMap::default();
    for (place, &i) in measured.blocks.iter().enumerate() {
        let own = Mass { words: measured.words[place], story: measured.words[place] * likely[place] };
        add(&mut masses[blocks[i].element.index()], own);
        add(shapes.entry(measured.shape[place]).or_default(), own);
    }
    for node in (1..snapshot.len()).rev() {
        if masses[node].words > 0.0
            && let Some(parent) = snapshot.parent(NodeId(node as u32))
        {
            let own = masses[node];
            add(&mut masses[parent.index()], own);
        }
    }
    let all = masses.first().copied().unwrap_or_default();
    let container = container(snapshot, &masses);
    let to_next = distances(likely.iter().zip(&measured.words).rev());
    let mut since = distances(likely.iter().zip(&measured.words));
    since.reverse();
    // The score of the last heading before the block, since a heading and the text under it are mostly of one kind.
    let mut under = NOBODY;
    let beside = |place: usize| {
        let mut mass = Mass::default();
        let near = place.saturating_sub(8)..(place + 9).min(likely.len());
        for (words, likely) in measured.words[near.clone()].iter().zip(&likely[near]) {
            add(&mut mass, Mass { words: *words, story: words * likely });
        }
        mass
    };
    let mut before = 0.0;
    let mut rows = Vec::with_capacity(scores.len());
    for (place, &i) in measured.blocks.iter().enumerate() {
        let at = |offset: isize| {
            place.checked_add_signed(offset).and_then(|place| scores.get(place)).copied().unwrap_or(NOBODY)
        };
        let around: Vec<Mass> = snapshot.ancestry(blocks[i].element).take(4).map(|node| masses[node.index()]).collect();
        let up = |n: usize| around.get(n).copied().unwrap_or(all);
        let mean = |mass: Mass| mass.story / mass.words.max(1.0);
        let share = |mass: Mass| mass.story / all.story.max(1.0);
        let best = |range: std::ops::Range<usize>| likely[range].iter().copied().fold(0.0, f32::max);
        let levels = snapshot.ancestry(blocks[i].element).take(20).position(|node| snapshot.contains(node, container));
        let inside = snapshot.contains(container, blocks[i].element);
        let own = measured.words[place] * likely[place];
        let raw: &Row = &measured.rows[place];
        let count = likely.len();
        rows.push([
            scores[place],
            at(-1),
            at(-2),
            at(1),
            at(2),
            best(place.saturating_sub(6)..place),
            best((place + 1).min(count)..(place + 7).min(count)),
            mean(up(0)),
            mean(up(1)),
            mean(up(2)),
            mean(up(3)),
            share(up(1)),
            share(up(2)),
            share(up(3)),
            before / all.story.max(1.0),
            1.0 - (before + own) / all.story.max(1.0),
            mean(shapes[&measured.shape[place]]),
            if inside { 0.0 } else { levels.unwrap_or(20) as f32 },
            since[place],
            to_next[place],
            (1.0 + all.story).ln(),
            share(masses[container.index()]),
            raw[0],
            raw[1],
            raw[3],
            raw[4],
            raw[5],
            raw[6],
            raw[7],
            raw[8],
            raw[9],
            raw[18],
            raw[19],
            raw[24],
            raw[25],
            raw[27],
            raw[32],
            raw[36],
            raw[44],
            raw[49],
            raw[52],
            raw[54],
            raw[60],
            raw[63],
            raw[65],
            raw[68],
            raw[69],
            raw[70],
            raw[71],
            raw[72],
            under,
            at(-1).min(at(-2)).min(at(-3)),
            at(1).max(at(2)).max(at(3)),
            mean(beside(place)),
        ]);
        if raw[9] > 0.0 {
            under = scores[place];
        }
        before += own;
    }
    rows
}

fn add(mass: &mut Mass, own: Mass) {
    mass.words += own.words;
    mass.story += own.story;
}

/// The deepest element that holds at least [`CONTAINER_SHARE`] of what is likely story.
fn container(snapshot: &Snapshot, masses: &[Mass]) -> NodeId {
    let wanted = masses.first().map_or(0.0, |all| all.story * CONTAINER_SHARE);
    let mut container = NodeId::ROOT;
    loop {
        let mut child = NodeId(container.0 + 1);
        let end = snapshot.end(container);
        while child < end && masses[child.index()].story < wanted {
            child = snapshot.end(child);
        }
        if child >= end || wanted == 0.0 {
            return container;
        }
        container = child;
    }
}

/// For each block, how far back the last block is that is likely story: the logarithm of the words between. The result
/// is in the reverse of the order given, so that a pass from the page's end comes out in the page's order.
fn distances<'a>(blocks: impl Iterator<Item = (&'a f32, &'a f32)>) -> Vec<f32> {
    let mut words = 1e4_f32;
    let mut found: Vec<f32> = blocks
        .map(|(likely, own)| {
            let distance = words;
            words = if *likely > 0.5 { 0.0 } else { words + own };
            (1.0 + distance).ln()
        })
        .collect();
    found.reverse();
    found
}
