//! Words that a stop belongs to: what stands before a sentence's possible end.

use std::sync::OnceLock;

use rustc_hash::FxHashMap as HashMap;

/// What a stop after an abbreviation may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A title and the like: something always follows.
    Name,
    /// An abbreviation where a number follows, else a word.
    Number,
    /// It stands anywhere, at a sentence's end too.
    Open,
}

/// The kinds of an abbreviation, given without its last stop; none where it is none. One word may be of two kinds.
///
/// A small first letter in the catalogue stands for a capital too.
pub(super) fn kinds(language: &str, word: &str) -> Vec<Kind> {
    let mut found = Vec::new();
    let mut look = |word: &str| {
        for language in [language, "*"] {
            found.extend(table().get(&(language, word)).into_iter().flatten());
        }
    };
    look(word);
    let mut letters = word.chars();
    if let Some(first) = letters.next().filter(|first| first.is_uppercase()) {
        look(&first.to_lowercase().chain(letters).collect::<String>());
    }
    found
}

type Table = HashMap<(&'static str, &'static str), Vec<Kind>>;

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table::default();
        for (language, kind, words, _) in entries() {
            for word in words.split_whitespace() {
                table.entry((language, word)).or_default().push(kind);
            }
        }
        table
    })
}

fn entries() -> impl Iterator<Item = (&'static str, Kind, &'static str, &'static str)> {
    include_str!("abbreviations.tsv").lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        let language = fields.next()?;
        let kind = match fields.next()? {
            "name" => Kind::Name,
            "number" => Kind::Number,
            "open" => Kind::Open,
            _ => return None,
        };
        Some((language, kind, fields.next()?, fields.next()?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_well_formed() {
        let lines = include_str!("abbreviations.tsv").lines().filter(|line| !line.starts_with('#'));
        assert_eq!(lines.count(), entries().count());
        for (language, kind, words, reason) in entries() {
            assert!(language == "*" || language.len() == 2, "{language}");
            assert!(!words.is_empty() && !reason.is_empty(), "{language} {kind:?}");
            assert!(words.split_whitespace().all(|word| !word.ends_with('.')), "{words}");
        }
    }
}
