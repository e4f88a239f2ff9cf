//! The summary's sentences: ranks for `../shared/bench/text/eval_summ.py`, and numbers for `train.py`.

use std::fmt::Write as _;
use std::io::BufRead as _;

use serde_json::{Value, json};
use zubda::{Options, analyze_sentences, training};

/// Reads stories as lines of JSON, writes each one's ranking.
pub fn rank() {
    each_story(|row| {
        let options = Options { sentences: true, ..Options::default() };
        let plan = analyze_sentences(&paragraphs(row), &options, row["title"].as_str(), row["lang"].as_str());
        let mut ranked: Vec<(usize, usize)> =
            plan.sentences.unwrap_or_default().iter().enumerate().map(|(i, sentence)| (sentence.rank, i)).collect();
        ranked.sort_unstable();
        json!({ "id": row["id"], "ranked": ranked.into_iter().map(|(_, i)| i).collect::<Vec<_>>() })
    });
}

/// Reads stories as lines of JSON, writes each one's sentences in numbers.
pub fn features() {
    each_story(|row| {
        let title = row["title"].as_str().unwrap_or_default();
        let measured = training::sentences(&paragraphs(row), title, row["lang"].as_str().unwrap_or_default());
        json!({ "id": row["id"], "rows": measured.rows, "held_back": measured.held_back, "terms": measured.terms })
    });
}

fn each_story(answer: impl Fn(&Value) -> Value) {
    let mut out = String::new();
    for line in std::io::stdin().lock().lines() {
        let row: Value = serde_json::from_str(&line.expect("UTF-8")).expect("JSON");
        writeln!(out, "{}", answer(&row)).expect("memory");
    }
    print!("{out}");
}

fn paragraphs(row: &Value) -> Vec<Vec<String>> {
    let mut paragraphs: Vec<Vec<String>> = Vec::new();
    let mut last = None;
    for (text, place) in super::texts(&row["sentences"]).into_iter().zip(row["paras"].as_array().into_iter().flatten())
    {
        if last != Some(place) {
            paragraphs.push(Vec::new());
        }
        last = Some(place);
        paragraphs.last_mut().expect("one").push(text);
    }
    paragraphs
}
