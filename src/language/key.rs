//! Texts as the catalogues compare them: folded words, with their order and their bounds.

use super::fold;
use super::letter::Table;

static PLAIN: Table<Option<char>> = Table::new(plain);

/// A text's words in folded form, one blank between two of them: no case, no punctuation, no accents, none of what spelling
/// leaves to taste. Letters of scripts that put no space between words stand without blanks.
#[must_use]
pub fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = None;
    let mut gap = false;
    for c in text.chars() {
        let Some(letter) = fold::letter(c) else {
            gap |= !joins(c);
            continue;
        };
        if gap && last.is_some_and(|last| !(is_unspaced(last) && is_unspaced(letter))) {
            out.push(' ');
        }
        gap = false;
        last = Some(letter);
        out.extend(PLAIN.get(letter));
    }
    out
}

/// A folded text's first word; its first letter in scripts without blanks.
#[must_use]
pub fn first_word(words: &str) -> &str {
    let begins = words.starts_with(is_unspaced);
    let end = words.char_indices().skip(1).find(|(_, c)| begins || *c == ' ' || is_unspaced(*c));
    &words[..end.map_or(words.len(), |(at, _)| at)]
}

/// A text's words without blanks: two headlines that differ in spelling alone are the same.
#[must_use]
pub fn compact(text: &str) -> String {
    words(text).replace(' ', "")
}

/// Signs that stand inside of a word without parting it: marks, joiners, apostrophes, direction signs.
fn joins(c: char) -> bool {
    matches!(c,
        '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '׳' | '״' | 'ـ' | '\u{AD}' | '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6ED}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '゛')
}

/// Scripts whose catalogue entries match with blanks or without.
#[must_use]
pub fn is_unspaced(c: char) -> bool {
    matches!(c,
        '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3005}'..='\u{30FF}'
        | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}')
}

/// A letter without its accent; `None` for marks that are left out at will.
fn plain(c: char) -> Option<char> {
    Some(match c {
        '\u{300}'..='\u{36F}' | '\u{93C}' | '\u{9BC}' | '\u{A3C}' => return None,
        'à'..='å' | 'ā' | 'ă' | 'ą' | 'ǎ' | '\u{1EA0}'..='\u{1EB7}' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | '\u{1EB8}'..='\u{1EC7}' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' | 'ǧ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' | '\u{1EC8}'..='\u{1ECB}' => 'i',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' | 'ơ' | '\u{1ECC}'..='\u{1EE3}' => 'o',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ß' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | '\u{1EE4}'..='\u{1EF1}' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' | '\u{1EF2}'..='\u{1EF9}' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ς' => 'σ',
        'ґ' => 'г',
        // Candrabindu and anusvara are written for each other; letters with a dot below, for those without.
        'ँ' => 'ं',
        '\u{958}' => 'क',
        '\u{959}' => 'ख',
        '\u{95A}' => 'ग',
        '\u{95B}' => 'ज',
        '\u{95C}' => 'ड',
        '\u{95D}' => 'ढ',
        '\u{95E}' => 'फ',
        '\u{95F}' => 'य',
        _ => c,
    })
}
