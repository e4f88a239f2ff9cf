//! Normal forms for comparison: two texts that a reader takes for the same are the same here.

use super::letter::{self as letters, Table};

/// Letters and digits alone, in lower case, without what spelling leaves to taste: quotes, dashes, spaces, Arabic and
/// Hebrew vowel signs, tatweel, zero-width joiners, the forms of alef, ya, kaf and ta marbuta, full-width forms, digits of
/// any script.
///
/// Two headlines that differ in these alone have the same key; unlike a split at `\W+`, the key is empty for no script.
#[must_use]
pub fn key(text: &str) -> String {
    text.chars().filter_map(letter).collect()
}

/// The one form of a letter or digit, in lower case; `None` for everything else.
#[must_use]
#[inline]
pub fn letter(c: char) -> Option<char> {
    static FORMS: Table<Option<char>> = Table::new(|c| form(c).and_then(|c| c.to_lowercase().next()));
    FORMS.get(c)
}

fn form(c: char) -> Option<char> {
    Some(match c {
        // Marks that are written or left out at will: harakat, superscript alef, Quranic signs, niqqud, tatweel.
        '\u{610}'..='\u{61A}'
        | '\u{64B}'..='\u{65F}'
        | '\u{670}'
        | '\u{6D6}'..='\u{6ED}'
        | '\u{591}'..='\u{5C7}'
        | 'ـ' => {
            return None;
        }
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ۍ' | 'ې' | 'ئ' => 'ي',
        'ک' => 'ك',
        'ة' | 'ۀ' | 'ە' | 'ہ' | 'ھ' | 'ۃ' => 'ه',
        'ؤ' => 'و',
        'ё' => 'е',
        'Ё' => 'Е',
        // Full-width forms stand 0xFEE0 after their ASCII.
        '\u{FF10}'..='\u{FF19}' | '\u{FF21}'..='\u{FF3A}' | '\u{FF41}'..='\u{FF5A}' => {
            char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)
        }
        _ => match digit(c) {
            Some(value) => char::from_digit(value, 10).unwrap_or(c),
            None if letters::is_alphanumeric(c) || is_vowel_sign(c) => c,
            None => return None,
        },
    })
}

/// The value of a decimal digit in any of the scripts whose news we know.
#[must_use]
pub fn digit(c: char) -> Option<u32> {
    const ZEROS: [u32; 13] =
        [0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xE50, 0x1040, 0xFF10];
    if c < '\u{660}' {
        return c.to_digit(10);
    }
    ZEROS.iter().find_map(|zero| (c as u32).checked_sub(*zero).filter(|value| *value < 10))
}

/// Dependent vowels of the Indic and south-east Asian scripts: marks, but as much of the word as its letters are.
fn is_vowel_sign(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}' | '\u{E30}'..='\u{E4E}' | '\u{EB0}'..='\u{ECD}' | '\u{102B}'..='\u{103E}' | '\u{17B4}'..='\u{17D3}')
        && c != '।'
        && c != '॥'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(left: &str, right: &str) {
        assert_eq!(key(left), key(right));
        assert!(!key(left).is_empty());
    }

    #[track_caller]
    fn different(left: &str, right: &str) {
        assert_ne!(key(left), key(right));
    }

    #[test]
    fn a_matter_of_taste() {
        same("روسيا وإيران توقعان معاهدة \"الشراكة\"", "روسيا وايران توقعان معاهدة “الشراكة”");
        same("کتاب‌های تازه", "كتابهاي تازه");
        same("Don’t — look back", "Don't - look back");
        same("שָׁלוֹם", "שלום");
        same("２０２６年", "2026年");
        same("الـــعـربيّة ٢٠٢٦", "العربية 2026");
    }

    #[test]
    fn a_matter_of_fact() {
        different("中文", "中立");
        different("Россия", "России");
        different("कि", "की");
        different("2025", "2026");
        assert_eq!(key("— “…”"), "");
    }
}
