//! The story → its parts. Where the page has headings, each begins a part ([`head`]). Elsewhere a part is known by the
//! words that come back inside of it ([`cohesion`]), by how its first sentence begins ([`opener`]), and, in news, by
//! what it does ([`role`]).

use std::ops::Range;

use crate::opener;
use crate::options::{Options, Sections};
use crate::plan::{ParagraphKind, Role};
use crate::story::Story;
use crate::words::Words;
use cohesion::Text;
use cohesion::lattice::Boundary;
pub use part::Part;
use role::Evidence;

mod cohesion;
mod cue;
mod head;
mod part;
mod phrase;
pub(crate) mod role;

/// A story of fewer paragraphs is one part: a reader sees all of it at a glance.
const MIN_PARAGRAPHS: usize = 6;
/// If a page has so many heads, they are all the parts that there are. With fewer, what stands under one head may be
/// long, and is parted further.
const STRUCTURED: usize = 3;
/// What it costs, in nats, to begin a part with a sentence that takes up what was said before. About one in twenty
/// sections of Wikipedia begins with such a sentence; of all other sentences one in four does.
const RELUCTANCE: f64 = 1.5;
/// A part whose role is less sure than this, 0 to 1, is given none.
const SURE_OF_ROLE: f32 = 0.3;

/// Cuts a story into parts, in order. Each paragraph is in exactly one of them.
#[inline(never)]
pub fn divide(story: &Story, words: &Words, options: &Options) -> Vec<Part> {
    let end = story.paragraphs.len();
    if end == 0 {
        return Vec::new();
    }
    let last = if story.paragraphs[end - 1].is_source { end - 1 } else { end };
    let mut parts = match last {
        0 => Vec::new(),
        last if options.sections == Sections::One || last < MIN_PARAGRAPHS => vec![Part::new(0..last, None)],
        last => divide_body(story, words, last),
    };
    let phrases = phrase::phrases(story, &parts);
    for (part, phrase) in parts.iter_mut().zip(phrases) {
        part.phrase = phrase.filter(|_| part.label.is_none());
    }
    if last < end {
        parts.push(Part::new(last..end, Some(Role::Source)));
    }
    parts
}

fn divide_body(story: &Story, words: &Words, end: usize) -> Vec<Part> {
    let is_head = &head::heads(story)[..end];
    let evidence = evidence(story, words, is_head);
    let heads: Vec<usize> = (0..end).filter(|&i| is_head[i]).collect();
    let mut parts = Vec::new();
    let mut from = 0;
    for until in heads.iter().copied().filter(|&head| head > 0).chain([end]) {
        let body = from + usize::from(is_head[from])..until;
        // In news, what stands before the first head is the lead, however short it is.
        let opens_news = from == 0 && evidence.is_some();
        let whole = heads.len() >= STRUCTURED && is_head[from] || body.len() < MIN_PARAGRAPHS && !opens_news;
        let cuts = if whole { Vec::new() } else { cuts(story, words, body, evidence.as_deref()) };
        let (mut first, mut sure) = (from, 1.0);
        for cut in cuts.into_iter().chain([Boundary { unit: until, confidence: 1.0 }]) {
            let mut part = Part::new(first..cut.unit, None);
            if is_head[first] {
                part.label = Some(story.paragraphs[first].text.clone());
                part.level = story.paragraphs[first].level;
                part.role = Some(Role::Topic);
            }
            let told = evidence.as_ref().map(|evidence| evidence[first..cut.unit].iter().copied().sum::<Evidence>());
            if let Some((role, sure_of_role)) = told.and_then(|told| told.role()).filter(|told| told.1 >= SURE_OF_ROLE)
            {
                part.role = Some(role);
                sure = f32::min(sure, sure_of_role);
            }
            part.confidence = sure;
            parts.push(part);
            (first, sure) = (cut.unit, cut.confidence);
        }
        from = until;
    }
    parts
}

/// For each paragraph, how much speaks for each role; `None` where the story is no news. Heads and cells of tables have
/// no role.
fn evidence(story: &Story, words: &Words, is_head: &[bool]) -> Option<Vec<Evidence>> {
    let tells = |i: usize| !is_head[i] && story.paragraphs[i].kind != ParagraphKind::Row;
    let places: Vec<usize> = (0..is_head.len()).filter(|&i| tells(i)).collect();
    let found = role::evidence(story, words, &places)?;
    let mut all = vec![Evidence::default(); is_head.len()];
    for (place, evidence) in places.into_iter().zip(found) {
        all[place] = evidence;
    }
    Some(all)
}

/// Where new parts begin inside of a range, and how sure each beginning is.
fn cuts(story: &Story, words: &Words, range: Range<usize>, evidence: Option<&[Evidence]>) -> Vec<Boundary> {
    let mut text = Text::new(words, range.clone());
    text.is_news = evidence.is_some();
    for (i, unit) in range.clone().zip(&mut text.units) {
        unit.reluctance = if opener::opens(&story.paragraphs[i].text, words.paragraph(i), words, &story.language) {
            RELUCTANCE
        } else {
            0.0
        };
        unit.roles = evidence.map(|evidence| evidence[i]).unwrap_or_default();
    }
    text.boundaries().into_iter().map(|found| Boundary { unit: range.start + found.unit, ..found }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ranges(paragraphs: &[&str], language: &str) -> Vec<(usize, usize)> {
        let story = Story::from_sentences(&paragraphs.iter().map(|p| vec![*p]).collect::<Vec<_>>(), "", language);
        divide(&story, &Words::of(&story), &Options::default())
            .into_iter()
            .map(|part| (part.paragraphs.start, part.paragraphs.end))
            .collect()
    }

    #[test]
    fn a_change_of_subject_begins_a_part_in_any_script() {
        let harbours = [
            [
                "The harbour of Tarn has two quays for ferries.",
                "Ferries leave the harbour at noon from the northern quay.",
                "The northern quay of the harbour was repaired for larger ferries.",
                "Ferries and the harbour pay for the quay.",
            ],
            [
                "في ميناء طرن رصيفان للعبّارات.",
                "تغادر العبارات الميناء ظهرا من رصيف الشمال.",
                "أصلح رصيف الشمال في الميناء لعبارات أكبر.",
                "تدفع العبارات والميناء ثمن الرصيف.",
            ],
        ];
        let bees = [
            [
                "Beekeepers count their hives in spring.",
                "Honey from the hives of beekeepers tastes of lime trees.",
                "Lime trees feed the bees of all hives with honey.",
                "Beekeepers sell honey and hives to beginners.",
            ],
            [
                "يعد النحالون خلاياهم في الربيع.",
                "عسل خلايا النحالين له طعم أشجار الزيزفون.",
                "تطعم أشجار الزيزفون نحل الخلايا كلها عسلا.",
                "يبيع النحالون العسل والخلايا للمبتدئين.",
            ],
        ];
        for (language, harbour, bees) in [("en", harbours[0], bees[0]), ("ar", harbours[1], bees[1])] {
            let text: Vec<&str> = harbour.iter().chain(&bees).copied().collect();
            assert_eq!(ranges(&text, language), [(0, 4), (4, 8)], "{language}");
        }
    }

    #[test]
    fn one_matter_is_one_part() {
        let text = [
            "The harbour has two quays.",
            "Ferries use the quays of the harbour.",
            "Both quays of the harbour are old.",
            "The harbour will repair its quays.",
            "Ferries pay for the quays.",
            "The quays of the harbour are long.",
        ];
        assert_eq!(ranges(&text, "en"), [(0, 6)]);
    }

    #[test]
    fn a_short_story_is_one_part() {
        assert_eq!(ranges(&["One.", "“Two,” she said.", "Three."], "en"), [(0, 3)]);
    }

    #[test]
    #[cfg(not(target_arch = "wasm32"))]
    fn the_parts_partition_any_story() {
        use proptest::prelude::*;
        proptest!(|(paragraphs in prop::collection::vec("[a-cا-ت港口 .“”]{0,40}", 0..60), language in "en|ar|zh|und")| {
            let given: Vec<Vec<&str>> = paragraphs.iter().map(|p| vec![p.as_str()]).collect();
            let story = Story::from_sentences(&given, "", &language);
            let mut next = 0;
            for part in divide(&story, &Words::of(&story), &Options::default()) {
                prop_assert_eq!(part.paragraphs.start, next);
                prop_assert!(part.paragraphs.end > next);
                prop_assert!((0.0..=1.0).contains(&part.confidence));
                next = part.paragraphs.end;
            }
            prop_assert_eq!(next, story.paragraphs.len());
        });
    }
}
