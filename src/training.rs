//! What the benches need to fit the models of the story's blocks and of its summary; no part of the interface.

use crate::article::{self, context, features, names};
use crate::block;
use crate::forest;
use crate::metadata;
use crate::plan::ParagraphKind;
use crate::section;
use crate::snapshot::Snapshot;
use crate::story::Story;
use crate::summary;
use crate::words::Words;

/// The names of a block's numbers at its first look, in the model's order.
pub const FIRST: &[&str] = &features::Row::NAMES;
/// The names of a block's numbers at its second look, likewise.
pub const SECOND: &[&str] = &context::Context::NAMES;

/// A page's visible blocks and their numbers.
pub struct Page {
    /// For each visible block, its text.
    pub texts: Vec<String>,
    /// For each visible block, its length in words.
    pub words: Vec<f32>,
    /// For each visible block, its numbers.
    pub rows: Vec<features::Row>,
    /// For each visible block, the tokens of the elements around it, the innermost first.
    pub tokens: Vec<Vec<u32>>,
}

/// Measures a page's blocks for the second time, with first scores that are given.
pub fn look(snapshot: &Snapshot, weight: &impl Fn(u32) -> f32, scores: &[f32]) -> Vec<context::Context> {
    let blocks = block::cut(snapshot);
    let metadata = metadata::read(snapshot, &blocks);
    let measured = features::measure(snapshot, &blocks, &metadata, weight);
    context::look(snapshot, &blocks, &measured, scores)
}

/// Measures a page with a table of names' weights.
pub fn page(snapshot: &Snapshot, weight: &impl Fn(u32) -> f32) -> Page {
    let blocks = block::cut(snapshot);
    let metadata = metadata::read(snapshot, &blocks);
    let measured = features::measure(snapshot, &blocks, &metadata, weight);
    let tokens = (measured.blocks.iter())
        .map(|&i| {
            let mut found = Vec::new();
            for node in snapshot.ancestry(blocks[i].element) {
                names::tokens_of(snapshot, node, |token| found.push(token));
            }
            found.sort_unstable();
            found.dedup();
            found
        })
        .collect();
    Page {
        texts: measured.blocks.iter().map(|&i| blocks[i].text.clone()).collect(),
        words: measured.words,
        rows: measured.rows,
        tokens,
    }
}

/// The blocks that are a page's story up to its end, as places among its visible ones, given their scores at the second look.
#[must_use]
pub fn choose(snapshot: &Snapshot, scores: &[f32]) -> Vec<usize> {
    let blocks = block::cut(snapshot);
    let metadata = metadata::read(snapshot, &blocks);
    let measured = features::measure(snapshot, &blocks, &metadata, &|_| 0.0);
    let likely: Vec<f32> = scores.iter().map(|score| forest::logistic(*score)).collect();
    let mut story = article::ends::cut(snapshot, &blocks, &measured, &metadata, article::choose(&measured, &likely));
    story.retain(|&place| article::is_told(&metadata, measured.blocks[place]));
    story
}

/// How long each stage of [`clean`](crate::clean) takes, in milliseconds.
#[must_use]
pub fn stages(snapshot: &Snapshot) -> Vec<(&'static str, f64)> {
    let options = crate::Options::default();
    let mut times = Vec::new();
    let mut start = std::time::Instant::now();
    let mut lap = |name| {
        times.push((name, start.elapsed().as_secs_f64() * 1e3));
        start = std::time::Instant::now();
    };
    let blocks = block::cut(snapshot);
    lap("blocks");
    let metadata = metadata::read(snapshot, &blocks);
    lap("metadata");
    let Ok(found) = article::find(snapshot, &blocks, &metadata, &options) else { return times };
    lap("article");
    let flaws = crate::flaw::find(snapshot, &blocks, &found, &metadata, &options);
    lap("flaws");
    let story = crate::story::Story::from_page(snapshot, &blocks, &found, &flaws, &metadata);
    lap("story");
    let words = Words::of(&story);
    lap("words");
    let sections = crate::section::divide(&story, &words, &options);
    lap("sections");
    let ranking = crate::summary::rank(&story, &words, &sections);
    lap("summary");
    let _ = crate::assemble::assemble(snapshot, &story, flaws.edits, &sections, &ranking, &options);
    lap("plan");
    times
}

/// What is measured of a story's sentences.
pub struct Sentences {
    /// For each sentence its numbers; `None` where it may not stand in a summary.
    pub rows: Vec<Option<summary::features::Row>>,
    /// For each sentence, how much its score is lowered by rule.
    pub held_back: Vec<f32>,
    /// For each sentence its content, as numbers of terms, ascending.
    pub terms: Vec<Vec<u32>>,
}

/// Measures a story that is given as paragraphs of sentences.
#[must_use]
pub fn sentences(paragraphs: &[Vec<String>], title: &str, language: &str) -> Sentences {
    let story = Story::from_sentences(paragraphs, title, language);
    let measured = summary::features::measure(&story, &Words::of(&story));
    Sentences { rows: measured.rows, held_back: measured.held_back, terms: measured.terms }
}

/// The numbers of a paragraph that its role is told by.
pub type RoleRow = [f64; section::role::FEATURES];

/// The numbers that the roles of a story's paragraphs are told by. Each paragraph is given with its kind; in a language
/// without cues there are none.
#[must_use]
pub fn roles(paragraphs: &[(String, ParagraphKind)], language: &str, published: Option<&str>) -> Option<Vec<RoleRow>> {
    let given: Vec<Vec<&str>> = paragraphs.iter().map(|(text, _)| vec![text.as_str()]).collect();
    let mut story = Story::from_sentences(&given, "", language);
    story.published = published.map(str::to_owned);
    for (paragraph, (_, kind)) in story.paragraphs.iter_mut().zip(paragraphs) {
        paragraph.kind = *kind;
    }
    section::role::features(&story, &Words::of(&story), &(0..story.paragraphs.len()).collect::<Vec<_>>())
}
