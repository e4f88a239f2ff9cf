//! What each paragraph of a piece of news does. The evidence is such as news has in any language: where the paragraph
//! stands, its quotation marks, its years, and words for saying something, for the past and for the future.

use std::iter::Sum;
use std::ops::AddAssign;

use rustc_hash::FxHashSet as HashSet;

use super::cue::{Class, Cues};
use crate::language::{fold, letter};
use crate::opener;
use crate::plan::{ParagraphKind, Role};
use crate::story::Story;
use crate::words::Words;

/// The roles of news, in the order of [`WEIGHTS`].
const ROLES: [Role; 7] =
    [Role::Lead, Role::Statement, Role::Reaction, Role::Background, Role::Context, Role::Explanation, Role::Outlook];
/// For each role its group. Roles of one group often share a part: 0 is the news itself, 1 what people say, 2 what
/// stands behind and around it, 3 what comes next.
const GROUP: [usize; 7] = [0, 1, 1, 2, 2, 2, 3];
const GROUPS: usize = 4;

/// How much one or several paragraphs speak for each role.
#[derive(Clone, Copy, Debug, Default)]
pub struct Evidence {
    /// For each role, the number of paragraphs that are expected to have it.
    roles: [f64; ROLES.len()],
    /// For each group of roles, the logarithm of the probability that all the paragraphs have a role of that group.
    groups: [f64; GROUPS],
    /// For each role, the logarithm of the probability that all the paragraphs have it.
    alone: [f64; ROLES.len()],
}

impl AddAssign for Evidence {
    fn add_assign(&mut self, other: Self) {
        self.roles.iter_mut().zip(other.roles).for_each(|(sum, role)| *sum += role);
        self.groups.iter_mut().zip(other.groups).for_each(|(sum, group)| *sum += group);
        self.alone.iter_mut().zip(other.alone).for_each(|(sum, role)| *sum += role);
    }
}

impl Sum for Evidence {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::default(), |mut sum, one| {
            sum += one;
            sum
        })
    }
}

impl Evidence {
    fn new(roles: [f64; ROLES.len()]) -> Self {
        let mut groups = [0.0; GROUPS];
        roles.iter().zip(GROUP).for_each(|(probability, group)| groups[group] += probability);
        Self { roles, groups: groups.map(f64::ln), alone: roles.map(f64::ln) }
    }

    /// The evidence of a first paragraph, which is nearly surely the lead, whatever else it does.
    fn lead() -> Self {
        let mut roles = [(1.0 - LEAD) / (ROLES.len() - 1) as f64; ROLES.len()];
        roles[0] = LEAD;
        Self::new(roles)
    }

    /// How well the paragraphs are explained by one group of roles and by one role, in nats, whichever are best.
    pub fn best(&self) -> f64 {
        let best = |all: &[f64]| all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        OF_GROUP * best(&self.groups) + OF_ROLE * best(&self.alone)
    }

    /// The role that most of the paragraphs are expected to have, and the expected share of them that do, 0 to 1.
    pub fn role(&self) -> Option<(Role, f32)> {
        let all: f64 = self.roles.iter().sum();
        let best = (0..ROLES.len()).max_by(|&a, &b| self.roles[a].total_cmp(&self.roles[b]))?;
        (all > 0.0).then(|| (ROLES[best], (self.roles[best] / all) as f32))
    }
}

// Weights of the roles' evidence beside the words'. On the newsroom's pages 4 and 0 give larger parts (Pk 0.29, roles 0.48),
// 3 and 1 smaller ones with roles of their own (0.32, 0.55; both without a browser, where two of the pages are not read
// well).
const OF_GROUP: f64 = 3.0;
const OF_ROLE: f64 = 1.0;
/// How many numbers there are for a paragraph.
pub const FEATURES: usize = 17;
/// Places in [`features`].
const SAID: usize = 5;
const QUOTED: usize = 11;
/// For each role, the weight of each number in the order of [`features`]: a multinomial logistic regression, fitted by
/// `benches/text/roles.py` over 18 pages of news in 13 languages and one real article. On pages left out it tells 0.66 of
/// the paragraphs' roles and 0.81 of their groups. The numbers speak of position, quotes and classes of cues, of no language.
const WEIGHTS: [[f64; FEATURES]; ROLES.len()] = [
    [-0.30, 2.70, -1.09, -0.67, -0.07, -0.52, -0.71, 0.12, -0.09, 0.22, -0.30, -0.19, 0.51, -0.12, -0.34, -0.62, -0.29],
    [0.91, -1.15, -1.00, -1.00, 0.67, 1.59, -0.54, -0.12, -0.32, 0.17, 0.67, 1.13, -0.47, -0.36, 0.31, -0.00, 1.16],
    [-0.42, -0.67, 0.35, -0.21, -0.74, 0.92, 2.35, -0.54, -0.37, -0.80, 0.22, 1.14, -0.34, -0.34, 0.93, -0.60, -0.97],
    [-0.03, -0.48, 0.61, 0.14, -0.59, -0.48, 0.05, 1.62, 0.21, -1.24, -1.09, -1.13, 0.76, -0.59, 0.37, 0.49, -0.14],
    [-0.01, -0.38, 0.20, 0.20, -0.31, -0.14, 0.12, 0.55, 0.04, 2.09, 0.25, -0.12, -0.18, -0.49, -0.20, -0.65, 0.71],
    [1.19, -0.27, 0.10, -0.11, -0.66, -0.86, -0.55, -0.98, 1.60, -0.92, -1.38, -0.37, 0.73, 0.95, -0.80, 0.22, -0.21],
    [-1.34, 0.26, 0.82, 1.66, 1.70, -0.51, -0.72, -0.65, -1.06, 0.47, 1.62, -0.46, -1.02, 0.95, -0.29, 1.16, -0.26],
];

/// For each of the given paragraphs of a piece of news, how much it speaks for each role; `None` where the story is no
/// news, or where its language has no catalogue of cues.
pub fn evidence(story: &Story, words: &Words, paragraphs: &[usize]) -> Option<Vec<Evidence>> {
    // A text that nobody gave a headline may be anything.
    let features = features(story, words, paragraphs).filter(|_| !story.title.is_empty())?;
    let voices = features.iter().skip(1).filter(|features| features[SAID] > 0.0 || features[QUOTED] > 0.2).count();
    let is_news = voices >= MIN_VOICES && voices as f64 >= VOICES * features.len() as f64;
    is_news.then(|| {
        let mut all: Vec<Evidence> = features.iter().map(judge).collect();
        if let Some(first) = all.first_mut() {
            *first = Evidence::lead();
        }
        all
    })
}

/// The probability that the first paragraph of a piece of news is its lead.
const LEAD: f64 = 0.95;
/// A story is news if people speak in at least so many of its paragraphs, and in at least this share of them.
const MIN_VOICES: usize = 2;
const VOICES: f64 = 0.15;

fn judge(features: &[f64; FEATURES]) -> Evidence {
    let odds = WEIGHTS.map(|weights| weights.iter().zip(features).map(|(w, f)| w * f).sum::<f64>().exp());
    let all: f64 = odds.iter().sum();
    Evidence::new(odds.map(|odds| odds / all))
}

/// Measures the paragraphs at the given places; `None` in a language without a catalogue of cues.
#[inline(never)]
pub fn features(story: &Story, words: &Words, paragraphs: &[usize]) -> Option<Vec<[f64; FEATURES]>> {
    let count = paragraphs.len();
    let published: Option<u32> = story.published.as_deref().and_then(|date| date.get(..4)?.parse().ok());
    let lead: HashSet<u32> = words.content(words.paragraph(*paragraphs.first()?)).collect();
    let mut cues = Cues::new(words, &story.language)?;
    let mut said_before = 0.0;
    let mut all = Vec::with_capacity(count);
    for (i, &place) in paragraphs.iter().enumerate() {
        let paragraph = &story.paragraphs[place];
        let cues = cues.count(&paragraph.text, words.paragraph(place));
        let some = |class: Class| f64::from(cues[class as usize]).ln_1p();
        let quoted = f64::from(quoted_share(&paragraph.text));
        let said = f64::from(u8::from(cues[Class::Speech as usize] > 0 || quoted > 0.2));
        let depth = i as f64 / (count - 1).max(1) as f64;
        let flag = |yes: bool| f64::from(u8::from(yes));
        let (mut stems, mut shared) = (0_u32, 0_u32);
        for stem in words.content(words.paragraph(place)) {
            stems += 1;
            shared += u32::from(lead.contains(&stem));
        }
        let shared = (f64::from(shared) / f64::from(stems.max(1)).sqrt()).min(3.0);
        all.push([
            1.0,
            flag(i == 1),
            depth,
            depth * depth,
            flag(i + 2 >= count),
            some(Class::Speech),
            some(Class::Reaction),
            some(Class::Past),
            some(Class::Explain),
            some(Class::Context),
            some(Class::Future),
            quoted,
            flag(years(&paragraph.text).any(|year| published.is_none_or(|now| year < now))),
            flag(paragraph.kind == ParagraphKind::Item),
            said_before,
            shared,
            flag(opener::opens(&paragraph.text, words.paragraph(place), words, &story.language)),
        ]);
        said_before = said;
    }
    Some(all)
}

/// The years in a text: its numbers of four digits, from 1000 to 2099.
fn years(text: &str) -> impl Iterator<Item = u32> {
    text.split(|c: char| fold::digit(c).is_none()).filter_map(|digits| {
        let year = digits.chars().try_fold(0_u32, |sum, c| Some(sum.checked_mul(10)? + fold::digit(c)?))?;
        (1000..2100).contains(&year).then_some(year).filter(|_| digits.chars().count() == 4)
    })
}

/// The share of a text's letters inside of quotation marks, 0 to 1.
fn quoted_share(text: &str) -> f32 {
    let (mut inside, mut all, mut depth, mut straight) = (0_u32, 0_u32, 0_u32, false);
    let (mut before, mut chars) = (' ', text.chars().peekable());
    while let Some(c) = chars.next() {
        // Inside of a word it is an apostrophe, or the gershayim of a Hebrew abbreviation.
        let in_word =
            letter::is_alphanumeric(before) && chars.peek().is_some_and(|next| letter::is_alphanumeric(*next));
        let doubled = chars.peek() == Some(&c);
        before = c;
        match c {
            '"' | '״' if in_word => {}
            // Two single quotes for a double one, as Urdu and typewriters have it.
            '’' | '‘' | '\'' | '`' if doubled => {
                chars.next();
                straight = !straight;
            }
            '"' | '״' => straight = !straight,
            c if letter::is_apostrophe(c) => {}
            c if letter::opens_quote(c) && depth == 0 => depth = 1,
            // In German “ closes what „ has opened.
            c if letter::closes_quote(c) => depth = 0,
            c if letter::is_alphanumeric(c) => {
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

    #[test]
    fn letters_in_quotation_marks() {
        for (text, expected) in [
            ("", 0.0),
            ("— …", 0.0),
            ("boats", 0.0),
            ("“boats” quays", 0.5),
            ("«лодки» город", 0.5),
            ("„boats“ quays", 0.5),
            ("「港口」码头", 0.5),
            ("『港口』码头", 0.5),
            ("‹boats› quays", 0.5),
            ("\"boats\" quays", 0.5),
            ("״סירה״ נמלב", 0.5),
            ("''boats'' quays", 0.5),
            ("‘‘boats’’ quays", 0.5),
            ("quays “boats", 0.5),
            ("“bo, at's” quays", 0.5),
            // German and Danish books have the marks the other way round.
            ("»boats« quays", 0.5),
            // Inside of a word it is none; one alone is an apostrophe.
            ("מפא״י באה", 0.0),
            ("bo\"ats quays", 0.0),
            ("boats' quays", 0.0),
            ("‘boats’ quays", 0.0),
            ("boats\" quays", 0.5),
        ] {
            assert!((quoted_share(text) - expected).abs() < 1e-6, "{text}: {}", quoted_share(text));
        }
    }

    #[test]
    fn numbers_that_are_years() {
        let of = |text: &str| years(text).collect::<Vec<_>>();
        assert_eq!(of("In 1000, 1921 and 2099; not in 999, 2100 or 12026."), [1000, 1921, 2099]);
        assert_eq!(of("عام ١٩٢١ و ٢٠٢٦"), [1921, 2026]);
        assert_eq!(of("1921年到2026年"), [1921, 2026]);
        assert_eq!(of("01921 or 99999999999 boats"), [0; 0]);
    }

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 1e-9
    }

    #[test]
    fn a_lead_is_the_news() {
        let lead = Evidence::lead();
        assert!(close(lead.roles.iter().sum(), 1.0));
        assert!(close(lead.roles[0], LEAD));
        assert!(lead.roles[1..].iter().all(|role| close(*role, (1.0 - LEAD) / 6.0)));
        let (role, share) = lead.role().unwrap();
        assert_eq!(role, Role::Lead);
        assert!((share - LEAD as f32).abs() < 1e-6);
        assert_eq!(Evidence::default().role(), None);
    }

    #[test]
    fn paragraphs_add_up() {
        let one = Evidence::new([0.1, 0.2, 0.1, 0.1, 0.2, 0.1, 0.2]);
        // Groups hold the roles that often share a part.
        for (group, expected) in one.groups.iter().zip([0.1, 0.3, 0.4, 0.2]) {
            assert!(close(group.exp(), expected));
        }
        let two = Evidence::new([0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.4]);
        let sum: Evidence = [one, two].into_iter().sum();
        assert!(close(sum.roles[6], 0.6) && close(sum.roles[1], 0.3));
        assert!(close(sum.groups[1].exp(), 0.3 * 0.2));
        assert!(close(sum.alone[6].exp(), 0.2 * 0.4));
        assert_eq!(sum.role().map(|(role, _)| role), Some(Role::Outlook));
        assert!((sum.role().unwrap().1 - 0.3).abs() < 1e-6);
        // The best group, and the best role, of all the paragraphs.
        assert!(close(one.best(), OF_GROUP * 0.4_f64.ln() + OF_ROLE * 0.2_f64.ln()));
        assert!(close(sum.best(), OF_GROUP * (0.4_f64 * 0.3).ln() + OF_ROLE * (0.2_f64 * 0.4).ln()));
    }

    #[test]
    fn odds_become_probabilities() {
        let mut numbers = [0.0; FEATURES];
        let even = judge(&numbers);
        assert!(even.roles.iter().all(|role| close(*role, 1.0 / 7.0)));
        numbers[0] = 1.0;
        let one = judge(&numbers);
        assert!(close(one.roles.iter().sum(), 1.0));
        let odds = WEIGHTS.map(|weights| weights[0].exp());
        let all: f64 = odds.iter().sum();
        assert!(one.roles.iter().zip(odds).all(|(role, odds)| close(*role, odds / all)));
    }

    const NEWS: &str = "The harbour of Tarn opens on Monday.";
    const SAYS: &str = "The boats are back, she said.";
    const QUOTES: &str = "“The boats are back in Tarn.”";
    const PLAIN: &str = "The boats are in Tarn.";

    fn story(paragraphs: &[&str], title: &str, language: &str) -> Story {
        Story::from_sentences(&paragraphs.iter().map(|p| vec![*p]).collect::<Vec<_>>(), title, language)
    }

    fn is_news(paragraphs: &[&str], title: &str, language: &str) -> bool {
        let story = story(paragraphs, title, language);
        let places: Vec<usize> = (0..paragraphs.len()).collect();
        let found = evidence(&story, &Words::of(&story), &places);
        if let Some(found) = &found {
            assert_eq!(found.len(), paragraphs.len());
            assert!(close(found[0].roles[0], LEAD));
        }
        found.is_some()
    }

    #[test]
    fn news_lets_people_speak() {
        for (paragraphs, expected) in [
            (vec![NEWS, SAYS, SAYS], true),
            (vec![NEWS, QUOTES, SAYS], true),
            (vec![NEWS, QUOTES, QUOTES], true),
            (vec![NEWS, SAYS, PLAIN], false),
            (vec![NEWS, PLAIN, PLAIN], false),
            // The first paragraph is the news whoever speaks there.
            (vec![SAYS, SAYS, PLAIN], false),
            // Two of thirteen, not of fourteen.
            ([vec![NEWS, SAYS, SAYS], vec![PLAIN; 10]].concat(), true),
            ([vec![NEWS, SAYS, SAYS], vec![PLAIN; 11]].concat(), false),
            ([vec![NEWS, SAYS, SAYS, SAYS], vec![PLAIN; 11]].concat(), true),
        ] {
            assert_eq!(is_news(&paragraphs, "Harbour opens", "en"), expected, "{paragraphs:?}");
        }
        // Without a headline it may be anything; in a language without a catalogue nobody knows.
        assert!(!is_news(&[NEWS, SAYS, SAYS], "", "en"));
        assert!(!is_news(&["Порт открыт.", "«Лодки».", "«Лодки»."], "Порт", "kk"));
        assert!(is_news(&["أُعيد فتح ميناء طارن.", "وقال المدير إن الرصيف مغلق.", "«عادت العبّارات»."], "الميناء", "ar"));
        assert!(is_news(&["港口周一重开。", "他说码头太高。", "“渡船回来了。”"], "港口重开", "zh"));
    }

    #[test]
    fn the_numbers_of_paragraphs() {
        let paragraphs = [
            "The harbour of Tarn opens on Monday.",
            "The harbour opens late, she said and said.",
            "“The quays” are from 1921, as in 2026.",
            "The boats will sail next week.",
        ];
        let mut news = story(&paragraphs, "Harbour opens", "en");
        news.published = Some("2026-03-04".into());
        news.paragraphs[3].kind = ParagraphKind::Item;
        let words = Words::of(&news);
        let rows = features(&news, &words, &[0, 1, 2, 3]).unwrap();
        let column = |i: usize| rows.iter().map(|row| row[i]).collect::<Vec<_>>();
        assert_eq!(column(0), [1.0; 4]);
        assert_eq!(column(1), [0.0, 1.0, 0.0, 0.0]);
        assert_eq!(column(2), [0.0, 1.0 / 3.0, 2.0 / 3.0, 1.0]);
        assert_eq!(column(3), [0.0, 1.0 / 9.0, 4.0 / 9.0, 1.0]);
        assert_eq!(column(4), [0.0, 0.0, 1.0, 1.0]);
        assert_eq!(column(SAID), [0.0, 2.0_f64.ln_1p(), 0.0, 0.0]);
        assert_eq!(column(QUOTED).iter().map(|share| *share > 0.0).collect::<Vec<_>>(), [false, false, true, false]);
        assert_eq!(column(12), [0.0, 0.0, 1.0, 0.0]);
        assert_eq!(column(13), [0.0, 0.0, 0.0, 1.0]);
        // Somebody spoke in the paragraph before, by a verb or by a fifth in quotation marks.
        assert_eq!(column(14), [0.0, 0.0, 1.0, 1.0]);
        // The first paragraph shares all of its words with itself, the others some of them by the root of their number.
        let stems = |i: usize| words.content(words.paragraph(i)).count() as f64;
        assert!(close(rows[0][15], (stems(0) / stems(0).sqrt()).min(3.0)));
        assert!(close(rows[1][15], 2.0 / stems(1).sqrt()));
        assert!(close(rows[3][15], 0.0));
        // This year's numbers are no past; without a date any is.
        let year = |published: Option<&str>| {
            let mut story = story(&["The quays.", "They are as in 2026."], "Quays", "en");
            story.published = published.map(str::to_owned);
            features(&story, &Words::of(&story), &[0, 1]).unwrap()[1][12]
        };
        assert!(close(year(Some("2026-03-04")), 0.0));
        assert!(close(year(Some("2027")), 1.0));
        assert!(close(year(None), 1.0));
        // One paragraph alone stands at its own beginning.
        let one = features(&news, &words, &[0]).unwrap();
        assert_eq!((one[0][2], one[0][4]), (0.0, 1.0));
        assert_eq!(features(&news, &words, &[]), None);
    }
}
