//! Stops left over by cutting and pasting: `. .`

use super::{Page, Proposal};
use crate::plan::Reason;

const CONFIDENCE: f32 = 0.95;
const STOPS: [char; 9] = ['.', '۔', '。', '।', '!', '?', '؟', '！', '？'];
const CLOSERS: [char; 8] = ['”', '"', '»', '’', '\'', ')', '」', '』'];

pub fn find(page: &Page) -> Vec<Proposal> {
    let cuts = |&i: &usize| {
        doubled(&page.blocks[i].text)
            .into_iter()
            .map(move |span| Proposal::cut(i, span, Reason::Punctuation, "punctuation.doubled", CONFIDENCE))
    };
    page.story.iter().flat_map(cuts).collect()
}

/// A stop after the same stop (and what it closes) and white space, before white space or the end: with the white space
/// before it. Three and more are an ellipsis, which is meant.
fn doubled(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    for (at, stop) in text.char_indices().filter(|(_, c)| STOPS.contains(c)) {
        let end = at + stop.len_utf8();
        let before = text[..at].trim_end();
        let spaced = before.len() < at;
        let closed = before.trim_end_matches(CLOSERS);
        let after = text[end..].chars().find(|c| !c.is_whitespace());
        let ends = text[end..].chars().next().is_none_or(char::is_whitespace);
        let ellipsis = after.is_some_and(|c| STOPS.contains(&c))
            || closed.strip_suffix(stop).is_some_and(|head| head.trim_end().ends_with(STOPS));
        // The first stop ends a word; alone, it is a sign that the text speaks of.
        let ends_word =
            closed.strip_suffix(stop).is_some_and(|head| !head.is_empty() && !head.ends_with(char::is_whitespace));
        if spaced && ends && ends_word && !ellipsis {
            found.push(before.len()..end);
        }
        // The same, glued, in a script whose full stop is never doubled for an ellipsis.
        if !spaced && matches!(stop, '。' | '।' | '۔') && before.ends_with(stop) && !ellipsis {
            found.push(at..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut mended = text.to_owned();
        for span in doubled(text).into_iter().rev() {
            mended.replace_range(span, "");
        }
        assert_eq!(mended, expected);
    }

    #[test]
    fn fires() {
        check("جدول الأعمال الإقليمي والدولي”. .", "جدول الأعمال الإقليمي والدولي”.");
        check("It rained. . The harbour closed.", "It rained. The harbour closed.");
        check("He said “no.” . Then he left.", "He said “no.” Then he left.");
        check("港口重开。。", "港口重开。");
        check("जहाज़ आए। । लोग लौटे।", "जहाज़ आए। लोग लौटे।");
    }

    #[test]
    fn spares() {
        for text in [
            "He waited . . . and left.",
            "He waited... and left.",
            "Versions 1 . 2 and 3",
            "in .NET and . . /path",
            "等等。。。",
            "What?! Really? Yes.",
            "ثم قال ... ومضى.",
        ] {
            check(text, text);
        }
    }
}
