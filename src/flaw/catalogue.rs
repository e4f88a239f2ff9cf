//! The catalogues: what is known of texts that pages leave in their stories, by language.
//!
//! `languages/<tag>/leftovers.tsv` says it all; the build script folds and sorts it.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::key;
use crate::language::lexicon::{Lexicon, Print, packed};

#[path = "catalogue/kind.rs"]
mod kind;

pub use kind::Kind;

/// Every text of the catalogues, folded, with the kinds that it is of.
static TEXTS: LazyLock<Lexicon> = packed!("texts.bin");
/// Every entry that is kept as a pattern, one a line: its kind's letter, and after it the pattern's slots, parted by
/// tabs.
static PATTERNS: &str = include_str!(concat!(env!("OUT_DIR"), "/patterns.txt"));
/// The longest text of the catalogues has fewer words than this, or fewer letters in scripts without blanks.
const LONGEST: usize = 48;

/// Whether a folded text, as a whole, is an entry of a kind.
pub fn is(kind: Kind, words: &str) -> bool {
    whole(kind, words) || patterns(kind, words).any(|slots| fits(slots, words))
}

/// Whether a folded text, as a whole, is an entry of a kind that has no gaps.
pub fn whole(kind: Kind, words: &str) -> bool {
    TEXTS.get(words) & bit(kind) != 0
}

/// The length in bytes of the longest entry of a kind that a folded text begins with; it ends where a word does.
pub fn prefix(kind: Kind, words: &str) -> Option<usize> {
    if !may_begin(kind, words) {
        return None;
    }
    let (mut longest, mut print, mut from) = (None, Print::EMPTY, 0);
    for end in bounds(words).take(LONGEST) {
        print = print.with(&words[from..end]);
        from = end;
        if TEXTS.at(print) & bit(kind) != 0 {
            longest = Some(end);
        }
    }
    longest
}

/// Where the first entry of a kind stands in a folded text, in bytes, from the beginning of a word to the end of one.
pub fn within(kind: Kind, words: &str) -> Option<(usize, usize)> {
    std::iter::once(0)
        .chain(starts(words))
        .find_map(|start| prefix(kind, &words[start..]).map(|end| (start, start + end)))
}

fn bit(kind: Kind) -> u64 {
    1 << kind as u64
}

/// Whether any entry of a kind begins with the text's first word. For nearly all words of a story none does, and no
/// search is needed.
fn may_begin(kind: Kind, words: &str) -> bool {
    TEXTS.get(key::first_word(words)) >> kind::BEGINS & bit(kind) != 0
}

/// A kind's patterns.
#[derive(Clone, Default)]
struct Patterns {
    /// Those that may begin with anything.
    open: Vec<&'static str>,
    /// The others, by the letter that they begin with.
    closed: FxHashMap<char, Vec<&'static str>>,
}

static KINDS: LazyLock<Vec<Patterns>> = LazyLock::new(|| {
    let mut kinds = vec![Patterns::default(); kind::KINDS.len()];
    for line in PATTERNS.lines() {
        let Some(kind) = kind::KINDS.iter().position(|kind| line.starts_with(kind.2)) else { continue };
        let slots = &line[1..];
        let first = slots.split('\t').next().unwrap_or_default();
        let mut letters: Vec<char> = first.split('|').map(|part| part.chars().next().unwrap_or('…')).collect();
        letters.sort_unstable();
        letters.dedup();
        if letters.contains(&'…') {
            kinds[kind].open.push(slots);
            continue;
        }
        for letter in letters {
            kinds[kind].closed.entry(letter).or_default().push(slots);
        }
    }
    kinds
});

/// The patterns of a kind that a folded text may fit, by its first letter.
fn patterns(kind: Kind, words: &str) -> impl Iterator<Item = &'static str> {
    let Patterns { open, closed } = &KINDS[kind as usize];
    let first = words.chars().next().filter(|_| may_begin(kind, words));
    open.iter().chain(first.and_then(|first| closed.get(&first)).into_iter().flatten()).copied()
}

/// Whether an entry of a kind may begin at one of a folded text's words.
pub fn may_be_within(kind: Kind, words: &str) -> bool {
    std::iter::once(0).chain(starts(words)).any(|start| may_begin(kind, &words[start..]))
}

/// Where the words of a folded text end, in bytes; in scripts without blanks, every letter ends one.
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

/// What stands in the first gap of an entry that a folded text, as a whole, fits; `None` where it fits none that has its gap
/// after its first part.
pub fn gap(kind: Kind, words: &str) -> Option<&str> {
    patterns(kind, words).find_map(|slots| {
        let (first, rest) = slots.split_once("\t…\t")?;
        first.split('|').filter_map(|part| words.strip_prefix(part)).find_map(|after| {
            let ends = std::iter::once(0).chain(bounds(after));
            ends.map(|end| after.split_at(end)).find(|(_, end)| fits(rest, end)).map(|(gap, _)| gap.trim())
        })
    })
}

/// Whether a pattern's slots take up all of a folded text.
fn fits(slots: &str, words: &str) -> bool {
    /// Halves of words that a gap may stand for: a letter is one in scripts without blanks.
    const MAX_GAP: usize = 40;
    let words = words.trim_start_matches(' ');
    if slots.is_empty() {
        return words.is_empty();
    }
    let (slot, rest) = slots.split_once('\t').unwrap_or((slots, ""));
    if slot == "…" {
        let mut halves = 0;
        let near = |end: &usize| {
            halves += if words[..*end].ends_with(key::is_unspaced) { 1 } else { 2 };
            halves <= MAX_GAP
        };
        return std::iter::once(0).chain(bounds(words)).take_while(near).any(|end| fits(rest, &words[end..]));
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
    fn what_stands_in_a_gap() {
        for (text, expected) in [
            ("The post Harbour of Tarn reopens appeared first on The Tarn Post.", Some("harbour of tarn reopens")),
            ("This article was first published on The Tarn Post.", Some("")),
            ("المقالة عودة العبارات ظهرت أولا على بريد طارن", Some("عوده العبارات")),
            ("文章渡船重开首先出现在塔恩报", Some("渡船重开")),
            ("Originally published at The Tarn Post", None),
            ("The post was first.", None),
        ] {
            assert_eq!(gap(Kind::Feed, &key::words(text)), expected, "{text}");
        }
    }

    #[test]
    fn beginnings_end_with_a_word() {
        assert_eq!(prefix(Kind::Share, "share on facebook"), Some("share on".len()));
        assert_eq!(prefix(Kind::Share, "sharecroppers"), None);
        assert_eq!(prefix(Kind::Ad, "広告の後に"), Some("広告".len()));
    }

    /// A language is added by adding a folder: the leftovers of each are in the tables.
    #[test]
    fn every_file_is_in_the_tables() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/languages");
        let mut languages = 0;
        for file in std::fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path().join("leftovers.tsv")) {
            let Ok(text) = std::fs::read_to_string(&file) else { continue };
            languages += 1;
            for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let fields: Vec<&str> = line.split('\t').collect();
                let (kind, ..) = kind::KINDS.iter().find(|kind| kind.1 == fields[0]).unwrap();
                if fields[1].contains('…') || fields[1].matches('(').count() > 1 {
                    continue;
                }
                for text in fields[1].trim_matches(['(', ')']).split('|') {
                    let words = key::words(text);
                    assert!(whole(*kind, &words), "{}: {text}", file.display());
                    assert_eq!(prefix(*kind, &words), Some(words.len()), "{}: {text}", file.display());
                }
            }
        }
        assert!(languages > 35, "{languages} languages");
    }
}
