//! What a page says about its story: headline, byline, date, site.
//!
//! Order of trust for the headline: the `<h1>` that agrees with another source, `og:title`, the only `<h1>`, the
//! document's title without the site's name.

use crate::block::Block;
use crate::language::fold;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

mod json_ld;

/// What the page says; every field may be empty.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    pub title: String,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub site: Option<String>,
    /// `og:type` or its like says "article".
    pub is_article: bool,
    /// The story's text as JSON-LD claims it: evidence of where it stands, never shown.
    pub body: String,
    /// The page's description of itself: evidence likewise.
    pub description: String,
}

pub fn read(snapshot: &Snapshot, blocks: &[Block]) -> Metadata {
    let claims = json_ld::read(snapshot);
    let mut found = Metadata::default();
    found.body = claims.body.unwrap_or_default();
    let mut open_graph_title = None;
    let mut time = None;
    for node in snapshot.nodes() {
        match snapshot.tag(node) {
            Tag::Meta => meta(snapshot, node, &mut found, &mut open_graph_title),
            Tag::Time if time.is_none() => time = snapshot.attribute(node, Attr::Datetime).map(str::to_owned),
            _ => {}
        }
    }
    found.published = found.published.or(time).filter(|date| !date.trim().is_empty());
    let headings: Vec<&Block> =
        blocks.iter().filter(|block| !block.hidden && snapshot.tag(block.element) == Tag::H1).collect();
    let document_title = snapshot.title().trim();
    found.title = [open_graph_title.as_deref().unwrap_or_default(), document_title]
        .iter()
        .find_map(|claim| headings.iter().find(|heading| agrees(claim, &heading.text)))
        .map(|heading| heading.text.clone())
        .or_else(|| open_graph_title.as_deref().map(|title| without_site(title, found.site.as_deref())))
        .or_else(|| (headings.len() == 1).then(|| headings[0].text.clone()))
        .unwrap_or_else(|| without_site(document_title, found.site.as_deref()));
    found
}

fn meta(snapshot: &Snapshot, node: NodeId, found: &mut Metadata, title: &mut Option<String>) {
    let value = |name| snapshot.attribute(node, name);
    let Some(content) = value(Attr::Content).map(str::trim).filter(|content| !content.is_empty()) else { return };
    let Some(name) = value(Attr::Property).or(value(Attr::Name)).or(value(Attr::Itemprop)) else { return };
    let first = |field: &mut Option<String>| {
        field.get_or_insert_with(|| content.to_owned());
    };
    match name.to_ascii_lowercase().as_str() {
        "og:title" | "twitter:title" => first(title),
        "og:description" | "description" | "twitter:description" if found.description.is_empty() => {
            content.clone_into(&mut found.description);
        }
        "og:site_name" => first(&mut found.site),
        "og:type" => found.is_article |= content.to_ascii_lowercase().contains("article"),
        "article:published_time" | "datepublished" | "date" | "dc.date" | "dcterms.created" => {
            first(&mut found.published);
        }
        // Some sites put the author's address there.
        "author" | "article:author" | "dc.creator" if !content.contains("://") => first(&mut found.byline),
        _ => {}
    }
}

/// Whether a heading is what a claim speaks of: the same, or the same with a site's name before or after.
fn agrees(claim: &str, heading: &str) -> bool {
    let (claim, heading) = (fold::key(claim), fold::key(heading));
    !heading.is_empty()
        && heading.len() * 3 >= claim.len()
        && (claim.starts_with(&heading) || claim.ends_with(&heading))
}

/// A title without the site's name behind the last separator (or before the first), where it is known or short.
fn without_site(title: &str, site: Option<&str>) -> String {
    const SEPARATORS: [&str; 8] = [" | ", " – ", " — ", " - ", " » ", " · ", " :: ", "_"];
    let site = site.map(fold::key).unwrap_or_default();
    let is_site = |part: &str, rest: &str| {
        let key = fold::key(part);
        key == site || (!key.is_empty() && part.split_whitespace().count() <= 4 && rest.len() >= 2 * part.len())
    };
    for separator in SEPARATORS {
        if let Some((rest, part)) = title.rsplit_once(separator)
            && is_site(part, rest)
        {
            return rest.trim().to_owned();
        }
        if let Some((part, rest)) = title.split_once(separator)
            && fold::key(part) == site
            && !site.is_empty()
        {
            return rest.trim().to_owned();
        }
    }
    title.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_site_is_no_part_of_the_headline() {
        for (title, site, expected) in [
            ("Harbour reopens after two years | The Tarn Post", None, "Harbour reopens after two years"),
            ("روسيا وإيران توقعان معاهدة | موقع الأخبار", Some("موقع الأخبار"), "روسيا وإيران توقعان معاهدة"),
            ("Tarn Post - Harbour reopens", Some("Tarn Post"), "Harbour reopens"),
            ("Harbour - reopened", None, "Harbour - reopened"),
            ("Harbour reopens", None, "Harbour reopens"),
        ] {
            assert_eq!(without_site(title, site), expected);
        }
    }

    #[test]
    fn a_heading_agrees_whatever_its_quotes() {
        assert!(agrees("معاهدة “الشراكة” | موقع", "معاهدة \"الشراكة\""));
        assert!(!agrees("Harbour reopens | The Tarn Post", "The"));
        assert!(!agrees("Harbour reopens", "Sport"));
    }
}
