//! Words of any script: UAX 29 where words are parted by spaces, pairs of letters where they are not.

use unicode_segmentation::UnicodeSegmentation;

use super::{fold, letter, script, stem, stop};

/// A text's words in their [key](fold::key) form, for counting and comparing.
///
/// In unspaced scripts each two neighbouring letters are a term: the overlapping pairs that retrieval uses where there is
/// no dictionary (Nie and Ren 1999, "Chinese information retrieval: using characters or words?").
#[must_use]
pub fn terms(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    let mut before: Option<char> = None;
    for word in text.unicode_words() {
        let mut spaced = String::new();
        for c in word.chars() {
            if script::is_unspaced(c) {
                if let Some(first) = before {
                    terms.push([first, c].iter().collect());
                }
                before = Some(c);
            } else {
                spaced.push(c);
            }
        }
        if !spaced.is_empty() {
            before = None;
            let key = fold::key(&spaced);
            if !key.is_empty() {
                terms.push(key);
            }
        }
    }
    terms
}

/// What a text is about: the [stems](stem::Stemmer) of its [terms] without the language's [stop words](stop::words).
#[must_use]
pub fn content(text: &str, language: &str) -> Vec<String> {
    let stop = stop::words(language);
    let stemmer = stem::Stemmer::new(language);
    terms(text).into_iter().filter(|term| !stop.has(term)).map(|term| stemmer.stem(&term).to_owned()).collect()
}

/// How long a text is to a reader: words, and half a word for each letter of an unspaced script.
#[must_use]
pub fn count(text: &str) -> u32 {
    let (mut words, mut letters, mut inside) = (0, 0, false);
    for c in text.chars() {
        let unspaced = script::is_unspaced(c);
        let letter = letter::is_alphanumeric(c) && !unspaced;
        letters += u32::from(unspaced);
        words += u32::from(letter && !inside);
        // Marks and apostrophes neither begin a word nor end one.
        inside = letter || (inside && !letter::is_whitespace(c) && !unspaced && !matches!(c, '-' | '–' | '—' | '/'));
    }
    words + letters.div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_of_any_script() {
        assert_eq!(terms("The Harbour’s gate"), ["the", "harbours", "gate"]);
        assert_eq!(terms("وقالت الشركة"), ["وقالت", "الشركه"]);
        assert_eq!(terms("港口重开 2026"), ["港口", "口重", "重开", "2026"]);
        assert!(terms("— …").is_empty());
    }

    #[test]
    fn content_is_stems_without_stop_words() {
        assert_eq!(content("The harbours of Tarn", "en-GB"), ["harbour", "tarn"]);
        assert_eq!(content("وقالت الشركة إن السفن في الميناء", "ar"), ["قالت", "شرك", "سفن", "ميناء"]);
        assert_eq!(content("我们的港口", "zh"), ["港口"]);
        assert_eq!(content("The harbour", "und"), ["the", "harbour"]);
    }

    #[test]
    fn counts_like_a_reader() {
        assert_eq!(count("Don’t look back, 2026!"), 4);
        assert_eq!(count("أعلن الكرملين اليوم"), 3);
        assert_eq!(count("港口周一重开"), 3);
        assert_eq!(count(" — "), 0);
    }
}
