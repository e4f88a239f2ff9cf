//! How what is measured becomes a number.

/// 1 for what is so, else 0.
pub fn truth(value: bool) -> f32 {
    if value { 1.0 } else { 0.0 }
}

/// The logarithm of one more: counts differ by their ratios, and none is 0.
pub fn ln(value: f32) -> f32 {
    (1.0 + value).ln()
}
