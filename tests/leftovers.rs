//! Labelled pages: what must go, what must stay, what must be known as a caption; natively, with the goals asserted. So are the
//! same pages told by other signs: what is left over must not be known by the page's help alone.
//!
//! `cargo test --features html --test leftovers -- --nocapture` prints the tables; `LEFTOVERS=<file>` reads other cases.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeMap;
use std::path::PathBuf;

use regex::{Captures, Regex};
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
    declined: usize,
}

/// The cases, one a line; `None` where they are not there.
fn cases() -> Option<String> {
    let path = std::env::var("LEFTOVERS").map_or_else(
        |_| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/leftovers/cases.jsonl"),
        PathBuf::from,
    );
    let cases = std::fs::read_to_string(path).ok();
    if cases.is_none() {
        println!("skipped: no ../shared");
    }
    cases
}

#[test]
fn labelled_pages() {
    let Some(cases) = cases() else { return };
    let mut kinds: BTreeMap<String, Count> = BTreeMap::new();
    let mut languages: BTreeMap<String, Count> = BTreeMap::new();
    for case in cases.lines().filter(|line| !line.trim().is_empty()) {
        let case: Value = serde_json::from_str(case).expect("a case");
        for (group, key) in [(&mut kinds, "kind"), (&mut languages, "lang")] {
            let count = group.entry(case[key].as_str().unwrap_or_default().to_owned()).or_default();
            judge(&case, html(&case), count, key == "kind");
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

/// Without metadata and with names that say nothing; and without an element that does.
#[test]
fn labelled_pages_by_other_signs() {
    let Some(cases) = cases() else { return };
    let cases: Vec<Value> = (cases.lines().filter(|line| !line.trim().is_empty()))
        .map(|case| serde_json::from_str(case).expect("a case"))
        .collect();
    let variants: [(&str, fn(&str) -> String); 2] =
        [("nometa + hash", |page| hashed(&without_metadata(page))), ("soup", soup)];
    for (name, variant) in variants {
        let mut all = Count::default();
        println!("{name}");
        for case in &cases {
            judge(case, &variant(html(case)), &mut all, true);
        }
        println!(
            "{name:16} {:4}/{:<4} lost {}/{} captions {}/{} declined {}",
            all.gone, all.hide, all.lost, all.keep, all.known, all.captions, all.declined
        );
        assert!(share(&all) >= 0.97, "recall of {name}");
        assert_eq!(all.lost, 0, "honest sentences are lost in {name}");
        assert_eq!(all.declined, 0, "pages are declined in {name}");
    }
}

fn html(case: &Value) -> &str {
    case["html"].as_str().expect("a page")
}

/// A page without JSON-LD, `<meta>`, microdata and `rel`.
fn without_metadata(page: &str) -> String {
    let data = Regex::new(r"(?s)<script[^>]*ld\+json.*?</script>").expect("a pattern");
    let meta = Regex::new(r"<meta[^>]*>").expect("a pattern");
    let signs = r#" (?:itemprop|itemscope|itemtype|property|typeof|vocab|itemid|rel)(?:="[^"]*"|='[^']*'|=[^\s>]+)?"#;
    let page = data.replace_all(page, "");
    let page = meta.replace_all(&page, |tag: &Captures| {
        let kept = tag[0].contains("charset") || tag[0].contains("http-equiv");
        if kept { tag[0].to_owned() } else { String::new() }
    });
    in_tags(&page, &Regex::new(signs).expect("a pattern"), |_| String::new())
}

/// A page whose classes and ids are numbers, without labels and roles.
fn hashed(page: &str) -> String {
    let names = Regex::new(r#" (class|id)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))"#).expect("a pattern");
    let others =
        Regex::new(r#" (?:data-[\w-]+|name|aria-label|role)(?:="[^"]*"|='[^']*'|=[^\s>]+)?"#).expect("a pattern");
    let number = |name: &str| {
        name.bytes().fold(0xCBF2_9CE4_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    };
    let page = in_tags(page, &names, |found| {
        let value = found.iter().skip(2).flatten().next().map_or("", |value| value.as_str());
        let numbers: Vec<String> =
            value.split_whitespace().map(|name| format!("c{:06x}", number(name) & 0xFF_FFFF)).collect();
        format!(" {}=\"{}\"", &found[1], numbers.join(" "))
    });
    in_tags(&page, &others, |_| String::new())
}

/// A page of nothing but `<div>` and `<span>`.
fn soup(page: &str) -> String {
    let boxes = Regex::new(r"<(/?)(?:article|main|section|header|footer|aside|nav|figure|figcaption)(?-u:\b)")
        .expect("a pattern");
    let opened = Regex::new(r"<p((?:\s[^>]*)?)>").expect("a pattern");
    let page = boxes.replace_all(page, "<${1}div");
    opened.replace_all(&page, "<div><div${1}><span>").replace("</p>", "</span></div></div>")
}

/// Replaces what fits a pattern within the page's tags, but for `<meta>` and `<input>`.
fn in_tags(page: &str, pattern: &Regex, with: impl Fn(&Captures) -> String) -> String {
    let tags = Regex::new(r"<[a-zA-Z][^>]*>").expect("a pattern");
    let spared = |tag: &str| tag.starts_with("<meta") || tag.starts_with("<input");
    tags.replace_all(page, |tag: &Captures| {
        if spared(&tag[0]) { tag[0].to_owned() } else { pattern.replace_all(&tag[0], &with).into_owned() }
    })
    .into_owned()
}

fn share(count: &Count) -> f32 {
    if count.hide == 0 { 1.0 } else { count.gone as f32 / count.hide as f32 }
}

fn judge(case: &Value, page: &str, count: &mut Count, say: bool) {
    let page = html::snapshot(page, "http://127.0.0.1/case");
    let plan = zubda::clean(&page, &Options::default());
    let id = case["id"].as_str().unwrap_or_default();
    count.declined += usize::from(plan.declined.is_some());
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
