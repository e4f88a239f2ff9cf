//! The label that says where a story comes from ("Source:"). If nothing comes after it, it is hidden; else what comes
//! after it is the story's source.

use super::catalogue::{self, Kind};
use super::edit::Desk;
use super::page::{Line, Page};
use super::proposal::Proposal;
use crate::language::{key, letter};
use crate::plan::{Reason, Source};
use crate::snapshot::{Attr, NodeId, Tag};

/// The label is looked for in the story's last so many lines; earlier, "Source" may be a heading.
const LOOK_AT: usize = 5;
const CONFIDENCE: f32 = 0.95;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = (last_lines(page, gone))
        .filter(|&i| is_label(&page.lines[i]) && link(page, i).is_none() && dangles(page, gone, i))
        .map(|i| Proposal::hide(i, Reason::SourceLabel, "source.dangling", CONFIDENCE))
        .collect();
    // The same, glued to the end of the last paragraph.
    let glued = last_lines(page, gone).find(|&i| page.lines[i].prose).and_then(|i| {
        let line = &page.lines[i];
        let text = line.text.trim_end();
        let body = text.strip_suffix(letter::is_colon)?.trim_end();
        let stop =
            body.rfind(|c| letter::is_sentence_end(c) || letter::closes_quote(c) && !letter::is_apostrophe(c))?;
        let start = stop + body[stop..].chars().next().map_or(1, char::len_utf8);
        let label = &body[start..];
        let known = catalogue::whole(Kind::Source, &key::words(label)) && page.is_tail(i, gone);
        let span = line.span.start + start..line.span.end;
        known.then(|| Proposal::cut(i, span, Reason::SourceLabel, "source.glued", CONFIDENCE))
    });
    found.extend(glued);
    found
}

/// The block that names the story's source, and the source that it names.
pub fn of_story(page: &Page, gone: &[bool]) -> Option<(usize, Source)> {
    last_lines(page, gone).find_map(|i| {
        let line = &page.lines[i];
        let (label, name) = line.text.split_once(letter::is_colon).unwrap_or((line.text, ""));
        if line.length > 16 || !catalogue::whole(Kind::Source, &key::words(label)) || line.is_speech() {
            return None;
        }
        let url = link(page, i).map(str::to_owned);
        let name = name.trim().trim_end_matches(letter::closes_bracket);
        let text = if name.is_empty() { label.trim() } else { name };
        (url.is_some() || !name.is_empty())
            .then(|| (line.block, Source { text: text.to_owned(), url, node: page.element(i) }))
    })
}

/// The address that an auto-blog plugin took the story from. Such a plugin is known by placeholders that it left,
/// together with a link to the source.
pub fn republished_from(desk: &Desk, source: Option<&(usize, Source)>) -> Option<String> {
    let marked = desk.marked();
    source.and_then(|(_, source)| source.url.clone()).filter(|url| marked && url.contains("://"))
}

/// The last lines of the story, and those near it that come after.
fn last_lines<'a>(page: &'a Page, gone: &'a [bool]) -> impl Iterator<Item = usize> + 'a {
    let mut left = LOOK_AT;
    (0..page.lines.len()).rev().filter(|&i| !gone[i] && !page.lines[i].words.is_empty()).take_while(move |&i| {
        // Share links and channels after the story's element do not push the label out of sight.
        let seen = left > 0;
        left -= usize::from(seen && page.lines[i].inside);
        seen
    })
}

fn is_label(line: &Line) -> bool {
    /// The longest label has four words.
    const MAX: u32 = 5;
    line.length <= MAX
        && !line.is_speech()
        && !line.quoted
        && catalogue::whole(Kind::Source, &line.words)
        && !line.ends_in_stop()
}

/// Whether nothing comes after the label that could be the name of the source, and no running text either.
fn dangles(page: &Page, gone: &[bool], label: usize) -> bool {
    page.lines[label].heading.is_none()
        && (label + 1..page.lines.len()).all(|i| gone[i] || !page.lines[i].inside || page.lines[i].words.is_empty())
        && (0..label).any(|i| page.lines[i].prose)
}

/// The address of a link in a line, or of the link that the line stands in.
fn link<'a>(page: &Page<'a>, i: usize) -> Option<&'a str> {
    let nodes = page.block(i).nodes();
    let inside = (nodes.start.0..nodes.end.0).map(NodeId);
    let around = page.snapshot.ancestry(nodes.start).take(4);
    (inside.chain(around))
        .filter(|node| page.snapshot.tag(*node) == Tag::A)
        .find_map(|node| page.snapshot.attribute(node, Attr::Href))
        .filter(|href| !href.is_empty() && !href.starts_with('#') && !href.starts_with("javascript:"))
}

#[cfg(test)]
mod tests {
    use super::super::testing::hidden;
    use crate::{Options, Reason, analyze_text};

    #[track_caller]
    fn check(label: &str, expected: &[&str]) {
        let text = "The ferries came in before noon on Monday, and the harbour was full.";
        assert_eq!(hidden(&format!("{text}\n\n{label}"), Reason::SourceLabel), expected);
    }

    #[test]
    fn fires() {
        check("المصدر", &["المصدر"]);
        check("المصدر :", &["المصدر :"]);
        check("Quelle:", &["Quelle:"]);
        check("Source link\n\n[ad_2]", &["Source link"]);
    }

    #[test]
    fn spares() {
        check("المصدر: رويترز", &[]);
        check("Source\n\nThe river Tarn springs from the Hollow.", &[]);
        check("Quelle surprise!", &[]);
        check("— Source?", &[]);
        check("منبع آب شهر خشک شد.", &[]);
    }

    #[test]
    fn a_named_source_is_the_storys() {
        let plan = analyze_text("عادت العبّارات.\n\nالمصدر: وكالة طارن", &Options::default(), None, None);
        assert_eq!(plan.article.unwrap().source.unwrap().text, "وكالة طارن");
    }
}
