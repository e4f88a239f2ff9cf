//! The catalogues: what is known of texts that pages leave in their stories, by language.
//!
//! `catalogue/<language>.tsv` says it all; its build script folds and sorts it. To add a language is to add a file.

use std::cmp::Ordering;
use std::hash::Hasher;
use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHasher};

use super::key;

#[path = "catalogue/kind.rs"]
mod kind;

pub use kind::Kind;

/// `text<TAB>kinds`, sorted by text.
static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/texts.txt"));
/// A kind's letter and the slots of a pattern, parted by tabs.
static PATTERNS: &str = include_str!(concat!(env!("OUT_DIR"), "/patterns.txt"));

impl Kind {
    fn letter(self) -> char {
        kind::KINDS[self as usize].2
    }
}

/// Whether a folded text is all that an entry of a kind says.
pub fn is(kind: Kind, words: &str) -> bool {
    whole(kind, words) || patterns(kind, words).any(|slots| fits(slots, words))
}

/// The same for entries without gaps.
pub fn whole(kind: Kind, words: &str) -> bool {
    may_begin(kind, words) && look_up(words).kinds.contains(kind.letter())
}

/// The length of the longest entry of a kind that a folded text begins with, up to a word's end.
pub fn prefix(kind: Kind, words: &str) -> Option<usize> {
    let mut longest = None;
    if !may_begin(kind, words) {
        return None;
    }
    for end in bounds(words) {
        let found = look_up(&words[..end]);
        if found.kinds.contains(kind.letter()) {
            longest = Some(end);
        }
        if !found.goes_on {
            break;
        }
    }
    longest
}

/// Where an entry of a kind stands in a folded text, as words of it.
pub fn within(kind: Kind, words: &str) -> Option<(usize, usize)> {
    std::iter::once(0)
        .chain(starts(words))
        .find_map(|start| prefix(kind, &words[start..]).map(|end| (start, start + end)))
}

/// The kinds whose entries begin with a word, a bit each, by the word's hash: nearly all words of a story are in none, and
/// need no search.
static FIRST_WORDS: LazyLock<FxHashMap<u64, u64>> = LazyLock::new(|| {
    let mut first_words = FxHashMap::default();
    for (text, kinds) in TEXTS.lines().filter_map(|line| line.split_once('\t')) {
        let bits = kind::KINDS.iter().enumerate().filter(|(_, kind)| kinds.contains(kind.2));
        *first_words.entry(first_word(text)).or_default() |= bits.fold(0, |bits, (at, _)| bits | 1 << at);
    }
    first_words
});

fn may_begin(kind: Kind, words: &str) -> bool {
    FIRST_WORDS.get(&first_word(words)).is_some_and(|kinds| kinds & (1 << kind as usize) != 0)
}

/// The hash of a text's first word; of its first letter in scripts without blanks.
fn first_word(words: &str) -> u64 {
    let begins = words.chars().next().is_some_and(key::is_unspaced);
    let end = words.char_indices().skip(1).find(|(_, c)| begins || *c == ' ' || key::is_unspaced(*c));
    let mut hasher = FxHasher::default();
    hasher.write(&words.as_bytes()[..end.map_or(words.len(), |(at, _)| at)]);
    hasher.finish()
}

/// Patterns by kind and the letter that they begin with; those that may begin with anything under a blank.
static BEGINNINGS: LazyLock<FxHashMap<(usize, char), Vec<&'static str>>> = LazyLock::new(|| {
    let mut beginnings: FxHashMap<(usize, char), Vec<&'static str>> = FxHashMap::default();
    for line in PATTERNS.lines() {
        let Some(kind) = kind::KINDS.iter().position(|kind| line.starts_with(kind.2)) else { continue };
        let slots = &line[1..];
        let slot = slots.split('\t').next().unwrap_or_default();
        let mut letters: Vec<char> = slot.split('|').map(|part| part.chars().next().unwrap_or('…')).collect();
        if letters.contains(&'…') {
            letters = vec![' '];
        }
        letters.sort_unstable();
        letters.dedup();
        for letter in letters {
            beginnings.entry((kind, letter)).or_default().push(slots);
        }
    }
    beginnings
});

/// The patterns of a kind that a folded text may fit.
fn patterns(kind: Kind, words: &str) -> impl Iterator<Item = &'static str> {
    let letter = words.trim_start_matches(' ').chars().next().unwrap_or(' ');
    let of = |letter| BEGINNINGS.get(&(kind as usize, letter)).into_iter().flatten().copied();
    of(' ').chain(of(letter))
}

/// Where words end; in scripts without blanks, every letter.
fn bounds(words: &str) -> impl Iterator<Item = usize> + '_ {
    let ends = words.char_indices().filter_map(|(at, c)| {
        let end = at + c.len_utf8();
        let next = words[end..].chars().next();
        (c != ' ' && (next == Some(' ') || key::is_unspaced(c) || next.is_some_and(key::is_unspaced))).then_some(end)
    });
    ends.chain((!words.is_empty()).then_some(words.len()))
}

fn starts(words: &str) -> impl Iterator<Item = usize> + '_ {
    words.char_indices().filter_map(|(at, c)| match c {
        ' ' => Some(at + 1),
        c if key::is_unspaced(c) => Some(at + c.len_utf8()),
        _ => None,
    })
}

/// What the table says of a text.
#[derive(Default)]
struct Entry {
    kinds: &'static str,
    /// Longer entries begin with the same letters.
    goes_on: bool,
}

/// Binary search over the lines of the table.
fn look_up(words: &str) -> Entry {
    if words.is_empty() {
        return Entry::default();
    }
    let bytes = TEXTS.as_bytes();
    let (mut low, mut high) = (0, TEXTS.len());
    while low < high {
        let middle = usize::midpoint(low, high);
        let start = bytes[..middle].iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
        let end = bytes[middle..].iter().position(|byte| *byte == b'\n').map_or(TEXTS.len(), |at| middle + at);
        let Some((text, kinds)) = TEXTS[start..end].split_once('\t') else { break };
        match text.cmp(words) {
            Ordering::Equal => {
                return Entry { kinds, goes_on: TEXTS[(end + 1).min(TEXTS.len())..].starts_with(words) };
            }
            Ordering::Less => low = end + 1,
            Ordering::Greater => high = start,
        }
    }
    Entry { kinds: "", goes_on: TEXTS[low.min(TEXTS.len())..].starts_with(words) }
}

/// Whether a pattern's slots take up all of a folded text.
fn fits(slots: &str, words: &str) -> bool {
    /// Words that a gap may stand for.
    const MAX_GAP: usize = 20;
    let words = words.trim_start_matches(' ');
    if slots.is_empty() {
        return words.is_empty();
    }
    let (slot, rest) = slots.split_once('\t').unwrap_or((slots, ""));
    if slot == "…" {
        return std::iter::once(0).chain(bounds(words)).take(MAX_GAP).any(|end| fits(rest, &words[end..]));
    }
    slot.split('|').any(|part| {
        words.strip_prefix(part).is_some_and(|after| {
            let bound = part.is_empty()
                || after.is_empty()
                || after.starts_with([' '])
                || after.chars().next().is_some_and(key::is_unspaced)
                || part.chars().next_back().is_some_and(key::is_unspaced);
            bound && fits(rest, after)
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_are_found_by_their_words() {
        for (kind, text) in [
            (Kind::Ad, "Advertisement"),
            (Kind::Ad, "إعــلان"),
            (Kind::Ad, "РЕКЛАМА"),
            (Kind::Ad, "【広告】"),
            (Kind::Related, "À lire aussi :"),
            (Kind::Related, "اقرأ أيضًا"),
            (Kind::Source, "Źródło:"),
            (Kind::Continues, "Story continues below this advertisement"),
            (Kind::Feed, "The post Harbour of Tarn reopens appeared first on The Tarn Post."),
        ] {
            assert!(is(kind, &key::words(text)), "{text}");
        }
        for (kind, text) in [
            (Kind::Ad, "Advertisements were printed"),
            (Kind::Ad, ""),
            (Kind::Related, "Read alsoran"),
            (Kind::Continues, "The story continues below the bridge"),
            (Kind::Feed, "The post was first."),
        ] {
            assert!(!is(kind, &key::words(text)), "{text}");
        }
    }

    #[test]
    fn beginnings_end_with_a_word() {
        assert_eq!(prefix(Kind::Share, "share on facebook"), Some("share on".len()));
        assert_eq!(prefix(Kind::Share, "sharecroppers"), None);
        assert_eq!(prefix(Kind::Ad, "広告の後に"), Some("広告".len()));
    }

    /// A language is added by adding a file: each of them is in the tables, by a text that no other file has.
    #[test]
    fn every_file_is_in_the_tables() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/flaw/catalogue");
        let mut languages = 0;
        for file in std::fs::read_dir(folder).unwrap().flatten().map(|file| file.path()) {
            if file.extension().is_none_or(|extension| extension != "tsv") {
                continue;
            }
            languages += 1;
            let text = std::fs::read_to_string(&file).unwrap();
            for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let fields: Vec<&str> = line.split('\t').collect();
                let (kind, ..) = kind::KINDS.iter().find(|kind| kind.1 == fields[0]).unwrap();
                if fields[1].contains('…') || fields[1].matches('(').count() > 1 {
                    continue;
                }
                for text in fields[1].trim_matches(['(', ')']).split('|') {
                    assert!(whole(*kind, &key::words(text)), "{}: {text}", file.display());
                }
            }
        }
        assert!(languages > 35, "{languages} languages");
    }
}
