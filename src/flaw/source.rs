//! The label that says where a story comes from: hidden where nothing comes after it, else the story's source.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Page, Proposal, catalogue};
use crate::language::fold;
use crate::plan::{Reason, Source};
use crate::snapshot::{Attr, NodeId, Tag};

static LABELS: LazyLock<HashSet<String>> = LazyLock::new(|| catalogue::keys(include_str!("source.tsv")).collect());

/// Such a label stands at the story's end; earlier, "Source" may be a heading.
const LOOK_AT: usize = 4;
const CONFIDENCE: f32 = 0.95;

pub fn find(page: &Page) -> Vec<Proposal> {
    last_blocks(page)
        .filter(|&i| is_label(&page.blocks[i].text) && link(page, i).is_none() && dangles(page, i))
        .map(|i| Proposal::hide(i, Reason::SourceLabel, "source.dangling", CONFIDENCE))
        .collect()
}

/// The block that names the story's source, and the source.
pub fn of_story(page: &Page) -> Option<(usize, Source)> {
    last_blocks(page).find_map(|i| {
        let block = &page.blocks[i];
        let (label, name) = block.text.split_once([':', '：']).unwrap_or((&block.text, ""));
        if !is_label(label) {
            return None;
        }
        let url = link(page, i).map(str::to_owned);
        let name = name.trim();
        let text = if name.is_empty() { label.trim() } else { name };
        (url.is_some() || !name.is_empty()).then(|| (i, Source { text: text.to_owned(), url, node: block.element }))
    })
}

fn last_blocks<'a>(page: &'a Page) -> impl Iterator<Item = usize> + 'a {
    page.story.iter().rev().take(LOOK_AT).copied()
}

fn is_label(text: &str) -> bool {
    /// The longest label has three words.
    const MAX_BYTES: usize = 64;
    text.len() <= MAX_BYTES && LABELS.contains(&fold::key(text))
}

/// Nothing that could be the source's name stands after the label; what stands there must itself be no prose.
fn dangles(page: &Page, label: usize) -> bool {
    let heading = page.snapshot.tag(page.blocks[label].element).heading().is_some();
    !heading && page.story.iter().all(|&i| i <= label || page.blocks[i].text.starts_with('['))
}

fn link<'a>(page: &Page<'a>, i: usize) -> Option<&'a str> {
    let nodes = page.blocks[i].nodes();
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
        assert_eq!(hidden(&format!("The ferries came in.\n\n{label}"), Reason::SourceLabel), expected);
    }

    #[test]
    fn fires() {
        check("المصدر", &["المصدر"]);
        check("Источник:", &["Источник:"]);
        check("来源：", &["来源："]);
        check("Source link\n\n[ad_2]", &["Source link"]);
    }

    #[test]
    fn spares() {
        check("المصدر: رويترز", &[]);
        check("Source\n\nThe river Tarn springs from the Hollow.", &[]);
        check("Quelle surprise!", &[]);
        check("منبع آب شهر خشک شد.", &[]);
    }

    #[test]
    fn a_named_source_is_the_storys() {
        let plan = analyze_text("عادت العبّارات.\n\nالمصدر: وكالة طارن", &Options::default(), None, None);
        assert_eq!(plan.article.unwrap().source.unwrap().text, "وكالة طارن");
    }
}
