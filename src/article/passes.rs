//! What in the story's element is no story: a list of named passes, each of which only takes away.

use super::is_stop;
use super::place::Place;
use crate::block::Block;
use crate::language::word;
use crate::snapshot::{NodeId, Snapshot, Tag};

/// What a pass may look at.
pub struct Page<'a> {
    pub snapshot: &'a Snapshot,
    pub blocks: &'a [Block],
    pub places: &'a [Place],
    pub prose: &'a [f32],
    pub headline: Option<usize>,
}

/// A pass takes the blocks and gives back those that stay.
type Pass = fn(&Page, Vec<usize>) -> Vec<usize>;

/// In this order: later passes look at what the earlier ones have left.
const PASSES: [Pass; 6] =
    [drop_hidden, drop_headline, drop_places, drop_link_lists, drop_orphaned_subheads, drop_before_and_after];

pub fn run(page: &Page, blocks: Vec<usize>) -> Vec<usize> {
    PASSES.iter().fold(blocks, |blocks, pass| pass(page, blocks))
}

fn drop_hidden(page: &Page, mut blocks: Vec<usize>) -> Vec<usize> {
    blocks.retain(|&i| !page.blocks[i].hidden);
    blocks
}

/// The headline is no paragraph, nor is what stands above it (kicker, breadcrumbs).
fn drop_headline(page: &Page, mut blocks: Vec<usize>) -> Vec<usize> {
    if let Some(headline) = page.headline {
        let above: f32 = blocks.iter().filter(|&&i| i < headline).map(|&i| page.prose[i]).sum();
        let below: f32 = blocks.iter().filter(|&&i| i > headline).map(|&i| page.prose[i]).sum();
        blocks.retain(|&i| i != headline && (i > headline || above > below));
    }
    blocks.retain(|&i| page.snapshot.tag(page.blocks[i].element) != Tag::H1);
    blocks
}

fn drop_places(page: &Page, mut blocks: Vec<usize>) -> Vec<usize> {
    blocks.retain(|&i| page.places[page.blocks[i].element.index()] == Place::Open);
    blocks
}

/// A block that is mostly links is a teaser; one that is prose in a link, or a short label, may be the story's own.
fn drop_link_lists(page: &Page, mut blocks: Vec<usize>) -> Vec<usize> {
    let in_list = |node: NodeId| {
        page.snapshot.ancestry(node).take(4).any(|node| matches!(page.snapshot.tag(node), Tag::Ul | Tag::Ol))
    };
    blocks.retain(|&i| {
        let block = &page.blocks[i];
        block.link_density() < 0.6
            || (!in_list(block.element) && word::count(&block.text) <= 3)
            || block.text.ends_with(is_stop)
    });
    blocks
}

/// A heading over nothing that is left was a heading of what has gone.
fn drop_orphaned_subheads(page: &Page, blocks: Vec<usize>) -> Vec<usize> {
    let is_heading = |i: usize| page.snapshot.tag(page.blocks[i].element).heading().is_some();
    let mut next = None;
    let mut kept: Vec<usize> = (blocks.into_iter().rev())
        .filter(|&i| {
            let over_text = next.is_some_and(|next| next == i + 1 || !is_heading(next));
            next = Some(i);
            !is_heading(i) || over_text
        })
        .collect();
    kept.reverse();
    kept
}

/// Short lines without a stop before the first and after the last paragraph of prose are the page's furniture, but for
/// those in the same element as that paragraph, which flaws may yet be found in.
fn drop_before_and_after(page: &Page, blocks: Vec<usize>) -> Vec<usize> {
    /// Words of prose that make a paragraph beyond doubt.
    const SURE: f32 = 8.0;
    let sure = |i: &&usize| page.prose[**i] >= SURE && page.snapshot.tag(page.blocks[**i].element).heading().is_none();
    let (Some(&first), Some(&last)) = (blocks.iter().find(sure), blocks.iter().rev().find(sure)) else { return blocks };
    let parent = |i: usize| {
        let element = page.blocks[i].element;
        page.snapshot.parent(element).unwrap_or(element)
    };
    let near = |node: NodeId, i: usize| page.snapshot.contains(node, page.blocks[i].element);
    blocks
        .into_iter()
        .filter(|&i| (first..=last).contains(&i) || near(parent(first), i) || near(parent(last), i))
        .collect()
}
