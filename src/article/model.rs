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

/// Goes left where the feature is no higher than the threshold. A leaf holds its value as the threshold and goes nowhere.
#[derive(Clone, Copy)]
struct Node {
    feature: u32,
    threshold: f32,
    left: u32,
    right: u32,
}

/// A node's feature that says that it is a leaf.
const LEAF: u32 = u32::MAX;

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
    /// The log odds of story for one block.
    pub fn score(&self, row: &[f32]) -> f32 {
        self.roots.iter().map(|&root| self.leaf(root, row)).sum()
    }

    fn leaf(&self, root: u32, row: &[f32]) -> f32 {
        let mut node = self.nodes[root as usize];
        while node.feature != LEAF {
            let next = if row[node.feature as usize] <= node.threshold { node.left } else { node.right };
            node = self.nodes[next as usize];
        }
        node.threshold
    }

    fn unpack(bytes: &mut Bytes) -> Option<Self> {
        let count = usize::from(bytes.u16()?);
        let features: Vec<u8> = (0..count).map(|_| bytes.take().map(|[byte]| byte)).collect::<Option<_>>()?;
        let thresholds: Vec<f32> = (0..count).map(|_| bytes.take().map(f32::from_le_bytes)).collect::<Option<_>>()?;
        let mut forest = Self { roots: Vec::new(), nodes: Vec::new() };
        for _ in 0..bytes.u16()? {
            let [inner] = bytes.take()?;
            let root = forest.nodes.len() as u32;
            // Children are places among the inner nodes, or below zero among the leaves, which come after.
            let child = |place: i8| {
                if place < 0 {
                    root + u32::from(inner) + u32::from(place.unsigned_abs()) - 1
                } else {
                    root + u32::from(place.unsigned_abs())
                }
            };
            for _ in 0..inner {
                let split = usize::from(bytes.u16()?);
                let [left, right] = bytes.take()?.map(|byte: u8| child(i8::from_le_bytes([byte])));
                let (feature, threshold) = (u32::from(*features.get(split)?), *thresholds.get(split)?);
                forest.nodes.push(Node { feature, threshold, left, right });
            }
            for _ in 0..=inner {
                let value = f32::from(i16::from_le_bytes(bytes.take()?)) / 4096.0;
                forest.nodes.push(Node { feature: LEAF, threshold: value, left: 0, right: 0 });
            }
            forest.roots.push(root);
        }
        Some(forest)
    }
}

struct Bytes<'a>(&'a [u8]);

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
