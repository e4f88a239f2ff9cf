//! How fast a language is read.

/// Words a minute of young adults who read plain prose aloud, which is slower than to oneself: Trauzettel-Klosinski and Dietz
/// 2012, "Standardized assessment of reading performance: the new international reading speed texts `IReST`". Chinese and
/// Japanese from its characters a minute (255 and 357), of which [`super::word::count`] takes two for a word.
const SPEEDS: [(&str, u32); 17] = [
    ("ar", 138),
    ("de", 179),
    ("en", 228),
    ("es", 218),
    ("fi", 161),
    ("fr", 195),
    ("he", 187),
    ("it", 188),
    ("ja", 178),
    ("nl", 202),
    ("pl", 166),
    ("pt", 181),
    ("ru", 184),
    ("sl", 180),
    ("sv", 199),
    ("tr", 166),
    ("zh", 127),
];
/// The mean of the study's 17 languages, for all others.
const MEAN: u32 = 184;

/// Words a minute, as [`super::word::count`] counts them, of a language (BCP 47).
#[must_use]
pub fn words_per_minute(language: &str) -> u32 {
    let primary = super::tag::primary(language);
    SPEEDS.binary_search_by_key(&primary.as_str(), |(known, _)| known).map_or(MEAN, |place| SPEEDS[place].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_speed() {
        assert!(SPEEDS.is_sorted());
        assert_eq!(
            ["en-GB", "ar", "iw", "zh-Hant", "fa", "und", ""].map(words_per_minute),
            [228, 138, 187, 127, 184, 184, 184]
        );
    }
}
