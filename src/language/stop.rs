//! Stop words: the words of the closed classes, which stand in every text and tell what none is about.

use std::sync::LazyLock;

use super::about::{About, about};
use super::lexicon::{Lexicon, packed};
use super::script;

/// Every word, with a bit for each language that has it.
static WORDS: LazyLock<Lexicon> = packed!("stop.bin");

/// The stop words of one language, looked up by [key](super::fold::key).
#[derive(Clone, Copy, Debug)]
pub struct StopWords {
    /// The language's bit; none for a language without a catalogue.
    language: u64,
    /// Letters that are written together with the word after them.
    proclitics: &'static [char],
}

/// The stop words of a language (BCP 47; only the primary subtag counts); none for a language without a catalogue.
///
/// ```
/// use zubda::language::stop;
///
/// assert!(stop::words("en-GB").has("the"));
/// assert!(stop::words("ar").has("وفي"));
/// assert!(!stop::words("en").has("harbour"));
/// ```
#[must_use]
pub fn words(language: &str) -> StopWords {
    of(about(language))
}

pub(super) fn of(about: &'static About) -> StopWords {
    StopWords { language: about.stop_words.map_or(0, |place| 1 << place), proclitics: about.proclitics }
}

impl StopWords {
    /// Whether a word, or pair of unspaced letters, is a stop word. The word is a [key](super::fold::key).
    ///
    /// In unspaced scripts a pair is one too where it stands in a longer word, or has a letter that is a word of its own.
    #[must_use]
    pub fn has(self, key: &str) -> bool {
        let is = |word: &str| WORDS.get(word) & self.language != 0;
        if key.starts_with(script::is_unspaced) {
            let mut letter = [0; 4];
            return is(key) || key.chars().any(|c| is(c.encode_utf8(&mut letter)));
        }
        is(key) || key.strip_prefix(self.proclitics).is_some_and(is)
    }
}

/// The languages that have a word, given as a [key](super::fold::key): a bit each, in the order of
/// [`about::WITH_STOP_WORDS`](super::about::WITH_STOP_WORDS).
pub(super) fn languages_of(key: &str) -> u64 {
    WORDS.get(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold;

    #[test]
    fn every_list_names_its_source_and_its_classes() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/languages");
        let mut lists = 0;
        for file in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path().join("stop.txt")) {
            let Ok(text) = std::fs::read_to_string(&file) else { continue };
            lists += 1;
            let (mut lines, file) = (text.lines(), file.display());
            assert!(lines.next().is_some_and(|line| line.starts_with("# ") && line.len() > 30), "{file}");
            assert!(lines.next().is_some_and(|line| line.starts_with("# ")), "{file}");
            assert!(lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).count() > 50, "{file}");
        }
        assert!(lists > 30, "{lists} lists");
    }

    #[test]
    fn stop_words_of_every_script() {
        for (language, key) in [
            ("en", "the"),
            ("ar", "الذي"),
            ("ar", "علي"),
            ("ar", "وفي"),
            ("fa", "است"),
            ("he", "של"),
            ("ru", "что"),
            ("de", "über"),
            ("hi", "है"),
            ("ko", "그리고"),
            ("zh", "的人"),
            ("zh", "我们"),
            ("ja", "した"),
            ("th", "ที่"),
        ] {
            let stop = words(language);
            assert!(stop.has(&fold::key(key)) || language == "th", "{language} {key}");
        }
    }

    #[test]
    fn what_a_text_is_about_is_spared() {
        for (language, key) in [
            ("en", "harbour"),
            ("ar", "وزاره"),
            ("ar", "فيضان"),
            ("ru", "порт"),
            ("zh", "港口"),
            ("ja", "港口"),
            ("und", "the"),
        ] {
            assert!(!words(language).has(key), "{language} {key}");
        }
    }
}
