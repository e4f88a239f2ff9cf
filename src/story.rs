//! The story as the stages after the flaws see it: its paragraphs, without what is hidden, and their sentences.

use std::ops::Range;

use crate::article::Found;
use crate::block::{self, Block, Run};
use crate::flaw::Flaws;
use crate::language::{self, identify, script, sentence, word};
use crate::metadata::Metadata;
use crate::plan::{self, Direction, ParagraphKind};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// The story, of a page or of plain text.
#[derive(Debug)]
pub struct Story {
    pub title: String,
    pub byline: Option<String>,
    pub published: Option<String>,
    pub modified: Option<String>,
    pub site: Option<String>,
    pub url: Option<String>,
    pub image: Option<String>,
    pub source: Option<plan::Source>,
    pub republished_from: Option<String>,
    pub language: String,
    pub direction: Direction,
    pub node: NodeId,
    /// See [`plan::Article::certainty`].
    pub certainty: f32,
    /// See [`plan::Article::doubts`].
    pub doubts: Vec<&'static str>,
    pub paragraphs: Vec<Paragraph>,
    /// All sentences in order.
    pub sentences: Vec<Sentence>,
}

/// A paragraph of the story.
#[derive(Debug)]
pub struct Paragraph {
    pub text: String,
    pub kind: ParagraphKind,
    /// The level of a subhead, 2 to 6.
    pub level: u32,
    pub node: NodeId,
    /// Whether the paragraph names the story's source and nothing else.
    pub is_source: bool,
    /// Whether the page shows all of it unlike running text, as it shows a heading: in bold, or by an element that is
    /// named so.
    pub stands_out: bool,
    runs: Vec<Run>,
}

/// A sentence of the story.
#[derive(Debug)]
pub struct Sentence {
    pub paragraph: usize,
    /// Where it stands in the paragraph's text, in bytes.
    pub span: Range<usize>,
}

impl Paragraph {
    /// A stretch of the text as ranges of the page's text nodes.
    pub fn ranges(&self, snapshot: &Snapshot, span: Range<usize>) -> Vec<plan::Range> {
        block::ranges(snapshot, &self.runs, &span)
    }
}

impl Story {
    pub(crate) fn from_page(
        snapshot: &Snapshot,
        blocks: &[Block],
        found: &Found,
        flaws: &Flaws,
        metadata: &Metadata,
    ) -> Self {
        let mut paragraphs = Vec::with_capacity(found.blocks.len());
        let source = flaws.source.as_ref().map(|(block, _)| *block);
        let mut told: Vec<usize> = found.blocks.iter().copied().chain(source).collect();
        told.sort_unstable();
        told.dedup();
        for i in told {
            let cuts = &flaws.cuts[i];
            if cuts.whole {
                continue;
            }
            let (text, runs) = without(&blocks[i], &cuts.spans);
            if text.is_empty() {
                continue;
            }
            let (kind, level) = kind(snapshot, blocks[i].element);
            let is_source = source == Some(i);
            let stands_out = stands_out(snapshot, blocks[i].element, &runs);
            paragraphs.push(Paragraph { text, kind, level, node: blocks[i].element, is_source, stands_out, runs });
        }
        let mut story = Self::new(paragraphs, metadata.title.clone(), snapshot.language());
        let language = story.language.as_str();
        story.sentences = (story.paragraphs.iter().enumerate())
            .flat_map(|(paragraph, p)| {
                sentence::sentences(&p.text, language).into_iter().map(move |span| Sentence { paragraph, span })
            })
            .collect();
        story.byline.clone_from(&metadata.byline);
        story.published.clone_from(&metadata.published);
        story.modified.clone_from(&metadata.modified);
        story.site.clone_from(&metadata.site);
        story.url.clone_from(&metadata.url);
        story.image.clone_from(&metadata.image);
        story.source = flaws.source.as_ref().map(|(_, source)| source.clone());
        story.republished_from.clone_from(&flaws.republished_from);
        story.node = found.node;
        story.certainty = found.certainty;
        story.doubts.clone_from(&found.doubts);
        story
    }

    pub(crate) fn from_sentences<S: AsRef<str>>(given: &[Vec<S>], title: &str, language: &str) -> Self {
        let mut paragraphs = Vec::with_capacity(given.len());
        let mut sentences = Vec::new();
        for sentences_given in given.iter().filter(|paragraph| !paragraph.is_empty()) {
            let mut text = String::new();
            for sentence in sentences_given {
                if !text.is_empty() {
                    text.push(' ');
                }
                let start = text.len();
                text.push_str(sentence.as_ref());
                sentences.push(Sentence { paragraph: paragraphs.len(), span: start..text.len() });
            }
            paragraphs.push(Paragraph {
                text,
                kind: ParagraphKind::Paragraph,
                level: 2,
                node: NodeId::ROOT,
                is_source: false,
                stands_out: false,
                runs: Vec::new(),
            });
        }
        Self { sentences, ..Self::new(paragraphs, title.to_owned(), language) }
    }

    fn new(paragraphs: Vec<Paragraph>, title: String, language: &str) -> Self {
        /// So many characters of a text are enough to tell its language beyond doubt.
        const ENOUGH: usize = 4_000;
        let sample: String = paragraphs.iter().flat_map(|p| p.text.chars()).take(ENOUGH).collect();
        let evidence = identify::identify(&sample);
        let claimed = &*language::tag(language);
        let direction = script::direction(&sample);
        // Many pages claim the language of their template. The claim is not believed where the text's letters and words
        // contradict it.
        let believed =
            !claimed.is_empty() && script::direction_of_language(claimed) == direction && evidence.allows(claimed);
        Self {
            title,
            byline: None,
            published: None,
            modified: None,
            site: None,
            url: None,
            image: None,
            source: None,
            republished_from: None,
            language: if believed { claimed.to_owned() } else { evidence.language.to_owned() },
            direction,
            node: NodeId::ROOT,
            certainty: 1.0,
            doubts: Vec::new(),
            paragraphs,
            sentences: Vec::new(),
        }
    }

    /// Its length in words as a reader counts them: see [`word::count`].
    pub fn words(&self) -> u32 {
        self.paragraphs.iter().map(|p| word::count(&p.text)).sum()
    }

    pub fn sentence(&self, i: usize) -> &str {
        let sentence = &self.sentences[i];
        &self.paragraphs[sentence.paragraph].text[sentence.span.clone()]
    }
}

/// What a block is, by the elements that it stands in, and the level of its heading if it is one.
fn kind(snapshot: &Snapshot, element: NodeId) -> (ParagraphKind, u32) {
    for node in snapshot.ancestry(element) {
        let kind = match snapshot.tag(node) {
            Tag::Li | Tag::Dt | Tag::Dd => ParagraphKind::Item,
            Tag::Blockquote => ParagraphKind::Quote,
            Tag::Pre => ParagraphKind::Code,
            // A table that only lays the page out has paragraphs or much text in its cells, which are then no cells of
            // data.
            Tag::Td | Tag::Th if is_data_cell(snapshot, node) => ParagraphKind::Row,
            Tag::Article | Tag::Body | Tag::Main => break,
            tag => match tag.heading() {
                Some(level) => return (ParagraphKind::Subhead, level.clamp(2, 6)),
                None => continue,
            },
        };
        return (kind, 2);
    }
    (ParagraphKind::Paragraph, 2)
}

fn stands_out(snapshot: &Snapshot, element: NodeId, runs: &[Run]) -> bool {
    let named = snapshot.attribute(element, Attr::Role) == Some("heading")
        || snapshot.attribute(element, Attr::Class).is_some_and(|class| class.to_ascii_lowercase().contains("subhead"));
    let bold = |run: &Run| {
        (snapshot.ancestry(run.node).take_while(|node| *node != element))
            .any(|node| matches!(snapshot.tag(node), Tag::B | Tag::Strong))
    };
    named || !runs.is_empty() && runs.iter().all(bold)
}

fn is_data_cell(snapshot: &Snapshot, cell: NodeId) -> bool {
    /// A cell with more bytes of text is no cell of a table of data, which holds a name or a number.
    const LONG: usize = 200;
    let inside = || snapshot.descendants(cell);
    let presentation = snapshot
        .ancestry(cell)
        .find(|node| snapshot.tag(*node) == Tag::Table)
        .is_some_and(|table| matches!(snapshot.attribute(table, Attr::Role), Some("presentation" | "none")));
    !presentation
        && inside().map(|node| snapshot.text(node).len()).sum::<usize>() < LONG
        && !inside().any(|node| matches!(snapshot.tag(node), Tag::P | Tag::Div | Tag::Br))
}

/// A block's text and runs with some spans replaced, which must be ascending and not overlap. No white space is left
/// doubled where a span was taken out. The replacements are in no run, since the page does not have them until it is
/// cleaned.
fn without(block: &Block, spans: &[(Range<usize>, String)]) -> (String, Vec<Run>) {
    if spans.is_empty() {
        return (block.text.clone(), block.runs.clone());
    }
    let (mut text, mut runs) = (String::new(), Vec::new());
    let mut from = 0;
    let end = (block.text.len()..block.text.len(), String::new());
    for (span, replacement) in spans.iter().chain(std::iter::once(&end)) {
        let mut piece = from..span.start;
        from = span.end;
        if text.is_empty() || text.ends_with(char::is_whitespace) {
            piece.start += block.text[piece.clone()].len() - block.text[piece.clone()].trim_start().len();
        }
        let at = text.len();
        text.push_str(&block.text[piece.clone()]);
        for run in &block.runs {
            let (start, end) = (run.at.max(piece.start), (run.at + run.len).min(piece.end));
            if start < end {
                runs.push(Run {
                    at: at + start - piece.start,
                    len: end - start,
                    offset: run.offset + start - run.at,
                    ..*run
                });
            }
        }
        if !(text.is_empty() && replacement.trim().is_empty()) {
            text.push_str(replacement);
        }
    }
    text.truncate(text.trim_end().len());
    (text, runs)
}
