//! Sets of words as the module carries them: fingerprints that were sorted when the crate was built, and bits that tell what
//! each word is.
//!
//! A word that is in no set meets a fingerprint by chance once in 2³² / entries look-ups, some one in 240,000 for the largest
//! set. In return a set takes a quarter less space than its words, both compressed, and is ready as soon as it is unpacked.

/// A set that `build.rs` packed under a name, unpacked when first asked.
#[allow(unused_macros, reason = "the build script packs, the module unpacks")]
macro_rules! packed {
    ($file:literal) => {
        std::sync::LazyLock::new(|| {
            $crate::language::lexicon::Lexicon::unpack(include_bytes!(concat!(env!("OUT_DIR"), "/", $file)))
        })
    };
}
#[allow(unused_imports, reason = "the build script packs, the module unpacks")]
pub(crate) use packed;

/// The hash of a text that is read piece by piece.
#[derive(Clone, Copy)]
pub struct Print(u64);

impl Print {
    /// Of nothing yet.
    pub const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    /// FNV-1a (Fowler, Noll and Vo), 64 bits.
    #[must_use]
    pub fn with(self, text: &str) -> Self {
        Self(text.bytes().fold(self.0, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
    }

    /// The hash itself.
    #[must_use]
    pub fn whole(self) -> u64 {
        self.0
    }

    /// The fingerprint, with every bit of the hash in it.
    #[must_use]
    pub fn finish(self) -> u32 {
        let mixed = (self.0 ^ self.0 >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 32) as u32
    }
}

/// FNV-1a of some values in 32 bits, each value taken as one step. The model of blocks knows the names of elements by these
/// numbers.
#[must_use]
pub fn fnv32(values: impl IntoIterator<Item = u32>) -> u32 {
    values.into_iter().fold(0x811c_9dc5, |hash, value| (hash ^ value).wrapping_mul(0x0100_0193))
}

/// A set of words, each with its bits.
pub struct Lexicon {
    /// Ascending.
    prints: Vec<u32>,
    /// For each fingerprint, the place of its bits.
    kinds: Vec<u16>,
    bits: Vec<u64>,
    /// For each beginning of [`Self::SHIFT`], the first fingerprint that has it.
    starts: Vec<u32>,
}

impl Lexicon {
    /// What is left of a fingerprint that has found its bucket; buckets hold four on average in the largest set.
    const SHIFT: u32 = 20;

    /// The bits of a word; none where it is not in the set.
    #[must_use]
    pub fn get(&self, word: &str) -> u64 {
        self.at(Print::EMPTY.with(word))
    }

    /// The same of a text that was read piece by piece.
    #[must_use]
    pub fn at(&self, print: Print) -> u64 {
        let print = print.finish();
        let bucket = (print >> Self::SHIFT) as usize;
        let range = self.starts[bucket] as usize..self.starts[bucket + 1] as usize;
        let place = self.prints[range.clone()].iter().position(|other| *other == print);
        place.map_or(0, |place| self.bits[usize::from(self.kinds[range.start + place])])
    }

    /// Unpacks what `build.rs` packed: how many different bits and how many words there are, the bits, and for each word the
    /// step from the fingerprint before and the place of its bits; of these, all first bytes stand together, all second and
    /// so on, which is how they compress best.
    ///
    /// # Panics
    /// Where the bytes are cut short.
    #[must_use]
    pub fn unpack(packed: &[u8]) -> Self {
        let number = |at: usize| u32::from_le_bytes(std::array::from_fn(|byte| packed[at + byte])) as usize;
        let (kinds, words) = (number(0), number(4));
        let bits = (0..kinds).map(|kind| number(8 + kind * 8) as u64 | (number(12 + kind * 8) as u64) << 32).collect();
        let columns = &packed[8 + kinds * 8..];
        let column = |from: usize, word: usize| {
            u32::from_le_bytes(std::array::from_fn(|byte| columns[(from + byte) * words + word]))
        };
        let mut print = 0;
        let prints: Vec<u32> = (0..words)
            .map(|word| {
                print += column(0, word);
                print
            })
            .collect();
        let mut starts = vec![0; (1 << (32 - Self::SHIFT)) + 1];
        for print in &prints {
            starts[(print >> Self::SHIFT) as usize + 1] += 1;
        }
        for bucket in 1..starts.len() {
            starts[bucket] += starts[bucket - 1];
        }
        Self { kinds: (0..words).map(|word| column(4, word) as u16).collect(), prints, bits, starts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As `build.rs` writes it, with each word's bits for itself.
    fn pack(words: &[(&str, u64)]) -> Vec<u8> {
        let mut prints: Vec<(u32, u64)> =
            words.iter().map(|(word, bits)| (Print::EMPTY.with(word).finish(), *bits)).collect();
        prints.sort_unstable();
        let count = prints.len() as u32;
        let mut packed: Vec<u8> = [count, count].into_iter().flat_map(u32::to_le_bytes).collect();
        packed.extend(prints.iter().flat_map(|(_, bits)| bits.to_le_bytes()));
        let ends = std::iter::once(0).chain(prints.iter().map(|(print, _)| *print));
        let steps: Vec<u32> = ends.zip(&prints).map(|(last, (print, _))| print - last).collect();
        for column in [steps, (0..count).collect()] {
            for byte in 0..4 {
                packed.extend(column.iter().map(|number| number.to_le_bytes()[byte]));
            }
        }
        packed
    }

    #[test]
    fn words_of_the_set_alone_have_bits() {
        let lexicon = Lexicon::unpack(&pack(&[("ميناء", 1), ("港口", 2), ("harbour", 1 << 40)]));
        assert_eq!(["ميناء", "港口", "harbour", "harbours", ""].map(|word| lexicon.get(word)), [1, 2, 1 << 40, 0, 0]);
        assert_eq!(lexicon.at(Print::EMPTY.with("har").with("bour")), 1 << 40);
    }

    #[test]
    fn hashes_are_the_published_ones() {
        // http://www.isthe.com/chongo/src/fnv/test_fnv.c
        for (text, of32, of64) in
            [("", 0x811c_9dc5, 0xcbf2_9ce4_8422_2325), ("foobar", 0xbf9c_f968, 0x8594_4171_f739_67e8)]
        {
            assert_eq!(fnv32(text.bytes().map(u32::from)), of32, "{text}");
            assert_eq!(Print::EMPTY.with(text).whole(), of64, "{text}");
        }
    }

    #[test]
    fn an_empty_set_has_no_words() {
        assert_eq!(Lexicon::unpack(&pack(&[])).get("harbour"), 0);
    }
}
