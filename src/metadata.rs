//! What a page says about its story: headline, byline, dates, site, address, picture.
//!
//! Where each field is taken from. The first place that has it counts:
//!
//! | field | order |
//! |---|---|
//! | title | the visible heading that a claim agrees with (claims: OpenGraph, JSON-LD, Twitter, the document's title); the claim that another one agrees with; `og:title`; JSON-LD; the only `<h1>`; the document's title without the site's name |
//! | byline | JSON-LD; `<meta name="author">` and its like; the line near the headline that is marked as an author's or opens like a byline |
//! | published, modified | `article:published_time` and its like; JSON-LD; microdata; `<time datetime>` near the headline; a date in a short line near the headline |
//! | site | `og:site_name`; JSON-LD's publisher or site; what the titles have in common behind the last separator |
//! | url | `<link rel="canonical">`; `og:url`; JSON-LD; the page's own address |
//! | image | `og:image`; JSON-LD; `twitter:image` |
//!
//! A byline that is only the site's name gives way to any other.

use crate::block::Block;
use crate::language::fold;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

mod byline;
mod date;
mod json_ld;

/// What the page says about its story. Every field may be empty.
#[derive(Clone, Debug, Default)]
pub struct Metadata {
    pub title: String,
    /// The place of the block that shows the title.
    pub headline: Option<usize>,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub site: Option<String>,
    pub url: Option<String>,
    pub image: Option<String>,
    /// Whether the page calls itself an article, in JSON-LD or OpenGraph; `None` where it does not say what it is.
    pub is_article: Option<bool>,
    /// The story's text as JSON-LD has it. It helps to find the story in the page, and is never shown.
    pub body: String,
    /// The page's description of itself, which helps in the same way.
    pub description: String,
    /// The places of blocks that hold a byline or a date and nothing else, ascending.
    pub about: Vec<usize>,
}

/// What `<meta>` and `<link>` elements say; of several that give a field, the first counts.
#[derive(Default)]
struct Head {
    open_graph_title: Option<String>,
    twitter_title: Option<String>,
    site: Option<String>,
    kind: Option<String>,
    author: Option<String>,
    published: Option<String>,
    modified: Option<String>,
    canonical: Option<String>,
    url: Option<String>,
    image: Option<String>,
    twitter_image: Option<String>,
    description: Option<String>,
    /// The date in microdata within the page's text.
    item_published: Option<String>,
    item_modified: Option<String>,
    /// The first `<time datetime>`.
    time: Option<String>,
}

pub fn read(snapshot: &Snapshot, blocks: &[Block]) -> Metadata {
    let claims = json_ld::read(snapshot);
    let head = head(snapshot);
    let site = head.site.or(claims.site);
    let document_title = Some(snapshot.title().trim().to_owned()).filter(|title| !title.is_empty());
    let titles = [&head.open_graph_title, &claims.headline, &head.twitter_title, &document_title];
    let (title, headline) = title(snapshot, blocks, &titles.map(Option::as_deref), site.as_deref());
    let lines = byline::find(snapshot, blocks, headline);
    let is_site = |name: &String| site.as_deref().is_some_and(|site| fold::key(site) == fold::key(name));
    let bylines = [claims.byline, head.author, lines.byline];
    let byline = (bylines.iter().flatten().find(|name| !is_site(name))).or(bylines.iter().flatten().next()).cloned();
    let own = Some(snapshot.url().to_owned()).filter(|url| !url.is_empty());
    Metadata {
        title,
        headline,
        byline,
        published: head.published.or(claims.published).or(head.item_published).or(head.time).or(lines.published),
        modified: head.modified.or(claims.modified).or(head.item_modified),
        url: head.canonical.or(head.url).or(claims.url).or(own),
        image: head.image.or(claims.image).or(head.twitter_image),
        is_article: match (claims.is_article, claims.is_other, head.kind) {
            (true, ..) => Some(true),
            (_, true, _) => Some(false),
            (.., kind) => kind.map(|kind| kind.contains("article")).filter(|is| *is),
        },
        body: claims.body.unwrap_or_default(),
        description: head.description.or(claims.description).unwrap_or_default(),
        about: lines.blocks,
        site,
    }
}

#[inline(never)]
fn head(snapshot: &Snapshot) -> Head {
    let mut head = Head::default();
    for node in snapshot.nodes().filter(|node| snapshot.tag(*node) != Tag::Text) {
        match snapshot.tag(node) {
            Tag::Meta => meta(snapshot, node, &mut head),
            Tag::Link if snapshot.attribute(node, Attr::Rel) == Some("canonical") => {
                fill(&mut head.canonical, snapshot.attribute(node, Attr::Href));
            }
            Tag::Time => fill(&mut head.time, snapshot.attribute(node, Attr::Datetime).filter(|date| is_date(date))),
            _ => {}
        }
        if let Some(property) = snapshot.attribute(node, Attr::Itemprop) {
            let value = snapshot.attribute(node, Attr::Content).or(snapshot.attribute(node, Attr::Datetime));
            match property {
                "datePublished" => fill(&mut head.item_published, value),
                "dateModified" => fill(&mut head.item_modified, value),
                _ => {}
            }
        }
    }
    head
}

fn fill(field: &mut Option<String>, value: Option<&str>) {
    if field.is_none() {
        *field = value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned);
    }
}

/// Whether a `datetime` is a date, which begins with a year of four digits; it may be a duration as well.
fn is_date(text: &str) -> bool {
    text.trim().as_bytes().first_chunk::<4>().is_some_and(|year| year.iter().all(u8::is_ascii_digit))
}

fn meta(snapshot: &Snapshot, node: NodeId, head: &mut Head) {
    let value = |name| snapshot.attribute(node, name);
    let content = value(Attr::Content);
    let Some(name) = value(Attr::Property).or(value(Attr::Name)) else { return };
    let field = match name.to_ascii_lowercase().as_str() {
        "og:title" => &mut head.open_graph_title,
        "twitter:title" => &mut head.twitter_title,
        "og:site_name" | "application-name" => &mut head.site,
        "og:type" => &mut head.kind,
        "og:url" => &mut head.url,
        "og:image" | "og:image:url" | "og:image:secure_url" => &mut head.image,
        "twitter:image" | "twitter:image:src" => &mut head.twitter_image,
        "og:description" | "description" | "twitter:description" => &mut head.description,
        "article:published_time"
        | "datepublished"
        | "date"
        | "dc.date"
        | "dc.date.issued"
        | "dcterms.created"
        | "pubdate"
        | "publishdate"
        | "publish-date"
        | "publish_date"
        | "parsely-pub-date"
        | "sailthru.date" => &mut head.published,
        "article:modified_time" | "og:updated_time" | "datemodified" | "last-modified" | "dcterms.modified" => {
            &mut head.modified
        }
        // Some sites put the author's address there.
        "author" | "article:author" | "dc.creator" | "parsely-author" | "sailthru.author" | "byl"
            if content.is_some_and(|content| !content.contains("://") && !content.starts_with('@')) =>
        {
            &mut head.author
        }
        _ => return,
    };
    fill(field, content);
}

/// What stands between a headline and a site's name in a page's title.
const SEPARATORS: [&str; 8] = [" | ", " – ", " — ", " - ", " » ", " · ", " :: ", "_"];
/// If a part of a title has fewer letters, it may be the name of a section, and is not taken for the headline.
const MIN_SHOWN_LETTERS: usize = 16;

/// The headline, and the block that shows it.
#[inline(never)]
fn title(
    snapshot: &Snapshot,
    blocks: &[Block],
    claims: &[Option<&str>],
    site: Option<&str>,
) -> (String, Option<usize>) {
    let headings: Vec<usize> = (0..blocks.len())
        .filter(|&i| {
            let up = || snapshot.ancestry(blocks[i].element).take(3);
            !blocks[i].hidden && up().any(|node| matches!(snapshot.tag(node).heading(), Some(1 | 2)))
        })
        .collect();
    let first = |level| {
        let is = |i: &&usize| {
            snapshot.ancestry(blocks[**i].element).take(3).any(|node| snapshot.tag(node).heading() == Some(level))
        };
        headings.iter().filter(is).copied().collect::<Vec<_>>()
    };
    let (ones, twos) = (first(1), first(2));
    for claim in claims.iter().flatten() {
        let agreed = ones.iter().chain(&twos).find(|i| agrees(claim, &blocks[**i].text));
        if let Some(&i) = agreed {
            return (blocks[i].text.replace('\n', " "), Some(i));
        }
    }
    let known: Vec<&str> = claims.iter().flatten().copied().collect();
    let backed = known.iter().enumerate().find(|(at, claim)| {
        let plain = without_site(claim, site);
        known[at + 1..].iter().any(|other| agrees(other, &plain))
    });
    let claim = backed.map(|(_, claim)| *claim).or(known.first().copied());
    // If nothing but the document's title claims a headline, the page's only heading is trusted more.
    let weak = known.len() <= 1;
    // A title that joins the site's name and the headline by a bar: the part that a line of the page shows is the headline.
    let shown_part = claim.filter(|_| weak).and_then(|claim| {
        let parts = SEPARATORS.iter().filter_map(|separator| claim.split_once(separator)).flat_map(|(a, b)| [a, b]);
        let keys: Vec<(String, &str)> = parts.map(|part| (fold::key(part), part)).collect();
        let lines = blocks.iter().filter(|block| !block.hidden && block.text.len() < 4 * claim.len() + 16);
        let known: Vec<String> = lines.flat_map(|block| block.text.lines().map(fold::key)).collect();
        let shown = keys.into_iter().filter(|(key, _)| key.chars().count() >= MIN_SHOWN_LETTERS && known.contains(key));
        shown.max_by_key(|(key, _)| key.len()).map(|(_, part)| part.trim())
    });
    let title = match (&ones[..], claim) {
        (_, Some(_)) if shown_part.is_some() => shown_part.unwrap_or_default().to_owned(),
        ([only], _) if weak => return (blocks[*only].text.replace('\n', " "), Some(*only)),
        (_, Some(claim)) => without_site(claim, site),
        ([first, ..], None) => return (blocks[*first].text.replace('\n', " "), Some(*first)),
        ([], None) => String::new(),
    };
    // Where no heading shows it, a block with the very words does.
    let key = fold::key(&title);
    let shown = (0..blocks.len()).find(|&i| {
        !key.is_empty()
            && !blocks[i].hidden
            && blocks[i].text.len() < 3 * title.len() + 16
            && fold::key(&blocks[i].text) == key
    });
    (title, shown)
}

/// Whether a heading and a claimed title are the same, but for a site's name before or after.
fn agrees(claim: &str, heading: &str) -> bool {
    let (claim, heading) = (fold::key(claim), fold::key(heading));
    !heading.is_empty()
        && heading.len() * 3 >= claim.len()
        && (claim.starts_with(&heading) || claim.ends_with(&heading))
}

/// A title without the site's name, which stands behind the last separator or before the first, if that name is known
/// or short.
fn without_site(title: &str, site: Option<&str>) -> String {
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
