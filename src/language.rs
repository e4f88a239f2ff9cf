//! A leaf under all stages: normal forms, scripts and direction, sentences and words, UTF-16.

pub mod fold;
pub mod script;
pub mod sentence;
pub mod utf16;
pub mod word;
