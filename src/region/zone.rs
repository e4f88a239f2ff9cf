//! Where in the page something stands.

/// Where something stands in the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Before the headline.
    Before,
    /// Between the headline and the story.
    Head,
    /// Between two blocks of the story.
    Within,
    /// After the story.
    After,
}
