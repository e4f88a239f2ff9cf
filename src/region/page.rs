//! The page with what the kinds of regions are told by, measured once.

use super::label::{self, Label};
use super::names::{self, Names};
use super::stays;
use super::tally::{Text, Things, sums};
use super::zone::Zone;
use crate::article::Found;
use crate::block::Block;
use crate::flaw::Flaws;
use crate::flaw::catalogue::{self, Kind};
use crate::language::{key, letter, word};
use crate::metadata::Metadata;
use crate::plan::Action;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// A link of so many words may be a headline; those of menus have fewer.
const TITLE: u32 = 5;
/// A line of so many words with little of it in links is running text.
const PROSE: u32 = 10;
const PROSE_LINKED: f32 = 0.4;
/// More of a line than this in links makes it a link.
const LINK: f32 = 0.75;
/// A notice of rights has no more words.
const MAX_RIGHTS: u32 = 60;

/// What the kinds of regions look at.
pub struct Page<'a> {
    pub snapshot: &'a Snapshot,
    pub blocks: &'a [Block],
    /// The headline's first node, and the story's first node and the node after its last.
    pub head: NodeId,
    pub story: std::ops::Range<NodeId>,
    /// The smallest element that holds the whole story.
    pub container: NodeId,
    /// For each node, the node of the element around it that is hidden already, if any.
    gone: Vec<bool>,
    names: Vec<Names>,
    /// For each block, what it says if it is a known label.
    labels: Vec<Option<Label>>,
    texts: Vec<Text>,
    things: Vec<Things>,
}

impl<'a> Page<'a> {
    pub fn new(
        snapshot: &'a Snapshot,
        blocks: &'a [Block],
        found: &'a Found,
        flaws: &Flaws,
        metadata: &Metadata,
    ) -> Self {
        let mut gone = vec![false; snapshot.len()];
        for edit in flaws.edits.iter().filter(|edit| edit.action == Action::Hide && edit.ranges.is_empty()) {
            gone[edit.node.index()] = true;
        }
        let host = host(snapshot.url());
        let names = names::all(snapshot);
        let labels: Vec<Option<Label>> =
            (blocks.iter()).map(|block| if block.hidden { None } else { label::of(&block.text) }).collect();
        let stays = stays::find(snapshot, blocks, found, flaws, metadata, &names, &labels);
        let texts = sums((0..blocks.len()).map(|i| {
            let seen = !blocks[i].hidden && !flaws.cuts[i].whole;
            if seen { text(snapshot, &blocks[i], stays.blocks[i]) } else { Text::default() }
        }));
        let things = sums(snapshot.nodes().map(|node| {
            let own = if snapshot.tag(node) == Tag::Text {
                Things::default()
            } else {
                things(snapshot, node, host, names[node.index()])
            };
            Things { stays: u32::from(stays.nodes[node.index()]), ..own }
        }));
        let Found { node: container, .. } = *found;
        Self { snapshot, blocks, head: stays.head, story: stays.story, container, gone, names, labels, texts, things }
    }

    /// The places of the blocks that begin in an element.
    pub fn inside(&self, node: NodeId) -> std::ops::Range<usize> {
        let before = |node: NodeId| self.blocks.partition_point(|block| block.nodes().start < node);
        before(node)..before(self.snapshot.end(node))
    }

    pub fn text(&self, node: NodeId) -> Text {
        let inside = self.inside(node);
        self.texts[inside.end] - self.texts[inside.start]
    }

    pub fn things(&self, node: NodeId) -> Things {
        self.things[self.snapshot.end(node).index()] - self.things[node.index()]
    }

    /// Whether an element, or what it shows, is hidden already.
    pub fn is_gone(&self, node: NodeId) -> bool {
        self.gone[node.index()]
    }

    pub fn holds_story(&self, node: NodeId) -> bool {
        self.text(node).stays > 0 || self.things(node).stays > 0
    }

    /// Whether no line is partly in an element and partly out of it.
    pub fn is_whole(&self, node: NodeId) -> bool {
        let inside = self.inside(node);
        let end = self.snapshot.end(node);
        let ends = |i: Option<usize>, by: NodeId| i.is_none_or(|i| self.blocks[i].nodes().end <= by);
        ends(inside.start.checked_sub(1), node) && ends(inside.end.checked_sub(1), end)
    }

    /// Whether a reader sees anything of an element.
    pub fn shows(&self, node: NodeId) -> bool {
        let things = self.things(node);
        self.text(node).blocks > 0 || things.media + things.fields + things.buttons > 0
    }

    pub fn children(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let end = self.snapshot.end(node);
        let next = move |child: NodeId| Some(child).filter(|child| *child < end);
        std::iter::successors(next(NodeId(node.0 + 1)), move |child| next(self.snapshot.end(*child)))
    }

    /// The children of an element of which a reader sees anything.
    pub fn parts(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.children(node).filter(|child| !self.is_gone(*child) && self.shows(*child))
    }

    /// Whether all that an element says is hidden already.
    pub fn is_silent(&self, node: NodeId) -> bool {
        self.is_gone(node) || self.text(node).blocks == 0 && !self.inside(node).is_empty()
    }

    /// Whether an element stands in the site's menu, search or footer, which stay.
    pub fn is_furniture(&self, node: NodeId) -> bool {
        self.snapshot.ancestry(node).any(|around| self.is_menu(around) || self.is_footer(around))
    }

    fn is_footer(&self, node: NodeId) -> bool {
        let is =
            self.snapshot.tag(node) == Tag::Footer || self.snapshot.attribute(node, Attr::Role) == Some("contentinfo");
        is && self.zone(node) == Zone::After && !self.snapshot.contains(self.container, node)
    }

    pub fn names(&self, node: NodeId) -> Names {
        self.names[node.index()]
    }

    pub fn zone(&self, node: NodeId) -> Zone {
        if node < self.head {
            Zone::Before
        } else if node < self.story.start {
            Zone::Head
        } else if node < self.story.end {
            Zone::Within
        } else {
            Zone::After
        }
    }

    fn is_menu(&self, node: NodeId) -> bool {
        matches!(self.snapshot.tag(node), Tag::Nav | Tag::Search)
            || self.snapshot.attribute(node, Attr::Role).is_some_and(|role| matches!(role, "navigation" | "search"))
    }

    /// What the first line of an element says if it is a known label, whether or not it is hidden already.
    pub fn label(&self, node: NodeId) -> Option<Label> {
        self.inside(node).find(|i| !self.blocks[*i].hidden).and_then(|i| self.labels[i])
    }

    /// The blocks of an element that a reader sees.
    pub fn seen(&self, node: NodeId) -> impl Iterator<Item = &'a Block> + '_ {
        let texts = &self.texts;
        self.inside(node).filter(|i| texts[i + 1].blocks > texts[*i].blocks).map(|i| &self.blocks[i])
    }
}

fn text(snapshot: &Snapshot, block: &Block, stays: bool) -> Text {
    let words = word::count(&block.text);
    let density = if leads(snapshot, block) { block.link_density() } else { 0.0 };
    let is_link = density >= LINK;
    // Menus stand in one line, too.
    let nodes = block.nodes();
    let links = || (nodes.start.0..nodes.end.0).filter(|node| snapshot.tag(NodeId(*node)) == Tag::A).count() as u32;
    let is_title = is_link && words >= TITLE && words >= TITLE * links();
    let count = |is: bool, count: u32| if is { count } else { 0 };
    Text {
        blocks: 1,
        words,
        linked: (words as f32 * density) as u32,
        links: u32::from(is_link),
        titles: u32::from(is_title),
        title_words: count(is_title, words),
        prose: count(words >= PROSE && density < PROSE_LINKED, words),
        rights: u32::from(is_rights(&block.text, words)),
        stays: u32::from(stays),
    }
}

/// Whether a line holds a link, or is one, that leads anywhere.
fn leads(snapshot: &Snapshot, block: &Block) -> bool {
    /// Elements around a line, at most, within the link that it is.
    const WITHIN: usize = 12;
    let nodes = block.nodes();
    let inside = (nodes.start.0..nodes.end.0).map(NodeId);
    let mut all = inside.chain(snapshot.ancestry(nodes.start).take(WITHIN));
    block.link_bytes > 0
        && all.any(|node| snapshot.tag(node) == Tag::A && snapshot.attribute(node, Attr::Href).is_some())
}

/// Whether a line says whose the page is.
pub fn is_rights(text: &str, words: u32) -> bool {
    words <= MAX_RIGHTS
        && (text.contains('©') || {
            let said = key::words(text);
            said.split(' ').any(|word| word == "copyright") && said.contains(|c: char| letter::is_numeric(c))
                || words <= MAX_RIGHTS / 4 && catalogue::is(Kind::Rights, &said)
        })
}

fn things(snapshot: &Snapshot, node: NodeId, own: &str, names: Names) -> Things {
    let mut things = Things::default();
    let tag = snapshot.tag(node);
    if snapshot.hidden(node) {
        return things;
    }
    let attribute = |name| snapshot.attribute(node, name).unwrap_or_default();
    match tag {
        Tag::A => {
            let address = attribute(Attr::Href);
            let picture = || {
                snapshot.descendants(node).take(12).any(|inner| matches!(snapshot.tag(inner), Tag::Img | Tag::Picture))
            };
            things.pictures = u32::from(picture());
            things.shares = u32::from(shares(address));
            things.channels = u32::from(things.shares == 0 && channel(address, own));
            things.tags = u32::from(attribute(Attr::Rel).split_ascii_whitespace().any(|rel| rel == "tag"));
        }
        Tag::Input => match attribute(Attr::Type) {
            "hidden" | "checkbox" | "radio" => {}
            "submit" | "button" | "image" | "reset" => things.buttons = 1,
            kind => {
                let said = |name| attribute(name).to_ascii_lowercase();
                things.fields = 1;
                things.passwords = u32::from(kind == "password");
                things.emails = u32::from(kind == "email" || said(Attr::Name).contains("mail"));
            }
        },
        Tag::Textarea | Tag::Select => things.fields = 1,
        Tag::Button => things.buttons = 1,
        tag if tag.is_media() && tag != Tag::Svg => things.media = 1,
        _ => {}
    }
    let role = attribute(Attr::Role);
    // A card has a footer of its own.
    let in_card = |tag: Tag| matches!(tag, Tag::Article | Tag::Li | Tag::Section);
    let foots = || !snapshot.ancestry(node).skip(1).take(4).any(|around| in_card(snapshot.tag(around)));
    let site = matches!(tag, Tag::Nav | Tag::Search)
        || tag == Tag::Footer && foots()
        || matches!(role, "navigation" | "search" | "contentinfo" | "banner");
    things.furniture = u32::from(site);
    things.heads = u32::from(names.has(Names::HEAD));
    things
}

/// The host of an address, in which `www.` is nothing.
pub fn host(address: &str) -> &str {
    let host = address.split_once("//").map_or("", |(_, rest)| rest.split(['/', '?', '#', ':']).next().unwrap_or(""));
    host.strip_prefix("www.").unwrap_or(host)
}

/// Hosts of networks, and what their addresses have that take a story to be shared.
const SHARING: [(&str, &str); 22] = [
    ("facebook.com", "share"),
    ("facebook.com", "dialog"),
    ("twitter.com", "intent"),
    ("twitter.com", "share"),
    ("twitter.com", "home"),
    ("x.com", "intent"),
    ("x.com", "share"),
    ("linkedin.com", "share"),
    ("pinterest.com", "create"),
    ("reddit.com", "submit"),
    ("tumblr.com", "share"),
    ("t.me", "share"),
    ("telegram.me", "share"),
    ("wa.me", ""),
    ("whatsapp.com", "send"),
    ("vk.com", "share"),
    ("ok.ru", "share"),
    ("connect.ok.ru", "offer"),
    ("weibo.com", "share"),
    ("line.me", "share"),
    ("flipboard.com", "share"),
    ("bsky.app", "intent"),
];

/// Hosts where sites have channels and apps.
const CHANNELS: [&str; 24] = [
    "facebook.com",
    "twitter.com",
    "x.com",
    "instagram.com",
    "youtube.com",
    "tiktok.com",
    "t.me",
    "telegram.me",
    "whatsapp.com",
    "linkedin.com",
    "pinterest.com",
    "vk.com",
    "ok.ru",
    "threads.net",
    "bsky.app",
    "news.google.com",
    "apps.apple.com",
    "itunes.apple.com",
    "play.google.com",
    "appgallery.huawei.com",
    "dzen.ru",
    "zen.yandex.ru",
    "weibo.com",
    "flipboard.com",
];

fn is_host(host: &str, known: &str) -> bool {
    host.strip_suffix(known).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// Whether a link hands the story to a network or to a mail.
fn shares(address: &str) -> bool {
    if let Some(rest) = address.strip_prefix("mailto:") {
        return rest.starts_with('?');
    }
    if address.starts_with("whatsapp:") || address.starts_with("fb-messenger:") || address.starts_with("viber:") {
        return true;
    }
    let host = host(address);
    let rest = address.split_once(host).map_or("", |(_, rest)| rest);
    !host.is_empty() && SHARING.iter().any(|(known, sign)| is_host(host, known) && rest.contains(sign))
}

fn channel(address: &str, own: &str) -> bool {
    let host = host(address);
    !host.is_empty() && host != own && CHANNELS.iter().any(|known| is_host(host, known))
}
