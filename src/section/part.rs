//! A part of the story: consecutive paragraphs, and what is known of them.

use std::ops::Range;

use crate::plan::Role;

/// A part of the story.
#[derive(Debug, PartialEq)]
pub struct Part {
    pub paragraphs: Range<usize>,
    pub role: Option<Role>,
    pub label: Option<String>,
    /// A phrase of the part that tells what it is about, if it has no label.
    pub phrase: Option<String>,
    pub level: u32,
    /// How sure its beginning and its role are, 0 to 1.
    pub confidence: f32,
}

impl Part {
    pub fn new(paragraphs: Range<usize>, role: Option<Role>) -> Self {
        Self { paragraphs, role, label: None, phrase: None, level: 2, confidence: 1.0 }
    }
}
