//! Whole pages, written for this project in several scripts and page structures, and what becomes of each as readable text.
//!
//! `INSTA_UPDATE=always cargo test --features html --test golden` writes the texts anew; read the difference.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::PathBuf;

use zubda::{Options, html};

#[macro_use]
#[path = "golden/pages.rs"]
mod pages;

macro_rules! tests {
    ($($name:ident),+ $(,)?) => {
        $(
            #[test]
            fn $name() {
                check(stringify!($name));
            }
        )+

        #[test]
        fn no_page_is_forgotten() {
            let mut pages: Vec<String> = fs::read_dir(folder()).expect("the folder")
                .map(|entry| entry.expect("an entry").path())
                .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
                .map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned())
                .collect();
            pages.sort();
            assert_eq!(pages, [$(stringify!($name)),+]);
        }
    };
}

golden_pages!(tests);

#[track_caller]
fn check(name: &str) {
    let page = fs::read_to_string(folder().join(format!("{name}.html"))).expect("the page");
    let plan = zubda::clean(&html::snapshot(&page, "https://news.example/story"), &Options::default());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let text = pages::text(&serde_json::to_value(&plan).expect("JSON"));
    settings.bind(|| insta::assert_snapshot!(name, text));
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}
