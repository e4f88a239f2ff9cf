//! Text that is there to be read though its page does not show it yet: a page that waits for a script which never ran.

use std::collections::HashSet;
use std::ops::Range;

use super::names::{Attr, Tag};

/// A page shows less than this share of its text before its script has run: a bar, a notice that something loads.
const SHOWN_PERCENT: usize = 10;
/// Bytes of hidden prose that are a story; dialogs for consent that are not open hold less.
const MIN_PROSE: usize = 1_000;
/// Bytes of a text node that is prose and no entry of a menu.
const LONG: usize = 120;

/// The nodes that React has sent late and that are to be seen. It sends a part of the page as `<div hidden id="S:1">` at the
/// end, and a script puts it in the place of `<template id="B:1">`: where that stands, no script has done so.
pub fn streamed<'a>(
    tags: &[Tag],
    ends: &[u32],
    attribute: impl Fn(usize, Attr) -> Option<&'a str>,
) -> Vec<Range<usize>> {
    let holes: HashSet<String> = (0..tags.len())
        .filter(|node| tags[*node] == Tag::Template)
        .filter_map(|node| place("B:", attribute(node, Attr::Id)?))
        .collect();
    let is_hidden = |node: usize| attribute(node, Attr::Hidden).is_some();
    let is_late = |node: &usize| {
        let place = || attribute(*node, Attr::Id).and_then(|id| place("S:", id));
        is_hidden(*node) && place().is_some_and(|place| holes.contains(&place))
    };
    let mut shown = Vec::new();
    if holes.is_empty() {
        return shown;
    }
    for late in (0..tags.len()).filter(is_late) {
        let (mut from, end) = (late, ends[late] as usize);
        let mut node = late + 1;
        while node < end {
            // A part of it is hidden by its own will.
            if is_hidden(node) {
                shown.push(from..node);
                (from, node) = (ends[node] as usize, ends[node] as usize);
            } else {
                node += 1;
            }
        }
        shown.push(from..end);
    }
    shown
}

/// What stands before the mark of an id that React has made, and the number behind it.
fn place(mark: &str, id: &str) -> Option<String> {
    let (prefix, number) = id.rsplit_once(mark)?;
    let is_number = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_number.then(|| format!("{prefix} {number}"))
}

/// Whether a page hides nearly all of its text, and a story is in it.
pub fn is_nearly_all_hidden<'a>(
    tags: &[Tag],
    ends: &[u32],
    text: impl Fn(usize) -> &'a str,
    is_hidden: impl Fn(usize) -> bool,
) -> bool {
    let (mut all, mut shown, mut prose) = (0, 0, 0);
    let mut node = 0;
    while node < tags.len() {
        if tags[node].is_opaque() {
            node = ends[node] as usize;
            continue;
        }
        if tags[node] == Tag::Text {
            let length = text(node).trim().len();
            let hidden = is_hidden(node);
            all += length;
            shown += if hidden { 0 } else { length };
            prose += if hidden && length >= LONG { length } else { 0 };
        }
        node += 1;
    }
    shown * 100 < all * SHOWN_PERCENT && prose >= MIN_PROSE
}

#[cfg(test)]
#[cfg(feature = "html")]
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
