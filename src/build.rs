//! Makes the tables that the module carries of the catalogues that people write. A catalogue that does not hold together
//! stops the build.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

#[path = "flaw/catalogue/build.rs"]
mod catalogue;
#[path = "flaw/catalogue/kind.rs"]
mod kind;
#[allow(dead_code, reason = "the module uses all of it")]
mod language {
    pub mod fold;
    pub mod key;
    pub mod letter;
    pub mod lexicon;
}
#[path = "language/stop/build.rs"]
mod stop;

use language::{fold, letter, lexicon};

fn main() {
    catalogue::write();
    stop::write();
    write("abbreviations.bin", &pack(&abbreviations()));
    write("bylines.bin", &pack(&bylines()));
    write("cues.bin", &pack(&cues()));
    write("heads.bin", &pack(&heads()));
    write("months.bin", &pack(&months()));
    write("openers.bin", &pack(&openers()));
}

/// `language word`: what it is, a bit each.
fn abbreviations() -> BTreeMap<String, u64> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for [language, kind, abbreviations, _] in rows("language/abbreviations.tsv") {
        assert!(language == "*" || language.len() == 2, "no such language: {language}");
        let kinds = ["name", "number", "open"];
        let bit = 1 << kinds.iter().position(|name| *name == kind).unwrap_or_else(|| panic!("no such kind: {kind}"));
        for word in abbreviations.split_whitespace() {
            assert!(!word.ends_with('.'), "{word}: given without its last stop");
            *words.entry(format!("{language} {word}")).or_default() |= bit;
        }
    }
    words
}

/// Words that open a byline.
fn bylines() -> BTreeMap<String, u64> {
    rows("metadata/byline.tsv").map(|[_, text, _]| (fold::key(&text), 1)).collect()
}

/// `language words`, with a star for any beginning or ending: the classes, a bit each; one bit more for what a longer cue
/// begins with, by words or by letters of an unspaced script, and for `language` alone.
fn cues() -> BTreeMap<String, u64> {
    let classes = ["speech", "reaction", "past", "explain", "context", "future"];
    let goes_on = 1 << classes.len();
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for [language, class, cues] in rows("section/cue.tsv") {
        let bit = classes.iter().position(|name| *name == class).unwrap_or_else(|| panic!("no such class: {class}"));
        for cue in cues.split(',').map(str::trim) {
            let star = |is: bool| if is { "*" } else { "" };
            let (before, after) = (star(cue.starts_with('*')), star(cue.ends_with('*')));
            let cue = phrase(cue);
            *words.entry(format!("{language} {before}{cue}{after}")).or_default() |= 1 << bit;
            let letters = if cue.starts_with(letter::is_unspaced) { &*cue } else { "" };
            let starts =
                letters.char_indices().map(|(at, _)| at).skip(1).chain(cue.match_indices(' ').map(|(at, _)| at));
            for start in starts {
                *words.entry(format!("{language} {}", &cue[..start])).or_default() |= goes_on;
            }
        }
        words.insert(language, goes_on);
    }
    words
}

/// Heads: 1 over an aside, 2 at a story's end.
fn heads() -> BTreeMap<String, u64> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for [language, kind, text, _] in rows("article/heads.tsv") {
        let bits = match kind.as_str() {
            "aside" => 1,
            "end" => 2,
            _ => panic!("no such kind: {kind}"),
        };
        let mut key = fold::key(&text);
        key.retain(|c| !c.is_numeric());
        assert!(!key.is_empty(), "no letters: {text}");
        let known = words.insert(key, bits);
        assert!(known.is_none_or(|known| known == bits), "{language} {text}: another language says otherwise");
    }
    words
}

/// Stems of months: 1 for January.
fn months() -> BTreeMap<String, u64> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for row in rows::<13>("metadata/months.tsv") {
        for (month, forms) in (1..).zip(&row[1..]) {
            for form in forms.split('|') {
                words.entry(fold::key(form)).or_insert(month);
            }
        }
    }
    words
}

/// `language words`, of what takes up what was said before.
fn openers() -> BTreeMap<String, u64> {
    let mut words = BTreeMap::new();
    for [language, class, openers] in rows("opener.tsv") {
        assert!(["pronoun", "pointer", "connective"].contains(&class.as_str()), "no such class: {class}");
        words.extend(openers.split(',').map(|opener| (format!("{language} {}", phrase(opener)), 1)));
    }
    words
}

/// The words of a phrase as the module reads them in a text, a blank between.
fn phrase(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c == '-').map(fold::key).filter(|word| !word.is_empty());
    let phrase = words.collect::<Vec<_>>().join(" ");
    assert!(!phrase.is_empty(), "no words: {text}");
    phrase
}

/// The rows of a catalogue of so many fields parted by tabs, none of which is empty.
fn rows<const FIELDS: usize>(path: &str) -> impl Iterator<Item = [String; FIELDS]> {
    let file = source(path);
    let text = fs::read_to_string(&file).unwrap_or_else(|why| panic!("{}: {why}", file.display()));
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let rows = lines.map(|line| -> [String; FIELDS] {
        let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
        assert!(fields.iter().all(|field| !field.trim().is_empty()), "{}: an empty field: {line}", file.display());
        fields.try_into().unwrap_or_else(|_| panic!("{}: {FIELDS} fields, parted by tabs: {line}", file.display()))
    });
    rows.collect::<Vec<_>>().into_iter()
}

/// A folder's or file's path from the crate's; when it changes, the tables are made anew.
fn source(path: &str) -> std::path::PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path);
    println!("cargo:rerun-if-changed={}", path.display());
    path
}

fn write(name: &str, table: &[u8]) {
    let folder = env::var("OUT_DIR").expect("set by cargo");
    fs::write(Path::new(&folder).join(name), table).expect("a file in the target folder");
}

/// Packs words and their bits as `lexicon.rs` unpacks them.
fn pack(words: &BTreeMap<String, u64>) -> Vec<u8> {
    let mut bits: Vec<u64> = words.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    // The commonest first: most places are a small byte.
    bits.sort_by_key(|bits| std::cmp::Reverse(words.values().filter(|own| *own == bits).count()));
    let prints: BTreeMap<u32, u64> =
        words.iter().map(|(word, own)| (lexicon::Print::EMPTY.with(word).finish(), *own)).collect();
    assert_eq!(prints.len(), words.len(), "two words with one fingerprint");
    let ends = std::iter::once(0).chain(prints.keys().copied());
    let steps = ends.zip(prints.keys()).map(|(last, print)| print - last).collect::<Vec<_>>();
    let places =
        prints.values().map(|own| bits.iter().position(|bits| bits == own).expect("all bits are listed") as u32);
    let mut packed: Vec<u8> = [bits.len() as u32, prints.len() as u32].into_iter().flat_map(u32::to_le_bytes).collect();
    packed.extend(bits.iter().flat_map(|bits| bits.to_le_bytes()));
    for column in [steps, places.collect()] {
        (0..4).for_each(|byte| packed.extend(column.iter().map(|number| number.to_le_bytes()[byte])));
    }
    packed
}
