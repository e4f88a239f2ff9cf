//! Placeholders that a plugin should have filled with an advertisement: `[ad_1]`.

use std::sync::LazyLock;

use regex::Regex;

use super::{Page, Proposal};
use crate::plan::Reason;

/// A word that nothing but a placeholder has in such brackets, with a number or without.
static MARKER: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\[ ?/?(?:[aA][dD]|[aA][dD][sS]|[aA][dD][vV][eE][rR][tT]|[aA][dD][sS][eE][nN][sS][eE]|matched_content|source_link)(?:[ _-]?(?:[0-9]|[٠-٩]|[۰-۹]|[०-९]|[０-９]){1,3})? ?\]")
        .expect("a valid pattern")
});

/// A placeholder is the whole of a block, or is glued to its first or last word.
const WHOLE_CONFIDENCE: f32 = 0.99;
const EDGE_CONFIDENCE: f32 = 0.97;

pub fn find(page: &Page) -> Vec<Proposal> {
    let mut found = Vec::new();
    for &i in page.story {
        let text = &page.blocks[i].text;
        if !text.contains('[') {
            continue;
        }
        let spans: Vec<_> = MARKER.find_iter(text).map(|marker| marker.range()).collect();
        let rest = spans.iter().rev().fold(text.clone(), |mut rest, span| {
            rest.replace_range(span.clone(), "");
            rest
        });
        if spans.is_empty() {
            continue;
        }
        if rest.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)).is_empty() {
            found.push(Proposal::hide(i, Reason::AdMarker, "marker.block", WHOLE_CONFIDENCE));
            continue;
        }
        // In the middle of a text that speaks of placeholders, one is a word of it.
        for span in spans {
            if text[..span.start].trim().is_empty() || text[span.end..].trim().is_empty() {
                found.push(Proposal::cut(i, span, Reason::AdMarker, "marker.edge", EDGE_CONFIDENCE));
            }
        }
    }
    found
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}' | '\u{A0}')
}

#[cfg(test)]
mod tests {
    use super::super::testing::hidden;
    use crate::Reason;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(hidden(&format!("{text}\n\nThe ferries came in."), Reason::AdMarker), expected);
    }

    #[test]
    fn fires() {
        check("[ad_1]", &["[ad_1]"]);
        check("[ad_٢]", &["[ad_٢]"]);
        check("\u{200F}[AD 3]", &["\u{200F}[AD 3]"]);
        check("[ad_1]عادت العبّارات إلى ميناء طارن.", &["[ad_1]"]);
        check("Паромы вернулись. [ads]", &["[ads]"]);
    }

    #[test]
    fn spares() {
        check("Write [ad_1] where the banner is to stand.", &[]);
        check("اكتب [ad_1] حيث تريد الإعلان.", &[]);
        check("[1]", &[]);
        check("He added [advisedly] that it was late.", &[]);
        check("[Ада] пришла.", &[]);
    }
}
