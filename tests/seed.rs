//! The article that the project began with, natively: every line of its `expected.json`.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::path::PathBuf;

use serde_json::Value;
use zubda::plan::{Action, Direction, Reason, Role};
use zubda::{Options, Plan, html};

fn shared(file: &str) -> Option<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/seed").join(file);
    let text = std::fs::read_to_string(path).ok();
    if text.is_none() {
        println!("skipped: no ../shared");
    }
    text
}

fn plan(file: &str) -> Option<(Plan, Value)> {
    let page = shared(file)?;
    let expected = serde_json::from_str(&shared("expected.json")?).expect("JSON");
    Some((zubda::clean(&html::snapshot(&page, "https://news.example/story"), &Options::default()), expected))
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a string")
}

#[test]
fn everything_expected_of_the_seed() {
    let Some((plan, expected)) = plan("page.html") else { return };
    let article = plan.article.as_ref().expect("an article");
    assert_eq!(article.title, text(&expected["title"]));
    assert_eq!((article.language.as_str(), article.direction), ("ar", Direction::Rtl));
    assert_eq!(article.published.as_deref(), Some("2025-01-13T18:20:00+00:00"));
    assert_eq!(article.site.as_deref(), Some("موقع الأخبار"));
    assert!(article.source.is_none());

    let hidden: Vec<(Reason, &str)> = plan
        .edits
        .iter()
        .filter(|edit| edit.action == Action::Hide)
        .map(|edit| (edit.reason, edit.text.as_str()))
        .collect();
    assert_eq!(
        hidden,
        [
            (Reason::DuplicateHeadline, text(&expected["hidden"][0]["text"])),
            (Reason::AdMarker, "[ad_1]"),
            (Reason::Punctuation, "."),
            (Reason::AdSlot, ""),
            (Reason::AdMarker, "[ad_2]"),
            (Reason::SourceLabel, "المصدر"),
        ]
    );
    let captions: Vec<&str> =
        plan.edits.iter().filter(|edit| edit.action == Action::Caption).map(|edit| edit.text.as_str()).collect();
    assert_eq!(captions, [text(&expected["caption"])]);

    let kept: Vec<String> =
        expected["kept"].as_array().expect("an array").iter().map(|p| text(p).replace("”. .", "”.")).collect();
    let paragraphs: Vec<&str> = plan.paragraphs.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(paragraphs, kept);
    assert_eq!(paragraphs[0], text(&expected["body_first"]));
    assert_eq!(*paragraphs.last().expect("a paragraph"), text(&expected["body_last"]));

    let summary = plan.summary.as_ref().expect("a summary");
    assert_eq!(summary.sentences.len(), 3);
    assert_eq!(summary.sentences[0].text, text(&expected["body_first"]));
    assert!(summary.sentences.iter().all(|sentence| paragraphs[sentence.paragraph].contains(&sentence.text)));
}

#[test]
fn the_seeds_parts() {
    let Some((plan, expected)) = plan("page.html") else { return };
    for part in expected["roles"].as_array().expect("an array") {
        for paragraph in part["paragraphs"].as_array().expect("an array") {
            let paragraph = paragraph.as_u64().expect("a number") as usize;
            let role = plan.sections[plan.paragraphs[paragraph].section].role.expect("a role");
            let name = match role {
                Role::Lead => "lead",
                Role::Statement => "statements",
                Role::Background => "background",
                Role::Context => "context",
                Role::Outlook => "what is next",
                other => panic!("{other:?}"),
            };
            let allowed = text(&part["role"]);
            assert!(allowed.contains(name), "paragraph {paragraph} is {name}, not {allowed}");
        }
    }
}

#[test]
fn a_linked_source_stays_and_is_the_storys() {
    let Some((plan, _)) = plan("page-linked-source.html") else { return };
    let source = plan.article.as_ref().and_then(|article| article.source.as_ref()).expect("a source");
    assert_eq!(source.text, "المصدر");
    assert_eq!(source.url.as_deref(), Some("https://news.example/russia-iran-treaty"));
    assert!(plan.edits.iter().all(|edit| edit.reason != Reason::SourceLabel));
    assert_eq!(plan.sections.last().and_then(|part| part.role), Some(Role::Source));
}
