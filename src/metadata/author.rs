//! The elements that a page calls an author's, and the names in them.

use super::byline;
use crate::block::Block;
use crate::language::fold;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// Words of class names and ids that call an element an author's, in the languages that pages are programmed in.
const AUTHOR: [&str; 20] = [
    "author", "authors", "byline", "bylines", "writer", "writers", "autor", "autores", "autoren", "auteur", "auteurs",
    "autore", "reporter", "reporters", "journalist", "journalists", "contributor", "contributors", "penulis", "yazar",
];
/// Words beside those that make it something of the author's, or somebody else's.
const BESIDE: [&str; 26] = [
    "comment", "comments", "bio", "avatar", "image", "img", "photo", "picture", "desc", "description", "social", "follow",
    "twitter", "title", "job", "role", "position", "email", "mail", "icon", "about", "related", "count", "share", "label",
    "prefix",
];
/// What stands within an author's element and is no name.
const WITHIN: [&str; 12] = [
    "date", "time", "timestamp", "published", "updated", "source", "category", "section", "views", "tags", "location",
    "separator",
];
/// Parents of a block that are still asked.
const ABOVE: usize = 2;

/// A name, with the element that is called an author's.
#[derive(Debug)]
pub struct Credit {
    pub element: NodeId,
    pub name: String,
}

/// The names that author's elements in and right around a block hold, in order; the innermost elements count.
pub fn credits(snapshot: &Snapshot, block: &Block) -> Vec<Credit> {
    // Each stretch of text with its author's element and, where there is one, the link or the marked name within.
    let mut units: Vec<(NodeId, Option<NodeId>, String)> = Vec::new();
    for run in &block.runs {
        let Some((element, inner)) = around(snapshot, block, run.node) else { continue };
        let text = &block.text[run.at..run.at + run.len];
        let gap = |at: usize| at > 0 && block.text[..at].ends_with(char::is_whitespace);
        match units.last_mut() {
            Some((last, within, so_far)) if *last == element && *within == inner => {
                if gap(run.at) {
                    so_far.push(if block.text[..run.at].ends_with('\n') { '\n' } else { ' ' });
                }
                so_far.push_str(text);
            }
            _ => units.push((element, inner, text.to_owned())),
        }
    }
    let mut found: Vec<Credit> = Vec::new();
    let elements: Vec<NodeId> = units.iter().map(|(element, ..)| *element).collect();
    for (at, (element, inner, text)) in units.iter().enumerate() {
        let deeper = |(other, within, text): &(NodeId, Option<NodeId>, String)| {
            let is_deeper = *other != *element && snapshot.contains(*element, *other)
                || *other == *element && inner.is_none() && within.is_some();
            is_deeper && byline::person(text).is_some()
        };
        // Before, between and after the names that are marked more narrowly there is no name.
        if elements[..at].contains(element) && inner.is_none() && found.iter().any(|credit| credit.element == *element)
            || units.iter().any(deeper)
        {
            continue;
        }
        let names = if inner.is_some() { byline::person(text).into_iter().collect() } else { byline::people(text) };
        found.extend(names.into_iter().map(|name| Credit { element: *element, name }));
    }
    found.dedup_by(|one, other| fold::key(&one.name) == fold::key(&other.name));
    found
}

/// The author's element around a text node, and within it the innermost link or element that is marked as a name.
fn around(snapshot: &Snapshot, block: &Block, text: NodeId) -> Option<(NodeId, Option<NodeId>)> {
    let mut inner = None;
    let mut above = 0;
    for node in snapshot.ancestry(text).skip(1) {
        let is_above = !snapshot.contains(block.element, node);
        above += usize::from(is_above);
        if above > ABOVE {
            break;
        }
        let words = words(snapshot, node);
        if has(&words, &BESIDE) && (has(&words, &AUTHOR) || !is_above) {
            return None;
        }
        if is_author(snapshot, node) {
            return Some((node, inner));
        }
        if snapshot.tag(node) == Tag::Time || has(&words, &WITHIN) && !is_above && node != block.element {
            return None;
        }
        let is_name = snapshot.tag(node) == Tag::A
            || snapshot.attribute(node, Attr::Itemprop) == Some("name")
            || words.iter().any(|word| word == "fn");
        if inner.is_none() && is_name {
            inner = Some(node);
        }
    }
    None
}

/// Whether an element is called an author's.
pub fn is_author(snapshot: &Snapshot, node: NodeId) -> bool {
    let named = |value: &str| value.split_whitespace().any(|word| matches!(word, "author" | "creator"));
    let words = words(snapshot, node);
    snapshot.attribute(node, Attr::Itemprop).is_some_and(named)
        || snapshot.attribute(node, Attr::Rel).is_some_and(named)
        || has(&words, &AUTHOR) && !has(&words, &BESIDE)
}

/// Whether a block stands among comments, in a list of links, or at the page's foot.
pub fn is_apart(snapshot: &Snapshot, block: &Block) -> bool {
    snapshot.ancestry(block.element).any(|node| {
        matches!(snapshot.tag(node), Tag::Nav | Tag::Aside | Tag::Li)
            || words(snapshot, node).iter().any(|word| {
                ["comment", "comments", "respond", "related", "sidebar", "widget", "teaser", "card"].contains(&word.as_str())
            })
    })
}

fn has(words: &[String], known: &[&str]) -> bool {
    words.iter().any(|word| known.contains(&word.as_str()))
}

/// The words of an element's classes and id, in lower case: `article-author`, `articleAuthor` and `article_author` are the
/// same two.
pub fn words(snapshot: &Snapshot, node: NodeId) -> Vec<String> {
    let mut words = vec![String::new()];
    for (name, value) in snapshot.attributes(node) {
        if !matches!(name, Attr::Class | Attr::Id) {
            continue;
        }
        words.push(String::new());
        let mut before = ' ';
        for c in value.chars() {
            if !c.is_ascii_alphabetic() || c.is_ascii_uppercase() && before.is_ascii_lowercase() {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut()
                && c.is_ascii_alphabetic()
            {
                word.push(c.to_ascii_lowercase());
            }
            before = c;
        }
    }
    words.retain(|word| !word.is_empty());
    words
}
