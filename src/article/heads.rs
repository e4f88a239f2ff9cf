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
    match bits(short) & 3 {
        1 => Some(Head::Aside),
        2 => Some(Head::End),
        _ => None,
    }
}

/// Whether a block stands over readers' comments: "12 Comments", "Comments: 12", "3 thoughts on “The kiln”". "Comments: 0" stands
/// over none.
pub fn is_over_comments(text: &str) -> bool {
    let label = text.split(letter::is_quote).next().unwrap_or_default();
    let (label, count) = label.split_once(letter::is_colon).unwrap_or((label, ""));
    let mut digits = text.chars().filter_map(fold::digit).peekable();
    let is_none = digits.peek().is_some() && digits.all(|digit| digit == 0);
    bits(label) & 4 != 0 && !count.contains(letter::is_alphabetic) && !is_none
}

/// Whether a block stands under a single comment and lets a reader answer it.
pub fn is_reply(text: &str) -> bool {
    /// A mark of approval and its count may follow the word.
    const MAX_BYTES: usize = 48;
    let is_first = || text.split_whitespace().next().is_some_and(|word| bits(word) & 8 != 0);
    text.len() <= MAX_BYTES && (bits(text) & 8 != 0 || is_first())
}

/// Whether a block stands over what a site has to say of its texts, or over a form, or begins with such a label and a colon.
pub fn is_notice(text: &str) -> bool {
    bits(text.split(letter::is_colon).next().unwrap_or_default()) & 16 != 0
}

/// What the catalogue says of a line.
fn bits(text: &str) -> u64 {
    if text.len() > MAX_BYTES { 0 } else { HEADS.get(&key(text)) }
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

    #[test]
    fn over_comments() {
        for text in [
            "Comments (3)",
            "コメント 3件",
            "2 thoughts on “The kiln”",
            "Комментарии: 12",
            "评论 5",
            "3 réponses à « Four »",
        ] {
            assert!(is_over_comments(text), "{text}");
        }
        for text in [
            "Related stories",
            "Kommentare aus dem Ort",
            "Comments were made by the mayor.",
            "“Comments”, she wrote, and left",
            "12",
        ] {
            assert!(!is_over_comments(text), "{text}");
        }
    }

    #[test]
    fn under_a_comment() {
        for (text, expected) in [
            ("Reply", true),
            ("Responder Me gusta 3", true),
            ("回复", true),
            ("رد", true),
            ("Responder a la carta fue lo más difícil de todo el viaje", false),
            ("Replying", false),
            ("", false),
        ] {
            assert_eq!(is_reply(text), expected, "{text}");
        }
    }

    #[test]
    fn notices() {
        for (text, expected) in [
            ("Disclaimer: this is no advice.", true),
            ("免责声明：本文仅供参考。", true),
            ("Send flowers", true),
            ("To send flowers is a custom of the island.", false),
            ("The disclaimer: a short history", false),
        ] {
            assert_eq!(is_notice(text), expected, "{text}");
        }
    }
}
