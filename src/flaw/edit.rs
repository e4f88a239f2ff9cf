//! Proposals → edits: what is strong enough goes, neighbours that go for the same reason go in one piece.

use std::ops::Range;

use super::page::{self, Page};
use super::{Cuts, DOUBTFUL, LIKELY, Proposal, SURE};
use crate::block;
use crate::options::Options;
use crate::plan::{Action, Edit, Reason};
use crate::snapshot::{NodeId, Snapshot, Tag};

/// Where the proposals are collected.
pub struct Desk<'a> {
    page: &'a Page<'a>,
    options: &'a Options,
    /// For each line, whether it has gone.
    pub gone: Vec<bool>,
    pub edits: Vec<Edit>,
    cuts: Vec<Cuts>,
    /// Whole lines that go, to be gathered at the end.
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

    /// Elements that were made to hold advertisements.
    pub fn slots(&mut self, edits: Vec<Edit>) {
        for edit in edits {
            if self.is_wanted(edit.reason, edit.rule) {
                self.lose(edit.node);
                self.edits.push(edit);
            }
        }
    }

    /// All lines of an element have gone.
    fn lose(&mut self, element: NodeId) {
        for (i, line) in self.page.lines.iter().enumerate() {
            if self.page.snapshot.contains(element, self.page.blocks[line.block].nodes().start) {
                self.gone[i] = true;
            }
        }
        for (block, cuts) in self.page.blocks.iter().zip(&mut self.cuts) {
            cuts.whole |= self.page.snapshot.contains(element, block.nodes().start);
        }
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
            if cuts.spans.iter().any(|(cut, _)| cut.start < span.end && span.start < cut.end) {
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
                let cuts = &mut self.cuts[line.block];
                cuts.spans.push((span.clone(), proposal.replacement.clone()));
                cuts.spans.sort_by_key(|(span, _)| span.start);
                let edit = self.edit(&proposal, None, span);
                self.edits.push(edit);
            }
        }
    }

    /// One edit: an element where one is given, else characters.
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

    /// The edits, and what is left of each block.
    pub fn finish(mut self) -> (Vec<Edit>, Vec<Cuts>) {
        let mut whole = std::mem::take(&mut self.whole);
        whole.sort_by_key(|proposal| self.page.lines[proposal.line].block);
        let block = |proposal: &Proposal| self.page.lines[proposal.line].block;
        let mut rest = whole.as_slice();
        while let Some(first) = rest.first() {
            // Neighbours in the page with the same reason.
            let run = (rest.windows(2))
                .take_while(|pair| {
                    pair[1].reason == first.reason
                        && pair[1].action == first.action
                        && first.action == Action::Hide
                        && (block(&pair[0]) + 1..block(&pair[1])).all(|i| self.page.blocks[i].hidden)
                })
                .count();
            // The largest element that begins with the first and holds as many of them as can be.
            let (count, element) = (1..=run + 1)
                .rev()
                .find_map(|count| {
                    let element = self.holder(block(first), block(&rest[count - 1]), first.reason)?;
                    Some((count, Some(element)))
                })
                .unwrap_or((1, None));
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

    /// The largest element that holds some blocks and nothing else that a reader sees.
    fn holder(&self, first: usize, last: usize, reason: Reason) -> Option<NodeId> {
        let Page { snapshot, blocks, container, .. } = *self.page;
        let (start, end) = (blocks[first].nodes().start, blocks[last].nodes().end);
        let seen = |i: &usize| !blocks[*i].hidden;
        let before = (0..first).rev().find(seen).map_or(NodeId::ROOT, |i| blocks[i].nodes().end);
        let after =
            (last + 1..blocks.len()).find(seen).map_or(NodeId(snapshot.len() as u32), |i| blocks[i].nodes().start);
        (snapshot.ancestry(start).skip(1))
            .take_while(|node| {
                *node >= before
                    && snapshot.end(*node) <= after
                    && !page::is_frame(snapshot.tag(*node))
                    && !snapshot.contains(*node, container)
                    && !holds_picture(snapshot, *node, reason)
            })
            .filter(|node| snapshot.end(*node) >= end)
            .last()
    }
}

/// A picture that is not itself a part of what goes. An advertisement's frame and a link's thumbnail are.
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

/// What a reader sees in an element.
pub fn text(snapshot: &Snapshot, node: NodeId) -> String {
    let words = snapshot
        .descendants(node)
        .filter(|inner| snapshot.parent(*inner).is_none_or(|parent| snapshot.tag(parent) != Tag::Script))
        .flat_map(|inner| snapshot.text(inner).split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}
