//! What elements are called, by class, id and role: a help, and never needed.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::language::lexicon::fnv32;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// What an element's names say of it, a bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Names(u16);

impl Names {
    pub const COMMENTS: Self = Self(1);
    pub const SHARE: Self = Self(2);
    pub const RELATED: Self = Self(4);
    pub const TAGS: Self = Self(8);
    pub const PROMOTION: Self = Self(16);
    pub const CONSENT: Self = Self(32);
    pub const OVER: Self = Self(64);
    pub const SITE: Self = Self(128);
    pub const HEAD: Self = Self(256);
    pub const DIALOG: Self = Self(512);
    pub const PAYWALL: Self = Self(1024);

    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Words of classes and ids, in the languages that programs are written in; two that stand side by side are written as one.
const WORDS: [(Names, &[&str]); 10] = [
    (Names::PAYWALL, &["paywall", "regwall", "restricted", "metered", "premium", "piano", "subscribers"]),
    (
        Names::COMMENTS,
        &[
            "comment",
            "comments",
            "commentlist",
            "commenting",
            "disqus",
            "livefyre",
            "respond",
            "discussion",
            "kommentare",
            "commentaires",
            "comentarios",
        ],
    ),
    (
        Names::SHARE,
        &[
            "share",
            "shares",
            "sharing",
            "sharebar",
            "sharethis",
            "addthis",
            "addtoany",
            "social",
            "socials",
            "sociable",
            "follow",
        ],
    ),
    (
        Names::RELATED,
        &[
            "related",
            "recommended",
            "recommendations",
            "recommendation",
            "recirc",
            "recirculation",
            "teaser",
            "teasers",
            "trending",
            "popular",
            "mostread",
            "mostpopular",
            "readmore",
            "readnext",
            "morestories",
            "onward",
            "alsoread",
            "readalso",
            "seealso",
            "morenews",
            "morefrom",
            "nextprev",
            "prevnext",
            "postnav",
            "postnavigation",
            "relatednews",
            "relatedposts",
            "relatedarticles",
            "relatedcontent",
            "relatedstories",
        ],
    ),
    (Names::TAGS, &["tags", "taglist", "tagcloud", "keywords", "topics", "hashtags"]),
    (
        Names::PROMOTION,
        &[
            "newsletter",
            "newsletters",
            "subscribe",
            "subscription",
            "signup",
            "optin",
            "promo",
            "promotion",
            "donate",
            "donation",
            "marketing",
            "mailchimp",
            "appbanner",
            "membership",
        ],
    ),
    (
        Names::CONSENT,
        &[
            "cookie",
            "cookies",
            "consent",
            "gdpr",
            "ccpa",
            "onetrust",
            "didomi",
            "cmp",
            "usercentrics",
            "cookiebot",
            "truste",
            "trustarc",
            "quantcast",
            "cookiebanner",
            "cookieconsent",
            "cookielaw",
        ],
    ),
    (
        Names::OVER,
        &[
            "modal",
            "popup",
            "overlay",
            "lightbox",
            "interstitial",
            "sticky",
            "floating",
            "fixed",
            "toast",
            "backdrop",
            "snackbar",
            "miniplayer",
        ],
    ),
    (
        Names::SITE,
        &[
            "nav",
            "navbar",
            "navigation",
            "menu",
            "menus",
            "submenu",
            "footer",
            "masthead",
            "breadcrumb",
            "breadcrumbs",
            "search",
            "copyright",
            "imprint",
            "topnav",
            "mainnav",
            "sitemap",
        ],
    ),
    (
        Names::HEAD,
        &[
            "byline",
            "author",
            "authors",
            "dateline",
            "date",
            "time",
            "published",
            "pubdate",
            "timestamp",
            "updated",
            "standfirst",
            "subtitle",
            "subheadline",
            "subhead",
            "dek",
            "deck",
            "lede",
            "kicker",
            "eyebrow",
            "overline",
            "attribution",
            "credit",
            "credits",
            "copyright",
            "source",
            "sources",
        ],
    ),
];

/// The bits of each word, by its hash.
static KNOWN: LazyLock<FxHashMap<u32, u16>> = LazyLock::new(|| {
    let all = WORDS.iter().flat_map(|(names, words)| words.iter().map(|word| (hash(&[word.as_bytes()]), names.0)));
    all.collect()
});

fn hash(words: &[&[u8]]) -> u32 {
    fnv32(words.iter().flat_map(|word| word.iter().map(|byte| u32::from(byte.to_ascii_lowercase()))))
}

/// What the own names of each node say.
pub fn all(snapshot: &Snapshot) -> Vec<Names> {
    // Classes come again and again on a page: each value is read once.
    let mut known = FxHashMap::default();
    snapshot.nodes().map(|node| of(snapshot, node, &mut known)).collect()
}

fn of<'a>(snapshot: &'a Snapshot, node: NodeId, known: &mut FxHashMap<&'a str, u16>) -> Names {
    let mut bits = 0;
    for (attribute, value) in snapshot.attributes(node) {
        match attribute {
            Attr::Class | Attr::Id => bits |= *known.entry(value).or_insert_with(|| named(value)),
            Attr::Role => {
                bits |= match value {
                    "navigation" | "search" | "contentinfo" | "menu" | "menubar" => Names::SITE.0,
                    "dialog" | "alertdialog" => Names::DIALOG.0,
                    _ => 0,
                };
            }
            Attr::AriaModal if value == "true" => bits |= Names::DIALOG.0,
            Attr::Itemprop if matches!(value, "author" | "datePublished" | "dateModified" | "alternativeHeadline") => {
                bits |= Names::HEAD.0;
            }
            _ => {}
        }
    }
    bits |= match snapshot.tag(node) {
        Tag::Nav | Tag::Search | Tag::Menu => Names::SITE.0,
        Tag::Dialog => Names::DIALOG.0,
        Tag::Time => Names::HEAD.0,
        _ => 0,
    };
    Names(bits)
}

/// What the words of a class or an id say. They are parted by signs, and by a capital after a small letter.
fn named(value: &str) -> u16 {
    let bytes = value.as_bytes();
    let mut bits = 0;
    let (mut before, mut start) = (&bytes[..0], 0);
    for end in 1..=bytes.len() {
        let last = bytes[end - 1];
        let parts = bytes
            .get(end)
            .is_none_or(|next| !next.is_ascii_alphanumeric() || next.is_ascii_uppercase() && last.is_ascii_lowercase());
        if !last.is_ascii_alphanumeric() {
            start = end;
            before = if last.is_ascii_whitespace() { &bytes[..0] } else { before };
            continue;
        }
        if parts {
            let word = &bytes[start..end];
            let known = |words: &[&[u8]]| KNOWN.get(&hash(words)).copied().unwrap_or_default();
            bits |= known(&[word]);
            if !before.is_empty() {
                bits |= known(&[before, word]);
            }
            (before, start) = (word, end);
        }
    }
    bits
}
