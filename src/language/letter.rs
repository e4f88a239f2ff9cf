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

// The classes of punctuation marks; a mark may be in several. Each is asked for by the function below that says what it holds.
const SENTENCE_END: u16 = 1;
const FULL_STOP: u16 = 1 << 1;
const WIDE: u16 = 1 << 2;
const QUESTION: u16 = 1 << 3;
const EXCLAMATION: u16 = 1 << 4;
const COMMA: u16 = 1 << 5;
const COLON: u16 = 1 << 6;
const OPENING_QUOTE: u16 = 1 << 7;
const CLOSING_QUOTE: u16 = 1 << 8;
const APOSTROPHE: u16 = 1 << 9;
const OPENING_BRACKET: u16 = 1 << 10;
const CLOSING_BRACKET: u16 = 1 << 11;
const DASH: u16 = 1 << 12;
const BULLET: u16 = 1 << 13;
const SEPARATOR: u16 = 1 << 14;
const ARROW: u16 = 1 << 15;

/// The one list of the marks that the rules of this crate know, whatever they ask after.
static MARKS: Table<u16> = Table::new(|c| match c {
    '.' | '．' | '﹒' | '۔' | '।' | '॥' | '։' | '׃' | '\u{61D}' | '\u{61E}' | '܀' | '܁' | '܂' | '߹' | '၊' | '။'
    | '።' | '፨' | '។' | '៕' => SENTENCE_END | FULL_STOP,
    '。' | '｡' => SENTENCE_END | FULL_STOP | WIDE,
    '…' => SENTENCE_END,
    '?' | '؟' | '፧' | '﹖' | '⁇' => SENTENCE_END | QUESTION,
    '!' | '﹗' | '‼' => SENTENCE_END | EXCLAMATION,
    '‽' | '⁈' | '⁉' => SENTENCE_END | QUESTION | EXCLAMATION,
    '？' => SENTENCE_END | QUESTION | WIDE,
    '！' => SENTENCE_END | EXCLAMATION | WIDE,
    ',' | '،' | '，' | '、' | '﹐' | '､' | '፣' | ';' | '؛' | '；' | '﹔' | '፤' => COMMA,
    ':' | '：' | '﹕' => COLON,
    '"' | '“' | '«' | '‹' => OPENING_QUOTE | CLOSING_QUOTE,
    '„' | '‟' | '「' | '『' | '〝' => OPENING_QUOTE,
    '”' | '»' | '›' | '」' | '』' | '〞' | '〟' => CLOSING_QUOTE,
    '\'' | '‘' | '`' => OPENING_QUOTE | CLOSING_QUOTE | APOSTROPHE,
    '‚' => OPENING_QUOTE | APOSTROPHE,
    '’' | '״' => CLOSING_QUOTE | APOSTROPHE,
    '(' | '[' | '{' | '（' | '［' | '｛' | '【' | '〔' | '《' | '〈' => OPENING_BRACKET,
    ')' | ']' | '}' | '）' | '］' | '｝' | '】' | '〕' | '》' | '〉' => CLOSING_BRACKET,
    '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' => DASH,
    '•' => BULLET | SEPARATOR,
    '⁃' | '▪' | '●' => BULLET,
    '|' | '｜' | '/' | '／' | '·' => SEPARATOR,
    '→' | '←' | '↓' | '⇒' | '↠' | '⟶' | '➜' | '➤' | '➡' | '⬅' | '▶' | '►' | '◄' | '⏩' | '👉' | '👈' => {
        ARROW
    }
    _ => 0,
});

#[inline]
fn is_mark(c: char, classes: u16) -> bool {
    MARKS.get(c) & classes != 0
}

/// Marks that may end a sentence: Unicode's `STerm` and `ATerm` (UAX 29) of the scripts whose news we know, the ellipsis, and
/// the Hebrew stop after a verse.
#[must_use]
pub fn is_sentence_end(c: char) -> bool {
    is_mark(c, SENTENCE_END)
}

/// Of the marks that may end a sentence, those that end a statement, without the ellipsis.
#[must_use]
pub fn is_full_stop(c: char) -> bool {
    is_mark(c, FULL_STOP)
}

/// Of the marks that may end a sentence, those as wide as a Chinese character, which need no space after them.
#[must_use]
pub fn is_wide_end(c: char) -> bool {
    MARKS.get(c) & (SENTENCE_END | WIDE) == SENTENCE_END | WIDE
}

/// Question marks. Not the semicolon, which is one in Greek.
#[must_use]
pub fn is_question(c: char) -> bool {
    is_mark(c, QUESTION)
}

/// Exclamation marks.
#[must_use]
pub fn is_exclamation(c: char) -> bool {
    is_mark(c, EXCLAMATION)
}

/// Commas and semicolons.
#[must_use]
pub fn is_comma(c: char) -> bool {
    is_mark(c, COMMA)
}

/// Colons.
#[must_use]
pub fn is_colon(c: char) -> bool {
    is_mark(c, COLON)
}

/// Stops, commas and semicolons, and the middle dot, which is the Greek semicolon: what prose has and menus lack.
#[must_use]
pub fn is_stop(c: char) -> bool {
    is_mark(c, SENTENCE_END | COMMA) || c == '·'
}

/// Quotation marks of all kinds, apostrophes among them.
#[must_use]
pub fn is_quote(c: char) -> bool {
    is_mark(c, OPENING_QUOTE | CLOSING_QUOTE)
}

/// Marks that stand inside of a word as well as around a quotation: the apostrophe and the single quotes that are written for
/// it, and the gershayim of Hebrew abbreviations.
#[must_use]
pub fn is_apostrophe(c: char) -> bool {
    is_mark(c, APOSTROPHE)
}

/// Marks that open a quotation in most languages that use them; straight ones open and close.
#[must_use]
pub fn opens_quote(c: char) -> bool {
    is_mark(c, OPENING_QUOTE)
}

/// Marks that close a quotation in some language: “ and « open it in most, and close it in German.
#[must_use]
pub fn closes_quote(c: char) -> bool {
    is_mark(c, CLOSING_QUOTE)
}

/// Opening brackets of all shapes.
#[must_use]
pub fn opens_bracket(c: char) -> bool {
    is_mark(c, OPENING_BRACKET)
}

/// Closing brackets of all shapes.
#[must_use]
pub fn closes_bracket(c: char) -> bool {
    is_mark(c, CLOSING_BRACKET)
}

/// What may stand between a sentence's last mark and its end: closing quotes and round brackets. What stands in brackets of
/// other shapes, as in "[Also read: Tarn reopens.]", is no sentence of the text, but was put into it.
#[must_use]
pub fn is_closer(c: char) -> bool {
    is_mark(c, CLOSING_QUOTE) || matches!(c, ')' | '）')
}

/// Hyphens and dashes.
#[must_use]
pub fn is_dash(c: char) -> bool {
    is_mark(c, DASH)
}

/// Signs at the head of an item of a list.
#[must_use]
pub fn is_bullet(c: char) -> bool {
    is_mark(c, BULLET)
}

/// Bars, slashes, bullets and middle dots: what parts a name from an agency, or a headline from a site's name, in one line.
#[must_use]
pub fn is_separator(c: char) -> bool {
    is_mark(c, SEPARATOR)
}

/// Arrows, and pictures of hands and triangles that point: what pages set before or after a link.
#[must_use]
pub fn is_arrow(c: char) -> bool {
    is_mark(c, ARROW)
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

    #[test]
    fn each_class_holds_its_marks_and_spares_its_neighbours() {
        type Class = fn(char) -> bool;
        let classes: [(&str, Class, &str, &str); 15] = [
            ("sentence end", is_sentence_end, ".!?…؟۔。।॥։።။！？．", ",،;:·-"),
            ("full stop", is_full_stop, ".۔。।॥", "!?…,؟"),
            ("wide end", is_wide_end, "。！？｡", ".!?，、"),
            ("question", is_question, "?؟？", ";!."),
            ("exclamation", is_exclamation, "!！", "?¡."),
            ("comma", is_comma, ",،，、;؛；", ".:·"),
            ("colon", is_colon, ":：﹕", ";."),
            ("stop", is_stop, ".,;!?…،؛؟۔。，、；！？．।॥።፣။၊។·׃", ":-|•"),
            ("apostrophe", is_apostrophe, "'’‘״", "\"“”«"),
            ("opening quote", opens_quote, "\"“«„‘「『‹", "”»」』›("),
            ("closing quote", closes_quote, "\"”»’“」』›«", "„「『)"),
            ("closer", is_closer, "\"”»’')」』）", "(„「.]】"),
            ("dash", is_dash, "-–—―", "_~·"),
            ("separator", is_separator, "|•·/／", "-:,"),
            ("arrow", is_arrow, "→►👉", ">»›"),
        ];
        for (name, class, inside, outside) in classes {
            assert_eq!(inside.chars().find(|c| !class(*c)), None, "is no {name}");
            assert_eq!(outside.chars().find(|c| class(*c)), None, "is a {name}");
        }
    }
}
