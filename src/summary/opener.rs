//! What a sentence is held back by: that it points outside of itself, that it asks, that it is a bare quote.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use crate::language::{fold, letter, primary, script};

// In units of the model's score, whose spread over a story is about one: what points back goes only where an equal sentence
// stands alone; what asks, leads on or is a bare quote goes only where there is little else.
const POINTS_BACK: f32 = 0.25;
const ASKS: f32 = 2.0;
const LEADS_ON: f32 = 2.0;
const IS_A_BARE_QUOTE: f32 = 2.0;
/// The last sentence of a story is often its closing quip.
const CLOSES: f32 = 0.35;

/// Where a sentence stands in its story: the first has nothing before it that it could point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It opens the story.
    First,
    /// It is in the story.
    Inside,
    /// It closes the story.
    Last,
}

/// What a sentence's score is lowered by.
pub fn held_back(text: &str, language: &str, standing: Standing) -> f32 {
    let end = text.trim_end_matches(['"', '”', '»', '’', '“', '」', ')', ' ']);
    let bare_quote = text.starts_with(['"', '“', '«', '„', '「'])
        && text.trim_end_matches(['.', '۔', ' ']).ends_with(['"', '”', '»', '“', '」']);
    let reasons = [
        (standing != Standing::First && points_back(text, language), POINTS_BACK),
        (end.ends_with(['?', '؟', '？']), ASKS),
        (end.ends_with([':', '：']), LEADS_ON),
        (bare_quote, IS_A_BARE_QUOTE),
        (standing == Standing::Last, CLOSES),
    ];
    reasons.iter().filter(|(is, _)| *is).map(|(_, lowered)| lowered).sum()
}

fn points_back(text: &str, language: &str) -> bool {
    let Some(openers) = table().get(primary(language).as_str()) else { return false };
    let text = text.trim_start_matches(|c: char| !letter::is_alphanumeric(c));
    if text.starts_with(script::is_unspaced) {
        // No space shows where the word ends.
        return openers.iter().any(|opener| text.starts_with(opener.as_str()));
    }
    let word = text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '،')).next().unwrap_or_default();
    openers.contains(&fold::key(word))
}

fn table() -> &'static HashMap<&'static str, HashSet<String>> {
    static TABLE: OnceLock<HashMap<&'static str, HashSet<String>>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table: HashMap<&str, HashSet<String>> = HashMap::default();
        for (language, words, _) in entries() {
            table.entry(language).or_default().extend(words.split_whitespace().map(fold::key));
        }
        table
    })
}

fn entries() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    include_str!("openers.tsv").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?, fields.next()?, fields.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_well_formed() {
        let lines = include_str!("openers.tsv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(entries().count(), lines);
        assert!(
            entries().all(|(language, words, reason)| language.len() == 2 && !words.is_empty() && !reason.is_empty())
        );
    }

    #[test]
    fn what_points_outside_of_itself() {
        for (language, text) in [
            ("en", "He added that the quay was too high."),
            ("ar", "وأضاف أن الرصيف مرتفع."),
            ("de", "Dabei half ihm der Rat."),
            ("zh", "他说码头太高。"),
        ] {
            assert!(points_back(text, language), "{text}");
        }
    }

    #[test]
    fn what_stands_alone_is_spared() {
        for (language, text) in [
            ("en", "Hesse reopened its quay on Monday."),
            ("en", "The quay was too high, he added."),
            ("ar", "أضافت الشركة رصيفا جديدا."),
            ("ru", "Порт открыли в понедельник."),
            ("zh", "码头太高。"),
        ] {
            assert!(held_back(text, language, Standing::Inside) <= 0.0, "{text}");
        }
    }

    #[test]
    fn the_first_sentence_points_at_nothing() {
        assert!(held_back("He came back to Tarn on Monday.", "en", Standing::First) <= 0.0);
    }
}
