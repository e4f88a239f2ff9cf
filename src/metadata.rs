//! What a page says about its story: headline, byline, dates, site, address, picture.
//!
//! Where each field is taken from. The first place that has it counts:
//!
//! | field | order |
//! |---|---|
//! | title | the visible heading that a claim agrees with (claims: OpenGraph, JSON-LD, Twitter, the document's title), one in a list last; the only heading that is marked as the story's, or the only `<h1>`, where it speaks of what a claim does; the claim that another one agrees with; `og:title`; JSON-LD; the only `<h1>`; the document's title without the site's name |
//! | byline | JSON-LD and `<meta name="author">` and its like, unless elements near the headline are marked as another author's; those; the line near the headline that opens like a byline; the only author that elements of the page name |
//! | published, modified | `article:published_time` and its like; JSON-LD; microdata; `published` of an `hentry`; `<time datetime>` near the headline; a date in a short line near the headline. ISO 8601 or none |
//! | site | `og:site_name`; JSON-LD's publisher or site; what the titles have in common behind the last separator |
//! | url | `<link rel="canonical">`; `og:url`; JSON-LD; the page's own address; resolved |
//! | image | `og:image`; JSON-LD; `twitter:image`; resolved |
//!
//! The site's own name is a byline only where the page shows it as one.

use crate::block::Block;
use crate::language::{fold, script, word};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

mod address;
mod author;
mod byline;
mod date;
mod json_ld;
mod name;

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
    section: Option<String>,
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
    /// Of an `hentry`: an element of the class `published`, its date in its title.
    entry_published: Option<String>,
    /// Each `<time datetime>`.
    times: Vec<(NodeId, String)>,
}

pub fn read(snapshot: &Snapshot, blocks: &[Block]) -> Metadata {
    let mut claims = json_ld::read(snapshot);
    claims.published = claims.published.and_then(|date| date::iso(&date));
    claims.modified = claims.modified.and_then(|date| date::iso(&date));
    let head = head(snapshot);
    let site = head.site.or(claims.site);
    let document_title = Some(snapshot.title().trim().to_owned()).filter(|title| !title.is_empty());
    let titles = [&head.open_graph_title, &claims.headline, &head.twitter_title, &document_title];
    let titles_of_site = titles.map(|title| title.clone().unwrap_or_default());
    let known_site = site.clone().or_else(|| home(snapshot));
    let (title, headline) = title(snapshot, blocks, &titles.map(Option::as_deref), known_site.as_deref());
    let lines = byline::find(snapshot, blocks, headline);
    let sections = [head.section, claims.section].into_iter().flatten();
    let names = Names {
        sites: sites(snapshot, known_site.as_deref(), &titles_of_site, &title),
        sections: sections.map(|section| fold::key(&section)).collect(),
    };
    let byline = byline(&names, blocks, &title, [claims.byline.as_deref(), head.author.as_deref()], &lines);
    let own = Some(snapshot.url().to_owned()).filter(|url| !url.is_empty());
    let near = head.times.iter().find(|(node, _)| lines.nodes.contains(node)).or(head.times.first());
    let time = near.map(|(_, date)| date.clone());
    let published = head.published.or(claims.published).or(head.item_published).or(head.entry_published);
    let published = published.map(|date| local(date, lines.published.as_deref()));
    let whole = |address: String| address::resolve(snapshot.url(), &address);
    Metadata {
        title,
        headline,
        byline,
        published: published.or(time).or(lines.published),
        modified: head.modified.or(claims.modified).or(head.item_modified),
        url: head.canonical.or(head.url).or(claims.url).map(whole).or(own),
        image: head.image.or(claims.image).or(head.twitter_image).map(whole),
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

/// Names that are nobody's, as [keys](fold::key).
struct Names {
    sites: Vec<String>,
    sections: Vec<String>,
}

impl Names {
    fn is_site(&self, name: &str) -> bool {
        self.sites.contains(&fold::key(name))
    }

    fn is_section(&self, name: &str) -> bool {
        self.sections.contains(&fold::key(name))
    }
}

/// What the site is called: by its own word, by what its titles have beside the headline, by its host.
fn sites(snapshot: &Snapshot, site: Option<&str>, titles: &[String], headline: &str) -> Vec<String> {
    let host = snapshot.url().split("://").nth(1).and_then(|rest| rest.split(['/', ':']).next()).unwrap_or_default();
    let headline = fold::key(headline);
    let parts = titles.iter().flat_map(|title| title.split(['|', '–', '—', '-', '»', '·', ':', '_']));
    let site = site.unwrap_or_default();
    let names = [site, host.trim_start_matches("www.")].into_iter().chain(site.split('|')).chain(parts);
    let keys = names.map(fold::key);
    keys.filter(|key| !key.is_empty() && !headline.contains(key)).collect()
}

/// Whose line it is: that of JSON-LD, then of `<meta>`, if the page does not mark another author by the headline; else the
/// line. The site's own name is a byline only where the page shows it as one; a section's is none, nor is a name in `<meta>`
/// that the page shows nowhere and that is in Latin letters where the headline has none: the maker of the template.
fn byline(
    names: &Names,
    blocks: &[Block],
    title: &str,
    [said, meta]: [Option<&str>; 2],
    lines: &byline::Lines,
) -> Option<String> {
    let is_name = |name: &str| !names.is_site(name) && !names.is_section(name);
    let shows = |key: &str, name: &str| name.split(", ").any(|name| key.contains(&fold::key(name)));
    let line = lines.byline.clone().filter(|name| !names.is_section(name));
    let believed = |claim: Option<&str>| {
        let name = claim.filter(|claim| is_name(claim)).and_then(name::claimed).filter(|name| is_name(name))?;
        (!lines.marked || line.is_none() || shows(&lines.key, &name)).then_some(name)
    };
    let meta = believed(meta).filter(|name| {
        let is_foreign = name.is_ascii() && !title.is_empty() && !title.contains(|c: char| c.is_ascii_alphabetic());
        !is_foreign || blocks.iter().any(|block| !block.hidden && shows(&fold::key(&block.text), name))
    });
    believed(said).or(meta).or(line)
}

/// A date in universal time whose day is not the one that the page shows is the shown one: the reader's own.
fn local(date: String, shown: Option<&str>) -> String {
    let is_universal = date.ends_with('Z') || date.ends_with("+00:00");
    shown.filter(|shown| is_universal && date::days_apart(shown, &date) == Some(1)).map_or(date, str::to_owned)
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
            Tag::Time => {
                let date = snapshot.attribute(node, Attr::Datetime).filter(|date| is_date(date)).and_then(date::iso);
                head.times.extend(date.map(|date| (node, date)));
            }
            _ => {}
        }
        if let Some(property) = snapshot.attribute(node, Attr::Itemprop) {
            let value = snapshot.attribute(node, Attr::Content).or(snapshot.attribute(node, Attr::Datetime));
            match property {
                "datePublished" => fill_date(&mut head.item_published, value),
                "dateModified" => fill_date(&mut head.item_modified, value),
                _ => {}
            }
        }
        if let Some(title) = snapshot.attribute(node, Attr::Title).filter(|title| is_date(title))
            && snapshot
                .attribute(node, Attr::Class)
                .is_some_and(|class| class.split_whitespace().any(|c| c == "published"))
        {
            fill_date(&mut head.entry_published, Some(title));
        }
    }
    head
}

fn fill(field: &mut Option<String>, value: Option<&str>) {
    if field.is_none() {
        *field = value.map(str::trim).filter(|value| !value.is_empty()).map(str::to_owned);
    }
}

/// The same with a date, in ISO 8601.
fn fill_date(field: &mut Option<String>, value: Option<&str>) {
    fill(field, value.and_then(date::iso).as_deref());
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
        | "sailthru.date" => return fill_date(&mut head.published, content),
        "article:modified_time" | "og:updated_time" | "datemodified" | "last-modified" | "dcterms.modified" => {
            return fill_date(&mut head.modified, content);
        }
        "article:section" => &mut head.section,
        // Some sites put the author's address there.
        "author" | "article:author" | "article_author" | "articleauthor" | "dc.creator" | "parsely-author"
        | "sailthru.author" | "byl"
            if content.is_some_and(|content| name::claimed(content).is_some()) =>
        {
            &mut head.author
        }
        _ => return,
    };
    fill(field, content);
}

/// What parts a headline from a site's name.
const SEPARATORS: [&str; 9] = [" | ", " – ", " — ", " - ", " » ", " · ", " • ", " :: ", "_"];
/// What does so only where the name is known: headlines are full of them.
const WEAK_SEPARATORS: [&str; 6] = [": ", "：", "»", "|", "｜", " / "];
/// A part of so few letters is the name of a section.
const MIN_SHOWN_LETTERS: usize = 16;

/// The headline, and the block that shows it.
#[inline(never)]
fn title(
    snapshot: &Snapshot,
    blocks: &[Block],
    claims: &[Option<&str>],
    site: Option<&str>,
) -> (String, Option<usize>) {
    let level = |i: usize| {
        let mut up = snapshot.ancestry(blocks[i].element).take(3);
        up.find_map(|node| snapshot.tag(node).heading().map(|level| (node, level)))
    };
    let visible: Vec<usize> = (0..blocks.len()).filter(|&i| !blocks[i].hidden).collect();
    let of = |wanted: u32, listed: bool| {
        let is =
            |i: &usize| level(*i).is_some_and(|(node, level)| level == wanted && is_listed(snapshot, node) == listed);
        visible.iter().copied().filter(is).collect::<Vec<usize>>()
    };
    let marked = visible.iter().copied().filter(|&i| {
        let up = || snapshot.ancestry(blocks[i].element).take(3);
        let is_heading = level(i).is_some_and(|(node, _)| names_headline(snapshot, node) && !is_listed(snapshot, node));
        is_heading || up().any(|node| snapshot.attribute(node, Attr::Itemprop) == Some("headline"))
    });
    let (ones, twos, marked) = (of(1, false), of(2, false), marked.collect::<Vec<usize>>());
    let shown = |i: usize| (blocks[i].text.replace('\n', " "), Some(i));
    // What stands in a list is the headline only where nothing else is.
    let (listed_ones, listed_twos) = (of(1, true), of(2, true));
    for headings in [[&ones, &twos, &marked], [&listed_ones, &listed_twos, &marked]] {
        let agreed = claims
            .iter()
            .flatten()
            .find_map(|claim| headings.into_iter().flatten().copied().find(|i| agrees(claim, &blocks[*i].text)));
        if let Some(i) = agreed {
            return shown(i);
        }
    }
    // The claims are written for search engines and the networks; the headline for the reader.
    let is_headline = |i: usize| {
        fold::key(&blocks[i].text).chars().count() >= MIN_SHOWN_LETTERS
            && claims.iter().flatten().any(|claim| speak_of_one_thing(claim, &blocks[i].text))
            // One that holds a claim and more is the headline with the line above or below it.
            && !claims.iter().flatten().any(|claim| {
                fold::key(&blocks[i].text).contains(&fold::key(&without_site(claim, site)))
            })
    };
    for headings in [&marked, &ones] {
        if let [only] = headings[..]
            && is_headline(only)
        {
            return shown(only);
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

/// Whether a heading stands in a list of links: the way here from the front page, other stories.
fn is_listed(snapshot: &Snapshot, heading: NodeId) -> bool {
    /// Elements up that are asked.
    const ABOVE: usize = 4;
    snapshot.ancestry(heading).take(ABOVE).any(|node| {
        matches!(snapshot.tag(node), Tag::Nav | Tag::Li)
            || author::classes(snapshot, node).flatten().any(|word| word.starts_with("breadcrumb"))
    })
}

/// Whether a heading's class calls it the story's: `entry-title` of hAtom, and what others write for it.
fn names_headline(snapshot: &Snapshot, heading: NodeId) -> bool {
    author::classes(snapshot, heading).any(|words| {
        let has = |known: &[&str]| words.iter().any(|word| known.contains(&word.as_str()));
        has(&["title", "headline"]) && has(&["entry", "post", "article", "story"])
    })
}

/// Whether two headlines share two of their words, and one in four of the shorter one's.
fn speak_of_one_thing(one: &str, other: &str) -> bool {
    let terms = |text: &str| {
        let mut terms = std::collections::BTreeSet::new();
        // Words of one or two letters are in every headline.
        word::each_term(text, |term| {
            if term.chars().count() > 2 || term.starts_with(script::is_unspaced) {
                terms.insert(term.to_owned());
            }
        });
        terms
    };
    let (one, other) = (terms(one), terms(other));
    let shared = one.intersection(&other).count();
    shared >= 2 && shared * 4 >= one.len().min(other.len())
}

/// Whether a heading is what a claim speaks of: the same, or the same with a site's name before or after.
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
    let known = WEAK_SEPARATORS.iter().find_map(|separator| {
        let (first, last) = (title.split_once(separator)?, title.rsplit_once(separator)?);
        let rest = if fold::key(first.0) == site { first.1 } else { last.0 };
        let part = if fold::key(first.0) == site { first.0 } else { last.1 };
        (!site.is_empty() && fold::key(part) == site).then_some(rest)
    });
    known.unwrap_or(title).trim().to_owned()
}

/// What the page calls its front page: the first link to it that has words, in its text or its title.
fn home(snapshot: &Snapshot) -> Option<String> {
    let host = snapshot.url().split("://").nth(1).and_then(|rest| rest.split('/').next());
    let is_home = |href: &str| {
        let rest = href.split_once("://").map_or(href, |(_, rest)| rest).trim_end_matches('/');
        href == "/" || href == "./" || host.is_some_and(|host| rest == host)
    };
    snapshot.nodes().filter(|node| snapshot.tag(*node) == Tag::A).find_map(|link| {
        snapshot.attribute(link, Attr::Href).filter(|href| is_home(href))?;
        let text: String = snapshot.descendants(link).map(|node| snapshot.text(node)).collect();
        let title = snapshot.attribute(link, Attr::Title).unwrap_or_default();
        [text.trim(), title.trim()].into_iter().find(|name| !name.is_empty()).map(str::to_owned)
    })
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

    #[test]
    fn how_much_of_a_claim_a_heading_holds() {
        for (claim, heading, expected) in [
            ("Harbour of Tarn", "Harbour of Tarn", true),
            ("Harbour of Tarn | Tarn Post", "Harbour of Tarn", true),
            ("Tarn Post | Harbour of Tarn", "Harbour of Tarn", true),
            ("abcdefghi", "abc", true),
            ("abcdefghij", "abc", false),
            ("abcdefghij", "bcdefghi", false),
            ("Harbour", "…", false),
            ("", "…", false),
        ] {
            assert_eq!(agrees(claim, heading), expected, "{claim} {heading}");
        }
    }

    #[test]
    fn how_long_a_sites_name_may_be() {
        for (title, site, expected) in [
            ("abcdefgh | abcd", None, "abcdefgh"),
            ("abcdefg | abcd", None, "abcdefg | abcd"),
            ("Harbour of Tarn reopens | a b c d", None, "Harbour of Tarn reopens"),
            ("Harbour of Tarn reopens | a b c d e", None, "Harbour of Tarn reopens | a b c d e"),
            ("Harbour | The a b c d e Post", Some("The a b c d e Post"), "Harbour"),
            ("Harbour reopens | …", Some("Tarn Post"), "Harbour reopens | …"),
            ("Tarn Post - Harbour", Some("Onega Post"), "Tarn Post - Harbour"),
            ("Harbour reopens_Tarn", None, "Harbour reopens"),
            ("港口周一重开|塔恩", None, "港口周一重开|塔恩"),
        ] {
            assert_eq!(without_site(title, site), expected, "{title}");
        }
    }

    #[test]
    fn a_date_begins_with_its_year() {
        for (text, expected) in
            [("2026-03-04", true), (" 2026", true), ("P2D", false), ("202", false), ("12:30", false), ("", false)]
        {
            assert_eq!(is_date(text), expected, "{text}");
        }
    }

    #[cfg(feature = "html")]
    mod pages {
        use super::super::{Metadata, read};

        const ADDRESS: &str = "https://news.example/story";

        fn of(head: &str, body: &str) -> Metadata {
            let html = format!("<html lang=en><head>{head}</head><body>{body}</body></html>");
            let snapshot = crate::html::snapshot(&html, ADDRESS);
            read(&snapshot, &crate::block::cut(&snapshot))
        }

        /// The first of several claims is believed, wherever on the page it stands; without it, the next.
        #[track_caller]
        fn in_order(field: fn(Metadata) -> Option<String>, claims: &[(&str, &str)], last: Option<&str>) {
            for trusted in 0..=claims.len() {
                let markup: String = claims[trusted..].iter().rev().map(|(markup, _)| *markup).collect();
                let expected = claims.get(trusted).map(|(_, value)| *value).or(last);
                assert_eq!(field(of(&markup, "")).as_deref(), expected, "{markup}");
            }
        }

        fn json_ld(fields: &str) -> String {
            format!("<script type=application/ld+json>{{\"@type\": \"NewsArticle\", {fields}}}</script>")
        }

        #[test]
        fn dates() {
            let ld = json_ld(r#""datePublished": "2026-02-02", "dateModified": "2026-03-02""#);
            in_order(
                |found| found.published,
                &[
                    ("<meta property=article:published_time content=2026-02-01>", "2026-02-01"),
                    (&ld, "2026-02-02"),
                    ("<meta itemprop=datePublished content=2026-02-03>", "2026-02-03"),
                    ("<time datetime=2026-02-04>Monday</time>", "2026-02-04"),
                    ("<p>5 February 2026</p>", "2026-02-05"),
                ],
                None,
            );
            in_order(
                |found| found.modified,
                &[
                    ("<meta property=article:modified_time content=2026-03-01>", "2026-03-01"),
                    (&ld, "2026-03-02"),
                    ("<meta itemprop=dateModified content=2026-03-03>", "2026-03-03"),
                ],
                None,
            );
            let published = |markup: &str| of("", markup).published;
            assert_eq!(
                published("<span itemprop=datePublished datetime=2026-02-03></span>").as_deref(),
                Some("2026-02-03")
            );
            assert_eq!(published("<time datetime=PT2H>two hours</time>"), None);
            assert_eq!(published("<span datetime=2026-02-04>Monday</span>"), None);
            assert_eq!(
                published("<time datetime=PT2H></time><time datetime=2026-02-04></time>").as_deref(),
                Some("2026-02-04")
            );
            assert_eq!(published("<span itemprop=dateCreated content=2026-02-03></span>"), None);
        }

        #[test]
        fn site_address_and_picture() {
            let ld = json_ld(
                r#""publisher": {"name": "LD Post"}, "url": "https://ld.example/a", "image": "https://ld.example/a.jpg",
                "description": "ld""#,
            );
            in_order(
                |found| found.site,
                &[("<meta property=og:site_name content='The Tarn Post'>", "The Tarn Post"), (&ld, "LD Post")],
                None,
            );
            in_order(
                |found| found.url,
                &[
                    ("<link rel=canonical href=https://canonical.example/a>", "https://canonical.example/a"),
                    ("<meta property=og:url content=https://og.example/a>", "https://og.example/a"),
                    (&ld, "https://ld.example/a"),
                ],
                Some(ADDRESS),
            );
            in_order(
                |found| found.image,
                &[
                    ("<meta property=og:image content=https://og.example/a.jpg>", "https://og.example/a.jpg"),
                    (&ld, "https://ld.example/a.jpg"),
                    ("<meta name=twitter:image content=https://tw.example/a.jpg>", "https://tw.example/a.jpg"),
                ],
                None,
            );
            in_order(
                |found| Some(found.description).filter(|text| !text.is_empty()),
                &[("<meta name=description content=meta>", "meta"), (&ld, "ld")],
                None,
            );
            let url = |head: &str| of(head, "").url;
            assert_eq!(url("<link rel=icon href=https://canonical.example/a>").as_deref(), Some(ADDRESS));
            assert_eq!(url("<a rel=canonical href=https://canonical.example/a></a>").as_deref(), Some(ADDRESS));
            let html = crate::html::snapshot("<p>Boats</p>", "");
            assert_eq!(read(&html, &[]).url, None);
        }

        #[test]
        fn who_wrote_it() {
            let ld = json_ld(r#""author": {"name": "Lena Marsh"}"#);
            let (meta, line) = ("<meta name=author content='Tess Hallorwick'>", "<p>By Jakob Linnert</p>");
            in_order(
                |found| found.byline,
                &[(&ld, "Lena Marsh"), (meta, "Tess Hallorwick"), (line, "Jakob Linnert")],
                None,
            );
            // The site itself is no author where another one is named.
            let site = "<meta property=og:site_name content='The Tarn Post'>";
            let own = "<meta name=author content='the Tarn post'>";
            let byline = |head: &str, body: &str| of(head, body).byline;
            assert_eq!(byline(&format!("{site}{own}"), line).as_deref(), Some("Jakob Linnert"));
            assert_eq!(byline(&format!("{site}{own}"), ""), None);
            assert_eq!(byline(own, line).as_deref(), Some("the Tarn post"));
            // Nor is an address, or an account.
            for content in ["https://facebook.example/lena", "@lena"] {
                assert_eq!(byline(&format!("<meta name=author content='{content}'>"), ""), None);
            }
            assert_eq!(byline("<meta name=author>", ""), None);
        }

        #[test]
        fn what_it_says_that_it_is() {
            let ld = |kind: &str| format!("<script type=application/ld+json>{{\"@type\": \"{kind}\"}}</script>");
            for (head, expected) in [
                (ld("NewsArticle"), Some(true)),
                (ld("Product"), Some(false)),
                (ld("Product") + &ld("NewsArticle"), Some(true)),
                (ld("Product") + "<meta property=og:type content=article>", Some(false)),
                (ld("Person") + "<meta property=og:type content=article>", Some(true)),
                ("<meta property=og:type content=website>".to_owned(), None),
                (String::new(), None),
            ] {
                assert_eq!(of(&head, "").is_article, expected, "{head}");
            }
            let body = of(&json_ld(r#""articleBody": "The boats came.""#), "").body;
            assert_eq!(body, "The boats came.");
        }

        #[test]
        fn names_of_meta_elements() {
            let field = |name: &str, attribute: &str, content: &str| {
                let meta = |content: &str| format!("<meta {attribute}='{name}' content='{content}'>");
                let found = of(&(meta(&format!(" {content} ")) + &meta("2027")), "");
                let own = found.url.filter(|url| url != ADDRESS);
                let all = [
                    ("title", Some(found.title)),
                    ("site", found.site),
                    ("url", own),
                    ("image", found.image),
                    ("description", Some(found.description)),
                    ("published", found.published),
                    ("modified", found.modified),
                    ("byline", found.byline),
                ];
                let said = |(_, value): &&(&'static str, Option<String>)| {
                    value.as_deref().is_some_and(|value| value.ends_with(content))
                };
                all.iter().filter(said).map(|(field, _)| *field).collect::<Vec<_>>().join(" ")
            };
            for (names, expected) in [
                ("og:title twitter:title", "title"),
                ("og:site_name application-name", "site"),
                ("og:url", "url"),
                ("og:image og:image:url og:image:secure_url twitter:image twitter:image:src", "image"),
                ("og:description description twitter:description", "description"),
                (
                    "article:published_time datePublished date DC.date dc.date.issued dcterms.created pubdate publishdate \
                     publish-date publish_date parsely-pub-date sailthru.date",
                    "published",
                ),
                ("article:modified_time og:updated_time dateModified last-modified DCTERMS.modified", "modified"),
                ("author article:author dc.creator parsely-author sailthru.author byl", "byline"),
                ("viewport keywords og:locale", ""),
            ] {
                let content = if expected == "byline" { "Lena Marsh" } else { "2026" };
                for name in names.split_whitespace() {
                    assert_eq!(field(name, "name", content), expected, "{name}");
                    assert_eq!(field(name, "property", content), expected, "{name}");
                }
            }
            // The property counts before the name; without a content nothing is said.
            let both = of("<meta property=og:site_name name=author content=Tarn>", "");
            assert_eq!((both.site.as_deref(), both.byline), (Some("Tarn"), None));
            assert_eq!(
                of("<meta property=og:site_name content=' '><meta name=application-name content=Tarn>", "")
                    .site
                    .as_deref(),
                Some("Tarn")
            );
        }

        /// The headline, and the text of the block that shows it.
        #[track_caller]
        fn check_title(head: &str, body: &str, title: &str, shown: Option<&str>) {
            let html = format!("<html><head>{head}</head><body>{body}</body></html>");
            let snapshot = crate::html::snapshot(&html, ADDRESS);
            let blocks = crate::block::cut(&snapshot);
            let found = read(&snapshot, &blocks);
            let block = found.headline.map(|i| blocks[i].text.as_str());
            assert_eq!((found.title.as_str(), block), (title, shown), "{head} {body}");
        }

        const TITLE: &str = "Harbour of Tarn reopens";
        const OTHER: &str = "A quay for Lower Almen";

        fn claim(name: &str, title: &str) -> String {
            if name == "title" {
                format!("<title>{title}</title>")
            } else {
                format!("<meta name={name} content='{title}'>")
            }
        }

        #[test]
        fn a_heading_that_a_claim_agrees_with() {
            let ld = json_ld(&format!("\"headline\": \"{TITLE} | Tarn Post\""));
            for head in [
                claim("og:title", &format!("{TITLE} | Tarn Post")),
                claim("twitter:title", &format!("Tarn Post | {TITLE}")),
                claim("title", TITLE),
                ld,
                claim("og:title", "Boats") + &claim("title", TITLE),
            ] {
                check_title(&head, &format!("<h1>{TITLE}</h1>"), TITLE, Some(TITLE));
                check_title(&head, &format!("<h1>The Onega Post</h1><h2>{TITLE}</h2>"), TITLE, Some(TITLE));
                check_title(
                    &head,
                    &format!("<h2>{TITLE}</h2><h1>{TITLE}!</h1>"),
                    &format!("{TITLE}!"),
                    Some(&format!("{TITLE}!")),
                );
            }
            let head = claim("title", TITLE);
            check_title(&head, "<h1>Harbour of Tarn<br>reopens</h1>", TITLE, Some("Harbour of Tarn\nreopens"));
            check_title(&head, &format!("<h1><div><span>{TITLE}</span></div></h1>"), TITLE, Some(TITLE));
            // Hidden, or a lower heading: it is shown all the same where the words stand.
            check_title(&head, &format!("<h1 hidden>{TITLE}</h1>"), TITLE, None);
            check_title(&head, &format!("<h1>Boats</h1><h3>{TITLE}</h3>"), "Boats", Some("Boats"));
            // The claims in their order.
            let two = claim("og:title", OTHER) + &claim("title", TITLE);
            check_title(&two, &format!("<h1>{TITLE}</h1><h1>{OTHER}</h1>"), OTHER, Some(OTHER));
        }

        #[test]
        fn a_claim_without_its_heading() {
            let (og, twitter, title) = (
                |text: &str| claim("og:title", text),
                |text: &str| claim("twitter:title", text),
                |text: &str| claim("title", text),
            );
            // One that another agrees with, else the first; without the site's name.
            let both = og(OTHER) + &twitter(TITLE) + &title(TITLE);
            check_title(&both, "", TITLE, None);
            let none = og(OTHER) + &twitter(TITLE) + &title("Boats of the northern route");
            check_title(&none, "", OTHER, None);
            check_title(&(og(&format!("{TITLE} | Tarn Post")) + &title(TITLE)), "", TITLE, None);
            check_title(&title(&format!("{TITLE} | Tarn")), "", TITLE, None);
            // A single claim is less than the page's only first heading, and no more than the first of two.
            check_title(&title(OTHER), &format!("<h1>{TITLE}</h1>"), TITLE, Some(TITLE));
            check_title(&(og(OTHER) + &title(OTHER)), &format!("<h1>{TITLE}</h1>"), OTHER, None);
            check_title(&title(OTHER), &format!("<h1>{TITLE}</h1><h1>Boats</h1>"), OTHER, None);
            check_title("", &format!("<h1>{TITLE}</h1><h1>Boats</h1>"), TITLE, Some(TITLE));
            check_title("", &format!("<h2>{TITLE}</h2>"), "", None);
            check_title("", "<p>…</p>", "", None);
        }

        #[test]
        fn the_part_of_a_title_that_the_page_shows() {
            let part = "Harbour of Tarn is open";
            let title = claim("title", &format!("The Daily Boats of Tarn | {part}"));
            check_title(&title, &format!("<p>{part}</p>"), part, Some(part));
            check_title(&title, &format!("<p>Boats<br>{part}</p>"), part, None);
            check_title(&title, &format!("<p>{part}</p><h1>Boats</h1>"), part, Some(part));
            let whole = format!("The Daily Boats of Tarn | {part}");
            check_title(&title, "<p>Boats</p>", &whole, None);
            check_title(&title, &format!("<p hidden>{part}</p>"), &whole, None);
            // With another claim the titles are believed as they are.
            check_title(&(title.clone() + &claim("og:title", "Boats")), &format!("<p>{part}</p>"), "Boats", None);
            // Of sixteen letters; of two, the longer one; in a line that is no text.
            let of = |part: &str| claim("title", &format!("The Daily Boats of Tarn and Onega Sea | {part}"));
            check_title(
                &of("abcdefghijklmnop"),
                "<p>abcdefghijklmnop</p>",
                "abcdefghijklmnop",
                Some("abcdefghijklmnop"),
            );
            let short = "The Daily Boats of Tarn and Onega Sea";
            check_title(&of("abcdefghijklmno"), "<p>abcdefghijklmno</p>", short, None);
            check_title(&title, &format!("<p>The Daily Boats of Tarn</p><p>{part}</p>"), part, Some(part));
            let long = |extra: usize| {
                let text = format!("{part}{}", "!".repeat(extra));
                let limit = 4 * whole.len() + 16;
                (format!("<p>{text}</p>"), limit - part.len())
            };
            let (_, limit) = long(0);
            check_title(&title, &long(limit - 1).0, part, None);
            check_title(&title, &long(limit).0, &whole, None);
        }

        #[test]
        fn a_block_with_the_very_words_shows_it() {
            let title = claim("title", "Boats");
            check_title(&title, "<p>Quays</p><p>Boats!</p>", "Boats", Some("Boats!"));
            check_title(&title, "<p hidden>Boats</p>", "Boats", None);
            check_title(&title, "<p>Boats of Tarn</p>", "Boats", None);
            let marks = |count: usize| format!("Boats{}", "!".repeat(count));
            check_title(&title, &format!("<p>{}</p>", marks(25)), "Boats", Some(&marks(25)));
            check_title(&title, &format!("<p>{}</p>", marks(26)), "Boats", None);
        }
    }
}

#[cfg(test)]
mod seen_tests {
    #[cfg(feature = "html")]
    mod pages {
        use super::super::{Metadata, read};

        fn of(head: &str, body: &str) -> Metadata {
            let snapshot = crate::html::snapshot(
                &format!("<html><head>{head}</head><body>{body}</body></html>"),
                "https://news.example/a/story.html",
            );
            read(&snapshot, &crate::block::cut(&snapshot))
        }

        #[test]
        fn the_byline_is_what_the_author_element_says() {
            for (body, expected) in [
                (
                    "<p><span class=post-author>Posted by <b class=fn>Tess Hallorwick</b></span> on May 5, 2026</p>",
                    "Tess Hallorwick",
                ),
                ("<p>Updated on November 5, 2026 by <a rel=author href=/t>Tess Hallorwick</a></p>", "Tess Hallorwick"),
                ("<p><a rel=author href=/o/7>napsala Jana Kolmá,</a></p>", "Jana Kolmá"),
                (
                    "<p class=vcard><span class=author>Gönderen <span class=fn>Kerem Uzun</span></span></p>",
                    "Kerem Uzun",
                ),
                ("<div>نوشته‌ی <span class=author>نیلوفر سپید</span> در ۱۳ اردیبهشت ۱۴۰۳</div>", "نیلوفر سپید"),
                ("<div class=byline>بقلم <a href=/x>هادي الشويرف</a></div>", "هادي الشويرف"),
                ("<p class=author>מאת נועה ברקן</p>", "נועה ברקן"),
                ("<p class=author>孙晓明</p>", "孙晓明"),
                // Names that begin as months do, before a date.
                ("<p class=author>Lena Marsh 4 March 2026</p>", "Lena Marsh"),
                ("<p><span itemprop='author creator'>Текст: Лида Буслова</span> · 11 октября 2026</p>", "Лида Буслова"),
                // Several, each once.
                (
                    "<p class=byline>By <a href=/author/a>Ann Quill</a>, <a href=/author/b>Bo Marsh</a> and <a href=/author/c>Cy Tarn</a></p>",
                    "Ann Quill, Bo Marsh, Cy Tarn",
                ),
                (
                    "<p><span class=author-name>Ann Quill</span></p><p><span class=author-name>Bo Marsh</span></p>",
                    "Ann Quill, Bo Marsh",
                ),
                ("<p class=author>Ann Quill, Bo Marsh</p>", "Ann Quill, Bo Marsh"),
                ("<p><a href=/author/a>Ann Quill</a> <a href=/author/a>Ann Quill</a></p>", "Ann Quill"),
                // A link to the author's page; what stands beside the name.
                ("<ul><li><a href=https://news.example/autor/luna-g>Luna Gonzala</a></li></ul>", "Luna Gonzala"),
                (
                    "<p class=byline><a href=/x>Ann Quill</a> <span class=byline-role>Senior Writer</span></p>",
                    "Ann Quill",
                ),
            ] {
                assert_eq!(
                    of("", &format!("<h1>The harbour reopens</h1>{body}")).byline.as_deref(),
                    Some(expected),
                    "{body}"
                );
            }
            // At the story's end, where the page names nobody else.
            let story = "<p>The boats came back on Monday.</p>".repeat(20);
            let end = |line: &str| of("", &format!("<h1>The harbour reopens</h1>{story}{line}")).byline;
            assert_eq!(end("<p class=author>Door: Jan Molen</p>").as_deref(), Some("Jan Molen"));
            assert_eq!(end("<p class=author>Jan Molen</p><p class=author>Piet Wiek</p>"), None);
        }

        #[test]
        fn what_is_no_authors_name() {
            for body in [
                "<p class=author-bio>Ann Quill writes on boats</p>",
                "<p class=comment-author>Ann Quill</p>",
                "<p class=image-author>Ann Quill</p>",
                "<p class=author>May 5, 2026</p>",
                "<p class=byline>Updated on November 5, 2026</p>",
                "<p class=author>@annquill</p>",
                "<p class=byline><time>5 mai 2026</time></p>",
                "<p><a href=/news/category/29/culture>Culture</a></p>",
                "<p><a href=/authors>Authors</a></p>",
                "<p>منوعات</p>",
            ] {
                assert_eq!(of("", &format!("<h1>The harbour reopens</h1>{body}")).byline, None, "{body}");
            }
        }

        #[test]
        fn claims_that_a_reader_does_not_see() {
            let site = "<meta property=og:site_name content='Tarn Post'>";
            let author = |name: &str| format!("{site}<meta name=author content='{name}'>");
            let byline = |name: &str, body: &str| of(&author(name), &format!("<h1>بازگشایی بندر</h1>{body}")).byline;
            // The site's name, a number, the maker of the template.
            assert_eq!(byline("Tarn Post", ""), None);
            assert_eq!(byline("Tarn Post | All the news", ""), None);
            assert_eq!(byline("3047", "<p class=author>孙晓明</p>").as_deref(), Some("孙晓明"));
            assert_eq!(byline("Arva Group", ""), None);
            assert_eq!(byline("Arva Group", "<p>Arva Group</p>").as_deref(), Some("Arva Group"));
            assert_eq!(byline("Tarn Post", "<p class=author>Tarn Post</p>").as_deref(), Some("Tarn Post"));
            // What stands behind the name.
            assert_eq!(byline("هادي الشويرف - القاهرة", "").as_deref(), Some("هادي الشويرف"));
            assert_eq!(byline("Ann Quill | Tarn Media", "<p>Ann Quill</p>").as_deref(), Some("Ann Quill"));
            // A section's name, and an author whom the page marks where the data names the editor.
            let section = "<meta property=article:section content=منوعات>";
            assert_eq!(of(section, "<h1>بازگشایی بندر</h1><p class=author>منوعات</p>").byline, None);
            let data =
                r#"<script type=application/ld+json>{"@type": "NewsArticle", "author": {"name": "Heri Adi"}}</script>"#;
            let marked = |line: &str| of(data, &format!("<h1>Pelabuhan dibuka lagi</h1>{line}")).byline;
            assert_eq!(marked("<div class=author-2>Naufal Sudi</div>").as_deref(), Some("Naufal Sudi"));
            assert_eq!(marked("<div class=author-2>Heri Adi, Naufal Sudi</div>").as_deref(), Some("Heri Adi"));
            assert_eq!(marked("<p>Oleh Naufal Sudi</p>").as_deref(), Some("Heri Adi"));
        }

        #[test]
        fn the_headline_that_a_reader_sees() {
            for (head, body, expected) in [
                // The page's claims are a variant for search engines.
                (
                    "<title>The harbour of Tarn reopens: what you need to know 2026</title><meta property=og:title content='The harbour of Tarn reopens: what you need to know 2026'>",
                    "<h1>“At last”: Tarn's harbour reopens after two years</h1>",
                    "“At last”: Tarn's harbour reopens after two years",
                ),
                (
                    "<title>Порт в Тарне открылся: новости и фото</title><meta property=og:title content='Порт в Тарне открылся: новости и фото'>",
                    "<h1 itemprop=headline>Порт снова открылся, и чайки в Тарне рады</h1>",
                    "Порт снова открылся, и чайки в Тарне рады",
                ),
                // A heading in the way here from the front page.
                (
                    "<meta property=og:title content='Streit eskaliert: Was nun am Hafen geschieht'><meta name=twitter:title content='Nun streitet auch der Hafen mit'>",
                    "<ul><li><h1>Streit eskaliert: Was nun am Hafen geschieht</h1></li></ul><h2>Nun streitet auch der Hafen mit</h2>",
                    "Nun streitet auch der Hafen mit",
                ),
                // A weblog's.
                (
                    "<title>Kıyı Defteri: Eski fenerin yeni bekçisi</title>",
                    "<h3 class='post-title entry-title'>Eski fenerin yeni bekçisi</h3>",
                    "Eski fenerin yeni bekçisi",
                ),
                // The site's name, where the front page's link has it.
                (
                    "<title>دفتر الميناء: عودة الصيادين إلى البحر</title>",
                    "<a href=/>دفتر الميناء</a>",
                    "عودة الصيادين إلى البحر",
                ),
                ("<title>渔民回到海上的第一天»塔恩晚报</title>", "<a href=/>塔恩晚报</a>", "渔民回到海上的第一天"),
                // Spared: another story's heading, and a colon of the headline's own.
                (
                    "<title>Kenia: Nairobi von unten</title><meta property=og:title content='Kenia: Nairobi von unten'>",
                    "<h1>Meistgelesen heute</h1>",
                    "Kenia: Nairobi von unten",
                ),
            ] {
                assert_eq!(of(head, &format!("{body}<p>…</p>")).title, expected, "{head}");
            }
        }

        #[test]
        fn dates_as_the_page_shows_them() {
            for (head, body, expected) in [
                ("<meta property=article:published_time content='۱۳۹۹/۰۲/۲۱ - ۱۸:۵۹'>", "", Some("2020-05-10T18:59")),
                (
                    "<meta property=article:published_time content=2026-11-19T04:50:22+00:00>",
                    "<p>November 18, 2026</p>",
                    Some("2026-11-18"),
                ),
                (
                    "<meta property=article:published_time content=2026-11-19T04:50:22+00:00>",
                    "<p>November 12, 2026</p>",
                    Some("2026-11-19T04:50:22+00:00"),
                ),
                (
                    "<meta property=article:published_time content=2026-11-19T04:50:22+07:00>",
                    "<p>18 November 2026</p>",
                    Some("2026-11-19T04:50:22+07:00"),
                ),
                ("<meta property=article:published_time content=yesterday>", "", None),
                (
                    "",
                    "<p><abbr class=published title=2026-11-08T00:23:00+03:00>00:23</abbr></p>",
                    Some("2026-11-08T00:23:00+03:00"),
                ),
                ("", "<p><abbr title=2026-11-08>then</abbr></p>", None),
            ] {
                assert_eq!(
                    of(head, &format!("<h1>Harbour</h1>{body}")).published.as_deref(),
                    expected,
                    "{head} {body}"
                );
            }
        }

        #[test]
        fn references_and_addresses() {
            let data = r##"<script type=application/ld+json>{"@graph": [{"@type": "Person", "@id": "#17", "name": "Jana Kolmá"},
            {"@type": "Person", "@id": "#23", "name": "Vít Doub"}, {"@type": "Person", "@id": "#9", "name": "Alena Redak"},
            {"@type": "NewsArticle", "author": [{"@id": "#17"}, {"@id": "#23"}], "editor": {"@id": "#9"}}]}</script>"##;
            assert_eq!(of(data, "").byline.as_deref(), Some("Jana Kolmá, Vít Doub"));
            let unknown =
                r##"<script type=application/ld+json>{"@type": "NewsArticle", "author": {"@id": "#17"}}</script>"##;
            assert_eq!(of(unknown, "").byline, None);
            let found = of("<link rel=canonical href=/b.html><meta property=og:image content=../ميناء.jpg>", "");
            assert_eq!(found.url.as_deref(), Some("https://news.example/b.html"));
            assert_eq!(found.image.as_deref(), Some("https://news.example/ميناء.jpg"));
        }
    }
}
