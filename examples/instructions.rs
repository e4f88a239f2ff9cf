//! Cleans the pages of the tests for a count of instructions: `first` the first one alone, tables and all; `all` each of them.
//! `tests/budget.mjs` counts what [`counted`] does, and nothing of reading the pages.
#![allow(missing_docs, reason = "a program")]

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};

use zubda::{Options, Plan, Snapshot, clean, html};

fn main() {
    let mut pages: Vec<PathBuf> = ["tests/golden", "tests/articles"]
        .iter()
        .flat_map(|folder| fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect("the folder"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
        .collect();
    pages.sort();
    if std::env::args().any(|argument| argument == "first") {
        pages.truncate(1);
    }
    for page in pages {
        let html = fs::read_to_string(page).expect("a page");
        black_box(counted(&html::snapshot(&html, "https://news.example/story")));
    }
}

/// A function of its own in the program, so that its calls can be counted by its name.
#[inline(never)]
fn counted(snapshot: &Snapshot) -> Plan {
    clean(black_box(snapshot), &Options { sentences: true, ..Options::default() })
}
