//! What holds for any page and any text, with astral, combining, right-to-left and unspaced letters among them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use zubda::plan::Range;
use zubda::snapshot::{Columns, Snapshot};
use zubda::{Options, Plan, analyze_sentences, analyze_text, clean};

/// Bits of words and of what breaks them.
const PIECES: [&str; 48] = [
    "The harbour reopened on Monday",
    "she said",
    "two ferries",
    "Dr. Ames",
    "e.g. this",
    "Advertisement",
    "[ad_1]",
    "[caption id=\"7\"]x[/caption]",
    "Source:",
    "Read more",
    ". .",
    "..",
    ".",
    "!",
    "?",
    ",",
    "“",
    "”",
    "\"",
    "«",
    "»",
    "أعلنت الهيئة يوم الاثنين",
    "وقال المدير إن",
    "إعلان",
    "المصدر",
    "،",
    "؟",
    "كِتَابٌ",
    "کتابخانه‌ها",
    "שלום עולם",
    "״",
    "百年书店重新开门。",
    "「海」と話す。",
    "गांव ने कहा।",
    "ตลาดน้ำ",
    "🦉🦉",
    "𝔈𝔲𝔩𝔢",
    "👩‍👩‍👧",
    "e\u{301}\u{302}\u{303}",
    "\u{202e}abc\u{202c}",
    "\u{feff}",
    "\u{a0}",
    "\u{3000}",
    "\n",
    "\t",
    " ",
    "&amp;",
    "\0",
];
const TAGS: [&str; 40] = [
    "div",
    "p",
    "span",
    "a",
    "article",
    "section",
    "h1",
    "h2",
    "ul",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "pre",
    "code",
    "figure",
    "figcaption",
    "img",
    "br",
    "ins",
    "aside",
    "nav",
    "header",
    "footer",
    "form",
    "textarea",
    "button",
    "script",
    "style",
    "svg",
    "iframe",
    "amp-ad",
    "em",
    "strong",
    "ruby",
    "rt",
    "time",
    "title",
    "meta",
];
const ATTRIBUTES: [&str; 12] = [
    "class",
    "id",
    "href",
    "role",
    "itemprop",
    "content",
    "property",
    "name",
    "lang",
    "type",
    "style",
    "contenteditable",
];
const VALUES: [&str; 14] = [
    "",
    "ad-slot",
    "adsbygoogle",
    "article-body",
    "https://news.example/a",
    "headline",
    "articleBody",
    "og:title",
    "ar",
    "application/ld+json",
    "wp-caption-text",
    "true",
    "{\"@type\":\"NewsArticle\",\"headline\":\"𝔈\"}",
    "إعلان",
];

/// One node to come: how many open elements to close before it, and what it is.
#[derive(Clone, Debug)]
struct Step {
    close: usize,
    node: Node,
    flags: u8,
}

#[derive(Clone, Debug)]
enum Node {
    Element(usize, Vec<(usize, usize)>),
    Text(String),
}

fn words(max: usize) -> impl Strategy<Value = String> {
    prop_oneof![
        9 => vec(select(&PIECES[..]), 1..max).prop_map(|pieces| pieces.join(" ")),
        1 => vec(any::<char>(), 1..20).prop_map(String::from_iter),
    ]
}

fn page() -> impl Strategy<Value = Columns> {
    let attributes = vec((0..ATTRIBUTES.len(), 0..VALUES.len()), 0..3);
    let node = prop_oneof![
        (0..TAGS.len(), attributes).prop_map(|(tag, attributes)| Node::Element(tag, attributes)),
        words(30).prop_map(Node::Text),
    ];
    let step = (0..3_usize, node, 0..16_u8).prop_map(|(close, node, flags)| Step { close, node, flags });
    (vec(step, 0..120), words(6)).prop_map(|(steps, title)| columns(&steps, title))
}

fn columns(steps: &[Step], title: String) -> Columns {
    let names = TAGS.iter().chain(&ATTRIBUTES).map(ToString::to_string).collect();
    let mut columns =
        Columns { names, title, tag: vec![1], parent: vec![0], flags: vec![0], length: vec![0], ..Columns::default() };
    let mut open = vec![0_u32];
    for step in steps {
        open.truncate(open.len().saturating_sub(step.close).max(1));
        let id = columns.tag.len() as u32;
        columns.parent.push(open[open.len() - 1]);
        match &step.node {
            Node::Text(text) => {
                columns.tag.push(0);
                // Elements alone carry the other flags.
                columns.flags.push(step.flags & 4);
                columns.length.push(units(text));
                columns.text.push_str(text);
            }
            Node::Element(tag, attributes) => {
                columns.tag.push(*tag as u16 + 1);
                columns.flags.push(if step.flags < 4 { step.flags } else { step.flags & 4 });
                columns.length.push(0);
                for (name, value) in attributes {
                    columns.attribute_node.push(id);
                    columns.attribute_name.push((TAGS.len() + name) as u16);
                    columns.attribute_length.push(units(VALUES[*value]));
                    columns.attribute_text.push_str(VALUES[*value]);
                }
                open.push(id);
            }
        }
    }
    columns
}

fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}

/// The data of each node.
fn texts(columns: &Columns) -> Vec<Vec<u16>> {
    let units: Vec<u16> = columns.text.encode_utf16().collect();
    let mut at = 0;
    let mut cut = |length: u32| {
        at += length as usize;
        units[at - length as usize..at].to_vec()
    };
    columns.length.iter().map(|length| cut(*length)).collect()
}

/// What ranges hold; fails where one is not of a text node, empty, too long, or splits a letter in two.
fn held(ranges: &[Range], texts: &[Vec<u16>]) -> String {
    let mut held = String::new();
    for range in ranges {
        let data = &texts[range.node.0 as usize];
        assert!(range.start < range.end && range.end as usize <= data.len(), "{range:?} of {}", data.len());
        held += &String::from_utf16(&data[range.start as usize..range.end as usize]).expect("no letter split in two");
    }
    held
}

/// A text as its ranges hold it: without white space, which is folded, and without what an edit puts in the page's place.
fn of_ranges(text: &str, plan: &Plan) -> String {
    let text = without_space(text);
    plan.edits
        .iter()
        .filter(|edit| !edit.replacement.is_empty())
        .fold(text, |text, edit| text.replace(&edit.replacement, ""))
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What every plan keeps to.
fn holds_together(plan: &Plan, nodes: usize) {
    let Some(article) = &plan.article else {
        assert!(plan.declined.is_some());
        assert_eq!(*plan, Plan::declined(plan.declined.expect("a reason")));
        return;
    };
    assert!(plan.declined.is_none());
    assert!((article.node.0 as usize) < nodes && article.minutes >= 1);
    assert!(article.source.iter().all(|source| (source.node.0 as usize) < nodes));
    let paragraphs: Vec<&str> = plan.paragraphs.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(plan.text, paragraphs.join("\n\n"));
    assert!(plan.paragraphs.iter().all(|p| (p.node.0 as usize) < nodes));

    let mut next = 0;
    for (place, section) in plan.sections.iter().enumerate() {
        assert!(section.paragraphs.0 == next && section.paragraphs.1 > next, "sections partition the story");
        assert!((2..=6).contains(&section.level));
        assert!(plan.paragraphs[next..section.paragraphs.1].iter().all(|p| p.section == place));
        next = section.paragraphs.1;
    }
    assert_eq!(next, paragraphs.len());

    for edit in &plan.edits {
        assert!((edit.node.0 as usize) < nodes && (0.0..=1.0).contains(&edit.confidence) && !edit.rule.is_empty());
    }
    for sentence in plan.summary.iter().flat_map(|summary| &summary.sentences) {
        assert!(paragraphs[sentence.paragraph].contains(&sentence.text), "a summary is verbatim");
    }
    let sentences = plan.sentences.as_ref().expect("asked for");
    let mut ranks: Vec<usize> = sentences.iter().map(|sentence| sentence.rank).collect();
    ranks.sort_unstable();
    assert!(ranks.into_iter().eq(0..sentences.len()));
    for sentence in sentences {
        let paragraph: Vec<u16> = paragraphs[sentence.paragraph].encode_utf16().collect();
        let slice = &paragraph[sentence.start as usize..sentence.end as usize];
        assert_eq!(String::from_utf16(slice).expect("no letter split in two"), sentence.text);
    }
}

fn all() -> Options {
    Options { sentences: true, ..Options::default() }
}

/// A few cases in every `cargo test`; `PROPTEST_CASES` asks for more, as `tests/run.sh` does.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(32);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_page_gives_a_plan_that_holds_together(columns in page()) {
        let texts = texts(&columns);
        let snapshot = Snapshot::new(columns).expect("a page");
        let plan = clean(&snapshot, &all());
        holds_together(&plan, texts.len());
        prop_assert!(plan.paragraphs.iter().all(|paragraph| !paragraph.text.trim().is_empty()));
        for edit in plan.edits.iter().filter(|edit| !edit.ranges.is_empty()) {
            prop_assert_eq!(edit.node, edit.ranges[0].node);
            prop_assert_eq!(without_space(&held(&edit.ranges, &texts)), without_space(&edit.text));
        }
        for sentence in plan.summary.iter().flat_map(|summary| &summary.sentences) {
            prop_assert_eq!(of_ranges(&held(&sentence.ranges, &texts), &plan), of_ranges(&sentence.text, &plan));
        }
        for sentence in plan.sentences.iter().flatten() {
            prop_assert_eq!(of_ranges(&held(&sentence.ranges, &texts), &plan), of_ranges(&sentence.text, &plan));
        }
        prop_assert_eq!(plan, clean(&snapshot, &all()), "deterministic");
    }

    #[test]
    fn any_text_gives_a_plan_that_holds_together(paragraphs in vec(words(60), 0..8), title in words(6)) {
        let text = paragraphs.join("\n\n");
        // A text's own page is not known here: its nodes are two for each paragraph, and the root.
        holds_together(&analyze_text(&text, &all(), Some(&title), None), text.len() * 2 + 2);
    }

    #[test]
    fn sentences_that_are_given_are_kept(paragraphs in vec(vec(words(12), 0..5), 0..5)) {
        let plan = analyze_sentences(&paragraphs, &all(), None, None);
        holds_together(&plan, 1);
        let given: Vec<&String> = paragraphs.iter().flatten().collect();
        let found: Vec<&String> = plan.sentences.iter().flatten().map(|sentence| &sentence.text).collect();
        prop_assert_eq!(given, found);
    }

    #[test]
    fn columns_that_do_not_fit_are_an_error_and_never_a_panic(
        mut columns in page(),
        column in 0..9_usize,
        at in any::<prop::sample::Index>(),
        value in any::<u32>(),
    ) {
        let value = if value % 2 == 0 { value } else { value % 8 };
        let place = |length: usize| at.index(length.max(1));
        match column {
            0 => if let Some(tag) = columns.tag.get_mut(place(columns.parent.len())) { *tag = value as u16 },
            1 => { let i = place(columns.parent.len()); columns.parent[i] = value; }
            2 => { let i = place(columns.length.len()); columns.length[i] = value; }
            3 => columns.flags.truncate(place(columns.flags.len())),
            4 => { let i = place(columns.flags.len()); columns.flags[i] = value as u8; }
            5 => columns.text.push('𝔈'),
            6 => columns.attribute_node.push(value),
            7 => columns.attribute_name.iter_mut().for_each(|name| *name = value as u16),
            _ => columns.attribute_length.reverse(),
        }
        let nodes = columns.tag.len();
        if let Ok(snapshot) = Snapshot::new(columns) {
            holds_together(&clean(&snapshot, &all()), nodes);
        }
    }
}
