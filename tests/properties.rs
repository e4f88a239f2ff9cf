//! What holds for any page and any text, with astral, combining, right-to-left and unspaced letters among them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use zubda::snapshot::{Columns, Snapshot};

#[path = "properties/holds.rs"]
mod holds;
#[path = "properties/pages.rs"]
mod pages;

use holds::{page_holds, sentences_hold, text_holds};
use pages::{ATTRIBUTES, Node, PIECES, Step, TAGS, VALUES, columns};

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

/// A few cases in every `cargo test`; `PROPTEST_CASES` asks for more, as `tests/run.sh` does.
fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(32);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_page_gives_a_plan_that_holds_together(columns in page()) {
        prop_assert!(Snapshot::new(columns.clone()).is_ok());
        page_holds(columns);
    }

    #[test]
    fn any_text_gives_a_plan_that_holds_together(paragraphs in vec(words(60), 0..8), title in words(6)) {
        text_holds(&paragraphs.join("\n\n"), &title);
    }

    #[test]
    fn sentences_that_are_given_are_kept(paragraphs in vec(vec(words(12), 0..5), 0..5)) {
        sentences_hold(&paragraphs);
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
        page_holds(columns);
    }
}
