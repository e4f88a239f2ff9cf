//! Proposals → edits. A proposal that is sure enough is carried out, and neighbouring lines that go for the same reason
//! are hidden as one.

use std::ops::Range;

use super::page::{self, Page};
use super::proposal::{Cuts, DOUBTFUL, LIKELY, Proposal, SURE};
use crate::block;
use crate::options::Options;
use crate::plan::{Action, Edit, Reason};
use crate::snapshot::{NodeId, Snapshot, Tag};

/// Collects the proposals of all kinds, and makes edits of them at the end.
pub struct Desk<'a> {
    page: &'a Page<'a>,
    options: &'a Options,
    /// For each line, whether it is hidden as a whole.
    pub gone: Vec<bool>,
    pub edits: Vec<Edit>,
    cuts: Vec<Cuts>,
    /// The proposals to hide whole lines, which become edits when all of them are known.
    whole: Vec<Proposal>,
}

impl<'a> Desk<'a> {
    pub fn new(page: &'a Page<'a>, options: &'a Options) -> Self {
        Self {
            page,
            options,
            gone: vec![false; page.lines.len()],
            edits: Vec::new(),
            cuts: vec![Cuts::default(); page.blocks.len()],
            whole: Vec::new(),
        }
    }

    fn is_wanted(&self, reason: Reason, rule: &str) -> bool {
        !self.options.keep.contains(&reason) && !self.options.never.iter().any(|never| never == rule)
    }

    /// Takes the edits that hide elements made to hold an advertisement, with all lines in them.
    pub fn slots(&mut self, edits: Vec<Edit>) {
        for edit in edits {
            if self.is_wanted(edit.reason, edit.rule) {
                self.lose(edit.node);
                self.edits.push(edit);
            }
        }
    }

    /// Notes that all lines of an element are hidden.
    fn lose(&mut self, element: NodeId) {
        let Page { snapshot, blocks, ref lines, .. } = *self.page;
        // Blocks begin in the page's order, and lines come in that of their blocks.
        let first = blocks.partition_point(|block| block.nodes().start < element);
        let end = blocks.partition_point(|block| block.nodes().start < snapshot.end(element));
        let line = |block| lines.partition_point(|line| line.block < block);
        self.gone[line(first)..line(end)].fill(true);
        self.cuts[first..end].iter_mut().for_each(|cuts| cuts.whole = true);
    }

    pub fn take(&mut self, proposals: Vec<Proposal>) {
        for mut proposal in proposals {
            let line = &self.page.lines[proposal.line];
            let cuts = &self.cuts[line.block];
            if self.gone[proposal.line]
                || cuts.whole
                || proposal.confidence < DOUBTFUL
                || !self.is_wanted(proposal.reason, proposal.rule)
                || (line.protected && proposal.element.is_none())
            {
                continue;
            }
            if proposal.action == Action::Hide && proposal.confidence < LIKELY {
                proposal.action = Action::Leave;
            }
            let span = proposal.span.clone().unwrap_or(line.span.clone());
            // Cuts are ascending and apart: of those that begin before the end, the last alone can reach in.
            let place = cuts.spans.partition_point(|(cut, _)| cut.start < span.end);
            if place > 0 && span.start < cuts.spans[place - 1].0.end {
                continue;
            }
            if proposal.action == Action::Leave {
                let edit = self.edit(&proposal, None, span);
                self.edits.push(edit);
                continue;
            }
            if let Some(element) = proposal.element {
                let text = text(self.page.snapshot, element);
                let edit = Edit { text, ..self.edit(&proposal, Some(element), span) };
                self.edits.push(edit);
                self.lose(element);
            } else if proposal.span.is_none() && line.whole {
                self.gone[proposal.line] = true;
                self.cuts[line.block].whole = true;
                self.whole.push(proposal);
            } else {
                self.gone[proposal.line] |= proposal.span.is_none();
                self.cuts[line.block].spans.insert(place, (span.clone(), proposal.replacement.clone()));
                let edit = self.edit(&proposal, None, span);
                self.edits.push(edit);
            }
        }
    }

    /// Makes the edit of a proposal: it hides an element where one is given, else the characters of a span.
    fn edit(&self, proposal: &Proposal, element: Option<NodeId>, span: Range<usize>) -> Edit {
        let block = self.page.block(proposal.line);
        let Proposal { action, reason, rule, confidence, .. } = *proposal;
        let text = block.text[span.clone()].trim().to_owned();
        let ranges = if element.is_some() { Vec::new() } else { block::ranges(self.page.snapshot, &block.runs, &span) };
        let node = element.or(ranges.first().map(|range| range.node)).unwrap_or(block.element);
        Edit {
            node,
            ranges,
            action,
            reason,
            rule,
            confidence,
            text,
            replacement: proposal.replacement.clone(),
            findable: element.is_some() && action == Action::Hide && confidence < SURE,
        }
    }

    /// Whether placeholders of a plugin were found.
    pub fn marked(&self) -> bool {
        let marks = |reason: Reason| matches!(reason, Reason::AdMarker | Reason::Shortcode);
        self.edits.iter().any(|edit| marks(edit.reason)) || self.whole.iter().any(|proposal| marks(proposal.reason))
    }

    /// The edits in the page's order, and for each block what is cut out of its text.
    pub fn finish(mut self) -> (Vec<Edit>, Vec<Cuts>) {
        let mut whole = std::mem::take(&mut self.whole);
        whole.sort_by_key(|proposal| self.page.lines[proposal.line].block);
        let mut rest = whole.as_slice();
        while let Some(first) = rest.first() {
            let (count, element) = self.holder(rest);
            let lowest = rest[..count].iter().map(|p| p.confidence).fold(1.0, f32::min);
            let line = &self.page.lines[first.line];
            let mut edit = self.edit(first, element, line.span.clone());
            edit.findable &= lowest < SURE;
            edit.text = rest[..count].iter().map(|p| self.page.lines[p.line].text.trim()).collect::<Vec<_>>().join(" ");
            if element.is_none() && first.action == Action::Caption {
                edit.ranges.clear();
                edit.node = self.page.element(first.line);
            }
            self.edits.push(edit);
            rest = &rest[count..];
        }
        (self.edits, self.cuts)
    }

    /// For lines of which the first is to be hidden: the largest element that begins with it and shows a reader nothing
    /// but it and lines after it that go for the same reason; and how many of the lines the element holds.
    fn holder(&self, lines: &[Proposal]) -> (usize, Option<NodeId>) {
        let Page { snapshot, blocks, container, .. } = *self.page;
        let first = &lines[0];
        let block = |i: usize| self.page.lines[lines[i].line].block;
        let before = blocks[..block(0)].iter().rev().find(|block| !block.hidden);
        let before = before.map_or(NodeId::ROOT, |block| block.nodes().end);
        let after = |i: usize| (block(i) + 1..blocks.len()).find(|i| !blocks[*i].hidden);
        let mut found = (1, None);
        let (mut count, mut next) = (1, after(0));
        for node in snapshot.ancestry(blocks[block(0)].nodes().start).skip(1) {
            if node < before || page::is_frame(snapshot.tag(node)) || snapshot.contains(node, container) {
                return found;
            }
            let end = snapshot.end(node);
            let is_inside = |i: &usize| blocks[*i].nodes().start < end;
            while let Some(inside) = next.filter(is_inside) {
                let goes_along = first.action == Action::Hide
                    && lines.get(count).is_some_and(|line| line.reason == first.reason && line.action == first.action)
                    && block(count) == inside;
                if !goes_along {
                    return found;
                }
                next = after(count);
                count += 1;
            }
            if holds_picture(snapshot, node, first.reason) {
                return found;
            }
            if end >= blocks[block(count - 1)].nodes().end {
                found = (count, Some(node));
            }
        }
        found
    }
}

/// Whether an element holds a picture that must stay. The frame of an advertisement and the thumbnail of a link are
/// parts of what is hidden.
fn holds_picture(snapshot: &Snapshot, node: NodeId, reason: Reason) -> bool {
    let teaser = |inner| {
        matches!(reason, Reason::Related | Reason::AdSlot | Reason::Promotion | Reason::Share)
            && (snapshot.ancestry(inner))
                .take_while(|around| *around > node)
                .any(|around| matches!(snapshot.tag(around), Tag::A | Tag::Button))
    };
    let framed =
        |inner| reason == Reason::AdLabel && (snapshot.tag(inner) == Tag::Iframe || snapshot.tag(node) == Tag::Figure);
    let icon = |inner| snapshot.tag(inner) == Tag::Svg;
    (snapshot.descendants(node))
        .any(|inner| snapshot.tag(inner).is_media() && !icon(inner) && !framed(inner) && !teaser(inner))
}

/// The text that a reader sees in an element.
pub fn text(snapshot: &Snapshot, node: NodeId) -> String {
    let words = snapshot
        .descendants(node)
        .filter(|inner| snapshot.parent(*inner).is_none_or(|parent| snapshot.tag(parent) != Tag::Script))
        .flat_map(|inner| snapshot.text(inner).split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}
