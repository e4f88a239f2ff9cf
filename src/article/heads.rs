//! Known headings of what is no story ("Related stories", "Comments"), in many languages.

use std::sync::LazyLock;

use crate::language::lexicon::{Lexicon, packed};
use crate::language::{fold, letter};

/// What such a heading says of the text after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    /// What stands right under it, a box or a line, is no part of the story, which may go on after it.
    Aside,
    /// The story has ended: nothing after it is a part of it.
    End,
}

/// Of `languages/*/heads.tsv`.
static HEADS: LazyLock<Lexicon> = packed!("heads.bin");

/// The longest line in the catalogue has five words; with a count or a name behind, it is still short.
const MAX_BYTES: usize = 96;

/// What a block says if it is a known heading: all of its text, or what stands before its first colon, is in the
/// catalogue.
pub fn head(text: &str) -> Option<Head> {
    let short = text.split_once(letter::is_colon).map_or(text, |(before, _)| before);
    if short.len() > MAX_BYTES {
        return None;
    }
    match HEADS.get(&key(short)) {
        1 => Some(Head::Aside),
        2 => Some(Head::End),
        _ => None,
    }
}

/// The letters of a heading as the catalogue has them, without digits and signs: "Comments (3)" is "Comments".
fn key(text: &str) -> String {
    let mut key = fold::key(text);
    key.retain(|c| !letter::is_numeric(c));
    key
}

#[cfg(test)]
mod tests {
    use super::*;

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
