//! The lines of the story and of what stands near it, with the facts about each by which the kinds of flaws judge it.

use std::ops::Range;

use crate::article::Found;
use crate::block::Block;
use crate::language::key;
use crate::language::{letter, word};
use crate::metadata::Metadata;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// What the kinds of flaws look at.
pub struct Page<'a> {
    pub snapshot: &'a Snapshot,
    pub blocks: &'a [Block],
    pub lines: Vec<Line<'a>>,
    /// The block that shows the headline.
    pub headline: Option<usize>,
    /// The texts that the page gives as its headline, folded, each once with the site's name and once without.
    pub titles: Vec<String>,
    /// The words of the headline, folded.
    pub title: String,
    /// The element that holds the whole story.
    pub container: NodeId,
    /// The place of the first line inside of the story's element, and of the first line of running text.
    pub first_inside: usize,
    pub first_prose: usize,
    /// The places of the story's lines of running text, ascending.
    prose: Vec<usize>,
}

/// What a reader takes for one line: a block, or, if `<br>` parts a block into paragraphs, one of these.
pub struct Line<'a> {
    pub block: usize,
    /// Where the line stands in its block's text, in bytes.
    pub span: Range<usize>,
    /// Whether the line is all of its block.
    pub whole: bool,
    pub text: &'a str,
    /// The line's words, [folded](key::words).
    pub words: String,
    /// Its length to a reader.
    pub length: u32,
    /// Whether the line is running text: a sentence or more.
    pub prose: bool,
    /// Whether the line is inside of the story's element; if not, it stands near it.
    pub inside: bool,
    /// The links in the line, in order: where each stands in the block's text, in bytes, and its `<a>`.
    pub links: Vec<(Range<usize>, NodeId)>,
    /// The level of the heading that the line stands in, 1 to 6.
    pub heading: Option<u32>,
    pub protected: bool,
    /// Whether the line stands in a block quotation.
    pub quoted: bool,
}

impl Line<'_> {
    /// The share of the line's text that is inside of links, 0 to 1.
    pub fn linked(&self) -> f32 {
        let bytes: usize = self.links.iter().map(|(span, _)| span.len()).sum();
        bytes as f32 / self.text.len().max(1) as f32
    }

    /// Whether the line ends as a sentence does.
    pub fn ends_in_stop(&self) -> bool {
        ends_in_stop(self.text)
    }

    /// A person says it: in quotation marks, as a turn of a dialogue, as a question.
    pub fn is_speech(&self) -> bool {
        self.is_said() || crate::language::sentence::asks(self.text)
    }

    /// A person says it: in quotation marks or as a turn of a dialogue.
    pub fn is_said(&self) -> bool {
        let text = self.text.trim();
        let opens = text.starts_with(['“', '"', '«', '„', '「', '『', '‘', '”', '»', '¿', '¡', '〝', '‹']);
        let dash = |c: char| matches!(c, '-' | '–' | '—' | '―');
        let turn = text.starts_with(dash) && !text.ends_with(dash);
        opens || turn
    }
}

pub fn ends_in_stop(text: &str) -> bool {
    text.trim_end_matches(|c: char| c.is_whitespace() || letter::is_closer(c)).ends_with(letter::is_sentence_end)
}

/// A line of so many words is running text beyond doubt: the first number where it has a stop or a comma, the second
/// where it has none.
const PROSE: u32 = 8;
const LONG_PROSE: u32 = 14;
/// How many blocks before and after the story's element are looked at. Further away the page's own furniture begins.
const NEAR: usize = 6;
/// If more hidden lines than this stand between a line and the next that stays, the line counts as having no neighbour
/// on that side.
const FAR: usize = 100;

impl<'a> Page<'a> {
    pub fn new(snapshot: &'a Snapshot, blocks: &'a [Block], found: &Found, metadata: &Metadata) -> Self {
        let container = container(snapshot, blocks, found);
        let inside = |i: usize| snapshot.contains(container, blocks[i].element) && !blocks[i].text.is_empty();
        let first = (0..blocks.len()).find(|&i| inside(i));
        let last = (0..blocks.len()).rev().find(|&i| inside(i));
        let mut lines = Vec::new();
        if let (Some(first), Some(last)) = (first, last) {
            let furniture = |i: &usize| is_furniture(snapshot, blocks[*i].element, container);
            let seen = |i: &usize| !blocks[*i].hidden;
            let before: Vec<usize> = (0..first).rev().filter(seen).take_while(|i| !furniture(i)).take(NEAR).collect();
            let after = (last + 1..blocks.len()).filter(seen).take_while(|i| !furniture(i)).take(NEAR);
            let all = before.into_iter().rev().chain(first..=last).chain(after);
            for i in all.filter(seen).filter(|&i| Some(i) != found.headline) {
                cut(snapshot, blocks, i, inside(i), &mut lines);
            }
        }
        let document = snapshot.title();
        let heading = found.headline.map_or("", |i| blocks[i].text.as_str());
        let mut titles: Vec<String> =
            [metadata.title.as_str(), document, heading].iter().map(|title| key::compact(title)).collect();
        titles.sort();
        titles.dedup();
        titles.retain(|title| !title.is_empty());
        let title = key::words(&[metadata.title.as_str(), heading].join(" "));
        let first = |is: fn(&Line) -> bool| lines.iter().position(is).unwrap_or(lines.len());
        let (first_inside, first_prose) = (first(|line| line.inside), first(|line| line.prose));
        let prose = (0..lines.len()).filter(|&i| lines[i].prose && lines[i].inside).collect();
        Self {
            first_inside,
            first_prose,
            prose,
            snapshot,
            blocks,
            lines,
            headline: found.headline,
            titles,
            title,
            container,
        }
    }

    pub fn block(&self, line: usize) -> &'a Block {
        &self.blocks[self.lines[line].block]
    }

    pub fn element(&self, line: usize) -> NodeId {
        self.block(line).element
    }

    /// The next line that is not hidden, after or before a line.
    pub fn neighbour(&self, line: usize, gone: &[bool], forwards: bool) -> Option<usize> {
        let open = |i: &usize| !gone[*i] && !self.lines[*i].words.is_empty();
        if forwards { (line + 1..self.lines.len()).take(FAR).find(open) } else { (0..line).rev().take(FAR).find(open) }
    }

    /// Whether running text stands after or before a line, with no more than a few short lines between the two.
    pub fn prose_near(&self, line: usize, gone: &[bool], forwards: bool) -> bool {
        const REACH: usize = 3;
        let mut at = line;
        for _ in 0..REACH {
            match self.neighbour(at, gone, forwards) {
                Some(next) if self.lines[next].prose => return true,
                Some(next) => at = next,
                None => return !forwards && self.headline.is_some(),
            }
        }
        false
    }

    /// Whether no running text of the story comes after a line.
    pub fn is_tail(&self, line: usize, gone: &[bool]) -> bool {
        let open = |i: &&usize| !gone.get(**i).copied().unwrap_or_default();
        self.prose.iter().rev().take(FAR).find(open).is_none_or(|last| *last <= line)
    }

    /// The largest element around a line that shows a reader nothing else.
    pub fn wrapper(&self, line: usize) -> NodeId {
        let Self { snapshot, blocks, .. } = *self;
        let block = self.lines[line].block;
        let nodes = blocks[block].nodes();
        let before = block.checked_sub(1).map_or(NodeId::ROOT, |i| blocks[i].nodes().end);
        let after = blocks.get(block + 1).map_or(NodeId(snapshot.len() as u32), |next| next.nodes().start);
        (snapshot.ancestry(nodes.start).skip(1))
            .take_while(|node| *node >= before && snapshot.end(*node) <= after && !is_frame(snapshot.tag(*node)))
            .filter(|node| snapshot.end(*node) >= nodes.end)
            .last()
            .unwrap_or(blocks[block].element)
    }
}

/// Elements that are the page's own frame, or a part of something laid out together: never hidden for one line in them.
pub fn is_frame(tag: Tag) -> bool {
    matches!(tag, Tag::Html | Tag::Body | Tag::Article | Tag::Main | Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody)
}

/// The smallest element that holds all of the story's blocks.
fn container(snapshot: &Snapshot, blocks: &[Block], found: &Found) -> NodeId {
    let (Some(&first), Some(&last)) = (found.blocks.first(), found.blocks.last()) else { return found.node };
    snapshot
        .ancestry(blocks[first].element)
        .find(|node| snapshot.contains(*node, blocks[last].element))
        .filter(|node| snapshot.contains(found.node, *node))
        .unwrap_or(found.node)
}

/// Whether a node is part of the page's own header, footer, navigation or sidebar, outside of the story.
fn is_furniture(snapshot: &Snapshot, node: NodeId, container: NodeId) -> bool {
    snapshot.ancestry(node).take_while(|around| !snapshot.contains(*around, container)).any(|around| {
        matches!(snapshot.tag(around), Tag::Nav | Tag::Header | Tag::Footer | Tag::Aside | Tag::Menu | Tag::Dialog)
            || matches!(
                snapshot.attribute(around, Attr::Role),
                Some("navigation" | "complementary" | "contentinfo" | "banner" | "search" | "dialog")
            )
    })
}

/// Adds a block's lines to `lines`. If single `<br>`s part the block into paragraphs, each is a line; the lines of a
/// poem or an address are not parted.
fn cut<'a>(snapshot: &Snapshot, blocks: &'a [Block], i: usize, inside: bool, lines: &mut Vec<Line<'a>>) {
    let block = &blocks[i];
    let links = links(snapshot, block);
    let around = || snapshot.ancestry(block.element).take_while(|node| !is_frame(snapshot.tag(*node)));
    let heading = around().take(4).find_map(|node| snapshot.tag(node).heading());
    let quoted = around().any(|node| snapshot.tag(node) == Tag::Blockquote);
    let paragraphs = block.text.contains('\n') && block.text.lines().any(|line| word::count(line) >= LONG_PROSE);
    let mut start = 0;
    let pieces = if paragraphs { block.text.split('\n') } else { block.text.split('\0') };
    for text in pieces {
        let span = start..start + text.len();
        start = span.end + 1;
        let length = word::count(text);
        let links: Vec<_> =
            links.iter().filter(|(at, _)| at.start >= span.start && at.end <= span.end).cloned().collect();
        let linked: usize = links.iter().map(|(at, _)| at.len()).sum();
        let flows = text.contains(letter::is_stop);
        let prose =
            heading.is_none() && (length >= PROSE && flows || length >= LONG_PROSE) && linked * 2 < text.len().max(1);
        lines.push(Line {
            block: i,
            whole: span == (0..block.text.len()),
            span,
            text,
            words: key::words(text),
            length,
            prose,
            inside,
            links,
            heading,
            protected: block.protected,
            quoted,
        });
    }
}

/// The links of a block: where each stands in its text, in bytes, and its `<a>`.
fn links(snapshot: &Snapshot, block: &Block) -> Vec<(Range<usize>, NodeId)> {
    if block.link_bytes == 0 {
        return Vec::new();
    }
    let mut found: Vec<(Range<usize>, NodeId)> = Vec::new();
    for run in &block.runs {
        let Some(a) = snapshot.ancestry(run.node).take(8).find(|node| snapshot.tag(*node) == Tag::A) else { continue };
        match found.last_mut() {
            Some((span, last)) if *last == a => span.end = run.at + run.len,
            _ => found.push((run.at..run.at + run.len, a)),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::testing::between;
    use crate::Reason;

    /// A line that asks is somebody's, and stays; a semicolon asks in Greek alone.
    #[test]
    fn a_semicolon_is_no_question() {
        assert_eq!(between("Advertisement;", Reason::AdLabel), ["Advertisement;"]);
        assert_eq!(between("Διαφήμιση;", Reason::AdLabel), [""; 0]);
        assert_eq!(between("Διαφήμιση", Reason::AdLabel), ["Διαφήμιση"]);
    }
}
