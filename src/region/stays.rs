//! What stays at every level: the story, its head, and what belongs to both.
//!
//! The story's own blocks are known ([`Found`]). What stands in their midst and looks like running text, a caption, a table
//! or a quotation stays as well, whether or not it was taken for the story: a paragraph lost is worse than ten boxes left.

use std::ops::Range;

use super::label::{self, Label};
use super::names::Names;
use super::zone::Zone;
use crate::article::Found;
use crate::block::Block;
use crate::flaw::Flaws;
use crate::flaw::catalogue::{self, Kind};
use crate::flaw::slot;
use crate::language::{key, word};
use crate::metadata::Metadata;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// Running text that stays though it was not taken for the story has so many words and less than this in links.
const PROSE: u32 = 8;
const PROSE_LINKED: f32 = 0.5;
/// How likely it must be the story's: amid the story, and before or after it.
const LIKELY_WITHIN: f32 = 0.01;
const LIKELY_BESIDE: f32 = 0.1;
/// How likely any other text must be, wherever it stands.
const LIKELY_ANY: f32 = 0.25;
/// A link that is a headline: so much of it, and so many words.
const LINK: f32 = 0.75;
const TITLE: u32 = 5;
/// A line of the head (a date, a name, a place) and of the story's tail (a credit, an agency) has no more words.
const MAX_LINE: u32 = 14;
const MAX_TAIL: u32 = 30;
const MAX_KICKER: u32 = 8;
/// A caption has no more words.
const MAX_CAPTION: u32 = 70;
/// The head's lines are looked for no further from the headline and from the story, in blocks.
const HEAD: usize = 25;
const KICKER: usize = 4;
const TAIL: usize = 4;
const PAYWALL: usize = 40;
/// Elements around a line whose names are asked for.
const AROUND: usize = 5;
/// Pixels of a picture that is a sign and no picture.
const SIGN: u32 = 60;

pub struct Stays {
    /// For each block, whether it stays.
    pub blocks: Vec<bool>,
    /// For each node, whether it is a picture, film or frame that stays.
    pub nodes: Vec<bool>,
    pub head: NodeId,
    pub story: Range<NodeId>,
}

struct Finder<'a> {
    snapshot: &'a Snapshot,
    blocks: &'a [Block],
    found: &'a Found,
    head: NodeId,
    story: Range<NodeId>,
    headline: Option<usize>,
    names: &'a [Names],
    labels: &'a [Option<Label>],
}

pub fn find(
    snapshot: &Snapshot,
    blocks: &[Block],
    found: &Found,
    flaws: &Flaws,
    metadata: &Metadata,
    names: &[Names],
    labels: &[Option<Label>],
) -> Stays {
    let mut stays = vec![false; blocks.len()];
    for &i in found.blocks.iter().filter(|i| !flaws.cuts[**i].whole) {
        stays[i] = true;
    }
    let first = stays.iter().position(|is| *is).unwrap_or_default();
    let last = stays.iter().rposition(|is| *is).unwrap_or_default();
    let story = match blocks.is_empty() {
        true => NodeId::ROOT..NodeId::ROOT,
        false => blocks[first].nodes().start..blocks[last].nodes().end,
    };
    let headline = found.headline.or(metadata.headline).filter(|i| *i <= first);
    let about = metadata.about.iter().copied().filter(|i| *i < first && first - i <= HEAD);
    let top = headline.or(about.min()).unwrap_or(first);
    let head = blocks.get(top).map_or(NodeId::ROOT, |block| block.nodes().start).min(story.start);
    let about = metadata.about.iter().filter(|i| **i < first);
    for &i in found.headline.iter().chain(&metadata.headline).chain(about) {
        stays[i] = true;
    }
    let finder = Finder { snapshot, blocks, found, head, story, headline, names, labels };
    let mut kickers = 0;
    let mut is_talk = false;
    for i in 0..blocks.len() {
        if stays[i] && found.blocks.binary_search(&i).is_ok() && finder.is_named_clutter(i) {
            stays[i] = false;
            continue;
        }
        is_talk |= i > last && labels[i] == Some(Label::Comments);
        if is_talk {
            continue;
        }
        if stays[i] || blocks[i].hidden || flaws.cuts[i].whole {
            continue;
        }
        let is_kicker = i < top && top - i <= KICKER && kickers < 2 && finder.is_kicker(i);
        kickers += usize::from(is_kicker);
        stays[i] = is_kicker
            || match finder.zone(i) {
                Zone::Before => finder.is_prose(i, LIKELY_BESIDE),
                Zone::Head => i - top <= HEAD && finder.is_of_head(i),
                Zone::Within => finder.is_within(i) || finder.is_paywall(i),
                // Dates of cards are about other stories.
                Zone::After if metadata.about.binary_search(&i).is_ok() => i - last <= TAIL / 2 && !finder.is_teased(i),
                Zone::After if i - last <= PAYWALL && finder.is_paywall(i) => true,
                Zone::After => finder.is_prose(i, LIKELY_BESIDE) || i - last <= TAIL && finder.is_tail(i, last),
            };
    }
    let nodes = snapshot.nodes().map(|node| finder.is_picture(node)).collect();
    Stays { blocks: stays, nodes, head: finder.head, story: finder.story }
}

impl Finder<'_> {
    fn zone(&self, i: usize) -> Zone {
        let node = self.blocks[i].nodes().start;
        match node {
            _ if node < self.head => Zone::Before,
            _ if node < self.story.start => Zone::Head,
            _ if node < self.story.end => Zone::Within,
            _ => Zone::After,
        }
    }

    fn words(&self, i: usize) -> u32 {
        word::count(&self.blocks[i].text)
    }

    fn is_prose(&self, i: usize, likely: f32) -> bool {
        let block = &self.blocks[i];
        block.link_density() < PROSE_LINKED
            && (self.found.likely[i] >= LIKELY_ANY && (self.zone(i) == Zone::Within || !self.is_clutter(i))
                || self.found.likely[i] >= likely
                    && self.words(i) >= PROSE
                    && !self.is_clutter(i)
                    && (self.zone(i) == Zone::Within || !self.is_teased(i)))
    }

    /// Whether a text stands right under a link that is a headline, in the same box: the beginning of another story.
    fn is_teased(&self, i: usize) -> bool {
        let Some(before) = self.blocks[..i].iter().rev().find(|block| !block.hidden) else { return false };
        let is_title = before.link_density() >= LINK && word::count(&before.text) >= TITLE;
        let mut boxes = self.snapshot.ancestry(self.blocks[i].element).skip(1).take(2);
        is_title
            && boxes.any(|node| {
                self.snapshot.contains(node, before.element) && !self.snapshot.contains(node, self.story.start)
            })
    }

    /// Whether a short line is a known label in a box that is called the same.
    fn is_named_clutter(&self, i: usize) -> bool {
        self.words(i) <= MAX_LINE && self.labels[i].is_some() && {
            let others = [Names::SHARE, Names::RELATED, Names::PROMOTION, Names::COMMENTS];
            let named = |node| others.iter().any(|other| self.names(node).has(*other));
            self.around(self.blocks[i].element).any(named)
        }
    }

    fn is_within(&self, i: usize) -> bool {
        let block = &self.blocks[i];
        if self.is_prose(i, LIKELY_WITHIN) || self.is_caption(i) {
            return true;
        }
        let around = |tag: Tag| matches!(tag, Tag::Blockquote | Tag::Pre | Tag::Code | Tag::Table | Tag::Dl);
        let holder = self.around(block.element).find(|node| around(self.snapshot.tag(*node)));
        holder.is_some_and(|node| self.snapshot.contains(self.found.node, node)) && !self.is_clutter(i)
    }

    /// Between the headline and the story: a standfirst, a byline, a date, a caption.
    fn is_of_head(&self, i: usize) -> bool {
        let block = &self.blocks[i];
        if self.is_caption(i) || self.around(block.element).any(|node| self.names(node).has(Names::HEAD)) {
            return true;
        }
        let is_line = self.words(i) <= MAX_LINE || self.snapshot.tag(block.element).heading().is_some();
        block.link_density() < PROSE_LINKED && (is_line || self.words(i) >= PROSE) && !self.is_clutter(i)
    }

    /// A short line right over the headline, in the same box.
    fn is_kicker(&self, i: usize) -> bool {
        let Some(headline) = self.headline.map(|i| self.blocks[i].element) else { return false };
        let block = &self.blocks[i];
        let beside = self.snapshot.parent(block.element) == self.snapshot.parent(headline)
            || (self.snapshot.ancestry(headline).skip(1).take(3))
                .take_while(|node| !self.snapshot.contains(*node, self.story.start))
                .any(|node| self.snapshot.contains(node, block.element));
        beside
            && self.words(i) <= MAX_KICKER
            && !self.around(block.element).any(|node| self.names(node).has(Names::SITE))
            && !self.is_clutter(i)
    }

    /// Right after the story, in the same element: a credit, an agency, a correction.
    fn is_tail(&self, i: usize, last: usize) -> bool {
        let block = &self.blocks[i];
        if self.words(i) <= MAX_LINE && self.around(block.element).any(|node| self.names(node).has(Names::HEAD)) {
            return true;
        }
        let holder = self.snapshot.parent(self.blocks[last].element).unwrap_or_default();
        let beside = self
            .snapshot
            .ancestry(block.element)
            .take(2)
            .any(|node| self.snapshot.parent(node) == Some(holder) && node != holder);
        beside && self.words(i) <= MAX_TAIL && block.link_density() < PROSE_LINKED && !self.is_clutter(i)
    }

    /// The site's word that the story is cut here: without it a cut story looks whole.
    fn is_paywall(&self, i: usize) -> bool {
        let text = &self.blocks[i].text;
        let is_said = || catalogue::is(Kind::Paywall, &key::words(text)) && !label::speaks_of_cookies(text);
        self.words(i) <= MAX_TAIL
            && self.blocks[i].link_density() < PROSE_LINKED
            && (self.around(self.blocks[i].element).any(|node| self.names(node).has(Names::PAYWALL)) || is_said())
    }

    /// What stands in a figure, or right after a picture.
    fn is_caption(&self, i: usize) -> bool {
        let block = &self.blocks[i];
        let is_figure = |node: NodeId| matches!(self.snapshot.tag(node), Tag::Figure | Tag::Figcaption);
        block.link_density() < PROSE_LINKED
            && self.words(i) <= MAX_CAPTION
            && (block.after_media && self.words(i) > 1 || self.around(block.element).any(is_figure))
            && !self.is_clutter(i)
    }

    /// Whether a line says of itself, or the elements around it are called, what is no story.
    fn is_clutter(&self, i: usize) -> bool {
        let block = &self.blocks[i];
        let words = key::words(&block.text);
        let known = |kind| catalogue::whole(kind, &words);
        if self.words(i) <= MAX_LINE && (known(Kind::Ad) || known(Kind::Related) || known(Kind::Share)) {
            return true;
        }
        let others = [
            Names::SHARE,
            Names::RELATED,
            Names::PROMOTION,
            Names::COMMENTS,
            Names::CONSENT,
            Names::OVER,
            Names::DIALOG,
            Names::TAGS,
        ];
        self.around(block.element).any(|node| {
            let names = self.names(node);
            others.iter().any(|other| names.has(*other)) || slot::is_named(self.snapshot, node) || self.subscribes(node)
        })
    }

    /// Whether an element asks for an address.
    fn subscribes(&self, node: NodeId) -> bool {
        self.snapshot.tag(node) == Tag::Form
            && self.snapshot.descendants(node).any(|inner| self.snapshot.attribute(inner, Attr::Type) == Some("email"))
    }

    /// An element and those around it, up to one that holds the headline or the story.
    fn around(&self, node: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let headline = self.headline.map(|i| self.blocks[i].element);
        let holds = move |node: NodeId| {
            self.snapshot.contains(node, self.story.start)
                || self.snapshot.contains(node, self.found.node)
                || headline.is_some_and(|headline| self.snapshot.contains(node, headline))
        };
        self.snapshot.ancestry(node).take_while(move |node| !holds(*node)).take(AROUND)
    }

    fn names(&self, node: NodeId) -> Names {
        self.names[node.index()]
    }

    /// Pictures, films and frames between the headline and the story's end that lead to no other page.
    fn is_picture(&self, node: NodeId) -> bool {
        let tag = self.snapshot.tag(node);
        let is_media = tag.is_media() && tag != Tag::Svg || matches!(tag, Tag::Textarea | Tag::Table | Tag::Hr);
        if !is_media || node < self.head || node >= self.story.end {
            return false;
        }
        if matches!(tag, Tag::Table | Tag::Hr) {
            return false;
        }
        let pixels = |name| self.snapshot.attribute(node, name).and_then(|value| value.parse::<u32>().ok());
        if [Attr::Width, Attr::Height].into_iter().filter_map(pixels).any(|pixels| pixels <= SIGN) {
            return false;
        }
        let mut is_figure = false;
        for around in self.around(node) {
            let names = self.names(around);
            let others = [Names::SHARE, Names::RELATED, Names::PROMOTION, Names::COMMENTS, Names::CONSENT];
            if others.iter().any(|other| names.has(*other)) || slot::is_named(self.snapshot, around) {
                return false;
            }
            is_figure |= self.snapshot.tag(around) == Tag::Figure;
            if self.snapshot.tag(around) == Tag::A && !is_picture_address(self.snapshot, around) {
                return false;
            }
        }
        is_figure || !self.is_of_card(node)
    }

    /// Whether the words beside a picture are a link.
    fn is_of_card(&self, node: NodeId) -> bool {
        for around in self.around(node).skip(1).take(3) {
            let before = |node: NodeId| self.blocks.partition_point(|block| block.nodes().start < node);
            let (mut words, mut linked) = (0, 0.0);
            for block in self.blocks[before(around)..before(self.snapshot.end(around))].iter().filter(|b| !b.hidden) {
                words += block.text.len();
                linked += block.link_bytes as f32;
            }
            if words > 0 {
                return linked / words as f32 > 0.5;
            }
        }
        false
    }
}

/// Whether a link leads to a picture, the same one in large.
fn is_picture_address(snapshot: &Snapshot, link: NodeId) -> bool {
    let address = snapshot.attribute(link, Attr::Href).unwrap_or_default();
    let path = address.split(['?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    path.is_empty() || [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif"].iter().any(|end| path.ends_with(end))
}
