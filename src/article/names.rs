//! What elements are called tells what they hold: each word of a class, id, role, `itemprop` or `rel`, and each tag
//! name, has a weight in a learned table.

use rustc_hash::FxHashMap as HashMap;

use crate::language::lexicon::fnv32;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// The weights of the names of an element and of all elements around it, in log odds of story.
#[derive(Clone, Copy, Debug, Default)]
pub struct Path {
    /// The sum of the weights of the element's own names.
    pub own: f32,
    /// The lowest such sum among the element and those around it.
    pub least: f32,
    /// The highest such sum.
    pub most: f32,
    /// The total of the sums of the element and those around it.
    pub sum: f32,
}

/// For each node, the weights of its own names and of those around it. A text node has its parent's.
pub fn paths(snapshot: &Snapshot, weight: &impl Fn(u32) -> f32) -> Vec<Path> {
    let mut paths: Vec<Path> = Vec::with_capacity(snapshot.len());
    // Classes come again and again on a page: each value is looked up once.
    let mut known: HashMap<&str, f32> = HashMap::default();
    for node in snapshot.nodes() {
        let around = snapshot.parent(node).map_or_else(Path::default, |parent| paths[parent.index()]);
        if snapshot.tag(node) == Tag::Text {
            paths.push(around);
            continue;
        }
        let mut own = weight(tag_token(snapshot.tag(node)));
        for (name, value) in named(snapshot, node) {
            own += *known.entry(value).or_insert_with(|| {
                let mut sum = 0.0;
                tokens(name, value, |token| sum += weight(token));
                sum
            });
        }
        let sum = around.sum + own;
        paths.push(Path { own, least: around.least.min(own), most: around.most.max(own), sum });
    }
    paths
}

/// Gives each token of one element to `each`: for the scripts that count in how many pages a token stands.
#[cfg(feature = "html")]
pub fn tokens_of(snapshot: &Snapshot, node: NodeId, mut each: impl FnMut(u32)) {
    each(tag_token(snapshot.tag(node)));
    for (name, value) in named(snapshot, node) {
        tokens(name, value, &mut each);
    }
}

fn named(snapshot: &Snapshot, node: NodeId) -> impl Iterator<Item = (Attr, &str)> {
    (snapshot.attributes(node))
        .filter(|(name, _)| matches!(name, Attr::Class | Attr::Id | Attr::Role | Attr::Itemprop | Attr::Rel))
}

/// A tag is known by its name, so that the model outlives new tags; and told apart from a class of the same name.
fn tag_token(tag: Tag) -> u32 {
    0x1000_0000 | hash(tag.name().as_bytes())
}

/// Gives the hash of each word of a name to `each`. Digits, punctuation, and a capital after a small letter part two
/// words. The attribute makes no difference: a class `share` and an id `share` are the same token.
fn tokens(_: Attr, value: &str, mut each: impl FnMut(u32)) {
    let bytes = value.as_bytes();
    let mut start = 0;
    let mut emit = |word: &[u8]| {
        // A single letter tells nothing, nor does a word as long as the hashes that build tools put into class names.
        if (2..=16).contains(&word.len()) {
            each(hash(word));
        }
    };
    for i in 0..bytes.len() {
        let c = bytes[i];
        let parts = !c.is_ascii_alphabetic();
        let humps = c.is_ascii_uppercase() && i > start && bytes[i - 1].is_ascii_lowercase();
        if parts || humps {
            emit(&bytes[start..i]);
            start = if parts { i + 1 } else { i };
        }
    }
    emit(&bytes[start..]);
}

/// The lower 28 bits of the FNV-1a hash of the word in lower case; the four above tell tags from names.
fn hash(word: &[u8]) -> u32 {
    fnv32(word.iter().map(|byte| u32::from(byte.to_ascii_lowercase()))) & 0x0FFF_FFFF
}
