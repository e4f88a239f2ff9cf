//! Labelled pages: what must go, what must stay, what must be known as a caption; natively, with the goals asserted.
//!
//! `cargo test --features html --test leftovers -- --nocapture` prints the table; `LEFTOVERS=<file>` reads other cases.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use zubda::plan::{Action, Edit};
use zubda::{Options, Snapshot, html};

#[derive(Default)]
struct Count {
    gone: usize,
    hide: usize,
    lost: usize,
    keep: usize,
    known: usize,
    captions: usize,
}

#[test]
fn labelled_pages() {
    let path = std::env::var("LEFTOVERS").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/leftovers/cases.jsonl"),
        PathBuf::from,
    );
    let Ok(cases) = std::fs::read_to_string(path) else {
        println!("skipped: no ../shared");
        return;
    };
    let mut kinds: BTreeMap<String, Count> = BTreeMap::new();
    let mut languages: BTreeMap<String, Count> = BTreeMap::new();
    for case in cases.lines().filter(|line| !line.trim().is_empty()) {
        let case: Value = serde_json::from_str(case).expect("a case");
        for (group, key) in [(&mut kinds, "kind"), (&mut languages, "lang")] {
            judge(&case, group.entry(case[key].as_str().unwrap_or_default().to_owned()).or_default(), key == "kind");
        }
    }
    let mut all = Count::default();
    for (kind, count) in &kinds {
        println!(
            "{kind:16} {:4}/{:<4} lost {}/{} captions {}/{}",
            count.gone, count.hide, count.lost, count.keep, count.known, count.captions
        );
        all.gone += count.gone;
        all.hide += count.hide;
        all.lost += count.lost;
        all.keep += count.keep;
        all.known += count.known;
        all.captions += count.captions;
    }
    println!(
        "all              {:4}/{:<4} lost {}/{} captions {}/{}",
        all.gone, all.hide, all.lost, all.keep, all.known, all.captions
    );
    assert_eq!(all.lost, 0, "honest sentences are lost");
    assert_eq!(all.known, all.captions, "captions not known");
    assert!(share(&all) >= 0.97, "recall");
    for (kind, count) in kinds {
        assert!(share(&count) >= 0.90, "recall of {kind}");
    }
    assert!(share(&languages["ar"]) >= 0.98, "recall in Arabic");
}

fn share(count: &Count) -> f32 {
    if count.hide == 0 { 1.0 } else { count.gone as f32 / count.hide as f32 }
}

fn judge(case: &Value, count: &mut Count, say: bool) {
    let page = html::snapshot(case["html"].as_str().expect("a page"), "http://127.0.0.1/case");
    let plan = zubda::clean(&page, &Options::default());
    let id = case["id"].as_str().unwrap_or_default();
    if say && let Some(declined) = plan.declined {
        println!("{id}: declined {declined:?}");
    }
    let before = lines(&page, &[]);
    let after = lines(&page, &plan.edits);
    let (flat_before, flat_after) = (before.join(" "), after.join(" "));
    let texts = |key: &str| -> Vec<String> {
        let list = case[key].as_array().cloned().unwrap_or_default();
        list.iter().map(|text| fold(text.as_str().unwrap_or_default())).collect()
    };
    let hide = texts("hide");
    for text in &hide {
        count.hide += 1;
        let whole = before.iter().filter(|line| *line == text).count();
        let gone = if whole > 0 {
            after.iter().filter(|line| *line == text).count() < whole
        } else {
            flat_after.matches(text.as_str()).count() < flat_before.matches(text.as_str()).count()
        };
        count.gone += usize::from(gone);
        if say && !gone {
            println!("{id}: still there: {text}");
        }
    }
    let captions = texts("caption");
    for text in texts("keep").iter().chain(&captions) {
        count.keep += 1;
        let hidden: usize = hide.iter().map(|hide| hide.matches(text.as_str()).count()).sum();
        let wanted = (flat_before.matches(text.as_str()).count().saturating_sub(hidden)).max(1);
        let there = flat_after.matches(text.as_str()).count() >= wanted;
        count.lost += usize::from(!there);
        if say && !there {
            println!("{id}: LOST: {text}");
        }
    }
    let marked: Vec<String> =
        plan.edits.iter().filter(|edit| edit.action == Action::Caption).map(|edit| fold(&edit.text)).collect();
    for text in &captions {
        count.captions += 1;
        let known = marked.iter().any(|caption| caption.contains(text.as_str()) || text.contains(caption.as_str()));
        count.known += usize::from(known);
        if say && !known {
            println!("{id}: not a caption: {text}");
        }
    }
    for text in texts("keep").iter().filter(|text| text.chars().count() > 40) {
        if marked.iter().any(|caption| caption.contains(text.as_str())) {
            count.lost += 1;
            println!("{id}: body taken for a caption: {text}");
        }
    }
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a reader sees of a page, line by line, after some edits.
fn lines(page: &Snapshot, edits: &[Edit]) -> Vec<String> {
    zubda::html::visible_lines(page, edits).iter().map(|line| fold(line)).filter(|line| !line.is_empty()).collect()
}
