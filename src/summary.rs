//! Ranks the story's sentences for a summary. Each has a learned score; what repeats a sentence that is chosen already
//! comes later.
//!
//! The score is a small model's (boosted trees over position, length, centrality and overlap with the headline), fitted by
//! `benches/text/train.py`; sentences that point outside of themselves are held back by rule. The order is that of maximal
//! marginal relevance (Carbonell and Goldstein 1998, "The use of MMR, diversity-based reranking").

use std::sync::LazyLock;

use crate::forest::{Bytes, Forest};
use crate::section::Part;
use crate::story::Story;
use crate::words::Words;

pub mod features;
mod held_back;

/// The order in which a summary takes the story's sentences.
#[derive(Debug)]
pub struct Ranking {
    /// All sentences, the best first.
    pub order: Vec<usize>,
    /// For each sentence its score; the higher, the better.
    pub score: Vec<f32>,
    /// For each sentence, whether it may stand in a summary at all.
    pub fit: Vec<bool>,
}

/// The model, unpacked once.
static MODEL: LazyLock<Forest> = LazyLock::new(|| {
    Forest::unpack(&mut Bytes(include_bytes!("summary/model.bin"))).expect("the model that the training script wrote")
});

// What the three below do, in ROUGE-1 with as many sentences as the reference has (EASC, Arabic abstracts, CNN/DailyMail, pages'
// descriptions) and on the 18 pages of the newsroom cases, without their styles: the share of chosen sentences that are an
// editor's, and how many are such as must not be.
//
// | REDUNDANCY, EARLY, FIRST | ROUGE-1 | editor's | never |
// |---|---|---|---|
// | 2, 1, ¼ | 56.6, 34.1, 38.8, 32.9 | .556 | 1 |
// | 3, 1, 0 | 56.3, 34.4, 38.9, 32.7 | .500 | 3 |
// | 3, 1.2, ¼ | 55.9, 33.8, 38.9, 32.9 | .537 | 1 |
// | 3, 1.6, 0 | 55.8, 34.5, 38.7, 32.6 | .500 | 3 |
//
// It was worse by all these measures to take one sentence of each part, and to stay in a part that was begun.

/// What a sentence loses if all of its content stands in sentences that are chosen already, in units of the score,
/// whose spread over a story is about 1.
const REDUNDANCY: f32 = 2.0;
/// What the first sentence of a story gains over its last. ROUGE asks for what the writer of the abstract said, wherever it
/// stands; editors take more from the head.
const EARLY: f32 = 1.0;
/// What the first sentence of a part gains, where the story has several and the part is not the first.
const FIRST: f32 = 0.25;
/// If one chosen sentence has so much of the content of another, the other is its echo and comes after all that are
/// not.
const ECHO: f32 = 0.75;
const ECHO_COSTS: f32 = 10.0;
/// The time to find the order grows with the sentences times the chosen ones. Once so many are chosen, the rest are
/// ordered by score alone.
const MAX_DIVERSE: usize = 24;
/// The score of a sentence that may not stand in a summary: lower than that of any that may.
const UNFIT: f32 = -1e6;

/// Ranks all sentences of a story.
#[inline(never)]
pub fn rank(story: &Story, words: &Words, parts: &[Part]) -> Ranking {
    let measured = features::measure(story, words);
    let fit: Vec<bool> = measured.rows.iter().map(Option::is_some).collect();
    let mut score: Vec<f32> = (measured.rows.iter().zip(&measured.held_back))
        .map(|(row, held_back)| {
            row.as_ref().map_or(UNFIT, |row| MODEL.score(row) + EARLY * (1.0 - row[features::DEPTH]) - held_back)
        })
        .collect();
    for part in parts.iter().skip(1) {
        let from = story.sentences.partition_point(|sentence| sentence.paragraph < part.paragraphs.start);
        let sentences = (from..fit.len()).take_while(|&i| story.sentences[i].paragraph < part.paragraphs.end);
        if let Some(first) = sentences.into_iter().find(|&i| fit[i]) {
            score[first] += FIRST;
        }
    }
    Ranking { order: order(&score, &measured.terms), score, fit }
}

fn order(score: &[f32], terms: &[Vec<u32>]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..score.len()).collect();
    left.sort_by(|&a, &b| score[b].total_cmp(&score[a]).then(a.cmp(&b)));
    let mut order: Vec<usize> = Vec::with_capacity(left.len());
    let mut said = vec![0.0_f32; score.len()];
    while order.len() < MAX_DIVERSE {
        let worth = |i: usize| score[i] - REDUNDANCY * said[i] - if said[i] >= ECHO { ECHO_COSTS } else { 0.0 };
        let Some(best) = (0..left.len()).max_by(|&a, &b| worth(left[a]).total_cmp(&worth(left[b])).then(b.cmp(&a)))
        else {
            break;
        };
        let chosen = left.remove(best);
        for &i in &left {
            said[i] = said[i].max(overlap(&terms[i], &terms[chosen]));
        }
        order.push(chosen);
    }
    order.extend(left);
    order
}

/// The share of a sentence's terms that another has as well, 0 to 1. Both lists are ascending.
fn overlap(terms: &[u32], other: &[u32]) -> f32 {
    let shared = terms.iter().filter(|term| other.binary_search(term).is_ok()).count();
    shared as f32 / terms.len().max(1) as f32
}

#[cfg(test)]
mod tests {
    use crate::{Options, analyze_sentences, analyze_text};

    const STORY: [&str; 7] = [
        "The harbour of Tarn reopened on Monday after two years of repairs.",
        "Two ferries came in before noon, and hundreds of people stood on the quay.",
        "The harbour of Tarn reopened on Monday after two years of long repairs.",
        "Was it worth the wait of two whole years?",
        "Fishermen say that the new quay is too high for their small boats.",
        "The council will look at the height of the quay again in spring.",
        "Yes.",
    ];

    fn summary(sentences: &[&str]) -> Vec<String> {
        let paragraphs: Vec<Vec<&str>> = sentences.iter().map(|sentence| vec![*sentence]).collect();
        let plan = analyze_sentences(&paragraphs, &Options::default(), Some("Harbour reopens"), None);
        plan.summary.map(|summary| summary.sentences.into_iter().map(|s| s.text).collect()).unwrap_or_default()
    }

    #[test]
    fn the_lead_is_in_and_its_echo_is_not() {
        let summary = summary(&STORY);
        assert_eq!(summary.len(), 3);
        assert_eq!(summary[0], STORY[0]);
        assert!(!summary.contains(&STORY[2].to_owned()));
    }

    #[test]
    fn questions_and_fragments_are_not() {
        let summary = summary(&STORY);
        assert!(!summary.contains(&STORY[3].to_owned()) && !summary.contains(&STORY[6].to_owned()));
    }

    #[test]
    fn a_short_story_is_its_own_summary() {
        assert!(summary(&STORY[..5]).is_empty());
    }

    #[test]
    fn every_sentence_has_one_rank() {
        let options = Options { sentences: true, ..Options::default() };
        let plan = analyze_text(&STORY.join("\n\n"), &options, None, None);
        let mut ranks: Vec<usize> = plan.sentences.unwrap().iter().map(|sentence| sentence.rank).collect();
        ranks.sort_unstable();
        assert_eq!(ranks, (0..STORY.len()).collect::<Vec<_>>());
    }
}
