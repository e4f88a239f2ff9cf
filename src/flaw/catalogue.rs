//! Catalogues: plain files of `language<TAB>text<TAB>where such a text is seen`, one entry a line, `#` for a comment.

use crate::language::fold;

/// The folded texts of a catalogue.
pub fn keys(file: &'static str) -> impl Iterator<Item = String> {
    entries(file).map(|entry| fold::key(entry.1))
}

/// Language, text and reason of each entry.
pub fn entries(file: &'static str) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).filter_map(|line| {
        let mut fields = line.split('\t');
        Some((fields.next()?, fields.next()?, fields.next().unwrap_or_default()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn catalogues_are_well_formed() {
        for file in [include_str!("source.tsv"), include_str!("agency.tsv")] {
            let mut seen = std::collections::HashSet::new();
            for line in file.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                assert_eq!(line.split('\t').count(), 3, "{line}");
            }
            for (language, text, reason) in entries(file) {
                assert!(language == "*" || (2..=7).contains(&language.len()), "{language}");
                assert!(!reason.is_empty(), "{text} needs a reason");
                assert!(seen.insert(fold::key(text)), "{text} stands twice");
            }
        }
    }
}
