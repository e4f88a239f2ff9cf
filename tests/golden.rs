//! Whole pages, written for this project in several scripts and page structures, and what becomes of each as readable text.
//!
//! `INSTA_UPDATE=always cargo test --features html --test golden` writes the texts anew; read the difference.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::fmt::Write;
use std::fs;
use std::path::PathBuf;

use serde::Serialize;
use zubda::{Options, Plan, html};

macro_rules! golden {
    ($($name:ident),+ $(,)?) => {
        $(
            #[test]
            fn $name() {
                check(&stringify!($name).replace('_', "-"));
            }
        )+

        #[test]
        fn no_page_is_forgotten() {
            let mut pages: Vec<String> = fs::read_dir(folder()).expect("the folder")
                .map(|entry| entry.expect("an entry").path())
                .filter(|path| path.extension().is_some_and(|extension| extension == "html"))
                .map(|path| path.file_stem().expect("a name").to_string_lossy().replace('-', "_"))
                .collect();
            pages.sort();
            let mut tested = vec![$(stringify!($name)),+];
            tested.sort_unstable();
            assert_eq!(pages, tested);
        }
    };
}

golden!(
    arabic_blog,
    arabic_declaration,
    arabic_in_english_template,
    chinese_portal,
    english_components,
    english_front_page,
    english_live_table,
    english_spared,
    french_table_layout,
    german_emoji,
    hebrew_bare_text,
    hindi_amp,
    japanese_ruby,
    persian_breaks,
    russian_microdata,
    thai_lists,
);

#[track_caller]
fn check(name: &str) {
    let page = fs::read_to_string(folder().join(format!("{name}.html"))).expect("the page");
    let plan = zubda::clean(&html::snapshot(&page, "https://news.example/story"), &Options::default());
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(folder());
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text(&plan)));
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// A plan as a person reads it.
fn text(plan: &Plan) -> String {
    let mut out = String::new();
    let Some(article) = &plan.article else {
        return format!("declined: {}", name(&plan.declined));
    };
    for (field, value) in [
        ("title", Some(article.title.as_str())),
        ("byline", article.byline.as_deref()),
        ("published", article.published.as_deref()),
        ("site", article.site.as_deref()),
        ("source", article.source.as_ref().map(|source| source.text.as_str())),
        ("source's link", article.source.as_ref().and_then(|source| source.url.as_deref())),
    ] {
        let _ = writeln!(out, "{field}: {}", value.unwrap_or("-"));
    }
    let (language, direction) = (&article.language, name(&article.direction));
    let _ = writeln!(out, "{language} {direction}, {} words, {} min", article.words, article.minutes);
    for section in &plan.sections {
        let label = section.label.as_ref().map(|label| format!(" \"{label}\"")).unwrap_or_default();
        let _ = writeln!(out, "\n== {}{label} (level {})", name(&section.role), section.level);
        for paragraph in &plan.paragraphs[section.paragraphs.0..section.paragraphs.1] {
            let _ = writeln!(out, "[{}] {}", name(&paragraph.kind), paragraph.text);
        }
    }
    out.push_str("\n== edits\n");
    for edit in &plan.edits {
        let (action, reason) = (name(&edit.action), name(&edit.reason));
        let part = if edit.ranges.is_empty() { "" } else { " part" };
        let _ = writeln!(out, "{action}{part}, {reason}, {} {:.2}: {}", edit.rule, edit.confidence, edit.text);
    }
    out.push_str("\n== summary\n");
    for sentence in plan.summary.iter().flat_map(|summary| &summary.sentences) {
        let _ = writeln!(out, "- {}", sentence.text);
    }
    out
}

/// As it stands on the wire.
fn name<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_else(|| "-".into())
}
