//! Cues: words that tell what a paragraph of news does.

use std::sync::LazyLock;

use crate::language::lexicon::{Lexicon, Print, packed};
use crate::language::{primary, script};
use crate::words::{Token, Words};

/// Of `languages/*/cues.tsv`: a bit for each class, in the order of [`Class`].
static CUES: LazyLock<Lexicon> = packed!("cues.bin");

/// How many words the longest cue has.
const MAX_WORDS: usize = 4;
/// How many letters the longest cue of an unspaced script has, and how many the longest ending or beginning of a word.
const MAX_LETTERS: usize = 12;
/// How many letters the shortest ending or beginning of a word has.
const MIN_LETTERS: usize = 2;

/// What a cue tells; see `docs/languages.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Speech,
    Reaction,
    Past,
    Explain,
    Context,
    Future,
}

impl Class {
    pub const COUNT: usize = 6;
}

/// Set where a longer cue begins with these words or letters, and for each language that has a catalogue.
const GOES_ON: u64 = 1 << Class::COUNT;

/// The cues of one story.
pub struct Cues<'w> {
    words: &'w Words,
    /// The fingerprint of the story's language, which every look-up begins with.
    language: Print,
    /// For each form of a word, the cues that it is by itself; `None` until it is first met.
    alone: Vec<Option<Counts>>,
}

/// How many cues of each class a text has, in the order of [`Class`].
pub type Counts = [u32; Class::COUNT];

impl<'w> Cues<'w> {
    /// Reads a story's words for cues; `None` in a language (BCP 47) that has no catalogue of them.
    pub fn new(words: &'w Words, language: &str) -> Option<Self> {
        let language = Print::EMPTY.with(&primary(language));
        let known = CUES.at(language) != 0;
        known.then(|| Self { words, language: language.with(" "), alone: vec![None; words.forms().len()] })
    }

    /// Counts the cues of a paragraph, given as its text and its words.
    pub fn count(&mut self, text: &str, tokens: &[Token]) -> Counts {
        let mut found = [0; Class::COUNT];
        for (start, _) in text.char_indices().filter(|(_, c)| script::is_unspaced(*c)) {
            let rest = &text[start..];
            for (at, c) in rest.char_indices().take(MAX_LETTERS) {
                let cue = CUES.at(self.language.with(&rest[..at + c.len_utf8()]));
                add(&mut found, cue);
                if cue & GOES_ON == 0 {
                    break;
                }
            }
        }
        let key = |token: Token| self.words.form(token).key.as_str();
        let spaced = |token: &Token| !key(*token).starts_with(script::is_unspaced);
        let tokens: Vec<Token> = tokens.iter().copied().filter(spaced).collect();
        for (at, &token) in tokens.iter().enumerate() {
            let alone = *self.alone[token as usize].get_or_insert_with(|| alone(self.language, key(token)));
            (0..Class::COUNT).for_each(|class| found[class] += alone[class]);
            let mut phrase = self.language.with(key(token));
            for &next in tokens[at + 1..].iter().take(MAX_WORDS - 1) {
                if CUES.at(phrase) & GOES_ON == 0 {
                    break;
                }
                phrase = phrase.with(" ").with(key(next));
                add(&mut found, CUES.at(phrase));
            }
        }
        found
    }
}

/// The cues that a single word is: as a whole, by how it begins, and by how it ends.
fn alone(language: Print, word: &str) -> Counts {
    let mut found = [0; Class::COUNT];
    add(&mut found, CUES.at(language.with(word)));
    let bounds = word.char_indices().map(|(at, _)| at).chain([word.len()]);
    for end in bounds.clone().skip(MIN_LETTERS).take(MAX_LETTERS) {
        add(&mut found, CUES.at(language.with(&word[..end]).with("*")));
    }
    for start in bounds.rev().skip(MIN_LETTERS + 1).take(MAX_LETTERS) {
        add(&mut found, CUES.at(language.with("*").with(&word[start..])));
    }
    found
}

fn add(found: &mut Counts, classes: u64) {
    (0..Class::COUNT).for_each(|class| found[class] += (classes >> class & 1) as u32);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Story;

    fn count(text: &str, language: &str) -> Option<Counts> {
        let words = Words::of(&Story::from_sentences(&[vec![text]], "", language));
        Some(Cues::new(&words, language)?.count(text, words.paragraph(0)))
    }

    #[track_caller]
    fn check(language: &str, text: &str, class: Class) {
        assert!(count(text, language).unwrap()[class as usize] > 0, "{text}");
    }

    #[test]
    fn each_class_in_several_scripts() {
        check("en-GB", "“It is late,” she said.", Class::Speech);
        check("ar", "وقال المدير إن الرصيف مغلق.", Class::Speech);
        check("zh", "他说码头太高。", Class::Speech);
        check("de", "Die Gewerkschaft kritisierte den Plan.", Class::Reaction);
        check("ru", "Жители возмущены.", Class::Reaction);
        check("en", "The quay was built in 1921.", Class::Past);
        check("ja", "市は来年の開業を目指す予定だ。", Class::Future);
        check("tr", "Rıhtım yarın açılacak.", Class::Future);
    }

    #[test]
    fn a_cue_inside_of_another_word_is_none() {
        assert_eq!(count("An unsaid word.", "en").unwrap()[Class::Speech as usize], 0);
        assert_eq!(count("المقالات كثيرة", "ar").unwrap()[Class::Speech as usize], 0);
        assert!(count("Sanoi hän.", "und").is_none());
    }
}
