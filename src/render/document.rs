//! A plan as the parts of a document, in order: groups of paragraphs, with the links and emphasis in their text, and
//! pictures.

use super::picture::{self, Picture};
use super::safe::is_safe;
use crate::plan::{Action, Edit, Paragraph, ParagraphKind, Plan};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// A part of a document.
pub enum Part<'a> {
    Text(Group<'a>),
    Picture(Picture<'a>),
}

/// Consecutive paragraphs that the page holds in one list, table or quotation, or else a single paragraph.
pub struct Group<'a> {
    pub kind: ParagraphKind,
    pub paragraphs: Vec<Rendered<'a>>,
}

/// A paragraph, cut into pieces that have the same marks from end to end.
pub struct Rendered<'a> {
    pub paragraph: &'a Paragraph,
    pub level: u32,
    /// For an item of a list, the lists that it stands in, each with the item in it, the outermost first; else empty.
    pub path: Vec<(NodeId, NodeId)>,
    pub pieces: Vec<Piece<'a>>,
}

/// A stretch of a paragraph's text that has the same marks from end to end.
pub struct Piece<'a> {
    pub text: String,
    pub marks: Vec<Mark<'a>>,
}

/// What a document can say of a stretch of text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark<'a> {
    Link(NodeId, &'a str),
    Strong,
    Emphasis,
    Code,
}

pub fn parts<'a>(snapshot: &'a Snapshot, plan: &'a Plan) -> Vec<Part<'a>> {
    let sources = sources(snapshot, plan);
    let begins = |(paragraph, source): (&Paragraph, &Vec<(NodeId, char)>)| {
        source.first().map_or(paragraph.node, |(node, _)| *node)
    };
    let at: Vec<NodeId> = plan.paragraphs.iter().zip(&sources).map(begins).collect();
    let mut pictures = picture::pictures(snapshot, plan, &at).into_iter().peekable();
    let mut parts: Vec<Part> = Vec::new();
    let mut last = None;
    for (i, (paragraph, source)) in plan.paragraphs.iter().zip(&sources).enumerate() {
        let path = path(snapshot, plan, paragraph);
        let container = match paragraph.kind {
            ParagraphKind::Item => path.first().map(|(list, _)| *list),
            ParagraphKind::Quote => nearest(snapshot, paragraph.node, |tag| tag == Tag::Blockquote),
            ParagraphKind::Row => nearest(snapshot, paragraph.node, |tag| tag == Tag::Table),
            _ => None,
        };
        let level = plan.sections.get(paragraph.section).map_or(2, |section| section.level);
        let rendered = Rendered { paragraph, level, path, pieces: pieces(snapshot, paragraph, source) };
        let key = container.map(|container| (paragraph.kind, container));
        match parts.last_mut() {
            // A picture inside of a list or a table stands after it.
            Some(Part::Text(group)) if key.is_some() && key == last => group.paragraphs.push(rendered),
            _ => {
                while let Some(picture) = pictures.next_if(|picture| picture.node.is_none_or(|node| node < at[i])) {
                    parts.push(Part::Picture(picture));
                }
                parts.push(Part::Text(Group { kind: paragraph.kind, paragraphs: vec![rendered] }));
            }
        }
        last = key;
    }
    parts.extend(pictures.map(Part::Picture));
    parts
}

/// The lists inside of the story that an item stands in, each with the item in it, the outermost first.
pub fn path(snapshot: &Snapshot, plan: &Plan, paragraph: &Paragraph) -> Vec<(NodeId, NodeId)> {
    let story = plan.article.as_ref().map_or(NodeId::ROOT, |article| article.node);
    if paragraph.kind != ParagraphKind::Item || paragraph.node.index() >= snapshot.len() {
        return Vec::new();
    }
    let mut path = Vec::new();
    let mut item = None;
    let mut inside = None;
    for node in snapshot.ancestry(paragraph.node).take_while(|node| snapshot.contains(story, *node)) {
        match snapshot.tag(node) {
            Tag::Li | Tag::Dt | Tag::Dd => item = Some(node),
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dl => {
                // Many pages put a list between two items: it belongs to the one before.
                let before = || before(snapshot, node, inside?).filter(|node| snapshot.tag(*node) == Tag::Li).last();
                path.extend(item.take().or_else(before).map(|item| (node, item)));
                inside = Some(node);
            }
            _ => {}
        }
    }
    path.reverse();
    path
}

/// The children of an element that come before one of its children.
pub fn before(snapshot: &Snapshot, parent: NodeId, child: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    std::iter::successors(Some(NodeId(parent.0 + 1)), |node| Some(snapshot.end(*node)))
        .take_while(move |node| *node < child)
}

/// The number that the page shows before an item of a list; `None` where its list has no numbers.
pub fn number(snapshot: &Snapshot, (list, item): (NodeId, NodeId)) -> Option<usize> {
    (snapshot.tag(list) == Tag::Ol)
        .then(|| 1 + before(snapshot, list, item).filter(|node| snapshot.tag(*node) == Tag::Li).count())
}

/// The items of the list at a depth, each as all the paragraphs that stand in it.
pub fn items<'a, 'b>(list: &'a [Rendered<'b>], depth: usize) -> impl Iterator<Item = &'a [Rendered<'b>]> {
    list.chunk_by(move |a, b| a.path.len() > depth && a.path.get(depth) == b.path.get(depth))
}

/// What stands in an item, in order: each of its own paragraphs, with `false`, and each list inside of it, with `true`.
pub fn inside<'a, 'b>(item: &'a [Rendered<'b>], depth: usize) -> impl Iterator<Item = (bool, &'a [Rendered<'b>])> {
    let list = move |p: &Rendered| p.path.get(depth + 1).map(|(list, _)| *list);
    item.chunk_by(move |a, b| list(a).is_some() && list(a) == list(b)).map(move |part| (list(&part[0]).is_some(), part))
}

pub fn nearest(snapshot: &Snapshot, node: NodeId, wanted: impl Fn(Tag) -> bool) -> Option<NodeId> {
    if node.index() >= snapshot.len() {
        return None;
    }
    snapshot.ancestry(node).find(|node| wanted(snapshot.tag(*node)))
}

/// For each paragraph the characters that it is made of, without white space, each with the text node that holds it.
pub fn sources(snapshot: &Snapshot, plan: &Plan) -> Vec<Vec<(NodeId, char)>> {
    let mut sources = vec![Vec::new(); plan.paragraphs.len()];
    let cuts: Vec<&Edit> =
        plan.edits.iter().filter(|edit| edit.action == Action::Hide && !edit.ranges.is_empty()).collect();
    for sentence in plan.sentences.iter().flatten() {
        for range in &sentence.ranges {
            let mut unit = 0;
            for c in snapshot.text(range.node).chars() {
                let at = unit;
                unit += c.len_utf16() as u32;
                let is_cut = || {
                    (cuts.iter().flat_map(|edit| &edit.ranges))
                        .any(|cut| cut.node == range.node && (cut.start..cut.end).contains(&at))
                };
                if (range.start..range.end).contains(&at) && !c.is_whitespace() && !is_cut() {
                    sources[sentence.paragraph].push((range.node, c));
                }
            }
        }
    }
    sources
}

/// A paragraph's text in pieces. The marks are those of the text nodes that its characters came from, as long as
/// `source` has the same characters as the text; from the first difference on there are none.
pub fn pieces<'a>(snapshot: &'a Snapshot, paragraph: &Paragraph, source: &[(NodeId, char)]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut source = source.iter();
    let mut agree = true;
    let mut space = String::new();
    let mut last = (None, Vec::new());
    for c in paragraph.text.chars() {
        if c.is_whitespace() {
            space.push(c);
            continue;
        }
        let node = source.next().filter(|(_, found)| agree && *found == c).map(|(node, _)| *node);
        agree = node.is_some();
        if node != last.0 || node.is_none() {
            last = (node, node.map(|node| marks(snapshot, node, paragraph.node)).unwrap_or_default());
        }
        match pieces.last_mut() {
            Some(piece) if piece.marks == last.1 => {
                piece.text.push_str(&space);
                piece.text.push(c);
            }
            _ => {
                // White space between two pieces has the marks that both have.
                if !space.is_empty() {
                    let before = pieces.last().map_or(&[][..], |piece| &piece.marks);
                    let both = before.iter().zip(&last.1).take_while(|(a, b)| a == b).map(|(mark, _)| *mark).collect();
                    pieces.push(Piece { text: space.clone(), marks: both });
                }
                pieces.push(Piece { text: c.to_string(), marks: last.1.clone() });
            }
        }
        space.clear();
    }
    pieces
}

pub fn marks(snapshot: &Snapshot, text: NodeId, paragraph: NodeId) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark> = snapshot
        .ancestry(text)
        .skip(1)
        .take_while(|node| *node != paragraph && !snapshot.is_block(*node))
        .filter_map(|node| match snapshot.tag(node) {
            Tag::A => {
                snapshot.attribute(node, Attr::Href).filter(|to| is_safe(to)).map(|to| Mark::Link(node, to.trim()))
            }
            Tag::B | Tag::Strong => Some(Mark::Strong),
            Tag::Em => Some(Mark::Emphasis),
            Tag::Code | Tag::Kbd | Tag::Samp => Some(Mark::Code),
            _ => None,
        })
        .collect();
    marks.reverse();
    marks
}

/// Writes pieces one after the other. `tags` gives what opens and what closes a mark, and `text` writes the text of a
/// piece.
pub fn inline(pieces: &[Piece], tags: impl Fn(&Mark) -> (String, String), text: impl Fn(&Piece) -> String) -> String {
    let mut written = String::new();
    let mut open: Vec<Mark> = Vec::new();
    for piece in pieces {
        let common = open.iter().zip(&piece.marks).take_while(|(a, b)| a == b).count();
        for mark in open.drain(common..).rev() {
            written.push_str(&tags(&mark).1);
        }
        for mark in &piece.marks[common..] {
            written.push_str(&tags(mark).0);
            open.push(*mark);
        }
        written.push_str(&text(piece));
    }
    for mark in open.iter().rev() {
        written.push_str(&tags(mark).1);
    }
    written
}
