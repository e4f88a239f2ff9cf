//! A second look at each block, once every block has a first score: the scores of its neighbours and of the elements
//! around it.
//!
//! Stacked generalization (Wolpert 1992): the first scores are measurements like any other, so that the second model
//! learns how much the neighbours tell, and no rules have to say so.

use rustc_hash::FxHashMap as HashMap;

use super::features::number::measures;
use super::features::{Measured, Row};
use crate::block::Block;
use crate::forest::logistic;
use crate::snapshot::{NodeId, Snapshot};

measures! {
    /// What is measured of one block at its second look. Scores are log odds; what an element holds of likely story is taken
    /// as a share of its words (`likely`), or of the page's likely story (`share`).
    Context {
        /// The first score, and those of its neighbours.
        score, score_before, score_2_before, score_after, score_2_after,
        /// The likeliest of the six blocks before and after.
        best_before, best_after,
        /// Its groups, the smallest first.
        group_likely, group_2_likely, group_3_likely, group_4_likely, group_share, group_2_share, group_3_share,
        /// The share of the likely story that stands before it, and after.
        before, after,
        /// The blocks of the same tags and names.
        alike_likely,
        /// Groups from the block to the element that holds nearly all likely story; 0 inside of it.
        to_container,
        /// Words since the last likely block, and up to the next.
        since_likely, to_likely,
        /// The page's likely story, and the share of it in that element.
        page_story, container_share,
        /// As at the first look; see [`Row`].
        words, stops, ends, link, digits, furniture, starts, kind, heading, in_figure, in_list, name, least_name, names,
        words_before, words_after, group_link, alike_blocks, claimed, titled, time, copies, alike_prose, head, head_before,
        since_end, since_aside, since_heading,
        /// What the last heading scored: it speaks for what stands under it.
        under_heading,
        /// The least of the three scores before, the highest of the three after.
        least_before, most_after,
        /// What stands within eight blocks.
        near_likely,
    }
}

/// Groups up to something, the most that are told apart.
const FAR: f32 = 20.0;
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
        let group = |n: usize| masses[measured.groups[place][n].index()];
        let mean = |mass: Mass| mass.story / mass.words.max(1.0);
        let share = |mass: Mass| mass.story / all.story.max(1.0);
        let best = |range: std::ops::Range<usize>| likely[range].iter().copied().fold(0.0, f32::max);
        let element = blocks[i].element;
        let with_container = snapshot.ancestry(element).find(|node| snapshot.contains(*node, container));
        let depth = |node: NodeId| measured.depths[node.index()];
        let to_container = with_container.map_or(FAR, |node| (depth(element) - depth(node)).min(FAR));
        let own = measured.words[place] * likely[place];
        let raw: &Row = &measured.rows[place];
        let count = likely.len();
        rows.push(Context {
            score: scores[place],
            score_before: at(-1),
            score_2_before: at(-2),
            score_after: at(1),
            score_2_after: at(2),
            best_before: best(place.saturating_sub(6)..place),
            best_after: best((place + 1).min(count)..(place + 7).min(count)),
            group_likely: mean(group(0)),
            group_2_likely: mean(group(1)),
            group_3_likely: mean(group(2)),
            group_4_likely: mean(group(3)),
            group_share: share(group(0)),
            group_2_share: share(group(1)),
            group_3_share: share(group(2)),
            before: before / all.story.max(1.0),
            after: 1.0 - (before + own) / all.story.max(1.0),
            alike_likely: mean(shapes[&measured.shape[place]]),
            to_container: if snapshot.contains(container, element) { 0.0 } else { to_container },
            since_likely: since[place],
            to_likely: to_next[place],
            page_story: (1.0 + all.story).ln(),
            container_share: share(masses[container.index()]),
            words: raw.words,
            stops: raw.stops,
            ends: raw.ends,
            link: raw.link,
            digits: raw.digits,
            furniture: raw.furniture,
            starts: raw.starts,
            kind: raw.kind,
            heading: raw.heading,
            in_figure: raw.in_figure,
            in_list: raw.in_list,
            name: raw.name,
            least_name: raw.least_name,
            names: raw.names,
            words_before: raw.words_before,
            words_after: raw.words_after,
            group_link: raw.group_link,
            alike_blocks: raw.alike_blocks,
            claimed: raw.claimed,
            titled: raw.titled,
            time: raw.time,
            copies: raw.copies,
            alike_prose: raw.alike_prose,
            head: raw.head,
            head_before: raw.head_before,
            since_end: raw.since_end,
            since_aside: raw.since_aside,
            since_heading: raw.since_heading,
            under_heading: under,
            least_before: at(-1).min(at(-2)).min(at(-3)),
            most_after: at(1).max(at(2)).max(at(3)),
            near_likely: mean(beside(place)),
        });
        if raw.heading > 0.0 {
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
