//! The story's parts: Pk and WindowDiff by set, the number of parts not given.

use std::path::Path;

use rayon::prelude::*;
use serde_json::Value;
use zubda::{Options, analyze_sentences};

const SETS: [&str; 6] = ["choi", "easc", "xquad-mix", "xquad-same", "wiki300", "clinical"];

/// Scores all sets, beside the two answers that need no method: one single part, and parts of the mean length.
pub fn score(data: &Path) {
    println!("{:12} {:>5} {:>6} {:>6}   {:>10} {:>8}", "", "texts", "Pk", "WD", "one part Pk", "found/true");
    for set in SETS {
        let scored: Vec<Score> =
            super::rows(&data.join(format!("segmentation/{set}.jsonl.gz"))).par_iter().map(judge).collect();
        let mean = |of: fn(&Score) -> f64| scored.iter().map(of).sum::<f64>() / scored.len() as f64;
        println!(
            "{set:12} {:5} {:6.2} {:6.2}   {:11.2} {:5.1}/{:.1}",
            scored.len(),
            100.0 * mean(|score| score.pk),
            100.0 * mean(|score| score.window_diff),
            100.0 * mean(|score| score.one),
            mean(|score| score.found as f64),
            mean(|score| score.wanted as f64),
        );
    }
}

struct Score {
    pk: f64,
    window_diff: f64,
    /// Pk of one single part.
    one: f64,
    found: usize,
    wanted: usize,
}

fn judge(row: &Value) -> Score {
    let sentences: Vec<Vec<String>> = super::texts(&row["sentences"]).into_iter().map(|text| vec![text]).collect();
    let count = sentences.len();
    let plan = analyze_sentences(&sentences, &Options::default(), None, row["lang"].as_str());
    let found: Vec<usize> =
        plan.sections.iter().map(|section| section.paragraphs.0).filter(|&first| first > 0).collect();
    let wanted: Vec<usize> =
        row["bounds"].as_array().into_iter().flatten().filter_map(Value::as_u64).map(|at| at as usize).collect();
    let (pk, window_diff) = errors(&wanted, &found, count);
    Score { pk, window_diff, one: errors(&wanted, &[], count).0, found: found.len(), wanted: wanted.len() }
}

/// Pk (Beeferman, Berger and Lafferty 1999) and WindowDiff (Pevzner and Hearst 2002), the window half the mean length of the
/// true parts.
fn errors(wanted: &[usize], found: &[usize], count: usize) -> (f64, f64) {
    let mean = count as f64 / (wanted.len() + 1) as f64;
    let window = ((mean / 2.0).round_ties_even() as usize).max(2);
    let parts = |bounds: &[usize]| -> Vec<usize> {
        (0..count).map(|unit| bounds.iter().filter(|&&bound| bound <= unit).count()).collect()
    };
    let (wanted, found) = (parts(wanted), parts(found));
    let (mut pk, mut window_diff) = (0_usize, 0_usize);
    let places = count.saturating_sub(window);
    for (i, j) in (0..places).map(|i| (i, i + window)) {
        let (wanted, found) = (wanted[j] - wanted[i], found[j] - found[i]);
        pk += usize::from((wanted == 0) != (found == 0));
        window_diff += usize::from(wanted != found);
    }
    let share = |wrong: usize| wrong as f64 / places.max(1) as f64;
    (share(pk), share(window_diff))
}
