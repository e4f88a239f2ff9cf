//! Elements made to hold an advertisement, with the space that they take.

use super::edit;
use super::page::{self, Page};
use crate::language::letter;
use crate::plan::{Action, Edit, Reason};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

const CONFIDENCE: f32 = 0.99;

/// Names that the ad networks' own code gives to its elements: a class or id that begins so.
const NETWORKS: [&str; 39] = [
    "adsbygoogle",
    "google-auto-placed",
    "google_ads_iframe",
    "div-gpt-ad",
    "gpt-ad",
    "dfp-ad",
    "dfp-slot",
    "taboola-",
    "trc_related_container",
    "trc_rbox",
    "outbrain",
    "ob-widget",
    "ob-smartfeed",
    "ob_holder",
    "mgbox",
    "mgid",
    "yandex_rtb",
    "yandex_ad",
    "yap-",
    "ya_partner",
    "adfox",
    "begun_block",
    "smi2",
    "revcontent",
    "rc-widget",
    "zergnet",
    "ezoic-ad",
    "ezoic-pub-ad",
    "adthrive-ad",
    "mv-ad-box",
    "raptive-",
    "teads-",
    "plista_",
    "ligatus",
    "strossle-",
    "dable-widget",
    "popin_",
    "_popin",
    "amzn-native-ad",
];
/// Hosts that serve nothing but advertisements, in a frame's address or in a link's: with their subdomains, and where one
/// ends in a dot, in any country.
const HOSTS: [&str; 34] = [
    "googlesyndication.com",
    "doubleclick.net",
    "googleadservices.com",
    "adservice.google.",
    "amazon-adsystem.com",
    "adnxs.com",
    "criteo.com",
    "criteo.net",
    "taboola.com",
    "taboolasyndication.com",
    "outbrain.com",
    "outbrainimg.com",
    "yabs.yandex.",
    "an.yandex.ru",
    "ads.adfox.ru",
    "adfox.yandex.",
    "mgid.com",
    "revcontent.com",
    "zergnet.com",
    "smartadserver.com",
    "adform.net",
    "rubiconproject.com",
    "pubmatic.com",
    "openx.net",
    "casalemedia.com",
    "teads.tv",
    "media.net",
    "popin.cc",
    "dable.io",
    "plista.com",
    "ligatus.com",
    "exoclick.com",
    "propellerads.com",
    "adsterra.com",
];
/// Words that name an element after the advertisement in it; what holds the story is never called so alone.
const NAMES: [&str; 26] = [
    "ad",
    "ads",
    "adv",
    "advert",
    "adverts",
    "advertisement",
    "advertisements",
    "advertising",
    "adbox",
    "adslot",
    "adunit",
    "adspace",
    "adwrap",
    "adcontainer",
    "adblock",
    "adsense",
    "banner",
    "sponsor",
    "sponsored",
    "reklam",
    "reklama",
    "werbung",
    "anzeige",
    "publicidad",
    "publicite",
    "pubblicita",
];

/// The slots of a page, each with all that it holds.
pub fn find(page: &Page, story: &[usize]) -> Vec<Edit> {
    let Page { snapshot, blocks, .. } = *page;
    let mut edits: Vec<Edit> = Vec::new();
    let mut node = NodeId::ROOT;
    while node.index() < snapshot.len() {
        let end = snapshot.end(node);
        // The story itself may be in an element with such a name.
        let holds_story = || {
            let holds = |i: usize| {
                let nodes = blocks[i].nodes();
                // A link may be a part of a sentence.
                (node..end).contains(&blocks[i].element)
                    || snapshot.tag(node) == Tag::A && nodes.start < end && node < nodes.end
            };
            (story.iter()).any(|&i| holds(i) && is_story(page, i, node)) || snapshot.contains(node, page.container)
        };
        if snapshot.tag(node) == Tag::Text || !is_slot(snapshot, node) || holds_story() {
            node.0 += 1;
            continue;
        }
        edits.push(Edit {
            node: wrapper(snapshot, node),
            ranges: Vec::new(),
            action: Action::Hide,
            reason: Reason::AdSlot,
            rule: "slot.network",
            confidence: CONFIDENCE,
            text: edit::text(snapshot, node),
            replacement: String::new(),
            findable: false,
        });
        node = end;
    }
    edits
}

/// Running text without links is no advertisement's.
fn is_story(page: &Page, block: usize, slot: NodeId) -> bool {
    /// Words; the longest text in a network's box is shorter.
    const LONG: u32 = 40;
    let network = is_network(page.snapshot, slot);
    let block = &page.blocks[block];
    let words = crate::language::word::count(&block.text);
    if network { words >= LONG && block.link_density() < 0.3 } else { words >= 8 && block.link_density() < 0.5 }
}

/// A slot by its network's names, its frame's address, or where it leads, if it is a link.
fn is_slot(snapshot: &Snapshot, node: NodeId) -> bool {
    is_network(snapshot, node) || is_frame(snapshot, node) || leads_to_network(snapshot, node)
}

fn is_network(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot
        .attributes(node)
        .any(|(name, value)| matches!(name, Attr::Class | Attr::Id) && value.split_ascii_whitespace().any(is_networks))
}

fn is_networks(name: &str) -> bool {
    let Some(first) = name.as_bytes().first().map(u8::to_ascii_lowercase) else { return false };
    let begins = |known: &&str| {
        known.as_bytes()[0] == first
            && name.len() >= known.len()
            && name.as_bytes()[..known.len()].eq_ignore_ascii_case(known.as_bytes())
    };
    NETWORKS.iter().any(begins) || is_script_root(name)
}

/// `M12345ScriptRootC6789`.
fn is_script_root(name: &str) -> bool {
    name.starts_with('M') && name.contains("ScriptRootC")
}

fn is_frame(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.tag(node) == Tag::Iframe && snapshot.attribute(node, Attr::Src).is_some_and(is_ad_host)
}

fn is_ad_host(address: &str) -> bool {
    let host =
        address.split_once("//").map_or("", |(_, rest)| rest.split(['/', '?', '#', ':']).next().unwrap_or_default());
    let labels = std::iter::once(0).chain(host.match_indices('.').map(|(at, _)| at + 1));
    let is = |rest: &str, known: &str| rest == known || known.ends_with('.') && rest.starts_with(known);
    labels.map(|at| &host[at..]).any(|rest| HOSTS.iter().any(|known| is(rest, known)))
}

/// A link to a network's host.
fn leads_to_network(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.tag(node) == Tag::A && snapshot.attribute(node, Attr::Href).is_some_and(is_ad_host)
}

/// The largest element around a slot in which there is nothing else: its frame holds the space that it took.
fn wrapper(snapshot: &Snapshot, slot: NodeId) -> NodeId {
    (snapshot.ancestry(slot))
        .take_while(|node| {
            let only = (snapshot.descendants(*node)).all(|inner| {
                snapshot.contains(slot, inner)
                    || snapshot.contains(inner, slot)
                    || (snapshot.text(inner).is_empty() && !snapshot.tag(inner).is_media())
            });
            only && !page::is_frame(snapshot.tag(*node)) && *node != NodeId::ROOT
        })
        .last()
        .unwrap_or(slot)
}

/// The element is called after an advertisement.
pub fn is_named(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.attributes(node).any(|(name, value)| match name {
        Attr::Class | Attr::Id | Attr::AriaLabel => {
            is_networks(value)
                || value
                    .split(|c: char| !letter::is_alphanumeric(c))
                    .any(|word| NAMES.iter().any(|known| word.eq_ignore_ascii_case(known)))
        }
        _ => false,
    })
}

/// An empty element or a frame stands with a line in the same box, or right after the line.
pub fn beside(page: &Page, line: usize) -> bool {
    let snapshot = page.snapshot;
    let wrapper = page.wrapper(line);
    let nodes = page.block(line).nodes();
    let empty = |node: NodeId| {
        matches!(
            snapshot.tag(node),
            Tag::Div
                | Tag::Ins
                | Tag::Iframe
                | Tag::Section
                | Tag::Aside
                | Tag::Span
                | Tag::Img
                | Tag::Center
                | Tag::Other
                | Tag::Figure
        ) && snapshot.descendants(node).all(|inner| snapshot.text(inner).is_empty())
    };
    let inside = snapshot.descendants(wrapper).any(|node| !snapshot.contains(node, nodes.start) && empty(node));
    let next = snapshot.end(wrapper);
    let sibling = next.index() < snapshot.len()
        && snapshot.parent(next) == snapshot.parent(wrapper)
        && empty(next)
        && snapshot.tag(next) != Tag::Span
        && !snapshot.descendants(next).any(|inner| snapshot.tag(inner) == Tag::Img)
        && snapshot.tag(next) != Tag::Img;
    inside || sibling
}

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::super::testing::story;
    use super::*;

    #[track_caller]
    fn check(markup: &str, expected: &[&str]) {
        assert_eq!(story(markup), expected);
    }

    #[test]
    fn a_link_in_a_sentence_is_the_sentences() {
        let before = "The money came from";
        let after = "which has an office on the quay, and from the town.";
        for address in ["https://www.criteo.com/news", "//doubleclick.net", "https://media.net"] {
            check(&format!("<p>{before} <a href='{address}'>Almpresse</a>, {after}</p>"), &[]);
            check(&format!("<p><a href='{address}'>Almpresse</a> paid for it, {after}</p>"), &[]);
            check(&format!("<p><a href='{address}'>Boats</a></p>"), &["slot.network 0.99 Hide Boats"]);
            check(&format!("<p>Boats: <a href='{address}'>Cheap</a></p>"), &["slot.network 0.99 Hide Cheap"]);
        }
    }

    #[test]
    fn hosts_are_known_by_their_names() {
        for (address, expected) in [
            ("https://doubleclick.net/a", true),
            ("//ad.doubleclick.net", true),
            ("https://ad.doubleclick.net:443/a", true),
            ("https://yabs.yandex.kz/a", true),
            ("https://adservice.google.com.eg?a", true),
            ("https://media.net#a", true),
            ("https://media.netflights.example/a", false),
            ("https://taboola.com.example/a", false),
            ("https://mytaboola.com/a", false),
            ("https://news.example/doubleclick.net", false),
            ("https://news.example/?to=https://doubleclick.net", false),
            ("doubleclick.net", false),
            ("", false),
        ] {
            assert_eq!(is_ad_host(address), expected, "{address}");
        }
    }
}
