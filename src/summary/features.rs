//! Measures a story's sentences: where each stands, its words and marks, and what it shares with the rest of the story
//! and with the headline.

use crate::language::{letter, word};
use crate::plan::ParagraphKind;
use crate::story::Story;
use crate::words::{Token, Words};

use super::held_back::{self, Standing};

/// How many numbers there are for a sentence.
pub const COUNT: usize = 24;

/// A sentence in numbers, in the order that `benches/text/train.py` has their names in.
pub type Row = [f32; COUNT];

/// What was measured of a story.
#[derive(Debug)]
pub struct Measured {
    /// For each sentence its numbers; `None` where it may not stand in a summary.
    pub rows: Vec<Option<Row>>,
    /// For each sentence, how much its score is lowered by [`held_back`].
    pub held_back: Vec<f32>,
    /// For each sentence, the numbers of the stems that it is about, ascending.
    pub terms: Vec<Vec<u32>>,
}

/// A sentence of fewer words is a heading or an exclamation, and stands in no summary.
const MIN_WORDS: u32 = 3;

/// Measures all sentences, in time linear in the story.
#[inline(never)]
pub fn measure(story: &Story, words: &Words) -> Measured {
    let content = Content::read(story, words);
    let lengths: Vec<u32> = (0..story.sentences.len()).map(|i| word::count(story.sentence(i))).collect();
    let eligible: Vec<usize> = (0..lengths.len()).filter(|&i| lengths[i] >= MIN_WORDS && may_stand(story, i)).collect();
    let places = places(story, &eligible);
    let mut rows = vec![None; story.sentences.len()];
    let mut held_back = vec![0.0; rows.len()];
    for (place, &i) in places.iter().zip(&eligible) {
        let standing = match place.sentence {
            0 => Standing::First,
            sentence if sentence + 1 == place.sentences => Standing::Last,
            _ => Standing::Inside,
        };
        held_back[i] = held_back::held_back(story, words, i, standing);
        rows[i] = Some(row(story, &content, place, i, lengths[i], eligible.first().copied().unwrap_or_default()));
    }
    // These numbers tell something by comparison alone: they become shares of the highest in the story.
    for column in [CENTRAL, SHARED, SHARED_PER_TERM, HEADLINE] {
        let best = rows.iter().flatten().map(|row| row[column]).fold(0.0, f32::max);
        if best > 0.0 {
            for row in rows.iter_mut().flatten() {
                row[column] /= best;
            }
        }
    }
    Measured {
        rows,
        held_back,
        terms: content.sentences.into_iter().map(|s| s.into_iter().map(|(t, _)| t).collect()).collect(),
    }
}

/// Whether a sentence may stand in a summary: it is part of running text, and not of the line that names the story's
/// source. An item of a list that does not end as a sentence does is none.
fn may_stand(story: &Story, i: usize) -> bool {
    let paragraph = &story.paragraphs[story.sentences[i].paragraph];
    let is_text = match paragraph.kind {
        ParagraphKind::Paragraph | ParagraphKind::Quote => true,
        ParagraphKind::Item => {
            story.sentence(i).trim_end_matches(|c| c == ' ' || letter::is_closer(c)).ends_with(letter::is_sentence_end)
        }
        _ => false,
    };
    is_text && !paragraph.is_source
}

/// Where a sentence stands among those that may stand in a summary.
struct Place {
    sentence: usize,
    sentences: usize,
    paragraph: usize,
    paragraphs: usize,
    is_first: bool,
    is_alone: bool,
}

fn places(story: &Story, eligible: &[usize]) -> Vec<Place> {
    let of = |i: usize| story.sentences[i].paragraph;
    let mut paragraph = 0;
    let mut places: Vec<Place> = Vec::with_capacity(eligible.len());
    for (sentence, &i) in eligible.iter().enumerate() {
        let is_first = sentence == 0 || of(eligible[sentence - 1]) != of(i);
        paragraph += usize::from(is_first && sentence > 0);
        let is_last = eligible.get(sentence + 1).is_none_or(|&next| of(next) != of(i));
        places.push(Place {
            sentence,
            sentences: eligible.len(),
            paragraph,
            paragraphs: 0,
            is_first,
            is_alone: is_first && is_last,
        });
    }
    let paragraphs = paragraph + 1;
    for place in &mut places {
        place.paragraphs = paragraphs;
    }
    places
}

/// Where in the story it stands, 0 to 1.
pub const DEPTH: usize = 2;
const CENTRAL: usize = 8;
const SHARED_PER_TERM: usize = 9;
const SHARED: usize = 10;
const HEADLINE: usize = 11;

fn row(story: &Story, content: &Content, place: &Place, i: usize, length: u32, lead: usize) -> Row {
    let text = story.sentence(i).trim();
    let words = length.max(1) as f32;
    let signs = Signs::of(text);
    let own = &content.sentences[i];
    let kinds = own.len() as f32;
    let terms = own.iter().map(|(_, count)| count).sum::<u32>() as f32;
    let shared = || own.iter().map(|(term, _)| content.sentences_with[*term as usize]).filter(|with| *with >= 2);
    let in_headline = own.iter().filter(|(term, _)| content.headline.binary_search(term).is_ok()).count() as f32;
    let inner = text.trim_end_matches(|c| c == ' ' || letter::is_closer(c));
    let flag = |yes: bool| f32::from(u8::from(yes));
    let per_word = |count: u32| count as f32 / words;
    [
        place.sentence as f32,
        place.sentences as f32,
        place.sentence as f32 / place.sentences.saturating_sub(1).max(1) as f32,
        place.paragraph as f32,
        place.paragraphs as f32,
        flag(place.is_first),
        flag(place.is_alone),
        words,
        content.cosine_with_rest(i),
        shared().map(|with| (with as f32).ln()).sum::<f32>() / kinds.max(1.0),
        shared().map(|with| with.min(6) as f32).sum::<f32>() / kinds.sqrt().max(1.0),
        in_headline / content.headline.len().max(1) as f32,
        in_headline / kinds.max(1.0),
        flag(!content.headline.is_empty()),
        if i == lead { 1.0 } else { content.cosine(i, lead) },
        per_word(signs.numbers),
        flag(signs.quotes),
        flag(text.starts_with(|c| c == '-' || letter::is_quote(c))),
        1.0 - terms / content.words[i].max(1) as f32,
        per_word(signs.capitals),
        per_word(signs.commas),
        flag(!text.trim_end_matches(letter::is_closer).ends_with(letter::is_sentence_end)),
        flag(inner.ends_with(letter::is_question)),
        flag(text.ends_with(letter::is_colon)),
    ]
}

/// What was counted of a sentence's characters.
#[derive(Default)]
struct Signs {
    numbers: u32,
    commas: u32,
    /// Words that begin with a capital, without the first.
    capitals: u32,
    quotes: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let (mut in_number, mut after_space) = (false, false);
        for c in text.chars() {
            let is_numeric = letter::is_numeric(c);
            signs.numbers += u32::from(is_numeric && !in_number);
            signs.commas += u32::from(letter::is_comma(c));
            signs.capitals += u32::from(after_space && c.is_uppercase());
            signs.quotes |= letter::is_quote(c) && !letter::is_apostrophe(c);
            (in_number, after_space) = (is_numeric, letter::is_whitespace(c));
        }
        signs
    }
}

/// What the sentences are about, each stem a number.
#[derive(Debug)]
struct Content {
    /// For each sentence its terms and how often it has them, ascending.
    sentences: Vec<Vec<(u32, u32)>>,
    /// For each sentence the number of its words, stop words among them.
    words: Vec<usize>,
    /// For each term, how many sentences have it.
    sentences_with: Vec<u32>,
    /// For each term, how often the story has it.
    counts: Vec<u32>,
    /// The square of the length of the vector of `counts`.
    length2: f32,
    /// The headline's terms, ascending.
    headline: Vec<u32>,
}

impl Content {
    fn read(story: &Story, words: &Words) -> Self {
        let read = |tokens: &[Token]| {
            let mut stems: Vec<u32> = words.content(tokens).collect();
            stems.sort_unstable();
            stems.chunk_by(u32::eq).map(|same| (same[0], same.len() as u32)).collect::<Vec<_>>()
        };
        let headline = read(words.headline()).into_iter().map(|(stem, _)| stem).collect();
        let sentences: Vec<_> = (0..story.sentences.len()).map(|i| read(words.sentence(i))).collect();
        let words_of = (0..sentences.len()).map(|i| words.sentence(i).len()).collect();
        let (mut sentences_with, mut counts) = (vec![0; words.stems()], vec![0; words.stems()]);
        for &(term, count) in sentences.iter().flatten() {
            sentences_with[term as usize] += 1;
            counts[term as usize] += count;
        }
        let length2 = counts.iter().map(|&count| square(count)).sum();
        Self { sentences, words: words_of, sentences_with, counts, length2, headline }
    }

    /// How much a sentence is like all the others together: the cosine between its terms and the sum of theirs, 0 to 1.
    fn cosine_with_rest(&self, i: usize) -> f32 {
        let own = &self.sentences[i];
        let (mut dot, mut own2, mut both) = (0.0, 0.0, 0.0);
        for &(term, count) in own {
            let all = self.counts[term as usize];
            dot += count as f32 * (all - count) as f32;
            own2 += square(count);
            both += count as f32 * all as f32;
        }
        let rest2 = (self.length2 - 2.0 * both + own2).max(0.0);
        if own2 > 0.0 && rest2 > 0.0 { dot / (own2.sqrt() * rest2.sqrt()) } else { 0.0 }
    }

    fn cosine(&self, i: usize, j: usize) -> f32 {
        let (left, right) = (&self.sentences[i], &self.sentences[j]);
        let dot: f32 = (left.iter())
            .filter_map(|(term, count)| {
                let at = right.binary_search_by_key(term, |(term, _)| *term).ok()?;
                Some(*count as f32 * right[at].1 as f32)
            })
            .sum();
        let length = |terms: &[(u32, u32)]| terms.iter().map(|(_, count)| square(*count)).sum::<f32>().sqrt();
        if dot > 0.0 { dot / (length(left) * length(right)) } else { 0.0 }
    }
}

fn square(count: u32) -> f32 {
    count as f32 * count as f32
}
