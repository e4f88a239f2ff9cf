//! Boosted trees (Friedman 2001, "Greedy function approximation: a gradient boosting machine") as the training scripts
//! write them. The model of the story's blocks and that of the summary's sentences are made of them.

/// Trees, each of which gives a value for a row of numbers. The values add up to the score.
pub struct Forest {
    /// The root of each tree.
    roots: Vec<u32>,
    nodes: Vec<Node>,
}

/// A node of a tree. The way goes on to `next` if the feature is no higher than the threshold, else to the node after
/// `next`. A leaf has 0 for `next` and its value for the threshold.
#[derive(Clone, Copy, Default)]
struct Node {
    threshold: f32,
    feature: u16,
    next: u16,
}

/// No score is lower than this: what is so surely no story needs no more trees.
pub const FLOOR: f32 = -4.0;
/// After so many trees, a score below [`FLOOR`] is final.
const GLANCE: usize = 48;

impl Forest {
    /// The score of a row of numbers, no lower than [`FLOOR`]. For the model of blocks it is the log odds that the
    /// block is story.
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

    /// Reads a forest from bytes; `None` where they do not hold one. Both models have the same layout.
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

    /// Adds a tree, with the two children of each split side by side. A child of zero or more is a place among the
    /// splits; one below zero is a leaf.
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

/// The bytes that are still to be read.
pub struct Bytes<'a>(pub &'a [u8]);

impl Bytes<'_> {
    /// Takes the next `N` bytes; `None` where fewer are left.
    pub fn take<const N: usize>(&mut self) -> Option<[u8; N]> {
        let (head, rest) = self.0.split_first_chunk()?;
        self.0 = rest;
        Some(*head)
    }

    /// The next two bytes as a number, little-endian.
    pub fn u16(&mut self) -> Option<u16> {
        self.take().map(u16::from_le_bytes)
    }
}

/// The probability that log odds stand for, 0 to 1.
pub fn logistic(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}
