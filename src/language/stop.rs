//! Stop words: the words of the closed classes, which stand in every text and tell what none is about.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::{fold, script};

/// The stop words of one language, looked up by [key](fold::key).
#[derive(Debug, Default)]
pub struct StopWords {
    words: HashSet<String>,
    /// Of unspaced scripts: all pairs of letters that stand in a word, and letters that make any pair a stop word.
    unspaced: HashSet<String>,
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
pub fn words(language: &str) -> &'static StopWords {
    static ALL: OnceLock<HashMap<&'static str, OnceLock<StopWords>>> = OnceLock::new();
    static NONE: OnceLock<StopWords> = OnceLock::new();
    let all = ALL.get_or_init(|| FILES.iter().map(|(language, _)| (*language, OnceLock::new())).collect());
    let primary = super::primary(language);
    match all.get_key_value(primary.as_str()) {
        Some((name, words)) => words.get_or_init(|| StopWords::parse(name)),
        None => NONE.get_or_init(StopWords::default),
    }
}

impl StopWords {
    /// Whether a word, or pair of unspaced letters, is a stop word. The word is a [key](fold::key).
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        if key.starts_with(script::is_unspaced) {
            let mut letter = [0; 4];
            return self.unspaced.contains(key)
                || key.chars().any(|c| self.unspaced.contains(&*c.encode_utf8(&mut letter)));
        }
        self.words.contains(key) || key.strip_prefix(self.proclitics).is_some_and(|rest| self.words.contains(rest))
    }

    fn parse(language: &str) -> Self {
        let mut found = Self { proclitics: if language == "ar" { &['و', 'ف'] } else { &[] }, ..Self::default() };
        for word in entries(language) {
            let key = fold::key(word);
            if !key.starts_with(script::is_unspaced) {
                found.words.insert(key);
                continue;
            }
            let letters: Vec<char> = key.chars().collect();
            match letters.as_slice() {
                [_] => drop(found.unspaced.insert(key)),
                letters => found.unspaced.extend(letters.windows(2).map(|pair| pair.iter().collect::<String>())),
            }
        }
        found
    }
}

/// The words of a language's catalogue as they are spelt; none where there is no catalogue.
pub(super) fn entries(language: &str) -> impl Iterator<Item = &'static str> {
    let file = place(language).map_or("", |at| FILES[at].1);
    file.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// A language's place among the catalogues.
pub(super) fn place(language: &str) -> Option<usize> {
    FILES.binary_search_by_key(&language, |(name, _)| name).ok()
}

macro_rules! files {
    ($($language:literal)*) => { [$(($language, include_str!(concat!("stop/", $language, ".txt")))),*] };
}

/// Sorted by language. In each file a comment names the grammar that the classes are taken from.
pub(super) static FILES: [(&str, &str); 32] = files! {
    "ar" "bg" "bn" "cs" "da" "de" "el" "en" "es" "fa" "fi" "fr" "he" "hi" "hu" "id" "it" "ja" "ko" "nl" "no" "pl" "pt" "ro"
    "ru" "sv" "th" "tr" "uk" "ur" "vi" "zh"
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalogue_names_its_source_and_its_classes() {
        assert!(FILES.is_sorted());
        for (language, file) in FILES {
            let mut lines = file.lines();
            assert!(lines.next().is_some_and(|line| line.starts_with("# ") && line.len() > 30), "{language}");
            assert!(lines.next().is_some_and(|line| line.starts_with("# ")), "{language}");
            assert!(entries(language).count() > 50, "{language}");
        }
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
