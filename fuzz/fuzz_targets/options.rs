//! Options as they come over the wire: what is understood is kept to.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zubda::options::{Sections, Summary};
use zubda::plan::Action;
use zubda::{Options, analyze_text};
use zubda_fuzz::STORY;

fuzz_target!(|data: &[u8]| {
    let Ok(options) = serde_json::from_slice::<Options>(data) else { return };
    let plan = analyze_text(&STORY.join("\n\n"), &options, Some("Harbour reopens"), Some("en"));
    assert!(plan.article.is_some());
    let shown = plan.summary.as_ref().map_or(0, |summary| summary.sentences.len());
    match options.summary {
        Summary::Off => assert!(plan.summary.is_none()),
        Summary::Sentences(count) => assert!((1..=20).contains(&count) && shown <= count),
    }
    if options.sections == Sections::One {
        assert_eq!(plan.sections.len(), 1);
    }
    assert_eq!(plan.sentences.is_some(), options.sentences);
    for edit in &plan.edits {
        assert!(!options.never.iter().any(|rule| rule == edit.rule), "{edit:?}");
        assert!(edit.action == Action::Leave || !options.keep.contains(&edit.reason), "{edit:?}");
    }
});
