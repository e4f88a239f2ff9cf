//! What in and beside a heading is no part of its label: links to edit its section, and signs that link to itself.

use std::ops::Range;

use super::run::{Run, is_blank};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// What holds a control that stands in the text: "[edit]", 〔編集〕. Round brackets hold words of the heading as well.
const BRACKETS: [(char, char); 4] = [('[', ']'), ('【', '】'), ('〔', '〕'), ('［', '］')];

/// Bytes of the longest text that is looked at: what is longer is no heading, whatever its tag.
const MAX_BYTES: usize = 1_000;

/// Whether an element's text is a heading's.
pub fn is_heading(snapshot: &Snapshot, element: NodeId) -> bool {
    snapshot.tag(element).heading().is_some()
}

/// The stretch of a heading's text that is its label; all of it where nothing else is left.
pub fn label(snapshot: &Snapshot, heading: NodeId, text: &str, runs: &[Run], kept: Range<usize>) -> Range<usize> {
    let mut label = kept.clone();
    if text.len() > MAX_BYTES {
        return kept;
    }
    loop {
        let left = trim(text, &label);
        let rest = before_bracket(snapshot, heading, text, runs, &left)
            .or_else(|| before_control(snapshot, heading, text, runs, &left))
            .or_else(|| after_control(snapshot, heading, text, runs, &left));
        match rest {
            Some(rest) if text[rest.clone()].contains(char::is_alphanumeric) => label = rest,
            _ => return if left.is_empty() { kept } else { left },
        }
    }
}

/// Bytes inside of links that are in one stretch and not in the other, which holds it.
pub fn linked(snapshot: &Snapshot, heading: NodeId, runs: &[Run], label: &Range<usize>, kept: &Range<usize>) -> usize {
    let inside =
        |run: &Run, span: &Range<usize>| (run.at + run.len).min(span.end).saturating_sub(run.at.max(span.start));
    let in_link = |run: &&Run| within(snapshot, heading, run.node).any(|node| snapshot.tag(node) == Tag::A);
    runs.iter().filter(in_link).map(|run| inside(run, kept) - inside(run, label)).sum()
}

/// Whether a block is nothing but controls of the heading before it.
pub fn is_control_beside(snapshot: &Snapshot, heading: NodeId, element: NodeId, text: &str, runs: &[Run]) -> bool {
    let beside = snapshot.parent(heading);
    text.len() <= MAX_BYTES
        && is_heading(snapshot, heading)
        && !is_heading(snapshot, element)
        && (beside == Some(element) || beside == snapshot.parent(element))
        && before_bracket(snapshot, element, text, runs, &(0..text.len())).is_some_and(|rest| rest.is_empty())
}

/// What stands before brackets at the end that hold nothing but links and what parts them.
fn before_bracket(
    snapshot: &Snapshot,
    around: NodeId,
    text: &str,
    runs: &[Run],
    label: &Range<usize>,
) -> Option<Range<usize>> {
    let last = text[label.clone()].chars().next_back()?;
    let (open, _) = BRACKETS.iter().find(|(_, close)| *close == last)?;
    let start = label.start + text[label.clone()].rfind(*open)?;
    let inside = start + open.len_utf8()..label.end - last.len_utf8();
    // A link around words before the brackets as well is no control.
    let is_control = |node| {
        is_pressed(snapshot, node)
            && runs.iter().find(|run| snapshot.contains(node, run.node)).is_some_and(|run| run.at >= start)
    };
    let is_link = |at: usize| {
        let run = runs.iter().find(|run| (run.at..run.at + run.len).contains(&at));
        run.is_some_and(|run| within(snapshot, around, run.node).any(is_control))
    };
    let mut words = text[inside.clone()].char_indices().filter(|(_, c)| c.is_alphanumeric()).peekable();
    words.peek()?;
    words.all(|(at, _)| is_link(inside.start + at)).then_some(label.start..start)
}

/// What stands before a control at the end.
fn before_control(
    snapshot: &Snapshot,
    heading: NodeId,
    text: &str,
    runs: &[Run],
    label: &Range<usize>,
) -> Option<Range<usize>> {
    let last = runs.iter().rfind(|run| run.at < label.end)?;
    let control = control(snapshot, heading, text, runs, last)?;
    let first = runs.iter().find(|run| snapshot.contains(control, run.node))?;
    Some(label.start..first.at.max(label.start))
}

/// What stands after a control at the beginning.
fn after_control(
    snapshot: &Snapshot,
    heading: NodeId,
    text: &str,
    runs: &[Run],
    label: &Range<usize>,
) -> Option<Range<usize>> {
    let first = runs.iter().find(|run| run.at + run.len > label.start)?;
    let control = control(snapshot, heading, text, runs, first)?;
    let last = runs.iter().rfind(|run| snapshot.contains(control, run.node))?;
    Some((last.at + last.len).min(label.end)..label.end)
}

/// The control that a run stands in: a button, a link to the heading itself, or a link that is a sign alone.
fn control(snapshot: &Snapshot, heading: NodeId, text: &str, runs: &[Run], run: &Run) -> Option<NodeId> {
    within(snapshot, heading, run.node).find(|node| {
        let is_sign = || {
            let mut inside = runs.iter().filter(|run| snapshot.contains(*node, run.node));
            inside.all(|run| !text[run.at..run.at + run.len].contains(char::is_alphanumeric))
        };
        let is_link = snapshot.tag(*node) == Tag::A;
        is_button(snapshot, *node) || is_link && (is_sign() || leads_to(snapshot, heading, *node))
    })
}

/// Whether a link leads to the heading that it stands in: to an id of it, of what is in it, or of its section.
fn leads_to(snapshot: &Snapshot, heading: NodeId, link: NodeId) -> bool {
    let href = snapshot.attribute(link, Attr::Href).unwrap_or_default();
    let Some((_, id)) = href.rsplit_once('#').filter(|(_, id)| !id.is_empty()) else { return false };
    let own = snapshot.parent(heading).into_iter().chain([heading]).chain(snapshot.descendants(heading));
    own.into_iter().any(|node| snapshot.attribute(node, Attr::Id) == Some(id))
}

fn is_pressed(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.tag(node) == Tag::A || is_button(snapshot, node)
}

fn is_button(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.tag(node) == Tag::Button || snapshot.attribute(node, Attr::Role) == Some("button")
}

/// The elements around a node up to one that is not among them.
fn within(snapshot: &Snapshot, around: NodeId, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    snapshot.ancestry(node).skip(1).take_while(move |node| *node != around)
}

fn trim(text: &str, span: &Range<usize>) -> Range<usize> {
    let inner = &text[span.clone()];
    let start = span.start + inner.len() - inner.trim_start_matches(is_blank).len();
    start..start + inner.trim_matches(is_blank).len()
}

#[cfg(test)]
#[cfg(feature = "html")]
mod tests {
    use crate::block;

    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let snapshot = crate::html::snapshot(html, "");
        let texts: Vec<String> = block::cut(&snapshot).into_iter().map(|block| block.text).collect();
        assert_eq!(texts, expected, "{html}");
    }

    #[test]
    fn a_control_is_no_part_of_the_label() {
        check("<h2>Światło<span>[<a href=/e>edytuj</a> | <a href=/k>edytuj kod</a>]</span></h2>", &["Światło"]);
        check("<h3>歴史 〔<a href=/e>編集</a>〕</h3>", &["歴史"]);
        check("<h3>التاريخ [<a href=/e>عدل</a>]<sup>[<a href=#c1>1</a>]</sup></h3>", &["التاريخ"]);
        check("<h2 id=kiln>The kiln <a href=#kiln>Link to this part</a></h2>", &["The kiln"]);
        check("<h2><a href=#kiln>#</a>&nbsp;<span id=kiln>The kiln</span></h2>", &["The kiln"]);
        check("<h2>Печь <a href=/p#x>¶</a></h2>", &["Печь"]);
        check("<h2>चूल्हा <a role=button href=/e>बदलें</a></h2>", &["चूल्हा"]);
    }

    #[test]
    fn words_of_the_heading_stay() {
        let markup = regex::Regex::new("<[^>]*>").unwrap();
        for label in [
            "The kiln [and its fire]",
            "<a href=/k>The kiln [again]</a>",
            "The kiln (<a href=/t>Tarn</a>)",
            "The case for <a href=#tax>taxes</a>",
            "<a href=#kiln id=kiln>The kiln</a>",
            "<a role=button>The kiln</a>",
            "[<a href=/k>窯の話</a>]",
        ] {
            let snapshot = crate::html::snapshot(&format!("<h2>{label}</h2>"), "");
            let plain = markup.replace_all(label, "").into_owned();
            assert_eq!(block::cut(&snapshot)[0].text, plain);
        }
    }

    #[test]
    fn a_control_beside_a_heading_is_no_block() {
        let edit = "<span>[<a href=/e>modifier</a>]</span>";
        check(&format!("<div><h2>Le four</h2>{edit}</div><p>Il brûle."), &["Le four", "Il brûle."]);
        check(&format!("<div><h2>Le four</h2><div>{edit}</div></div><p>Il brûle."), &["Le four", "Il brûle."]);
        // In a paragraph, below a paragraph, and with words of its own it is text.
        check(&format!("<div><p>Le four</p>{edit}</div>"), &["Le four", "[modifier]"]);
        check(&format!("<h2>Le four</h2><div><p>{edit}</p></div>"), &["Le four", "[modifier]"]);
        check(&format!("<div><h2>Le four</h2>Il brûle. {edit}</div>"), &["Le four", "Il brûle. [modifier]"]);
    }
}
