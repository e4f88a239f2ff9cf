//! Makes one table of the lists of stop words beside this file: for each word the languages that have it, a bit each.

use std::collections::BTreeMap;
use std::fs;

use crate::language::{fold, letter};

#[path = "languages.rs"]
mod languages;

pub fn write() {
    let folder = crate::source("language/stop");
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (place, language) in languages::LANGUAGES.iter().enumerate() {
        let file = folder.join(format!("{language}.txt"));
        let text = fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
        let entries = text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        for key in entries.map(fold::key) {
            assert!(!key.is_empty(), "{}: an entry without letters", file.display());
            for term in terms(&key) {
                *words.entry(term).or_default() |= 1 << place;
            }
        }
    }
    crate::write("stop.bin", &crate::pack(&words));
}

/// The word itself; in unspaced scripts all pairs of letters that stand in it, as words are counted there.
fn terms(key: &str) -> Vec<String> {
    let letters: Vec<char> = key.chars().collect();
    if letters.len() < 2 || !letter::is_unspaced(letters[0]) {
        return vec![key.to_owned()];
    }
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}
