//! The elements that a page calls an author's, and the names in them.

use super::name;
use crate::block::Block;
use crate::language::fold;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// Words of class names and ids that call an element an author's, in the languages that pages are programmed in.
const AUTHOR: [&str; 20] = [
    "author",
    "authors",
    "byline",
    "bylines",
    "writer",
    "writers",
    "autor",
    "autores",
    "autoren",
    "auteur",
    "auteurs",
    "autore",
    "reporter",
    "reporters",
    "journalist",
    "journalists",
    "contributor",
    "contributors",
    "penulis",
    "yazar",
];
/// Words after those that make it something of the author's, or something that stands with his name.
const BESIDE: [&str; 36] = [
    "bio",
    "avatar",
    "image",
    "img",
    "photo",
    "picture",
    "desc",
    "description",
    "descriptor",
    "social",
    "follow",
    "twitter",
    "title",
    "type",
    "job",
    "role",
    "position",
    "email",
    "mail",
    "icon",
    "about",
    "related",
    "count",
    "share",
    "label",
    "prefix",
    "date",
    "time",
    "timestamp",
    "published",
    "updated",
    "source",
    "category",
    "section",
    "location",
    "separator",
];
/// Words before those that make it somebody else: who commented, who took the picture.
const OTHERS: [&str; 11] =
    ["comment", "comments", "image", "img", "photo", "foto", "picture", "media", "caption", "quote", "tweet"];
/// Folders of addresses at which a site keeps its authors, beside [`AUTHOR`].
const FOLDERS: [&str; 9] =
    ["by", "team", "staff", "profile", "profiles", "person", "columnist", "columnists", "firmas"];
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
    let is_linked =
        |(element, inner, _): &(NodeId, Option<NodeId>, String)| inner.is_some() || snapshot.tag(*element) == Tag::A;
    let linked = units.iter().any(|unit| is_linked(unit) && name::person(&unit.2).is_some());
    let mut found: Vec<Credit> = Vec::new();
    for unit in &units {
        let (element, _, text) = unit;
        if is_linked(unit) {
            found.extend(name::person(text).map(|name| Credit { element: *element, name }));
            continue;
        }
        // Beside names that are marked more narrowly, only one that says so: "By X, <a>Y</a>".
        let narrower = |(other, within, text): &(NodeId, Option<NodeId>, String)| {
            (*other != *element && snapshot.contains(*element, *other) || *other == *element && within.is_some())
                && name::person(text).is_some()
        };
        let says_so = name::opens_with(text);
        if !says_so && units.iter().any(narrower) {
            continue;
        }
        let names = name::people(text).into_iter();
        // A single word beside linked names is none: "Updated".
        let names = names.filter(|name| !linked || says_so || name.split_whitespace().count() > 1);
        found.extend(names.map(|name| Credit { element: *element, name }));
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
        if is_author(snapshot, node) {
            return Some((node, inner));
        }
        let is_aside = snapshot.tag(node) == Tag::Time
            || classes(snapshot, node).any(|words| match place(&words, &AUTHOR) {
                // "comment-author": somebody else; "author-bio": no name.
                Some(_) => true,
                None => {
                    !is_above && node != block.element && words.last().is_some_and(|word| BESIDE.contains(&&**word))
                }
            });
        if is_aside {
            return None;
        }
        let is_name = snapshot.tag(node) == Tag::A
            || snapshot.attribute(node, Attr::Itemprop) == Some("name")
            || classes(snapshot, node).any(|words| words == ["fn"]);
        if inner.is_none() && is_name {
            inner = Some(node);
        }
    }
    None
}

/// Whether an element is called an author's, or leads to his page.
fn is_author(snapshot: &Snapshot, node: NodeId) -> bool {
    let named = |value: &str| value.split_whitespace().any(|word| matches!(word, "author" | "creator"));
    let leads = |href: &str| {
        let path = href.split_once("://").map_or(href, |(_, rest)| rest).split(['?', '#']).next().unwrap_or_default();
        let mut folders = path.trim_end_matches('/').split('/').skip(1).collect::<Vec<_>>();
        folders.pop();
        folders.iter().any(|folder| AUTHOR.contains(folder) || FOLDERS.contains(folder))
    };
    snapshot.attribute(node, Attr::Itemprop).is_some_and(named)
        || snapshot.attribute(node, Attr::Rel).is_some_and(named)
        || snapshot.tag(node) == Tag::A && snapshot.attribute(node, Attr::Href).is_some_and(leads)
        || classes(snapshot, node).any(|words| {
            place(&words, &AUTHOR).is_some_and(|at| {
                !words[at..].iter().any(|word| BESIDE.contains(&&**word))
                    && !words[..at].iter().any(|word| OTHERS.contains(&&**word))
            })
        })
}

/// Whether a block is called the line about the story: by its own element, or by one right around it.
pub fn is_about(snapshot: &Snapshot, element: NodeId) -> bool {
    const ABOUT: [&str; 6] = ["date", "dates", "dateline", "time", "timestamp", "published"];
    snapshot.ancestry(element).take(1 + ABOVE).any(|node| {
        classes(snapshot, node).any(|words| place(&words, &AUTHOR).or(place(&words, &ABOUT)).is_some())
            || is_author(snapshot, node)
    })
}

/// Whether a block stands among comments, in a list of links, or at the page's foot.
pub fn is_apart(snapshot: &Snapshot, block: &Block) -> bool {
    /// Words of the classes of what is no part of the story.
    const APART: [&str; 8] = ["comment", "comments", "respond", "related", "sidebar", "widget", "teaser", "card"];
    snapshot.ancestry(block.element).any(|node| {
        matches!(snapshot.tag(node), Tag::Nav | Tag::Aside | Tag::Li)
            || classes(snapshot, node).any(|words| place(&words, &APART).is_some())
    })
}

fn place(words: &[String], known: &[&str]) -> Option<usize> {
    words.iter().position(|word| known.contains(&word.as_str()))
}

/// The words of each of an element's classes, and of its id: `article-author`, `articleAuthor` and `article_author` are the
/// same two.
pub fn classes(snapshot: &Snapshot, node: NodeId) -> impl Iterator<Item = Vec<String>> {
    let values = snapshot.attributes(node).filter(|(name, _)| matches!(name, Attr::Class | Attr::Id));
    values.flat_map(|(_, value)| value.split_whitespace()).map(|class| {
        let mut words: Vec<String> = Vec::new();
        let mut before = ' ';
        for c in class.chars() {
            if c.is_ascii_alphabetic() {
                let joins = before.is_ascii_alphabetic() && !(c.is_ascii_uppercase() && before.is_ascii_lowercase());
                match words.last_mut().filter(|_| joins) {
                    Some(word) => word.push(c.to_ascii_lowercase()),
                    None => words.push(c.to_ascii_lowercase().to_string()),
                }
            }
            before = c;
        }
        words
    })
}
