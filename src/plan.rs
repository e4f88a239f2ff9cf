//! What comes out: plain values that mirror `www/shell/types.d.ts`. `assemble.rs` fills them.
//!
//! All offsets here are UTF-16 code units of the node or text that they speak of.

use serde::{Deserialize, Serialize};

pub use crate::language::script::Direction;
use crate::snapshot::NodeId;
pub use crate::snapshot::Range;

/// What was found and what is to be done about it.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Plan {
    /// The wire's version.
    pub version: u32,
    /// `None` where the page is no article.
    pub article: Option<Article>,
    /// Why there is no article.
    pub declined: Option<Declined>,
    /// The paragraphs' text, a blank line between them.
    pub text: String,
    /// The story in order.
    pub paragraphs: Vec<Paragraph>,
    /// What to do to the page, in the page's order.
    pub edits: Vec<Edit>,
    /// The story's parts; they partition [`Plan::paragraphs`].
    pub sections: Vec<Section>,
    /// `None` where none was asked for or the story is too short for one.
    pub summary: Option<Summary>,
    /// Every sentence of the story, where asked for.
    pub sentences: Option<Vec<Sentence>>,
}

/// Why a page is no article.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Declined {
    /// There is no text.
    Empty,
    /// There is text, but no story.
    NotAnArticle,
    /// More nodes than the core takes on.
    TooLarge,
    /// Elements nested deeper than the core takes on.
    TooDeep,
}

/// The story as a whole.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Article {
    /// The headline, without the site's name; empty where none was found.
    pub title: String,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published, ISO 8601, as the page states it.
    pub published: Option<String>,
    /// When it was last changed, likewise.
    pub modified: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// The story's own address: the canonical one where the page names it.
    pub url: Option<String>,
    /// The address of its lead image, as the page states it.
    pub image: Option<String>,
    /// BCP 47.
    pub language: String,
    /// Which way the text runs.
    pub direction: Direction,
    /// Words of the story; each letter of an unspaced script counts as half a word.
    pub words: u32,
    /// Minutes to read it, at least 1.
    pub minutes: u32,
    /// Where the story says that it comes from.
    pub source: Option<Source>,
    /// The address that an auto-blog plugin republished the story from.
    #[serde(rename = "republishedFrom")]
    pub republished_from: Option<String>,
    /// The smallest element that holds the whole story.
    pub node: NodeId,
    /// How sure it is that this is an article, 0 to 1; 1 for plain text.
    pub certainty: f32,
    /// What speaks against it, by name: `teasers`, `listing`, `other`, `unsure`, `scattered`, `posts`, `form`, `dialog`,
    /// `unlisted`; mostly empty.
    pub doubts: Vec<&'static str>,
}

/// Where a story comes from, as the page says.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Source {
    /// A name, or the label that carries the link.
    pub text: String,
    /// The link as it stands in the page.
    pub url: Option<String>,
    /// The element that says so.
    pub node: NodeId,
}

/// One paragraph of the story.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Paragraph {
    /// White space folded, hidden text left out.
    pub text: String,
    /// What it is in the page.
    pub kind: ParagraphKind,
    /// Its place in [`Plan::sections`].
    pub section: usize,
    /// The element that holds it, and, where lines are parted by `<br>`, others too.
    pub node: NodeId,
}

/// What a paragraph is in the page.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ParagraphKind {
    /// Running text.
    Paragraph,
    /// A heading inside of the story.
    Subhead,
    /// An item of a list.
    Item,
    /// A block quotation.
    Quote,
    /// A cell of a table.
    Row,
    /// Preformatted text.
    Code,
}

/// One thing to do to the page.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Edit {
    /// The element to hide or mark; for a text edit, the text node of the first range.
    pub node: NodeId,
    /// Not empty: a text edit, the characters to take out.
    pub ranges: Vec<Range>,
    /// What to do.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// The rule that fired.
    pub rule: &'static str,
    /// 0 to 1.
    pub confidence: f32,
    /// What goes out of sight, or is marked.
    pub text: String,
    /// For a text edit: what stands in place of the first range's characters; mostly empty.
    pub replacement: String,
    /// A whole box, judged by its context: hidden so that find-in-page still reaches it.
    pub findable: bool,
}

/// What an edit does.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Out of sight.
    Hide,
    /// Doubtful: stays as it is, and is only listed.
    Leave,
    /// Marked as the caption of a picture.
    Caption,
}

/// Why an edit is made.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// A plugin's placeholder for an advertisement: `[ad_1]`.
    AdMarker,
    /// "Advertisement" and its like, with no advertisement or beside one.
    AdLabel,
    /// An element made to hold an advertisement.
    AdSlot,
    /// What a page builder or plugin should have replaced: `[vc_row]`.
    Shortcode,
    /// A program shown as text.
    ScriptText,
    /// "Read also", and what it leads to.
    Related,
    /// For a newsletter, a channel, an app.
    Promotion,
    /// To share the story or follow the site.
    Share,
    /// "Read more" with nothing more.
    ReadMore,
    /// "The post X appeared first on Y".
    FeedTail,
    /// "All rights reserved".
    Rights,
    /// "Subscribe to go on reading", "we use cookies".
    Paywall,
    /// The headline once more.
    DuplicateHeadline,
    /// The caption of a picture.
    Caption,
    /// "Source" with nothing after it.
    SourceLabel,
    /// Stops left over by cutting and pasting: `. .`.
    Punctuation,
    /// Entities shown as text: `&quot;`.
    Encoding,
}

/// A part of the story.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Section {
    /// `None` where no role is sure.
    pub role: Option<Role>,
    /// The page's own subhead.
    pub label: Option<String>,
    /// What the part speaks of more than the rest of the story does, verbatim from it; `None` where it has a label of its own.
    pub phrase: Option<String>,
    /// 2 to 6, as the page's heading has it.
    pub level: u32,
    /// How sure its beginning and its role are, 0 to 1.
    pub confidence: f32,
    /// From the first up to but without the last paragraph.
    pub paragraphs: (usize, usize),
}

/// What a part does in a piece of news.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// The news itself: what, who, when, where.
    Lead,
    /// What somebody said.
    Statement,
    /// What led up to it.
    Background,
    /// What stands around it.
    Context,
    /// How others took it.
    Reaction,
    /// What comes next.
    Outlook,
    /// Where the story comes from.
    Source,
    /// How or why something is so.
    Explanation,
    /// A matter of its own under its own heading.
    Topic,
}

/// The story in a few of its own sentences.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Summary {
    /// In the order of the story.
    pub sentences: Vec<SummarySentence>,
}

/// One sentence of the summary.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct SummarySentence {
    /// Verbatim, white space folded.
    pub text: String,
    /// Its place in [`Plan::paragraphs`].
    pub paragraph: usize,
    /// Where it stands in the page.
    pub ranges: Vec<Range>,
    /// The higher the better; comparable within one story only.
    pub score: f32,
}

/// One sentence of the story.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Sentence {
    /// Verbatim, white space folded.
    pub text: String,
    /// Its place in [`Plan::paragraphs`].
    pub paragraph: usize,
    /// Where it begins in the paragraph's text.
    pub start: u32,
    /// Where it ends there.
    pub end: u32,
    /// Where it stands in the page; empty for text given as sentences.
    pub ranges: Vec<Range>,
    /// 0 for the sentence that a summary takes first.
    pub rank: usize,
}

/// The wire's version, raised when a field changes its meaning.
pub(crate) const VERSION: u32 = 1;

impl Plan {
    /// The plan that leaves the page as it is.
    #[must_use]
    pub fn declined(why: Declined) -> Self {
        Self {
            version: VERSION,
            article: None,
            declined: Some(why),
            text: String::new(),
            paragraphs: Vec::new(),
            edits: Vec::new(),
            sections: Vec::new(),
            summary: None,
            sentences: None,
        }
    }
}
