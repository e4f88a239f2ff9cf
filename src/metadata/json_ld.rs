//! Reads what a page says about its story in JSON-LD (schema.org), wherever in the graph it stands.

use std::collections::HashMap;

use serde_json::Value;

use crate::language::fold;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// What the page says; of several objects that give a field, the first counts.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// Whether there is an object of an article's type.
    pub is_article: bool,
    /// Whether there is an object of a type that is no article's, such as a product, a list or a search.
    pub is_other: bool,
    pub headline: Option<String>,
    pub body: Option<String>,
    pub description: Option<String>,
    pub byline: Option<String>,
    pub section: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub site: Option<String>,
    pub url: Option<String>,
    pub image: Option<String>,
}

/// Objects deeper in the graph than this are not looked at, which also bounds the time for hostile data.
const MAX_DEPTH: usize = 12;

/// Reads all the JSON-LD of a page and skips what is malformed. Of several articles, the page's own is the one whose
/// headline the document's title has; if there is none, the first.
#[inline(never)]
pub fn read(snapshot: &Snapshot) -> Claims {
    let mut found = Graph::default();
    let data = snapshot.nodes().filter(|node| is_data(snapshot, *node)).filter_map(|node| {
        let text: String = snapshot.descendants(node).map(|text| snapshot.text(text)).collect();
        parse(&text)
    });
    let data: Vec<Value> = data.collect();
    for value in &data {
        name_nodes(value, &mut found.nodes, 0);
    }
    for value in &data {
        walk(value, &mut found, 0);
    }
    let title = fold::key(snapshot.title());
    let is_own = |claims: &Claims| {
        let headline = fold::key(claims.headline.as_deref().unwrap_or_default());
        !headline.is_empty() && title.contains(&headline)
    };
    let own = found.articles.iter().position(is_own).unwrap_or_default();
    let mut claims = if found.articles.is_empty() { Claims::default() } else { found.articles.swap_remove(own) };
    claims.is_other = found.is_other;
    claims.site = claims.site.or(found.site);
    claims
}

/// What all of a page's JSON-LD says.
#[derive(Default)]
struct Graph {
    /// What is said of each `@id`, to which other objects refer.
    nodes: HashMap<String, Value>,
    articles: Vec<Claims>,
    is_other: bool,
    site: Option<String>,
}

/// Takes down all objects that have an `@id` and say more than that.
fn name_nodes(value: &Value, nodes: &mut HashMap<String, Value>, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| name_nodes(value, nodes, depth + 1)),
        Value::Object(fields) => {
            if let Some(id) = fields.get("@id").and_then(Value::as_str).filter(|_| !value["name"].is_null()) {
                nodes.entry(id.to_owned()).or_insert_with(|| value.clone());
            }
            fields.values().for_each(|value| name_nodes(value, nodes, depth + 1));
        }
        _ => {}
    }
}

/// A value, or what the graph says of it elsewhere.
fn resolved(value: &Value, nodes: &HashMap<String, Value>) -> Value {
    match value {
        Value::Array(values) => values.iter().map(|value| resolved(value, nodes)).collect(),
        Value::Object(fields) if !fields.contains_key("name") => {
            let node = fields.get("@id").and_then(Value::as_str).and_then(|id| nodes.get(id));
            node.unwrap_or(value).clone()
        }
        _ => value.clone(),
    }
}

fn is_data(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.tag(node) == Tag::Script
        && snapshot.attribute(node, Attr::Type).is_some_and(|kind| kind.contains("ld+json"))
}

/// Parses JSON with the mistakes that pages make: line breaks inside of strings, comments around it, semicolons after
/// it.
fn parse(text: &str) -> Option<Value> {
    let text = text.trim().trim_start_matches("<!--").trim_end_matches("-->").trim().trim_end_matches(';');
    let text = text.strip_prefix("//<![CDATA[").or(text.strip_prefix("<![CDATA[")).unwrap_or(text);
    let text = text.trim_end_matches("//]]>").trim_end_matches("]]>");
    serde_json::from_str(text).ok().or_else(|| {
        let mended: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&mended).ok()
    })
}

fn walk(value: &Value, found: &mut Graph, depth: usize) {
    if depth > MAX_DEPTH {
        return;
    }
    match value {
        Value::Array(values) => values.iter().for_each(|value| walk(value, found, depth + 1)),
        Value::Object(fields) => {
            if types(value).any(is_article) {
                let claims = article(value, &found.nodes);
                found.articles.push(claims);
            } else if types(value).any(is_other) {
                found.is_other = true;
            } else if types(value).any(|kind| matches!(kind, "WebSite" | "NewsMediaOrganization")) {
                fill(&mut found.site, fields.get("name").and_then(Value::as_str));
            }
            // The objects inside of an article, such as its publisher and its parts, are no articles of the page's own.
            for (name, value) in fields {
                if matches!(
                    name.as_str(),
                    "@graph" | "mainEntity" | "mainEntityOfPage" | "itemListElement" | "item" | "hasPart"
                ) {
                    walk(value, found, depth + 1);
                }
            }
        }
        _ => {}
    }
}

fn types(value: &Value) -> impl Iterator<Item = &str> {
    let kind = &value["@type"];
    kind.as_str().into_iter().chain(kind.as_array().into_iter().flatten().filter_map(Value::as_str))
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || kind.ends_with("BlogPosting")
        || matches!(kind, "Report" | "OpinionNewsArticle" | "Review")
}

fn is_other(kind: &str) -> bool {
    matches!(
        kind,
        "Product"
            | "ItemList"
            | "SearchResultsPage"
            | "CollectionPage"
            | "ProfilePage"
            | "ContactPage"
            | "CheckoutPage"
    )
}

fn article(value: &Value, nodes: &HashMap<String, Value>) -> Claims {
    let mut own = Claims { is_article: true, ..Claims::default() };
    let claims = &mut own;
    fill(&mut claims.headline, value["headline"].as_str().or(value["name"].as_str()));
    fill(&mut claims.body, value["articleBody"].as_str());
    fill(&mut claims.description, value["description"].as_str());
    fill(&mut claims.byline, names(&resolved(&value["author"], nodes)).as_deref());
    fill(&mut claims.section, value["articleSection"].as_str().or(value["articleSection"][0].as_str()));
    fill(&mut claims.published, value["datePublished"].as_str());
    fill(&mut claims.modified, value["dateModified"].as_str());
    fill(&mut claims.site, names(&resolved(&value["publisher"], nodes)).as_deref());
    fill(&mut claims.url, value["url"].as_str().or(value["mainEntityOfPage"]["@id"].as_str()));
    fill(&mut claims.image, address(&value["image"]));
    own
}

fn fill(field: &mut Option<String>, value: Option<&str>) {
    let value = value.map(str::trim).filter(|value| !value.is_empty());
    if field.is_none() {
        *field = value.map(str::to_owned);
    }
}

/// The names of one or several persons or organizations.
fn names(value: &Value) -> Option<String> {
    let name = |value: &Value| value.as_str().or(value["name"].as_str()).map(str::trim).map(str::to_owned);
    let names: Vec<String> = match value {
        Value::Array(values) => values.iter().filter_map(name).collect(),
        value => name(value).into_iter().collect(),
    };
    let named: Vec<String> = names.into_iter().filter(|name| !name.is_empty() && !name.contains("://")).collect();
    (!named.is_empty()).then(|| named.join(", "))
}

fn address(value: &Value) -> Option<&str> {
    value.as_str().or(value["url"].as_str()).or_else(|| address(value.as_array()?.first()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn malformed_data_is_mended() {
        for text in [
            r#"{"name": "Tarn"}"#,
            " {\"name\": \"Tarn\"}; ",
            "<!-- {\"name\": \"Tarn\"} -->",
            "//<![CDATA[\n{\"name\": \"Tarn\"}\n//]]>",
            "<![CDATA[{\"name\": \"Tarn\"}]]>",
        ] {
            assert_eq!(parse(text).unwrap()["name"], "Tarn", "{text}");
        }
        assert_eq!(parse("{\"name\": \"Tarn\nPost\"}").unwrap()["name"], "Tarn Post");
        assert_eq!(parse("{name: Tarn}"), None);
    }

    #[test]
    fn types_of_articles_and_of_other_pages() {
        for (kind, article, other) in [
            ("Article", true, false),
            ("NewsArticle", true, false),
            ("OpinionNewsArticle", true, false),
            ("LiveBlogPosting", true, false),
            ("Report", true, false),
            ("Review", true, false),
            ("Product", false, true),
            ("ItemList", false, true),
            ("SearchResultsPage", false, true),
            ("CollectionPage", false, true),
            ("ProfilePage", false, true),
            ("ContactPage", false, true),
            ("CheckoutPage", false, true),
            ("WebPage", false, false),
            ("ArticleList", false, false),
            ("", false, false),
        ] {
            assert_eq!((is_article(kind), is_other(kind)), (article, other), "{kind}");
        }
    }

    #[test]
    fn one_value_or_several() {
        let json = |text: &str| serde_json::from_str::<Value>(text).unwrap();
        for (value, expected) in [
            (r#""Lena Marsh""#, Some("Lena Marsh")),
            (r#"{"name": " Lena Marsh "}"#, Some("Lena Marsh")),
            (r#"["Lena Marsh", {"name": "Tess Hallorwick"}]"#, Some("Lena Marsh, Tess Hallorwick")),
            (r#"["", "https://news.example/lena", "Lena Marsh", 3]"#, Some("Lena Marsh")),
            (r#""https://news.example/lena""#, None),
            (r#"["", ""]"#, None),
            (r#"{"url": "Lena Marsh"}"#, None),
            ("null", None),
        ] {
            assert_eq!(names(&json(value)).as_deref(), expected, "{value}");
        }
        for (value, expected) in [
            (r#""a.jpg""#, Some("a.jpg")),
            (r#"{"url": "a.jpg"}"#, Some("a.jpg")),
            (r#"["a.jpg", "b.jpg"]"#, Some("a.jpg")),
            (r#"[{"url": "a.jpg"}]"#, Some("a.jpg")),
            (r#"{"name": "a.jpg"}"#, None),
            ("[]", None),
        ] {
            assert_eq!(address(&json(value)), expected, "{value}");
        }
    }

    #[test]
    fn no_deeper_than_so_many_levels() {
        let nested = |depth: usize| {
            let text = format!("{}{{\"@type\": \"Article\"}}{}", "{\"@graph\": ".repeat(depth), "}".repeat(depth));
            let mut found = Graph::default();
            walk(&parse(&text).unwrap(), &mut found, 0);
            found.articles.len()
        };
        assert_eq!(nested(MAX_DEPTH), 1);
        assert_eq!(nested(MAX_DEPTH + 1), 0);
        let list = |depth: usize| {
            let text = format!("{}{{\"@type\": \"Article\"}}{}", "[".repeat(depth), "]".repeat(depth));
            let mut found = Graph::default();
            walk(&parse(&text).unwrap(), &mut found, 0);
            found.articles.len()
        };
        assert_eq!(list(MAX_DEPTH), 1);
        assert_eq!(list(MAX_DEPTH + 1), 0);
    }

    #[cfg(feature = "html")]
    mod pages {
        use super::super::{Claims, read};

        fn of(title: &str, data: &[&str]) -> Claims {
            let scripts: String =
                data.iter().map(|data| format!("<script type=application/ld+json>{data}</script>")).collect();
            read(&crate::html::snapshot(&format!("<title>{title}</title>{scripts}"), ""))
        }

        #[test]
        fn where_an_article_may_stand() {
            let article = r#"{"@type": "NewsArticle", "headline": "Boats"}"#;
            for data in [
                article.to_owned(),
                format!("[{article}]"),
                format!(r#"{{"@graph": [{{"@type": "WebPage"}}, {article}]}}"#),
                format!(r#"{{"@type": "WebPage", "mainEntity": {article}}}"#),
                format!(r#"{{"@type": "WebPage", "mainEntityOfPage": {article}}}"#),
                format!(r#"{{"@type": "Thing", "itemListElement": [{{"item": {article}}}]}}"#),
                format!(r#"{{"@type": "Thing", "hasPart": {article}}}"#),
                r#"{"@type": ["WebPage", "NewsArticle"], "headline": "Boats"}"#.to_owned(),
            ] {
                let found = of("", &[&data]);
                assert_eq!(
                    (found.is_article, found.is_other, found.headline.as_deref()),
                    (true, false, Some("Boats")),
                    "{data}"
                );
            }
            for data in [
                format!(r#"{{"@type": "WebPage", "isPartOf": {article}}}"#),
                r#"{"@type": "WebPage", "headline": "Boats"}"#.to_owned(),
                "{".to_owned(),
            ] {
                let found = of("", &[&data]);
                assert_eq!((found.is_article, found.headline), (false, None), "{data}");
            }
            assert!(of("", &[r#"{"@type": "Product"}"#]).is_other);
            assert!(!of("", &[r#"{"@type": "Person"}"#]).is_other);
            // Nowhere but in a script of its kind.
            let text = format!(
                "<p type=application/ld+json>{article}</p><script type=text/plain>{article}</script><pre>{article}</pre>"
            );
            assert!(!read(&crate::html::snapshot(&text, "")).is_article);
        }

        #[test]
        fn of_several_articles_the_titles() {
            let article = |headline: &str| format!(r#"{{"@type": "NewsArticle", "headline": "{headline}"}}"#);
            let (boats, quays, none) = (article("Boats of Tarn"), article("A quay for all"), r#"{"@type": "Article"}"#);
            let headline = |title: &str, data: &[&str]| of(title, data).headline;
            assert_eq!(headline("A quay for all | Tarn Post", &[&boats, &quays]).as_deref(), Some("A quay for all"));
            assert_eq!(headline("The Tarn Post", &[&boats, &quays]).as_deref(), Some("Boats of Tarn"));
            assert_eq!(headline("A quay for all", &[none, &quays]).as_deref(), Some("A quay for all"));
            assert_eq!(headline("The Tarn Post", &[none, &quays]), None);
        }

        #[test]
        fn each_field_of_an_article() {
            let found = of(
                "",
                &[
                    r#"{"@type": "NewsArticle", "headline": " Boats ", "articleBody": "They came.", "description": "Of boats",
                    "author": "Lena Marsh", "datePublished": "2026-02-01", "dateModified": "2026-02-02",
                    "publisher": {"name": "Tarn Post"}, "url": "https://news.example/a", "image": ["a.jpg"]}"#,
                ],
            );
            let fields = [
                found.headline,
                found.body,
                found.description,
                found.byline,
                found.published,
                found.modified,
                found.site,
                found.url,
                found.image,
            ];
            let expected = [
                "Boats",
                "They came.",
                "Of boats",
                "Lena Marsh",
                "2026-02-01",
                "2026-02-02",
                "Tarn Post",
                "https://news.example/a",
                "a.jpg",
            ];
            assert_eq!(fields.map(Option::unwrap), expected);
            let found = of(
                "",
                &[r#"{"@type": "Article", "name": "Boats", "mainEntityOfPage": {"@id": "https://news.example/b"}}"#],
            );
            assert_eq!(
                (found.headline.as_deref(), found.url.as_deref()),
                (Some("Boats"), Some("https://news.example/b"))
            );
            let blank = of("", &[r#"{"@type": "Article", "headline": " "}"#]);
            assert_eq!(blank.headline, None);
        }

        #[test]
        fn the_sites_name() {
            let site = |kind: &str, name: &str| format!(r#"{{"@type": "{kind}", "name": "{name}"}}"#);
            let (web, paper) = (site("WebSite", "Tarn Post"), site("NewsMediaOrganization", "Onega Post"));
            assert_eq!(of("", &[&web, &paper]).site.as_deref(), Some("Tarn Post"));
            assert_eq!(of("", &[&paper, &web]).site.as_deref(), Some("Onega Post"));
            assert_eq!(of("", &[&site("Person", "Lena Marsh")]).site, None);
            let article = r#"{"@type": "Article", "publisher": {"name": "Almen Post"}}"#;
            assert_eq!(of("", &[&web, article]).site.as_deref(), Some("Almen Post"));
        }
    }
}
