//! The learned model: names' weights and two rounds of boosted trees (Friedman 2001, "Greedy function approximation: a
//! gradient boosting machine"), as `benches/extraction/train.py` wrote them into `model.bin`, where the layout is told.

use std::sync::LazyLock;

/// The model, unpacked once.
pub static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::unpack(include_bytes!("model.bin")).expect("the model that the training script wrote"));

/// Names' weights and the two rounds.
pub struct Model {
    names: Vec<u32>,
    weights: Vec<f32>,
    /// For a block on its own.
    pub first: Forest,
    /// For a block in its company.
    pub second: Forest,
}

/// Trees whose values add up to the log odds of story.
pub struct Forest {
    /// The root of each tree.
    roots: Vec<u32>,
    nodes: Vec<Node>,
}

/// Goes on to `next` where the feature is no higher than the threshold, else to the node after that. A leaf goes nowhere
/// (`next` is 0) and holds its value as the threshold.
#[derive(Clone, Copy, Default)]
struct Node {
    threshold: f32,
    feature: u16,
    next: u16,
}

/// Scores are no lower: what is so surely no story needs no more trees.
pub const FLOOR: f32 = -4.0;
/// Trees after which a score below [`FLOOR`] stands.
const GLANCE: usize = 48;

impl Model {
    /// What a name says for story, in log odds; 0 for unknown ones.
    pub fn weight(&self, token: u32) -> f32 {
        self.names.binary_search(&token).map_or(0.0, |place| self.weights[place])
    }

    fn unpack(bytes: &[u8]) -> Option<Self> {
        let mut bytes = Bytes(bytes);
        let count = usize::from(bytes.u16()?);
        let names = (0..count).map(|_| bytes.take().map(u32::from_le_bytes)).collect::<Option<_>>()?;
        let weights = (0..count)
            .map(|_| bytes.take().map(|[byte]| f32::from(i8::from_le_bytes([byte])) / 16.0))
            .collect::<Option<_>>()?;
        let model = Self { names, weights, first: Forest::unpack(&mut bytes)?, second: Forest::unpack(&mut bytes)? };
        bytes.0.is_empty().then_some(model)
    }
}

impl Forest {
    /// The log odds of story for one block, no lower than [`FLOOR`].
    pub fn score(&self, row: &[f32]) -> f32 {
        let sum = |roots: &[u32]| roots.iter().map(|&root| self.leaf(root, row)).sum::<f32>();
        let (glance, rest) = self.roots.split_at(GLANCE.min(self.roots.len()));
        let score = sum(glance);
        if score < FLOOR { FLOOR } else { (score + sum(rest)).max(FLOOR) }
    }

    fn leaf(&self, root: u32, row: &[f32]) -> f32 {
        let mut node = self.nodes[root as usize];
        while node.next != 0 {
            let higher = row[usize::from(node.feature)] > node.threshold;
            node = self.nodes[usize::from(node.next) + usize::from(higher)];
        }
        node.threshold
    }

    /// Reads a forest; `None` where the bytes are none. The summary's is laid out the same.
    pub fn unpack(bytes: &mut Bytes) -> Option<Self> {
        let count = usize::from(bytes.u16()?);
        let features: Vec<u8> = (0..count).map(|_| bytes.take().map(|[byte]| byte)).collect::<Option<_>>()?;
        let thresholds: Vec<f32> = (0..count).map(|_| bytes.take().map(f32::from_le_bytes)).collect::<Option<_>>()?;
        let mut forest = Self { roots: Vec::new(), nodes: Vec::new() };
        for _ in 0..bytes.u16()? {
            let [inner] = bytes.take()?;
            let mut splits = Vec::with_capacity(usize::from(inner));
            for _ in 0..inner {
                let split = usize::from(bytes.u16()?);
                let children = bytes.take()?.map(|byte: u8| i8::from_le_bytes([byte]));
                splits.push((u16::from(*features.get(split)?), *thresholds.get(split)?, children));
            }
            let mut leaves = Vec::with_capacity(usize::from(inner) + 1);
            for _ in 0..=inner {
                leaves.push(f32::from(i16::from_le_bytes(bytes.take()?)) / 4096.0);
            }
            forest.grow(&splits, &leaves)?;
        }
        Some(forest)
    }

    /// Lays a tree out with each two children side by side. Children are places among the splits, or below zero among the
    /// leaves.
    fn grow(&mut self, splits: &[(u16, f32, [i8; 2])], leaves: &[f32]) -> Option<()> {
        let root = self.nodes.len();
        self.roots.push(root as u32);
        self.nodes.push(Node::default());
        let mut due = vec![(root, if splits.is_empty() { -1 } else { 0_i8 })];
        while let Some((at, place)) = due.pop() {
            if place < 0 {
                self.nodes[at].threshold = *leaves.get(usize::from(place.unsigned_abs()) - 1)?;
                continue;
            }
            let (feature, threshold, [left, right]) = *splits.get(usize::from(place.unsigned_abs()))?;
            let next = self.nodes.len();
            self.nodes[at] = Node { threshold, feature, next: u16::try_from(next).ok()? };
            self.nodes.extend([Node::default(); 2]);
            due.extend([(next, left), (next + 1, right)]);
        }
        Some(())
    }
}

/// Bytes that are left to read.
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*head)
    }

    fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }
}
