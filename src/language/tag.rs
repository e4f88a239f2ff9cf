//! Names of languages (BCP 47), as pages claim them.

/// What a page claims as its language, as BCP 47 writes it: with hyphens, up to the first subtag that is none. `en-US` of
/// `en_US`, `en` of `en_US.UTF-8`; empty where there is nothing of the kind.
#[must_use]
pub fn tag(claimed: &str) -> String {
    let is_subtag =
        |subtag: &&str| (2..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    let subtags: Vec<&str> = claimed.trim().split(['-', '_']).take_while(is_subtag).collect();
    subtags.join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_pages_claim_as_their_language() {
        for (claimed, expected) in [
            ("en", "en"),
            (" en_US ", "en-US"),
            ("en_US.UTF-8", "en"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("de-x-own", "de"),
            ("no such language", ""),
            ("{{ lang }}", ""),
            ("العربية", ""),
        ] {
            assert_eq!(tag(claimed), expected, "{claimed}");
        }
    }
}
