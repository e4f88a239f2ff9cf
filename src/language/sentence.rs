//! Sentences: UAX 29 as the base, mended where news is known to break it.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The sentences of a text as byte ranges without the white space around them, in order.
///
/// UAX 29 (rule SB8) joins on after a stop that a lower-case letter follows; in addition, a cut is undone after an
/// abbreviation or initial, and inside of quotation marks or brackets that a sentence closes later on.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut joins = false;
    for (start, piece) in text.split_sentence_bound_indices() {
        let end = start + piece.trim_end().len();
        let start = start + (piece.len() - piece.trim_start().len());
        if start >= end {
            continue;
        }
        match found.last_mut() {
            Some(last) if joins || is_tail(&text[start..end]) => last.end = end,
            _ => found.push(start..end),
        }
        joins = ends_in_abbreviation(&text[start..end]) && !piece.ends_with(['\n', '\u{2029}']);
    }
    found
}

/// Closing quotes and stops that UAX 29 leaves to stand alone belong to the sentence before them.
fn is_tail(piece: &str) -> bool {
    !piece.chars().any(char::is_alphanumeric)
}

/// A capital alone (an initial), or one of a few abbreviations that stand before names.
fn ends_in_abbreviation(sentence: &str) -> bool {
    let Some(head) = sentence.strip_suffix('.') else { return false };
    let word =
        head.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '«')).next().unwrap_or_default();
    let mut letters = word.chars();
    let initial = matches!((letters.next(), letters.next()), (Some(c), None) if c.is_uppercase());
    initial || ABBREVIATIONS.binary_search(&word).is_ok()
}

/// Titles and such, sorted; each is followed by a name or a number, so that a stop after it ends no sentence.
const ABBREVIATIONS: [&str; 23] = [
    "Col", "Dr", "Fr", "Gen", "Gov", "Hr", "Lt", "MM", "Mlle", "Mme", "Mr", "Mrs", "Ms", "No", "Nr", "Prof", "Rep",
    "Sen", "Sgt", "Sr", "Sra", "St", "vs",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn cuts() {
        check("It rained. The harbour closed!", &["It rained.", "The harbour closed!"]);
        check("وصلت السفن. هل تعود؟ نعم.", &["وصلت السفن.", "هل تعود؟", "نعم."]);
        check("港口重开。渡轮来了！", &["港口重开。", "渡轮来了！"]);
        check("जहाज़ आए। लोग लौटे।", &["जहाज़ आए।", "लोग लौटे।"]);
        check("Он сказал: «Да.» Потом ушёл.", &["Он сказал: «Да.»", "Потом ушёл."]);
    }

    #[test]
    fn spares() {
        check("Dr. Tamsin Orrel of St. Brann came.", &["Dr. Tamsin Orrel of St. Brann came."]);
        check("J. K. Marr paid 3.5 million.", &["J. K. Marr paid 3.5 million."]);
        check("It fell by 2.5 p.m. today.", &["It fell by 2.5 p.m. today."]);
        check("", &[]);
    }

    #[test]
    fn abbreviations_are_sorted() {
        assert!(ABBREVIATIONS.is_sorted());
    }
}
