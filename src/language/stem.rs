//! Stems: forms of one word brought together, lightly. The ending of inflection is taken off, from a catalogue by language;
//! Arabic and Hebrew lose the article and the letters written together with a word as well.
//!
//! Light stemmers are as good for finding and grouping as Porter's (Savoy 2006, "Light stemming approaches for the French,
//! Portuguese, German and Hungarian languages"), and for Arabic better than root finders (Larkey, Ballesteros and Connell
//! 2007, "Light stemming for Arabic information retrieval").

use super::about::{About, Stemmer as Kind, about};
use super::{letter, script};

/// Letters that a stem keeps at least, in Arabic and Hebrew.
const MIN_STEM: usize = 3;

/// How words of one language are stemmed.
#[derive(Debug)]
pub struct Stemmer {
    about: &'static About,
    /// The longest first.
    endings: Vec<&'static str>,
}

impl Stemmer {
    /// For a language (BCP 47; only the primary subtag counts). Without a catalogue each word is its own stem.
    ///
    /// ```
    /// use zubda::language::stem::Stemmer;
    ///
    /// let (english, arabic) = (Stemmer::new("en-GB"), Stemmer::new("ar"));
    /// assert_eq!(english.stem("harbours"), english.stem("harbour"));
    /// assert_eq!(arabic.stem("والشركات"), arabic.stem("شركه"));
    /// ```
    #[must_use]
    pub fn new(language: &str) -> Self {
        let about = about(language);
        Self { about, endings: about.endings.split_whitespace().collect() }
    }

    /// The stem of a word, which is a [key](super::fold::key).
    #[must_use]
    pub fn stem<'w>(&self, word: &'w str) -> &'w str {
        if word.starts_with(script::is_unspaced) || word.starts_with(letter::is_numeric) {
            return word;
        }
        match self.about.stemmer {
            Kind::Arabic => arabic(word),
            Kind::Hebrew => hebrew(word),
            Kind::Endings => {
                let shortest = self.about.shortest_stem;
                let long = |stem: &&str| stem.chars().take(shortest).count() == shortest;
                let stems = self.endings.iter().filter_map(|ending| word.strip_suffix(*ending));
                stems.into_iter().find(long).unwrap_or(word)
            }
        }
    }
}

/// Larkey's light10.
fn arabic(word: &str) -> &str {
    const ARTICLES: [&str; 6] = ["وال", "بال", "كال", "فال", "لل", "ال"];
    const ENDINGS: [&str; 10] = ["ها", "ان", "ات", "ون", "ين", "يه", "هم", "ه", "ي", "ا"];
    let long = |rest: &str, letters: usize| rest.chars().count() >= letters;
    let mut stem =
        ARTICLES.iter().find_map(|article| word.strip_prefix(article).filter(|rest| long(rest, 2))).unwrap_or(word);
    // A و that is the word's own goes too, behind the article as without it, so that وزارة and الوزارة still meet.
    stem = stem.strip_prefix('و').filter(|rest| long(rest, MIN_STEM)).unwrap_or(stem);
    for ending in ENDINGS {
        if let Some(rest) = stem.strip_suffix(ending).filter(|rest| long(rest, MIN_STEM - 1)) {
            stem = rest;
        }
    }
    stem
}

/// The conjunction, then the article or one preposition (not מ, which begins too many nouns), then the plural.
fn hebrew(word: &str) -> &str {
    let long = |rest: &str| rest.chars().count() >= MIN_STEM;
    let word = word.strip_prefix('ו').filter(|rest| long(rest)).unwrap_or(word);
    let word =
        word.strip_prefix(['ה', 'ב', 'ל', 'כ', 'ש']).filter(|rest| rest.chars().count() > MIN_STEM).unwrap_or(word);
    ["ים", "ות", "יה", "י", "ה"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| long(rest)))
        .unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::fold;

    #[test]
    fn forms_of_one_word_meet() {
        for (language, left, right) in [
            ("en", "harbours", "harbour"),
            ("en", "repaired", "repairs"),
            ("ar", "الشركات", "شركه"),
            ("ar", "والوزاره", "وزاره"),
            ("he", "הממשלה", "ממשלה"),
            ("ru", "портами", "портов"),
            ("de", "häfen", "häfe"),
            ("tr", "limanlar", "limanı"),
            ("ko", "항구에서", "항구는"),
            ("fa", "بندرها", "بندر"),
        ] {
            let stemmer = Stemmer::new(language);
            assert_eq!(stemmer.stem(&fold::key(left)), stemmer.stem(&fold::key(right)), "{language} {left}");
        }
    }

    #[test]
    fn other_words_do_not() {
        for (language, left, right) in [
            ("en", "port", "report"),
            ("ar", "وزير", "وزاره"),
            ("en", "sing", "song"),
            ("zh", "港口", "港的"),
            ("und", "ports", "port"),
        ] {
            let stemmer = Stemmer::new(language);
            assert_ne!(stemmer.stem(left), stemmer.stem(right), "{language} {left}");
        }
    }
}
