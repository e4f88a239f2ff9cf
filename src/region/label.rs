//! Labels that stand over something: "Related", "Comments", "Tags". They share its fate.

use std::sync::LazyLock;

use super::kind::{self, Verdict};
use super::page::Page;
use crate::flaw::catalogue::{self, Kind};
use crate::language::lexicon::{Lexicon, packed};
use crate::language::{fold, key, letter};
use crate::snapshot::NodeId;

/// Of `languages/*/regions.tsv`.
static LABELS: LazyLock<Lexicon> = packed!("regions.bin");
/// The longest label in words, with a number or a name behind it.
const MAX_WORDS: u32 = 12;
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

/// The letters of a label as the table has them, without digits and signs: "Comments (3)" is "Comments".
fn bare(text: &str) -> String {
    let mut key = fold::key(text);
    key.retain(|c| !letter::is_numeric(c));
    key
}

/// Whether a reader sees one short line in an element and nothing else.
fn is_line(page: &Page, node: NodeId) -> bool {
    let text = page.text(node);
    text.blocks == 1 && text.words <= MAX_WORDS && page.things(node).media == 0
}

/// Where a label stands before what it stands over, in the same element, that is judged with the label in view.
pub fn share(page: &Page, node: NodeId, verdicts: &mut [Option<Verdict>], wanted: &impl Fn(&Verdict) -> bool) {
    let mut label = None;
    for part in page.parts(node) {
        if page.snapshot.tag(part) == crate::snapshot::Tag::Text || page.holds_story(part) || !page.is_whole(part) {
            label = None;
        } else if is_line(page, part) && page.text(part).links == 0 {
            label = page.seen(part).next().and_then(|block| of(&block.text));
        } else if let Some(known) = label.take() {
            verdicts[part.index()] = kind::under(page, part, known).filter(wanted);
        }
    }
}

/// A line that stands right before what goes, and over nothing else, goes along.
pub fn follow(page: &Page, parts: &[NodeId], verdicts: &mut [Option<Verdict>]) {
    for at in (0..parts.len().saturating_sub(1)).rev() {
        let (part, next) = (parts[at], parts[at + 1]);
        let Some(verdict) = verdicts[next.index()].filter(|verdict| verdict.asks.is_none()) else { continue };
        if verdicts[part.index()].is_some() || page.holds_story(part) || !page.is_whole(part) || !is_line(page, part) {
            continue;
        }
        if page.snapshot.tag(part) == crate::snapshot::Tag::Text {
            continue;
        }
        let is_known = page.seen(part).next().is_some_and(|block| of(&block.text).is_some());
        let after = parts[at + 1..].iter().find(|part| verdicts[part.index()].is_none());
        let ends = after.is_none_or(|after| is_line(page, *after));
        if is_known || ends && kind::is_heading(page, part) {
            verdicts[part.index()] = Some(verdict);
        }
    }
}
