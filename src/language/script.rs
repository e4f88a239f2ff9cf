//! Which way a text runs, and how its words are told apart.

use serde::Serialize;

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
    const RIGHT_TO_LEFT: [&str; 12] = ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"];
    let primary = language.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    if RIGHT_TO_LEFT.contains(&primary.as_str()) { Direction::Rtl } else { Direction::Ltr }
}

/// For each letter the place of its script; one past the end for those of others.
static PLACES: Table<u8> =
    Table::new(|c| SCRIPTS.iter().position(|(range, _)| range.contains(&c)).unwrap_or(SCRIPTS.len()) as u8);

/// A language for a text whose page names none: told by its script alone, where the script has one main language.
#[must_use]
pub fn language_of(text: &str) -> &'static str {
    let mut counts = [0_u32; SCRIPTS.len()];
    for c in text.chars().filter(|c| letter::is_alphabetic(*c)) {
        if let Some(count) = counts.get_mut(usize::from(PLACES.get(c))) {
            *count += 1;
        }
    }
    // Kana decides for Japanese however much Han stands beside it; letters that Arabic lacks, for Persian and Urdu.
    let persian = text.chars().filter(|c| matches!(c, 'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک')).count();
    let urdu = text.chars().filter(|c| matches!(c, 'ٹ' | 'ڈ' | 'ڑ' | 'ے' | 'ں' | 'ہ')).count();
    let ukrainian = text.chars().filter(|c| matches!(c, 'і' | 'ї' | 'є' | 'ґ')).count();
    let Some((script, count)) = counts.iter().enumerate().max_by_key(|(_, count)| **count) else { return "und" };
    match SCRIPTS[script].1 {
        _ if *count == 0 => "und",
        "zh" if counts[KANA] * 10 > *count => "ja",
        "ar" if urdu * 20 > *count as usize => "ur",
        "ar" if persian * 20 > *count as usize => "fa",
        "ru" if ukrainian * 50 > *count as usize => "uk",
        language => language,
    }
}

/// Whether two languages of the catalogues are written in one script, and told apart by their words.
pub(super) fn same_script(left: &str, right: &str) -> bool {
    let script = |language: &str| match language {
        "bg" | "ru" | "uk" => 1,
        "ar" | "fa" | "ur" => 2,
        "bn" | "el" | "he" | "hi" | "ja" | "ko" | "th" | "zh" => 3,
        _ => 0,
    };
    left == right || script(left) == script(right) && script(left) != 3
}

const KANA: usize = 0;
const SCRIPTS: [(std::ops::RangeInclusive<char>, &str); 16] = [
    ('\u{3040}'..='\u{30FF}', "ja"),
    ('\u{41}'..='\u{24F}', "en"),
    ('\u{370}'..='\u{3FF}', "el"),
    ('\u{400}'..='\u{52F}', "ru"),
    ('\u{530}'..='\u{58F}', "hy"),
    ('\u{590}'..='\u{5FF}', "he"),
    ('\u{600}'..='\u{6FF}', "ar"),
    ('\u{900}'..='\u{97F}', "hi"),
    ('\u{980}'..='\u{9FF}', "bn"),
    ('\u{B80}'..='\u{BFF}', "ta"),
    ('\u{E00}'..='\u{E7F}', "th"),
    ('\u{10A0}'..='\u{10FF}', "ka"),
    ('\u{1780}'..='\u{17FF}', "km"),
    ('\u{1000}'..='\u{109F}', "my"),
    ('\u{AC00}'..='\u{D7AF}', "ko"),
    ('\u{3400}'..='\u{9FFF}', "zh"),
];

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
            ("…", "und"),
        ] {
            assert_eq!(language_of(text), language, "{text}");
        }
    }
}
