//! Where a text without headings changes its subject: lexical cohesion, with the number of parts found.
//!
//! A part is known by the words that come back inside of it. Each possible part is scored by how well its words predict
//! each other: the likelihood of its stems under a Dirichlet compound multinomial (Eisenstein and Barzilay 2008,
//! "Bayesian unsupervised topic segmentation"), and each further part costs something (Utiyama and Isahara 2001, "A
//! statistical model for domain-independent text segmentation"). Four things are added to the two papers, each measured
//! in `docs/parts.md`:
//!
//! - **It knows when it knows nothing.** Where words that stand far apart are as akin as words that stand close, cohesion
//!   tells little: a boundary costs more, in proportion to the text's length, and words of the whole text surprise less.
//! - **Openers.** A sentence that begins with a pronoun or a connective hardly begins a part.
//! - **It holds several opinions.** Three priors each weigh all partings; what they say of each boundary is averaged.
//! - **It decides by the expected error.** The parting is taken whose expected Pk (Beeferman, Berger and Lafferty 1999) is
//!   least, not the single most likely one.
//!
//! Time is the number of words times [`MAX_UNITS`] at most.

use std::ops::Range;

use rustc_hash::FxHashMap as HashMap;

use super::role::Evidence;
use crate::words::Words;

pub mod lattice;

use lattice::{Boundary, Lattice};

/// The words of one paragraph, or of several that are not to be parted.
#[derive(Clone, Debug, Default)]
pub struct Unit {
    terms: Vec<u32>,
    /// What a boundary before this unit costs beyond any other, in nats.
    pub reluctance: f64,
    /// How much the unit's paragraphs speak for each role; see [`super::role`].
    pub roles: Evidence,
}

/// The text to be parted.
#[derive(Debug, Default)]
pub struct Text {
    pub units: Vec<Unit>,
    /// Whether the units' roles decide where parts begin. If so, the words weigh little ([`WORDS_IN_NEWS`]).
    pub is_news: bool,
    vocabulary: usize,
}

// All sets of texts in `docs/parts.md` are parted with these constants. They were found by a search over the texts for
// development, in two halves that were judged each by itself. They give a Pk of 9.6, 4.4, 4.1, 20.9, 34.9 and 32.5 on
// Choi, EASC, XQuAD mixed, XQuAD same, Wikipedia and the clinical texts. Six numbers at a constant are the Pk of the
// same sets without it.

/// How many letters of a stem are compared. Cut off there, words of one family are the same that a light stemmer leaves
/// apart (government, governor), in every language of XQuAD; five is the best length for Turkish retrieval as well (Can
/// et al. 2008, "Information retrieval on Turkish texts").
const PREFIX: usize = 5;
/// The three priors that each stem's count has in the Dirichlet distribution, one for each opinion. The lower a prior,
/// the more surprising is a word that the part has not had before. With the middle prior alone: 10.0, 4.5, 4.0, 21.3,
/// 35.2, 32.5.
const PRIORS: [f64; 3] = [0.25, 0.42, 0.67];
/// What a boundary costs, in units of the logarithm of the text's stems: 1 in Utiyama and Isahara, for their model.
const COST: f64 = 0.85;
/// What a boundary costs besides, for each stem that the text has more than [`SURVEYED`]: this, times how far the
/// kinship of what stands far apart is above [`UNRELATED`].
const COST_OF_KINSHIP: f64 = 0.28;
/// The share of a stem's prior that follows how often the whole text has the stem, before it is multiplied by the same
/// kinship. With no such share: 9.7, 4.4, 4.0, 21.9, 35.0, 32.1.
const COMMON: f64 = 0.2;
/// A text with a lower kinship is a row of texts that have nothing to do with each other. Nine tenths of Choi's texts
/// and of XQuAD's mixed articles lie below; texts about one matter begin at 0.22.
const UNRELATED: f64 = 0.18;
/// A text of so few stems is seen at a glance: its boundaries cost no more for its length.
const SURVEYED: f64 = 300.0;
/// In news, how much the words weigh beside the roles, and what share of its usual cost a boundary has. Half or twice
/// as much of either moves Pk on the newsroom's pages by less than 0.02.
const WORDS_IN_NEWS: f64 = 0.1;
const COST_IN_NEWS: f64 = 0.3;
/// What a part of one unit costs, and what one of two, in nats. Without this, all sets but XQuAD mixed are parted a
/// little worse. A lead costs nothing, however short it is.
const SHORT: [f64; 2] = [1.5, 0.7];
/// The window of Pk, as a share of the expected length of a part. Half is usual; with a little less, short parts are
/// found as well.
const WINDOW: f64 = 0.33;
/// If a text has more units, neighbours are joined until there are no more than this, which bounds the time.
const MAX_UNITS: usize = 240;

impl Text {
    /// Makes a text of some of a story's paragraphs.
    pub fn new(words: &Words, paragraphs: Range<usize>) -> Self {
        let mut ids: HashMap<&str, u32> = HashMap::default();
        let units = paragraphs
            .map(|i| {
                let terms = words.content(words.paragraph(i)).map(|stem| {
                    let stem = words.stem(stem);
                    let end = stem.char_indices().nth(PREFIX).map_or(stem.len(), |(end, _)| end);
                    let next = ids.len() as u32;
                    *ids.entry(&stem[..end]).or_insert(next)
                });
                Unit { terms: terms.collect(), ..Unit::default() }
            })
            .collect();
        Self { units, is_news: false, vocabulary: ids.len() }
    }

    /// Where new parts begin, ascending; empty where nothing in the text speaks for a second part.
    pub fn boundaries(&self) -> Vec<Boundary> {
        let group = self.units.len().div_ceil(MAX_UNITS).max(1);
        if group == 1 {
            return self.weigh();
        }
        let units = self.units.chunks(group).map(|units| Unit {
            terms: units.iter().flat_map(|unit| unit.terms.iter().copied()).collect(),
            reluctance: units[0].reluctance,
            roles: units.iter().map(|unit| unit.roles).sum(),
        });
        let coarse = Self { units: units.collect(), is_news: self.is_news, vocabulary: self.vocabulary };
        coarse.weigh().into_iter().map(|boundary| Boundary { unit: boundary.unit * group, ..boundary }).collect()
    }

    #[inline(never)]
    fn weigh(&self) -> Vec<Boundary> {
        if self.units.len() < 2 {
            return Vec::new();
        }
        let stems = self.stems() as f64;
        let kin = (self.kinship() - UNRELATED).max(0.0);
        let cost = COST * stems.max(1.0).ln() + COST_OF_KINSHIP * kin * (stems - SURVEYED).max(0.0);
        let cost = cost * if self.is_news { COST_IN_NEWS } else { 1.0 };
        let costs: Vec<f64> = self.units.iter().map(|unit| cost + unit.reluctance).collect();
        let opinions = PRIORS.map(|prior| Lattice::new(self.scores(prior, COMMON * kin), &costs));
        lattice::decide(&opinions, WINDOW, if self.is_news { 1 } else { 2 })
    }

    fn stems(&self) -> usize {
        self.units.iter().map(|unit| unit.terms.len()).sum()
    }

    /// For each unit, the scores, in nats, of all parts that begin with it: the part of one unit, of two, and so on.
    fn scores(&self, prior: f64, common: f64) -> Vec<Vec<f64>> {
        let stems = self.stems();
        let mass = prior * self.vocabulary as f64;
        let mut expected = vec![prior * (1.0 - common); self.vocabulary];
        for &term in self.units.iter().flat_map(|unit| &unit.terms) {
            expected[term as usize] += common * mass / stems as f64;
        }
        let total: Vec<f64> = (0..=stems).map(|all| (mass + all as f64).ln()).collect();
        let mut times = vec![0_u32; self.vocabulary];
        let words = if self.is_news { WORDS_IN_NEWS } else { 1.0 };
        (0..self.units.len())
            .map(|first| {
                times.fill(0);
                let (mut likelihood, mut all, mut roles) = (0.0, 0, Evidence::default());
                (self.units[first..].iter().enumerate())
                    .map(|(length, unit)| {
                        for &term in &unit.terms {
                            let term = term as usize;
                            likelihood += (expected[term] + f64::from(times[term])).ln() - total[all];
                            times[term] += 1;
                            all += 1;
                        }
                        roles += unit.roles;
                        let lead = self.is_news && first == 0;
                        let short = if lead { 0.0 } else { *SHORT.get(length).unwrap_or(&0.0) };
                        words * likelihood + roles.best() - short
                    })
                    .collect()
            })
            .collect()
    }

    /// The kinship of a text: how many words units share that stand more than a third of the text apart, as a share of
    /// how many neighbours share. It is about 0.1 where unrelated texts stand in a row, and 0.4 in a text about one
    /// matter. Takes time linear in the words.
    #[inline(never)]
    fn kinship(&self) -> f64 {
        let count = self.units.len();
        let sets: Vec<Vec<u32>> = (self.units.iter())
            .map(|unit| {
                let mut set = unit.terms.clone();
                set.sort_unstable();
                set.dedup();
                set
            })
            .collect();
        let weight = |set: &Vec<u32>| 1.0 / (set.len().max(1) as f64).sqrt();
        // Summed over the second of each pair, by term, so that one pass gives all pairs.
        let mut sums = vec![0.0; self.vocabulary];
        let akin = |sums: &[f64], i: usize| weight(&sets[i]) * sets[i].iter().map(|&t| sums[t as usize]).sum::<f64>();
        let (mut near, mut far) = (0.0, 0.0);
        let (mut near_pairs, mut far_pairs) = (0.0_f64, 0.0_f64);
        let apart = count / 3 + 1;
        for i in (0..count.saturating_sub(apart)).rev() {
            for &term in &sets[i + apart] {
                sums[term as usize] += weight(&sets[i + apart]);
            }
            far += akin(&sums, i);
            far_pairs += (count - apart - i) as f64;
        }
        for i in 0..count {
            let beside = &sets[i + 1..(i + 3).min(count)];
            near += beside.iter().map(|set| common(&sets[i], set) * weight(&sets[i]) * weight(set)).sum::<f64>();
            near_pairs += beside.len() as f64;
        }
        let (near, far) = (near / near_pairs.max(1.0), far / far_pairs.max(1.0));
        if near > 0.0 { far / near } else { 1.0 }
    }
}

/// How many terms are in both of two sets, which are ascending.
fn common(a: &[u32], b: &[u32]) -> f64 {
    a.iter().filter(|term| b.binary_search(term).is_ok()).count() as f64
}
