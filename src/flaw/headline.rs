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
