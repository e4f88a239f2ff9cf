//! Reads HTML into a [`Snapshot`], natively: what a browser would see of a page without its style sheets and scripts.

use std::collections::HashMap;

use scraper::{Html, Node};

mod encoding;

pub use encoding::decode;

use crate::language::utf16;
use crate::plan::{Action, Edit};
use crate::snapshot::{Attr, Columns, NodeId, Snapshot, Tag};

/// Elements whose contents are left out, here and in `snapshot.js`.
pub(crate) const EMPTY: [&str; 13] = [
    "style", "template", "noscript", "svg", "iframe", "object", "canvas", "audio", "video", "textarea", "select",
    "math", "embed",
];
const MAX_ATTRIBUTE_UNITS: usize = 2_048;

/// Parses a page. HTML has no errors: any text is a page.
#[must_use]
pub fn snapshot(html: &str, url: &str) -> Snapshot {
    let html = Html::parse_document(html);
    let mut reader = Reader::default();
    url.clone_into(&mut reader.columns.url);
    let root = html.root_element();
    root.value().attr("lang").unwrap_or_default().clone_into(&mut reader.columns.language);
    // (node, its parent's id, is inside of something hidden)
    let mut open = vec![(*root, 0_u32, false)];
    while let Some((node, parent, hidden)) = open.pop() {
        match node.value() {
            Node::Text(text) => reader.text(text, parent),
            Node::Element(element) => {
                let name = element.name();
                let hidden = hidden || is_hidden(element);
                let id = reader.element(element, parent, hidden);
                let is_data = name == "script" && element.attr("type").is_some_and(|kind| kind.contains("ld+json"));
                if !EMPTY.contains(&name) && (name != "script" || is_data) {
                    open.extend(node.children().rev().map(|child| (child, id, hidden)));
                }
                if name == "title" && reader.columns.title.is_empty() {
                    let title: String =
                        node.children().filter_map(|child| child.value().as_text().map(|t| t.to_string())).collect();
                    reader.columns.title = title.split_whitespace().collect::<Vec<_>>().join(" ");
                }
            }
            _ => {}
        }
    }
    Snapshot::new(reader.columns).unwrap_or_default()
}

#[derive(Default)]
struct Reader {
    columns: Columns,
    names: HashMap<String, u16>,
    space: bool,
}

impl Reader {
    fn name(&mut self, name: &str) -> u16 {
        if let Some(known) = self.names.get(name) {
            return *known;
        }
        let next = self.names.len() as u16;
        self.names.insert(name.to_owned(), next);
        self.columns.names.push(name.to_owned());
        next
    }

    fn push(&mut self, tag: u16, parent: u32, flags: u8, length: u32) -> u32 {
        const SPACE_BEFORE: u8 = 4;
        let id = self.columns.tag.len() as u32;
        self.columns.tag.push(tag);
        self.columns.parent.push(parent);
        self.columns.flags.push(flags | if self.space { SPACE_BEFORE } else { 0 });
        self.columns.length.push(length);
        self.space = false;
        id
    }

    fn text(&mut self, text: &str, parent: u32) {
        if text.trim_matches([' ', '\t', '\n', '\r', '\u{c}']).is_empty() {
            self.space |= !text.is_empty();
            return;
        }
        self.push(0, parent, 0, utf16::units(text));
        self.columns.text.push_str(text);
    }

    fn element(&mut self, element: &scraper::node::Element, parent: u32, hidden: bool) -> u32 {
        let tag = self.name(element.name()) + 1;
        let id = self.push(tag, parent, u8::from(hidden), 0);
        for (name, value) in element.attrs().filter(|(name, _)| Attr::from_name(name) != Attr::Other) {
            let name = self.name(name);
            let value: String = value.chars().take(MAX_ATTRIBUTE_UNITS).collect();
            self.columns.attribute_node.push(id);
            self.columns.attribute_name.push(name);
            self.columns.attribute_length.push(utf16::units(&value));
            self.columns.attribute_text.push_str(&value);
        }
        id
    }
}

/// What a style says of text that no one sees, white space left out: it is clipped to nothing or to a point, as labels for
/// screen readers are.
const UNSEEN: [&str; 4] = ["display:none", "visibility:hidden", "clip-path:inset(50%", "clip-path:inset(100%"];

/// Whether `clip` leaves nothing or a point: its sides are no more than one.
fn is_clipped(style: &str) -> bool {
    let sides = style.split_once("clip:rect(").and_then(|(_, rest)| rest.split_once(')'));
    let is_none = |side: &str| matches!(side.trim_start_matches('0'), "" | "1");
    sides.is_some_and(|(sides, _)| sides.split(',').flat_map(|sides| sides.split("px")).all(is_none))
}

fn is_hidden(element: &scraper::node::Element) -> bool {
    let style = element.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    element.attr("hidden").is_some() || UNSEEN.iter().any(|declared| style.contains(declared)) || is_clipped(&style)
}

/// What a reader sees of a page once some edits are made, line by line: for tests and reports.
#[must_use]
pub fn visible_lines(snapshot: &Snapshot, edits: &[Edit]) -> Vec<String> {
    let mut out = String::new();
    let mut hidden = vec![false; snapshot.len()];
    let mut cuts: HashMap<NodeId, Vec<(u32, u32, &str)>> = HashMap::new();
    for edit in edits.iter().filter(|edit| edit.action == Action::Hide) {
        hidden[edit.node.index()] |= edit.ranges.is_empty();
        for (i, range) in edit.ranges.iter().enumerate() {
            let replacement = if i == 0 { edit.replacement.as_str() } else { "" };
            cuts.entry(range.node).or_default().push((range.start, range.end, replacement));
        }
    }
    let mut node = NodeId::ROOT;
    let mut open: Vec<NodeId> = Vec::new();
    while node.index() < snapshot.len() {
        while open.last().is_some_and(|last| snapshot.end(*last) <= node) {
            out.push('\n');
            open.pop();
        }
        let tag = snapshot.tag(node);
        let skipped = matches!(tag, Tag::Head | Tag::Script | Tag::Style | Tag::Noscript | Tag::Template);
        if skipped || hidden[node.index()] || snapshot.hidden(node) {
            node = snapshot.end(node);
            continue;
        }
        if snapshot.space_before(node) {
            out.push(' ');
        }
        if tag == Tag::Text {
            let mut units: Vec<u16> = snapshot.text(node).encode_utf16().collect();
            let mut ranges = cuts.remove(&node).unwrap_or_default();
            ranges.sort_unstable_by(|a, b| b.cmp(a));
            for (start, end, replacement) in ranges {
                units.splice(start as usize..end as usize, replacement.encode_utf16());
            }
            out.push_str(&String::from_utf16_lossy(&units).replace(['\n', '\t', '\r'], " "));
        } else if tag == Tag::Br {
            out.push('\n');
        } else if snapshot.is_block(node) {
            out.push('\n');
            open.push(node);
        }
        node.0 += 1;
    }
    out.lines().map(str::to_owned).collect()
}
