//! What is measured of a block's text by its characters, in every script alike.

use super::number::truth;
use crate::article::heads::{self, Head};
use crate::block::Block;
use crate::language::letter::{self, Table};
use crate::language::{fold, word};

/// What was measured of a text.
#[derive(Clone, Copy, Default)]
pub struct Text {
    /// Its length in words.
    pub words: f32,
    /// How many stops and commas it has.
    pub stops: f32,
    /// How many digits it has.
    pub digits: f32,
    /// How many letters and digits it has.
    pub letters: f32,
    /// What it ends in: 1 a colon, 1.5 a comma, 2 an ellipsis, 3 another stop, 0 anything else.
    pub ends: f32,
    /// How many signs of menus and footers it has.
    pub furniture: f32,
    /// What it begins with: 1 a quotation mark, 2 a dash or bullet, 3 a digit, 0 anything else.
    pub starts: f32,
    /// The share of it that is inside of links, 0 to 1.
    pub link: f32,
    /// 1 where the text holds a time of day or a year, as the lines over comments and teasers do.
    pub time: f32,
    /// What it is as a known heading: 2 at a story's end, 1 over an aside, 0 none.
    pub head: f32,
    /// The level of the heading that it stands in, 0 for none.
    pub heading: f32,
    /// How many other blocks of the page have the same text.
    pub copies: f32,
}

const LETTER: u8 = 1;
const STOP: u8 = 2;
const DIGIT: u8 = 4;
/// Signs that stand in menus and footers more often than in prose.
const FURNITURE: u8 = 8;
/// White space, and the marks that may follow a sentence's stop; the text ends with what stands before them.
const CLOSER: u8 = 16;

static SIGNS: Table<u8> = Table::new(|c| match c {
    c if letter::is_stop(c) => STOP,
    c if fold::digit(c).is_some() => DIGIT | LETTER,
    c if letter::is_alphabetic(c) => LETTER,
    '©' | '|' | '•' | '@' | '#' | '›' | '→' | '★' | '▶' | '+' | '↑' | '®' | '_' => FURNITURE,
    c if letter::is_closer(c) || c.is_whitespace() => CLOSER,
    _ => 0,
});

#[inline(never)]
pub fn text(block: &Block) -> Text {
    let mut found = Text { words: word::count(&block.text) as f32, link: block.link_density(), ..Text::default() };
    found.head = match heads::head(&block.text) {
        Some(Head::End) => 2.0,
        Some(Head::Aside) => 1.0,
        None => 0.0,
    };
    let mut last = ' ';
    let (mut letters, mut stops, mut digits, mut furniture) = (0, 0, 0, 0);
    for c in block.text.chars() {
        let sign = SIGNS.get(c);
        letters += u32::from(sign & LETTER != 0);
        stops += u32::from(sign & STOP != 0);
        digits += u32::from(sign & DIGIT != 0);
        furniture += u32::from(sign & FURNITURE != 0);
        if sign & CLOSER == 0 {
            last = c;
        }
    }
    found.letters = letters as f32;
    found.stops = stops as f32;
    found.digits = digits as f32;
    found.furniture = furniture as f32;
    found.time = truth(found.digits >= 3.0 && is_timed(&block.text));
    found.ends = match last {
        c if letter::is_colon(c) => 1.0,
        c if letter::is_comma(c) => 1.5,
        '…' => 2.0,
        c if letter::is_stop(c) => 3.0,
        _ => 0.0,
    };
    found.starts = match block.text.chars().next() {
        Some(c) if letter::opens_quote(c) => 1.0,
        Some(c) if letter::is_dash(c) || letter::is_bullet(c) || matches!(c, '*' | '·') => 2.0,
        Some(c) if fold::digit(c).is_some() => 3.0,
        _ => 0.0,
    };
    found
}

/// Whether a text holds a time of day (digits, a colon or a point, two digits) or a year (four digits alone).
fn is_timed(text: &str) -> bool {
    let (mut digits, mut colon) = (0, false);
    for c in text.chars().chain([' ']) {
        if fold::digit(c).is_some() {
            digits += 1;
        } else if letter::is_colon(c) && (1..=2).contains(&digits) {
            (digits, colon) = (0, true);
        } else {
            if digits == 4 || (colon && digits == 2) {
                return true;
            }
            (digits, colon) = (0, false);
        }
    }
    false
}
