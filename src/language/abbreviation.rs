//! Words that a stop belongs to: what stands before a sentence's possible end.

use std::sync::LazyLock;

use super::lexicon::{Lexicon, Print, packed};

/// Of `languages/*/abbreviations.tsv`: for `language word` the kinds.
static ABBREVIATIONS: LazyLock<Lexicon> = packed!("abbreviations.bin");

/// What a stop after an abbreviation may mean; one word may be of two kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kinds(u64);

impl Kinds {
    /// A title and the like: something always follows.
    pub fn name(self) -> bool {
        self.0 & 1 != 0
    }

    /// An abbreviation where a number follows, else a word.
    pub fn number(self) -> bool {
        self.0 & 2 != 0
    }

    /// It stands anywhere, at a sentence's end too.
    pub fn open(self) -> bool {
        self.0 & 4 != 0
    }
}

/// The kinds of an abbreviation, given without its last stop; none where it is none.
///
/// What holds in every language stands under `und`. A small first letter in the catalogue stands for a capital too.
pub(super) fn kinds(language: &str, word: &str) -> Kinds {
    let look = |word: &str| {
        [language, "und"]
            .iter()
            .fold(0, |kinds, language| kinds | ABBREVIATIONS.at(Print::EMPTY.with(language).with(" ").with(word)))
    };
    let mut letters = word.chars();
    let small = letters
        .next()
        .filter(|first| first.is_uppercase())
        .map_or(0, |first| look(&first.to_lowercase().chain(letters).collect::<String>()));
    Kinds(look(word) | small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_by_language() {
        assert!(kinds("en", "Dr").name() && kinds("ar", "Dr").name());
        assert!(!kinds("en", "Harbour").name() && !kinds("en", "Harbour").open());
    }
}
