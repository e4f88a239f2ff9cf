//! Names in lines of text: after the words that open a byline, and before what stands behind.

use std::sync::LazyLock;

use super::date;
use crate::language::lexicon::{Lexicon, packed};
use crate::language::{fold, letter, script};

/// Of `languages/*/bylines.tsv`.
static OPENERS: LazyLock<Lexicon> = packed!("bylines.bin");

/// Whether a text is the words that open a byline, and no more.
pub fn opens(text: &str) -> bool {
    OPENERS.get(&fold::key(text)) != 0
}

/// The name after a byline's opening words.
pub fn opened(text: &str) -> Option<String> {
    let text = text.trim().trim_start_matches(['|', '•', '·', '-', '–', '—', ' ']);
    let spaced: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace() || matches!(c, ':' | '：' | '/' | '／' | '・'))
        .map(|(at, _)| at)
        .take(4)
        .collect();
    let end = spaced.into_iter().rev().find(|&end| opens(&text[..end]))?;
    let rest = text[end..].trim_start_matches([':', '：', '/', '／', '・', ' ', '\u{A0}', '|']);
    // After a word of one or two letters ("di", "av", "文") a name must follow, not any word.
    let starts = rest.chars().next()?;
    (starts.is_uppercase() || !has_case(starts)).then(|| name(rest)).flatten()
}

fn has_case(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// A name of one to six words, without what stands behind it: a date, an agency, a bar.
pub fn name(text: &str) -> Option<String> {
    let text = text.trim();
    let text = opened_again(text);
    let end = text
        .char_indices()
        .find(|(_, c)| {
            matches!(c, '|' | '•' | '·' | '–' | '—' | '\n' | '/' | '(' | '،' | ';') || fold::digit(*c).is_some()
        })
        .map_or(text.len(), |(at, _)| at);
    let end = text[..end].find(" - ").unwrap_or(end);
    let name = text[..end].trim().trim_end_matches([',', ':', '-', '،', '.', ' ']).trim();
    // What is left of a date before its digits.
    let name = name
        .rsplit_once(", ")
        .filter(|(_, last)| last.split_whitespace().count() == 1)
        .map_or(name, |(first, _)| first);
    let words = name.split_whitespace().count();
    let letters = name.chars().filter(|c| letter::is_alphabetic(*c)).count();
    let most = if name.chars().any(script::is_unspaced) { 12 } else { 60 };
    ((1..=7).contains(&words) && (2..=most).contains(&letters)).then(|| name.to_owned())
}

/// "Text: By X": the opener within an author's element.
fn opened_again(text: &str) -> &str {
    let Some(end) = text.find([' ', ':', '：']) else { return text };
    if opens(&text[..end]) { text[end..].trim_start_matches([':', '：', ' ']) } else { text }
}

/// The name or names that a page's data gives, without what stands beside them; `None` where there is none: an address, an
/// account, a number.
pub fn claimed(text: &str) -> Option<String> {
    let text = text.trim();
    let text = opened(text).unwrap_or_else(|| text.to_owned());
    let end = [" | ", " - ", " – ", " — ", "\n"].iter().filter_map(|cut| text.find(cut)).min().unwrap_or(text.len());
    let name = text[..end].trim().trim_end_matches([',', '،', ';', '|']).trim();
    let is_name = name.chars().any(letter::is_alphabetic) && !name.contains("://") && !name.starts_with('@');
    (is_name && !opens(name)).then(|| name.to_owned())
}

/// The names in the text of an author's element: several where commas part them, with a word or two each.
pub fn people(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    // "Posted on 5 May by X": what follows the words that open a byline, wherever they stand.
    let line = lines.clone().find(|line| date::find(line).is_none() && person(line).is_some());
    let Some(line) = line.or_else(|| lines.clone().find(|line| person(line).is_some())) else { return Vec::new() };
    let mut names: Vec<String> = Vec::new();
    for part in line.split([',', '،', '、', ';']) {
        let is_full = part.split_whitespace().count() > 1 || part.chars().any(script::is_unspaced);
        if let Some(name) = person(part).filter(|_| names.is_empty() || is_full) {
            names.push(name);
        }
    }
    names
}

/// The name that a text is, with or without the words that open a byline.
pub fn person(text: &str) -> Option<String> {
    /// A first word without a capital that is as long is no part of a name, as "van" and "de" are: "napsala Jana".
    const LONG: usize = 4;
    let text = text.trim().trim_start_matches(['|', '•', '·', '-', '–', '—', '/', ',', ':', '：', ' ']);
    let mut text = opened(text).unwrap_or_else(|| text.to_owned());
    while let Some((first, rest)) = text.split_once(char::is_whitespace)
        && first.starts_with(char::is_lowercase)
        && first.chars().count() >= LONG
    {
        text = rest.trim().to_owned();
    }
    let found = name(&text)?;
    let is_alone = found.split_whitespace().count() == 1;
    let is_address = found.contains(['@', '#']) || found.contains("://");
    // "May 5": what is left of a date; and "15 min read".
    let is_date = text.len() > found.len() && is_alone && text[..].chars().any(|c| fold::digit(c).is_some());
    let starts = found.chars().next()?;
    let is_low = starts.is_lowercase() && (is_alone || found.chars().all(|c| !c.is_uppercase()));
    // "Updated on November 5, 2026": the month is the name's end.
    let rest = text.find(&found).map_or("", |at| &text[at + found.len()..]);
    let is_date = is_date || date::find(&text).is_some() && date::find(rest).is_none();
    (!is_address && !is_date && !is_low && !opens(&found)).then_some(found)
}

/// Whether a text begins with the words that open a byline, and goes on with a name.
pub fn opens_with(text: &str) -> bool {
    opened(text).is_some()
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
}
