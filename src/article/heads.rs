//! Lines that stand over something that is no story, in many languages.

use rustc_hash::FxHashMap as HashMap;
use std::sync::LazyLock;

use crate::language::{fold, letter};

/// What a line says of what follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// One box or line is no story.
    Aside,
    /// What follows is no story any more.
    End,
}

static HEADS: LazyLock<HashMap<String, Head>> = LazyLock::new(|| entries().map(|(_, head, key)| (key, head)).collect());

/// The longest line in the catalogue has five words; with a count or a name behind, it is still short.
const MAX_BYTES: usize = 96;

/// What a whole block says as a head: its text, or what stands before its first colon.
pub fn head(text: &str) -> Option<Head> {
    let short = text.split_once([':', '：']).map_or(text, |(before, _)| before);
    if short.len() > MAX_BYTES {
        return None;
    }
    HEADS.get(&key(short)).copied()
}

/// Letters alone: "Comments (3)" is "Comments".
fn key(text: &str) -> String {
    let mut key = fold::key(text);
    key.retain(|c| !letter::is_numeric(c));
    key
}

fn entries() -> impl Iterator<Item = (&'static str, Head, String)> {
    let lines = include_str!("heads.tsv").lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| {
        let mut fields = line.split('\t');
        let language = fields.next()?;
        let head = if fields.next()? == "end" { Head::End } else { Head::Aside };
        Some((language, head, key(fields.next()?)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_well_formed() {
        let mut seen: HashMap<String, Head> = HashMap::default();
        for line in include_str!("heads.tsv").lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            assert!(fields.len() == 4 && matches!(fields[1], "end" | "aside") && !fields[3].is_empty(), "{line}");
        }
        for (language, head, key) in entries() {
            // The same word in two languages must say the same.
            assert!(
                !key.is_empty() && seen.insert(key.clone(), head).is_none_or(|known| known == head),
                "{language} {key}"
            );
        }
    }

    #[test]
    fn a_head_is_a_whole_line() {
        for text in ["Comments (3)", "اقرأ أيضاً: حكاية صانع شباك", "关联", "Читайте также:", "コメント 12件"]
        {
            assert_eq!(head(text).is_some(), !matches!(text, "关联" | "コメント 12件"), "{text}");
        }
        for text in ["Comments were made by the mayor.", "إعلان الحرب لم يكن مفاجئا", "Anzeige erstattet", "评论员文章"]
        {
            assert_eq!(head(text), None, "{text}");
        }
    }
}
