//! The headline once more, at the head of the story.

use super::{Page, Proposal};
use crate::language::fold;
use crate::plan::Reason;

/// Scrapers put the headline before the text; further down, the same words are a quotation or a subhead.
const LOOK_AT: usize = 3;
/// Below so many letters a headline ("Opinion") is too common to be known again.
const MIN_LETTERS: usize = 8;
const CONFIDENCE: f32 = 0.98;

pub fn find(page: &Page) -> Vec<Proposal> {
    let title = fold::key(page.title);
    if title.chars().count() < MIN_LETTERS {
        return Vec::new();
    }
    // Without a headline that stays in sight, the copy is the headline.
    if page.headline.is_none() {
        return Vec::new();
    }
    (page.story.iter().take(LOOK_AT))
        .filter(|&&i| Some(i) != page.headline && fold::key(&page.blocks[i].text) == title)
        .map(|&i| Proposal::hide(i, Reason::DuplicateHeadline, "headline.copy", CONFIDENCE))
        .collect()
}
