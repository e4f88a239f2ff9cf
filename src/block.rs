//! Snapshot → blocks: the page's text in paragraphs, with the facts about each that the later stages need.
//!
//! A block is what a reader takes for one paragraph, however the page writes it: a `<p>`, bare text in a `<div>`, or lines
//! parted by `<br><br>`.

use std::ops::Range;

use crate::snapshot::{self, Attr, NodeId, Snapshot, Tag};

mod heading;
mod run;

pub use run::Run;
use run::{cropped, is_blank, is_space};

/// One paragraph, as a reader sees it.
#[derive(Clone, Debug)]
pub struct Block {
    /// The nearest block-level element around it. Several blocks share it where `<br><br>` parts them.
    pub element: NodeId,
    /// The text. White space is folded to single blanks, and a single `<br>` is a newline.
    pub text: String,
    /// The stretches of `text`, in order, with their places in the page. Between two there is only white space.
    pub runs: Vec<Run>,
    /// How many bytes of `text` are inside of links.
    pub link_bytes: usize,
    /// Whether the page does not show it.
    pub hidden: bool,
    /// Whether it is what a person types or a programmer shows (a form, an editor, code), which is never touched.
    pub protected: bool,
    /// Whether a picture stands before the block with no text between the two.
    pub after_media: bool,
}

impl Block {
    /// The share of the text that is inside of links, 0 to 1.
    pub fn link_density(&self) -> f32 {
        self.link_bytes as f32 / self.text.len().max(1) as f32
    }

    /// The nodes from the block's first text node up to its last, which is inside of the range.
    pub fn nodes(&self) -> Range<NodeId> {
        match (self.runs.first(), self.runs.last()) {
            (Some(first), Some(last)) => first.node..NodeId(last.node.0 + 1),
            _ => self.element..self.element,
        }
    }
}

/// Where a stretch of a block's text stands in the page, as ranges of text nodes. `span` is in bytes.
pub fn ranges(snapshot: &Snapshot, runs: &[Run], span: &Range<usize>) -> Vec<snapshot::Range> {
    let mut found: Vec<snapshot::Range> = Vec::new();
    let mut done = 0;
    let first = runs.partition_point(|run| run.at + run.len <= span.start);
    for run in runs[first..].iter().take_while(|run| run.at < span.end) {
        let from = span.start.max(run.at) - run.at + run.offset;
        let to = span.end.min(run.at + run.len) - run.at + run.offset;
        let range = snapshot.range(run.node, from..to);
        match found.last_mut() {
            // If only white space stands between two runs of one text node, they are one range, which includes it.
            Some(last) if last.node == range.node && snapshot.text(run.node)[done..from].trim().is_empty() => {
                last.end = range.end;
            }
            _ => found.push(range),
        }
        done = to;
    }
    found
}

/// Cuts a page into blocks, in document order. Hidden ones are among them.
pub fn cut(snapshot: &Snapshot) -> Vec<Block> {
    let mut cutter = Cutter { snapshot, blocks: Vec::new(), open: Vec::new(), draft: Draft::default(), media: false };
    let mut node = NodeId::ROOT;
    while node.index() < snapshot.len() {
        cutter.close_before(node);
        node = cutter.enter(node);
    }
    cutter.close_before(NodeId(u32::MAX));
    cutter.flush();
    cutter.blocks
}

struct Cutter<'a> {
    snapshot: &'a Snapshot,
    blocks: Vec<Block>,
    /// The elements that are open at the current place, the innermost last.
    open: Vec<Open>,
    draft: Draft,
    /// Whether a picture stands between the last text and the current place.
    media: bool,
}

#[derive(Clone, Copy)]
struct Open {
    node: NodeId,
    end: NodeId,
    block: bool,
    link: bool,
    hidden: bool,
    protected: bool,
    preformatted: bool,
}

#[derive(Default)]
struct Draft {
    text: String,
    runs: Vec<Run>,
    link_bytes: usize,
    hidden: bool,
    protected: bool,
    after_media: bool,
    /// Whether white space comes before the next character.
    space: bool,
    /// The number of `<br>`s since the last character.
    breaks: u32,
}

impl Cutter<'_> {
    /// Closes the elements that end before a node.
    fn close_before(&mut self, node: NodeId) {
        while let Some(open) = self.open.last().copied().filter(|open| open.end <= node) {
            if open.block {
                self.flush();
            }
            self.open.pop();
        }
    }

    /// Reads one node, and gives the one to read next.
    fn enter(&mut self, node: NodeId) -> NodeId {
        let tag = self.snapshot.tag(node);
        // White space around a reading is none of the line that it stands over.
        self.draft.space |= self.snapshot.space_before(node) && !matches!(tag, Tag::Rt | Tag::Rp);
        if tag == Tag::Text {
            self.text(node);
            return NodeId(node.0 + 1);
        }
        if tag == Tag::Br {
            self.draft.breaks += 1;
            if self.draft.breaks > 1 {
                self.flush();
            }
            return self.snapshot.end(node);
        }
        // How the characters before it are read aloud, and the brackets around that.
        if matches!(tag, Tag::Rt | Tag::Rp) {
            return self.snapshot.end(node);
        }
        self.media |= tag.is_media();
        if tag.is_opaque() {
            self.draft.space = true;
            return self.snapshot.end(node);
        }
        let around = self.open.last().copied();
        let block = self.snapshot.is_block(node) || around.is_none();
        if block {
            self.flush();
        }
        let editable = self.snapshot.editable(node)
            || self.snapshot.attribute(node, Attr::Contenteditable).is_some_and(|value| value != "false");
        self.open.push(Open {
            node,
            end: self.snapshot.end(node),
            block,
            link: tag == Tag::A || around.is_some_and(|open| open.link),
            hidden: self.snapshot.hidden(node),
            protected: editable
                || matches!(tag, Tag::Pre | Tag::Code | Tag::Kbd | Tag::Samp | Tag::Form)
                || around.is_some_and(|open| open.protected),
            preformatted: tag == Tag::Pre || around.is_some_and(|open| open.preformatted),
        });
        NodeId(node.0 + 1)
    }

    fn text(&mut self, node: NodeId) {
        let Some(open) = self.open.last().copied() else { return };
        // Hidden text within a visible paragraph (a tooltip, a label for screen readers) is no part of what is read.
        if open.hidden && !self.draft.text.is_empty() && !self.draft.hidden {
            return;
        }
        if self.draft.hidden && !open.hidden {
            self.flush();
        }
        let data = self.snapshot.text(node);
        let before = self.draft.text.len();
        let mut rest = 0;
        while rest < data.len() {
            let space = data[rest..].find(|c: char| !is_space(c)).unwrap_or(data.len() - rest);
            let gap = &data[rest..rest + space];
            rest += space;
            if !gap.is_empty() {
                self.draft.space = true;
            }
            if rest == data.len() {
                break;
            }
            let length = data[rest..].find(is_space).unwrap_or(data.len() - rest);
            if open.preformatted && gap.contains('\n') {
                self.draft.breaks = self.draft.breaks.max(1);
            }
            self.draft.word(node, rest, &data[rest..rest + length]);
            rest += length;
        }
        let added = self.draft.text.len() - before;
        if added == 0 {
            return;
        }
        if before == 0 {
            self.draft.hidden = open.hidden;
            self.draft.after_media = self.media;
            self.media = false;
        }
        self.draft.link_bytes += if open.link { added } else { 0 };
        self.draft.protected |= open.protected;
    }

    /// Ends the block that is being written.
    fn flush(&mut self) {
        let draft = std::mem::take(&mut self.draft);
        let Some(element) = self.open.iter().rev().find(|open| open.block).map(|open| open.node) else { return };
        let trimmed = draft.text.trim_matches(is_blank);
        if trimmed.trim().is_empty() {
            return;
        }
        let start = draft.text.len() - draft.text.trim_start_matches(is_blank).len();
        let mut kept = start..start + trimmed.len();
        let mut link_bytes = draft.link_bytes;
        if heading::is_heading(self.snapshot, element) {
            let label = heading::label(self.snapshot, element, &draft.text, &draft.runs, kept.clone());
            link_bytes -= heading::linked(self.snapshot, element, &draft.runs, &label, &kept).min(link_bytes);
            kept = label;
        }
        let (text, runs) = if kept.len() == draft.text.len() {
            (draft.text, draft.runs)
        } else {
            (draft.text[kept.clone()].to_owned(), cropped(&draft.runs, &kept))
        };
        let block = Block {
            element,
            link_bytes: link_bytes.min(text.len()),
            text,
            runs,
            hidden: draft.hidden,
            protected: draft.protected,
            after_media: draft.after_media,
        };
        let is_control = |before: &Block| {
            heading::is_control_beside(self.snapshot, before.element, block.element, &block.text, &block.runs)
        };
        if !self.blocks.last().is_some_and(is_control) {
            self.blocks.push(block);
        }
    }
}

impl Draft {
    fn word(&mut self, node: NodeId, offset: usize, word: &str) {
        // A line of no-break spaces is a blank one.
        if (self.text.is_empty() || self.breaks > 0) && word.chars().all(is_blank) {
            return;
        }
        if !self.text.is_empty() {
            if self.breaks > 0 {
                self.text.push('\n');
            } else if self.space {
                self.text.push(' ');
            }
        }
        (self.space, self.breaks) = (false, 0);
        let at = self.text.len();
        self.text.push_str(word);
        match self.runs.last_mut() {
            // If the gap before the word is as long in both texts, the run goes on.
            Some(run) if run.node == node && offset - run.offset == at - run.at => run.len = at + word.len() - run.at,
            _ => self.runs.push(Run { at, len: word.len(), node, offset }),
        }
    }
}

#[cfg(test)]
#[cfg(feature = "html")]
mod tests {
    use super::{cut, ranges};
    use crate::language::utf16;

    /// The blocks that are seen; each is what its ranges hold, white space apart.
    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let snapshot = crate::html::snapshot(html, "");
        let blocks: Vec<_> = cut(&snapshot).into_iter().filter(|block| !block.hidden).collect();
        assert_eq!(blocks.iter().map(|block| &*block.text).collect::<Vec<_>>(), expected, "{html}");
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        for block in blocks {
            let ranges = ranges(&snapshot, &block.runs, &(0..block.text.len()));
            let held = ranges.iter().map(|range| {
                let units: Vec<u16> = snapshot.text(range.node).encode_utf16().collect();
                assert!(range.end <= utf16::units(snapshot.text(range.node)));
                String::from_utf16_lossy(&units[range.start as usize..range.end as usize])
            });
            assert_eq!(letters(&held.collect::<String>()), letters(&block.text), "{html}");
        }
    }

    #[test]
    fn readings_are_no_words() {
        check(
            "<p><ruby>窯<rt>かま</rt></ruby>に<ruby>火<rp>(</rp><rt>ひ</rt><rp>)</rp></ruby>が入る。",
            &["窯に火が入る。"],
        );
        check("<p><ruby>窑<rt>yáo</rt>火<rt>huǒ</rt></ruby>点燃了。", &["窑火点燃了。"]);
        check("<p><ruby>가마<rt>窯</rt></ruby>에 불이 붙었다.", &["가마에 불이 붙었다."]);
        check("<p><ruby>窯 <rt>かま</rt></ruby>と<ruby>\n<rb>火</rb>\n<rt>ひ</rt></ruby>。", &["窯 と 火。"]);
        // Brackets that are text, and a reading without its element, are words.
        check("<p>窯（かま）に<ruby>火</ruby>が入る。", &["窯（かま）に火が入る。"]);
    }

    #[test]
    fn no_break_spaces_at_an_edge_are_none() {
        check("<p>&nbsp;&nbsp;The kiln burns.&nbsp;</p><p>&nbsp;</p>", &["The kiln burns."]);
        check("<p>&nbsp;\u{feff}窑火点燃了。\u{202f}</p><p>&nbsp;\u{3000}</p>", &["窑火点燃了。"]);
        check("<p><b>&nbsp;يشتعل الفرن.</b> &nbsp;</p>", &["يشتعل الفرن."]);
        check("<div>Печь горит.<br>&nbsp;<br>&nbsp;Дыма нет.</div>", &["Печь горит.", "Дыма нет."]);
        // Within a paragraph they are characters, and so is what a line of verse or a paragraph is set in by.
        check("<p>\u{3000}\u{3000}窑火点燃了。</p>", &["\u{3000}\u{3000}窑火点燃了。"]);
        check("<p>10&nbsp;000 bowls&nbsp;: a record.", &["10\u{a0}000 bowls\u{a0}: a record."]);
        check("<div>The kiln<br>&nbsp;&nbsp;burns.</div>", &["The kiln\n\u{a0}\u{a0}burns."]);
    }

    #[test]
    fn what_is_clipped_to_nothing_is_not_seen() {
        for unseen in ["clip: rect(0 0 0 0)", "clip-path: inset(50%)", "Clip: Rect(1px, 1px, 1px, 1px)", "display:none"]
        {
            check(&format!("<p>窑火<span style='{unseen}'>窑火</span>点燃了。"), &["窑火点燃了。"]);
            check(&format!("<h2 style='{unseen}'>Меню</h2><p>Печь горит.</p>"), &["Печь горит."]);
        }
        for seen in ["clip: rect(0px, 90px, 90px, 0px)", "clip-path: inset(5%)", "float: left", "position: absolute"] {
            check(&format!("<p><span style='{seen}'>ي</span>شتعل الفرن."), &["يشتعل الفرن."]);
        }
    }
}
