//! The learned model: names' weights and two rounds of boosted trees, as `benches/extraction/train.py` wrote them into `model.bin`, where the layout is told.

use std::sync::LazyLock;

use crate::forest::{Bytes, Forest};

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
