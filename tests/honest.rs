//! The story text of real pages: which edits take away what a human, or the publisher, counts as text.
//!
//! `cargo test --release --features html --test honest -- --ignored --nocapture` lists each of them and the share of pages;
//! `SETS=fundus,mozilla` takes some of the sets. `docs/leftovers.md` says what was found.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::collections::{BTreeMap, HashSet};
use std::io::Read;
use std::path::PathBuf;

use flate2::read::GzDecoder;
use serde_json::Value;
use zubda::plan::{Action, Reason};
use zubda::{Options, html};

/// One page in so many may be touched.
const ONE_IN: usize = 400;
const SETS: [&str; 9] =
    ["scrapinghub", "pseudoar", "mozilla", "fundus", "wcxb", "daniel", "zhnews", "zhmix", "trafieval"];

#[test]
#[ignore = "takes minutes; prints what is to be looked at"]
fn edits_inside_of_the_truth() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/extraction");
    if !root.exists() {
        println!("skipped: no ../shared");
        return;
    }
    let wanted = std::env::var("SETS").unwrap_or_else(|_| SETS.join(","));
    let (mut pages, mut touched, mut known, mut mended) = (0, 0, 0, 0);
    let looked_at: HashSet<(&str, &str)> = include_str!("honest.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split('\t').next().zip(line.split('\t').nth(1)))
        .collect();
    let mut rules: BTreeMap<&'static str, usize> = BTreeMap::new();
    for set in wanted.split(',') {
        let index = std::fs::read_to_string(root.join(set).join("index.json")).expect("an index");
        let rows: Vec<Value> = serde_json::from_str(&index).expect("rows");
        for row in &rows {
            let text = |key: &str| row[key].as_str().unwrap_or_default();
            let file = root.join(set).join(format!("{}.gz", text("file")));
            let mut page = Vec::new();
            GzDecoder::new(std::fs::File::open(file).expect("a page")).read_to_end(&mut page).expect("gzip");
            let plan = zubda::clean(&html::snapshot(&String::from_utf8_lossy(&page), text("url")), &Options::default());
            let truth = match &row["gt"] {
                Value::String(truth) => truth.clone(),
                parts => {
                    let with = parts["with"].as_array().cloned().unwrap_or_default();
                    with.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n")
                }
            };
            let lines: HashSet<String> = truth.lines().map(fold).collect();
            let truth = fold(&truth);
            pages += 1;
            let (mut hides, mut listed, mut mends) = (false, false, false);
            for edit in plan.edits.iter().filter(|edit| edit.action == Action::Hide) {
                *rules.entry(edit.rule).or_default() += 1;
                // What the cleaning mends is no text, but is counted apart.
                if matches!(edit.reason, Reason::Punctuation | Reason::Encoding) {
                    mends = true;
                    continue;
                }
                let hidden = fold(&edit.text);
                if is_told(&truth, &lines, &hidden) {
                    hides |= !looked_at.contains(&(set, text("id")));
                    listed |= looked_at.contains(&(set, text("id")));
                    println!("{set} {} {} {:.2}: {}", text("id"), edit.rule, edit.confidence, clip(&edit.text));
                }
            }
            touched += usize::from(hides);
            known += usize::from(listed);
            mended += usize::from(mends);
        }
    }
    println!(
        "of {pages} pages, {touched} have an edit inside of the truth that nobody has looked at, {known} one that is a leftover; {mended} are mended"
    );
    for (rule, count) in rules {
        println!("{count:6} {rule}");
    }
    assert!(touched * ONE_IN <= pages, "more than one page in {ONE_IN}");
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line of the truth, or so long that it stands there by no accident.
fn is_told(truth: &str, lines: &HashSet<String>, hidden: &str) -> bool {
    const LONG: usize = 25;
    !hidden.is_empty() && lines.contains(hidden) || (hidden.chars().count() >= LONG && truth.contains(hidden))
}

fn clip(text: &str) -> String {
    text.chars().take(160).collect::<String>().replace('\n', " ")
}
