//! What is known of single letters, looked up in tables instead of searched for.
//!
//! The standard library finds a letter's properties by a search whose cost grows with the letter's number; in Arabic it took
//! a quarter of the time of a whole page.

use std::sync::OnceLock;

/// Pages of the Basic Multilingual Plane: letters beyond it are rare enough to be asked for each time.
const PAGES: usize = 256;

/// The values of a function for every letter, worked out for 256 neighbouring letters at a time when one of them is first met.
pub struct Table<T: 'static> {
    pages: [OnceLock<Box<[T; 256]>>; PAGES],
    of: fn(char) -> T,
}

impl<T: Copy + 'static> Table<T> {
    /// The table of a function that gives the same for the same letter.
    pub const fn new(of: fn(char) -> T) -> Self {
        Self { pages: [const { OnceLock::new() }; PAGES], of }
    }

    /// The function's value.
    #[inline]
    pub fn get(&self, c: char) -> T {
        let code = c as usize;
        match self.pages.get(code >> 8).and_then(OnceLock::get) {
            Some(page) => page[code & 0xFF],
            None => self.first(c),
        }
    }

    #[cold]
    fn first(&self, c: char) -> T {
        let (page, letter) = (c as usize >> 8, c as usize & 0xFF);
        let of = |letter| (self.of)(char::from_u32((page << 8 | letter) as u32).unwrap_or('\u{FFFD}'));
        self.pages
            .get(page)
            .map_or_else(|| of(letter), |letters| letters.get_or_init(|| Box::new(std::array::from_fn(of)))[letter])
    }
}

const ALPHABETIC: u8 = 1;
const NUMERIC: u8 = 2;
const UNSPACED: u8 = 4;
const WHITESPACE: u8 = 8;

static CLASSES: Table<u8> = Table::new(|c| {
    let class = |is: bool, class: u8| if is { class } else { 0 };
    class(c.is_alphabetic(), ALPHABETIC)
        | class(c.is_numeric(), NUMERIC)
        | class(is_in_unspaced_script(c), UNSPACED)
        | class(c.is_whitespace(), WHITESPACE)
});

/// As [`char::is_alphabetic`].
#[must_use]
#[inline]
pub fn is_alphabetic(c: char) -> bool {
    CLASSES.get(c) & ALPHABETIC != 0
}

/// As [`char::is_alphanumeric`].
#[must_use]
#[inline]
pub fn is_alphanumeric(c: char) -> bool {
    CLASSES.get(c) & (ALPHABETIC | NUMERIC) != 0
}

/// As [`char::is_numeric`].
#[must_use]
#[inline]
pub fn is_numeric(c: char) -> bool {
    CLASSES.get(c) & NUMERIC != 0
}

/// Scripts that put no space between words: Han, Kana, Thai, Lao, Khmer, Myanmar.
#[must_use]
#[inline]
pub fn is_unspaced(c: char) -> bool {
    CLASSES.get(c) & UNSPACED != 0
}

/// As [`char::is_whitespace`].
#[must_use]
#[inline]
pub fn is_whitespace(c: char) -> bool {
    CLASSES.get(c) & WHITESPACE != 0
}

fn is_in_unspaced_script(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{3007}' |
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' |
        '\u{20000}'..='\u{3134F}')
}

/// Stops and commas of all scripts: what prose has and menus lack.
#[must_use]
pub fn is_stop(c: char) -> bool {
    matches!(
        c,
        '.' | ','
            | ';'
            | '!'
            | '?'
            | '…'
            | '،'
            | '؛'
            | '؟'
            | '۔'
            | '。'
            | '，'
            | '、'
            | '；'
            | '！'
            | '？'
            | '．'
            | '।'
            | '॥'
            | '።'
            | '፣'
            | '။'
            | '၊'
            | '។'
            | '·'
            | '׃'
    )
}

/// Signs that take no room: joiners, marks of direction, the soft hyphen; and the no-break space.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}' | '\u{A0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_is_what_the_standard_library_says() {
        for c in ('\0'..=char::MAX).filter(|c| (*c as u32) < 0x2_0000 || (*c as u32).is_multiple_of(97)) {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
            assert_eq!(is_numeric(c), c.is_numeric(), "{c:?}");
        }
    }
}
