//! Puts what the stages found together into a [`Plan`].
//!
//! The stages count bytes; here their offsets become UTF-16 units.

use crate::language::{reading, utf16};
use crate::options::{self, Options};
use crate::plan::{Article, Edit, Paragraph, Plan, Section, Sentence, Summary, SummarySentence, VERSION};
use crate::section::Part;
use crate::snapshot::Snapshot;
use crate::story::Story;
use crate::summary::Ranking;

/// A story of at most so many sentences is short enough to need no summary.
const TOO_SHORT_TO_SUM_UP: usize = 5;

/// The plan of a story: `edits` in the page's order and without the reasons that [`Options::keep`] names, the parts and the
/// ranking of its sentences as they were found.
#[inline(never)]
pub fn assemble(
    snapshot: &Snapshot,
    story: &Story,
    mut edits: Vec<Edit>,
    sections: &[Part],
    ranking: &Ranking,
    options: &Options,
) -> Plan {
    edits.retain(|edit| !options.keep.contains(&edit.reason));
    edits.sort_by_key(|edit| (edit.node, edit.ranges.first().map(|range| range.start)));
    let text = story.paragraphs.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join("\n\n");
    let words = story.words();
    let places = sections.iter().enumerate().flat_map(|(place, part)| part.paragraphs.clone().map(move |_| place));
    Plan {
        version: VERSION,
        article: Some(Article {
            title: story.title.clone(),
            byline: story.byline.clone(),
            published: story.published.clone(),
            modified: story.modified.clone(),
            site: story.site.clone(),
            url: story.url.clone(),
            image: story.image.clone(),
            language: story.language.clone(),
            direction: story.direction,
            words,
            minutes: words.div_ceil(reading::words_per_minute(&story.language)).max(1),
            source: story.source.clone(),
            republished_from: story.republished_from.clone(),
            node: story.node,
            certainty: story.certainty,
            doubts: story.doubts.clone(),
        }),
        declined: None,
        paragraphs: (story.paragraphs.iter().zip(places))
            .map(|(p, section)| Paragraph { text: p.text.clone(), kind: p.kind, section, node: p.node })
            .collect(),
        text,
        edits,
        sections: (sections.iter())
            .map(|part| Section {
                role: part.role,
                label: part.label.clone(),
                phrase: part.phrase.clone(),
                level: part.level,
                confidence: part.confidence,
                paragraphs: (part.paragraphs.start, part.paragraphs.end),
            })
            .collect(),
        summary: summarize(snapshot, story, ranking, options.summary),
        sentences: options.sentences.then(|| sentences(snapshot, story, ranking)),
    }
}

fn summarize(snapshot: &Snapshot, story: &Story, ranking: &Ranking, wanted: options::Summary) -> Option<Summary> {
    let options::Summary::Sentences(wanted) = wanted else { return None };
    if story.sentences.len() <= TOO_SHORT_TO_SUM_UP {
        return None;
    }
    let mut chosen: Vec<usize> = ranking.order.iter().copied().filter(|&i| ranking.fit[i]).take(wanted).collect();
    chosen.sort_unstable();
    let sentences = chosen.into_iter().map(|i| {
        let sentence = &story.sentences[i];
        let paragraph = &story.paragraphs[sentence.paragraph];
        SummarySentence {
            text: paragraph.text[sentence.span.clone()].to_owned(),
            paragraph: sentence.paragraph,
            ranges: paragraph.ranges(snapshot, sentence.span.clone()),
            score: ranking.score[i],
        }
    });
    Some(Summary { sentences: sentences.collect() }).filter(|summary| !summary.sentences.is_empty())
}

fn sentences(snapshot: &Snapshot, story: &Story, ranking: &Ranking) -> Vec<Sentence> {
    let mut rank = vec![0; story.sentences.len()];
    for (place, &i) in ranking.order.iter().enumerate() {
        rank[i] = place;
    }
    let mut found = Vec::with_capacity(rank.len());
    let (mut last, mut byte, mut units) = (usize::MAX, 0, 0);
    for (sentence, rank) in story.sentences.iter().zip(rank) {
        let paragraph = &story.paragraphs[sentence.paragraph];
        if sentence.paragraph != last {
            (last, byte, units) = (sentence.paragraph, 0, 0);
        }
        let start = units + utf16::units(&paragraph.text[byte..sentence.span.start]);
        let text = &paragraph.text[sentence.span.clone()];
        let end = start + utf16::units(text);
        (byte, units) = (sentence.span.end, end);
        found.push(Sentence {
            text: text.to_owned(),
            paragraph: sentence.paragraph,
            start,
            end,
            ranges: paragraph.ranges(snapshot, sentence.span.clone()),
            rank,
        });
    }
    found
}
