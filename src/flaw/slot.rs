//! Finds elements that were made to hold an advertisement, so that the space that they take is closed.

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
/// Networks as the `type` of an AMP page's `<amp-ad>` and `<amp-embed>` names them.
const TYPES: [&str; 16] = [
    "doubleclick",
    "adsense",
    "taboola",
    "outbrain",
    "mgid",
    "a9",
    "criteo",
    "yandex",
    "revcontent",
    "teads",
    "dable",
    "popin",
    "adform",
    "adfox",
    "smartadserver",
    "zergnet",
];
/// Words in the names of elements that are there for an advertisement. A label beside such an element is more likely
/// one.
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

/// The edits that hide a page's slots, each with all that it holds.
pub fn find(page: &Page, story: &[usize]) -> Vec<Edit> {
    let Page { snapshot, blocks, .. } = *page;
    let mut edits: Vec<Edit> = Vec::new();
    let mut node = NodeId::ROOT;
    while node.index() < snapshot.len() {
        let end = snapshot.end(node);
        // What a reader writes, and what a programmer shows, may hold anything. A form may be the whole page.
        if edit::is_field(snapshot, node) || matches!(snapshot.tag(node), Tag::Pre | Tag::Code) {
            node = end;
            continue;
        }
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
            asks: None,
        });
        node = end;
    }
    edits
}

/// Whether a block is running text with few links, which no advertisement has.
fn is_story(page: &Page, block: usize, slot: NodeId) -> bool {
    /// In a network's box only a text of so many words is the story's: those of advertisements are shorter.
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
    let custom = || snapshot.tag(node) == Tag::Other;
    snapshot.attributes(node).any(|(name, value)| match name {
        Attr::Class | Attr::Id => value.split_ascii_whitespace().any(is_networks),
        Attr::Type => custom() && TYPES.contains(&value),
        _ => false,
    })
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

/// The largest element around a slot that holds nothing else: the frame that takes the space in the page.
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

/// Whether an element's class, id or label names an advertisement.
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

/// Whether an empty element or a frame stands in the same box as a line, or right after the line.
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
    use super::super::testing::{AFTER, BEFORE, TITLE, article, page, places, story};
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

    #[test]
    fn names_of_networks() {
        for (name, expected) in [
            ("adsbygoogle", true),
            ("AdsByGoogle-42", true),
            ("div-gpt-ad-77-1", true),
            ("adsby", false),
            ("my-adsbygoogle", false),
            ("M12345ScriptRootC6789", true),
            ("m12345ScriptRootC6789", false),
            ("M12345Script", false),
            ("ScriptRootC", false),
            ("Map", false),
            ("", false),
        ] {
            assert_eq!(is_networks(name), expected, "{name}");
        }
    }

    #[test]
    fn elements_made_for_advertisements() {
        let goes = "slot.network 0.99 Hide Boats";
        for (markup, expected) in [
            ("<div class=adsbygoogle>Boats</div>", goes),
            ("<div class='top adsbygoogle'>Boats</div>", goes),
            ("<div id=taboola-below>Boats</div>", goes),
            ("<div title=adsbygoogle>Boats</div>", ""),
            ("<div class=ad>Boats</div>", ""),
            ("<iframe src=https://ad.doubleclick.net/a></iframe>", "slot.network 0.99 Hide "),
            ("<iframe src=https://boats.example/a></iframe>", ""),
            ("<iframe></iframe>", ""),
            ("<img src=https://ad.doubleclick.net/a>", ""),
            ("<a href=https://ad.doubleclick.net/a>Boats</a>", goes),
            ("<a src=https://ad.doubleclick.net/a>Boats</a>", ""),
            ("<span href=https://ad.doubleclick.net/a>Boats</span>", ""),
        ] {
            let expected: &[&str] = if expected.is_empty() { &[] } else { &[expected] };
            check(markup, expected);
        }
        // One in another goes with it.
        check(
            "<div class=adsbygoogle>Boats <div class=mgbox>Quays</div></div>",
            &["slot.network 0.99 Hide Boats Quays"],
        );
        check(
            "<div class=adsbygoogle>Boats</div><div class=mgbox>Quays</div>",
            &[goes, "slot.network 0.99 Hide Quays"],
        );
    }

    #[test]
    fn what_holds_the_story_is_no_slot() {
        let words = |count: usize| vec!["quays"; count].join(" ");
        let goes = |markup: String| !story(&markup).is_empty();
        // In a network's box, forty words with less than three tenths of them in links.
        let network = |count: usize, linked: usize, last: &str| {
            let link = if linked > 0 { format!("{last} <a href=/a>{}</a>", words(linked)) } else { String::new() };
            goes(format!("<div class=adsbygoogle>{}{link}</div>", words(count - linked)))
        };
        assert!(network(39, 0, ""));
        assert!(!network(40, 0, ""));
        assert!(!network(40, 12, "es"));
        assert!(network(40, 12, "e"));
        assert!(network(40, 13, ""));
        assert!(network(39, 11, ""));
        // Around a link, eight words with less than half of them in links.
        let ad = "https://ad.doubleclick.net/a";
        let around = |count: usize, linked: usize, last: &str| {
            goes(format!("<p>{}{last} <a href={ad}>{}</a></p>", words(count - linked), words(linked)))
        };
        assert!(around(7, 1, ""));
        assert!(!around(8, 1, ""));
        assert!(!around(8, 4, "es"));
        assert!(around(8, 4, "e"));
        assert!(around(8, 5, ""));
        // A block inside of a link.
        let inside = |count: usize| !story(&format!("<a href={ad}><div>{}</div></a>", words(count))).is_empty();
        assert!(inside(7));
        assert!(inside(8));
        // The text after a link is not in it.
        assert!(goes(format!("<a href={ad}><div>Boats</div></a>{}", words(8))));
        // The story's own element, and what stands outside of the story.
        let all = format!("<article class=adsbygoogle><h1>{TITLE}</h1><p>{BEFORE}</p><p>{AFTER}</p></article>");
        assert_eq!(page(&all), [""; 0]);
        let around = format!("<div class=adsbygoogle><article><h1>{TITLE}</h1><p>{BEFORE}</p></article></div>");
        assert_eq!(page(&around), [""; 0]);
        let outside = format!("<div class=adsbygoogle>{}</div>{}", words(40), article(""));
        assert_eq!(page(&outside).len(), 1);
    }

    #[test]
    fn its_frame_goes_along() {
        let slot = "<ins class=adsbygoogle>Boats</ins>";
        for (markup, tag) in [
            (slot.to_owned(), "Ins"),
            (format!("<div>{slot}</div>"), "Div"),
            (format!("<section><div>{slot}</div><div></div></section>"), "Section"),
            (format!("<div>{slot} now</div>"), "Ins"),
            (format!("<div>now {slot}</div>"), "Ins"),
            (format!("<div><img src=a.jpg>{slot}</div>"), "Ins"),
            (format!("<div>{slot}<iframe></iframe></div>"), "Ins"),
            (format!("<table><tr><td><div>{slot}</div></table>"), "Div"),
        ] {
            let found = places(&article(&markup));
            assert_eq!(found, [format!("{tag}: Boats")], "{markup}");
        }
    }

    #[test]
    fn what_stands_beside_a_label() {
        let beside = |markup: &str| {
            let found = story(markup);
            found.iter().any(|edit| edit.starts_with("label.lone 0.99") || edit.starts_with("label.lone 1.1"))
        };
        for (markup, expected) in [
            // In the same box.
            ("<div>Sponsored<div></div></div>", true),
            ("<div><div></div>Sponsored</div>", true),
            ("<div>Sponsored<span></span></div>", true),
            ("<div>Sponsored<img src=a.jpg></div>", true),
            ("<div>Sponsored<iframe></iframe></div>", true),
            ("<div>Sponsored<b></b></div>", false),
            ("<div><p>Sponsored</p><div><b></b></div></div>", true),
            // Right after it.
            ("<p>Sponsored</p><div></div>", true),
            ("<p>Sponsored</p><ins></ins>", true),
            ("<p>Sponsored</p><iframe></iframe>", true),
            ("<p>Sponsored</p><figure></figure>", true),
            ("<p>Sponsored</p><span></span>", false),
            ("<p>Sponsored</p><img src=a.jpg>", false),
            ("<p>Sponsored</p><div><img src=a.jpg></div>", false),
            ("<p>Sponsored</p><div>Boats</div>", false),
            ("<p>Sponsored</p><p></p>", false),
            ("<div></div><p>Sponsored</p>", false),
            ("<section><p>Sponsored</p><p>Boats</p></section><div></div>", false),
        ] {
            assert_eq!(beside(markup), expected, "{markup}: {:?}", story(markup));
        }
        // Not what follows the box that holds the line's box.
        let boxes = format!(
            "<article><h1>{TITLE}</h1><p>{BEFORE}</p><div><p>{AFTER}</p><p>Sponsored</p></div><div></div><p>{AFTER}</p></article>"
        );
        assert_eq!(page(&boxes), ["label.lone 0.80 Hide Sponsored"]);
        // Nothing comes after the last one.
        let last = format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p><p>Sponsored</p></article>");
        assert_eq!(page(&last), ["label.lone 0.75 Hide Sponsored"]);
    }

    #[test]
    fn names_of_elements() {
        for (attribute, expected) in [
            ("class='box ad top'", true),
            ("class=ad-box", true),
            ("class=AD_BOX", true),
            ("id=top-banner", true),
            ("aria-label='Sponsored links'", true),
            ("class=reklam", true),
            ("class=adsbygoogle", true),
            ("class=header", false),
            ("class=addition", false),
            ("title=ad", false),
            ("", false),
        ] {
            let snapshot = crate::html::snapshot(&format!("<div {attribute}>Boats</div>"), "");
            let div = snapshot.nodes().find(|node| snapshot.tag(*node) == Tag::Div).unwrap();
            assert_eq!(is_named(&snapshot, div), expected, "{attribute}");
        }
    }
}
