//! Proposals → edits. A proposal that is sure enough is carried out, and neighbouring lines that go for the same reason
//! are hidden as one.

use std::ops::Range;

use super::page::{self, Page};
use super::proposal::{Cuts, DOUBTFUL, LIKELY, Proposal, SURE};
use crate::block;
use crate::options::Options;
use crate::plan::{Action, Edit, Reason};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

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
            // White space between two text nodes is of neither: there is nothing to cut, and nothing must go in its stead.
            let runs = &self.page.block(proposal.line).runs;
            if proposal.span.is_some() && block::ranges(self.page.snapshot, runs, &span).is_empty() {
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
            findable: is_findable(element, action, confidence),
            asks: None,
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
            let line = &self.page.lines[first.line];
            let mut edit = self.edit(first, element, line.span.clone());
            // A piece is as sure as its least sure line.
            edit.confidence = rest[..count].iter().map(|p| p.confidence).fold(first.confidence, f32::min);
            edit.findable = is_findable(element, first.action, edit.confidence);
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
            if holds_picture(snapshot, node, first.reason)
                || snapshot.descendants(node).any(|inside| is_field(snapshot, inside))
            {
                return found;
            }
            if end >= blocks[block(count - 1)].nodes().end {
                found = (count, Some(node));
            }
        }
        found
    }
}

/// Find-in-page still reaches a box that was judged by its context.
fn is_findable(element: Option<NodeId>, action: Action, confidence: f32) -> bool {
    element.is_some() && action == Action::Hide && confidence < SURE
}

/// Whether a reader writes into an element: it is never hidden along with what stands beside it.
pub fn is_field(snapshot: &Snapshot, node: NodeId) -> bool {
    let said = snapshot.attribute(node, Attr::Contenteditable).is_some_and(|value| value != "false");
    snapshot.tag(node) == Tag::Textarea || said || snapshot.editable(node)
}

/// Whether an element holds a picture that must stay. The frame of an advertisement and the thumbnail of a link are
/// parts of what is hidden.
fn holds_picture(snapshot: &Snapshot, node: NodeId, reason: Reason) -> bool {
    let teaser = |inner| {
        matches!(reason, Reason::Related | Reason::AdSlot | Reason::Promotion | Reason::Share)
            && (snapshot.ancestry(inner))
                .take_while(|around| *around >= node)
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

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::super::testing::{AFTER, BEFORE, TITLE, article, flaws, page, places, story};
    use super::*;

    #[track_caller]
    fn check(markup: &str, expected: &[&str]) {
        assert_eq!(places(&article(markup)), expected, "{markup}");
    }

    #[test]
    fn what_is_kept_is_not_proposed() {
        let body = article("<div class=adsbygoogle>Boats</div><p>Advertisement</p>");
        let rules = |options: &Options| -> Vec<&str> { flaws(&body, options).1.edits.iter().map(|e| e.rule).collect() };
        assert_eq!(rules(&Options::default()), ["slot.network", "label.lone"]);
        for (keep, expected) in [
            (Reason::AdSlot, &["label.lone"][..]),
            (Reason::AdLabel, &["slot.network"]),
            (Reason::Share, &["slot.network", "label.lone"]),
        ] {
            assert_eq!(rules(&Options { keep: vec![keep], ..Options::default() }), expected);
        }
        for (never, expected) in [
            ("slot.network", &["label.lone"][..]),
            ("label.lone", &["slot.network"]),
            ("label", &["slot.network", "label.lone"]),
        ] {
            let options = Options { never: vec!["gone".into(), never.into()], ..Options::default() };
            assert_eq!(rules(&options), expected);
        }
    }

    #[test]
    fn a_box_goes_with_its_lines_and_no_others() {
        let body = article("<div class=adsbygoogle><p>Boats</p><p>Advertisement</p></div>[ad_1]<p>Advertisement</p>");
        assert_eq!(
            page(&body),
            [
                "slot.network 0.99 Hide Boats Advertisement",
                "marker.block 0.99 Hide [ad_1]",
                // The same word in the box is out of sight, but stands on the page.
                "label.lone 0.90 Hide Advertisement",
            ]
        );
        let whole: Vec<bool> = flaws(&body, &Options::default()).1.cuts.iter().map(|cuts| cuts.whole).collect();
        assert_eq!(whole, [false, false, true, true, true, true, false]);
        let bare = article("<div class=adsbygoogle><p>Boats</p></div>The boats came in.");
        let whole: Vec<bool> = flaws(&bare, &Options::default()).1.cuts.iter().map(|cuts| cuts.whole).collect();
        assert_eq!(whole, [false, false, true, false, false]);
    }

    #[test]
    fn confidence_decides_what_is_done() {
        // Between paragraphs, at the edge, and where the story is about the word: each just as much as is needed.
        assert_eq!(story("<p>Sponsored</p>"), ["label.lone 0.80 Hide Sponsored"]);
        let last = format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p><p>Sponsored</p></article>");
        assert_eq!(page(&last), ["label.lone 0.75 Hide Sponsored"]);
        let topic = "<p>The sponsored boats, the sponsored quay and the sponsored hall are there.</p>".repeat(3);
        assert_eq!(story(&format!("<p>Sponsored</p>{topic}")), ["label.lone 0.55 Leave Sponsored"]);
        assert_eq!(places(&article(&format!("<p>Sponsored</p>{topic}"))), ["0..9: Sponsored"]);
        assert_eq!(story("<p>Sponsored.</p>"), [""; 0]);
    }

    #[test]
    fn a_line_of_a_block_goes_by_its_characters() {
        let long = "The wind held the third boat back off the cape until late in the evening";
        check(&format!("<p>{long}<br>[ad_1]<br>{long}</p>"), &["0..6: [ad_1]"]);
        check(&format!("<p>{long} [ad_1]</p>"), &["73..79: [ad_1]"]);
        check("<p>Паромы<b>[ad_1]</b>вернулись.</p>", &["0..6 as \" \": [ad_1]"]);
        check("<p>The <b>[ad</b>_1] boats came.</p>", &["0..3 0..4: [ad_1]"]);
        // What has gone is no neighbour: three lines later the text goes on.
        let gone = "[ad_1]<br>".repeat(3);
        let lines = story(&format!("<p>{long}<br>Advertisement<br>{gone}{long}</p>"));
        assert_eq!(lines[0], "label.lone 0.80 Hide Advertisement");
    }

    #[test]
    fn what_two_rules_find_goes_once() {
        check("<p>The boats&amp;nbsp;&amp;nbsp;came.</p>", &["9..15 as \" \": &nbsp;", "15..21 as \" \": &nbsp;"]);
        check("<p>The boats&amp;nbsp;[ad_1] came.</p>", &["9..15 as \" \": &nbsp;", "15..21: [ad_1]"]);
        let program = "document.write(&lt;!-- ad --&gt;);";
        let lines = story(&format!("<p>Паромы вернулись в порт Тарна. {program}</p>"));
        assert_eq!(lines, ["script.edge 0.97 Hide document.write(<!-- ad -->);"]);
        let lines = story(&format!("<p>{program} Паромы вернулись. [ad_1]</p>"));
        assert_eq!(lines, ["script.edge 0.97 Hide document.write(<!-- ad -->);", "marker.edge 0.97 Hide [ad_1]"]);
    }

    #[test]
    fn a_label_takes_the_box_that_holds_nothing_else() {
        let label = "<p>Advertisement</p>";
        let gone = |tag: &str| [format!("{tag}: Advertisement (findable)")];
        for (markup, tag) in [
            (label.to_owned(), "P"),
            (format!("<div>{label}</div>"), "Div"),
            (format!("<section><div>{label}</div></section>"), "Section"),
            ("<div><p><b>Adver</b>tisement</p></div>".to_owned(), "Div"),
            ("<p><b>Adver</b>tisement</p>".to_owned(), "P"),
            (format!("<div>{label}<p>{AFTER}</p></div>"), "P"),
            (format!("<div><p>{AFTER}</p>{label}</div>"), "P"),
            (format!("<div>{label}<p hidden>{AFTER}</p></div>"), "Div"),
            (format!("<div><p hidden>{AFTER}</p>{label}</div>"), "Div"),
            (format!("{label}The boats came in at noon"), "P"),
            // A cell, and what stands around it, are the page's frame.
            (format!("<table><tr><td>{label}<td>{AFTER}</table>"), "P"),
        ] {
            assert_eq!(places(&article(&markup)), gone(tag), "{markup}");
        }
        check(&format!("<table><tr><td>Advertisement<td>{AFTER}</table>"), &["0..13: Advertisement"]);
        // Not the story's own element.
        assert_eq!(
            places(&format!("<article><h1>{TITLE}</h1><p>Advertisement</p></article>")),
            ["0..13: Advertisement"]
        );
    }

    #[test]
    fn pictures_stay_but_for_those_that_go_along() {
        let label = "<p>Advertisement</p>";
        let related = "<p>Read also: <a href=/a>The boats of Onega are back</a></p>";
        for (markup, tag) in [
            (format!("<div>{label}<img src=a.jpg></div>"), "P"),
            (format!("<div>{label}<svg></svg></div>"), "Div"),
            (format!("<div>{label}<iframe></iframe></div>"), "Div"),
            (format!("<figure>{label}<img src=a.jpg></figure>"), "Figure"),
            (format!("<div><figure>{label}<img src=a.jpg></figure></div>"), "Figure"),
            (format!("<div>{label}<a href=/a><img src=a.jpg></a></div>"), "P"),
            ("<div><p>[ad_1]</p><iframe></iframe></div>".to_owned(), "P"),
            ("<figure><p>[ad_1]</p><img src=a.jpg></figure>".to_owned(), "P"),
            (format!("<div>{related}<a href=/a><img src=a.jpg></a></div>"), "Div"),
            (format!("<div>{related}<button><img src=a.jpg></button></div>"), "Div"),
            (format!("<div>{related}<img src=a.jpg></div>"), "P"),
            (format!("<div>{related}<iframe></iframe></div>"), "P"),
            ("<a href=/a><div><p>Read also: The boats are back</p><img src=a.jpg></div></a>".to_owned(), "P"),
            ("<p><a href=/a><img src=a.jpg>Read also: The boats are back</a></p>".to_owned(), "P"),
            ("<div><p>Share on Facebook</p><a href=/a><img src=a.jpg></a></div>".to_owned(), "Div"),
        ] {
            let places = places(&article(&markup));
            assert_eq!(places.len(), 1, "{markup}: {places:?}");
            assert_eq!(places[0].split(':').next(), Some(tag), "{markup}");
        }
    }

    #[test]
    fn neighbours_of_one_reason_go_in_one_piece() {
        let link = |title: &str| format!("<a href=/{}>{title}</a>", title.len());
        let list = format!("<li>{}<li>{}", link("The boats of Onega"), link("A quay for Lower Almen"));
        let text = "Read also The boats of Onega A quay for Lower Almen";
        check(&format!("<div><h4>Read also</h4><ul>{list}</ul></div>"), &[&format!("Div: {text} (findable)")]);
        check(
            &format!("<h4>Read also</h4><ul>{list}</ul>"),
            &["H4: Read also (findable)", "Ul: The boats of Onega A quay for Lower Almen (findable)"],
        );
        // It is as sure as the one of them whose link was lost.
        let lines =
            format!("<p>Read also: {}</p><p>Read also: The boats of Almen are back</p>", link("The boats of Onega"));
        let text = "Read also: The boats of Onega Read also: The boats of Almen are back";
        assert_eq!(story(&format!("<div>{lines}</div>")), [format!("related.line 0.80 Hide {text}")]);
        check(&format!("<div>{lines}</div>"), &[&format!("Div: {text} (findable)")]);
        // Another reason, a paragraph between, and captions, which are one by one.
        check("<div><p>Advertisement</p><p>[ad_1]</p></div>", &["P: Advertisement (findable)", "P: [ad_1]"]);
        check(
            &format!("<div><p>Advertisement</p><p>{AFTER}</p><p>Advertisement</p></div>"),
            &["P: Advertisement", "P: Advertisement"],
        );
        check(
            "<div><p>The quay of Tarn (AFP)</p><p>The hall of Tarn (AFP)</p></div>",
            &["P: The quay of Tarn (AFP)", "P: The hall of Tarn (AFP)"],
        );
        let captions = "<article><table><tr><td>The quay of Tarn (AFP)<td>The hall of Tarn (AFP)</table></article>";
        assert_eq!(places(captions), ["Td: The quay of Tarn (AFP)", "Td: The hall of Tarn (AFP)"]);
    }

    #[test]
    fn a_forms_box_goes_as_a_whole() {
        let form = "<form><p>Sign up for our newsletter</p><input type=email><label>We write on Mondays</label></form>";
        check(&format!("<div>{form}</div>"), &["Div: Sign up for our newsletter We write on Mondays (findable)"]);
    }

    #[test]
    fn what_a_reader_sees_of_a_box() {
        let body = "<div class=adsbygoogle>Boats <script type='application/ld+json'>{}</script><b>for\n all</b></div>";
        assert_eq!(places(&article(body)), ["Div: Boats for all"]);
    }
}
