//! The story as a page of HTML.

use super::document::{Group, Mark, Part, Rendered, inline, inside, items, nearest, number, parts};
use super::picture::Picture;
use crate::plan::{Direction, ParagraphKind, Plan};
use crate::snapshot::{Snapshot, Tag};

/// Writes the story as a whole HTML document: the headline, the byline, the summary if the plan has one, and the story
/// with its pictures, where they are in the page. Links and emphasis are kept if the plan was made with
/// [`Options::sentences`](crate::Options::sentences). If the plan has no article, the document is empty.
#[must_use]
pub fn html(snapshot: &Snapshot, plan: &Plan) -> String {
    let Some(article) = &plan.article else { return String::new() };
    let direction = if article.direction == Direction::Rtl { "rtl" } else { "ltr" };
    let (language, title) = (escape(&article.language), escape(&article.title));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{language}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <title>{title}</title>\n</head>\n<body>\n<article>\n"
    );
    if !title.is_empty() {
        page.push_str(&format!("<h1>{title}</h1>\n"));
    }
    if let Some(byline) = &article.byline {
        page.push_str(&format!("<p class=\"byline\">{}</p>\n", escape(byline)));
    }
    if let Some(published) = &article.published {
        let published = escape(published);
        page.push_str(&format!("<p class=\"published\"><time datetime=\"{published}\">{published}</time></p>\n"));
    }
    if let Some(summary) = &plan.summary {
        let items: String = summary.sentences.iter().map(|s| format!("<li>{}</li>\n", escape(&s.text))).collect();
        page.push_str(&format!("<ul class=\"summary\">\n{items}</ul>\n"));
    }
    for part in parts(snapshot, plan) {
        page.push_str(&match part {
            Part::Text(group) => render(snapshot, &group),
            Part::Picture(picture) => figure(&picture),
        });
    }
    page.push_str("</article>\n</body>\n</html>\n");
    page
}

fn render(snapshot: &Snapshot, group: &Group) -> String {
    let each = |name: &str| -> String {
        group.paragraphs.iter().map(|p| format!("<{name}>{}</{name}>\n", paragraph(p))).collect()
    };
    match group.kind {
        ParagraphKind::Paragraph => each("p"),
        ParagraphKind::Subhead => each(&format!("h{}", group.paragraphs.first().map_or(2, |p| p.level))),
        ParagraphKind::Code => each("pre"),
        ParagraphKind::Quote => format!("<blockquote>\n{}</blockquote>\n", each("p")),
        ParagraphKind::Item => list(snapshot, &group.paragraphs, 0),
        ParagraphKind::Row => {
            let rows: String = (group.paragraphs.chunk_by(|a, b| {
                let row = |p: &Rendered| nearest(snapshot, p.paragraph.node, |tag| tag == Tag::Tr);
                row(a) == row(b)
            }))
            .map(|cells| {
                let cells: String = cells.iter().map(|cell| format!("<td>{}</td>", paragraph(cell))).collect();
                format!("<tr>{cells}</tr>\n")
            })
            .collect();
            format!("<table>\n{rows}</table>\n")
        }
    }
}

fn list(snapshot: &Snapshot, paragraphs: &[Rendered], depth: usize) -> String {
    let first = paragraphs.first().and_then(|p| number(snapshot, *p.path.get(depth)?));
    let name = if first.is_some() { "ol" } else { "ul" };
    let start = first.filter(|first| *first != 1).map(|first| format!(" start=\"{first}\"")).unwrap_or_default();
    let mut html = format!("<{name}{start}>\n");
    for item in items(paragraphs, depth) {
        let own = inside(item, depth).filter(|(is_list, _)| !is_list).count();
        html.push_str("<li>");
        for (is_list, part) in inside(item, depth) {
            html.push_str(&match is_list {
                true => format!("\n{}", list(snapshot, part, depth + 1)),
                false if own == 1 => paragraph(&part[0]),
                false => format!("\n<p>{}</p>", paragraph(&part[0])),
            });
        }
        html.push_str("</li>\n");
    }
    html.push_str(&format!("</{name}>\n"));
    html
}

fn figure(picture: &Picture) -> String {
    let caption = picture.caption.iter().map(|text| format!("<figcaption>{}</figcaption>\n", escape(text)));
    let caption: String = caption.collect();
    let (address, alt) = (escape(picture.address), escape(&picture.alt));
    format!("<figure>\n<img src=\"{address}\" alt=\"{alt}\">\n{caption}</figure>\n")
}

fn paragraph(rendered: &Rendered) -> String {
    let tags = |mark: &Mark| match mark {
        Mark::Link(_, to) => (format!("<a href=\"{}\">", escape(to)), "</a>".to_owned()),
        Mark::Strong => ("<strong>".to_owned(), "</strong>".to_owned()),
        Mark::Emphasis => ("<em>".to_owned(), "</em>".to_owned()),
        Mark::Code => ("<code>".to_owned(), "</code>".to_owned()),
    };
    inline(&rendered.pieces, tags, |piece| escape(&piece.text))
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}
