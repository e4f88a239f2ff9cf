//! Text that is there to be read though its page does not show it yet: a page that waits for a script which never ran.

use std::collections::HashSet;

use super::{Attr, NodeId, Snapshot, Tag, flag};

/// A page shows less than this share of its text before its script has run: a bar, a notice that something loads.
const SHOWN_PERCENT: usize = 10;
/// Bytes of hidden prose that are a story; dialogs for consent that are not open hold less.
const MIN_PROSE: usize = 1_000;
/// Bytes of a text node that is prose and no entry of a menu.
const LONG: usize = 120;

/// Takes back that text is hidden where the page waits for a script.
pub fn show_what_waits(page: &mut Snapshot) {
    show_streamed(page);
    if is_nearly_all_hidden(page) {
        page.flags.iter_mut().for_each(|flags| *flags &= !flag::HIDDEN);
    }
}

/// React sends a part of the page that comes late as `<div hidden id="S:1">` at the end, and a script puts it in the place
/// of `<template id="B:1">`. Where that stands, no script has done so.
fn show_streamed(page: &mut Snapshot) {
    let holes: HashSet<String> = (page.nodes())
        .filter(|node| page.tag(*node) == Tag::Template)
        .filter_map(|node| Some(streamed("B:", page.attribute(node, Attr::Id)?)?.concat()))
        .collect();
    if holes.is_empty() {
        return;
    }
    let is_hidden = |page: &Snapshot, node| page.attribute(node, Attr::Hidden).is_some();
    let is_late = |node: &NodeId| {
        let id = page.attribute(*node, Attr::Id).and_then(|id| streamed("S:", id));
        is_hidden(page, *node) && id.is_some_and(|id| holes.contains(&id.concat()))
    };
    let late: Vec<NodeId> = page.nodes().filter(is_late).collect();
    for root in late {
        let end = page.end(root);
        page.flags[root.index()] &= !flag::HIDDEN;
        let mut node = NodeId(root.0 + 1);
        while node < end {
            if is_hidden(page, node) {
                node = page.end(node);
                continue;
            }
            page.flags[node.index()] &= !flag::HIDDEN;
            node.0 += 1;
        }
    }
}

/// What stands before the mark of an id that React has made, and the number behind it.
fn streamed<'a>(mark: &str, id: &'a str) -> Option<[&'a str; 2]> {
    let (prefix, number) = id.rsplit_once(mark)?;
    (!number.is_empty() && number.bytes().all(|byte| byte.is_ascii_hexdigit())).then_some([prefix, number])
}

/// Whether a page hides nearly all of its text, and a story is in it.
fn is_nearly_all_hidden(page: &Snapshot) -> bool {
    let (mut all, mut shown, mut prose) = (0, 0, 0);
    let mut node = NodeId::ROOT;
    while node.index() < page.len() {
        if page.tag(node).is_opaque() {
            node = page.end(node);
            continue;
        }
        let length = page.text(node).trim().len();
        let is_hidden = page.parent(node).is_some_and(|parent| page.hidden(parent));
        all += length;
        shown += if is_hidden { 0 } else { length };
        prose += if is_hidden && length >= LONG { length } else { 0 };
        node.0 += 1;
    }
    shown * 100 < all * SHOWN_PERCENT && prose >= MIN_PROSE
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use crate::block;

    const STORIES: [&str; 4] = [
        "The kiln on the hill was fired without smoke for the first time, and the neighbours came out to look at it. ",
        "أشعل الخزاف فرنه على التلة من غير دخان لأول مرة، وخرج الجيران من بيوتهم لينظروا إليه. ",
        "丘の上の窯に初めて煙を出さずに火が入り、近所の人たちが外に出てそれを眺めていました。",
        "Печь на холме впервые растопили без дыма, и соседи вышли из домов посмотреть на неё. ",
    ];

    /// The blocks that are seen.
    #[track_caller]
    fn check(html: &str, expected: usize) {
        let blocks = block::cut(&crate::html::snapshot(html, ""));
        assert_eq!(blocks.iter().filter(|block| !block.hidden).count(), expected, "{html}");
    }

    #[test]
    fn a_page_that_waits_for_a_script_hides_nothing() {
        for text in STORIES {
            let story = format!("<p>{}</p>", text.repeat(4)).repeat(3);
            check(&format!("<body style='visibility: hidden'><h1>A</h1>{story}"), 4);
            check(&format!("<p>Loading…</p><div style=display:none><h1>A</h1>{story}</div>"), 5);
            // A part of the page is hidden by its own will.
            check(&format!("{story}<div style=display:none>{story}{story}</div>"), 3);
            // So is what is too little for a story.
            check(&format!("<p>Film</p><div hidden><p>{text}</p></div>"), 1);
            let menu = "<li>The kiln</li><li>الفرن</li>".repeat(80);
            check(&format!("<p>Film</p><ul hidden>{menu}</ul>"), 1);
        }
    }

    #[test]
    fn what_react_has_sent_late_is_shown() {
        for text in STORIES {
            let late = |id: &str| format!("<div hidden id='{id}'><p>{text}</p><p hidden>{text}</p></div>");
            check(&format!("<p>{text}</p><template id='B:0'></template>{}", late("S:0")), 2);
            check(&format!("<p>{text}</p><template id=':r1:B:1f'></template>{}", late(":r1:S:1f")), 2);
            check(&format!("<p>{text}</p>{}", late("S:0")), 1);
            check(&format!("<p>{text}</p><template id='B:0'></template>{}", late("S:1")), 1);
            check(&format!("<p>{text}</p><template id='B:0'></template>{}", late("notes")), 1);
        }
    }
}
