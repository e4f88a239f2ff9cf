//! The lines that say who wrote the story, and when: about it, but no part of it.

use super::author::{self, Credit};
use super::date;
use super::name::{name, opened, opens};
use crate::block::Block;
use crate::language::{fold, letter, word};
use crate::snapshot::{NodeId, Snapshot};

/// What was found near the headline.
#[derive(Debug, Default)]
pub struct Lines {
    pub byline: Option<String>,
    /// The byline is that of elements near the headline that are called an author's.
    pub marked: bool,
    pub published: Option<String>,
    /// The places of the lines that hold nothing else.
    pub blocks: Vec<usize>,
    /// All that stands there, as a [key](fold::key).
    pub key: String,
    /// From the first node there to the last.
    pub nodes: std::ops::Range<NodeId>,
}

/// Blocks before and after the headline that are looked at.
const BEFORE: usize = 4;
const AFTER: usize = 10;
/// A byline with its date is no longer.
const MAX_WORDS: u32 = 18;
/// Nor is the piece of a longer line that holds the name.
const MAX_NAME_WORDS: u32 = 12;
/// Between two of several authors stand no more blocks: a portrait's caption, a job's title.
const MAX_GAP: usize = 3;

/// Looks around the headline, or at the head of the page's text where it shows none.
#[inline(never)]
pub fn find(snapshot: &Snapshot, blocks: &[Block], headline: Option<usize>) -> Lines {
    let mut lines = Lines::default();
    let at = headline.unwrap_or_default();
    let around = at.saturating_sub(BEFORE)..(at + AFTER + 1).min(blocks.len());
    let mut marked: Vec<(usize, Credit)> = Vec::new();
    let mut opened_first = None;
    for i in around.filter(|&i| Some(i) != headline && !blocks[i].hidden) {
        let block = &blocks[i];
        lines.nodes = if lines.nodes.is_empty() { block.nodes() } else { lines.nodes.start..block.nodes().end };
        lines.key.push_str(&fold::key(&block.text));
        lines.key.push(' ');
        if snapshot.tag(block.element).heading().is_some() {
            continue;
        }
        let short = word::count(&block.text) <= MAX_WORDS;
        let pieces = pieces(block);
        let credits = if short { author::credits(snapshot, block) } else { Vec::new() };
        let name = (pieces.iter().enumerate()).filter(|(_, piece)| word::count(piece) <= MAX_NAME_WORDS).find_map(
            |(at, piece)| {
                let alone = short && opens(piece);
                if alone { pieces.get(at + 1).and_then(|next| name(next)) } else { opened(piece) }
            },
        );
        let date =
            pieces.iter().filter(|piece| word::count(piece) <= MAX_NAME_WORDS).find_map(|piece| date::find(piece));
        let date = date.or_else(|| short.then(|| date::find(&block.text)).flatten());
        // A short sentence that begins with "By" or holds a date is a sentence all the same.
        let sentence = block.text.ends_with(letter::is_sentence_end);
        if short && (name.is_some() || !credits.is_empty() || date.is_some()) && !sentence {
            lines.blocks.push(i);
        }
        if sentence && credits.is_empty() && !(short && author::is_about(snapshot, block.element)) {
            continue;
        }
        opened_first = opened_first.or(name);
        lines.published = lines.published.or(date);
        marked.extend(credits.into_iter().map(|credit| (i, credit)));
    }
    let near = together(snapshot, &marked, at);
    lines.marked = !near.is_empty();
    lines.byline = joined(&near).or(opened_first).or_else(|| only_author(snapshot, blocks));
    lines
}

/// The names that go together: from the first after the headline, else before it, as long as their elements are alike.
fn together<'a>(snapshot: &Snapshot, marked: &'a [(usize, Credit)], headline: usize) -> Vec<&'a str> {
    let first = marked.iter().position(|(i, _)| *i >= headline).unwrap_or_default();
    let look =
        |credit: &Credit| (snapshot.tag(credit.element), author::classes(snapshot, credit.element).collect::<Vec<_>>());
    let mut names: Vec<&str> = Vec::new();
    let mut last = 0;
    for (i, credit) in marked.iter().skip(first) {
        let alike = *i == last || *i <= last + MAX_GAP && look(credit) == look(&marked[first].1);
        if names.is_empty() || alike {
            names.push(&credit.name);
            last = *i;
        }
    }
    names
}

/// Names, each once; one that is part of another one is the same.
fn joined(names: &[&str]) -> Option<String> {
    let keys: Vec<String> = names.iter().map(|name| fold::key(name)).collect();
    let distinct = (0..names.len()).filter(|&i| {
        let is_part = |other: usize| keys[other].contains(&keys[i]) && (keys[other] != keys[i] || other < i);
        !(0..names.len()).any(|other| other != i && is_part(other))
    });
    let distinct: Vec<&str> = distinct.map(|i| names[i]).collect();
    (!distinct.is_empty()).then(|| distinct.join(", "))
}

/// The author whom the elements of the whole page name, where they name no other: many pages have the line at the story's end.
fn only_author(snapshot: &Snapshot, blocks: &[Block]) -> Option<String> {
    let mut only: Option<String> = None;
    let told = blocks.iter().filter(|block| !block.hidden && word::count(&block.text) <= MAX_WORDS);
    for block in told {
        let credits = author::credits(snapshot, block);
        if credits.is_empty() || author::is_apart(snapshot, block) {
            continue;
        }
        let own = joined(&credits.iter().map(|credit| credit.name.as_str()).collect::<Vec<_>>())?;
        if only.as_ref().is_some_and(|only| fold::key(only) != fold::key(&own)) {
            return None;
        }
        only = Some(own);
    }
    only
}

/// A block's text cut where lines end and where one text node ends: "By" and the linked name after it are two.
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

#[cfg(test)]
mod line_tests {
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
