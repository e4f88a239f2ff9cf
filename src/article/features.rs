//! What is measured of a block and its surroundings, in numbers that mean the same in every script.
//!
//! The shallow features are those of Kohlschütter, Fankhauser and Nejdl 2010 ("Boilerplate detection using shallow text
//! features"); the structural ones are after Readability's shared ancestors and Vogels, Ganea and Eickhoff 2018
//! ("Web2Text: deep structured boilerplate removal").

use rustc_hash::{FxHashMap as HashMap, FxHashSet as HashSet};

use super::names;
use crate::block::Block;
use crate::language::lexicon::fnv32;
use crate::metadata::Metadata;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

mod claimed;
mod number;
mod text;

use claimed::{Claimed, words};
use number::{ln, truth};
use text::{Text, text};

/// How many numbers there are for a block.
pub const COUNT: usize = 78;

/// One block's numbers.
pub type Row = [f32; COUNT];

/// What was measured of a page.
pub struct Measured {
    /// The places of the visible blocks.
    pub blocks: Vec<usize>,
    /// For each of them.
    pub rows: Vec<Row>,
    /// For each of them, its words.
    pub words: Vec<f32>,
    /// For each of them, a number that blocks of the same tags and classes share.
    pub shape: Vec<u32>,
}

/// Prose and links in an element.
#[derive(Clone, Copy, Default)]
struct Held {
    words: f32,
    linked: f32,
    prose: f32,
    blocks: f32,
    timed: f32,
}

/// What kind of elements stand around.
mod around {
    pub const ARTICLE: u16 = 1;
    pub const MAIN: u16 = 2;
    pub const ASIDE: u16 = 4;
    pub const NAV: u16 = 8;
    pub const FOOTER: u16 = 16;
    pub const HEADER: u16 = 32;
    pub const FORM: u16 = 64;
    pub const FIGURE: u16 = 128;
    pub const LIST: u16 = 256;
    pub const TABLE: u16 = 512;
    pub const SECTION: u16 = 1024;
    pub const LINK: u16 = 2048;
    pub const QUOTE: u16 = 4096;
    pub const BODY: u16 = 8192;
}

/// Measures every visible block of a page.
#[inline(never)]
pub fn measure(snapshot: &Snapshot, blocks: &[Block], metadata: &Metadata, weight: &impl Fn(u32) -> f32) -> Measured {
    let visible: Vec<usize> = (0..blocks.len()).filter(|&i| !blocks[i].hidden).collect();
    let copies = copies(blocks, &visible);
    let texts: Vec<Text> = (visible.iter().zip(copies))
        .map(|(&i, copies)| Text {
            copies,
            heading: snapshot.tag(blocks[i].element).heading().unwrap_or(0) as f32,
            ..text(&blocks[i])
        })
        .collect();
    let paths = names::paths(snapshot, weight);
    let (depths, arounds) = surroundings(snapshot);
    let held = held(snapshot, blocks, &visible, &texts);
    let all = held.first().copied().unwrap_or_default();
    let (shape, shapes) = shapes(snapshot, blocks, &visible, &texts);
    let headline = metadata.headline.and_then(|i| visible.binary_search(&i).ok());
    let headline_words: HashSet<u32> = words(&metadata.title).collect();
    let claimed = Claimed::new(&metadata.body);
    let described = Claimed::new(&metadata.description);
    let best = best_parent(snapshot, &held);
    let best_path: HashSet<NodeId> = best.map(|best| snapshot.ancestry(best).collect()).unwrap_or_default();
    let best_share = best.map_or(0.0, |best| held[best.index()].prose / all.prose.max(1.0));
    let mut before = 0.0;
    let mut since = 0.0;
    // Words since the last line that ends a story, that opens a box, that is a heading; many where there was none.
    let (mut since_end, mut since_aside, mut since_heading) = (NEVER, NEVER, NEVER);
    let mut before_in_parent: HashMap<NodeId, f32> = HashMap::default();
    let mut rows = Vec::with_capacity(visible.len());
    for (place, &i) in visible.iter().enumerate() {
        let block = &blocks[i];
        let element = block.element;
        let own = texts[place];
        let near = |offset: isize| place.checked_add_signed(offset).and_then(|place| texts.get(place)).copied();
        let at = |offset: isize| near(offset).unwrap_or_default();
        let same = |offset: isize| {
            let other = place.checked_add_signed(offset).and_then(|place| shape.get(place));
            truth(other == Some(&shape[place]))
        };
        let up: Vec<NodeId> = snapshot.ancestry(element).skip(1).take(3).collect();
        let parent = |n: usize| up.get(n).map_or(all, |node| held[node.index()]);
        let (flags, path) = (arounds[element.index()], paths[element.index()]);
        let is = |flag: u16| truth(flags & flag != 0);
        let of_shape = shapes[&shape[place]];
        let article = snapshot.ancestry(element).take(20).position(|node| snapshot.tag(node) == Tag::Article);
        let to_best = snapshot.ancestry(element).take(20).position(|node| best_path.contains(&node)).unwrap_or(20);
        let tag = snapshot.tag(element);
        let title_share = if headline_words.is_empty() || own.words > 60.0 {
            0.0
        } else {
            let (mut shared, mut all) = (0, 0);
            for word in words(&block.text) {
                all += 1;
                shared += usize::from(headline_words.contains(&word));
            }
            shared as f32 / all.max(headline_words.len()).max(1) as f32
        };
        let in_parent = up.first().map_or(0.0, |node| {
            let words = before_in_parent.entry(*node).or_default();
            let before = *words;
            *words += own.words;
            before
        });
        rows.push([
            ln(own.words),
            ln(own.stops),
            own.stops / own.words.max(1.0),
            own.ends,
            own.link,
            own.digits / own.letters.max(1.0),
            own.furniture,
            own.starts,
            kind(tag),
            tag.heading().unwrap_or(0) as f32,
            depths[element.index()],
            article.unwrap_or(20) as f32,
            is(around::MAIN),
            is(around::ASIDE),
            is(around::NAV),
            is(around::FOOTER),
            is(around::HEADER),
            is(around::FORM),
            is(around::FIGURE),
            is(around::LIST),
            is(around::TABLE),
            is(around::SECTION),
            is(around::LINK),
            is(around::QUOTE),
            path.own,
            path.least,
            path.most,
            path.sum,
            is(around::BODY),
            before / all.words.max(1.0),
            headline.map_or(-1.0, |headline| truth(place > headline)),
            headline.map_or(-1.0, |headline| if place > headline { ln(since) } else { -1.0 }),
            ln(at(-1).words),
            at(-1).link,
            at(-1).ends,
            same(-1),
            ln(at(1).words),
            at(1).link,
            at(1).ends,
            same(1),
            ln(at(-2).words * (1.0 - at(-2).link)),
            ln(at(2).words * (1.0 - at(2).link)),
            ln(parent(0).blocks),
            ln(parent(0).prose),
            parent(0).linked / parent(0).words.max(1.0),
            parent(0).prose / all.prose.max(1.0),
            parent(1).prose / all.prose.max(1.0),
            parent(1).linked / parent(1).words.max(1.0),
            parent(2).prose / all.prose.max(1.0),
            ln(of_shape.blocks),
            ln(of_shape.words / of_shape.blocks.max(1.0)),
            of_shape.linked / of_shape.words.max(1.0),
            claimed.share(&block.text),
            described.share(&block.text),
            title_share,
            truth(block.after_media),
            ln(all.words),
            all.linked / all.words.max(1.0),
            best_share,
            to_best as f32,
            own.time,
            at(-1).time,
            at(1).time,
            ln(own.copies),
            of_shape.words / all.words.max(1.0),
            of_shape.prose / all.prose.max(1.0),
            at(-1).heading,
            at(1).heading,
            own.head,
            at(-1).head,
            ln(since_end),
            ln(since_aside),
            ln(since_heading),
            up.first().map_or(0.0, |node| paths[node.index()].own),
            up.get(1).map_or(0.0, |node| paths[node.index()].own),
            in_parent / parent(0).words.max(1.0),
            of_shape.timed / of_shape.blocks.max(1.0),
            parent(0).timed / parent(0).blocks.max(1.0),
        ]);
        for since in [&mut since_end, &mut since_aside, &mut since_heading] {
            *since += own.words;
        }
        if own.head > 1.0 {
            since_end = 0.0;
        } else if own.head > 0.0 {
            since_aside = 0.0;
        }
        if own.heading > 0.0 {
            since_heading = 0.0;
        }

        before += own.words;
        since += if headline.is_some_and(|headline| place > headline) { own.words } else { 0.0 };
    }
    let words = texts.iter().map(|text| text.words).collect();
    Measured { blocks: visible, rows, words, shape }
}

/// Words since something that has not been seen.
const NEVER: f32 = 1e4;

/// For each block, how many of the page's have the very same text: slogans, notices and labels come again.
fn copies(blocks: &[Block], visible: &[usize]) -> Vec<f32> {
    let mut counts: HashMap<&str, f32> = HashMap::default();
    for &i in visible {
        *counts.entry(&blocks[i].text).or_default() += 1.0;
    }
    visible.iter().map(|i| counts[blocks[*i].text.as_str()] - 1.0).collect()
}

/// Tags by how likely they hold a story, so that one split parts them.
fn kind(tag: Tag) -> f32 {
    match tag {
        Tag::P => 0.0,
        Tag::Blockquote => 1.0,
        Tag::Pre => 2.0,
        Tag::Div | Tag::Section | Tag::Article | Tag::Main | Tag::Body => 3.0,
        Tag::Li | Tag::Dd | Tag::Dt => 4.0,
        Tag::Td | Tag::Th => 5.0,
        Tag::Figcaption | Tag::Caption => 7.0,
        tag if tag.heading().is_some() => 6.0,
        _ => 8.0,
    }
}

/// For each node, its depth and what stands around it.
#[inline(never)]
fn surroundings(snapshot: &Snapshot) -> (Vec<f32>, Vec<u16>) {
    let mut depths: Vec<f32> = Vec::with_capacity(snapshot.len());
    let mut flags: Vec<u16> = Vec::with_capacity(snapshot.len());
    for node in snapshot.nodes() {
        let (depth, around) = match snapshot.parent(node) {
            Some(parent) => (depths[parent.index()] + 1.0, flags[parent.index()]),
            None => (0.0, 0),
        };
        let mut own = match snapshot.tag(node) {
            Tag::Article => around::ARTICLE,
            Tag::Main => around::MAIN,
            Tag::Aside => around::ASIDE,
            Tag::Nav | Tag::Menu => around::NAV,
            Tag::Footer => around::FOOTER,
            Tag::Header => around::HEADER,
            Tag::Form | Tag::Dialog | Tag::Fieldset | Tag::Search => around::FORM,
            Tag::Figure | Tag::Figcaption => around::FIGURE,
            Tag::Ul | Tag::Ol | Tag::Dl => around::LIST,
            Tag::Table => around::TABLE,
            Tag::Section => around::SECTION,
            Tag::A => around::LINK,
            Tag::Blockquote => around::QUOTE,
            _ => 0,
        };
        for (name, value) in snapshot.attributes(node) {
            own |= match (name, value) {
                (Attr::Role, "navigation" | "menu" | "menubar") => around::NAV,
                (Attr::Role, "main") => around::MAIN,
                (Attr::Role, "complementary") => around::ASIDE,
                (Attr::Role, "contentinfo") => around::FOOTER,
                (Attr::Role, "dialog" | "alertdialog" | "search") => around::FORM,
                (Attr::Itemprop, value) if value.contains("articleBody") => around::BODY,
                _ => 0,
            };
        }
        depths.push(depth);
        flags.push(around | own);
    }
    (depths, flags)
}

/// For each element, the prose and the links under it.
fn held(snapshot: &Snapshot, blocks: &[Block], visible: &[usize], texts: &[Text]) -> Vec<Held> {
    let mut held = vec![Held::default(); snapshot.len()];
    for (&i, text) in visible.iter().zip(texts) {
        let own = &mut held[blocks[i].element.index()];
        own.words += text.words;
        own.linked += text.words * text.link;
        own.prose += if text.stops > 0.0 { text.words * (1.0 - text.link) } else { 0.0 };
        own.blocks += 1.0;
        own.timed += text.time;
    }
    for node in (1..snapshot.len()).rev() {
        let own = held[node];
        if own.blocks > 0.0
            && let Some(parent) = snapshot.parent(NodeId(node as u32))
        {
            let around = &mut held[parent.index()];
            around.words += own.words;
            around.linked += own.linked;
            around.prose += own.prose;
            around.blocks += own.blocks;
            around.timed += own.timed;
        }
    }
    held
}

/// The deepest element that holds nearly all the prose of its parent, from the root down.
fn best_parent(snapshot: &Snapshot, held: &[Held]) -> Option<NodeId> {
    /// Stories end up in one child with 0.9 and more of the prose around them; two columns have at most 0.7.
    const MAIN_SHARE: f32 = 0.6;
    let mut container = NodeId::ROOT;
    held.first().filter(|all| all.prose > 0.0)?;
    loop {
        let mut best = NodeId(container.0 + 1);
        let mut child = best;
        while child < snapshot.end(container) {
            if held[child.index()].prose > held[best.index()].prose {
                best = child;
            }
            child = snapshot.end(child);
        }
        if best >= snapshot.end(container)
            || held[best.index()].prose < MAIN_SHARE * held[container.index()].prose
            || held[best.index()].blocks < 2.0
        {
            return Some(container);
        }
        container = best;
    }
}

/// Blocks of the same tags and classes, and what they hold together: comments and teasers repeat.
#[inline(never)]
fn shapes(snapshot: &Snapshot, blocks: &[Block], visible: &[usize], texts: &[Text]) -> (Vec<u32>, HashMap<u32, Held>) {
    let mut all: HashMap<u32, Held> = HashMap::default();
    let shape: Vec<u32> = (visible.iter())
        .map(|&i| {
            let look = |node| {
                let class = snapshot.attribute(node, Attr::Class).unwrap_or_default();
                std::iter::once(snapshot.tag(node) as u8).chain(class.bytes())
            };
            fnv32(snapshot.ancestry(blocks[i].element).take(3).flat_map(look).map(u32::from))
        })
        .collect();
    for (shape, text) in shape.iter().zip(texts) {
        let held = all.entry(*shape).or_default();
        held.blocks += 1.0;
        held.words += text.words;
        held.linked += text.words * text.link;
        held.prose += if text.stops > 0.0 { text.words * (1.0 - text.link) } else { 0.0 };
        held.timed += text.time;
    }
    (shape, all)
}
