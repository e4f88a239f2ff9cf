//! Measurements as numbers that the trees can split.

/// 1 for `true`, 0 for `false`.
pub fn truth(value: bool) -> f32 {
    if value { 1.0 } else { 0.0 }
}

/// The logarithm of a count plus one, which is 0 for no count, and grows by the same step where the count doubles.
pub fn ln(value: f32) -> f32 {
    (1.0 + value).ln()
}
