//! The story as `CommonMark`.

use super::document::{Group, Mark, Part, Rendered, inline, inside, items, nearest, number, parts};
use super::picture::Picture;
use crate::plan::{ParagraphKind, Plan};
use crate::snapshot::{Snapshot, Tag};

/// `CommonMark`, tables as pipes: headline, byline, summary where the plan has one, and the story with its pictures, whose
/// captions stand under them. Links and emphasis where the plan was made with
/// [`Options::sentences`](crate::Options::sentences). Empty where the plan has no article.
#[must_use]
pub fn markdown(snapshot: &Snapshot, plan: &Plan) -> String {
    let Some(article) = &plan.article else { return String::new() };
    let mut blocks = Vec::new();
    if !article.title.is_empty() {
        blocks.push(format!("# {}", escape(&article.title)));
    }
    let about: Vec<String> = [&article.byline, &article.published].into_iter().flatten().map(|s| escape(s)).collect();
    if !about.is_empty() {
        blocks.push(format!("*{}*", about.join(" · ")));
    }
    if let Some(summary) = &plan.summary {
        blocks.push(lines("> - ", summary.sentences.iter().map(|s| escape(&s.text))));
    }
    blocks.extend(parts(snapshot, plan).iter().map(|part| match part {
        Part::Text(group) => render(snapshot, group),
        Part::Picture(picture) => figure(picture),
    }));
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}

fn render(snapshot: &Snapshot, group: &Group) -> String {
    let each = || group.paragraphs.iter().map(paragraph);
    match group.kind {
        ParagraphKind::Paragraph => each().collect::<Vec<_>>().join("\n\n"),
        ParagraphKind::Subhead => {
            let level = group.paragraphs.first().map_or(2, |p| p.level) as usize;
            lines(&format!("{} ", "#".repeat(level)), each())
        }
        ParagraphKind::Quote => lines("> ", each().collect::<Vec<_>>().join("\n\n").lines().map(str::to_owned)),
        ParagraphKind::Item => list(snapshot, &group.paragraphs, 0),
        ParagraphKind::Code => {
            group.paragraphs.iter().map(|p| fence(&p.paragraph.text)).collect::<Vec<_>>().join("\n\n")
        }
        ParagraphKind::Row => table(snapshot, group),
    }
}

fn lines(before: &str, lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| format!("{before}{line}").trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn list(snapshot: &Snapshot, paragraphs: &[Rendered], depth: usize) -> String {
    let item = |item: &[Rendered]| {
        let number = item[0].path.get(depth).and_then(|step| number(snapshot, *step));
        let marker = number.map_or("- ".to_owned(), |number| format!("{number}. "));
        let mut text = String::new();
        for (is_list, part) in inside(item, depth) {
            if !text.is_empty() {
                text.push_str(if is_list { "\n" } else { "\n\n" });
            }
            text.push_str(&if is_list { list(snapshot, part, depth + 1) } else { paragraph(&part[0]) });
        }
        // What stands in an item is set in as far as its first line is.
        let indent = " ".repeat(marker.len());
        format!("{marker}{}", lines(&indent, text.lines().map(str::to_owned)).trim_start())
    };
    items(paragraphs, depth).map(item).collect::<Vec<_>>().join("\n")
}

fn figure(picture: &Picture) -> String {
    let caption: String = picture.caption.iter().map(|text| format!("\n*{}*", escape(text))).collect();
    format!("![{}](<{}>){caption}", escape(&picture.alt), address(picture.address))
}

/// An address between angle brackets.
fn address(to: &str) -> String {
    to.replace('<', "%3C").replace('>', "%3E").replace('\\', "%5C")
}

/// A fence is longer than any run of backticks inside.
fn fence(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{code}\n{fence}")
}

fn table(snapshot: &Snapshot, group: &Group) -> String {
    let row = |p: &Rendered| nearest(snapshot, p.paragraph.node, |tag| tag == Tag::Tr);
    let rows: Vec<Vec<String>> = (group.paragraphs.chunk_by(|a, b| row(a) == row(b)))
        .map(|cells| cells.iter().map(|cell| paragraph(cell).replace('|', "\\|")).collect())
        .collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    let mut text: Vec<String> = rows.iter().map(|cells| format!("| {} |", cells.join(" | "))).collect();
    text.insert(1.min(text.len()), format!("|{}", " --- |".repeat(width)));
    text.join("\n")
}

fn paragraph(rendered: &Rendered) -> String {
    let tags = |mark: &Mark| match mark {
        Mark::Link(_, to) => ("[".to_owned(), format!("](<{}>)", address(to))),
        Mark::Strong => ("**".to_owned(), "**".to_owned()),
        Mark::Emphasis => ("*".to_owned(), "*".to_owned()),
        Mark::Code => ("`".to_owned(), "`".to_owned()),
    };
    let text = inline(&rendered.pieces, tags, |piece| match piece.marks.contains(&Mark::Code) {
        true => piece.text.replace('`', "'"),
        false => escape(&piece.text),
    });
    // A line of the story must not begin a list, a heading or a quotation.
    match text.chars().next() {
        Some('-' | '+' | '#' | '=' | '~') => format!("\\{text}"),
        Some('0'..='9') => escape_number(&text),
        _ => text,
    }
}

/// `1. ` at the beginning of a paragraph is no list.
fn escape_number(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match text.as_bytes().get(digits) {
        Some(b'.' | b')') => format!("{}\\{}", &text[..digits], &text[digits..]),
        _ => text.to_owned(),
    }
}

fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
