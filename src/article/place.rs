//! Elements that are no place for a story, by what they are and what they are called.

use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// What an element is a place for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Nothing is known.
    Open,
    /// The caption of a picture.
    Caption,
    /// Byline, date, tags, share bars: about the story, but not of it.
    About,
    /// Navigation, comments, related stories: no part of the story at all.
    Outside,
}

/// For each node, the place that it stands in; children inherit it.
pub fn classify(snapshot: &Snapshot) -> Vec<Place> {
    let mut places = Vec::with_capacity(snapshot.len());
    for node in snapshot.nodes() {
        let around = snapshot.parent(node).map_or(Place::Open, |parent: NodeId| places[parent.index()]);
        places.push(if around == Place::Open && snapshot.tag(node) != Tag::Text {
            own(snapshot, node)
        } else {
            around
        });
    }
    places
}

fn own(snapshot: &Snapshot, node: NodeId) -> Place {
    match snapshot.tag(node) {
        // The page's own frame, however it is called.
        Tag::Html | Tag::Body | Tag::Main | Tag::Article => return Place::Open,
        Tag::Nav | Tag::Aside | Tag::Footer | Tag::Form | Tag::Menu | Tag::Dialog | Tag::Search => {
            return Place::Outside;
        }
        Tag::Figcaption | Tag::Caption => return Place::Caption,
        Tag::Address | Tag::Time => return Place::About,
        _ => {}
    }
    let mut place = Place::Open;
    for (name, value) in snapshot.attributes(node) {
        let said = match name {
            Attr::Class | Attr::Id => by_name(value),
            Attr::Role => by_role(value),
            Attr::Itemprop if matches!(value, "author" | "datePublished" | "dateModified" | "publisher") => {
                Place::About
            }
            Attr::Itemprop if value == "caption" => Place::Caption,
            Attr::Itemprop if value == "articleBody" => return Place::Open,
            Attr::Rel if value == "author" || value == "tag" => Place::About,
            _ => Place::Open,
        };
        if said != Place::Open {
            place = said;
        }
    }
    place
}

fn by_role(role: &str) -> Place {
    match role {
        "navigation" | "complementary" | "contentinfo" | "search" | "banner" | "dialog" | "alert" | "menu"
        | "menubar" | "toolbar" => Place::Outside,
        _ => Place::Open,
    }
}

/// Words of class names and ids. Whole words, so that `article-sharer` is not `share` and `sidebarless` is no sidebar.
const OUTSIDE: &[&str] = &[
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "commentlist",
    "cookie",
    "cookies",
    "disqus",
    "footer",
    "gdpr",
    "login",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navbar",
    "navigation",
    "newsletter",
    "pagination",
    "paywall",
    "popup",
    "promo",
    "recommended",
    "related",
    "respond",
    "sharedaddy",
    "sidebar",
    "signup",
    "sponsored",
    "subscribe",
    "teaser",
    "trending",
    "widget",
    "yarpp",
];
const ABOUT: &[&str] = &[
    "author",
    "byline",
    "category",
    "categories",
    "dateline",
    "meta",
    "metadata",
    "posted",
    "share",
    "sharing",
    "social",
    "tags",
    "timestamp",
];
const CAPTION: &[&str] = &["caption", "figcaption"];
/// Words that say that the story itself is in there, whatever else the name says: `post-content has-sidebar`.
const STORY: &[&str] = &["article", "body", "content", "entry", "main", "post", "story", "text"];

fn by_name(name: &str) -> Place {
    let words = || name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let any = |list: &[&str]| words().any(|word| list.iter().any(|known| word.eq_ignore_ascii_case(known)));
    // A caption may be a part of the story's name, never the other way round.
    if any(CAPTION) {
        return Place::Caption;
    }
    // "entry-meta" is a place beside the story, "post has-sidebar" is not: the last word of a class is its kind.
    let kinds =
        || name.split_whitespace().filter_map(|class| class.rsplit(|c: char| !c.is_ascii_alphanumeric()).next());
    let is_story = kinds().any(|kind| STORY.iter().any(|known| kind.eq_ignore_ascii_case(known)));
    match () {
        () if is_story => Place::Open,
        () if any(OUTSIDE) => Place::Outside,
        () if any(ABOUT) => Place::About,
        () => Place::Open,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        for (name, place) in [
            ("site-nav", Place::Outside),
            ("related-posts", Place::Outside),
            ("entry-meta", Place::About),
            ("wp-caption-text", Place::Caption),
            ("entry-content", Place::Open),
            ("single-post has-sidebar post", Place::Open),
            ("sharecroppers", Place::Open),
            ("", Place::Open),
        ] {
            assert_eq!(by_name(name), place, "{name}");
        }
    }
}
