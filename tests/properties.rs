//! What holds for any page and any text, with astral, combining, right-to-left and unspaced letters among them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use zubda::clean;
use zubda::plan::Declined;
use zubda::snapshot::{Columns, Snapshot};

#[path = "properties/holds.rs"]
mod holds;
#[path = "properties/pages.rs"]
mod pages;
#[path = "properties/told.rs"]
mod told;

use holds::{all, page_holds, sentences_hold, text_holds};
use pages::{ATTRIBUTES, Node, PIECES, Step, TAGS, VALUES, columns};

fn words(max: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        9 => vec(select(&PIECES[..]), 1..max).prop_map(|pieces| pieces.join(" ")),
        1 => vec(any::<char>(), 1..20).prop_map(String::from_iter),
    ]
}

fn page() -> impl Strategy<Value = Columns> {
    let attributes = vec((0..ATTRIBUTES.len(), 0..VALUES.len()), 0..3);
    let node = prop_oneof![
        (0..TAGS.len(), attributes).prop_map(|(tag, attributes)| Node::Element(tag, attributes)),
        words(30).prop_map(Node::Text),
    ];
    let step = (0..3_usize, node, 0..16_u8).prop_map(|(close, node, flags)| Step { close, node, flags });
    (vec(step, 0..120), words(6)).prop_map(|(steps, title)| columns(&steps, title))
}

/// A page that tells a story, with leftovers in it.
fn told_page() -> impl Strategy<Value = Columns> {
    let pieces = vec((0..told::SENTENCES.len() + told::LEFTOVERS.len(), 0..6_usize), 1..5);
    let leftover = (told::SENTENCES.len()..told::SENTENCES.len() + told::LEFTOVERS.len(), 0..6_usize);
    let pieces = prop_oneof![leftover.prop_map(|piece| vec![piece]), pieces];
    let around = prop_oneof![Just(Vec::new()), vec(0..told::AROUND.len(), 1..3)];
    let beside = prop_oneof![3 => Just(Vec::new()), 1 => vec(0..told::BESIDE.len(), 1..3)];
    let line = (around, 0..5_usize, beside, pieces).prop_map(|(around, tag, beside, pieces)| told::Line {
        around,
        tag,
        beside,
        pieces,
    });
    vec(line, 0..8).prop_map(|lines| told::page(&lines))
}

/// How deep a page's text may lie, as `lib.rs` has it.
const MAX_DEPTH: usize = 1_000;

/// A few cases in every `cargo test`; `PROPTEST_CASES` asks for more, as `tests/run.sh` does.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(32);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_page_gives_a_plan_that_holds_together(columns in page()) {
        prop_assert!(Snapshot::new(columns.clone()).is_ok());
        page_holds(columns);
    }

    #[test]
    fn a_story_is_cleaned_where_nothing_is_shown_as_code_or_written(columns in told_page()) {
        prop_assert!(clean(&Snapshot::new(columns.clone()).expect("a page"), &all()).article.is_some());
        page_holds(columns);
    }

    #[test]
    fn a_page_is_too_deep_past_the_limit_and_not_before(
        depth in prop_oneof![3..MAX_DEPTH / 4, MAX_DEPTH - 1..MAX_DEPTH + 2, MAX_DEPTH + 1..20 * MAX_DEPTH],
        tag in select(&["div", "span", "blockquote", "ul", "td"][..]),
    ) {
        let plan = clean(&Snapshot::new(told::chain(depth, tag)).expect("a page"), &all());
        prop_assert_eq!(plan.declined == Some(Declined::TooDeep), depth > MAX_DEPTH);
    }

    #[test]
    fn any_text_gives_a_plan_that_holds_together(paragraphs in vec(words(60), 0..8), title in words(6)) {
        text_holds(&paragraphs.join("\n\n"), &title);
    }

    #[test]
    fn sentences_that_are_given_are_kept(paragraphs in vec(vec(words(12), 0..5), 0..5)) {
        sentences_hold(&paragraphs);
    }

    #[test]
    fn columns_that_do_not_fit_are_an_error_and_never_a_panic(
        mut columns in page(),
        column in 0..9_usize,
        at in any::<prop::sample::Index>(),
        value in any::<u32>(),
    ) {
        let value = if value % 2 == 0 { value } else { value % 8 };
        let place = |length: usize| at.index(length.max(1));
        match column {
            0 => if let Some(tag) = columns.tag.get_mut(place(columns.parent.len())) { *tag = value as u16 },
            1 => { let i = place(columns.parent.len()); columns.parent[i] = value; }
            2 => { let i = place(columns.length.len()); columns.length[i] = value; }
            3 => columns.flags.truncate(place(columns.flags.len())),
            4 => { let i = place(columns.flags.len()); columns.flags[i] = value as u8; }
            5 => columns.text.push('𝔈'),
            6 => columns.attribute_node.push(value),
            7 => columns.attribute_name.iter_mut().for_each(|name| *name = value as u16),
            _ => columns.attribute_length.reverse(),
        }
        page_holds(columns);
    }
}

#[test]
fn a_page_of_too_much_text_is_declined() {
    const MAX_TEXT: usize = 8 << 20;
    let text = format!("{}{}", told::SENTENCES[0], "🦉".repeat(MAX_TEXT / 4));
    assert_eq!(clean(&Snapshot::from_text(&text, "", ""), &all()).declined, Some(Declined::TooLarge));
}

/// Bytes become UTF-16 in one place, `language/utf16.rs`; these speak of it, and no other file does.
#[test]
fn offsets_become_utf_16_in_one_place() {
    const SPEAK: [(&str, &str); 6] = [
        ("assemble.rs", "makes the offsets of the plan"),
        ("html.rs", "gives each text of a page its length, and shows what edits leave"),
        ("language.rs", "declares it"),
        ("language/utf16.rs", "is it"),
        ("render/document.rs", "finds the ranges of a plan in its texts"),
        ("snapshot.rs", "takes the lengths that the page gives, and makes ranges"),
    ];
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut speaking: Vec<String> = files(&source)
        .into_iter()
        .filter(|file| {
            let text = fs::read_to_string(file).expect("a source file");
            let code = text.split("\nmod tests").next().unwrap_or_default();
            code.contains("utf16") || code.contains("Utf16")
        })
        .map(|file| file.strip_prefix(&source).expect("a source file").display().to_string().replace('\\', "/"))
        .collect();
    speaking.sort();
    assert_eq!(speaking, SPEAK.map(|(file, _)| file));
}

/// All Rust files of a folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}
