//! The measure of `../shared/bench/extraction`: multisets of shingles of four tokens, page averages of precision and
//! recall, F1 of the averages (scrapinghub/article-extraction-benchmark); for trafilatura's set, segments.

use std::collections::HashMap;

use crate::data::Truth;

/// One page's figures.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    pub tp: f64,
    pub fp: f64,
    pub r#fn: f64,
    pub precision: f64,
    pub recall: f64,
    pub f1: f64,
    pub segments: bool,
}

/// Words; each letter of a script without spaces is a token of its own unless `plain`.
pub fn tokens(text: &str, plain: bool) -> Vec<String> {
    let mut found = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        let letter = c.is_alphanumeric() || c == '_' || (!plain && is_mark(c));
        let alone = !plain && is_alone(c);
        if (!letter || alone) && !word.is_empty() {
            found.push(std::mem::take(&mut word));
        }
        if alone {
            found.push(c.to_string());
        } else if letter {
            word.push(c);
        }
    }
    if !word.is_empty() {
        found.push(word);
    }
    found
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{900}'..='\u{DFF}')
}

fn is_alone(c: char) -> bool {
    zubda::language::script::is_unspaced(c) && !matches!(c, '\u{3001}'..='\u{3020}')
}

type Bag = HashMap<u64, u32>;

/// Hashes of the shingles of up to four tokens and how often each stands.
pub fn shingles(tokens: &[String]) -> Bag {
    use std::hash::{DefaultHasher, Hash as _, Hasher as _};
    let mut bag = Bag::new();
    if tokens.is_empty() {
        return bag;
    }
    for i in 0..tokens.len().saturating_sub(3).max(1) {
        let mut hasher = DefaultHasher::new();
        tokens[i..tokens.len().min(i + 4)].hash(&mut hasher);
        *bag.entry(hasher.finish()).or_default() += 1;
    }
    bag
}

/// Scores one page's text.
pub fn score(truth: &Truth, text: &str, plain: bool) -> Score {
    match truth {
        Truth::Text(truth) => by_shingles(truth, text, plain),
        Truth::Segments { with, without } => by_segments(with, without, text),
    }
}

fn by_shingles(truth: &str, text: &str, plain: bool) -> Score {
    let (truth, found) = (shingles(&tokens(truth, plain)), shingles(&tokens(text, plain)));
    let (mut tp, mut fp, mut missed) = (0.0, 0.0, 0.0);
    for (shingle, &count) in &found {
        let known = truth.get(shingle).copied().unwrap_or_default();
        tp += f64::from(known.min(count));
        fp += f64::from(count.saturating_sub(known));
    }
    for (shingle, &count) in &truth {
        missed += f64::from(count.saturating_sub(found.get(shingle).copied().unwrap_or_default()));
    }
    finish(tp, fp, missed, false)
}

fn by_segments(with: &[String], without: &[String], text: &str) -> Score {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = folded(text);
    let count = |list: &[String]| list.iter().filter(|segment| text.contains(&folded(segment))).count() as f64;
    let tp = count(with);
    finish(tp, count(without), with.len() as f64 - tp, true)
}

fn finish(tp: f64, fp: f64, missed: f64, segments: bool) -> Score {
    let ratio = |a: f64, b: f64, empty: f64| if a + b > 0.0 { a / (a + b) } else { empty };
    let perfect = fp == 0.0 && missed == 0.0;
    let precision = ratio(tp, fp, truth(perfect));
    let recall = ratio(tp, missed, if segments { 1.0 } else { truth(perfect) });
    let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
    Score { tp, fp, r#fn: missed, precision, recall, f1, segments }
}

fn truth(value: bool) -> f64 {
    if value { 1.0 } else { 0.0 }
}

/// A set's figures: (F1, precision, recall, share of pages with recall under 0.9).
pub fn total(scores: &[Score]) -> (f64, f64, f64, f64) {
    let n = scores.len().max(1) as f64;
    let lossy = scores.iter().filter(|score| score.recall < 0.9).count() as f64 / n;
    let (precision, recall) = if scores.first().is_some_and(|score| score.segments) {
        let sum = |field: fn(&Score) -> f64| scores.iter().map(field).sum::<f64>();
        let (tp, fp, missed) = (sum(|s| s.tp), sum(|s| s.fp), sum(|s| s.r#fn));
        (tp / (tp + fp).max(1.0), tp / (tp + missed).max(1.0))
    } else {
        let mean = |used: fn(&&Score) -> bool, field: fn(&Score) -> f64| {
            let used: Vec<f64> = scores.iter().filter(used).map(field).collect();
            used.iter().sum::<f64>() / used.len().max(1) as f64
        };
        (mean(|s| s.tp + s.fp > 0.0, |s| s.precision), mean(|s| s.tp + s.r#fn > 0.0, |s| s.recall))
    };
    (2.0 * precision * recall / (precision + recall).max(1e-9), precision, recall, lossy)
}
