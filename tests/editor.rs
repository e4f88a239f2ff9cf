//! How much of a page's clutter is out of sight at each level, and how much of what must stay is in sight.
//!
//! `cargo test --features html --test editor -- --nocapture` prints the strings of `../shared/cases/editor`, which were labelled by
//! reading, and the share of text in sight that is story on `../shared/data/extraction`. `ONLY=nrk` takes some of the labelled pages
//! and lists what is wrong; `SETS=fundus PAGES=40` takes some of the sets, `WORST=5` lists their pages with the most text lost.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::collections::HashMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use flate2::read::GzDecoder;
use rayon::prelude::*;
use serde_json::Value;
use zubda::options::Level;
use zubda::plan::{Action, Edit};
use zubda::{Options, Snapshot, html};

const LEVELS: [Level; 3] = [Level::Leftovers, Level::Tidy, Level::Story];

/// At most so many of a hundred pieces of clutter are in sight.
const CLUTTER_AT_TIDY: usize = 20;
const CLUTTER_AT_STORY: usize = 2;
/// So much of the story stays in sight, on the average of a set's pages.
const KEPT: f64 = 0.996;

fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    if !path.is_dir() {
        println!("skipped: no ../shared");
    }
    path.is_dir().then_some(path)
}

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

fn page(folder: &Path, row: &Value) -> Snapshot {
    let file = folder.join(format!("{}.gz", row["file"].as_str().expect("a file")));
    let mut page = Vec::new();
    GzDecoder::new(std::fs::File::open(file).expect("a page")).read_to_end(&mut page).expect("gzip");
    html::snapshot(&String::from_utf8_lossy(&page), row["url"].as_str().unwrap_or_default())
}

fn rows(folder: &Path) -> Vec<Value> {
    serde_json::from_str(&std::fs::read_to_string(folder.join("index.json")).expect("an index")).expect("rows")
}

/// What is hidden without asking the browser.
fn edits(snapshot: &Snapshot, level: Level) -> Vec<Edit> {
    let mut edits = zubda::clean(snapshot, &Options { level, ..Options::default() }).edits;
    edits.retain(|edit| edit.action == Action::Hide && edit.asks.is_none());
    edits
}

fn folded(text: &str) -> String {
    let seen = |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    text.chars().filter(seen).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn seen(snapshot: &Snapshot, edits: &[Edit]) -> String {
    folded(&html::visible_lines(snapshot, edits).join(" "))
}

#[test]
fn clutter_goes_and_furniture_stays() {
    let Some(shared) = shared() else { return };
    let cases = shared.join("cases/editor");
    let only = variable("ONLY");
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(&cases).expect("cases").map(|file| file.expect("a file").path()).collect();
    files.retain(|file| {
        file.to_string_lossy().contains("__") && only.as_ref().is_none_or(|only| file.to_string_lossy().contains(only))
    });
    files.sort();
    let counts: Vec<[[usize; 4]; 3]> = files
        .par_iter()
        .map(|file| {
            let gold: Value = serde_json::from_str(&std::fs::read_to_string(file).expect("a case")).expect("JSON");
            let folder = shared.join("data/extraction").join(gold["set"].as_str().expect("a set"));
            let id = gold["id"].as_str().expect("an id");
            let row = rows(&folder).into_iter().find(|row| row["id"].as_str().is_some_and(|own| own.starts_with(id)));
            let snapshot = page(&folder, &row.expect("the page"));
            let before = seen(&snapshot, &[]);
            let strings = |key: &str| -> Vec<String> {
                let all = gold[key].as_array().expect("strings").iter().filter_map(Value::as_str).map(folded);
                all.filter(|text| before.contains(text)).collect()
            };
            let (clutter, furniture) = (strings("clutter"), strings("furniture"));
            LEVELS.map(|level| {
                let edits = edits(&snapshot, level);
                let after = seen(&snapshot, &edits);
                let left: Vec<&String> = clutter.iter().filter(|text| after.contains(*text)).collect();
                let gone: Vec<&String> = furniture.iter().filter(|text| !after.contains(*text)).collect();
                if level == Level::Tidy && variable("LIST").is_some() {
                    println!("{id}:\n    left {left:?}\n    gone {gone:?}");
                }
                if only.is_some() {
                    for edit in edits.iter().filter(|edit| edit.rule.starts_with("region")) {
                        println!("  {level:?} {} {} {}", edit.node.0, edit.rule, edit.text);
                    }
                }
                [left.len(), clutter.len(), furniture.len() - gone.len(), furniture.len()]
            })
        })
        .collect();
    for (at, level) in LEVELS.iter().enumerate() {
        let sum = |place: usize| counts.iter().map(|page| page[at][place]).sum::<usize>();
        let (left, all, kept, due) = (sum(0), sum(1), sum(2), sum(3));
        println!("{level:?}: clutter in sight {left} of {all}, furniture in sight {kept} of {due}");
        let bound = match level {
            Level::Leftovers => 100,
            Level::Tidy => CLUTTER_AT_TIDY,
            Level::Story => CLUTTER_AT_STORY,
        };
        assert!(only.is_some() || left * 100 <= all * bound, "{level:?}: {left} of {all}");
    }
}

/// Letters of a page in sight and of its story: all, and those of the story's lines.
#[derive(Clone, Copy, Default)]
struct Sight {
    all: usize,
    story: usize,
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How much of the text in sight is story, by lines: a line is story if it stands in the truth, or the truth's line in it.
fn sight(snapshot: &Snapshot, edits: &[Edit], truth: &Truth) -> Sight {
    let mut sight = Sight::default();
    let mut text = String::new();
    for line in html::visible_lines(snapshot, edits) {
        let line = bare(&line);
        sight.all += line.len();
        text.push_str(&line);
    }
    sight.story = truth.lines.iter().filter(|line| text.contains(line.as_str())).map(String::len).sum();
    sight
}

struct Truth {
    lines: Vec<String>,
}

impl Truth {
    /// The truth's sentences, or what comes near them.
    fn new(text: &str) -> Self {
        let lines = text.split(['\n', '.', '。', '!', '?', '؟', '।', '！', '？']).map(bare);
        Self { lines: lines.filter(|line| !line.is_empty()).collect() }
    }
}

#[test]
fn the_story_is_what_is_in_sight() {
    const SETS: &str = "scrapinghub,fundus,mcloud,zhnews";
    let Some(shared) = shared() else { return };
    let sets = variable("SETS").unwrap_or_else(|| SETS.to_owned());
    let pages: usize = variable("PAGES").and_then(|pages| pages.parse().ok()).unwrap_or(40);
    let worst: usize = variable("WORST").and_then(|worst| worst.parse().ok()).unwrap_or(0);
    for set in sets.split(',') {
        let folder = shared.join("data/extraction").join(set);
        let rows = rows(&folder);
        let step = rows.len().div_ceil(pages).max(1);
        let rows: Vec<&Value> = rows
            .iter()
            .step_by(step)
            .filter(|row| variable("ID").is_none_or(|id| row["id"].as_str().unwrap_or_default().contains(&id)))
            .filter(|row| row["gt"].is_string())
            .collect();
        let found: Vec<(String, [Sight; 4])> = rows
            .par_iter()
            .map(|row| {
                let snapshot = page(&folder, row);
                let truth = Truth::new(row["gt"].as_str().unwrap_or_default());
                let before = sight(&snapshot, &[], &truth);
                let at = |level| {
                    let edits = edits(&snapshot, level);
                    if worst > 0 && level != Level::Leftovers {
                        report(&snapshot, &edits, &truth, row["id"].as_str().unwrap_or_default(), level);
                    }
                    sight(&snapshot, &edits, &truth)
                };
                let id = row["id"].as_str().unwrap_or_default().to_owned();
                (id, [before, at(LEVELS[0]), at(LEVELS[1]), at(LEVELS[2])])
            })
            .collect();
        let mut line = format!("{set} ({} pages):", found.len());
        let declined = found.iter().filter(|(_, at)| at[3].all == at[0].all).count();
        for (place, name) in ["before", "leftovers", "tidy", "story"].into_iter().enumerate() {
            let known: Vec<&[Sight; 4]> = found.iter().map(|(_, at)| at).filter(|at| at[0].story > 0).collect();
            let share = known.iter().map(|at| at[place].story as f64 / at[place].all.max(1) as f64).sum::<f64>()
                / known.len() as f64;
            let kept =
                known.iter().map(|at| at[place].story as f64 / at[0].story as f64).sum::<f64>() / known.len() as f64;
            assert!(kept >= KEPT, "{set} {name}: {kept:.4} of the story is kept");
            line += &format!(" {name} share {share:.3} kept {kept:.4};");
        }
        println!("{line} untouched {declined}");
    }
}

/// Lists what of the story goes, and the longest of what is left around it.
fn report(snapshot: &Snapshot, edits: &[Edit], truth: &Truth, id: &str, level: Level) {
    let text = |edits: &[Edit]| html::visible_lines(snapshot, edits).iter().map(|line| bare(line)).collect::<String>();
    let (before, after) = (text(&[]), text(edits));
    let lost: Vec<&String> =
        truth.lines.iter().filter(|line| before.contains(*line) && !after.contains(*line)).collect();
    if !lost.is_empty() {
        println!("{id} {level:?} loses {} lines", lost.len());
        for edit in edits {
            let own: Vec<Edit> = vec![edit.clone()];
            let without = text(&own);
            let gone: Vec<&&String> = lost.iter().filter(|line| !without.contains(line.as_str())).collect();
            if let Some(first) = gone.first() {
                println!("    {} {} lines: {}", edit.rule, gone.len(), first.chars().take(90).collect::<String>());
            }
        }
    }
    if variable("LEFT").is_some() {
        let mut counts: HashMap<String, usize> = HashMap::new();
        let all = truth.lines.concat();
        for line in html::visible_lines(snapshot, edits) {
            let own = bare(&line);
            if own.len() > 10 && !all.contains(&own) {
                *counts.entry(line.trim().chars().take(100).collect()).or_default() += own.len();
            }
        }
        let mut counts: Vec<_> = counts.into_iter().collect();
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        println!("{id} {level:?} left:");
        for (line, count) in counts.iter().take(12) {
            println!("    {count} {line}");
        }
    }
}
