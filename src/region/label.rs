//! Labels that stand over something: "Related", "Comments", "Tags".

use std::sync::LazyLock;

use crate::flaw::catalogue::{self, Kind};
use crate::language::lexicon::{Lexicon, packed};
use crate::language::{fold, key, letter};

/// Of `languages/*/regions.tsv`.
static LABELS: LazyLock<Lexicon> = packed!("regions.bin");
const MAX_BYTES: usize = 120;

/// What a label says of what stands under it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    Comments,
    Tags,
    Consent,
    Related,
    Share,
    Promotion,
    Ad,
}

/// What a line says if it is a known label: all of it, or what stands before its first colon.
pub fn of(text: &str) -> Option<Label> {
    if text.len() > MAX_BYTES {
        return None;
    }
    let short = text.split_once(letter::is_colon).map_or(text, |(before, _)| before);
    match LABELS.get(&bare(short)) {
        1 => return Some(Label::Comments),
        2 => return Some(Label::Tags),
        3 => return Some(Label::Consent),
        4 => return Some(Label::Related),
        5 => return Some(Label::Promotion),
        _ => {}
    }
    let words = key::words(short);
    let words = words.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    let known = [(Kind::Related, Label::Related), (Kind::Share, Label::Share), (Kind::Ad, Label::Ad)];
    let known = known.into_iter().find(|(kind, _)| catalogue::whole(*kind, words)).map(|(_, label)| label);
    known.or_else(|| {
        let all = key::words(text);
        let calls = || catalogue::prefix(Kind::Call, &all).is_some() && catalogue::within(Kind::Offer, &all).is_some();
        (catalogue::is(Kind::Promotion, &all) || calls()).then_some(Label::Promotion)
    })
}

/// Whether a text speaks of cookies, as requests for consent do.
pub fn speaks_of_cookies(text: &str) -> bool {
    let words = key::words(text);
    words.contains("cookie") || words.split(' ').any(|word| LABELS.get(word) == 6)
}

/// The letters of a label as the table has them, without digits and signs: "Comments (3)" is "Comments".
fn bare(text: &str) -> String {
    let mut key = fold::key(text);
    key.retain(|c| !letter::is_numeric(c));
    key
}
