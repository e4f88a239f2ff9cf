//! Which way a text runs, and how its words are told apart.

use serde::Serialize;

use super::about::{INSTEAD, SCRIPTS, about};
pub use super::letter::is_unspaced;
use super::letter::{self, Table};

/// Which way a text runs.
#[derive(Clone, Copy, Debug, Default, Serialize, PartialEq, Eq)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    #[default]
    Ltr,
    /// From right to left.
    Rtl,
}

/// Scripts written from right to left: Hebrew to Arabic Extended, and the presentation forms.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// The direction of most of a text's letters; left to right where there are none.
#[must_use]
pub fn direction(text: &str) -> Direction {
    let (right, left) = text.chars().filter(|c| letter::is_alphabetic(*c)).fold((0_u32, 0_u32), |(right, left), c| {
        if is_right_to_left(c) { (right + 1, left) } else { (right, left + 1) }
    });
    if right > left { Direction::Rtl } else { Direction::Ltr }
}

/// The direction that a language (BCP 47) is written in.
#[must_use]
pub fn direction_of_language(language: &str) -> Direction {
    if about(language).right_to_left { Direction::Rtl } else { Direction::Ltr }
}

/// For each letter one more than the place of its script; 0 for those of others, which tell no language.
static PLACES: Table<u8> =
    Table::new(|c| SCRIPTS.iter().position(|(range, _)| range.contains(&c)).map_or(0, |place| place as u8 + 1));

/// A language for a text whose page names none: told by its script alone, where the script has one main language.
#[must_use]
pub fn language_of(text: &str) -> &'static str {
    let mut counts = [0_usize; SCRIPTS.len() + 1];
    for c in text.chars().filter(|c| letter::is_alphabetic(*c)) {
        counts[usize::from(PLACES.get(c))] += 1;
    }
    let Some((script, &count)) = counts.iter().enumerate().max_by_key(|(_, count)| **count) else { return UNKNOWN };
    let leader = script.checked_sub(1).filter(|_| count > 0).map_or(UNKNOWN, |script| SCRIPTS[script].1);
    INSTEAD.iter().fold(leader, |language, (other, own, share, letters)| {
        let is_own =
            |c: &char| letter::is_alphabetic(*c) && letters.iter().any(|(first, last)| (first..=last).contains(&c));
        if language == *other && text.chars().filter(is_own).count() * share > count { own } else { language }
    })
}

const UNKNOWN: &str = "und";

/// Whether two languages are written in one script, and told apart by their words.
pub(super) fn same_script(left: &str, right: &str) -> bool {
    about(left).script == about(right).script
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn direction_by_most_letters() {
        assert_eq!(direction("قال بوتين: BRICS"), Direction::Rtl);
        assert_eq!(direction("The word زبدة means cream"), Direction::Ltr);
        assert_eq!(direction("2026"), Direction::Ltr);
    }

    #[test]
    fn language_by_script() {
        for (text, language) in [
            ("أعلن الكرملين اليوم", "ar"),
            ("گفت که این پروژه یک سال طول می‌کشد", "fa"),
            ("انہوں نے کہا کہ یہ ہے", "ur"),
            ("Россия и Иран", "ru"),
            ("Її сім’я живе у місті", "uk"),
            ("港は月曜日に再開した", "ja"),
            ("港口周一重新开放", "zh"),
            ("નદી પરનો પુલ", "gu"),
            ("ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ TV", "und"),
            ("…", "und"),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
    }
}
