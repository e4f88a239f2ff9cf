//! Pages of clutter, written for this project: six stories in six scripts, each in ten forms that pages have (`tests/regions`).
//! In the forms `data-go` marks what is gone at `tidy`, `data-stay` what is in sight, `data-asks` what the browser is asked about.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use scraper::{Html, Selector};
use zubda::options::Level;
use zubda::plan::{ASKS_FIXED, Action, Edit};
use zubda::{Options, html};

fn files(folder: &str) -> Vec<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/regions").join(folder);
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(path).expect("a folder").map(|file| file.expect("a file").path()).collect();
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_stem().expect("a name").to_string_lossy().into_owned()
}

/// Each page, with its name.
fn pages() -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for story in files("stories") {
        let language = name(&story);
        let story = std::fs::read_to_string(&story).expect("a story");
        let words: BTreeMap<String, String> = serde_json::from_str(&story).expect("JSON");
        for skin in files("skins") {
            let mut page = std::fs::read_to_string(&skin).expect("a form").replace("{lang}", &language);
            for (word, text) in &words {
                page = page.replace(&format!("{{{word}}}"), text);
            }
            assert!(!page.contains('{'), "{}: a word that no story has", skin.display());
            pages.push((format!("{language} {}", name(&skin)), page));
        }
    }
    pages
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn marked(page: &Html, mark: &str) -> Vec<String> {
    let selector = Selector::parse(&format!("[{mark}]")).expect("a selector");
    page.select(&selector).map(|element| folded(&element.text().collect::<String>())).collect()
}

struct Seen {
    edits: Vec<Edit>,
    lines: Vec<String>,
}

impl Seen {
    fn at(page: &str, level: Level) -> Self {
        let snapshot = html::snapshot(page, "https://news.example/story");
        let plan = zubda::clean(&snapshot, &Options { level, ..Options::default() });
        assert!(plan.article.is_some());
        let edits: Vec<Edit> = plan.edits.into_iter().filter(|edit| edit.action == Action::Hide).collect();
        let sure: Vec<Edit> = edits.iter().filter(|edit| edit.asks.is_none()).cloned().collect();
        let lines = html::visible_lines(&snapshot, &sure).iter().map(|line| folded(line)).collect();
        Self { edits, lines }
    }

    fn has(&self, text: &str) -> bool {
        self.lines.iter().any(|line| line.contains(text))
    }
}

/// Of what is marked to go, at most one in so many may be left at `tidy`, and at `story`: a card that the finder takes for a
/// line of the story.
const ONE_IN: usize = 20;
const ONE_IN_AT_STORY: usize = 50;

/// At `tidy` nothing that is marked to stay goes, and nearly all that is marked to go does, at `story` still more.
#[test]
fn what_is_to_go_goes_and_what_is_to_stay_stays() {
    let (mut all, mut left, mut left_at_story, mut wrong) = (0, Vec::new(), Vec::new(), Vec::new());
    for (name, page) in pages() {
        let html = Html::parse_document(&page);
        let leftovers = Seen::at(&page, Level::Leftovers);
        let tidy = Seen::at(&page, Level::Tidy);
        let story = Seen::at(&page, Level::Story);
        for text in marked(&html, "data-go") {
            all += 1;
            if tidy.has(&text) {
                left.push(format!("{name}: {text}"));
            }
            if story.has(&text) {
                left_at_story.push(format!("{name}: {text}"));
            }
        }
        // A notice of rights right after the story is one of its leftovers.
        let lost_here = marked(&html, "data-stay").into_iter().filter(|text| leftovers.has(text) && !tidy.has(text));
        wrong.extend(lost_here.map(|text| format!("{name}: gone: {text}")));
        let asked = tidy.edits.iter().filter(|edit| edit.asks == Some(ASKS_FIXED)).count();
        let due = marked(&html, "data-asks").len();
        if asked != due {
            wrong.push(format!("{name}: asks {asked} times for {due}"));
        }
    }
    println!("{} of {all} are left: {left:#?}", left.len());
    assert_eq!(wrong, [""; 0]);
    assert!(left.len() * ONE_IN <= all, "{left:#?}");
    assert!(left_at_story.len() * ONE_IN_AT_STORY <= all, "{left_at_story:#?}");
}

/// At `story` the headline's block and the story stay, and nothing of the site's furniture.
#[test]
fn the_story_stays_at_every_level() {
    const HEAD: [&str; 9] = ["kicker", "headline", "standfirst", "byline", "p1", "p2", "p3", "p4", "p5"];
    let (mut all, mut left) = (0, Vec::new());
    for (name, page) in pages() {
        let language = name.split(' ').next().unwrap_or_default();
        let words = std::fs::read_to_string(
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/regions/stories/{language}.json")),
        );
        let words: BTreeMap<String, String> = serde_json::from_str(&words.expect("a story")).expect("JSON");
        let story = Seen::at(&page, Level::Story);
        let html = Html::parse_document(&page);
        let stay = marked(&html, "data-stay");
        for word in HEAD {
            let text = &words[word];
            assert!(!stay.contains(text) || story.has(text), "{name}: {word} is gone at story");
        }
        for word in ["menu2", "rights", "imprint"] {
            all += 1;
            if story.has(&words[word]) {
                left.push(format!("{name}: {word}"));
            }
        }
    }
    assert!(left.len() * ONE_IN_AT_STORY <= all, "{left:#?}");
}

/// No region is hidden in another one, none has ranges, and each says what it is.
#[test]
fn regions_are_apart() {
    for (name, page) in pages() {
        for level in [Level::Tidy, Level::Story] {
            let seen = Seen::at(&page, level);
            for edit in seen.edits.iter().filter(|edit| edit.rule.starts_with("region.")) {
                assert!(edit.ranges.is_empty() && edit.findable && edit.replacement.is_empty(), "{name}: {edit:?}");
                assert!(edit.text.chars().count() < 100, "{name}: {edit:?}");
            }
        }
        let before = Seen::at(&page, Level::Leftovers).edits;
        assert!(before.iter().all(|edit| !edit.rule.starts_with("region.") && edit.asks.is_none()), "{name}");
    }
}

#[test]
fn what_the_reader_keeps_is_kept() {
    let (_, page) = pages().into_iter().find(|(name, _)| name == "en semantic").expect("the page");
    let snapshot = html::snapshot(&page, "https://news.example/story");
    let rules = |options: Options| -> Vec<&str> {
        let edits = zubda::clean(&snapshot, &Options { level: Level::Tidy, ..options }).edits;
        edits.into_iter().map(|edit| edit.rule).filter(|rule| rule.starts_with("region.")).collect()
    };
    assert!(rules(Options::default()).contains(&"region.comments"));
    let kept = Options { keep: vec![zubda::Reason::Comments], ..Options::default() };
    assert!(!rules(kept).contains(&"region.comments"));
    let never = Options { never: vec!["region.related".to_owned()], ..Options::default() };
    assert!(!rules(never).contains(&"region.related"));
}
