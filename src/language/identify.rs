//! Which language a text is in: by its script, then by its function words and by letters that few languages have.
//!
//! The function words are the catalogues' own, so that a language is told by what its rules will use.

use super::about::{OWN_LETTERS, WITH_STOP_WORDS, about};
use super::letter::{self, Table};
use super::{fold, script, stop};

/// The rows of [`OWN_LETTERS`] that have a letter, a bit each.
static ROWS: Table<u64> = Table::new(|c| {
    let small = c.to_lowercase().next().unwrap_or(c);
    let rows = OWN_LETTERS.iter().enumerate().filter(|(_, (letters, ..))| letters.contains(small));
    rows.fold(0, |rows, (row, _)| rows | 1 << row)
});
/// What one such letter counts, in function words.
const LETTER: f32 = 0.4;
/// Words of a text that are looked at: sentences are told by far fewer.
const WORDS: usize = 300;

/// What a text's words say about its language.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The likeliest, `und` where the text has no letters.
    pub language: &'static str,
    /// For each language of [`WITH_STOP_WORDS`] the function words found, shared ones counted in part.
    weights: Vec<f32>,
}

/// A claim is given up for a language that has so many function words more in the text, and so many times more.
const SURE: f32 = 4.0;
const SURE_TIMES: f32 = 2.0;

impl Evidence {
    /// Whether a text can be in the language that its page claims (BCP 47).
    #[must_use]
    pub fn allows(&self, claimed: &str) -> bool {
        let weight = |language: &str| about(language).stop_words.map(|place| self.weights[usize::from(place)]);
        let Some(found) = weight(self.language) else { return true };
        match weight(claimed) {
            Some(claimed) => found < claimed * SURE_TIMES + SURE,
            None => true,
        }
    }
}

/// Reads the head of a text.
///
/// ```
/// use zubda::language::identify::identify;
///
/// assert_eq!(identify("Der Hafen von Tarn ist seit Montag wieder offen.").language, "de");
/// ```
#[must_use]
pub fn identify(text: &str) -> Evidence {
    let by_script = script::language_of(text);
    let mut weights = vec![0.0; WITH_STOP_WORDS.len()];
    let mut letters = [0.0; OWN_LETTERS.len()];
    for word in
        text.split(|c: char| !letter::is_alphanumeric(c) && c != '\u{200C}').filter(|word| !word.is_empty()).take(WORDS)
    {
        let languages = stop::languages_of(&fold::key(word));
        let share = 1.0 / languages.count_ones() as f32;
        for place in bits(languages) {
            weights[place] += share;
        }
        for c in word.chars() {
            for row in bits(ROWS.get(c)) {
                letters[row] += 1.0;
            }
        }
    }
    for ((_, languages, how_many), count) in OWN_LETTERS.iter().zip(letters).filter(|(_, count)| *count > 0.0) {
        for place in bits(*languages) {
            weights[place] += LETTER * count / *how_many as f32;
        }
    }
    let rivals = WITH_STOP_WORDS.iter().enumerate().filter(|(_, language)| script::same_script(language, by_script));
    let best = rivals.max_by(|(a, _), (b, _)| weights[*a].total_cmp(&weights[*b]));
    let language = match best {
        Some((place, language)) if weights[place] > 0.0 => language,
        _ => by_script,
    };
    Evidence { language, weights }
}

/// The places of the bits that are set.
fn bits(mut bits: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let place = (bits != 0).then(|| bits.trailing_zeros() as usize)?;
        bits &= bits - 1;
        Some(place)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_of_one_script() {
        for (language, text) in [
            ("en", "The harbour of Tarn has been open since Monday."),
            ("de", "Der Hafen von Tarn ist seit Montag wieder offen."),
            ("fr", "Le port de Tarn est ouvert depuis lundi."),
            ("es", "El puerto de Tarn está abierto desde el lunes."),
            ("pt", "O porto de Tarn está aberto desde segunda-feira, e não fecha."),
            ("it", "Il porto di Tarn è aperto da lunedì per tutti."),
            ("tr", "Tarn limanı pazartesi gününden bu yana açık ve gemiler geldi."),
            ("pl", "Port w Tarn jest otwarty od poniedziałku."),
            ("ru", "Порт открыт с понедельника, и суда уже пришли."),
            ("uk", "Порт відкритий з понеділка, і судна вже прийшли."),
            ("bg", "Пристанището е отворено от понеделник и корабите са тук."),
            ("ar", "أعلن المرفأ في تارن أنه مفتوح منذ يوم الاثنين."),
            ("fa", "بندر تارن از روز دوشنبه باز است و کشتی‌ها آمدند."),
            ("ur", "تارن کی بندرگاہ پیر سے کھلی ہے اور جہاز آ گئے ہیں۔"),
            ("he", "הנמל של טארן פתוח מאז יום שני."),
            ("ja", "港は月曜日に再開した。"),
            ("hy", "Նավահանգիստը բաց է the and of"),
            ("und", "…"),
        ] {
            assert_eq!(identify(text).language, language, "{text}");
        }
    }

    #[test]
    fn a_wrong_claim_is_not_believed_and_a_poor_text_says_nothing() {
        let german = "Der Hafen von Tarn ist seit Montag wieder offen, und die Fähren sind in der Stadt nicht mehr zu übersehen.";
        assert!(!identify(german).allows("en-US") && identify(german).allows("de-AT"));
        assert!(identify("Tarn 2026").allows("en") && identify("Tarn 2026").allows("eu"));
    }
}
