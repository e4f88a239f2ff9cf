//! What comes out: plain values, with the same fields as the types in `www/shell/types.d.ts`. `assemble.rs` fills them.
//!
//! All offsets here count the UTF-16 code units of the node or text that they belong to.

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
    /// Why the page is no article; `None` where it is one.
    pub declined: Option<Declined>,
    /// The text of all paragraphs, with a blank line between two.
    pub text: String,
    /// The story's paragraphs, in order.
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
    /// When it was last changed, in the same form.
    pub modified: Option<String>,
    /// The site's name.
    pub site: Option<String>,
    /// The story's own address: the canonical one where the page names it.
    pub url: Option<String>,
    /// The address of its lead image, as the page states it.
    pub image: Option<String>,
    /// The language of its text, as a tag of BCP 47.
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
    /// `brief`, `unlisted`; mostly empty.
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
    /// Its text, with white space folded and without what is hidden.
    pub text: String,
    /// What it is in the page.
    pub kind: ParagraphKind,
    /// Its place in [`Plan::sections`].
    pub section: usize,
    /// The element that holds it. If `<br>`s part an element's text into paragraphs, they all have that element.
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
    /// The characters to take out, if this is a text edit; empty if it is an edit of the element.
    pub ranges: Vec<Range>,
    /// What to do.
    pub action: Action,
    /// Why.
    pub reason: Reason,
    /// The rule that fired.
    pub rule: &'static str,
    /// How sure it is, 0 to 1.
    pub confidence: f32,
    /// The text that is hidden or marked.
    pub text: String,
    /// For a text edit, what is put in place of the characters of the first range; mostly empty.
    pub replacement: String,
    /// Whether it is hidden in such a way that the browser's search still finds it, as whole boxes are that were judged
    /// by where they stand.
    pub findable: bool,
    /// What the browser is asked before the edit is made, since the snapshot has no style; absent for nearly all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asks: Option<&'static str>,
}

/// In [`Edit::asks`]: the edit is made only where the element is laid out over the page, its `position` fixed or sticky.
pub const ASKS_FIXED: &str = "fixed";

/// What an edit does.
#[derive(Clone, Copy, Debug, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// It is hidden.
    Hide,
    /// It is doubtful: it stays as it is, and is only listed.
    Leave,
    /// It is marked as the caption of a picture.
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
    /// A request to subscribe to a newsletter, to follow a channel, to install an app.
    Promotion,
    /// A request to share the story or follow the site.
    Share,
    /// "Read more" with nothing more.
    ReadMore,
    /// "The post X appeared first on Y".
    FeedTail,
    /// "All rights reserved".
    Rights,
    /// "Subscribe to go on reading", "we use cookies".
    Paywall,
    /// A second copy of the headline.
    DuplicateHeadline,
    /// The caption of a picture.
    Caption,
    /// "Source" with nothing after it.
    SourceLabel,
    /// Stops left over by cutting and pasting: `. .`.
    Punctuation,
    /// Entities shown as text: `&quot;`.
    Encoding,
    /// What readers have written below the story, and the form for it.
    Comments,
    /// What is laid over the page: a dialog, a bar, a request for consent.
    Overlay,
    /// A column or a box of several kinds, all of which are hidden.
    Column,
    /// What is neither the story nor its head.
    Around,
}

/// A part of the story.
#[derive(Clone, Debug, Serialize, PartialEq)]
pub struct Section {
    /// `None` where no role is sure.
    pub role: Option<Role>,
    /// The page's own subhead.
    pub label: Option<String>,
    /// A phrase of the part, verbatim, that tells what it is about; `None` where it has a label of its own.
    pub phrase: Option<String>,
    /// The level of the part's heading, 2 to 6.
    pub level: u32,
    /// How sure its beginning and its role are, 0 to 1.
    pub confidence: f32,
    /// Its first paragraph, and the one after its last.
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
    /// The higher, the better. Scores can be compared within one story only.
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
