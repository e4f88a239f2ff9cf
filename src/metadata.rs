//! What a page says about its story: headline, byline, dates, site, address, picture.
//!
//! Where each field is taken from. The first place that has it counts:
//!
//! | field | order |
//! |---|---|
//! | title | the visible heading that a claim agrees with (claims: OpenGraph, JSON-LD, Twitter, the document's title); the claim that another one agrees with; `og:title`; JSON-LD; the only `<h1>`; the document's title without the site's name |
//! | byline | JSON-LD; `<meta name="author">` and its like; the line near the headline that is marked as an author's or opens like a byline |
//! | published, modified | `article:published_time` and its like; JSON-LD; microdata; `<time datetime>` near the headline; a date in a short line near the headline |
//! | site | `og:site_name`; JSON-LD's publisher or site |
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
            assert_eq!(byline(&format!("{site}{own}"), "").as_deref(), Some("the Tarn post"));
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
            let field = |name: &str, attribute: &str| {
                let found = of(
                    &format!("<meta {attribute}='{name}' content=' 2026 '><meta {attribute}='{name}' content=2027>"),
                    "",
                );
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
                let said = |(_, value): &&(&'static str, Option<String>)| value.as_deref() == Some("2026");
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
                for name in names.split_whitespace() {
                    assert_eq!(field(name, "name"), expected, "{name}");
                    assert_eq!(field(name, "property"), expected, "{name}");
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
