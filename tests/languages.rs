//! No language is named in the source: what is known of one stands in its folder, `languages/<tag>/`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::{Path, PathBuf};

/// Of what holds in every language, and in those that have no folder.
const UNDETERMINED: &str = "und";
/// Names of HTML's elements, attributes and entities that are languages' too, and parts of names of page elements.
const NAMES_OF_HTML: [(&str, &str); 6] = [
    ("flaw/encoding.rs", "lt"),
    ("flaw/token/classify.rs", "id"),
    ("snapshot/names.rs", "hr"),
    ("snapshot/names.rs", "id"),
    ("snapshot/names.rs", "th"),
    ("snapshot/names.rs", "tr"),
];

#[test]
fn no_language_is_named_in_the_source() {
    let mut found = Vec::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = files(&source);
    assert!(files.len() > 60, "{} files", files.len());
    for file in files {
        let name = file.strip_prefix(&source).expect("it was found there").to_string_lossy().replace('\\', "/");
        let text = fs::read_to_string(&file).expect("a file of the source");
        found.extend(languages_in(&text).into_iter().map(|tag| (name.clone(), tag)));
    }
    found.sort();
    found.dedup();
    let expected: Vec<(String, String)> = NAMES_OF_HTML.map(|(file, name)| (file.to_owned(), name.to_owned())).into();
    assert_eq!(found, expected);
}

#[test]
fn a_language_that_is_named_is_found() {
    for (text, expected) in [
        ("match language { \"ar\" => 1, _ => 0 }", &["ar"][..]),
        ("(\"ä\", \"de sv fi\"),", &["de", "sv", "fi"]),
        ("let language = \"zh-Hans\"; // Chinese", &["zh-Hans"]),
        ("let language = \"und\";", &[]),
        ("/// As `words(\"en\")`.", &[]),
        ("let text = \"de facto\";", &[]),
        ("#[cfg(test)]\nmod tests { const LANGUAGE: &str = \"en\"; }", &[]),
    ] {
        assert_eq!(languages_in(text), expected, "{text}");
    }
}

/// The languages that have a folder and are named by strings of a file, tests and comments aside.
fn languages_in(text: &str) -> Vec<String> {
    let languages = Path::new(env!("CARGO_MANIFEST_DIR")).join("languages");
    let is_tag = |word: &str| word != UNDETERMINED && word.chars().all(|c| c.is_ascii_alphabetic() || c == '-');
    let is_language = |word: &str| is_tag(word) && languages.join(word).is_dir();
    let code = text.split("\nmod tests").next().unwrap_or_default();
    let lines = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    let strings = lines.flat_map(|line| line.split('"').skip(1).step_by(2));
    let words = strings.map(|string| string.split_whitespace().collect::<Vec<_>>());
    words.filter(|words| words.iter().all(|word| is_language(word))).flatten().map(str::to_owned).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the source").flatten().map(|entry| entry.path());
    entries
        .flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
        .collect()
}
