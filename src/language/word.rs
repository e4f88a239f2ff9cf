//! Words of any script: UAX 29 where words are parted by spaces, pairs of letters where they are not.

use unicode_segmentation::UnicodeSegmentation;

use super::{fold, letter, script};

/// A text's words in their [key](fold::key) form, for counting and comparing.
///
/// In unspaced scripts each two neighbouring letters are a term: the overlapping pairs that retrieval uses where there is
/// no dictionary (Nie and Ren 1999, "Chinese information retrieval: using characters or words?").
pub fn each_term(text: &str, mut take: impl FnMut(&str)) {
    let mut key = String::new();
    let mut before: Option<char> = None;
    for word in text.unicode_words() {
        let mut is_spaced = false;
        key.clear();
        for c in word.chars() {
            if script::is_unspaced(c) {
                if let Some(first) = before {
                    let mut pair = [0; 8];
                    let middle = first.encode_utf8(&mut pair).len();
                    let end = middle + c.encode_utf8(&mut pair[middle..]).len();
                    take(str::from_utf8(&pair[..end]).unwrap_or_default());
                }
                before = Some(c);
            } else {
                is_spaced = true;
                key.extend(fold::letter(c));
            }
        }
        if is_spaced {
            before = None;
            if !key.is_empty() {
                take(&key);
            }
        }
    }
}

/// How long a text is to a reader: words, and half a word for each letter of an unspaced script.
#[must_use]
pub fn count(text: &str) -> u32 {
    let (mut words, mut letters, mut inside) = (0, 0, false);
    for c in text.chars() {
        let unspaced = script::is_unspaced(c);
        let letter = letter::is_alphanumeric(c) && !unspaced;
        letters += u32::from(unspaced);
        words += u32::from(letter && !inside);
        // Marks and apostrophes neither begin a word nor end one.
        inside = letter || (inside && !letter::is_whitespace(c) && !unspaced && !letter::is_dash(c) && c != '/');
    }
    words + letters.div_ceil(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut terms = Vec::new();
        each_term(text, |term| terms.push(term.to_owned()));
        assert_eq!(terms, expected);
    }

    #[test]
    fn terms_of_any_script() {
        check("The Harbour’s gate", &["the", "harbours", "gate"]);
        check("وقالت الشركة", &["وقالت", "الشركه"]);
        check("港口重开 2026", &["港口", "口重", "重开", "2026"]);
        check("— …", &[]);
    }

    #[test]
    fn counts_like_a_reader() {
        assert_eq!(count("Don’t look back, 2026!"), 4);
        assert_eq!(count("أعلن الكرملين اليوم"), 3);
        assert_eq!(count("港口周一重开"), 3);
        assert_eq!(count(" — "), 0);
    }
}
