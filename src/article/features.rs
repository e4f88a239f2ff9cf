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
pub mod number;
mod text;

use claimed::{Claimed, words};
use number::{ln, measures, truth};
use text::{Text, text};

measures! {
    /// What is measured of one block at its first look. Counts are logarithms ([`ln`]), shares 0 to 1, and what is or is not
    /// so 1 or 0. A *group* of a block is an element around it that holds more blocks than the one below it: what only
    /// wraps a block is passed over, so that a paragraph in three `div`s is measured as one in a `p`.
    Row {
        /// Words, stops, and stops a word.
        words, stops, stops_per_word,
        /// What the text ends with: 0 a letter, 1 a colon, 1.5 a comma, 2 an ellipsis, 3 a stop.
        ends,
        /// The share of it inside of links.
        link,
        /// Digits a letter.
        digits,
        /// Signs of menus and footers.
        furniture,
        /// What it starts with: 1 an opening quotation mark, 2 a dash or bullet, 3 a digit.
        starts,
        /// See [`kind`].
        kind,
        /// 1 to 6 for a heading.
        heading,
        /// Groups around it.
        depth,
        /// Groups up to the nearest `<article>`; 20 where there is none.
        to_article,
        /// What stands around it, whether by tag or by role.
        in_main, in_aside, in_nav, in_footer, in_header, in_form, in_figure, in_list, in_table, in_section, in_link,
        in_quote,
        /// The weights of the names on the way to it; see [`names::Path`].
        name, least_name, most_name, names,
        /// Inside of microdata's `articleBody`.
        in_body,
        /// The share of the page's words before it.
        before,
        /// Whether it stands after the headline, and how many words after; -1 where there is no headline.
        after_headline, since_headline,
        /// Its neighbours.
        words_before, link_before, ends_before, same_before, words_after, link_after, ends_after, same_after,
        prose_2_before, prose_2_after,
        /// Its smallest group: blocks, prose, share of words in links, share of the page's prose; then the next two.
        group_blocks, group_prose, group_link, group_share, group_2_share, group_2_link, group_3_share,
        /// The blocks of the same tags and names, all over the page.
        alike_blocks, alike_words, alike_link,
        /// The share of its word pairs in the body and in the description that the page's metadata claims.
        claimed, described,
        /// The share of its words that the headline has.
        titled,
        /// A picture stands right before it.
        after_media,
        /// The page: its words, and the share of them in links.
        page_words, page_link,
        /// The deepest element that holds nearly all prose: its share, and groups from the block to it.
        best_share, to_best,
        /// A time of day or a year, in it and in its neighbours.
        time, time_before, time_after,
        /// Other blocks with the very same text.
        copies,
        /// The share of the page's words, and of its prose, that its like have.
        alike_share, alike_prose,
        /// Its neighbours' levels as headings.
        heading_before, heading_after,
        /// A head over an aside (1) or at a story's end (2), here and right before.
        head, head_before,
        /// Words since the last line that ends a story, opens an aside, is a heading.
        since_end, since_aside, since_heading,
        /// The weights of its two smallest groups' own names.
        group_name, group_2_name,
        /// The share of its group's words before it.
        before_in_group,
        /// The share of its like, and of its group, that have a time.
        alike_timed, group_timed,
    }
}

/// How many groups are looked at around a block.
pub const GROUPS: usize = 4;

/// What was measured of a page.
pub struct Measured {
    /// The places of the visible blocks.
    pub blocks: Vec<usize>,
    /// For each visible block, its numbers.
    pub rows: Vec<Row>,
    /// For each visible block, its length in words.
    pub words: Vec<f32>,
    /// For each visible block, a number that it shares with the blocks whose element and two smallest groups have the same
    /// tags and classes.
    pub shape: Vec<u32>,
    /// For each of them, its groups, the smallest first; the page itself where there are no more.
    pub groups: Vec<[NodeId; GROUPS]>,
    /// For each node, the groups around it: how deep it stands, without what only wraps.
    pub depths: Vec<f32>,
}

/// What an element holds: words, words in links, words of prose, blocks, and blocks with a time or year.
#[derive(Clone, Copy, Default)]
struct Held {
    words: f32,
    linked: f32,
    prose: f32,
    blocks: f32,
    timed: f32,
}

/// Flags for the kinds of elements that a block stands in.
mod around {
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
    let held = held(snapshot, blocks, &visible, &texts);
    let all = held.first().copied().unwrap_or_default();
    let (broader, depths) = groups(snapshot, &held);
    let groups: Vec<[NodeId; GROUPS]> = (visible.iter())
        .map(|&i| {
            let element = blocks[i].element;
            let smallest = if held[element.index()].blocks > 1.0 { element } else { broader[element.index()] };
            let mut groups = [smallest; GROUPS];
            for level in 1..GROUPS {
                groups[level] = broader[groups[level - 1].index()];
            }
            groups
        })
        .collect();
    let around = surroundings(snapshot);
    let (shape, shapes) = shapes(snapshot, blocks, &visible, &groups, &texts);
    let headline = metadata.headline.and_then(|i| visible.binary_search(&i).ok());
    let headline_words: HashSet<u32> = words(&metadata.title).collect();
    let claimed = Claimed::new(&metadata.body);
    let described = Claimed::new(&metadata.description);
    let best = best_parent(snapshot, &held);
    let best_share = best.map_or(0.0, |best| held[best.index()].prose / all.prose.max(1.0));
    let mut before = 0.0;
    let mut since = 0.0;
    // The words since the last line that says that a story has ended, since the last that stands over a box, and since
    // the last heading; [`NEVER`] until there was one.
    let (mut since_end, mut since_aside, mut since_heading) = (NEVER, NEVER, NEVER);
    let mut before_in_group: HashMap<NodeId, f32> = HashMap::default();
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
        let group = |n: usize| held[groups[place][n].index()];
        let group_name = |n: usize| paths[groups[place][n].index()].own;
        let (around, path) = (around[element.index()], paths[element.index()]);
        let is = |flag: u16| truth(around.flags & flag != 0);
        let depth = depths[element.index()];
        let up_to = |ancestor: NodeId| (depth - depths[ancestor.index()]).min(FAR);
        let of_shape = shapes[&shape[place]];
        // The nearest element around both.
        let with_best = best.map(|best| snapshot.ancestry(element).find(|node| snapshot.contains(*node, best)));
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
        let in_group = before_in_group.entry(groups[place][0]).or_default();
        let before_in_group = *in_group;
        *in_group += own.words;
        rows.push(Row {
            words: ln(own.words),
            stops: ln(own.stops),
            stops_per_word: own.stops / own.words.max(1.0),
            ends: own.ends,
            link: own.link,
            digits: own.digits / own.letters.max(1.0),
            furniture: own.furniture,
            starts: own.starts,
            kind: kind(tag),
            heading: tag.heading().unwrap_or(0) as f32,
            depth,
            to_article: around.article.map_or(FAR, up_to),
            in_main: is(around::MAIN),
            in_aside: is(around::ASIDE),
            in_nav: is(around::NAV),
            in_footer: is(around::FOOTER),
            in_header: is(around::HEADER),
            in_form: is(around::FORM),
            in_figure: is(around::FIGURE),
            in_list: is(around::LIST),
            in_table: is(around::TABLE),
            in_section: is(around::SECTION),
            in_link: is(around::LINK),
            in_quote: is(around::QUOTE),
            name: path.own,
            least_name: path.least,
            most_name: path.most,
            names: path.sum,
            in_body: is(around::BODY),
            before: before / all.words.max(1.0),
            after_headline: headline.map_or(-1.0, |headline| truth(place > headline)),
            since_headline: headline.map_or(-1.0, |headline| if place > headline { ln(since) } else { -1.0 }),
            words_before: ln(at(-1).words),
            link_before: at(-1).link,
            ends_before: at(-1).ends,
            same_before: same(-1),
            words_after: ln(at(1).words),
            link_after: at(1).link,
            ends_after: at(1).ends,
            same_after: same(1),
            prose_2_before: ln(at(-2).words * (1.0 - at(-2).link)),
            prose_2_after: ln(at(2).words * (1.0 - at(2).link)),
            group_blocks: ln(group(0).blocks),
            group_prose: ln(group(0).prose),
            group_link: group(0).linked / group(0).words.max(1.0),
            group_share: group(0).prose / all.prose.max(1.0),
            group_2_share: group(1).prose / all.prose.max(1.0),
            group_2_link: group(1).linked / group(1).words.max(1.0),
            group_3_share: group(2).prose / all.prose.max(1.0),
            alike_blocks: ln(of_shape.blocks),
            alike_words: ln(of_shape.words / of_shape.blocks.max(1.0)),
            alike_link: of_shape.linked / of_shape.words.max(1.0),
            claimed: claimed.share(&block.text),
            described: described.share(&block.text),
            titled: title_share,
            after_media: truth(block.after_media),
            page_words: ln(all.words),
            page_link: all.linked / all.words.max(1.0),
            best_share,
            to_best: with_best.flatten().map_or(FAR, up_to),
            time: own.time,
            time_before: at(-1).time,
            time_after: at(1).time,
            copies: ln(own.copies),
            alike_share: of_shape.words / all.words.max(1.0),
            alike_prose: of_shape.prose / all.prose.max(1.0),
            heading_before: at(-1).heading,
            heading_after: at(1).heading,
            head: own.head,
            head_before: at(-1).head,
            since_end: ln(since_end),
            since_aside: ln(since_aside),
            since_heading: ln(since_heading),
            group_name: group_name(0),
            group_2_name: group_name(1),
            before_in_group: before_in_group / group(0).words.max(1.0),
            alike_timed: of_shape.timed / of_shape.blocks.max(1.0),
            group_timed: group(0).timed / group(0).blocks.max(1.0),
        });
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
    Measured { blocks: visible, rows, words, shape, groups, depths }
}

/// How many words it counts as since a line of which the page has shown none so far: more than any story has.
const NEVER: f32 = 1e4;
/// Groups up to something that is not there, and the most that are told apart.
const FAR: f32 = 20.0;

/// For each visible block, how many others of the page have the very same text. Slogans, notices and labels come
/// several times, paragraphs do not.
fn copies(blocks: &[Block], visible: &[usize]) -> Vec<f32> {
    let mut counts: HashMap<&str, f32> = HashMap::default();
    for &i in visible {
        *counts.entry(&blocks[i].text).or_default() += 1.0;
    }
    visible.iter().map(|i| counts[blocks[*i].text.as_str()] - 1.0).collect()
}

/// A tag as a number. Tags that hold stories about as often stand next to each other, so that a tree can part them from
/// the rest by one threshold.
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

/// What stands around a node.
#[derive(Clone, Copy, Default)]
struct Around {
    /// The kinds of elements; see [`around`].
    flags: u16,
    /// The nearest `<article>`.
    article: Option<NodeId>,
}

/// For each node, what stands around it.
#[inline(never)]
fn surroundings(snapshot: &Snapshot) -> Vec<Around> {
    let mut found: Vec<Around> = Vec::with_capacity(snapshot.len());
    for node in snapshot.nodes() {
        let around = snapshot.parent(node).map(|parent| found[parent.index()]).unwrap_or_default();
        let mut own = match snapshot.tag(node) {
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
        let article = if snapshot.tag(node) == Tag::Article { Some(node) } else { around.article };
        found.push(Around { flags: around.flags | own, article });
    }
    found
}

/// For each node, what it holds with all that is inside of it.
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

/// For each node, the nearest element around it that holds more blocks than it does (the page itself has none but itself), and
/// how many such elements there are one in the other.
fn groups(snapshot: &Snapshot, held: &[Held]) -> (Vec<NodeId>, Vec<f32>) {
    let mut broader: Vec<NodeId> = Vec::with_capacity(snapshot.len());
    let mut depths: Vec<f32> = Vec::with_capacity(snapshot.len());
    for node in snapshot.nodes() {
        let (around, depth) = match snapshot.parent(node) {
            None => (node, 0.0),
            Some(parent) if held[parent.index()].blocks > held[node.index()].blocks => {
                (parent, depths[parent.index()] + 1.0)
            }
            Some(parent) => (broader[parent.index()], depths[parent.index()]),
        };
        broader.push(around);
        depths.push(depth);
    }
    (broader, depths)
}

/// The element that holds the page's main text: from the root down, the child with the most prose, as long as it has
/// [`MAIN_SHARE`] of its parent's.
fn best_parent(snapshot: &Snapshot, held: &[Held]) -> Option<NodeId> {
    /// A story's own element holds 0.9 or more of the prose of its parent; of two columns side by side neither holds
    /// more than 0.7.
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

/// For each visible block, a number for the tags and classes of its element and its two smallest groups; and for each such
/// number, what all blocks that have it hold together. Comments and teasers are many of one shape.
#[inline(never)]
fn shapes(
    snapshot: &Snapshot,
    blocks: &[Block],
    visible: &[usize],
    groups: &[[NodeId; GROUPS]],
    texts: &[Text],
) -> (Vec<u32>, HashMap<u32, Held>) {
    let mut all: HashMap<u32, Held> = HashMap::default();
    let shape: Vec<u32> = (visible.iter().zip(groups))
        .map(|(&i, groups)| {
            let look = |node| {
                let class = snapshot.attribute(node, Attr::Class).unwrap_or_default();
                std::iter::once(snapshot.tag(node) as u8).chain(class.bytes())
            };
            fnv32([blocks[i].element, groups[0], groups[1]].into_iter().flat_map(look).map(u32::from))
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
