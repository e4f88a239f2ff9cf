//! The page as the browser saw it: its nodes in document order, with one array for each of their properties.

use std::fmt;
use std::ops;

use serde::Serialize;

use crate::language::utf16::{self, Utf16Index};

mod names;
mod unshown;

pub use names::{Attr, Tag};

/// A node, by its place in its snapshot. Places follow the document's order.
#[derive(Clone, Copy, Debug, Default, Serialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(transparent)]
pub struct NodeId(pub u32);

impl NodeId {
    /// The element that the snapshot was taken of.
    pub const ROOT: Self = Self(0);

    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// Characters of one text node.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
pub struct Range {
    /// The text node.
    pub node: NodeId,
    /// Where the characters begin, in UTF-16 units of the node's data.
    pub start: u32,
    /// Where the characters end, in UTF-16 units of the node's data.
    pub end: u32,
}

/// The bits of a node's flags; `NodeFlag` in `types.d.ts` says what each means.
mod flag {
    pub const HIDDEN: u8 = 1;
    pub const BLOCK: u8 = 2;
    pub const SPACE_BEFORE: u8 = 4;
    pub const EDITABLE: u8 = 8;
}

/// A snapshot as it crosses the wire, not yet checked: one column for each property. `types.d.ts` says what each holds.
#[derive(Clone, Debug, Default)]
#[allow(missing_docs, reason = "described once, in types.d.ts")]
pub struct Columns {
    pub url: String,
    pub title: String,
    pub language: String,
    pub names: Vec<String>,
    pub tag: Vec<u16>,
    pub parent: Vec<u32>,
    pub flags: Vec<u8>,
    pub length: Vec<u32>,
    pub text: String,
    pub attribute_node: Vec<u32>,
    pub attribute_name: Vec<u16>,
    pub attribute_length: Vec<u32>,
    pub attribute_text: String,
}

/// Why some columns do not make a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SnapshotError {
    column: &'static str,
    node: usize,
}

impl fmt::Display for SnapshotError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "malformed snapshot: `{}` is wrong at {}", self.column, self.node)
    }
}

impl std::error::Error for SnapshotError {}

/// A page whose parts have been checked: every id and every range in it is valid.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    url: String,
    title: String,
    language: String,
    tags: Vec<Tag>,
    parents: Vec<NodeId>,
    flags: Vec<u8>,
    /// For each node, the place after its last descendant.
    ends: Vec<u32>,
    /// For each node, the byte of `text` at which its own text begins; and, as one more, the length of `text`.
    text_starts: Vec<u32>,
    text: String,
    utf16: Utf16Index,
    /// For each node, the place in `attributes` at which its own begin; and, as one more, the number of attributes.
    attribute_starts: Vec<u32>,
    attributes: Vec<(Attr, ops::Range<u32>)>,
    attribute_text: String,
    depth: u32,
}

impl Snapshot {
    /// Checks the columns and makes a page of them, in one pass.
    ///
    /// # Errors
    /// Where the columns differ in length, name nodes that are not there, or their lengths do not add up to the text's.
    pub fn new(columns: Columns) -> Result<Self, SnapshotError> {
        let fail = |column, node| Err(SnapshotError { column, node });
        let nodes = columns.tag.len();
        for (column, length) in
            [("parent", columns.parent.len()), ("flags", columns.flags.len()), ("length", columns.length.len())]
        {
            if length != nodes {
                return fail(column, length);
            }
        }
        let known: Vec<Tag> = columns.names.iter().map(|name| Tag::from_name(name)).collect();
        let mut tags = Vec::with_capacity(nodes);
        let mut depths = Vec::with_capacity(nodes);
        for (node, (&tag, &parent)) in columns.tag.iter().zip(&columns.parent).enumerate() {
            let tag = match tag.checked_sub(1) {
                None => Tag::Text,
                Some(name) => match known.get(usize::from(name)) {
                    Some(tag) => *tag,
                    None => return fail("tag", node),
                },
            };
            let depth = if node == 0 {
                if parent != 0 || tag == Tag::Text {
                    return fail("parent", 0);
                }
                0_u32
            } else {
                match tags.get(parent as usize) {
                    Some(parent_tag) if *parent_tag != Tag::Text => depths[parent as usize] + 1,
                    _ => return fail("parent", node),
                }
            };
            if tag != Tag::Text && columns.length[node] != 0 {
                return fail("length", node);
            }
            tags.push(tag);
            depths.push(depth);
        }
        let Some(ends) = subtree_ends(&columns.parent) else { return fail("parent", nodes) };
        let Some(text_starts) = cut(&columns.text, &columns.length) else { return fail("text", nodes) };
        let (attribute_starts, attributes) = attributes(&columns, &tags)?;
        let mut snapshot = Self {
            url: columns.url,
            title: columns.title,
            language: columns.language,
            tags,
            parents: columns.parent.into_iter().map(NodeId).collect(),
            flags: columns.flags,
            ends,
            text_starts,
            utf16: Utf16Index::new(&columns.text),
            text: columns.text,
            attribute_starts,
            attributes,
            attribute_text: columns.attribute_text,
            depth: depths.into_iter().max().unwrap_or_default(),
        };
        snapshot.show_what_waits();
        Ok(snapshot)
    }

    /// Takes back that text is hidden where the page waits for a script which never ran.
    fn show_what_waits(&mut self) {
        let id = |node| NodeId(node as u32);
        let late = unshown::streamed(&self.tags, &self.ends, |node, name| self.attribute(id(node), name));
        let show = |flags: &mut [u8]| flags.iter_mut().for_each(|flags| *flags &= !flag::HIDDEN);
        for nodes in late {
            show(&mut self.flags[nodes]);
        }
        let is_hidden = |node| self.parent(id(node)).is_some_and(|parent| self.hidden(parent));
        if unshown::is_nearly_all_hidden(&self.tags, &self.ends, |node| self.text(id(node)), is_hidden) {
            show(&mut self.flags);
        }
    }

    /// Makes a page of plain text: an article of paragraphs, which blank lines part in the text.
    #[must_use]
    pub fn from_text(text: &str, title: &str, language: &str) -> Self {
        let mut columns = Columns {
            title: title.to_owned(),
            language: language.to_owned(),
            names: vec!["article".to_owned(), "p".to_owned()],
            tag: vec![1],
            parent: vec![0],
            flags: vec![0],
            length: vec![0],
            ..Columns::default()
        };
        for paragraph in paragraphs(text) {
            let element = columns.tag.len() as u32;
            columns.tag.extend([2, 0]);
            columns.parent.extend([0, element]);
            columns.flags.extend([0, 0]);
            columns.length.extend([0, utf16::units(paragraph)]);
            columns.text.push_str(paragraph);
        }
        Self::new(columns).unwrap_or_default()
    }

    /// The number of nodes.
    #[must_use]
    pub fn len(&self) -> usize {
        self.tags.len()
    }

    /// Whether there is no node at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty()
    }

    /// The number of ancestors of the deepest node.
    #[must_use]
    pub fn depth(&self) -> u32 {
        self.depth
    }

    /// The page's address; empty where there is none.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The document's title; empty where there is none.
    #[must_use]
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The language that the page claims for itself; empty where it claims none.
    #[must_use]
    pub fn language(&self) -> &str {
        &self.language
    }

    /// All nodes in document order.
    pub(crate) fn nodes(&self) -> impl Iterator<Item = NodeId> + use<> {
        (0..self.tags.len() as u32).map(NodeId)
    }

    pub(crate) fn tag(&self, node: NodeId) -> Tag {
        self.tags[node.index()]
    }

    pub(crate) fn parent(&self, node: NodeId) -> Option<NodeId> {
        (node != NodeId::ROOT).then(|| self.parents[node.index()])
    }

    /// The node itself, its parent, and so on up to the root.
    pub(crate) fn ancestry(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(Some(node), |node| self.parent(*node))
    }

    /// The node after the last descendant of this one.
    pub(crate) fn end(&self, node: NodeId) -> NodeId {
        NodeId(self.ends[node.index()])
    }

    pub(crate) fn contains(&self, ancestor: NodeId, node: NodeId) -> bool {
        (ancestor..self.end(ancestor)).contains(&node)
    }

    /// The nodes under this one, without it.
    pub(crate) fn descendants(&self, node: NodeId) -> impl Iterator<Item = NodeId> + use<> {
        (node.0 + 1..self.ends[node.index()]).map(NodeId)
    }

    pub(crate) fn hidden(&self, node: NodeId) -> bool {
        self.flags[node.index()] & flag::HIDDEN != 0
    }

    pub(crate) fn editable(&self, node: NodeId) -> bool {
        self.flags[node.index()] & flag::EDITABLE != 0
    }

    pub(crate) fn space_before(&self, node: NodeId) -> bool {
        self.flags[node.index()] & flag::SPACE_BEFORE != 0
    }

    /// Whether the element begins and ends a line of its own.
    pub(crate) fn is_block(&self, node: NodeId) -> bool {
        self.tag(node).is_block() || self.flags[node.index()] & flag::BLOCK != 0
    }

    /// A text node's data; empty for elements.
    pub(crate) fn text(&self, node: NodeId) -> &str {
        &self.text[self.text_starts[node.index()] as usize..self.text_starts[node.index() + 1] as usize]
    }

    /// The length of the text of all text nodes, in bytes.
    pub(crate) fn text_len(&self) -> usize {
        self.text.len()
    }

    /// A range of bytes of a text node's data, as the range of UTF-16 units that leaves the core.
    pub(crate) fn range(&self, node: NodeId, bytes: ops::Range<usize>) -> Range {
        let base = self.text_starts[node.index()] as usize;
        let units = |byte| self.utf16.units_before(&self.text, base + byte);
        let first = units(0);
        Range { node, start: units(bytes.start) - first, end: units(bytes.end) - first }
    }

    pub(crate) fn attributes(&self, node: NodeId) -> impl Iterator<Item = (Attr, &str)> {
        let range = self.attribute_starts[node.index()] as usize..self.attribute_starts[node.index() + 1] as usize;
        (self.attributes[range].iter())
            .map(|(name, at)| (*name, &self.attribute_text[at.start as usize..at.end as usize]))
    }

    pub(crate) fn attribute(&self, node: NodeId, name: Attr) -> Option<&str> {
        self.attributes(node).find(|(found, _)| *found == name).map(|(_, value)| value)
    }
}

fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    let (mut start, mut at) = (0, 0);
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            found.push(&text[start..at]);
            start = at + line.len();
        }
        at += line.len();
    }
    found.push(&text[start.min(text.len())..]);
    found.into_iter().map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

/// For each node, the place after its last descendant; `None` if the parents are not those of a document's nodes in
/// order, in which each node's descendants follow it without a gap.
fn subtree_ends(parents: &[u32]) -> Option<Vec<u32>> {
    let mut ends: Vec<u32> = (1..=parents.len() as u32).collect();
    for node in (1..parents.len()).rev() {
        let parent = parents[node] as usize;
        ends[parent] = ends[parent].max(ends[node]);
    }
    // In document order a node's parent is the node before it or one of that node's ancestors.
    let mut open: Vec<u32> = vec![0];
    for node in 1..parents.len() as u32 {
        while *open.last()? != parents[node as usize] {
            open.pop();
        }
        open.push(node);
    }
    Some(ends)
}

/// Turns the lengths of consecutive stretches of a text, in UTF-16 units, into the bytes at which they begin, with the
/// text's length as one more; `None` where the lengths do not fit the text.
fn cut(text: &str, lengths: &[u32]) -> Option<Vec<u32>> {
    let mut starts = Vec::with_capacity(lengths.len() + 1);
    let mut byte = 0;
    starts.push(0);
    if text.is_ascii() {
        for &length in lengths {
            byte += length as usize;
            starts.push(u32::try_from(byte).ok()?);
        }
        return (byte == text.len()).then_some(starts);
    }
    u32::try_from(text.len()).ok()?;
    let bytes = text.as_bytes();
    for &length in lengths {
        let mut units = 0;
        while units < length {
            let lead = *bytes.get(byte)?;
            let (wide, many) = match lead {
                0..0x80 => (1, 1),
                0x80..0xE0 => (2, 1),
                0xE0..0xF0 => (3, 1),
                0xF0.. => (4, 2),
            };
            byte += wide;
            units += many;
        }
        if units != length {
            return None;
        }
        starts.push(byte as u32);
    }
    (byte == text.len()).then_some(starts)
}

type Attributes = (Vec<u32>, Vec<(Attr, ops::Range<u32>)>);

fn attributes(columns: &Columns, tags: &[Tag]) -> Result<Attributes, SnapshotError> {
    let fail = |column, node| Err(SnapshotError { column, node });
    let count = columns.attribute_node.len();
    if columns.attribute_name.len() != count {
        return fail("attributeName", columns.attribute_name.len());
    }
    if columns.attribute_length.len() != count {
        return fail("attributeLength", columns.attribute_length.len());
    }
    let Some(values) = cut(&columns.attribute_text, &columns.attribute_length) else {
        return fail("attributeText", count);
    };
    let known: Vec<Attr> = columns.names.iter().map(|name| Attr::from_name(name)).collect();
    let mut starts = vec![0; tags.len() + 1];
    let mut attributes = Vec::with_capacity(count);
    for (i, (&node, &name)) in columns.attribute_node.iter().zip(&columns.attribute_name).enumerate() {
        let ascending = i == 0 || columns.attribute_node[i - 1] <= node;
        if !ascending || tags.get(node as usize).is_none_or(|tag| *tag == Tag::Text) {
            return fail("attributeNode", i);
        }
        let Some(name) = known.get(usize::from(name)) else { return fail("attributeName", i) };
        attributes.push((*name, values[i]..values[i + 1]));
        starts[node as usize + 1] += 1;
    }
    for node in 0..tags.len() {
        starts[node + 1] += starts[node];
    }
    Ok((starts, attributes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Columns {
        Columns {
            names: vec!["div".into(), "p".into(), "class".into()],
            tag: vec![1, 2, 0, 2, 0],
            parent: vec![0, 0, 1, 0, 3],
            flags: vec![0, 1, 0, 2, 4],
            length: vec![0, 0, 4, 0, 3],
            text: "a𝒵bزبد".into(),
            attribute_node: vec![0, 3],
            attribute_name: vec![2, 2],
            attribute_length: vec![1, 2],
            attribute_text: "xیک".into(),
            ..Columns::default()
        }
    }

    #[test]
    fn a_page_holds_together() {
        let page = Snapshot::new(page()).unwrap();
        assert_eq!(page.text(NodeId(2)), "a𝒵b");
        assert_eq!(page.text(NodeId(4)), "زبد");
        assert_eq!(page.attribute(NodeId(3), Attr::Class), Some("یک"));
        assert_eq!(page.end(NodeId(1)), NodeId(3));
        assert!(page.contains(NodeId(0), NodeId(4)) && !page.contains(NodeId(1), NodeId(4)));
        assert_eq!(page.range(NodeId(2), 1..5), Range { node: NodeId(2), start: 1, end: 3 });
        assert_eq!(page.range(NodeId(4), 2..6), Range { node: NodeId(4), start: 1, end: 3 });
    }

    #[test]
    fn a_malformed_snapshot_is_named() {
        let check = |column, break_it: &dyn Fn(&mut Columns)| {
            let mut columns = page();
            break_it(&mut columns);
            assert_eq!(Snapshot::new(columns).map(|_| ()).unwrap_err().column, column);
        };
        check("parent", &|c| c.parent[1] = 1);
        check("parent", &|c| c.parent[3] = 4);
        check("parent", &|c| c.parent[4] = 2);
        check("parent", &|c| c.parent = vec![0, 0, 1, 0, 1]);
        check("tag", &|c| c.tag[1] = 9);
        check("flags", &|c| c.flags.truncate(2));
        check("text", &|c| c.length[2] = 2);
        check("text", &|c| c.length[4] = 4);
        check("length", &|c| c.length[1] = 1);
        check("attributeNode", &|c| c.attribute_node[0] = 4);
        check("attributeName", &|c| c.attribute_name[0] = 7);
        check("attributeText", &|c| c.attribute_length[0] = 7);
    }

    #[test]
    fn text_becomes_a_page() {
        let page = Snapshot::from_text("\nfirst\nline\n \n\nsecond\n", "", "");
        assert_eq!(page.len(), 5);
        assert_eq!(page.text(NodeId(2)), "first\nline");
        assert_eq!(page.text(NodeId(4)), "second");
    }
}
