//! The learned model: names' weights and two rounds of boosted trees, as `benches/extraction/train.py` wrote them into `model.bin`, where the layout is told.

use std::sync::LazyLock;

use crate::forest::{Bytes, Forest};

/// The model, unpacked when it is first used.
pub static MODEL: LazyLock<Model> =
    LazyLock::new(|| Model::unpack(include_bytes!("model.bin")).expect("the model that the training script wrote"));

/// The weights of names, and the trees of the two rounds.
pub struct Model {
    names: Vec<u32>,
    weights: Vec<f32>,
    /// Scores a block by its own numbers and its place in the page.
    pub first: Forest,
    /// Scores a block again, by these numbers and the first scores of its neighbours.
    pub second: Forest,
}

impl Model {
    /// How much a name's token speaks for story, in log odds; 0 for a token that the table does not have.
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
