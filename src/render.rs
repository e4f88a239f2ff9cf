//! A plan as a document of its own: the story in HTML or Markdown, with its links and emphasis, without what was hidden.
//!
//! Both are written from the plan and the snapshot that it was made of, so that nothing of the page but text, addresses and
//! the marks listed here can come through: no script, no style, no attribute of the page's own.

use crate::plan::{Action, Edit, Paragraph, ParagraphKind, Plan};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

mod html;
mod markdown;
mod picture;

pub use html::html;
pub use markdown::markdown;
use picture::Picture;

/// What a document is made of, one after the other.
enum Part<'a> {
    Text(Group<'a>),
    Picture(Picture<'a>),
}

/// Consecutive paragraphs that the page holds in one element: a list, a table, a quotation; else one paragraph alone.
struct Group<'a> {
    kind: ParagraphKind,
    paragraphs: Vec<Rendered<'a>>,
}

/// A paragraph in pieces of one look each.
struct Rendered<'a> {
    paragraph: &'a Paragraph,
    level: u32,
    /// Of an item: the lists that it stands in and the item in each, the outermost first.
    path: Vec<(NodeId, NodeId)>,
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

fn parts<'a>(snapshot: &'a Snapshot, plan: &'a Plan) -> Vec<Part<'a>> {
    let sources = sources(snapshot, plan);
    let begins = |(paragraph, source): (&Paragraph, &Vec<(NodeId, char)>)| {
        source.first().map_or(paragraph.node, |(node, _)| *node)
    };
    let at: Vec<NodeId> = plan.paragraphs.iter().zip(&sources).map(begins).collect();
    let mut pictures = picture::pictures(snapshot, plan, &at).into_iter().peekable();
    let mut parts: Vec<Part> = Vec::new();
    let mut last = None;
    for (i, (paragraph, source)) in plan.paragraphs.iter().zip(&sources).enumerate() {
        let path = path(snapshot, plan, paragraph);
        let container = match paragraph.kind {
            ParagraphKind::Item => path.first().map(|(list, _)| *list),
            ParagraphKind::Quote => nearest(snapshot, paragraph.node, |tag| tag == Tag::Blockquote),
            ParagraphKind::Row => nearest(snapshot, paragraph.node, |tag| tag == Tag::Table),
            _ => None,
        };
        let level = plan.sections.get(paragraph.section).map_or(2, |section| section.level);
        let rendered = Rendered { paragraph, level, path, pieces: pieces(snapshot, paragraph, source) };
        let key = container.map(|container| (paragraph.kind, container));
        match parts.last_mut() {
            // A picture inside of a list or a table stands after it.
            Some(Part::Text(group)) if key.is_some() && key == last => group.paragraphs.push(rendered),
            _ => {
                while let Some(picture) = pictures.next_if(|picture| picture.node.is_none_or(|node| node < at[i])) {
                    parts.push(Part::Picture(picture));
                }
                parts.push(Part::Text(Group { kind: paragraph.kind, paragraphs: vec![rendered] }));
            }
        }
        last = key;
    }
    parts.extend(pictures.map(Part::Picture));
    parts
}

/// The lists that an item stands in, no further out than the story.
fn path(snapshot: &Snapshot, plan: &Plan, paragraph: &Paragraph) -> Vec<(NodeId, NodeId)> {
    let story = plan.article.as_ref().map_or(NodeId::ROOT, |article| article.node);
    if paragraph.kind != ParagraphKind::Item || paragraph.node.index() >= snapshot.len() {
        return Vec::new();
    }
    let mut path = Vec::new();
    let mut item = None;
    let mut inside = None;
    for node in snapshot.ancestry(paragraph.node).take_while(|node| snapshot.contains(story, *node)) {
        match snapshot.tag(node) {
            Tag::Li | Tag::Dt | Tag::Dd => item = Some(node),
            Tag::Ul | Tag::Ol | Tag::Menu | Tag::Dl => {
                // Many pages put a list between two items: it belongs to the one before.
                let before = || before(snapshot, node, inside?).filter(|node| snapshot.tag(*node) == Tag::Li).last();
                path.extend(item.take().or_else(before).map(|item| (node, item)));
                inside = Some(node);
            }
            _ => {}
        }
    }
    path.reverse();
    path
}

/// The children of an element before one of them.
fn before(snapshot: &Snapshot, parent: NodeId, child: NodeId) -> impl Iterator<Item = NodeId> + '_ {
    std::iter::successors(Some(NodeId(parent.0 + 1)), |node| Some(snapshot.end(*node)))
        .take_while(move |node| *node < child)
}

/// An item's number in its list as the page counts; `None` where it has none.
fn number(snapshot: &Snapshot, (list, item): (NodeId, NodeId)) -> Option<usize> {
    (snapshot.tag(list) == Tag::Ol)
        .then(|| 1 + before(snapshot, list, item).filter(|node| snapshot.tag(*node) == Tag::Li).count())
}

/// The items of a list at some depth, each with all that stands in it.
fn items<'a, 'b>(list: &'a [Rendered<'b>], depth: usize) -> impl Iterator<Item = &'a [Rendered<'b>]> {
    list.chunk_by(move |a, b| a.path.len() > depth && a.path.get(depth) == b.path.get(depth))
}

/// What stands in an item: its own paragraphs one by one, and each list inside of it.
fn inside<'a, 'b>(item: &'a [Rendered<'b>], depth: usize) -> impl Iterator<Item = (bool, &'a [Rendered<'b>])> {
    let list = move |p: &Rendered| p.path.get(depth + 1).map(|(list, _)| *list);
    item.chunk_by(move |a, b| list(a).is_some() && list(a) == list(b)).map(move |part| (list(&part[0]).is_some(), part))
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

    const PICTURES: &str = r#"<html lang="en"><head><title>Harbour of Tarn reopens</title>
        <meta property="og:image" content="https://tarn.example/lead.jpg"></head><body><article>
        <header><h1>Harbour of Tarn reopens</h1><p>By Ida Holm</p>
        <figure><img src="/quay.jpg" alt="The quay at dawn" width="800"><figcaption>The quay on Monday. Photo: Ida
        Holm</figcaption></figure></header>
        <p>The harbour of Tarn reopened on Monday after three months of works <img class="emoji" src="/sun.png" alt="☀">, and
        two ferries came in before noon, the port said.</p>
        <div class="wp-caption"><img src="data:image/gif;base64,R0lG" data-src="/piles.jpg" alt=""><p
        class="wp-caption-text">Piles for the <i>new</i> quay</p></div>
        <p>Crews had driven four hundred piles into the bed, and divers cut away a wreck that nobody knew of.</p>
        <div class="card"><a href="/other"><img src="/other.jpg" alt="Another story"><span>Another story of the
        town</span></a></div>
        <img src="/count.gif" width="1" height="1"><img src="javascript:steal()" alt="x">
        <div style="display: none"><img src="/hidden.jpg" alt="hidden"></div>
        <p>The town pays a third of the cost, and the region the rest, over a span of twelve years.</p>
        <p><img src="/a b.jpg" alt="A [first] &quot;ferry&quot;"><img src="/second.jpg" alt="A second"></p>
        <p>A ferry to the islands had left from a jetty in the north, an hour more for passengers each way.</p>
        </article></body></html>"#;

    fn both(html_page: &str) -> (String, String) {
        let snapshot = crate::html::snapshot(html_page, "https://tarn.example/");
        let plan = crate::clean(&snapshot, &Options { sentences: true, ..Options::default() });
        (markdown(&snapshot, &plan), html(&snapshot, &plan))
    }

    #[test]
    fn the_story_s_pictures_stand_where_they_stood_and_no_others() {
        let (markdown, html) = both(PICTURES);
        let pictures: Vec<&str> = markdown.split("\n\n").filter(|block| block.starts_with("![")).collect();
        assert_eq!(
            pictures,
            [
                "![The quay at dawn](</quay.jpg>)\n*The quay on Monday. Photo: Ida Holm*",
                "![](</piles.jpg>)\n*Piles for the new quay*",
                "![A \\[first\\] \"ferry\"](</a b.jpg>)",
                "![A second](</second.jpg>)",
            ],
            "{markdown}"
        );
        let place = |text: &str| markdown.find(text).unwrap();
        assert!(place("quay.jpg") < place("The harbour of Tarn reopened") && place("reopened on") < place("piles.jpg"));
        assert!(place("piles.jpg") < place("Crews had driven") && place("twelve years") < place("second.jpg"));
        assert!(html.contains(
            "<figure>\n<img src=\"/quay.jpg\" alt=\"The quay at dawn\">\n<figcaption>The quay on Monday. Photo: Ida \
             Holm</figcaption>\n</figure>\n<p>The harbour"
        ));
        assert!(html.contains("<img src=\"/a b.jpg\" alt=\"A [first] &quot;ferry&quot;\">\n</figure>"), "{html}");
        for other in ["other.jpg", "count.gif", "steal", "hidden.jpg", "sun.png", "lead.jpg", "data:"] {
            assert!(!markdown.contains(other) && !html.contains(other), "{other} in\n{markdown}");
        }
    }

    #[test]
    fn a_story_without_pictures_has_the_lead_image_that_its_page_names() {
        let page =
            PAGE.replace("<head>", r#"<head><meta property="og:image" content="https://tarn.example/lead.jpg">"#);
        let (markdown, html) = both(&page);
        assert!(markdown.contains("\n\n![](<https://tarn.example/lead.jpg>)\n\nThe harbour of Tarn"), "{markdown}");
        assert!(html.contains("<figure>\n<img src=\"https://tarn.example/lead.jpg\" alt=\"\">\n</figure>\n<p>The"));
        let (markdown, html) = both(&page.replace("https://tarn.example/lead.jpg", "javascript:steal()"));
        assert!(!markdown.contains("![") && !html.contains("<img"));
    }

    #[test]
    fn lists_stay_nested_and_numbers_as_the_page_counts() {
        let list = r"<ol><li>Begin with the old quay, which is <b>closed</b>
            <ul><li>its piles, four hundred of them<ol><li>of oak</li><li>of steel</li></ol></li><li>its cranes</li></ul></li>
            <li>[ad_1]</li>
            <li><p>Go on with the fish market on Friday.</p><p>It is open until noon.</p></li>
            <ul><li>the stalls outside</li></ul></ol><p>The end of the list of works in the harbour is near, the port said.</p>
            <ul><li>One list more</li></ul>";
        let page = PAGE.replace("<ul><li>The fish", &format!("{list}<ul><li>The fish"));
        let (markdown, html) = both(&page);
        let expected = "1. Begin with the old quay, which is **closed**\n   - its piles, four hundred of them\n     1. of oak\n     \
            2. of steel\n   - its cranes\n3. Go on with the fish market on Friday.\n\n   It is open until noon.\n   - the \
            stalls outside\n\nThe end";
        assert!(markdown.contains(expected), "{markdown}");
        assert!(markdown.contains("\n\n- One list more\n"), "{markdown}");
        let expected = "<ol>\n<li>Begin with the old quay, which is <strong>closed</strong>\n<ul>\n<li>its piles, four hundred of \
            them\n<ol>\n<li>of oak</li>\n<li>of steel</li>\n</ol>\n</li>\n<li>its cranes</li>\n</ul>\n</li>\n<li>\n<p>Go on \
            with the fish market on Friday.</p>\n<p>It is open until noon.</p>\n<ul>\n<li>the stalls \
            outside</li>\n</ul>\n</li>\n</ol>\n<p>The end";
        assert!(html.contains(expected), "{html}");
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
