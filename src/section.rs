//! The story → its parts. The page's own subheads part it where there are any; else its parts are told by what they do.

mod cohesion;
mod opener;

use std::collections::HashSet;
use std::ops::Range;

use crate::language::word;
use crate::options::{Options, Sections};
use crate::plan::{ParagraphKind, Role};
use crate::story::Story;
use cohesion::{Boundary, Text};

/// A part of the story.
#[derive(Debug, PartialEq)]
pub struct Part {
    pub paragraphs: Range<usize>,
    pub role: Option<Role>,
    pub label: Option<String>,
    pub level: u32,
}

impl Part {
    fn new(paragraphs: Range<usize>, role: Option<Role>) -> Self {
        Self { paragraphs, role, label: None, level: 2 }
    }
}

/// A story of fewer paragraphs is surveyed at a glance.
const MIN_PARAGRAPHS: usize = 6;
/// What it costs, in nats, to begin a part with an opener: about one in twenty of Wikipedia's sections does, as of its
/// other sentences one in four.
const RELUCTANCE: f64 = 1.5;
/// Quotes from which a story is told by voices.
const MIN_STATEMENTS: usize = 1;
/// The share of a paragraph inside of quotation marks from which it is told as somebody's words: a name or a title in
/// quotes stays far below.
const QUOTED_SHARE: f32 = 0.4;
/// Terms that a later paragraph must share with the lead to come back to the news itself.
const SHARED_WITH_LEAD: usize = 3;
/// The story's last part begins no earlier than here, in hundredths of its paragraphs.
const LATE_PERCENT: usize = 60;

/// Parts a story; the parts are its partition, in order.
pub fn divide(story: &Story, options: &Options) -> Vec<Part> {
    let end = story.paragraphs.len();
    if end == 0 {
        return Vec::new();
    }
    let last = if story.paragraphs[end - 1].is_source { end - 1 } else { end };
    let mut parts = if options.sections == Sections::One || last < MIN_PARAGRAPHS {
        if last > 0 { vec![Part::new(0..last, None)] } else { Vec::new() }
    } else if story.paragraphs.iter().any(|p| p.kind == ParagraphKind::Subhead) {
        by_subheads(story, last)
    } else {
        by_roles(story, last).unwrap_or_else(|| by_cohesion(story, last))
    };
    if last < end {
        parts.push(Part::new(last..end, Some(Role::Source)));
    }
    parts
}

/// Where new parts begin inside of a range, and how sure each beginning is.
fn cuts(story: &Story, range: Range<usize>) -> Vec<Boundary> {
    let paragraphs = &story.paragraphs[range.clone()];
    let mut text = Text::new(paragraphs.iter().map(|paragraph| paragraph.text.as_str()), &story.language);
    for (unit, paragraph) in text.units.iter_mut().zip(paragraphs) {
        unit.reluctance = if opener::opens(&paragraph.text, &story.language) { RELUCTANCE } else { 0.0 };
    }
    text.boundaries().into_iter().map(|found| Boundary { unit: range.start + found.unit, ..found }).collect()
}

fn by_subheads(story: &Story, end: usize) -> Vec<Part> {
    let heads: Vec<usize> = (0..end).filter(|&i| story.paragraphs[i].kind == ParagraphKind::Subhead).collect();
    let mut parts = Vec::with_capacity(heads.len() + 1);
    if heads.first().is_some_and(|&first| first > 0) {
        parts.push(Part::new(0..heads[0], Some(Role::Lead)));
    }
    for (place, &head) in heads.iter().enumerate() {
        let until = heads.get(place + 1).copied().unwrap_or(end);
        let subhead = &story.paragraphs[head];
        parts.push(Part {
            paragraphs: head..until,
            role: Some(Role::Topic),
            label: Some(subhead.text.clone()),
            level: subhead.level,
        });
    }
    parts
}

fn by_cohesion(story: &Story, end: usize) -> Vec<Part> {
    let mut from = 0;
    let until = cuts(story, 0..end).into_iter().map(|boundary| boundary.unit).chain([end]);
    until.map(|until| Part::new(std::mem::replace(&mut from, until)..until, None)).collect()
}

/// `None` where nobody is quoted: what is not told by voices is no news that has roles.
fn by_roles(story: &Story, end: usize) -> Option<Vec<Part>> {
    let quoted: Vec<bool> = (0..end).map(|i| quoted_share(&story.paragraphs[i].text) >= QUOTED_SHARE).collect();
    if quoted.iter().filter(|quoted| **quoted).count() < MIN_STATEMENTS {
        return None;
    }
    let terms = |i: usize| word::terms(&story.paragraphs[i].text).into_iter().filter(|term| is_telling(term));
    let lead: HashSet<String> = terms(0).collect();
    let tail = (end * LATE_PERCENT / 100..end)
        .find(|&i| !quoted[i] && terms(i).collect::<HashSet<_>>().intersection(&lead).count() >= SHARED_WITH_LEAD);
    let first_statement = quoted.iter().skip(1).position(|quoted| *quoted).map(|i| i + 1);
    let role = |i: usize| match () {
        () if i == 0 => Role::Lead,
        () if quoted[i] => Role::Statement,
        () if first_statement.is_some_and(|first| i < first) => Role::Context,
        () if tail.is_some_and(|tail| i >= tail) => Role::Context,
        () => Role::Background,
    };
    let mut parts: Vec<Part> = Vec::new();
    for i in 0..end {
        let role = Some(role(i));
        match parts.last_mut() {
            Some(part) if part.role == role => part.paragraphs.end = i + 1,
            _ => parts.push(Part::new(i..i + 1, role)),
        }
    }
    Some(parts)
}

/// Short terms are mostly function words, in any spaced script; pairs of unspaced letters always tell something.
fn is_telling(term: &str) -> bool {
    term.chars().count() >= 4 || term.chars().all(crate::language::script::is_unspaced)
}

/// The share of a text's letters inside of quotation marks, 0 to 1.
fn quoted_share(text: &str) -> f32 {
    let (mut inside, mut all, mut depth, mut straight) = (0_u32, 0_u32, 0_u32, false);
    for c in text.chars() {
        match c {
            '“' | '«' | '„' | '「' | '『' | '‹' if depth == 0 => depth = 1,
            // In German “ closes what „ has opened.
            '”' | '»' | '」' | '』' | '›' | '“' => depth = 0,
            '"' | '״' => straight = !straight,
            c if c.is_alphanumeric() => {
                all += 1;
                inside += u32::from(depth > 0 || straight);
            }
            _ => {}
        }
    }
    inside as f32 / all.max(1) as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(paragraphs: &[&str]) -> Vec<(Option<Role>, Range<usize>)> {
        let story = Story::from_sentences(&paragraphs.iter().map(|p| vec![*p]).collect::<Vec<_>>(), "", "");
        divide(&story, &Options::default()).into_iter().map(|part| (part.role, part.paragraphs)).collect()
    }

    fn ranges(paragraphs: &[&str], language: &str) -> Vec<Range<usize>> {
        let story = Story::from_sentences(&paragraphs.iter().map(|p| vec![*p]).collect::<Vec<_>>(), "", language);
        divide(&story, &Options::default()).into_iter().map(|part| part.paragraphs).collect()
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
            assert_eq!(ranges(&text, language), [0..4, 4..8], "{language}");
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
        assert_eq!(ranges(&text, "en"), [0..6]);
    }

    #[test]
    fn a_short_story_is_one_part() {
        assert_eq!(parts(&["One.", "“Two,” she said.", "Three."]), [(None, 0..3)]);
    }

    #[test]
    fn statements_are_told_by_their_quotes_in_any_script() {
        for quote in [
            "“We have waited long for this day,” she said.",
            "وقال “لقد انتظرنا هذا اليوم طويلا”.",
            "她说：「我们等这一天很久了。」",
        ] {
            let found = parts(&["Lead.", "More.", quote, "Then.", "Then.", "Then."]);
            assert_eq!(found[2], (Some(Role::Statement), 2..3), "{quote}");
        }
    }

    #[test]
    fn a_title_in_quotes_is_no_statement() {
        assert!(quoted_share("The port signed the “Tarn Compact” with its neighbours last year.") < QUOTED_SHARE);
        assert!(quoted_share("شاركت فرقة “النوارس” في افتتاح الميناء الجديد.") < QUOTED_SHARE);
    }

    #[test]
    fn the_parts_partition_any_story() {
        use proptest::prelude::*;
        proptest!(|(paragraphs in prop::collection::vec("[a-cا-ت港口 .“”]{0,40}", 0..60), language in "en|ar|zh|und")| {
            let given: Vec<Vec<&str>> = paragraphs.iter().map(|p| vec![p.as_str()]).collect();
            let story = Story::from_sentences(&given, "", &language);
            let mut next = 0;
            for part in divide(&story, &Options::default()) {
                prop_assert_eq!(part.paragraphs.start, next);
                prop_assert!(part.paragraphs.end > next);
                next = part.paragraphs.end;
            }
            prop_assert_eq!(next, story.paragraphs.len());
        });
    }
}
