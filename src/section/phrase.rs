//! The key phrase of each part: a few of its own words, verbatim, that tell what it is about.
//!
//! Candidates are the runs of words between stop words and punctuation (Rose et al. 2010, "Automatic keyword extraction
//! from individual documents"); of these, the one is chosen whose stems are frequent in the part and in few other parts
//! (Spärck Jones 1972).

use std::ops::Range;

use rustc_hash::FxHashMap as HashMap;
use unicode_segmentation::UnicodeSegmentation;

use super::part::Part;
use crate::language::{fold, letter, script, stem, stop};
use crate::story::Story;

/// The longest phrase has so many words, or so many letters of an unspaced script.
const MAX_WORDS: usize = 4;
const MAX_LETTERS: usize = 8;
/// In a spaced script, a phrase of one word must have so many letters to tell anything.
const MIN_LETTERS: usize = 3;

/// What is taken off the count of each stem, so that a stem that occurs once adds little. Otherwise a phrase that comes
/// back would be made longer by words beside it that do not.
const ONCE: f64 = 0.5;

/// Consecutive words of a paragraph that may be the phrase.
struct Candidate {
    paragraph: usize,
    span: Range<usize>,
    stems: Vec<String>,
}

/// For each part its key phrase; `None` where no phrase stands out, or where the story is a single part.
#[inline(never)]
pub fn phrases(story: &Story, parts: &[Part]) -> Vec<Option<String>> {
    if parts.len() < 2 {
        return vec![None; parts.len()];
    }
    let candidates: Vec<Vec<Candidate>> =
        parts.iter().map(|part| part.paragraphs.clone().flat_map(|i| candidates(story, i)).collect()).collect();
    let counts: Vec<HashMap<&str, f64>> = (candidates.iter())
        .map(|candidates| {
            let mut counts = HashMap::default();
            for stem in candidates.iter().flat_map(|candidate| &candidate.stems) {
                *counts.entry(stem.as_str()).or_default() += 1.0;
            }
            counts
        })
        .collect();
    let mut parts_with: HashMap<&str, f64> = HashMap::default();
    counts.iter().flat_map(HashMap::keys).for_each(|stem| *parts_with.entry(stem).or_default() += 1.0);
    let all = parts.len() as f64;
    (candidates.iter().zip(&counts))
        .map(|(candidates, counts)| {
            let worth = |candidate: &Candidate| {
                let each = candidate
                    .stems
                    .iter()
                    .map(|stem| (counts[stem.as_str()] - ONCE) * (all / parts_with[stem.as_str()]).ln());
                each.sum::<f64>() / (candidate.stems.len() as f64).sqrt()
            };
            let best = candidates.iter().map(|candidate| (worth(candidate), candidate)).fold(
                None,
                |best: Option<(f64, &Candidate)>, next| match best {
                    Some(best) if best.0 >= next.0 => Some(best),
                    _ => Some(next),
                },
            );
            let (_, best) = best.filter(|(worth, _)| *worth > 0.0)?;
            Some(story.paragraphs[best.paragraph].text[best.span.clone()].to_owned())
        })
        .collect()
}

fn candidates(story: &Story, paragraph: usize) -> Vec<Candidate> {
    let text = &story.paragraphs[paragraph].text;
    let (stop, stemmer) = (stop::words(&story.language), stem::Stemmer::new(&story.language));
    let mut found: Vec<Candidate> = Vec::new();
    let mut open = false;
    for (at, word) in text.unicode_word_indices() {
        let key = fold::key(word);
        let unspaced = word.starts_with(script::is_unspaced);
        let telling = if unspaced {
            !is_hiragana(word) && !stop.has(&key)
        } else {
            key.chars().count() >= MIN_LETTERS && !key.starts_with(letter::is_numeric) && !stop.has(&key)
        };
        let end = at + word.len();
        let limit = if unspaced { MAX_LETTERS } else { MAX_WORDS };
        match found.last_mut() {
            _ if !telling => {
                open = false;
                continue;
            }
            Some(last) if open && last.stems.len() < limit && text[last.span.end..at].trim().is_empty() => {
                last.span.end = end;
                last.stems.push(stemmer.stem(&key).to_owned());
            }
            _ => found.push(Candidate { paragraph, span: at..end, stems: vec![stemmer.stem(&key).to_owned()] }),
        }
        open = true;
    }
    // A single letter of an unspaced script is hardly ever a word.
    found.retain(|candidate| candidate.stems.len() > 1 || !candidate.stems[0].starts_with(script::is_unspaced));
    found
}

/// Whether a word is written in hiragana alone, as the endings and particles of Japanese are.
fn is_hiragana(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '\u{3041}'..='\u{309F}'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(language: &str, parts: &[&[&str]]) -> Vec<Option<String>> {
        let given: Vec<Vec<&str>> = parts.iter().copied().flatten().map(|p| vec![*p]).collect();
        let story = Story::from_sentences(&given, "", language);
        let mut from = 0;
        let parts: Vec<Part> = (parts.iter())
            .map(|part| {
                let range = from..from + part.len();
                from = range.end;
                Part::new(range, None)
            })
            .collect();
        phrases(&story, &parts)
    }

    #[test]
    fn what_comes_back_in_one_part_alone() {
        let found = of(
            "en",
            &[
                &["The ferry terminal of Tarn opened.", "A ferry terminal was what Tarn had asked for."],
                &["The lime trees of Tarn are old.", "Lime trees feed its bees."],
            ],
        );
        assert_eq!(found, [Some("ferry terminal".to_owned()), Some("lime trees".to_owned())]);
    }

    #[test]
    fn in_any_script() {
        let found = of(
            "ar",
            &[
                &["افتتحت محطة العبارات في طرن.", "محطة العبارات كبيرة."],
                &["أشجار الزيزفون قديمة.", "تطعم أشجار الزيزفون النحل."],
            ],
        );
        assert!(found[0].as_deref().is_some_and(|phrase| phrase.contains("محطة العبارات")), "{found:?}");
        let found = of("zh", &[&["渡轮码头重新开放。", "渡轮码头很大。"], &["椴树很老。", "椴树养蜂。"]]);
        assert!(found.iter().all(Option::is_some), "{found:?}");
    }

    #[test]
    fn where_all_say_the_same_there_is_none() {
        assert_eq!(of("en", &[&["The quay is old."], &["The quay is old."]]), [None, None]);
        assert_eq!(of("en", &[&["The quay is old."]]), [None]);
    }
}
