//! Tells the page apart into regions: what stands around the story and between its paragraphs, and which of it stands in the
//! reader's way.
//!
//! A *region* is one of the largest elements that hold nothing of the story and nothing of its head ([`stays`]). At the
//! level [`Level::Tidy`] a region goes if it is known for something that a reader did not come for ([`kind`]): links to
//! other stories, comments, share bars, requests to subscribe, space for advertising, what is laid over the page. One that is
//! known for nothing is looked at again in its parts, and stays where they are known for nothing either. So do the site's
//! own masthead, menus, search and footer. At the level [`Level::Story`] every region goes.
//!
//! A thing goes whole or not at all. A label ("Related", "Comments") shares the fate of what stands under it, and an element
//! all of whose parts go is hidden itself, so that no hole is left.

use crate::article::Found;
use crate::block::Block;
use crate::flaw::Flaws;
use crate::metadata::Metadata;
use crate::options::{Level, Options};
use crate::plan::{Action, Edit, Reason};
use crate::snapshot::{NodeId, Snapshot, Tag};

mod fate;
mod kind;
mod label;
mod names;
mod page;
mod stays;
mod tally;
mod zone;

use kind::Verdict;
use page::Page;

/// How sure it is that what is not the story's is not: as sure as the story is found.
const AROUND: f32 = 0.8;
/// Letters of an edit's text: enough to know the region by.
const MAX_TEXT: usize = 80;

/// The edits that hide regions, in the page's order; none of them stands in another one, or in what `flaws` hides.
#[inline(never)]
pub fn find(
    snapshot: &Snapshot,
    blocks: &[Block],
    found: &Found,
    flaws: &Flaws,
    metadata: &Metadata,
    options: &Options,
) -> Vec<Edit> {
    let page = Page::new(snapshot, blocks, found, flaws, metadata);
    let wanted = |verdict: &Verdict| {
        !options.keep.contains(&verdict.reason) && !options.never.iter().any(|rule| rule == verdict.rule)
    };
    let mut verdicts = judge(&page, &wanted);
    join(&page, &mut verdicts, &wanted);
    let around = Verdict::new(Reason::Around, "region.around", AROUND);
    if options.level == Level::Story && wanted(&around) {
        surround(&page, &mut verdicts, around);
    }
    edits(&page, &verdicts)
}

/// For each node, what it is known for, the largest first: what is known for something is not looked into.
fn judge(page: &Page, wanted: &impl Fn(&Verdict) -> bool) -> Vec<Option<Verdict>> {
    let snapshot = page.snapshot;
    let mut verdicts = vec![None; snapshot.len()];
    let mut node = NodeId::ROOT;
    while node.index() < snapshot.len() {
        let end = snapshot.end(node);
        if snapshot.tag(node) == Tag::Text || page.is_gone(node) {
            node = end;
        } else if page.holds_story(node) || is_page(snapshot.tag(node)) {
            fate::share(page, node, &mut verdicts, wanted);
            node.0 += 1;
        } else if !page.is_whole(node) {
            node = end;
        } else {
            let known = verdicts[node.index()].take().or_else(|| kind::of(page, node).filter(wanted));
            if known.is_some() {
                verdicts[node.index()] = known;
                node = end;
            } else {
                fate::share(page, node, &mut verdicts, wanted);
                node.0 += 1;
            }
        }
    }
    verdicts
}

/// Labels go along with what they stand over, and an element goes all of whose parts do. From the innermost outwards.
fn join(page: &Page, verdicts: &mut [Option<Verdict>], wanted: &impl Fn(&Verdict) -> bool) {
    for node in (0..page.snapshot.len() as u32).rev().map(NodeId) {
        if page.snapshot.tag(node) == Tag::Text || verdicts[node.index()].is_some() || page.is_gone(node) {
            continue;
        }
        let parts: Vec<NodeId> = page.parts(node).collect();
        if !parts.iter().any(|part| verdicts[part.index()].is_some()) {
            continue;
        }
        fate::follow(page, &parts, verdicts);
        let furniture = page.things(node).furniture + page.text(node).rights > 0;
        let may_go = !page.holds_story(node) && !is_page(page.snapshot.tag(node)) && !furniture;
        if may_go && page.is_whole(node) && fate::all_go(page, &parts, verdicts) {
            let going = parts.iter().filter(|part| verdicts[part.index()].is_some());
            let going: Vec<Verdict> = going.filter_map(|part| verdicts[part.index()]).collect();
            let all = fate::all(&going);
            verdicts[node.index()] = all.filter(wanted);
        }
    }
}

/// At the level of the story all regions go, the largest elements first.
fn surround(page: &Page, verdicts: &mut [Option<Verdict>], around: Verdict) {
    let snapshot = page.snapshot;
    let mut node = NodeId::ROOT;
    while node.index() < snapshot.len() {
        if page.holds_story(node) || is_page(snapshot.tag(node)) {
            node.0 += 1;
            continue;
        }
        if snapshot.tag(node) != Tag::Text && page.is_whole(node) && page.shows(node) {
            let known = verdicts[node.index()].filter(|verdict| verdict.asks.is_none());
            verdicts[node.index()] = known.or(Some(around));
        }
        node = snapshot.end(node);
    }
}

fn edits(page: &Page, verdicts: &[Option<Verdict>]) -> Vec<Edit> {
    let snapshot = page.snapshot;
    let mut edits = Vec::new();
    let mut node = NodeId::ROOT;
    while node.index() < snapshot.len() {
        let Some(Verdict { reason, rule, confidence, asks }) = verdicts[node.index()] else {
            node = if page.is_gone(node) { snapshot.end(node) } else { NodeId(node.0 + 1) };
            continue;
        };
        edits.push(Edit {
            node,
            ranges: Vec::new(),
            action: Action::Hide,
            reason,
            rule,
            confidence,
            text: text(page, node),
            replacement: String::new(),
            findable: true,
            asks,
        });
        node = snapshot.end(node);
    }
    edits
}

/// The first words that a reader sees in an element.
fn text(page: &Page, node: NodeId) -> String {
    let mut text = String::new();
    for i in page.inside(node).filter(|i| !page.blocks[*i].hidden) {
        for word in page.blocks[i].text.split_whitespace() {
            if text.len() + word.len() >= MAX_TEXT && !text.is_empty() {
                return text + "…";
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.extend(word.chars().take(MAX_TEXT));
        }
    }
    text
}

/// Elements that are the page itself.
fn is_page(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Head | Tag::Body)
}
