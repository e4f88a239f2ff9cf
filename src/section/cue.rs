//! Cues: words that tell what a paragraph of news does.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::language::{self, script, word};

const FILE: &str = include_str!("cue.tsv");
/// Words of the longest cue.
const MAX_WORDS: usize = 4;
/// Letters of the longest cue of an unspaced script, and of the longest ending or beginning.
const MAX_LETTERS: usize = 12;

/// What a cue tells; see the head of `cue.tsv`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    Speech,
    Reaction,
    Past,
    Explain,
    Context,
    Future,
}

const NAMES: [(&str, Class); Class::COUNT] = [
    ("speech", Class::Speech),
    ("reaction", Class::Reaction),
    ("past", Class::Past),
    ("explain", Class::Explain),
    ("context", Class::Context),
    ("future", Class::Future),
];

impl Class {
    pub const COUNT: usize = 6;
}

#[derive(Debug, Default)]
struct Cues {
    /// Words joined by a blank; of unspaced scripts as they are spelt.
    whole: HashMap<String, Class>,
    beginnings: HashMap<String, Class>,
    endings: HashMap<String, Class>,
}

/// How many cues of each class stand in a text in a language (BCP 47); `None` in a language without a catalogue.
pub fn count(text: &str, language: &str) -> Option<[u32; Class::COUNT]> {
    static ALL: OnceLock<HashMap<&str, Cues>> = OnceLock::new();
    let cues = ALL.get_or_init(read).get(language::primary(language).as_str())?;
    let mut found = [0; Class::COUNT];
    let mut hit = |class: Option<&Class>| {
        if let Some(class) = class {
            found[*class as usize] += 1;
        }
    };
    for (start, _) in text.char_indices().filter(|(_, c)| script::is_unspaced(*c)) {
        let rest = &text[start..];
        for (length, c) in rest.char_indices().take(MAX_LETTERS) {
            hit(cues.whole.get(&rest[..length + c.len_utf8()]));
        }
    }
    let words: Vec<String> =
        word::terms(text).into_iter().filter(|word| !word.starts_with(script::is_unspaced)).collect();
    for (at, word) in words.iter().enumerate() {
        let mut phrase = word.clone();
        hit(cues.whole.get(&phrase));
        for next in words[at + 1..].iter().take(MAX_WORDS - 1) {
            phrase.push(' ');
            phrase.push_str(next);
            hit(cues.whole.get(&phrase));
        }
        for (length, _) in word.char_indices().take(MAX_LETTERS).skip(2) {
            hit(cues.beginnings.get(&word[..length]));
        }
        hit(cues.beginnings.get(word));
        if !cues.endings.is_empty() {
            for (start, _) in word.char_indices().rev().take(MAX_LETTERS).skip(2) {
                hit(cues.endings.get(&word[start..]));
            }
        }
    }
    Some(found)
}

fn read() -> HashMap<&'static str, Cues> {
    let mut all: HashMap<&str, Cues> = HashMap::new();
    for (language, class, cue) in entries() {
        let Some((_, class)) = NAMES.iter().find(|(name, _)| *name == class) else { continue };
        let cues = all.entry(language).or_default();
        let key = |cue: &str| match cue.starts_with(script::is_unspaced) {
            true => cue.to_owned(),
            false => word::terms(cue).join(" "),
        };
        let (table, cue) = match (cue.strip_prefix('*'), cue.strip_suffix('*')) {
            (Some(ending), _) => (&mut cues.endings, ending),
            (_, Some(beginning)) => (&mut cues.beginnings, beginning),
            _ => (&mut cues.whole, cue),
        };
        table.insert(key(cue), *class);
    }
    all
}

/// Language, class and cue of each entry.
fn entries() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    FILE.lines().filter(|line| !line.starts_with('#')).flat_map(|line| {
        let mut fields = line.split('\t');
        let (language, class) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        fields.next().into_iter().flat_map(|cues| cues.split(',')).map(move |cue| (language, class, cue.trim()))
    })
}
