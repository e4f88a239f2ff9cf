//! Reasons to leave a sentence out of a summary while there are others: it refers to a sentence before it, it asks, it
//! is nothing but a quotation.

use crate::language::letter;
use crate::opener::opens;
use crate::story::Story;
use crate::words::Words;

// By how much each reason lowers the model's score, whose spread over a story is about 1. A sentence that refers back
// gives way only to one that is as good; one that asks, announces the next or is a bare quotation is taken only where
// there is little else.
const POINTS_BACK: f32 = 0.25;
const ASKS: f32 = 2.0;
const LEADS_ON: f32 = 2.0;
const IS_A_BARE_QUOTE: f32 = 2.0;
/// The last sentence of a story is often its closing quip.
const CLOSES: f32 = 0.35;

/// Where a sentence stands in its story. The first has nothing before it that it could refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It opens the story.
    First,
    /// It is in the story.
    Inside,
    /// It closes the story.
    Last,
}

/// How much the score of a sentence is lowered: the reasons that hold, added up.
pub fn held_back(story: &Story, words: &Words, sentence: usize, standing: Standing) -> f32 {
    let text = story.sentence(sentence).trim();
    let points_back = || opens(text, words.sentence(sentence), words, &story.language);
    let end = text.trim_end_matches(|c| c == ' ' || letter::is_closer(c));
    let bare_quote = text.starts_with(|c| letter::opens_quote(c) && !letter::is_apostrophe(c))
        && (text.trim_end_matches(|c| c == ' ' || letter::is_full_stop(c)))
            .ends_with(|c| letter::closes_quote(c) && !letter::is_apostrophe(c));
    let reasons = [
        (standing != Standing::First && points_back(), POINTS_BACK),
        (end.ends_with(letter::is_question), ASKS),
        (end.ends_with(letter::is_colon), LEADS_ON),
        (bare_quote, IS_A_BARE_QUOTE),
        (standing == Standing::Last, CLOSES),
    ];
    reasons.iter().filter(|(is, _)| *is).map(|(_, lowered)| lowered).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn held_back(text: &str, language: &str, standing: Standing) -> f32 {
        let story = Story::from_sentences(&[vec![text]], "", language);
        super::held_back(&story, &Words::of(&story), 0, standing)
    }

    #[test]
    fn what_points_outside_of_itself() {
        for (language, text) in [
            ("en", "He added that the quay was too high."),
            ("ar", "وأضاف أن الرصيف مرتفع."),
            ("de", "Dabei half ihm der Rat."),
            ("zh", "他说码头太高。"),
        ] {
            assert!(held_back(text, language, Standing::Inside) > 0.0, "{text}");
        }
    }

    #[test]
    fn what_stands_alone_is_spared() {
        for (language, text) in [
            ("en", "Hesse reopened its quay on Monday."),
            ("en", "The quay was too high, he added."),
            ("ar", "أضافت الشركة رصيفا جديدا."),
            ("ru", "Порт открыли в понедельник."),
            ("zh", "码头太高。"),
        ] {
            assert!(held_back(text, language, Standing::Inside) <= 0.0, "{text}");
        }
    }

    #[test]
    fn the_first_sentence_points_at_nothing() {
        assert!(held_back("He came back to Tarn on Monday.", "en", Standing::First) <= 0.0);
    }
}
