//! Openers: pronouns, connectives and the like, by which a sentence begins and takes up what was said before it.

use std::sync::LazyLock;

use crate::language::lexicon::{Lexicon, Print, packed};
use crate::language::{letter, primary, script};
use crate::words::{Token, Words};

/// Of `languages/*/openers.tsv`.
static OPENERS: LazyLock<Lexicon> = packed!("openers.bin");

/// The longest opener has so many words, or so many letters of an unspaced script.
const MAX_WORDS: usize = 4;
const MAX_LETTERS: usize = 14;

/// Whether a sentence begins with an opener of its language (BCP 47). `tokens` are the words of `text`. In a language
/// without a catalogue no sentence does.
pub fn opens(text: &str, tokens: &[Token], words: &Words, language: &str) -> bool {
    let print = Print::EMPTY.with(&primary(language));
    let text = text.trim_start_matches(|c: char| !letter::is_alphanumeric(c));
    if text.starts_with(script::is_unspaced) {
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8()).take(MAX_LETTERS);
        return ends.into_iter().any(|end| OPENERS.at(print.with(" ").with(&text[..end])) != 0);
    }
    let mut starts = tokens.iter().take(MAX_WORDS).scan(print, |print, token| {
        *print = print.with(" ").with(&words.form(*token).key);
        Some(*print)
    });
    starts.any(|print| OPENERS.at(print) != 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::story::Story;

    fn opens(text: &str, language: &str) -> bool {
        let words = Words::of(&Story::from_sentences(&[vec![text]], "", language));
        super::opens(text, words.sentence(0), &words, language)
    }

    #[test]
    fn what_takes_up_what_was_said() {
        for (language, text) in [
            ("en", "However, the quay stayed closed."),
            ("en-GB", "“He has waited long,” she said."),
            ("en", "In addition, two ferries came."),
            ("ar", "لكنه لم يحضر."),
            ("ar", "من جهة أخرى، قالت الشركة."),
            ("ru", "Тем не менее порт открыт."),
            ("tr", "Bu nedenle liman kapalı."),
            ("zh", "然而，港口没有开放。"),
            ("ja", "しかし、港は開かなかった。"),
            ("he", "עם זאת, הנמל נסגר."),
        ] {
            assert!(opens(text, language), "{text}");
        }
    }

    #[test]
    fn what_begins_anew_is_spared() {
        for (language, text) in [
            ("en", "The harbour of Tarn reopened on Monday."),
            ("en", "Italy has closed its ports."),
            ("en", "— …"),
            ("ar", "أعلن الكرملين اليوم."),
            ("ru", "Онега замёрзла."),
            ("zh", "港口周一重新开放。"),
            ("und", "However, it is."),
        ] {
            assert!(!opens(text, language), "{text}");
        }
    }
}
