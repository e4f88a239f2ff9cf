//! What is asked of the core: one struct, every field with a default.

use serde::Deserialize;

use crate::plan::Reason;

/// What a caller can choose. An unknown field is an error, so that a misspelt one does not go unnoticed.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Options {
    /// Whether somebody said that here is a story, as a click does. Asked, a page is declined only where there is no running
    /// prose, or where it surely is a list of teasers, a form or a dialog; unasked, any doubt declines it.
    pub asked: bool,
    /// Whether what surely is something else is cleaned all the same, as long as it has text: for who was told, and asks again.
    pub anyway: bool,
    /// How much of the page is cleaned.
    pub level: Level,
    /// How long the summary is, or whether there is none.
    pub summary: Summary,
    /// Whether to part the story into sections.
    pub sections: Sections,
    /// Whether to give every sentence of the story in [`Plan::sentences`](crate::Plan::sentences). Sentences of plain
    /// text are then as they stand in the text that was given.
    pub sentences: bool,
    /// The kinds of flaws that are left in the page as they are.
    pub keep: Vec<Reason>,
    /// The rules that are not to be followed, by the names in [`Edit::rule`](crate::plan::Edit::rule). A name that no
    /// rule has is ignored, so that a list from an older version does no harm.
    pub never: Vec<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            asked: true,
            anyway: false,
            level: Level::default(),
            summary: Summary::default(),
            sections: Sections::default(),
            sentences: false,
            keep: Vec::new(),
            never: Vec::new(),
        }
    }
}

/// How much of the page is cleaned; each level does what the one before it does, and more.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// What was left inside of the story.
    #[default]
    Leftovers,
    /// And what stands in the reader's way all over the page.
    Tidy,
    /// And all that is neither the story nor its head.
    Story,
}

/// The summary's length.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(from = "SummaryWire")]
pub enum Summary {
    /// No summary.
    Off,
    /// At most so many sentences, 1 to 20.
    Sentences(usize),
}

/// Three sentences can be taken in at a glance.
const DEFAULT_SENTENCES: usize = 3;
const MAX_SENTENCES: usize = 20;

impl Default for Summary {
    fn default() -> Self {
        Self::Sentences(DEFAULT_SENTENCES)
    }
}

/// Whether the story is cut into parts.
#[derive(Clone, Copy, Debug, Default, Deserialize, PartialEq, Eq)]
#[serde(from = "bool")]
pub enum Sections {
    /// The parts that are found.
    #[default]
    Found,
    /// One single section.
    One,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum SummaryWire {
    Switch(bool),
    Length(SummaryLength),
}

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct SummaryLength {
    sentences: usize,
}

impl Default for SummaryLength {
    fn default() -> Self {
        Self { sentences: DEFAULT_SENTENCES }
    }
}

impl From<SummaryWire> for Summary {
    fn from(wire: SummaryWire) -> Self {
        match wire {
            SummaryWire::Switch(false) => Self::Off,
            SummaryWire::Switch(true) => Self::default(),
            SummaryWire::Length(length) => Self::Sentences(length.sentences.clamp(1, MAX_SENTENCES)),
        }
    }
}

impl From<bool> for Sections {
    fn from(found: bool) -> Self {
        if found { Self::Found } else { Self::One }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(json: &str, expected: &Options) {
        assert_eq!(&serde_json::from_str::<Options>(json).unwrap(), expected);
    }

    #[test]
    fn every_field_may_be_left_out() {
        check("{}", &Options::default());
        check(r#"{"summary":{}}"#, &Options::default());
        check(r#"{"summary":false}"#, &Options { summary: Summary::Off, ..Options::default() });
        check(r#"{"asked":false}"#, &Options { asked: false, ..Options::default() });
        check(r#"{"level":"leftovers"}"#, &Options::default());
        check(r#"{"level":"tidy"}"#, &Options { level: Level::Tidy, ..Options::default() });
        check(r#"{"level":"story"}"#, &Options { level: Level::Story, ..Options::default() });
        check(r#"{"anyway":true}"#, &Options { anyway: true, ..Options::default() });
        check(
            r#"{"summary":{"sentences":900},"sections":false,"sentences":true,"keep":["ad-slot"],"never":["gone"]}"#,
            &Options {
                summary: Summary::Sentences(MAX_SENTENCES),
                sections: Sections::One,
                sentences: true,
                keep: vec![Reason::AdSlot],
                never: vec!["gone".to_owned()],
                ..Options::default()
            },
        );
    }

    #[test]
    fn a_misspelt_field_is_an_error() {
        assert!(serde_json::from_str::<Options>(r#"{"sumary":false}"#).is_err());
        assert!(serde_json::from_str::<Options>(r#"{"keep":["ads"]}"#).is_err());
    }
}
