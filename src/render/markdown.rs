//! The story as `CommonMark`, with tables as GitHub reads them.
//!
//! The writer is our own: crates that write Markdown start from HTML text, or from the events of a parser of Markdown, and the
//! story is neither, but pieces of text with marks whose neighbours decide what can be written at all. What such a crate would
//! give is held by tests instead: `pulldown-cmark` reads each golden page back, and finds the same text, links and pictures.

use super::document::{Group, Mark, Part, Rendered, inline, inside, items, nearest, number, parts};
use super::picture::Picture;
use crate::plan::{ParagraphKind, Plan};
use crate::snapshot::{Snapshot, Tag};

mod emphasis;

use emphasis::writable;

/// Writes the story as `CommonMark`, with tables made of pipes: the headline, the byline, the summary if the plan has
/// one, and the story with its pictures, each over its caption. Links and emphasis are kept if the plan was made with
/// [`Options::sentences`](crate::Options::sentences). If the plan has no article, the text is empty.
#[must_use]
pub fn markdown(snapshot: &Snapshot, plan: &Plan) -> String {
    let Some(article) = &plan.article else { return String::new() };
    let mut blocks = Vec::new();
    if !article.title.is_empty() {
        blocks.push(format!("# {}", line(&escape(&article.title))));
    }
    let about: Vec<String> =
        [&article.byline, &article.published].into_iter().flatten().map(|s| one_line(&escape(s))).collect();
    if !about.is_empty() {
        blocks.push(format!("*{}*", about.join(" · ")));
    }
    if let Some(summary) = &plan.summary {
        blocks.push(lines("> - ", summary.sentences.iter().map(|s| line(&escape(&s.text)))));
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
            lines(&format!("{} ", "#".repeat(level)), each().map(|text| line(&text)))
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
        // The lines of an item are indented as far as the text of its first line is.
        let indent = " ".repeat(marker.len());
        format!("{marker}{}", lines(&indent, text.lines().map(str::to_owned)).trim_start())
    };
    items(paragraphs, depth).map(item).collect::<Vec<_>>().join("\n")
}

fn figure(picture: &Picture) -> String {
    let caption: String = picture.caption.iter().map(|text| format!("\n*{}*", one_line(&escape(text)))).collect();
    format!("![{}](<{}>){caption}", one_line(&escape(&picture.alt)), address(picture.address))
}

/// An address as it is written between angle brackets.
fn address(to: &str) -> String {
    let to = to.replace('\\', "\\\\").replace('<', "\\<").replace('>', "\\>");
    // An ampersand begins the name of a character only if a semicolon comes after it.
    if to.contains(';') { to.replace('&', "\\&") } else { to }
}

/// A block of code. Its fence is longer than any run of backticks inside.
fn fence(code: &str) -> String {
    let fence = "`".repeat(longest_run(code).max(2) + 1);
    format!("{fence}\n{code}\n{fence}")
}

/// Code within a line, with a fence that is longer than any run of backticks inside, and a blank between the two where they
/// would run together. Where there is a blank on either side, readers take one off again.
fn span(code: &str) -> String {
    let code = one_line(code);
    let fence = "`".repeat(longest_run(&code) + 1);
    let apart = if code.starts_with('`') || code.ends_with('`') { " " } else { "" };
    format!("{fence}{apart}{code}{apart}{fence}")
}

/// The length of the longest run of backticks.
fn longest_run(code: &str) -> usize {
    code.split(|c| c != '`').map(str::len).max().unwrap_or_default()
}

fn table(snapshot: &Snapshot, group: &Group) -> String {
    let row = |p: &Rendered| nearest(snapshot, p.paragraph.node, |tag| tag == Tag::Tr);
    let mut rows: Vec<Vec<String>> = (group.paragraphs.chunk_by(|a, b| row(a) == row(b)))
        .map(|cells| cells.iter().map(|cell| one_line(&marked(cell)).replace('|', "\\|")).collect())
        .collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or_default();
    // Readers know a table by its first row, which must be as wide as the line under it.
    if let Some(first) = rows.first_mut() {
        first.resize(width, String::new());
    }
    let mut text: Vec<String> = rows.iter().map(|cells| format!("| {} |", cells.join(" | "))).collect();
    text.insert(1.min(text.len()), format!("|{}", " --- |".repeat(width)));
    text.join("\n")
}

fn paragraph(rendered: &Rendered) -> String {
    marked(rendered).lines().map(guard).collect::<Vec<_>>().join("\n")
}

/// A paragraph's text with its marks.
fn marked(rendered: &Rendered) -> String {
    let pieces = writable(&rendered.pieces);
    let tags = |mark: &Mark| match mark {
        Mark::Link(_, to) => ("[".to_owned(), format!("](<{}>)", address(to))),
        Mark::Strong => ("**".to_owned(), "**".to_owned()),
        Mark::Emphasis => ("*".to_owned(), "*".to_owned()),
        // The fence depends on what is inside: it is written with the text.
        Mark::Code => (String::new(), String::new()),
    };
    inline(&pieces, tags, |piece| match piece.marks.last() {
        Some(Mark::Code) => span(&piece.text),
        // Before a link an exclamation mark would make a picture of it.
        _ => match escape(&piece.text) {
            text if text.ends_with('!') => format!("{}\\!", &text[..text.len() - 1]),
            text => text,
        },
    })
}

/// A text as one line of the document, which is not read as the beginning of a list or another block, and keeps a `#`
/// at its end.
fn line(text: &str) -> String {
    let text = guard(&one_line(text));
    match text.strip_suffix('#') {
        Some(rest) if !rest.ends_with('\\') => format!("{rest}\\#"),
        _ => text,
    }
}

fn one_line(text: &str) -> String {
    text.replace('\n', " ")
}

/// A line of the story, escaped so that it is not read as a list, a heading, a rule or a row of a table.
fn guard(line: &str) -> String {
    match line.chars().next() {
        Some('-' | '+' | '#' | '=' | '|' | ':') => format!("\\{line}"),
        Some('0'..='9') => escape_number(line),
        _ => line.to_owned(),
    }
}

/// A line, escaped so that a number at its beginning is not read as a list's.
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
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;
    use crate::render::document::Piece;
    use crate::snapshot::NodeId;

    /// What a reader of Markdown finds in a text: its characters, and the marks, each around what it holds.
    fn read(text: &str) -> String {
        let mut found = String::new();
        for event in Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Text(text) => found.push_str(&text),
                Event::Code(code) => found.push_str(&format!("<code {code}>")),
                Event::SoftBreak => found.push('\n'),
                Event::Start(Tag::Strong) => found.push_str("<b "),
                Event::Start(Tag::Emphasis) => found.push_str("<i "),
                Event::Start(Tag::Link { dest_url, .. }) => found.push_str(&format!("<{dest_url} ")),
                Event::Start(Tag::Paragraph) | Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                Event::End(_) => found.push('>'),
                other => found.push_str(&format!("{other:?}")),
            }
        }
        found
    }

    const LINK: Mark = Mark::Link(NodeId(1), "/a?b=1&amp;c=<2>\\");

    #[track_caller]
    fn check(pieces: &[(&str, &[Mark])], expected: &str) {
        let pieces = pieces.iter().map(|(text, marks)| Piece { text: (*text).to_owned(), marks: marks.to_vec() });
        let paragraph = crate::plan::Paragraph {
            text: String::new(),
            kind: ParagraphKind::Paragraph,
            node: NodeId::ROOT,
            section: 0,
        };
        let rendered = Rendered { paragraph: &paragraph, level: 2, path: Vec::new(), pieces: pieces.collect() };
        let written = super::paragraph(&rendered);
        assert_eq!(read(&written), expected, "{written}");
    }

    #[test]
    fn code_keeps_its_backticks_and_stands_innermost() {
        check(&[("Run ", &[]), ("a `b` c", &[Mark::Code]), (" now.", &[])], "Run <code a `b` c> now.");
        check(&[("`", &[Mark::Code]), (" and ", &[]), ("``x", &[Mark::Code])], "<code `> and <code ``x>");
        check(&[("a", &[Mark::Code, Mark::Strong]), ("*b", &[Mark::Code])], "<b <code a>><code *b>");
        check(
            &[("a", &[Mark::Code]), (" ", &[Mark::Code]), ("b", &[Mark::Code, LINK])],
            "<code a> </a?b=1&amp;c=<2>\\ <code b>>",
        );
        assert!(read(&fence("a ``` b\n# c")).ends_with("a ``` b\n# c\n>"));
    }

    #[test]
    fn emphasis_that_no_reader_would_know_is_plain() {
        check(&[("他说", &[]), ("“好”", &[Mark::Strong]), ("了", &[])], "他说“好”了");
        check(&[("他说", &[]), ("好", &[Mark::Strong]), ("了", &[])], "他说<b 好>了");
        check(&[("据", &[]), ("新华社", &[Mark::Strong, LINK]), ("报道", &[])], "据</a?b=1&amp;c=<2>\\ 新华社>报道");
        check(
            &[("据", &[]), ("新华社", &[LINK, Mark::Strong]), ("报道", &[])],
            "据</a?b=1&amp;c=<2>\\ <b 新华社>>报道",
        );
        check(&[("a ", &[]), ("(b)", &[Mark::Emphasis]), (" c", &[])], "a <i (b)> c");
        check(&[("a", &[Mark::Strong]), ("b", &[Mark::Emphasis])], "<b a>b");
        check(
            &[("a ", &[Mark::Strong]), ("b", &[Mark::Strong, LINK]), (",", &[Mark::Strong, Mark::Emphasis])],
            "<b a </a?b=1&amp;c=<2>\\ b>,>",
        );
        check(&[("a ", &[Mark::Strong]), ("b", &[Mark::Strong, Mark::Emphasis, Mark::Strong])], "<b a <i b>>");
    }

    #[test]
    fn what_looks_like_markdown_is_text() {
        for text in [
            "one\n- two\n1. three\n---\n# four\n=== five\n> six\n| a | b |\n|---|---|\n+ seven\n:-- | --",
            "~~~\n5~10, 20~30 *a* _b_ [c](d) <e> &amp; `f` \\g",
            "C#",
        ] {
            check(&[(text, &[])], text);
        }
        check(&[("Look!", &[]), ("here", &[LINK])], "Look!</a?b=1&amp;c=<2>\\ here>");
        let heading = format!("# {}", line("1. Of two languages,\nC and C #"));
        assert!(read(&heading).ends_with("1. Of two languages, C and C #>"), "{heading}");
    }
}
