//! The wire is stated twice, in Rust and in `www/shell/types.d.ts`: here the two are held together.
//!
//! Every type that crosses is written out in full, so that a field or a name that is new in Rust does not compile before it
//! stands here too; what serde makes of it is `tests/wire/specimen.ts`, which `npm run types` holds against `types.d.ts`,
//! with nothing missing, nothing more, and `null` exactly where it is said to be.
#![allow(missing_docs, reason = "a test")]

use std::fmt::Write;
use std::fs;

use serde::Serialize;
use serde_json::{Map, Value, json};
use zubda::options::{Level, Sections, Summary as Wanted};
use zubda::plan::{
    Action, Article, Declined, Direction, Edit, Paragraph, ParagraphKind, Range, Role, Section, Sentence, Source,
    Summary, SummarySentence,
};
use zubda::snapshot::{Columns, NodeId, Snapshot};
use zubda::{Options, Plan, Reason};

const FILE: &str = "tests/wire/specimen.ts";

#[test]
fn rust_and_typescript_say_the_same() {
    let specimen = specimen();
    let path = format!("{}/{FILE}", env!("CARGO_MANIFEST_DIR"));
    if fs::read_to_string(&path).ok().as_deref() != Some(&specimen) {
        fs::write(&path, specimen).expect("the specimen can be written");
        panic!("{FILE} was not what the core emits; now it is: read the difference, run `npm run types`, commit it");
    }
}

/// All variants of an enum; one that is left out does not compile.
macro_rules! every {
    ($type:ident { $($variant:ident),+ $(,)? }) => {{
        let _ = |value: $type| match value { $($type::$variant => (),)+ };
        names(&[$($type::$variant),+])
    }};
}

/// All columns of a snapshot under the names that they have on the wire; one that is left out does not compile.
macro_rules! columns {
    ($columns:expr, $($field:ident = $name:literal),+ $(,)?) => {{
        let Columns { $($field),+ } = $columns;
        let mut wire = Map::new();
        wire.insert("version".to_owned(), json!(1));
        $(wire.insert($name.to_owned(), json!($field));)+
        Value::Object(wire)
    }};
}

fn specimen() -> String {
    let mut out = String::from(HEADER);
    let names = [
        ("Declined", every!(Declined { Empty, NotAnArticle, TooLarge, TooDeep })),
        ("Article[\"direction\"]", every!(Direction { Ltr, Rtl })),
        ("ParagraphKind", every!(ParagraphKind { Paragraph, Subhead, Item, Quote, Row, Code })),
        ("Edit[\"action\"]", every!(Action { Hide, Leave, Caption })),
        (
            "Reason",
            every!(Reason {
                AdMarker,
                AdLabel,
                AdSlot,
                Shortcode,
                ScriptText,
                Related,
                Promotion,
                Share,
                ReadMore,
                FeedTail,
                Rights,
                Paywall,
                DuplicateHeadline,
                Caption,
                SourceLabel,
                Punctuation,
                Encoding,
                Comments,
                Overlay,
                Column,
                Around
            }),
        ),
        ("Level", r#""leftovers" | "tidy" | "story""#.to_owned()),
        ("Role", every!(Role { Lead, Statement, Background, Context, Reaction, Outlook, Source, Explanation, Topic })),
    ];
    for (name, all) in names {
        let _ = writeln!(out, "same<wire.{name}, {all}>(true);");
    }
    for (name, values) in [
        ("Snapshot", values(&[snapshot()])),
        ("Plan", values(&[plan(), Plan::declined(Declined::Empty)])),
        ("Article", values(&[article(), anonymous()])),
        ("Source", values(&[source(), Source { url: None, ..source() }])),
        ("Paragraph", values(&[paragraph()])),
        ("Edit", values(&[edit()])),
        ("Range", values(&[range()])),
        ("Section", values(&[section(), Section { role: None, label: None, phrase: None, ..section() }])),
        ("Summary", values(&[summary()])),
        ("SummarySentence", values(&[summary_sentence()])),
        ("Sentence", values(&[sentence()])),
        ("Options", values(&options())),
    ] {
        let variable = name[..1].to_lowercase() + &name[1..];
        let _ = write!(
            out,
            "\nexport const {variable} = {values} satisfies Complete<wire.{name}>[];\n\
             same<Shape<wire.{name}>, Shape<(typeof {variable})[number]>>(true);\n"
        );
    }
    out
}

const HEADER: &str = r#"// Written by tests/wire.rs from what the core emits and takes; held against types.d.ts by `npm run types`.
import type * as wire from "../../www/shell/types.js";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** No field may be left out, however deep. */
type Complete<T> = T extends ArrayBufferView ? T : T extends object ? { [K in keyof T]-?: Complete<T[K]> } : T;
/** Which fields there are, and which of them can be null. */
type Shape<T> = { [K in Exclude<keyof T, never>]: null extends T[K] ? "or null" : "never null" };
function same<A, B>(_: Same<A, B>) {}

"#;

fn names<T: Serialize>(all: &[T]) -> String {
    all.iter().map(|name| serde_json::to_string(name).expect("JSON")).collect::<Vec<_>>().join(" | ")
}

fn values<T: Serialize>(all: &[T]) -> String {
    serde_json::to_string_pretty(all).expect("JSON")
}

fn snapshot() -> Value {
    let columns = Columns {
        url: "https://news.example/1".into(),
        title: "Harbour reopens".into(),
        language: "en".into(),
        names: vec!["p".into(), "class".into()],
        tag: vec![1, 0],
        parent: vec![0, 0],
        flags: vec![0, 4],
        length: vec![0, 3],
        text: "One".into(),
        attribute_node: vec![0],
        attribute_name: vec![1],
        attribute_length: vec![4],
        attribute_text: "lead".into(),
    };
    assert!(Snapshot::new(columns.clone()).is_ok());
    columns!(
        columns,
        url = "url",
        title = "title",
        language = "language",
        names = "names",
        tag = "tag",
        parent = "parent",
        flags = "flags",
        length = "length",
        text = "text",
        attribute_node = "attributeNode",
        attribute_name = "attributeName",
        attribute_length = "attributeLength",
        attribute_text = "attributeText",
    )
}

/// Options as they are written, each of which the core reads as what is said beside it.
fn options() -> Vec<Value> {
    let all = Options {
        asked: true,
        anyway: false,
        level: Level::Tidy,
        summary: Wanted::Sentences(5),
        sections: Sections::One,
        sentences: true,
        keep: vec![],
        never: vec![],
    };
    [
        (json!({ "asked": true, "anyway": false, "level": "tidy", "summary": { "sentences": 5 }, "sections": false, "sentences": true, "keep": [], "never": [] }), all),
        (
            json!({ "asked": false, "anyway": true, "level": "story", "summary": false, "sections": true, "sentences": false, "keep": ["ad-slot"], "never": ["label.lone"] }),
            Options { asked: false, anyway: true, level: Level::Story, summary: Wanted::Off, sections: Sections::Found, sentences: false, keep: vec![Reason::AdSlot], never: vec!["label.lone".into()] },
        ),
    ]
    .into_iter()
    .map(|(wire, options)| {
        assert_eq!(serde_json::from_value::<Options>(wire.clone()).expect("options"), options);
        wire
    })
    .collect()
}

fn plan() -> Plan {
    Plan {
        version: 1,
        article: Some(article()),
        declined: None,
        text: "One. Two.".into(),
        paragraphs: vec![paragraph()],
        edits: vec![edit()],
        sections: vec![section()],
        summary: Some(summary()),
        sentences: Some(vec![sentence()]),
    }
}

fn article() -> Article {
    Article {
        title: "Harbour reopens".into(),
        byline: Some("Ann Example".into()),
        published: Some("2026-01-02T03:04:05Z".into()),
        modified: Some("2026-01-02T04:05:06Z".into()),
        site: Some("The Example".into()),
        url: Some("https://news.example/story".into()),
        image: Some("https://news.example/harbour.jpg".into()),
        language: "en".into(),
        direction: Direction::Ltr,
        words: 2,
        minutes: 1,
        source: Some(source()),
        republished_from: Some("https://agency.example/".into()),
        node: NodeId(3),
        certainty: 0.5,
        doubts: vec!["scattered"],
    }
}

fn anonymous() -> Article {
    Article {
        byline: None,
        published: None,
        modified: None,
        site: None,
        url: None,
        image: None,
        source: None,
        republished_from: None,
        ..article()
    }
}

fn source() -> Source {
    Source { text: "Example Agency".into(), url: Some("https://agency.example/".into()), node: NodeId(9) }
}

fn paragraph() -> Paragraph {
    Paragraph { text: "One. Two.".into(), kind: ParagraphKind::Paragraph, section: 0, node: NodeId(4) }
}

fn edit() -> Edit {
    Edit {
        node: NodeId(6),
        ranges: vec![range()],
        action: Action::Hide,
        reason: Reason::AdMarker,
        rule: "marker.inline",
        confidence: 0.5,
        text: "[ad_1]".into(),
        replacement: " ".into(),
        findable: false,
        asks: Some(zubda::plan::ASKS_FIXED),
    }
}

fn range() -> Range {
    Range { node: NodeId(6), start: 0, end: 6 }
}

fn section() -> Section {
    Section {
        role: Some(Role::Lead),
        label: Some("One".into()),
        phrase: Some("One".into()),
        level: 2,
        confidence: 0.5,
        paragraphs: (0, 1),
    }
}

fn summary() -> Summary {
    Summary { sentences: vec![summary_sentence()] }
}

fn summary_sentence() -> SummarySentence {
    SummarySentence { text: "One.".into(), paragraph: 0, ranges: vec![range()], score: 0.5 }
}

fn sentence() -> Sentence {
    Sentence { text: "One.".into(), paragraph: 0, start: 0, end: 4, ranges: vec![range()], rank: 0 }
}
