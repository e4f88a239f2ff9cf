//! Writes what `train.py` fits: names' counts, and blocks in numbers with their labels.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::Write as _;
use std::path::Path;

use zubda::{html, training};

use crate::data::{self, Row, Truth};
use crate::metric;

/// Parts of the cross-validation; pages of one site are in one part.
pub const FOLDS: usize = 5;

/// For each block: how much of it is story (0 to 1, or none where the truth does not say) and its weight in the page.
fn labels(truth: &Truth, texts: &[String]) -> Vec<(f32, f32)> {
    match truth {
        Truth::Text(truth) => by_text(truth, texts),
        Truth::Segments { with, without } => by_segments(with, without, texts),
    }
}

fn by_text(truth: &str, texts: &[String]) -> Vec<(f32, f32)> {
    let truth = metric::tokens(truth, false);
    let mut left = metric::shingles(&truth);
    let total = truth.len().max(1) as f32;
    let joined = format!("\u{1}{}\u{1}", truth.join("\u{1}"));
    let blocks: Vec<Vec<String>> = texts.iter().map(|text| metric::tokens(text, false)).collect();
    // Long blocks first take their shingles out, so that a copy of a paragraph is no story a second time.
    let mut found: Vec<Option<f32>> = (blocks.iter())
        .map(|tokens| {
            (tokens.len() >= 8).then(|| {
                let own = metric::shingles(tokens);
                let (mut shared, mut all) = (0, 0);
                for (shingle, count) in own {
                    all += count;
                    if let Some(known) = left.get_mut(&shingle) {
                        let taken = count.min(*known);
                        shared += taken;
                        *known -= taken;
                    }
                }
                shared as f32 / all.max(1) as f32
            })
        })
        .collect();
    let sure: Vec<usize> = (0..blocks.len()).filter(|&i| found[i].is_some_and(|share| share > 0.6)).collect();
    let (first, last) = (sure.first().copied().unwrap_or(0), sure.last().copied().unwrap_or(blocks.len()));
    // A short block is story where its words stand in the truth and it stands among the story's long blocks.
    for (i, tokens) in blocks.iter().enumerate() {
        if found[i].is_none() {
            let inside = i + 3 >= first && i <= last + 3;
            let known = inside && !tokens.is_empty() && joined.contains(&format!("\u{1}{}\u{1}", tokens.join("\u{1}")));
            found[i] = Some(if known { 1.0 } else { 0.0 });
        }
    }
    (blocks.iter().zip(found)).map(|(tokens, share)| (share.unwrap_or_default(), tokens.len() as f32 / total)).collect()
}

fn by_segments(with: &[String], without: &[String], texts: &[String]) -> Vec<(f32, f32)> {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (with, without): (Vec<_>, Vec<_>) =
        (with.iter().map(|s| folded(s)).collect(), without.iter().map(|s| folded(s)).collect());
    (texts.iter())
        .map(|text| {
            let text = folded(text);
            let has = |list: &[String]| list.iter().any(|segment| text.contains(segment.as_str()));
            match (has(&with), has(&without)) {
                (true, false) => (1.0, 0.12),
                (false, true) => (0.0, 0.12),
                _ => (-1.0, 0.0),
            }
        })
        .collect()
}

/// `set fold token`: weight of pages in which the token stands around story, and around anything.
pub fn tokens(shared: &Path, file: &str) {
    let mut out = fs::File::create(file).expect("the file");
    for set in data::SETS {
        let rows = data::load(shared, set);
        let pages = data::parallel(&rows, |row| {
            let page = training::page(&html::snapshot(&row.html, row.url.as_deref().unwrap_or_default()), &|_| 0.0);
            let labels = labels(&row.gt, &page.texts);
            let mut counts: BTreeMap<u32, (f32, f32)> = BTreeMap::new();
            for (tokens, (label, weight)) in page.tokens.iter().zip(&labels) {
                if *label < 0.0 {
                    continue;
                }
                // A block counts a little whatever its length, so that names of short furniture are learnt.
                let weight = weight.min(0.2) + 0.004;
                for token in tokens {
                    let count = counts.entry(*token).or_default();
                    count.0 += label * weight;
                    count.1 += weight;
                }
            }
            (data::fold(set, row, FOLDS), counts)
        });
        for (i, (fold, counts)) in pages.iter().enumerate() {
            for (token, (story, all)) in counts {
                writeln!(
                    out,
                    "{set} {} {fold} {token} {story} {all}",
                    rows[i]
                        .url
                        .as_deref()
                        .and_then(|u| u.split('/').nth(2))
                        .filter(|h| !h.is_empty() && *h != "fakehost" && *h != "zhmix.test")
                        .unwrap_or(&rows[i].id)
                        .replace(' ', "_")
                )
                .expect("written");
            }
        }
        eprintln!("{set}");
    }
}

/// Reads `names-F.tsv` (token, weight) of each fold in the folder; writes `blocks.bin`, a row of f32 a block: set, page,
/// fold, label, weight, numbers.
pub fn features(shared: &Path, folder: &str) {
    let folder = Path::new(folder);
    let tables: Vec<HashMap<u32, f32>> = (0..=FOLDS)
        .map(|fold| {
            let text = fs::read_to_string(folder.join(format!("names-{fold}.tsv"))).expect("a fold's names");
            text.lines()
                .filter_map(|line| {
                    let (token, weight) = line.split_once('\t')?;
                    Some((token.parse().ok()?, weight.parse().ok()?))
                })
                .collect()
        })
        .collect();
    // The second time, with the first model's scores of the parts that it was not fitted on.
    let scores: Option<Vec<f32>> = fs::read(folder.join("scores.bin")).ok().map(|bytes| {
        bytes.chunks_exact(4).map(|four| f32::from_le_bytes(four.try_into().expect("four bytes"))).collect()
    });
    let mut at = 0;
    let mut out = std::io::BufWriter::new(
        fs::File::create(folder.join(if scores.is_some() { "context.bin" } else { "blocks.bin" })).expect("the file"),
    );
    for (number, set) in data::SETS.iter().enumerate() {
        let rows = data::load(shared, set);
        let pages = data::parallel(&rows, |row: &Row| {
            let fold = data::fold(set, row, FOLDS);
            let table = &tables[fold];
            let weight = |token: u32| table.get(&token).copied().unwrap_or_default();
            let page = training::page(&html::snapshot(&row.html, row.url.as_deref().unwrap_or_default()), &weight);
            let labels = labels(&row.gt, &page.texts);
            (fold, page.rows, labels)
        });
        for (i, (fold, numbers, labels)) in pages.iter().enumerate() {
            if let Some(scores) = &scores {
                let row = &rows[i];
                let weight = |token: u32| tables[*fold].get(&token).copied().unwrap_or_default();
                let snapshot = html::snapshot(&row.html, row.url.as_deref().unwrap_or_default());
                let looks = training::look(&snapshot, &weight, &scores[at..at + numbers.len()]);
                at += numbers.len();
                for value in looks.iter().flatten() {
                    out.write_all(&value.to_le_bytes()).expect("written");
                }
                continue;
            }
            for (row, (label, weight)) in numbers.iter().zip(labels) {
                for value in [number as f32, i as f32, *fold as f32, *label, *weight].iter().chain(row) {
                    out.write_all(&value.to_le_bytes()).expect("written");
                }
            }
        }
        eprintln!("{set}");
    }
}

/// The table of the sets for scores that were made elsewhere: blocks above a threshold are the story.
pub fn judge(shared: &Path, file: &str, thresholds: &[f32], show: Option<&str>) {
    let bytes = fs::read(file).expect("scores");
    let scores: Vec<f32> =
        bytes.chunks_exact(4).map(|four| f32::from_le_bytes(four.try_into().expect("four bytes"))).collect();
    let mut at = 0;
    for set in data::SETS {
        let rows = data::load(shared, set);
        let pages = data::parallel(&rows, |row| {
            training::page(&html::snapshot(&row.html, row.url.as_deref().unwrap_or_default()), &|_| 0.0)
        });
        let mut judged = vec![Vec::new(); thresholds.len()];
        for (row, training::Page { texts, words, .. }) in rows.iter().zip(&pages) {
            for (shift, judged) in thresholds.iter().zip(&mut judged) {
                let shifted: Vec<f32> = scores[at..at + texts.len()].iter().map(|score| score - shift).collect();
                let threshold = &(training::threshold(&shifted, words) + shift);
                let kept: Vec<&str> =
                    texts.iter().zip(&scores[at..]).filter(|(_, s)| *s > threshold).map(|(t, _)| t.as_str()).collect();
                judged.push(metric::score(&row.gt, &kept.join("\n\n"), set == "scrapinghub"));
            }
            if let Some(asked) = show.filter(|asked| row.id.contains(asked) || *asked == set) {
                let _ = asked;
                let page = judged[2].last().copied().unwrap_or_default();
                println!("=== {} F1 {:.3} P {:.3} R {:.3}", row.id, page.f1, page.precision, page.recall);
                if page.f1 < 0.95 {
                    for (text, ((score, label), weight)) in
                        texts.iter().zip(scores[at..].iter().zip(labels(&row.gt, texts)).map(|(s, (l, w))| ((s, l), w)))
                    {
                        let wrong = label >= 0.0 && ((*score > 0.0) != (label > 0.5)) && weight > 0.002;
                        if wrong {
                            let head: String = text.chars().take(150).collect();
                            println!(
                                "{} {score:.1} w {weight:.3} {}",
                                if *score > 0.0 { '+' } else { '-' },
                                head.replace('\n', "⏎")
                            );
                        }
                    }
                }
            }
            at += texts.len();
        }
        let cells: Vec<String> = (judged.iter().map(|scores| metric::total(scores)))
            .map(|(f1, p, r, lossy)| format!("{f1:.4} ({p:.3} {r:.3} {lossy:.2})"))
            .collect();
        println!("{set:12} {}", cells.join("  "));
    }
}
