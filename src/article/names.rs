//! What elements are called: classes, ids, roles and tag names as evidence, weighed by a learned table.

use rustc_hash::FxHashMap as HashMap;

use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// The weights of the names on the way from the root to an element.
#[derive(Clone, Copy, Debug, Default)]
pub struct Path {
    /// The sum of the element's own names' weights.
    pub own: f32,
    /// The lowest sum of any element on the way.
    pub least: f32,
    /// The highest.
    pub most: f32,
    /// All of them together.
    pub sum: f32,
}

/// For each node, the weights on its way; text nodes have their parent's.
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

/// All tokens of one element, for counting.
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

/// The words of a name, cut where case, digits or punctuation part them; hashed, and told apart by nothing else: a class
/// `share` and an id `share` say the same.
fn tokens(_: Attr, value: &str, mut each: impl FnMut(u32)) {
    let bytes = value.as_bytes();
    let mut start = 0;
    let mut emit = |word: &[u8]| {
        // One letter or a hash of twenty tells nothing.
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

/// FNV-1a of the word in lower case, 28 bits.
fn hash(word: &[u8]) -> u32 {
    let hash = word
        .iter()
        .fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte.to_ascii_lowercase())).wrapping_mul(0x0100_0193));
    hash & 0x0FFF_FFFF
}
