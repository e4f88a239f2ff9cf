//! Finds the lines that say who wrote the story and when, which are no part of it.

use std::sync::LazyLock;

use super::date;
use crate::block::Block;
use crate::language::lexicon::{Lexicon, packed};
use crate::language::{fold, letter, script, word};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// Of `languages/*/bylines.tsv`.
static OPENERS: LazyLock<Lexicon> = packed!("bylines.bin");

/// What the lines near the headline say.
#[derive(Debug, Default)]
pub struct Lines {
    pub byline: Option<String>,
    pub published: Option<String>,
    /// The places of the blocks that hold a byline or a date and nothing else, ascending.
    pub blocks: Vec<usize>,
}

/// How many blocks before and after the headline are looked at.
const BEFORE: usize = 4;
const AFTER: usize = 10;
/// A byline with its date has at most so many words.
const MAX_WORDS: u32 = 18;
/// The piece of a line that holds the name has at most so many words.
const MAX_NAME_WORDS: u32 = 12;

/// Looks around the headline, or at the head of the page's text where it shows none.
#[inline(never)]
pub fn find(snapshot: &Snapshot, blocks: &[Block], headline: Option<usize>) -> Lines {
    let mut lines = Lines::default();
    let at = headline.unwrap_or_default();
    let around = at.saturating_sub(BEFORE)..(at + AFTER + 1).min(blocks.len());
    for i in around.filter(|&i| Some(i) != headline && !blocks[i].hidden) {
        let block = &blocks[i];
        if snapshot.tag(block.element).heading().is_some() {
            continue;
        }
        let short = word::count(&block.text) <= MAX_WORDS;
        let pieces = pieces(block);
        let marked = short && (author_element(snapshot, block.element).is_some() || inner_author(snapshot, block));
        let name = (pieces.iter().enumerate())
            .filter(|(_, piece)| word::count(piece) <= MAX_NAME_WORDS)
            .find_map(|(at, piece)| {
                let alone = short && opens(piece);
                if alone { pieces.get(at + 1).and_then(|next| name(next)) } else { opened(piece) }
            })
            .or_else(|| marked.then(|| pieces.iter().find_map(|piece| name(piece))).flatten());
        let date =
            pieces.iter().filter(|piece| word::count(piece) <= MAX_NAME_WORDS).find_map(|piece| date::find(piece));
        let date = date.or_else(|| short.then(|| date::find(&block.text)).flatten());
        // A short sentence that begins with "By" or holds a date is a sentence all the same.
        let sentence = block.text.ends_with(letter::is_sentence_end);
        if short && (name.is_some() || date.is_some()) && !sentence {
            lines.blocks.push(i);
        }
        if sentence && !marked {
            continue;
        }
        lines.byline = lines.byline.or(name);
        lines.published = lines.published.or(date);
    }
    lines
}

/// The text of a block in pieces: it is cut at the ends of lines and of text nodes, so that "By" and the linked name
/// after it are two.
fn pieces(block: &Block) -> Vec<&str> {
    let runs = block.runs.chunk_by(|one, next| one.node == next.node);
    runs.flat_map(|runs| {
        let (first, last) = (runs[0], runs[runs.len() - 1]);
        block.text[first.at..last.at + last.len].lines()
    })
    .map(str::trim)
    .filter(|piece| !piece.is_empty())
    .collect()
}

fn opens(text: &str) -> bool {
    OPENERS.get(&fold::key(text)) != 0
}

/// The name after a byline's opening words.
fn opened(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(|c| c == ' ' || letter::is_separator(c) || letter::is_dash(c));
    let spaced: Vec<usize> = text.char_indices().filter(|(_, c)| parts_opener(*c)).map(|(at, _)| at).take(4).collect();
    let end = spaced.into_iter().rev().find(|&end| opens(&text[..end]))?;
    let rest = text[end..].trim_start_matches(parts_opener);
    // After a word of one or two letters ("di", "av", "文") a name must follow, not any word.
    let starts = rest.chars().next()?;
    (starts.is_uppercase() || !has_case(starts)).then(|| name(rest)).flatten()
}

/// What may stand between a byline's opening words and the name; Chinese and Japanese bylines have a middle dot there.
fn parts_opener(c: char) -> bool {
    c.is_whitespace() || letter::is_colon(c) || letter::is_separator(c) || c == '・'
}

/// Signs that a name ends at. The hyphen of a double name and the comma of "Orrel, Tamsin" are not among them.
fn ends_name(c: char) -> bool {
    matches!(c, '\n' | '(' | '،' | ';') || letter::is_separator(c) || letter::is_dash(c) && c != '-'
}

fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// The name that a text begins with, of one to seven words, without what stands behind it, such as a date, an agency or
/// a bar.
fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let text = opened_again(text);
    let end =
        text.char_indices().find(|&(_, c)| ends_name(c) || fold::digit(c).is_some()).map_or(text.len(), |(at, _)| at);
    let end = text[..end].find(" - ").unwrap_or(end);
    let name = text[..end]
        .trim()
        .trim_end_matches(|c| matches!(c, ' ' | '.' | '-') || letter::is_comma(c) || letter::is_colon(c))
        .trim();
    // What stands after a comma may be the name of a month or day, whose digits were cut off above.
    let name = name
        .rsplit_once(", ")
        .filter(|(_, last)| last.split_whitespace().count() == 1)
        .map_or(name, |(first, _)| first);
    let words = name.split_whitespace().count();
    let letters = name.chars().filter(|c| letter::is_alphabetic(*c)).count();
    let most = if name.chars().any(script::is_unspaced) { 12 } else { 60 };
    ((1..=7).contains(&words) && (2..=most).contains(&letters)).then(|| name.to_owned())
}

/// The text after a byline's opening word, if it begins with one: an author's element may hold "By X".
fn opened_again(text: &str) -> &str {
    let Some(end) = text.find(|c| c == ' ' || letter::is_colon(c)) else { return text };
    if opens(&text[..end]) { text[end..].trim_start_matches(|c| c == ' ' || letter::is_colon(c)) } else { text }
}

/// The element around, no more than three up, that is called an author's.
fn author_element(snapshot: &Snapshot, element: NodeId) -> Option<NodeId> {
    snapshot.ancestry(element).take(3).find(|node| is_author(snapshot, *node))
}

fn inner_author(snapshot: &Snapshot, block: &Block) -> bool {
    let nodes = block.nodes();
    (block.element.0..nodes.end.0).map(NodeId).any(|node| snapshot.tag(node) != Tag::Text && is_author(snapshot, node))
}

fn is_author(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.attributes(node).any(|(name, value)| match name {
        Attr::Itemprop => value == "author",
        Attr::Rel => value == "author",
        Attr::Class | Attr::Id => value
            .split(|c: char| !c.is_ascii_alphabetic())
            .any(|word| ["author", "byline", "writer"].iter().any(|known| word.eq_ignore_ascii_case(known))),
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_after_their_openers() {
        for (text, name) in [
            ("By Tess Hallorwick", "Tess Hallorwick"),
            ("Von Jakob Linnert, 3. März 2026", "Jakob Linnert"),
            ("Par Claire Vaubrun - publié le 14 février 2026", "Claire Vaubrun"),
            ("Por Rocío Larrañeta | 15 de abril de 2024", "Rocío Larrañeta"),
            ("بقلم: هادي الشويرف", "هادي الشويرف"),
            ("מאת נועה ברקן, 4 במרץ 2026", "נועה ברקן"),
            ("Автор: Глеб Остроумцев", "Глеб Остроумцев"),
            ("文／北條 千晶", "北條 千晶"),
        ] {
            assert_eq!(opened(text).as_deref(), Some(name), "{text}");
        }
    }

    #[test]
    fn sentences_with_such_words() {
        for text in [
            "By the time the ferries came it was noon",
            "Von allen Seiten kam Lob",
            "وقال الوزير",
            "Para todos",
            "Avoid it",
        ] {
            assert_eq!(opened(text), None, "{text}");
        }
    }
}
