//! Leftovers of every rule in three scripts and more, and for every rule an honest text that it spares by a hair. The data
//! stand in `fires.txt`, which says how; the rules, the reasons and the catalogues' kinds are read from the code, so that one
//! without a case fails.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use regex::Regex;
use serde::Serialize;
use zubda::options::{Sections, Summary};
use zubda::plan::{Action, Edit};
use zubda::{Options, Snapshot, html};

/// Cases, and scripts that they are in, which a rule needs at the least.
const ENOUGH: usize = 3;

/// One line of `fires.txt`.
struct Case<'a> {
    rule: &'a str,
    reason: &'a str,
    action: &'a str,
    /// Kinds of the catalogues that decide it.
    kinds: Vec<&'a str>,
    language: &'a str,
    /// Its story, its place there and what stands there, with the marks.
    story: Vec<&'a str>,
    place: &'a str,
    /// The rule that takes the same where this one is switched off.
    stead: Option<&'a str>,
    markup: &'a str,
    line: usize,
}

impl Case<'_> {
    /// The page, with one side of each mark.
    fn page(&self, side: Side) -> Snapshot {
        let [headline, first, second, third] = self.story[..] else { panic!("a headline and three paragraphs") };
        let [first, second, third] = [first, second, third].map(|text| format!("<p>{text}</p>"));
        let case = unmarked(self.markup, side);
        let body = match self.place {
            "head" => case + &first + &second + &third,
            "amid" => first + &second + &case + &third,
            "tail" => first + &second + &third + &case,
            other => panic!("fires.txt:{}: no such place: {other}", self.line),
        };
        let language = self.language;
        let page = format!(
            "<html lang={language}><head><title>{headline}</title><meta property=og:type content=article></head>\
             <body><article><h1>{headline}</h1>{body}</article></body></html>"
        );
        html::snapshot(&page, "https://news.example/story")
    }

    /// What is wrong with what is done to its page, if anything.
    fn judge(&self) -> Result<(), String> {
        let page = self.page(Side::Old);
        let edits = edits(&page, &[])?;
        if self.action == "spared" { self.judge_spared(&edits) } else { self.judge_fired(&page, &edits) }
    }

    fn judge_spared(&self, found: &[Edit]) -> Result<(), String> {
        if let Some(edit) = found.iter().find(|edit| edit.action != Action::Leave) {
            return Err(format!("{} takes {:?}", edit.rule, edit.text));
        }
        let bare = edits(&self.page(Side::New), &[])?;
        let fires = bare.iter().any(|edit| edit.rule == self.rule && edit.action != Action::Leave);
        if fires { Ok(()) } else { Err("is spared without its marks as well".to_owned()) }
    }

    fn judge_fired(&self, page: &Snapshot, found: &[Edit]) -> Result<(), String> {
        if found.is_empty() {
            return Err("does not fire".to_owned());
        }
        for edit in found {
            let done = [edit.rule.to_owned(), name(edit.reason), name(edit.action)];
            if done != [self.rule, self.reason, self.action] {
                return Err(format!("{done:?} of {:?}", edit.text));
            }
        }
        let said: String = found.iter().flat_map(|edit| edit.text.split_whitespace()).collect();
        if said != seen(&marked(self.markup)).replace(' ', "") {
            return Err(format!("speaks of {said:?}"));
        }
        let left = lines(page, found);
        if left != lines(&self.page(if self.action == "hide" { Side::New } else { Side::Old }), &[]) {
            return Err(format!("leaves {left:?}"));
        }
        let others = edits(page, &[self.rule])?;
        let stead = others.iter().find(|edit| edit.action != Action::Leave).map(|edit| edit.rule);
        if stead == self.stead { Ok(()) } else { Err(format!("is taken by {stead:?} in its stead")) }
    }
}

#[test]
fn every_rule_fires_and_spares() {
    const OF_REGIONS: [&str; 4] = ["comments", "overlay", "column", "around"];
    let data = read("tests/fires.txt");
    let cases = cases(&data);
    let rules = rules();
    let judged = cases.par_iter().filter_map(|case| {
        let why = case.judge().err()?;
        Some(format!("fires.txt:{} {} {}: {why}", case.line, case.language, case.rule))
    });
    let mut failed: Vec<String> = judged.collect();

    let mut fired: BTreeMap<&str, Vec<&Case>> = BTreeMap::new();
    let mut spared: BTreeMap<&str, usize> = BTreeMap::new();
    for case in &cases {
        if !rules.contains(case.rule) {
            failed.push(format!("fires.txt:{}: no such rule: {}", case.line, case.rule));
        }
        if case.action == "spared" {
            *spared.entry(case.rule).or_default() += 1;
        } else {
            fired.entry(case.rule).or_default().push(case);
        }
    }
    for rule in &rules {
        let alone = fired.get(rule.as_str()).into_iter().flatten().filter(|case| case.stead.is_none());
        let known: Vec<_> = alone.collect();
        let scripts: BTreeSet<&str> = known.iter().map(|case| script(case.language)).collect();
        if known.len() < ENOUGH || scripts.len() < ENOUGH {
            failed.push(format!("{rule} alone: {} cases in {} scripts", known.len(), scripts.len()));
        }
        if !spared.contains_key(rule.as_str()) {
            failed.push(format!("{rule}: nothing is spared"));
        }
    }
    let known: BTreeSet<&str> = fired.values().flatten().map(|case| case.reason).collect();
    // Those of regions are given at other levels than these cases are cleaned at: `tests/regions.rs`.
    let without = (reasons().into_iter())
        .filter(|reason| !known.contains(reason.as_str()) && !OF_REGIONS.contains(&reason.as_str()));
    failed.extend(without.map(|reason| format!("{reason}: no case")));
    failed.extend(kinds_without_cases(&cases));
    println!("{} of {} cases of {} rules fail", failed.len(), cases.len(), rules.len());
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
    assert!(rules.len() >= 30 && cases.len() >= 150, "{} rules, {} cases", rules.len(), cases.len());
}

/// The cases of `fires.txt`.
fn cases(data: &str) -> Vec<Case<'_>> {
    let lines = || data.lines().enumerate().filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
    let stories: BTreeMap<&str, Vec<&str>> = lines()
        .filter_map(|(_, line)| line.strip_prefix("= ")?.split_once(" | "))
        .map(|(language, story)| (language, story.split(" | ").collect()))
        .collect();
    let mut head: Vec<&str> = Vec::new();
    let mut found = Vec::new();
    for (line, text) in lines().filter(|(_, line)| !line.starts_with("= ")) {
        if let Some(fields) = text.strip_prefix(": ") {
            head = fields.split(' ').collect();
            continue;
        }
        let (place, markup) = text.split_once(" | ").expect("a language, a place and markup");
        let place: Vec<&str> = place.split(' ').collect();
        found.push(Case {
            rule: head[0],
            reason: head[1],
            action: head[2],
            kinds: head[3..].to_vec(),
            language: place[0],
            story: stories[place[0]].clone(),
            place: place[1],
            stead: place.get(2).copied(),
            markup,
            line: line + 1,
        });
    }
    found
}

/// Which side of the marks `⟦old⇒new⟧`; one without an arrow has nothing for new.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Old,
    New,
}

fn unmarked(markup: &str, side: Side) -> String {
    let mut out = String::new();
    for (i, part) in markup.split(['⟦', '⟧']).enumerate() {
        let (old, new) = part.split_once('⇒').unwrap_or((part, ""));
        out.push_str(if i % 2 == 0 || side == Side::Old { old } else { new });
    }
    out
}

/// What stands within the marks.
fn marked(markup: &str) -> String {
    let marks = markup.split(['⟦', '⟧']).skip(1).step_by(2);
    marks.map(|mark| mark.split_once('⇒').map_or(mark, |(old, _)| old)).collect::<Vec<_>>().join(" ")
}

fn edits(page: &Snapshot, never: &[&str]) -> Result<Vec<Edit>, String> {
    let options = Options {
        never: never.iter().map(|rule| (*rule).to_owned()).collect(),
        summary: Summary::Off,
        sections: Sections::One,
        ..Options::default()
    };
    let plan = zubda::clean(page, &options);
    match plan.declined {
        Some(why) => Err(format!("is declined: {why:?}")),
        None => Ok(plan.edits),
    }
}

/// What a reader sees, white space folded.
fn lines(page: &Snapshot, edits: &[Edit]) -> Vec<String> {
    let lines = html::visible_lines(page, edits).into_iter();
    let folded = lines.map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    folded.filter(|line| !line.is_empty()).collect()
}

/// What a reader sees of some markup.
fn seen(markup: &str) -> String {
    lines(&html::snapshot(markup, ""), &[]).join(" ")
}

/// As the wire writes it.
fn name(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn script(language: &str) -> &'static str {
    match language {
        "ar" | "ckb" | "fa" | "ps" | "ur" => "Arabic",
        "bg" | "kk" | "ru" | "sr" | "uk" => "Cyrillic",
        "hi" | "mr" => "Devanagari",
        "zh" => "Han",
        "bn" => "Bengali",
        "el" => "Greek",
        "gu" => "Gujarati",
        "he" => "Hebrew",
        "hy" => "Armenian",
        "ja" => "Kana",
        "ka" => "Georgian",
        "ko" => "Hangul",
        "ml" => "Malayalam",
        "pa" => "Gurmukhi",
        "ta" => "Tamil",
        "te" => "Telugu",
        "th" => "Thai",
        _ => "Latin",
    }
}

const CODE: &str = "src/flaw";
const LANGUAGES: &str = "languages";
const KINDS: &str = "src/flaw/catalogue/kind.rs";
const PLAN: &str = "src/plan.rs";

/// The names of all rules in the code: literals of the shape `word.word`, but for those of its tests, of its build scripts, of
/// lists of texts (`criteo.com`) and of packed tables (`texts.bin`).
fn rules() -> BTreeSet<String> {
    let lists = Regex::new(r"(?s)\[&str; [0-9]+\] = \[.*?\];").expect("a pattern");
    let literal = Regex::new(r#"(packed!\()?"([a-z]+\.[a-z]+)""#).expect("a pattern");
    let mut rules = BTreeSet::new();
    for file in files(Path::new(env!("CARGO_MANIFEST_DIR")).join(CODE), "rs") {
        if file.ends_with("build.rs") {
            continue;
        }
        let text = std::fs::read_to_string(&file).expect("the code");
        let code =
            text.split("#[cfg(test)]").next().and_then(|code| code.split("#[cfg(all(test").next()).unwrap_or_default();
        let code = lists.replace_all(code, "");
        let found = literal.captures_iter(&code).filter(|found| found.get(1).is_none());
        rules.extend(found.map(|found| found[2].to_owned()));
    }
    rules
}

/// The variants of `Reason`, as the wire writes them.
fn reasons() -> Vec<String> {
    let plan = read(PLAN);
    let (_, body) = plan.split_once("pub enum Reason {").expect("the reasons");
    let (body, _) = body.split_once("\n}").expect("their end");
    let variants = body.lines().filter_map(|line| line.trim().strip_suffix(','));
    let variants = variants.filter(|name| name.chars().all(char::is_alphanumeric));
    let dashed = |name: &str| {
        let letters = name.chars().map(|c| if c.is_uppercase() { format!("-{}", c.to_lowercase()) } else { c.into() });
        letters.collect::<String>().trim_start_matches('-').to_owned()
    };
    variants.map(dashed).collect()
}

/// Cases that hold no entry of a kind that is said to decide them, and kinds that decide cases in too few scripts: three, or all
/// that have entries of the kind.
fn kinds_without_cases(cases: &[Case]) -> Vec<String> {
    let mut failed = Vec::new();
    let entries = entries();
    let kinds = Regex::new(r#"\(Kind::[A-Za-z]+, "([a-z]+)""#).expect("a pattern");
    for kind in kinds.captures_iter(&read(KINDS)).map(|found| found[1].to_owned()) {
        let entries: Vec<_> = entries.iter().filter(|entry| entry.kind == kind).collect();
        let decided: Vec<&Case> = cases.iter().filter(|case| case.kinds.contains(&kind.as_str())).collect();
        for case in &decided {
            let text = words(&seen(&marked(case.markup)));
            let near = |entry: &Entry| entry.language == "und" || entry.language == case.language;
            if !entries.iter().any(|entry| near(entry) && entry.is_in(&text)) {
                failed.push(format!("fires.txt:{}: no entry of {kind} in {text:?}", case.line));
            }
        }
        let scripts: BTreeSet<&str> = decided.iter().map(|case| script(case.language)).collect();
        let most: BTreeSet<&str> = entries.iter().map(|entry| script(&entry.language)).collect();
        if scripts.len() < ENOUGH.min(most.len()) {
            failed.push(format!("{kind}: decides cases in {} scripts", scripts.len()));
        }
    }
    failed
}

/// One line of a catalogue.
struct Entry {
    /// Without a script: `zh` for `zh-Hans`.
    language: String,
    kind: String,
    /// Its parts in order, each with what may stand there.
    slots: Vec<Vec<String>>,
}

fn entries() -> Vec<Entry> {
    let mut found = Vec::new();
    for file in files(Path::new(env!("CARGO_MANIFEST_DIR")).join(LANGUAGES), "tsv") {
        if !file.ends_with("leftovers.tsv") {
            continue;
        }
        let tag = file.parent().and_then(Path::file_name).and_then(|folder| folder.to_str()).unwrap_or_default();
        let language = tag.split('-').next().unwrap_or_default();
        let text = std::fs::read_to_string(&file).expect("a catalogue");
        for line in text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let fields: Vec<&str> = line.split('\t').collect();
            found.push(Entry { language: language.to_owned(), kind: fields[0].to_owned(), slots: slots(fields[1]) });
        }
    }
    found
}

impl Entry {
    /// Whether a text holds one of what may stand there for each of the parts, in their order.
    fn is_in(&self, text: &str) -> bool {
        let spaced = text.starts_with(' ');
        let mut rest = text;
        self.slots.iter().all(|parts| {
            let parts = parts.iter().map(|part| if spaced { part.as_str() } else { part.trim() });
            let end = parts.filter_map(|part| rest.find(part).map(|at| at + part.len())).min();
            // The blank that ends one part begins the next.
            rest = &rest[end.map_or(0, |end| end - usize::from(rest[..end].ends_with(' ')))..];
            end.is_some()
        })
    }
}

fn slots(entry: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (i, part) in entry.split(['(', ')']).enumerate() {
        let parts: Vec<&str> = if i % 2 == 1 { vec![part] } else { part.split('…').collect() };
        found.extend(parts.into_iter().map(|part| part.split('|').map(words).collect()));
    }
    found
}

/// Small letters and single blanks, with one at each end; none between letters of scripts that have none.
fn words(text: &str) -> String {
    let plain = text.chars().filter(|c| !matches!(c, '\u{64B}'..='\u{65F}'));
    let spaced: String = plain.map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let spaced = spaced.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    let unspaced = spaced.chars().any(|c| matches!(c, '\u{E00}'..='\u{E7F}' | '\u{3040}'..='\u{9FFF}' | '가'..='힣'));
    if unspaced || spaced.is_empty() { spaced.replace(' ', "") } else { format!(" {spaced} ") }
}

fn files(folder: PathBuf, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder];
    while let Some(folder) = open.pop() {
        for path in std::fs::read_dir(&folder).expect("a folder").map(|file| file.expect("a file").path()) {
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn read(path: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the project")
}
