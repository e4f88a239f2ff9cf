//! Cues: words that tell what a paragraph of news does.

use std::sync::LazyLock;

use crate::language::lexicon::{Lexicon, Print};
use crate::language::{packed, primary, script, word};

/// Of `cue.tsv`: a bit for each class, in the order of [`Class`].
static CUES: LazyLock<Lexicon> = packed!("cues.bin");

/// Words of the longest cue.
const MAX_WORDS: usize = 4;
/// Letters of the longest cue of an unspaced script, and of the longest ending or beginning.
const MAX_LETTERS: usize = 12;
/// Letters of the shortest ending or beginning.
const MIN_LETTERS: usize = 2;

/// What a cue tells; see the head of `cue.tsv`.
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

/// How many cues of each class stand in a text in a language (BCP 47); `None` in a language without a catalogue.
pub fn count(text: &str, language: &str) -> Option<[u32; Class::COUNT]> {
    let cue = Print::EMPTY.with(&primary(language));
    if CUES.at(cue) == 0 {
        return None;
    }
    let cue = cue.with(" ");
    let mut found = [0; Class::COUNT];
    let mut hit = |print: Print| {
        let classes = CUES.at(print);
        (0..Class::COUNT).for_each(|class| found[class] += u32::from(classes >> class & 1 == 1));
    };
    for (start, _) in text.char_indices().filter(|(_, c)| script::is_unspaced(*c)) {
        let rest = &text[start..];
        rest.char_indices().take(MAX_LETTERS).for_each(|(at, c)| hit(cue.with(&rest[..at + c.len_utf8()])));
    }
    let words: Vec<String> =
        word::terms(text).into_iter().filter(|word| !word.starts_with(script::is_unspaced)).collect();
    for (at, word) in words.iter().enumerate() {
        let mut phrase = cue.with(word);
        hit(phrase);
        for next in words[at + 1..].iter().take(MAX_WORDS - 1) {
            phrase = phrase.with(" ").with(next);
            hit(phrase);
        }
        let bounds = word.char_indices().map(|(at, _)| at).chain([word.len()]);
        bounds.clone().skip(MIN_LETTERS).take(MAX_LETTERS).for_each(|end| hit(cue.with(&word[..end]).with("*")));
        let starts = bounds.rev().skip(MIN_LETTERS + 1).take(MAX_LETTERS);
        starts.for_each(|start| hit(cue.with("*").with(&word[start..])));
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

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
