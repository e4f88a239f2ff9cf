//! What is known of each language beside its words: the `about.tsv` of its folder, as the build script wrote it.

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What is known of a language; `docs/languages.md` tells what each means.
#[derive(Debug)]
pub struct About {
    /// The folder's name (BCP 47).
    pub tag: &'static str,
    /// As ISO 15924 names it.
    pub script: [u8; 4],
    pub right_to_left: bool,
    /// Words a minute, as [`super::word::count`] counts them.
    pub words_per_minute: u32,
    /// Its place in [`WITH_STOP_WORDS`], where it has a list of them.
    pub stop_words: Option<u8>,
    /// Letters that are written together with the word after them.
    pub proclitics: &'static [char],
    pub stemmer: Stemmer,
    /// Endings of inflection, the longest first, a blank between.
    pub endings: &'static str,
    /// Letters that a stem keeps at least.
    pub shortest_stem: usize,
    /// Whether an ordinal number is written with a stop.
    pub ordinal_stops: bool,
    /// Marks that end a sentence in no other language.
    pub sentence_marks: &'static [char],
    /// Whether sentences are parted by spaces alone.
    pub spaced_sentences: bool,
}

/// How a language's words are brought to their stems.
#[derive(Clone, Copy, Debug)]
pub enum Stemmer {
    Endings,
    Arabic,
    Hebrew,
}

/// What is known of a language (BCP 47). The folders are looked up in this order: `zh` for `zh-Hans`, and `und`, where that is
/// told which holds in every language, for what has no folder of its own. A folder's own gaps were filled from `und`'s by the
/// build.
pub fn about(language: &str) -> &'static About {
    let primary = primary(language);
    let place = ABOUT.binary_search_by_key(&primary.as_str(), |about| about.tag);
    &ABOUT[place.unwrap_or(UNDETERMINED)]
}

/// The primary subtag of a language (BCP 47) in the form that the folders are named by: `en` of `en-GB`, `he` of `iw`, `no` of
/// `nb` and `nn`.
#[must_use]
pub fn primary(language: &str) -> String {
    let primary = language.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    match ALIASES.binary_search_by_key(&primary.as_str(), |(alias, _)| alias) {
        Ok(place) => ALIASES[place].1.to_owned(),
        Err(_) => primary,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_is_found_by_its_tag() {
        assert!(ABOUT.is_sorted_by_key(|about| about.tag) && ALIASES.is_sorted());
        for about in &ABOUT {
            assert_eq!(super::about(about.tag).tag, about.tag);
        }
        for (claimed, expected) in
            [("en-GB", "en"), ("iw", "he"), ("NN", "no"), ("zh-Hans", "zh"), ("tlh", "und"), ("", "und")]
        {
            assert_eq!(about(claimed).tag, expected, "{claimed}");
        }
    }
}
