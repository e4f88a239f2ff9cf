//! Measurements as numbers that the trees can split.

/// 1 for `true`, 0 for `false`.
pub fn truth(value: bool) -> f32 {
    if value { 1.0 } else { 0.0 }
}

/// The logarithm of a count plus one, which is 0 for no count, and grows by the same step where the count doubles.
pub fn ln(value: f32) -> f32 {
    (1.0 + value).ln()
}

/// A struct of numbers that a model is fitted on. The fields' names are the features' names, in the model's order; the
/// training script asks the program for them.
macro_rules! measures {
    ($(#[$doc:meta])* $type:ident { $($(#[$note:meta])* $field:ident,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub struct $type { $($(#[$note])* pub $field: f32,)+ }

        impl $type {
            /// The fields' names.
            pub const NAMES: [&'static str; [$(stringify!($field)),+].len()] = [$(stringify!($field)),+];

            /// The fields' values, in the names' order.
            pub fn numbers(&self) -> [f32; Self::NAMES.len()] {
                [$(self.$field),+]
            }
        }
    };
}
pub(crate) use measures;
