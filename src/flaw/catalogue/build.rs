//! Makes the tables of each language's `leftovers.tsv`: `kind<TAB>text<TAB>where such a text is seen`.
//!
//! In a text, `(a|b|)` stands for any one of its parts, and `…` for a few words of any kind. The tables hold every text in
//! folded form, so that nothing is left to do for the module when it starts: one of whole texts, and one of patterns.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::Folder;
use crate::kind;
use crate::language::key;

/// An entry that stands for more texts than this is kept as a pattern.
const MAX_TEXTS: usize = 48;

#[derive(Default)]
struct Tables {
    /// Each text's kinds, a bit each, and in the upper half those that a text begins with.
    texts: BTreeMap<String, u64>,
    patterns: BTreeSet<String>,
}

pub fn write(folders: &[Folder]) {
    let mut tables = Tables::default();
    for folder in folders {
        let text = folder.read("leftovers.tsv").unwrap_or_default();
        let mut seen = HashMap::new();
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
            if let Err(why) = tables.add(line, number, &mut seen) {
                panic!("{folder}: leftovers.tsv:{}: {why}", number + 1);
            }
        }
    }
    let mut begins: Vec<(String, u64)> = tables.texts.clone().into_iter().collect();
    for pattern in &tables.patterns {
        let kind = kind::KINDS.iter().position(|kind| pattern.starts_with(kind.2)).expect("its letter is a kind's");
        let first = pattern[1..].split('\t').next().unwrap_or_default();
        begins.extend(first.split('|').map(|part| (part.to_owned(), 1 << kind)));
    }
    for (text, kinds) in begins.iter().filter(|(text, _)| !text.is_empty() && text != "…") {
        *tables.texts.entry(key::first_word(text).to_owned()).or_default() |= kinds << kind::BEGINS;
    }
    crate::write("texts.bin", &crate::pack(&tables.texts));
    let patterns: Vec<&str> = tables.patterns.iter().map(String::as_str).collect();
    crate::write("patterns.txt", (patterns.join("\n") + "\n").as_bytes());
}

impl Tables {
    fn add(&mut self, line: &str, number: usize, seen: &mut HashMap<(char, String), usize>) -> Result<(), String> {
        let fields: Vec<&str> = line.split('\t').collect();
        let [name, text, seen_where] = fields[..] else { return Err(format!("three fields, parted by tabs: {line}")) };
        let Some(&(kind, _, letter, open)) = kind::KINDS.iter().find(|(_, known, ..)| *known == name) else {
            return Err(format!("no such kind: {name}"));
        };
        if seen_where.trim().is_empty() {
            return Err(format!("says not where such a text is seen: {text}"));
        }
        if text != text.trim() || text.contains("  ") || !is_flat(text) {
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
                *self.texts.entry(text).or_default() |= 1 << kind as u64;
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

/// Whether brackets stand in pairs, none within another, and hold no gap: within brackets a gap stands for nothing.
fn is_flat(text: &str) -> bool {
    let mut inside = false;
    for c in text.chars() {
        match c {
            '(' | ')' if inside == (c == ')') => inside = !inside,
            '(' | ')' => return false,
            '…' if inside => return false,
            _ => {}
        }
    }
    !inside
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
