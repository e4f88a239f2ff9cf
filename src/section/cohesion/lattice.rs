//! Weighs all the ways to part a text at once, by a forward and a backward pass over every part that could be, and
//! chooses the one with the least expected error.

/// A boundary: the unit before which it stands, and the probability that its two sides belong apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Boundary {
    pub unit: usize,
    pub confidence: f32,
}

/// What one model says of all the ways to part a text.
#[derive(Debug)]
pub struct Lattice<'c> {
    /// For each unit, the scores of the parts that begin with it, by length.
    scores: Vec<Vec<f64>>,
    /// What a boundary before each unit costs.
    costs: &'c [f64],
    /// For each boundary, the logarithm of the weights, added up, of all the ways to part what comes before it; and of
    /// all the ways to part what comes after.
    before: Vec<f64>,
    after: Vec<f64>,
}

/// Expected errors that differ by less than this are the same; of two such ways to part a text, the one with fewer
/// parts is taken.
const TIE: f64 = 1e-6;

/// The boundaries with the least Pk that several models of one text expect; the models count alike. The window of Pk is
/// the given share of the expected length of a part, and no shorter than the given number of units: a part that is
/// shorter than the window looks the same to Pk wherever in it the boundary stands.
#[inline(never)]
pub fn decide(opinions: &[Lattice<'_>], window: f64, min_window: usize) -> Vec<Boundary> {
    let count = opinions.first().map_or(0, |lattice| lattice.scores.len());
    let mean = |sum: f64| sum / opinions.len() as f64;
    let boundaries = mean(opinions.iter().map(Lattice::expected_boundaries).sum());
    let window = ((count as f64 / (boundaries + 1.0) * window).round() as usize).max(min_window);
    if window >= count {
        return Vec::new();
    }
    let mut together = vec![0.0; count - window];
    for lattice in opinions {
        for (sum, probability) in together.iter_mut().zip(lattice.together(window)) {
            *sum += mean(probability);
        }
    }
    least_error(&together, window, count)
}

fn least_error(together: &[f64], window: usize, count: usize) -> Vec<Boundary> {
    // What it costs to say of a unit that it is in one part with the one a window on, and that it is not.
    let sums = |cost: &dyn Fn(f64) -> f64| {
        let mut sum = 0.0;
        let costs = (0..count).map(|unit| together.get(unit).map_or(0.0, |&p| cost(p)));
        std::iter::once(0.0)
            .chain(costs.map(|cost| {
                sum += cost;
                sum
            }))
            .collect::<Vec<f64>>()
    };
    let (joined, parted) = (sums(&|p| 1.0 - p), sums(&|p| p));
    let mut best = vec![(f64::INFINITY, 0); count + 1];
    best[0] = (0.0, 0);
    for first in 0..count {
        for end in first + 1..=count {
            let turn = end.saturating_sub(window).max(first);
            let cost = best[first].0 + joined[turn] - joined[first] + parted[end] - parted[turn] + TIE;
            if cost < best[end].0 {
                best[end] = (cost, first);
            }
        }
    }
    let mut found = Vec::new();
    let mut unit = best[count].1;
    while unit > 0 {
        let left = unit.saturating_sub(window.div_ceil(2)).min(together.len() - 1);
        found.push(Boundary { unit, confidence: (1.0 - together[left]).clamp(0.0, 1.0) as f32 });
        unit = best[unit].1;
    }
    found.reverse();
    found
}

impl<'c> Lattice<'c> {
    pub fn new(scores: Vec<Vec<f64>>, costs: &'c [f64]) -> Self {
        let count = scores.len();
        let mut lattice = Self {
            scores,
            costs,
            before: vec![f64::NEG_INFINITY; count + 1],
            after: vec![f64::NEG_INFINITY; count + 1],
        };
        lattice.before[0] = 0.0;
        for first in 0..count {
            let so_far = lattice.before[first] - lattice.cost(first);
            for (length, score) in lattice.scores[first].iter().enumerate() {
                let end = &mut lattice.before[first + length + 1];
                *end = log_sum(*end, so_far + score);
            }
        }
        lattice.after[count] = 0.0;
        for first in (0..count).rev() {
            lattice.after[first] =
                (lattice.scores[first].iter().enumerate()).fold(f64::NEG_INFINITY, |sum, (length, score)| {
                    let end = first + length + 1;
                    log_sum(sum, score + lattice.after[end] - lattice.cost(end))
                });
        }
        lattice
    }

    /// What a boundary before a unit costs; at the text's two ends, nothing.
    fn cost(&self, unit: usize) -> f64 {
        if unit == 0 || unit == self.costs.len() { 0.0 } else { self.costs[unit] }
    }

    fn expected_boundaries(&self) -> f64 {
        let count = self.scores.len();
        let probability = |unit: usize| self.before[unit] - self.cost(unit) + self.after[unit] - self.before[count];
        (1..count).map(|unit| probability(unit).exp()).sum()
    }

    /// For each unit, the probability that one part holds both it and the unit that stands a window later.
    fn together(&self, window: usize) -> Vec<f64> {
        let count = self.scores.len();
        let mut change = vec![0.0; count + 1];
        for first in 0..count {
            let so_far = self.before[first] - self.cost(first) - self.before[count];
            for (length, score) in self.scores[first].iter().enumerate().skip(window) {
                let end = first + length + 1;
                let probability = (so_far + score + self.after[end] - self.cost(end)).exp();
                change[first] += probability;
                change[end - window] -= probability;
            }
        }
        let mut sum = 0.0;
        let sums = change[..count - window].iter().map(|change| {
            sum += change;
            sum
        });
        sums.collect()
    }
}

fn log_sum(a: f64, b: f64) -> f64 {
    /// A logarithm that is smaller than the largest by more than this adds less to the sum than rounding takes away.
    const NOTHING: f64 = -37.0;
    let (low, high) = if a < b { (a, b) } else { (b, a) };
    if low == f64::NEG_INFINITY || low - high < NOTHING { high } else { high + (low - high).exp().ln_1p() }
}
