//! Makes two tables of the catalogues beside this file, one a language: `kind<TAB>text<TAB>where such a text is seen`.
//!
//! In a text, `(a|b|)` stands for any one of its parts, and `…` for a few words of any kind. The tables hold every text in
//! folded form, so that nothing is left to do for the module when it starts: one of whole texts, sorted, and one of patterns.
//! A file that does not hold together stops the build.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;
use std::{env, fs};

#[path = "../../language/fold.rs"]
#[allow(dead_code, reason = "the module uses all of it")]
mod fold;
#[path = "../key.rs"]
#[allow(dead_code, reason = "the module uses all of it")]
mod key;
#[path = "kind.rs"]
mod kind;
#[path = "../../language/letter.rs"]
#[allow(dead_code, reason = "the module uses all of it")]
mod letter;

/// An entry that stands for more texts than this is kept as a pattern.
const MAX_TEXTS: usize = 48;

#[derive(Default)]
struct Tables {
    texts: BTreeMap<String, BTreeSet<char>>,
    patterns: BTreeSet<String>,
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/flaw/catalogue");
    println!("cargo:rerun-if-changed={}", folder.display());
    let mut files: Vec<_> =
        fs::read_dir(&folder).expect("the catalogues' folder").flatten().map(|f| f.path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "tsv"));
    files.sort();
    let mut tables = Tables::default();
    for file in files {
        let text = fs::read_to_string(&file).expect("a catalogue in UTF-8");
        let mut seen = HashMap::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            if let Err(why) = tables.add(line, number, &mut seen) {
                panic!("{}:{}: {why}", file.display(), number + 1);
            }
        }
    }
    let lines = tables.texts.iter().map(|(text, kinds)| format!("{text}\t{}\n", String::from_iter(kinds)));
    write("texts.txt", &lines.collect::<String>());
    let patterns: Vec<&str> = tables.patterns.iter().map(String::as_str).collect();
    write("patterns.txt", &(patterns.join("\n") + "\n"));
}

fn write(name: &str, table: &str) {
    let folder = env::var("OUT_DIR").expect("set by cargo");
    fs::write(Path::new(&folder).join(name), table).expect("a file in the target folder");
}

impl Tables {
    fn add(&mut self, line: &str, number: usize, seen: &mut HashMap<(char, String), usize>) -> Result<(), String> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, text, seen_where] = fields[..] else { return Err(format!("three fields, parted by tabs: {line}")) };
        let Some(&(_, _, letter, open)) = kind::KINDS.iter().find(|(_, known, ..)| *known == name) else {
            return Err(format!("no such kind: {name}"));
        };
        if seen_where.trim().is_empty() {
            return Err(format!("says not where such a text is seen: {text}"));
        }
        if text != text.trim() || text.contains("  ") || text.matches('(').count() != text.matches(')').count() {
            return Err(format!("white space to spare, or a bracket: {text}"));
        }
        let slots = slots(text);
        let many = slots.len() > 1 && slots.iter().map(Vec::len).product::<usize>() > MAX_TEXTS;
        if !many && !text.contains('…') {
            for text in spell(&slots) {
                if text.is_empty() {
                    return Err("an entry without letters".to_owned());
                }
                // Within one entry, spellings that fold to the same are written out for the reader; combinations overlap.
                let before = if slots.len() == 1 { seen.insert((letter, text.clone()), number) } else { None };
                if before.is_some_and(|before| before != number) {
                    return Err(format!("stands twice: {text}"));
                }
                self.texts.entry(text).or_default().insert(letter);
            }
        } else if open {
            let slots: Vec<String> = slots.iter().map(|parts| parts.join("|")).collect();
            if !self.patterns.insert(format!("{letter}{}", slots.join("\t"))) {
                return Err(format!("stands twice: {text}"));
            }
        } else {
            return Err(format!("{name} takes whole texts, fewer than {MAX_TEXTS} an entry: {text}"));
        }
        Ok(())
    }
}

/// The parts of an entry in their order, each with what may stand there; `…` for a gap.
fn slots(text: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (parts, after): (Vec<&str>, &str) = if let Some(group) = rest.strip_prefix('(') {
            let (parts, after) = group.split_once(')').expect("brackets are counted");
            (parts.split('|').collect(), after)
        } else if let Some(after) = rest.strip_prefix('…') {
            found.push(vec!["…".to_owned()]);
            rest = after;
            continue;
        } else {
            let end = rest.find(['(', '…']).unwrap_or(rest.len());
            (vec![&rest[..end]], &rest[end..])
        };
        let mut parts: Vec<String> = parts.into_iter().map(key::words).collect();
        // The longest first, so that the first that fits is the right one; what folds to the same is one.
        parts.sort_by_key(|part| std::cmp::Reverse(part.len()));
        parts.dedup();
        if parts.iter().any(|part| !part.is_empty()) {
            found.push(parts);
        }
        rest = after;
    }
    found
}

/// Every text that the parts stand for.
fn spell(slots: &[Vec<String>]) -> Vec<String> {
    slots.iter().fold(vec![String::new()], |texts, parts| {
        (texts.iter()).flat_map(|text| parts.iter().map(move |part| key::words(&format!("{text} {part}")))).collect()
    })
}
