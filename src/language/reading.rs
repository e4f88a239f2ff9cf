//! How fast a language is read.

use super::about::about;

/// Words a minute, as [`super::word::count`] counts them, of a language (BCP 47).
///
/// Of young adults who read plain prose aloud, which is slower than to oneself: Trauzettel-Klosinski and Dietz 2012,
/// "Standardized assessment of reading performance: the new international reading speed texts `IReST`". For all languages but
/// its 17 the mean of them, which is what the folder of what always holds says.
#[must_use]
pub fn words_per_minute(language: &str) -> u32 {
    about(language).words_per_minute
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_has_a_speed() {
        assert_eq!(
            ["en-GB", "ar", "iw", "zh-Hant", "fa", "und", ""].map(words_per_minute),
            [228, 138, 187, 127, 184, 184, 184]
        );
    }
}
