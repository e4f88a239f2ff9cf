//! A leaf under all stages: normal forms, letters, scripts and direction, sentences and words, stems and stop words, UTF-16.

mod abbreviation;
mod about;
pub mod fold;
pub mod identify;
pub mod key;
pub mod letter;
pub mod lexicon;
pub mod reading;
pub mod script;
pub mod sentence;
pub mod stem;
pub mod stop;
mod tag;
pub mod utf16;
pub mod word;

pub use about::primary;
pub use tag::tag;
