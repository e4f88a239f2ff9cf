//! How much of a block's text the page's metadata has as well: its headline, its description, the body of its story.

use rustc_hash::FxHashSet as HashSet;

use super::number::truth;
use crate::language::lexicon::fnv32;
use crate::language::{letter, script};

/// A text from the page's metadata that should stand in its blocks as well.
pub struct Claimed {
    words: HashSet<u32>,
}

impl Claimed {
    pub fn new(text: &str) -> Self {
        Self { words: shingles(text).collect() }
    }

    /// The share of a text's pairs of neighbouring words that stand in the claimed text, 0 to 1; -1 where the metadata
    /// has none.
    pub fn share(&self, text: &str) -> f32 {
        if self.words.is_empty() {
            return -1.0;
        }
        let (mut all, mut known) = (0.0, 0.0);
        for shingle in shingles(text) {
            all += 1.0;
            known += truth(self.words.contains(&shingle));
        }
        known / f32::max(all, 1.0)
    }
}

/// Hashes of pairs of neighbouring words.
fn shingles(text: &str) -> impl Iterator<Item = u32> {
    let mut before = 0_u32;
    words(text).map(move |word| {
        let pair = before.rotate_left(13) ^ word;
        before = word;
        pair
    })
}

/// The hashes of a text's words in lower case; in scripts without spaces, of each of its letters.
pub fn words(text: &str) -> impl Iterator<Item = u32> {
    let mut chars = text.chars().peekable();
    std::iter::from_fn(move || {
        let first = chars.by_ref().find(|c| letter::is_alphanumeric(*c))?;
        let is_alone = script::is_unspaced(first);
        let goes_on = |c: &char| !is_alone && letter::is_alphanumeric(*c) && !script::is_unspaced(*c);
        let rest = std::iter::from_fn(|| chars.next_if(goes_on));
        Some(fnv32(std::iter::once(first).chain(rest).map(lower)))
    })
}

fn lower(c: char) -> u32 {
    if c.is_ascii() { c.to_ascii_lowercase() as u32 } else { c.to_lowercase().next().unwrap_or(c) as u32 }
}
