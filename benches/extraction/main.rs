//! Scores the story finder on `../shared/data/extraction`, natively, and writes what the training script fits.
//!
//! ```text
//! cargo bench --features html --bench extraction -- [SET…] [--worst N] [--show ID]
//! cargo bench --features html --bench extraction -- --variants FOLDER      # the same pages told by other signs
//! cargo bench --features html --bench extraction -- --tokens FILE          # counts of names, for train.py
//! cargo bench --features html --bench extraction -- --features FOLDER      # blocks in numbers, for train.py
//! cargo bench --features html --bench extraction -- --judge FILE           # scores that train.py made of blocks not seen
//! ```
#![allow(missing_docs, reason = "a program")]

use std::path::Path;
use std::time::Instant;

use zubda::{Options, html};

mod data;
mod metric;
mod training;

fn main() {
    let Some(shared) = data::shared() else {
        println!("skipped: no ../shared");
        return;
    };
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    let value = |name: &str| args.iter().position(|arg| arg == name).and_then(|i| args.get(i + 1));
    let sets: Vec<&str> = data::SETS.into_iter().filter(|set| args.iter().any(|arg| arg == set)).collect();
    let sets = if sets.is_empty() { data::SETS.to_vec() } else { sets };
    if let Some(file) = value("--tokens") {
        return training::tokens(&shared, file);
    }
    let variants = value("--variants").map(Path::new);
    if let Some(folder) = value("--features") {
        return training::features(&shared, variants, folder);
    }
    if args.iter().any(|arg| arg == "--names") {
        return println!("{}\n{}", zubda::training::FIRST.join(" "), zubda::training::SECOND.join(" "));
    }
    if let Some(file) = value("--judge") {
        return training::judge(&shared, variants, file, value("--show").map(String::as_str));
    }
    let worst: usize = value("--worst").and_then(|n| n.parse().ok()).unwrap_or(0);
    if let Some(folder) = variants {
        println!("| set | told by | pages | F1 | loss | declined |\n|---|---|---|---|---|---|");
        for set in sets {
            for variant in data::VARIANTS {
                told(set, variant, &data::variant(&shared, folder, set, variant));
            }
        }
        return;
    }
    println!("| set | pages | F1 | precision | recall | recall < .9 | exact | declined | ms median | ms p95 |");
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for set in sets {
        let rows = data::load(&shared, set);
        if let Some(id) = value("--show") {
            rows.iter().filter(|row| row.id.contains(id.as_str())).for_each(show);
            continue;
        }
        if args.iter().any(|arg| arg == "--stages") {
            stages(set, &rows);
            continue;
        }
        report(set, &rows, worst);
    }
}

/// The median time of each stage, the best of five runs a page.
fn stages(set: &str, rows: &[data::Row]) {
    let mut times: Vec<(&str, Vec<f64>)> = Vec::new();
    for row in rows {
        let snapshot = html::snapshot(&row.html, row.url.as_deref().unwrap_or_default());
        let runs: Vec<_> = (0..5).map(|_| zubda::training::stages(&snapshot)).collect();
        for (place, (name, _)) in runs[0].iter().enumerate() {
            let best = runs.iter().map(|run| run[place].1).fold(f64::MAX, f64::min);
            match times.get_mut(place) {
                Some((_, all)) => all.push(best),
                None => times.push((name, vec![best])),
            }
        }
    }
    print!("{set}:");
    for (name, all) in &mut times {
        all.sort_by(f64::total_cmp);
        print!(" {name} {:.2} (p95 {:.2})", all[all.len() / 2], all[all.len() * 19 / 20]);
    }
    println!();
}

/// What becomes of a set whose pages are told by other signs.
fn told(set: &str, variant: &str, rows: &[data::Row]) {
    if rows.is_empty() {
        return;
    }
    let results = data::parallel(rows, |row| {
        let snapshot = html::snapshot(&row.html, row.url.as_deref().unwrap_or_default());
        let plan = zubda::clean(&snapshot, &Options::default());
        (metric::score(&row.gt, &plan.text, set == "scrapinghub"), plan.article.is_none())
    });
    let (f1, _, _, lossy) = metric::total(&results.iter().map(|result| result.0).collect::<Vec<_>>());
    let declined: Vec<&str> =
        rows.iter().zip(&results).filter(|(_, result)| result.1).map(|(row, _)| row.id.as_str()).collect();
    println!("| {set} | {variant} | {} | {f1:.4} | {lossy:.3} | {} {declined:?} |", rows.len(), declined.len());
}

fn report(set: &str, rows: &[data::Row], worst: usize) {
    let plain = set == "scrapinghub";
    let results = data::parallel(rows, |row| {
        let snapshot = html::snapshot(&row.html, row.url.as_deref().unwrap_or_default());
        let start = Instant::now();
        let plan = zubda::clean(&snapshot, &Options::default());
        let ms = start.elapsed().as_secs_f64() * 1e3;
        (metric::score(&row.gt, &plan.text, plain), plan.article.is_none(), ms, plan.text)
    });
    let scores: Vec<metric::Score> = results.iter().map(|result| result.0).collect();
    let (f1, precision, recall, lossy) = metric::total(&scores);
    let declined = results.iter().filter(|result| result.1).count();
    let exact = scores.iter().filter(|score| score.f1 >= 1.0).count() as f64 / scores.len().max(1) as f64;
    let mut times: Vec<f64> = results.iter().map(|result| result.2).collect();
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() - 1) as f64 * share).max(0.0) as usize];
    println!(
        "| {set} | {} | {f1:.4} | {precision:.4} | {recall:.4} | {lossy:.3} | {exact:.3} | {declined} | {:.2} | {:.2} |",
        rows.len(),
        at(0.5),
        at(0.95)
    );
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by(|&a, &b| scores[a].f1.total_cmp(&scores[b].f1));
    for &i in order.iter().take(worst) {
        let score = &scores[i];
        println!("  {:.3} P {:.3} R {:.3}  {}", score.f1, score.precision, score.recall, rows[i].id);
    }
}

/// What was lost and what leaked, line by line.
fn show(row: &data::Row) {
    let snapshot = html::snapshot(&row.html, row.url.as_deref().unwrap_or_default());
    let plan = zubda::clean(&snapshot, &Options::default());
    if let Some(article) = &plan.article {
        println!(
            "\n=== {}\n{:?} by {:?}, published {:?}, modified {:?}, site {:?}, url {:?}, image {:?}",
            row.id,
            article.title,
            article.byline,
            article.published,
            article.modified,
            article.site,
            article.url,
            article.image
        );
    }
    println!("{:?}", plan.declined);
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    };
    let data::Truth::Text(truth) = &row.gt else {
        if let data::Truth::Segments { with, without } = &row.gt {
            let has = |segment: &&String| plan.text.contains(segment.as_str());
            println!(
                "lost: {:?}\nleaked: {:?}",
                with.iter().filter(|s| !has(s)).collect::<Vec<_>>(),
                without.iter().filter(has).collect::<Vec<_>>()
            );
        }
        return;
    };
    let (known, found) =
        (metric::shingles(&metric::tokens(truth, false)), metric::shingles(&metric::tokens(&plan.text, false)));
    let share = |line: &str, bag: &std::collections::HashMap<u64, u32>| {
        let own = metric::shingles(&metric::tokens(line, false));
        own.keys().filter(|key| bag.contains_key(key)).count() as f64 / own.len().max(1) as f64
    };
    for line in lines(truth).iter().filter(|line| share(line, &found) < 0.5) {
        println!("- {line}");
    }
    for line in lines(&plan.text).iter().filter(|line| share(line, &known) < 0.5) {
        println!("+ {line}");
    }
}
