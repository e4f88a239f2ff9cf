//! Honest texts that look like leftovers: none of them may lose a word. The data stand in `traps.txt`, which says how.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use zubda::plan::Action;
use zubda::{Options, html};

#[test]
fn honest_texts_are_spared() {
    let (mut language, mut headline, mut story): (&str, &str, Vec<&str>) = ("", "", Vec::new());
    let (mut languages, mut traps, mut failed) = (0, 0, Vec::new());
    for line in include_str!("traps.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(head) = line.strip_prefix("= ") {
            let mut fields = head.split(" | ");
            language = fields.next().unwrap_or_default();
            headline = fields.next().unwrap_or_default();
            story = fields.collect();
            assert_eq!(story.len(), 3, "{language}");
            languages += 1;
            continue;
        }
        traps += 1;
        let [first, second, third] = [story[0], story[1], story[2]];
        let page = format!(
            "<html lang={language}><head><title>{headline}</title></head><body><article><h1>{headline}</h1>\
             <p>{first}</p><p>{second}</p>{line}<p>{third}</p></article></body></html>"
        );
        let plan = zubda::clean(&html::snapshot(&page, "https://news.example/story"), &Options::default());
        assert!(plan.declined.is_none(), "{language}: {line} is declined");
        for edit in plan.edits.iter().filter(|edit| edit.action != Action::Leave) {
            failed.push(format!("{language}: {} {:.2} takes {:?} of {line}", edit.rule, edit.confidence, edit.text));
        }
    }
    println!("{} of {traps} traps in {languages} languages lose a word", failed.len());
    assert!(failed.is_empty(), "{}", failed.join("\n"));
    assert!(traps >= 100 && languages >= 15, "{traps} traps, {languages} languages");
}
