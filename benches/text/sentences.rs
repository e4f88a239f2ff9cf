//! Sentence boundaries: F1 by set, and the golden rules.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;
use unicode_segmentation::UnicodeSegmentation;
use zubda::{Options, analyze_text};

#[derive(Default)]
struct Tally {
    both: usize,
    found: usize,
    wanted: usize,
}

impl Tally {
    fn add(&mut self, found: &BTreeSet<usize>, wanted: &BTreeSet<usize>) {
        self.both += found.intersection(wanted).count();
        self.found += found.len();
        self.wanted += wanted.len();
    }

    fn f1(&self) -> f64 {
        200.0 * self.both as f64 / (self.found + self.wanted).max(1) as f64
    }
}

pub fn score(data: &Path, show: Option<&str>) {
    let mut sets: BTreeMap<String, (Tally, Tally)> = BTreeMap::new();
    for row in super::rows(&data.join("sentences/text.jsonl.gz")) {
        let (set, text) = (row["set"].as_str().unwrap(), row["text"].as_str().unwrap());
        let (found, wanted) = (sentences(&row), super::texts(&row["sents"]));
        if show.is_some_and(|show| set.starts_with(show)) {
            differences(&found, &wanted);
        }
        let wanted = boundaries(&wanted);
        let base: Vec<&str> = text.split_sentence_bounds().collect();
        let (ours, uax29) = sets.entry(set.to_owned()).or_default();
        ours.add(&boundaries(&found), &wanted);
        uax29.add(&boundaries(&base), &wanted);
    }
    for (set, (ours, uax29)) in &sets {
        let (precision, recall) = (ours.both as f64 / ours.found as f64, ours.both as f64 / ours.wanted as f64);
        let below = if ours.f1() < uax29.f1() - 1e-9 { "  below UAX 29" } else { "" };
        println!("{set:24} {:6.2}  UAX 29 {:6.2}  P {precision:.3} R {recall:.3}{below}", ours.f1(), uax29.f1());
    }
    let mean = |of: fn(&(Tally, Tally)) -> f64| sets.values().map(of).sum::<f64>() / sets.len() as f64;
    println!("{:24} {:6.2}  UAX 29 {:6.2}", "mean", mean(|set| set.0.f1()), mean(|set| set.1.f1()));
    golden(data, show == Some("golden"));
}

fn golden(data: &Path, show: bool) {
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in super::rows(&data.join("sentences/golden.jsonl.gz")) {
        let wanted = super::texts(&row["sents"]);
        let found: Vec<String> = sentences(&row).iter().map(|s| s.trim().to_owned()).collect();
        let count = counts.entry(row["lang"].as_str().unwrap().to_owned()).or_default();
        count.1 += 1;
        if found == wanted {
            count.0 += 1;
        } else if show {
            println!("{}\n  wanted {wanted:?}\n  found  {found:?}", row["id"]);
        }
    }
    let all = counts.iter().map(|(language, (right, all))| format!("{language} {right}/{all}"));
    println!("golden: {}", all.collect::<Vec<_>>().join("  "));
}

fn sentences(row: &Value) -> Vec<String> {
    let options = Options { sentences: true, ..Options::default() };
    let plan = analyze_text(row["text"].as_str().unwrap(), &options, None, row["lang"].as_str());
    plan.sentences.unwrap_or_default().into_iter().map(|sentence| sentence.text).collect()
}

/// Boundaries inside of the text, counted in characters that are no space.
fn boundaries(sentences: &[impl AsRef<str>]) -> BTreeSet<usize> {
    let mut at = 0;
    let mut found: BTreeSet<usize> = sentences
        .iter()
        .map(|sentence| {
            at += sentence.as_ref().chars().filter(|c| !c.is_whitespace()).count();
            at
        })
        .collect();
    found.remove(&at);
    found
}

fn differences(found: &[String], wanted: &[String]) {
    let text: Vec<char> = wanted.iter().flat_map(|s| s.chars()).filter(|c| !c.is_whitespace()).collect();
    let (ours, theirs) = (boundaries(found), boundaries(wanted));
    for at in ours.symmetric_difference(&theirs) {
        let around = |range: std::ops::Range<usize>| text[range].iter().collect::<String>();
        let sign = if ours.contains(at) { "+" } else { "-" };
        println!("{sign} {} | {}", around(at.saturating_sub(40)..*at), around(*at..(at + 25).min(text.len())));
    }
}
