//! Whether a sentence ends at a stop.

use super::super::about::About;
use super::super::{abbreviation, fold, letter, script, stop};
use super::mark::{Stop, is_bullet, is_mark, is_wide, near_end};

impl Stop {
    /// Whether the sentence that begins at `start` ends here.
    pub(super) fn ends_sentence(&self, text: &str, start: usize, about: &'static About) -> bool {
        let marks = &text[self.marks.clone()];
        if marks.is_empty() {
            return true;
        }
        let before = &text[start..self.marks.start];
        let closers = text[self.marks.end..self.end].trim();
        let rest = &text[self.end..];
        let gap = rest.starts_with(char::is_whitespace);
        let after = rest.trim_start();
        let Some(next) = after.chars().next() else { return true };
        if marks.ends_with(is_wide) {
            return wide_ends(marks, closers, next);
        }
        if after.starts_with("..") {
            return gap;
        }
        if is_continuation(next) || is_mark(next) {
            return false;
        }
        if letter::is_dash(next) {
            return gap && is_reply(after);
        }
        let word = after.trim_start_matches(|c: char| !letter::is_alphanumeric(c));
        let first = word.chars().next().unwrap_or(next);
        if first.is_lowercase() && (marks.contains(['.', '…']) || !closers.is_empty()) {
            return false;
        }
        if !gap {
            return glued_ends(marks, before, first);
        }
        if bracket_is_open(before, rest, closers) {
            return false;
        }
        match marks {
            "." | "．" => dot_ends(before, word, closers, about),
            _ if marks.chars().filter(|c| matches!(c, '.' | '…')).count() > usize::from(!marks.contains('…')) => {
                ellipsis_ends(before, first)
            }
            _ => true,
        }
    }
}

/// After a full-width mark. What is quoted goes on where a particle or a comma follows; a name with `！` in it goes on too.
fn wide_ends(marks: &str, closers: &str, next: char) -> bool {
    if closers.is_empty() {
        return true;
    }
    let particle =
        matches!(next, 'と' | 'の' | 'は' | 'が' | 'を' | 'に' | 'で' | 'も' | 'な' | 'っ') || is_continuation(next);
    !particle && (marks.ends_with(letter::is_full_stop) || !script::is_unspaced(next))
}

/// Marks with no space after them: those of a stop are part of an address, a number, an abbreviation.
fn glued_ends(marks: &str, before: &str, first: char) -> bool {
    let caseless = letter::is_alphabetic(first) && !first.is_uppercase();
    match marks {
        "." | "．" => caseless && before.ends_with(char::is_whitespace),
        _ if marks.contains(['.', '…']) && script::is_unspaced(first) => false,
        _ => caseless || first.is_uppercase(),
    }
}

fn dot_ends(before: &str, after: &str, closers: &str, about: &'static About) -> bool {
    let word = before
        .rsplit(|c: char| c.is_whitespace() || is_opener(c) || c == '/' || letter::is_dash(c) && c != '-')
        .next()
        .unwrap_or_default();
    let Some(first) = after.chars().next() else { return true };
    // The mark of a list: the sentence is but a number or a letter so far.
    if is_label(before.trim().trim_start_matches(is_bullet).trim_start()) {
        return false;
    }
    if !closers.trim_matches([')', ']']).is_empty() {
        return true;
    }
    let number = letter::is_numeric(first);
    let measure = before[..before.len() - word.len()].trim_end().ends_with(letter::is_numeric);
    let kinds = abbreviation::kinds(about.tag, word);
    if kinds.name() || number && kinds.number() {
        return false;
    }
    if !number && kinds.open() {
        return measure || begins_sentence(after, about);
    }
    if !number && (is_initial(word) || is_acronym(word)) {
        return begins_sentence(after, about);
    }
    // An ordinal number, where they are written with a stop.
    let ordinal = about.ordinal_stops && (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    !ordinal || number || begins_sentence(after, about)
}

/// One letter, of a name or of an abbreviation of two words.
fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    matches!((letters.next(), letters.next()), (Some(c), None) if letter::is_alphabetic(c) && !script::is_unspaced(c))
}

/// `U.S`, `Ph.D`
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| part.chars().count() <= 2 && part.chars().all(letter::is_alphabetic))
}

/// A function word with a capital is the beginning of a sentence, not of a name.
fn begins_sentence(after: &str, about: &'static About) -> bool {
    let word = after.split(|c: char| !letter::is_alphanumeric(c)).next().unwrap_or_default();
    // Another initial.
    if is_initial(word) && after[word.len()..].starts_with('.') {
        return false;
    }
    stop::of(about).has(&fold::key(word))
}

/// With a capital a sentence begins; in a script without, it is taken to. `(...)` is a gap in what is quoted.
fn ellipsis_ends(before: &str, first: char) -> bool {
    !before.ends_with(letter::opens_bracket) && letter::is_alphabetic(first) && !first.is_lowercase()
}

fn is_label(before: &str) -> bool {
    let mut letters = before.chars();
    match (letters.next(), letters.next()) {
        (Some(c), None) => letter::is_alphanumeric(c),
        (Some(_), Some(_)) => before.len() <= 3 && before.bytes().all(|b| b.is_ascii_digit()),
        _ => false,
    }
}

/// A dash that opens somebody's words, not one that joins.
fn is_reply(after: &str) -> bool {
    let words = after.trim_start_matches(letter::is_dash);
    let dashes = after.chars().count() - words.chars().count();
    let first = words.trim_start().chars().find(|c| letter::is_alphanumeric(*c));
    dashes == 1 && first.is_some_and(|c| !c.is_lowercase())
}

/// A bracket that was opened in this sentence and closes soon.
fn bracket_is_open(before: &str, rest: &str, closers: &str) -> bool {
    const SOON: usize = 120;
    let mut depth = 0_i32;
    let mut last = ' ';
    for c in near_end(before).chars().chain(closers.chars()) {
        match c {
            // Right-to-left text is often seen with its brackets the wrong way round: )ع(
            c if letter::opens_bracket(c) && !letter::is_alphanumeric(last) => depth += 1,
            c if letter::closes_bracket(c) => depth = (depth - 1).max(0),
            _ => {}
        }
        last = c;
    }
    let next = || rest.chars().take(SOON).find(|c| letter::opens_bracket(*c) || letter::closes_bracket(*c));
    depth > 0 && next().is_some_and(letter::closes_bracket)
}

/// After these a sentence goes on (UAX 29's `SContinue`), whatever stood before.
fn is_continuation(c: char) -> bool {
    letter::is_comma(c) || letter::is_colon(c) || letter::closes_bracket(c)
}

fn is_opener(c: char) -> bool {
    letter::opens_bracket(c) || letter::opens_quote(c) || matches!(c, '¿' | '¡')
}
