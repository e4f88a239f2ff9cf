//! A plan as a document of its own: the story in HTML or Markdown, with its links and emphasis, without what was hidden.
//!
//! Both are written from the plan and the snapshot that it was made of, so that nothing of the page but text, addresses and
//! the marks listed here can come through: no script, no style, no attribute of the page's own.

use crate::plan::{Action, Edit, Paragraph, ParagraphKind, Plan};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

mod html;
mod markdown;

pub use html::html;
pub use markdown::markdown;

/// Consecutive paragraphs that the page holds in one element: a list, a table, a quotation; else one paragraph alone.
struct Group<'a> {
    kind: ParagraphKind,
    container: Option<NodeId>,
    paragraphs: Vec<Rendered<'a>>,
}

/// A paragraph in pieces of one look each.
struct Rendered<'a> {
    paragraph: &'a Paragraph,
    level: u32,
    pieces: Vec<Piece<'a>>,
}

/// Text with the same marks from end to end.
struct Piece<'a> {
    text: String,
    marks: Vec<Mark<'a>>,
}

/// What is told of inline text, the outermost first.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Mark<'a> {
    Link(NodeId, &'a str),
    Strong,
    Emphasis,
    Code,
}

fn groups<'a>(snapshot: &'a Snapshot, plan: &'a Plan) -> Vec<Group<'a>> {
    let sources = sources(snapshot, plan);
    let mut groups: Vec<Group> = Vec::new();
    for (paragraph, source) in plan.paragraphs.iter().zip(sources) {
        let container = container(snapshot, paragraph);
        let level = plan.sections.get(paragraph.section).map_or(2, |section| section.level);
        let pieces = pieces(snapshot, paragraph, &source);
        let rendered = Rendered { paragraph, level, pieces };
        match groups.last_mut() {
            Some(last) if container.is_some() && last.kind == paragraph.kind && last.container == container => {
                last.paragraphs.push(rendered);
            }
            _ => groups.push(Group { kind: paragraph.kind, container, paragraphs: vec![rendered] }),
        }
    }
    groups
}

fn container(snapshot: &Snapshot, paragraph: &Paragraph) -> Option<NodeId> {
    let is_container = |tag| match paragraph.kind {
        ParagraphKind::Item => matches!(tag, Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dl),
        ParagraphKind::Quote => tag == Tag::Blockquote,
        ParagraphKind::Row => tag == Tag::Table,
        _ => false,
    };
    nearest(snapshot, paragraph.node, is_container)
}

fn nearest(snapshot: &Snapshot, node: NodeId, wanted: impl Fn(Tag) -> bool) -> Option<NodeId> {
    if node.index() >= snapshot.len() {
        return None;
    }
    snapshot.ancestry(node).find(|node| wanted(snapshot.tag(*node)))
}

/// For each paragraph the characters that it is made of, white space apart, with the text nodes that hold them.
fn sources(snapshot: &Snapshot, plan: &Plan) -> Vec<Vec<(NodeId, char)>> {
    let mut sources = vec![Vec::new(); plan.paragraphs.len()];
    let cuts: Vec<&Edit> =
        plan.edits.iter().filter(|edit| edit.action == Action::Hide && !edit.ranges.is_empty()).collect();
    for sentence in plan.sentences.iter().flatten() {
        for range in &sentence.ranges {
            let mut unit = 0;
            for c in snapshot.text(range.node).chars() {
                let at = unit;
                unit += c.len_utf16() as u32;
                let is_cut = || {
                    (cuts.iter().flat_map(|edit| &edit.ranges))
                        .any(|cut| cut.node == range.node && (cut.start..cut.end).contains(&at))
                };
                if (range.start..range.end).contains(&at) && !c.is_whitespace() && !is_cut() {
                    sources[sentence.paragraph].push((range.node, c));
                }
            }
        }
    }
    sources
}

/// The paragraph's text is what counts; its marks are those of the text nodes that it came from, as far as the two agree.
fn pieces<'a>(snapshot: &'a Snapshot, paragraph: &Paragraph, source: &[(NodeId, char)]) -> Vec<Piece<'a>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut source = source.iter();
    let mut agree = true;
    let mut space = String::new();
    let mut last = (None, Vec::new());
    for c in paragraph.text.chars() {
        if c.is_whitespace() {
            space.push(c);
            continue;
        }
        let node = source.next().filter(|(_, found)| agree && *found == c).map(|(node, _)| *node);
        agree = node.is_some();
        if node != last.0 || node.is_none() {
            last = (node, node.map(|node| marks(snapshot, node, paragraph.node)).unwrap_or_default());
        }
        match pieces.last_mut() {
            Some(piece) if piece.marks == last.1 => {
                piece.text.push_str(&space);
                piece.text.push(c);
            }
            _ => {
                // White space between two looks has what both have.
                if !space.is_empty() {
                    let before = pieces.last().map_or(&[][..], |piece| &piece.marks);
                    let both = before.iter().zip(&last.1).take_while(|(a, b)| a == b).map(|(mark, _)| *mark).collect();
                    pieces.push(Piece { text: space.clone(), marks: both });
                }
                pieces.push(Piece { text: c.to_string(), marks: last.1.clone() });
            }
        }
        space.clear();
    }
    pieces
}

fn marks(snapshot: &Snapshot, text: NodeId, paragraph: NodeId) -> Vec<Mark<'_>> {
    let mut marks: Vec<Mark> = snapshot
        .ancestry(text)
        .skip(1)
        .take_while(|node| *node != paragraph && !snapshot.is_block(*node))
        .filter_map(|node| match snapshot.tag(node) {
            Tag::A => {
                snapshot.attribute(node, Attr::Href).filter(|to| is_safe(to)).map(|to| Mark::Link(node, to.trim()))
            }
            Tag::B | Tag::Strong => Some(Mark::Strong),
            Tag::Em => Some(Mark::Emphasis),
            Tag::Code | Tag::Kbd | Tag::Samp => Some(Mark::Code),
            _ => None,
        })
        .collect();
    marks.reverse();
    marks
}

/// The pieces one after another: `tags` gives what opens and closes a mark, `text` writes what stands inside.
fn inline(pieces: &[Piece], tags: impl Fn(&Mark) -> (String, String), text: impl Fn(&Piece) -> String) -> String {
    let mut written = String::new();
    let mut open: Vec<Mark> = Vec::new();
    for piece in pieces {
        let common = open.iter().zip(&piece.marks).take_while(|(a, b)| a == b).count();
        for mark in open.drain(common..).rev() {
            written.push_str(&tags(&mark).1);
        }
        for mark in &piece.marks[common..] {
            written.push_str(&tags(mark).0);
            open.push(*mark);
        }
        written.push_str(&text(piece));
    }
    for mark in open.iter().rev() {
        written.push_str(&tags(mark).1);
    }
    written
}

/// Addresses of the web and of mail, and relative ones; never code.
fn is_safe(address: &str) -> bool {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme).filter(|scheme| !scheme.contains(['/', '?', '#']));
    let plain = !address.is_empty() && !address.contains(|c: char| c.is_control());
    plain && scheme.is_none_or(|scheme| ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    const PAGE: &str = r#"<html lang="en"><head><title>Harbour of Tarn reopens</title></head><body><article>
        <h1>Harbour of Tarn reopens</h1>
        <p>The harbour of Tarn reopened on <b>Monday</b> after <a href="/works?a=1&amp;b=2">three months of <em>works</em></a>. . Two
        ferries came in before noon, the port <a href="javascript:steal()">said</a>.</p>
        <p>[ad_1]</p>
        <p>Crews had driven 400 piles &lt;deep&gt; into the bed, and divers cut away a wreck that nobody knew of.</p>
        <h2>What comes next</h2>
        <ul><li>The fish market returns to the *old* quay on Friday morning.</li>
        <li>A second crane is to follow in the spring of next year.</li></ul>
        <blockquote><p>We waited long for this day, and it was worth it, said the harbour master.</p></blockquote>
        <p>The town pays a third of the cost, and the region the rest, over a span of twelve years.</p>
        </article></body></html>"#;

    fn page() -> (Snapshot, Plan) {
        let snapshot = crate::html::snapshot(PAGE, "https://tarn.example/");
        let plan = crate::clean(&snapshot, &Options { sentences: true, ..Options::default() });
        (snapshot, plan)
    }

    #[test]
    fn markdown_keeps_links_and_emphasis_and_escapes_the_rest() {
        let (snapshot, plan) = page();
        let text = markdown(&snapshot, &plan);
        for expected in [
            "# Harbour of Tarn reopens\n\n",
            "on **Monday** after [three months of *works*](</works?a=1&b=2>).",
            "the port said.",
            "piles \\<deep\\> into",
            "\n\n## What comes next\n\n- The fish market returns to the \\*old\\* quay on Friday morning.\n- A second",
            "\n\n> We waited long",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in\n{text}");
        }
        assert!(!text.contains("ad_1") && !text.contains("javascript") && !text.contains(". ."), "{text}");
    }

    #[test]
    fn html_keeps_the_same_and_nothing_else() {
        let (snapshot, plan) = page();
        let text = html(&snapshot, &plan);
        for expected in [
            "<html lang=\"en\" dir=\"ltr\">",
            "<h1>Harbour of Tarn reopens</h1>",
            "on <strong>Monday</strong> after <a href=\"/works?a=1&amp;b=2\">three months of <em>works</em></a>.",
            "piles &lt;deep&gt; into",
            "<h2>What comes next</h2>\n<ul>\n<li>The fish market",
            "<blockquote>\n<p>We waited long",
        ] {
            assert!(text.contains(expected), "{expected:?} is not in\n{text}");
        }
        assert!(!text.contains("ad_1") && !text.contains("javascript"), "{text}");
    }

    #[test]
    fn only_addresses_of_the_web_and_of_mail_come_through() {
        for safe in ["https://a.example/x:y", "HTTP://a.example", "mailto:a@b.example", "/a?b=c:d", "#part", "a.html"] {
            assert!(is_safe(safe), "{safe}");
        }
        for unsafe_one in
            ["javascript:a()", " JavaScript:a()", "java\nscript:a()", "data:text/html,x", "vbscript:x", ""]
        {
            assert!(!is_safe(unsafe_one), "{unsafe_one}");
        }
    }
}
