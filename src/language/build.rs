//! Makes the tables of what is known of each language beside what its pages say: `about.tsv`, stop words, endings.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::{fold, letter};
use crate::{Folder, UNDETERMINED};

/// What a folder's `about.tsv` may say, and no more.
const KEYS: [&str; 14] = [
    "name",
    "aliases",
    "script",
    "direction",
    "leads-script",
    "instead-of",
    "own-letters",
    "words-per-minute",
    "ordinals",
    "sentence-marks",
    "sentences",
    "proclitics",
    "stemmer",
    "shortest-stem",
];

/// What one folder says of its language.
struct About<'a> {
    folder: &'a Folder,
    rows: Vec<[String; 2]>,
}

impl About<'_> {
    fn all(&self, key: &str) -> impl Iterator<Item = &str> {
        assert!(KEYS.contains(&key), "{key}");
        self.rows.iter().filter(move |[own, _]| own == key).map(|[_, value]| value.as_str())
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.all(key).next()
    }

    /// Whether a key has the one value that it may have.
    fn is(&self, key: &str, value: &str) -> bool {
        let own = self.get(key);
        assert!(own.is_none_or(|own| own == value), "{}: {key} may be {value} alone", self.folder);
        own.is_some()
    }

    fn letters(&self, key: &str) -> Vec<char> {
        let letter = |text: &str| {
            let mut chars = text.chars();
            let letter = chars.next().filter(|_| chars.next().is_none());
            letter.unwrap_or_else(|| panic!("{}: {key} are single letters: {text}", self.folder))
        };
        self.get(key).into_iter().flat_map(str::split_whitespace).map(letter).collect()
    }
}

pub fn write(folders: &[Folder]) {
    let with_stop_words: Vec<&Folder> = folders.iter().filter(|folder| folder.has("stop.txt")).collect();
    assert!(with_stop_words.len() <= 64, "one bit of 64 for each language that has stop words");
    crate::write("stop.bin", &crate::pack(&stop_words(&with_stop_words)));
    let abouts: Vec<About> = folders.iter().map(about).collect();
    let place = |tag: &str| with_stop_words.iter().position(|folder| folder.tag == tag);
    // What is looked up by a language is looked up by its primary subtag.
    let primaries: Vec<&About> = abouts.iter().filter(|about| about.folder.is_primary()).collect();
    let rest =
        primaries.iter().find(|about| about.folder.tag == UNDETERMINED).expect("the folder of what always holds");
    let tags: Vec<&str> = with_stop_words.iter().map(|folder| folder.tag.as_str()).collect();
    let mut code = format!(
        "/// The languages that have stop words, each at the place of its bit.\npub const WITH_STOP_WORDS: [&str; {}] = {tags:?};\n",
        tags.len()
    );
    code += &array("ABOUT", "About", primaries.iter().map(|about| row(about, rest, place(&about.folder.tag))));
    let undetermined = primaries.iter().position(|about| about.folder.tag == UNDETERMINED);
    code += &format!("const UNDETERMINED: usize = {};\n", undetermined.expect("found above"));
    let mut aliases: Vec<(&str, &str)> = Vec::new();
    for about in &primaries {
        aliases.extend(about.all("aliases").flat_map(str::split_whitespace).map(|alias| (alias, &*about.folder.tag)));
    }
    aliases.sort_unstable();
    code += "/// Other names of languages, with their folders'.\n";
    code += &array("ALIASES", "(&str, &str)", aliases.iter().map(|alias| format!("{alias:?}")));
    code += &scripts(&primaries);
    code += &own_letters(&primaries, place);
    crate::write("languages.rs", code.as_bytes());
}

fn array(name: &str, of: &str, rows: impl Iterator<Item = String>) -> String {
    let rows: Vec<String> = rows.collect();
    format!("pub static {name}: [{of}; {}] = [\n{}\n];\n", rows.len(), rows.join(",\n"))
}

fn about(folder: &Folder) -> About<'_> {
    let rows: Vec<[String; 2]> = folder.rows("about.tsv").collect();
    let mut seen = BTreeSet::new();
    for [key, _] in &rows {
        assert!(KEYS.contains(&key.as_str()), "{folder}: no such key: {key}");
        assert!(seen.insert(key) || key == "instead-of", "{folder}: {key} stands twice");
    }
    let about = About { folder, rows };
    for key in ["name", "script"] {
        assert!(about.get(key).is_some(), "{folder}: about.tsv gives no {key}");
    }
    let of_all = |key: &str| folder.is_primary() || ["name", "script", "direction"].contains(&key);
    for [key, _] in &about.rows {
        assert!(of_all(key), "{folder}: {key} is looked up by the primary subtag");
    }
    about
}

/// A language's row; what it does not say is as in the rest.
fn row(about: &About, rest: &About, stop_words: Option<usize>) -> String {
    let folder = about.folder;
    let get = |key| about.get(key).or(rest.get(key)).unwrap_or_else(|| panic!("{}: {key} is missing", rest.folder));
    let number = |key| get(key).parse::<u32>().unwrap_or_else(|why| panic!("{folder}: {key}: {why}"));
    let direction = get("direction");
    assert!(["ltr", "rtl"].contains(&direction), "{folder}: a direction is ltr or rtl, not {direction}");
    let stemmer = match about.get("stemmer") {
        None => "Endings",
        Some("arabic") => "Arabic",
        Some("hebrew") => "Hebrew",
        Some(other) => panic!("{folder}: no such stemmer: {other}"),
    };
    let script = about.get("script").expect("looked for above");
    assert!(script.len() == 4, "{folder}: a script has four letters (ISO 15924), not {script}");
    let mut endings: Vec<String> = Vec::new();
    for [own, what] in folder.rows("suffixes.tsv") {
        assert!(own.len() > 5 && what.len() > 10, "{folder}: suffixes.tsv: too little, or not what they are: {own}");
        endings.extend(own.split_whitespace().map(fold::key));
    }
    endings.sort_by_key(|ending| std::cmp::Reverse(ending.chars().count()));
    endings.dedup();
    let endings = endings.join(" ");
    let (tag, stop_words) = (&folder.tag, stop_words.map(|place| place as u8));
    let (words_per_minute, shortest_stem) = (number("words-per-minute"), number("shortest-stem"));
    let (right_to_left, ordinal_stops) = (direction == "rtl", about.is("ordinals", "stop"));
    let (proclitics, sentence_marks) = (about.letters("proclitics"), about.letters("sentence-marks"));
    let spaced_sentences = about.is("sentences", "spaced");
    format!(
        "About {{ tag: {tag:?}, script: *b{script:?}, right_to_left: {right_to_left}, words_per_minute: {words_per_minute}, \
         stop_words: {stop_words:?}, proclitics: &{proclitics:?}, stemmer: Stemmer::{stemmer}, endings: {endings:?}, \
         shortest_stem: {shortest_stem}, ordinal_stops: {ordinal_stops}, sentence_marks: &{sentence_marks:?}, \
         spaced_sentences: {spaced_sentences} }}"
    )
}

/// The tables by which a text's language is told from its script.
fn scripts(primaries: &[&About]) -> String {
    let mut ranges: Vec<(char, char, &str)> = Vec::new();
    let mut instead: Vec<String> = Vec::new();
    let mut settled = BTreeSet::new();
    for about in primaries {
        let (folder, tag) = (about.folder, about.folder.tag.as_str());
        ranges.extend(about.get("leads-script").map(|letters| range(letters, folder)).map(|(a, z)| (a, z, tag)));
        for value in about.all("instead-of") {
            let mut parts = value.split(' ');
            let (other, share) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let share: usize = (share.strip_prefix("1/").and_then(|share| share.parse().ok()))
                .unwrap_or_else(|| panic!("{folder}: instead-of is a language, a share as 1/20, and letters: {value}"));
            let letters: Vec<_> = parts.map(|letters| range(letters, folder)).collect();
            assert!(!settled.contains(other) || other < tag, "{folder}: instead-of {other}, which comes later");
            instead.push(format!("({other:?}, {tag:?}, {share}, &{letters:?})"));
        }
        settled.insert(tag);
    }
    ranges.sort_unstable();
    for pair in ranges.windows(2) {
        assert!(pair[0].1 < pair[1].0, "{} and {} lead one script", pair[0].2, pair[1].2);
    }
    let rows = ranges.iter().map(|(first, last, tag)| format!("({first:?}..={last:?}, {tag:?})"));
    let doc = "/// The letters of each script, with the language that a text in it is taken for.\n";
    let scripts = array("SCRIPTS", "(std::ops::RangeInclusive<char>, &str)", rows);
    let next = "/// The language that a text was taken for, the one that it is in where more than one letter in so many is one of these.\n";
    doc.to_owned() + &scripts + next + &array("INSTEAD", "(&str, &str, usize, &[(char, char)])", instead.into_iter())
}

/// `0600-06FF`, or one letter.
fn range(text: &str, folder: &Folder) -> (char, char) {
    let mut letters = text.chars();
    if let (Some(letter), None) = (letters.next(), letters.next()) {
        return (letter, letter);
    }
    let letter = |code: &str| u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
    let range = text.split_once('-').and_then(|(first, last)| Some((letter(first)?, letter(last)?)));
    range.unwrap_or_else(|| panic!("{folder}: letters are given as 0600-06FF, or singly: {text}"))
}

/// Letters that the same languages have, together with the bits of those that have stop words, and with how many they are.
fn own_letters(primaries: &[&About], place: impl Fn(&str) -> Option<usize>) -> String {
    let mut languages: BTreeMap<char, Vec<&str>> = BTreeMap::new();
    for about in primaries {
        for letter in about.letters("own-letters") {
            languages.entry(letter).or_default().push(&about.folder.tag);
        }
    }
    let mut rows: BTreeMap<Vec<&str>, String> = BTreeMap::new();
    for (letter, tags) in languages {
        rows.entry(tags).or_default().push(letter);
    }
    assert!(rows.len() <= 64, "one bit of 64 for each set of languages that share letters");
    let rows = rows.into_iter().map(|(tags, letters)| {
        let bits: Vec<String> = tags.iter().filter_map(|tag| place(tag)).map(|place| format!("1 << {place}")).collect();
        let bits = if bits.is_empty() { "0".to_owned() } else { bits.join(" | ") };
        format!("({letters:?}, {bits}, {})", tags.len())
    });
    let doc = "/// Letters that tell a language, or a few, among those of their script: the bits of those that have stop words, and how many.\n";
    doc.to_owned() + &array("OWN_LETTERS", "(&str, u64, u32)", rows)
}

/// For each word the languages that have it, a bit each.
fn stop_words(folders: &[&Folder]) -> BTreeMap<String, u64> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (place, folder) in folders.iter().enumerate() {
        assert!(folder.is_primary(), "{folder}: stop words are looked up by the primary subtag");
        let text = folder.read("stop.txt").expect("it has some");
        assert!(text.starts_with("# "), "{folder}: stop.txt names no source in its first line");
        for key in text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace).map(fold::key) {
            assert!(!key.is_empty(), "{folder}: stop.txt: an entry without letters");
            for term in terms(&key) {
                *words.entry(term).or_default() |= 1 << place;
            }
        }
    }
    words
}

/// The word itself; in unspaced scripts all pairs of letters that stand in it, as words are counted there.
fn terms(key: &str) -> Vec<String> {
    let letters: Vec<char> = key.chars().collect();
    if letters.len() < 2 || !letter::is_unspaced(letters[0]) {
        return vec![key.to_owned()];
    }
    letters.windows(2).map(|pair| pair.iter().collect()).collect()
}
