//! The story text of real pages: which edits take away what a human, or the publisher, counts as text.
//!
//! `cargo test --release --features html --test honest -- --ignored --nocapture` lists each of them and the share of pages;
//! `SETS=fundus,mozilla` takes some of the sets. `docs/leftovers.md` says what was found.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeMap;
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
    let (mut pages, mut touched, mut mended) = (0, 0, 0);
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
                Value::String(truth) => fold(truth),
                parts => {
                    let with = parts["with"].as_array().cloned().unwrap_or_default();
                    fold(&with.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "))
                }
            };
            pages += 1;
            let (mut hides, mut mends) = (false, false);
            for edit in plan.edits.iter().filter(|edit| edit.action == Action::Hide) {
                *rules.entry(edit.rule).or_default() += 1;
                // What the cleaning mends is no text, but is counted apart.
                if matches!(edit.reason, Reason::Punctuation | Reason::Encoding) {
                    mends = true;
                    continue;
                }
                let hidden = fold(&edit.text);
                if hidden.chars().count() > 2 && truth.contains(&hidden) {
                    hides = true;
                    println!("{set} {} {} {:.2}: {}", text("id"), edit.rule, edit.confidence, clip(&edit.text));
                }
            }
            touched += usize::from(hides);
            mended += usize::from(mends);
        }
    }
    println!("{touched} of {pages} pages have an edit inside of the truth; {mended} are mended");
    for (rule, count) in rules {
        println!("{count:6} {rule}");
    }
    assert!(touched * ONE_IN <= pages, "more than one page in {ONE_IN}");
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn clip(text: &str) -> String {
    text.chars().take(160).collect::<String>().replace('\n', " ")
}
