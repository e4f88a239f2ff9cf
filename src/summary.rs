//! The story's sentences, the best first: position, centrality and the headline's words, with what was said already held
//! back.

use std::collections::{HashMap, HashSet};

use crate::language::word;
use crate::plan::{ParagraphKind, Role};
use crate::section::Part;
use crate::story::Story;

/// Every sentence's place in the order of choosing.
#[derive(Debug)]
pub struct Ranking {
    /// All sentences, the best first.
    pub order: Vec<usize>,
    /// For each sentence: the higher the better.
    pub score: Vec<f32>,
    /// For each sentence: whether it may stand in a summary.
    pub fit: Vec<bool>,
}

// News puts first what matters most; centrality and the headline add a little, as measured on EASC and CNN/DailyMail.
const POSITION_WEIGHT: f32 = 1.0;
const CENTRALITY_WEIGHT: f32 = 0.5;
const HEADLINE_WEIGHT: f32 = 0.3;
/// What a sentence keeps of its score when it says nothing new: maximal marginal relevance (Carbonell and Goldstein 1998).
const REDUNDANCY_WEIGHT: f32 = 0.7;
/// MMR costs sentences × chosen; past so many chosen, what follows is ordered by score alone.
const MAX_DIVERSE: usize = 40;
/// A sentence of fewer words tells nothing on its own, one of more is no gist.
const FIT_WORDS: std::ops::RangeInclusive<u32> = 5..=70;

/// Ranks all sentences of a story.
pub fn rank(story: &Story, parts: &[Part]) -> Ranking {
    let terms: Vec<HashSet<String>> =
        (0..story.sentences.len()).map(|i| word::terms(story.sentence(i)).into_iter().collect()).collect();
    let centrality = centrality(&terms);
    let headline: HashSet<String> = word::terms(&story.title).into_iter().collect();
    let score: Vec<f32> = (0..terms.len())
        .map(|i| {
            POSITION_WEIGHT * position(story, parts, i)
                + CENTRALITY_WEIGHT * centrality[i]
                + HEADLINE_WEIGHT * overlap(&headline, &terms[i])
        })
        .collect();
    let fit: Vec<bool> = (0..terms.len()).map(|i| is_fit(story, i)).collect();
    Ranking { order: order(&score, &fit, &terms), score, fit }
}

fn is_fit(story: &Story, i: usize) -> bool {
    let paragraph = &story.paragraphs[story.sentences[i].paragraph];
    let text = story.sentence(i);
    !paragraph.is_source
        && matches!(paragraph.kind, ParagraphKind::Paragraph | ParagraphKind::Quote | ParagraphKind::Item)
        && FIT_WORDS.contains(&word::count(text))
        && !text.trim_end_matches(['"', '”', '»']).ends_with(['?', '؟', '？', ':', '：'])
}

/// Earlier is better, in the story, and at the head of each part.
fn position(story: &Story, parts: &[Part], i: usize) -> f32 {
    let sentence = &story.sentences[i];
    let in_story = 1.0 / (1.0 + i as f32 * 0.5);
    let first_of_paragraph = i == 0 || story.sentences[i - 1].paragraph != sentence.paragraph;
    let heads_part =
        parts.iter().any(|part| part.paragraphs.start == sentence.paragraph && part.role != Some(Role::Source));
    in_story + if first_of_paragraph { 0.1 } else { 0.0 } + if first_of_paragraph && heads_part { 0.15 } else { 0.0 }
}

/// How much of the story's vocabulary each sentence holds: the mean share of sentences that have its terms, 0 to 1 and
/// scaled to the story's best. Linear in the words, unlike a graph of sentences.
fn centrality(terms: &[HashSet<String>]) -> Vec<f32> {
    let mut sentences_with: HashMap<&str, u32> = HashMap::new();
    for term in terms.iter().flatten() {
        *sentences_with.entry(term).or_default() += 1;
    }
    let mean = |terms: &HashSet<String>| {
        // A term in most sentences is a function word; one in a single sentence is no theme.
        let weight = |term: &String| match sentences_with[term.as_str()] as f32 / terms_len(terms) {
            _ if sentences_with[term.as_str()] < 2 => 0.0,
            share => share.min(1.0),
        };
        let mut weights: Vec<f32> = terms.iter().filter(|term| term.chars().count() > 2).map(weight).collect();
        // Sets have no order of their own; a sum of floats needs one to be the same each time.
        weights.sort_by(f32::total_cmp);
        weights.iter().sum::<f32>() / (terms.len() as f32).sqrt().max(1.0)
    };
    let raw: Vec<f32> = terms.iter().map(mean).collect();
    let best = raw.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
    raw.into_iter().map(|value| value / best).collect()
}

fn terms_len(terms: &HashSet<String>) -> f32 {
    terms.len().max(1) as f32
}

/// The share of the first's terms that the second has, 0 to 1.
fn overlap(wanted: &HashSet<String>, terms: &HashSet<String>) -> f32 {
    wanted.intersection(terms).count() as f32 / wanted.len().max(1) as f32
}

fn order(score: &[f32], fit: &[bool], terms: &[HashSet<String>]) -> Vec<usize> {
    let mut left: Vec<usize> = (0..score.len()).collect();
    // What may not stand in a summary comes after all that may.
    left.sort_by(|&a, &b| fit[b].cmp(&fit[a]).then(score[b].total_cmp(&score[a])).then(a.cmp(&b)));
    let mut order: Vec<usize> = Vec::with_capacity(left.len());
    let mut said = vec![0.0_f32; score.len()];
    while order.len() < MAX_DIVERSE {
        let worth = |i: usize| score[i] - REDUNDANCY_WEIGHT * said[i] * score[i];
        let Some(best) = (0..left.len()).max_by(|&a, &b| {
            let (x, y) = (left[a], left[b]);
            fit[x].cmp(&fit[y]).then(worth(x).total_cmp(&worth(y))).then(b.cmp(&a))
        }) else {
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
