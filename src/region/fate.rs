//! A label and what stands under it share one fate.

use super::kind::{self, Verdict};
use super::page::Page;
use crate::plan::Reason;
use crate::snapshot::{NodeId, Tag};

/// The longest label in words, with a number or a name behind it.
const MAX_WORDS: u32 = 12;

/// Whether a reader sees one short line in an element and nothing else.
fn is_line(page: &Page, node: NodeId) -> bool {
    let text = page.text(node);
    text.blocks == 1 && text.words <= MAX_WORDS && page.things(node).media == 0
}

/// Where a label stands before what it stands over, in the same element, that is judged with the label in view, even if the
/// label is hidden already.
pub fn share(page: &Page, node: NodeId, verdicts: &mut [Option<Verdict>], wanted: &impl Fn(&Verdict) -> bool) {
    let mut over = None;
    for part in page.children(node) {
        let is_silent = page.is_silent(part);
        if !is_silent && !page.shows(part) {
            continue;
        }
        if is_silent || is_line(page, part) && page.text(part).links == 0 && page.snapshot.tag(part) != Tag::Text {
            over = page.label(part);
        } else if page.snapshot.tag(part) == Tag::Text || page.holds_story(part) || !page.is_whole(part) {
            over = None;
        } else if let Some(known) = over.take() {
            verdicts[part.index()] = kind::under(page, part, known).filter(wanted);
        }
    }
}

/// A line that stands right before what goes, and over nothing else, goes along.
pub fn follow(page: &Page, parts: &[NodeId], verdicts: &mut [Option<Verdict>]) {
    for at in (0..parts.len().saturating_sub(1)).rev() {
        let (part, next) = (parts[at], parts[at + 1]);
        let Some(verdict) = verdicts[next.index()].filter(|verdict| verdict.asks.is_none()) else { continue };
        if verdicts[part.index()].is_some() || !may_go_along(page, part) {
            continue;
        }
        let is_known = page.label(part).is_some();
        let after = parts[at + 1..].iter().find(|part| verdicts[part.index()].is_none());
        let ends = after.is_none_or(|after| is_line(page, *after));
        if is_known || ends && kind::is_heading(page, part) {
            verdicts[part.index()] = Some(verdict);
        }
    }
}

/// Whether all parts of an element go, or all but a line or two that head or end what goes.
pub fn all_go(page: &Page, parts: &[NodeId], verdicts: &[Option<Verdict>]) -> bool {
    let goes = |part: &&NodeId| verdicts[part.index()].is_some_and(|verdict| verdict.asks.is_none());
    let going = parts.iter().filter(goes).count();
    let lines = parts.iter().filter(|part| !goes(part) && may_go_along(page, **part)).count();
    going + lines == parts.len() && lines <= going.min(2)
}

/// What an element is whose parts go: what they are, if all are the same, as sure as the least sure of them.
pub fn all(parts: &[Verdict]) -> Option<Verdict> {
    let first = *parts.first()?;
    let confidence = parts.iter().map(|part| part.confidence).fold(first.confidence, f32::min);
    let (reason, rule) = match parts.iter().all(|part| part.reason == first.reason) {
        true => (first.reason, first.rule),
        false => (Reason::Column, "region.column"),
    };
    Some(Verdict::new(reason, rule, confidence))
}

fn may_go_along(page: &Page, part: NodeId) -> bool {
    page.snapshot.tag(part) != Tag::Text
        && !page.holds_story(part)
        && page.is_whole(part)
        && is_line(page, part)
        && page.text(part).rights == 0
        && page.things(part).furniture == 0
}
