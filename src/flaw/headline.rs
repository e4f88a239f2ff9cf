//! A second copy of the headline, at the head of the story.

use super::page::{Line, Page};
use super::proposal::Proposal;
use crate::language::{key, letter};
use crate::plan::Reason;

/// Scrapers put the headline before the text; further down, the same words are a quotation or a subhead.
const LOOK_AT: usize = 4;
/// A headline of fewer letters, such as "Opinion", is too common a text for a copy of it to be known.
const MIN_LETTERS: usize = 8;
/// A site's name has at most so many words; what is longer is a sentence.
const MAX_SITE_WORDS: usize = 7;
/// A site's name has at most so many letters. This bounds the time as well, since a long line may have a sign after
/// every word.
const MAX_SITE_LETTERS: usize = 40;
const CONFIDENCE: f32 = 0.98;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    // If the page shows no headline elsewhere, the copy is the headline and stays.
    if page.headline.is_none() {
        return Vec::new();
    }
    let mut prose = 0;
    (page.lines.iter().enumerate())
        .take_while(|(_, line)| {
            let near = prose < LOOK_AT - 1;
            prose += usize::from(line.prose && line.inside);
            near
        })
        .filter(|(i, line)| !gone[*i] && !line.quoted && is_copy(page, line))
        .map(|(i, _)| Proposal::hide(i, Reason::DuplicateHeadline, "headline.copy", CONFIDENCE))
        .collect()
}

/// Signs that stand between a headline and a site's name. In Arabic that may be a comma.
fn parts_title(c: char) -> bool {
    matches!(c, '_' | '»' | '«' | '(' | '،') || letter::is_separator(c) || letter::is_dash(c) || letter::is_colon(c)
}

/// Whether a line has the headline's letters and nothing else, or the headline and a site's name after or before it.
fn is_copy(page: &Page, line: &Line) -> bool {
    let text = line.text;
    let is_title = |text: &str| {
        let text = key::compact(text);
        text.chars().count() >= MIN_LETTERS && page.titles.contains(&text)
    };
    is_title(text)
        || text.match_indices(parts_title).any(|(at, sign)| {
            let (before, after) = (&text[..at], &text[at + sign.len()..]);
            let short = |part: &str| {
                part.chars().nth(MAX_SITE_LETTERS).is_none() && part.split_whitespace().count() <= MAX_SITE_WORDS
            };
            // On a line before the story, what stands before the title is the section of the site, not its name.
            (short(after) && is_title(before)) || (line.inside && short(before) && is_title(after))
        })
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::super::testing::{AFTER, BEFORE, TITLE, page};

    /// Whether a line goes that stands after some others in a story with a headline.
    fn goes(headline: &str, before: &str, line: &str) -> bool {
        let found = page(&format!("<article><h1>{headline}</h1>{before}{line}<p>{AFTER}</p></article>"));
        let expected = line.trim_end_matches("</p>").rsplit('>').next().unwrap_or_default();
        assert!(found.is_empty() || found == [format!("headline.copy 0.98 Hide {expected}")], "{found:?}");
        !found.is_empty()
    }

    #[track_caller]
    fn check(line: &str, expected: bool) {
        assert_eq!(goes(TITLE, "", &format!("<p>{line}</p>")), expected, "{line}");
    }

    #[test]
    fn the_headline_with_a_site_or_without() {
        check(TITLE, true);
        check("HARBOUR OF TARN reopens – after two years!", true);
        check("Harbour of Tarn reopens after two days", false);
        check(&format!("{TITLE} | The Tarn Post"), true);
        check(&format!("The Tarn Post – {TITLE}"), true);
        check(&format!("{TITLE}: the tale of it"), true);
        check(&format!("{TITLE}, said the crew"), false);
        // Seven words of forty letters.
        check(&format!("{TITLE} | a b c d e f g"), true);
        check(&format!("{TITLE} | a b c d e f g h"), false);
        check(&format!("a b c d e f g | {TITLE}"), true);
        check(&format!("a b c d e f g h | {TITLE}"), false);
        check(&format!("{TITLE}|{}", "a".repeat(40)), true);
        check(&format!("{TITLE}|{}", "a".repeat(41)), false);
        for (headline, line, expected) in [
            ("عودة العبّارات إلى ميناء طارن", "عودة العبارات إلى ميناء طارن | بريد طارن", true),
            ("渡し船は冬のあいだも動く", "「渡し船は冬のあいだも動く」", true),
            ("Opinions", "Opinions", true),
            ("Opinion", "Opinion", false),
        ] {
            assert_eq!(goes(headline, "", &format!("<p>{line}</p>")), expected, "{line}");
        }
    }

    #[test]
    fn at_the_head_of_the_story() {
        let copy = format!("<p>{TITLE}</p>");
        let text = format!("<p>{BEFORE}</p>");
        assert!(goes(TITLE, &text.repeat(2), &copy));
        assert!(!goes(TITLE, &text.repeat(3), &copy));
        // Short lines are no text, nor is what stands before the story's element.
        assert!(goes(TITLE, &"<p>Boats</p>".repeat(5), &copy));
        let before = |line: &str| {
            page(&format!("{}{line}<article><h1>{TITLE}</h1>{}<p>{AFTER}</p></article>", text.repeat(3), copy))
        };
        assert_eq!(before("").len(), 1);
        // There it stands as what it is; as the last of where in the site one is, it is not the headline's copy.
        assert_eq!(before(&copy).len(), 2);
        assert_eq!(before(&format!("<p>{TITLE} | Tarn Post</p>")).len(), 2);
        assert_eq!(before(&format!("<p>News | {TITLE}</p>")).len(), 1);
        assert!(!goes(TITLE, "", &format!("<blockquote>{TITLE}</blockquote>")));
    }

    #[test]
    fn without_a_headline_in_sight_it_is_the_headline() {
        let copies = format!("<p>{TITLE}</p>");
        assert_eq!(page(&format!("<article>{copies}<p>{BEFORE}</p><p>{AFTER}</p></article>")), [""; 0]);
    }
}
