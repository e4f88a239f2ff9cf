//! What a page says of its story in JSON-LD (schema.org), wherever in the graph it stands.

use std::collections::HashMap;

use serde_json::Value;

use crate::language::fold;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// What was said, by the first that says it.
#[derive(Clone, Debug, Default)]
pub struct Claims {
    /// There is an object of an article's type.
    pub is_article: bool,
    /// There is an object of a type that is no article's: a product, a list, a search.
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

/// Types deeper in the graph than this are of no matter; it also bounds the walk over hostile data.
const MAX_DEPTH: usize = 12;

/// Reads all JSON-LD of a page; what is malformed is passed over. Of several articles, the one that the document's title
/// speaks of is the page's, else the first.
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

/// Pages put line breaks into strings, comments around and semicolons after: mended, so that the rest is not lost.
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
            // What an article holds (its publisher, its parts) is no story of the page's own.
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
