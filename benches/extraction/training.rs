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

/// Every set with its number, as it is (variant 0) and as each of its variants where their folder is given.
fn sources<'a>(shared: &'a Path, variants: Option<&'a Path>) -> impl Iterator<Item = (usize, usize, Vec<Row>)> + 'a {
    let all = if variants.is_some() { data::VARIANTS.len() } else { 0 };
    (0..=all).flat_map(move |variant| (0..data::SETS.len()).map(move |number| (number, variant))).map(
        move |(number, variant)| {
            let set = data::SETS[number];
            let told = variants.zip(variant.checked_sub(1));
            let load = |(folder, variant)| data::variant(shared, folder, set, data::VARIANTS[variant]);
            (number, variant, told.map_or_else(|| data::load(shared, set), load))
        },
    )
}

/// What a source is called in the table.
fn name(number: usize, variant: usize) -> String {
    let variant = variant.checked_sub(1).map_or("", |variant| data::VARIANTS[variant]);
    format!("{} {variant}", data::SETS[number])
}

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

/// Reads `names-F.tsv` (token, weight) of each fold in the folder; writes `blocks.bin`, a row of f32 a block: set, variant,
/// page, fold, label, weight, numbers. Where `scores.bin` is there, writes `context.bin`: the numbers of the second look.
pub fn features(shared: &Path, variants: Option<&Path>, folder: &str) {
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
    for (number, variant, rows) in sources(shared, variants) {
        let set = data::SETS[number];
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
                for look in looks {
                    for value in look.numbers() {
                        out.write_all(&value.to_le_bytes()).expect("written");
                    }
                }
                continue;
            }
            for (row, (label, weight)) in numbers.iter().zip(labels) {
                let about = [number as f32, variant as f32, i as f32, *fold as f32, *label, *weight];
                for value in about.into_iter().chain(row.numbers()) {
                    out.write_all(&value.to_le_bytes()).expect("written");
                }
            }
        }
    }
}

/// The table of the sets for scores that were made elsewhere: what [`training::choose`] takes is the story.
pub fn judge(shared: &Path, variants: Option<&Path>, file: &str, show: Option<&str>) {
    let bytes = fs::read(file).expect("scores");
    let scores: Vec<f32> =
        bytes.chunks_exact(4).map(|four| f32::from_le_bytes(four.try_into().expect("four bytes"))).collect();
    let mut at = 0;
    for (number, variant, rows) in sources(shared, variants) {
        let snapshot = |row: &Row| html::snapshot(&row.html, row.url.as_deref().unwrap_or_default());
        let pages = data::parallel(&rows, |row| training::page(&snapshot(row), &|_| 0.0).texts);
        let starts: HashMap<&str, usize> = (rows.iter().zip(&pages))
            .map(|(row, texts)| {
                at += texts.len();
                (row.id.as_str(), at - texts.len())
            })
            .collect();
        let own = |row: &Row, count: usize| &scores[starts[row.id.as_str()]..][..count];
        let texts: HashMap<&str, &Vec<String>> = rows.iter().map(|row| row.id.as_str()).zip(&pages).collect();
        let judged = data::parallel(&rows, |row| {
            let texts = texts[row.id.as_str()];
            let chosen = training::choose(&snapshot(row), own(row, texts.len()));
            let kept: Vec<&str> = chosen.iter().map(|&place| texts[place].as_str()).collect();
            (metric::score(&row.gt, &kept.join("\n\n"), data::SETS[number] == "scrapinghub"), chosen)
        });
        if !rows.is_empty() {
            let (f1, precision, recall, lossy) =
                metric::total(&judged.iter().map(|(score, _)| *score).collect::<Vec<_>>());
            println!("{:20} F1 {f1:.4} P {precision:.3} R {recall:.3} loss {lossy:.3}", name(number, variant));
        }
        for (row, (score, chosen)) in rows.iter().zip(&judged) {
            if show.is_none_or(|asked| name(number, variant) != asked && row.id != asked) || score.f1 > 0.97 {
                continue;
            }
            println!("=== {} F1 {:.3} P {:.3} R {:.3}", row.id, score.f1, score.precision, score.recall);
            let texts = texts[row.id.as_str()];
            for (place, (label, weight)) in labels(&row.gt, texts).into_iter().enumerate() {
                let is_kept = chosen.binary_search(&place).is_ok();
                if label >= 0.0 && is_kept != (label > 0.5) && weight > 0.002 {
                    let head: String = texts[place].chars().take(150).collect();
                    let sign = if is_kept { '+' } else { '-' };
                    let score = own(row, texts.len())[place];
                    println!("{sign} {score:.1} weight {weight:.3} {}", head.replace('\n', "⏎"));
                }
            }
        }
    }
}
