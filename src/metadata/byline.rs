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

    #[test]
    fn what_ends_a_name() {
        for (text, expected) in [
            ("Lena Marsh", Some("Lena Marsh")),
            (" Lena Marsh | Tarn Post", Some("Lena Marsh")),
            ("Lena Marsh (Tarn)", Some("Lena Marsh")),
            ("Lena Marsh 4 March", Some("Lena Marsh")),
            ("Lena Marsh - Tarn Post", Some("Lena Marsh")),
            ("Jean-Luc Huet", Some("Jean-Luc Huet")),
            ("Lena Marsh,", Some("Lena Marsh")),
            ("Lena Marsh, March", Some("Lena Marsh")),
            ("Lena Marsh, Tess Hallorwick", Some("Lena Marsh, Tess Hallorwick")),
            ("هادي الشويرف، طارن", Some("هادي الشويرف")),
            ("a b c d e f g", Some("a b c d e f g")),
            ("a b c d e f g h", None),
            ("ab", Some("ab")),
            ("a", None),
            ("", None),
            ("| Tarn", None),
            ("北條千晶", Some("北條千晶")),
            ("北條千晶北條千晶北條千晶", Some("北條千晶北條千晶北條千晶")),
            ("北條千晶北條千晶北條千晶北", None),
            ("By Lena Marsh", Some("Lena Marsh")),
            ("Text: Lena Marsh", Some("Lena Marsh")),
            ("Boats: Lena Marsh", Some("Boats: Lena Marsh")),
        ] {
            assert_eq!(name(text).as_deref(), expected, "{text}");
        }
        let letters = |count: usize| "a".repeat(count);
        assert_eq!(name(&letters(60)), Some(letters(60)));
        assert_eq!(name(&letters(61)), None);
    }

    #[test]
    fn openers_are_the_first_words() {
        for (text, expected) in [
            ("| By Lena Marsh", Some("Lena Marsh")),
            ("Words by Lena Marsh", Some("Lena Marsh")),
            ("Propos recueillis par Claire Vaubrun", Some("Claire Vaubrun")),
            ("By: Lena Marsh", Some("Lena Marsh")),
            ("By lena marsh", None),
            ("By 4 March", None),
            ("By", None),
            ("Lena Marsh", None),
            ("تقرير: هادي الشويرف", Some("هادي الشويرف")),
        ] {
            assert_eq!(opened(text).as_deref(), expected, "{text}");
        }
    }

    #[cfg(feature = "html")]
    mod pages {
        use super::super::{AFTER, BEFORE, MAX_NAME_WORDS, MAX_WORDS, find};

        /// What is found around the first heading: the name, the date, and the texts of the lines that hold nothing else.
        fn of(body: &str) -> (Option<String>, Option<String>, Vec<String>) {
            let snapshot = crate::html::snapshot(body, "");
            let blocks = crate::block::cut(&snapshot);
            let headline = blocks.iter().position(|block| block.text == "Headline");
            let found = find(&snapshot, &blocks, headline);
            let texts = found.blocks.iter().map(|&i| blocks[i].text.clone()).collect();
            (found.byline, found.published, texts)
        }

        #[track_caller]
        fn check(line: &str, name: Option<&str>, date: Option<&str>, about: bool) {
            let (byline, published, blocks) = of(&format!("<h1>Headline</h1>{line}"));
            assert_eq!((byline.as_deref(), published.as_deref(), !blocks.is_empty()), (name, date, about), "{line}");
        }

        fn words(count: u32) -> String {
            vec!["quay"; count as usize].join(" ")
        }

        #[test]
        fn a_line_below_the_headline() {
            let (name, date) = (Some("Lena Marsh"), Some("2026-03-04"));
            check("<p>By Lena Marsh</p>", name, None, true);
            check("<p>4 March 2026</p>", None, date, true);
            check("<p>By Lena Marsh | 4 March 2026</p>", name, date, true);
            check("<p>By <a href=/lena>Lena Marsh</a></p>", name, None, true);
            check("<p>By<br>Lena Marsh</p>", name, None, true);
            check("<p>By <b>4 March 2026</b></p>", None, date, true);
            check("<p>Lena Marsh</p>", None, None, false);
            check("<p hidden>By Lena Marsh</p>", None, None, false);
            check("<h2>By Lena Marsh</h2>", None, None, false);
            // A sentence is one, but for the author's own element.
            for stop in [".", "!", "؟", "。"] {
                check(&format!("<p>By Lena Marsh{stop}</p>"), None, None, false);
            }
            check("<p>The boats came on 4 March 2026.</p>", None, None, false);
            check("<p class=byline>By Lena Marsh.</p>", name, None, false);
        }

        #[test]
        fn elements_of_an_author() {
            let name = Some("Lena Marsh");
            for attribute in ["class=author", "class='post-Byline top'", "id=writer", "itemprop=author", "rel=author"] {
                check(&format!("<p {attribute}>Lena Marsh</p>"), name, None, true);
                check(&format!("<div {attribute}><p>Lena Marsh</p></div>"), name, None, true);
                check(&format!("<p>4 March 2026 <b {attribute}>Lena Marsh</b></p>"), name, Some("2026-03-04"), true);
                check(&format!("<div {attribute}><div><div><p>Lena Marsh</p></div></div></div>"), None, None, false);
            }
            for attribute in
                ["class=authority", "class=co2author", "itemprop=name", "rel=tag", "title=author", "id=boats"]
            {
                let expected = if attribute == "class=co2author" { name } else { None };
                check(&format!("<p {attribute}>Lena Marsh</p>"), expected, None, expected.is_some());
            }
            // Only in a short line.
            let line = |count: u32| format!("<p class=author>Lena Marsh<br>{}</p>", words(count - 2));
            check(&line(MAX_WORDS), name, None, true);
            check(&line(MAX_WORDS + 1), None, None, false);
        }

        #[test]
        fn how_long_the_line_may_be() {
            let (name, date) = (Some("Lena Marsh"), Some("2026-03-04"));
            let by = |count: u32| format!("<p>By Lena Marsh<br>{}</p>", words(count - 3));
            check(&by(MAX_WORDS), name, None, true);
            // In a longer one it says so, but is not all that the line holds.
            check(&by(MAX_WORDS + 1), name, None, false);
            let piece = |count: u32| format!("<p>By Lena Marsh | {}</p>", words(count - 3));
            check(&piece(MAX_NAME_WORDS), name, None, true);
            check(&piece(MAX_NAME_WORDS + 1), None, None, false);
            let dated = |count: u32| format!("<p>4 March 2026 {}</p>", words(count - 3));
            check(&dated(MAX_NAME_WORDS), None, date, true);
            check(&dated(MAX_WORDS), None, date, true);
            check(&dated(MAX_WORDS + 1), None, None, false);
            let alone = |count: u32| format!("<p>By <b>Lena Marsh</b><br>{}</p>", words(count - 3));
            check(&alone(MAX_WORDS), name, None, true);
            check(&alone(MAX_WORDS + 1), None, None, false);
        }

        #[test]
        fn how_far_from_the_headline() {
            let (line, boats) = ("<p>By Lena Marsh</p>", "<p>Boats</p>");
            let around = |before: usize, after: usize| {
                let before = if before > 0 { format!("{line}{}", boats.repeat(before - 1)) } else { String::new() };
                let after = if after > 0 { format!("{}{line}", boats.repeat(after - 1)) } else { String::new() };
                of(&format!("{before}<h1>Headline</h1>{after}")).0.is_some()
            };
            assert!(around(BEFORE, 0));
            assert!(!around(BEFORE + 1, 0));
            assert!(around(0, AFTER));
            assert!(!around(0, AFTER + 1));
            // Without a headline, at the page's head.
            assert!(of(&format!("{}{line}", boats.repeat(AFTER))).0.is_some());
            assert!(of(&format!("{}{line}", boats.repeat(AFTER + 1))).0.is_none());
            // The first name and the first date count.
            let two = of(
                "<h1>Headline</h1><p>By Lena Marsh</p><p>By Tess Hallorwick</p><p>4 March 2026</p><p>5 March 2026</p>",
            );
            assert_eq!((two.0.as_deref(), two.1.as_deref(), two.2.len()), (Some("Lena Marsh"), Some("2026-03-04"), 4));
            // The headline itself says nothing of the kind.
            let snapshot = crate::html::snapshot("<p>By Lena Marsh</p>", "");
            let blocks = crate::block::cut(&snapshot);
            assert_eq!(find(&snapshot, &blocks, Some(0)).byline, None);
            assert_eq!(find(&snapshot, &blocks, None).byline.as_deref(), Some("Lena Marsh"));
        }
    }
}
