//! "Advertisement" and "Story continues below": lines that announce an advertisement, whether or not there is one.
//!
//! In every language the label is an ordinary word as well (إعلان is a declaration, Anzeige a charge with the police), so
//! the place decides: [`confidence`] adds up what speaks for a label and against it.

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::proposal::Proposal;
use super::slot;
use crate::language::key;
use crate::language::{letter, sentence};
use crate::plan::Reason;
use crate::snapshot::{NodeId, Tag};

/// The longest label has so many words; longer lines are text.
const MAX_LENGTH: u32 = 9;
/// No more labels than this are judged, since judging one takes time linear in the page. No page of the benchmarks has
/// a tenth as many.
const MAX_LABELS: usize = 256;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = Vec::new();
    let mut labels = 0;
    for (i, line) in page.lines.iter().enumerate().filter(|(i, _)| !gone[*i]) {
        if line.length <= MAX_LENGTH * 2 && is_continued(line) {
            found.push(Proposal::hide(i, Reason::AdLabel, "label.continues", continued(line)));
        } else if is_label(line) && labels < MAX_LABELS {
            labels += 1;
            found.push(Proposal::hide(i, Reason::AdLabel, "label.lone", confidence(page, gone, i)));
        } else if line.prose {
            found.extend(glued(line).map(|(span, rule)| Proposal::cut(i, span, Reason::AdLabel, rule, GLUED)));
        }
    }
    found
}

/// How sure it is that a whole line which says that the story goes on below an advertisement may go: such a line says
/// nothing else.
const CONTINUES: f32 = 0.88;
/// How sure it is of the same sentence inside of a paragraph: few stories have it as words of their own.
const GLUED: f32 = 0.92;

fn is_continued(line: &Line) -> bool {
    !line.quoted && !line.is_speech() && catalogue::is(Kind::Continues, &line.words)
}

fn continued(line: &Line) -> f32 {
    if line.heading.is_some_and(|level| level < 4) { 0.6 } else { CONTINUES }
}

/// Whether a line is a label: the word for an advertisement alone, several such words, or one with a number beside it.
fn is_label(line: &Line) -> bool {
    if line.length > MAX_LENGTH || line.words.is_empty() {
        return false;
    }
    let words = line.words.trim_matches(|c: char| c.is_ascii_digit() || c == ' ');
    catalogue::whole(Kind::Ad, words)
        || is_repeated(words)
        || {
            let mut parts = line.text.split(parts_label).map(key::words);
            let all = parts.by_ref().filter(|part| !part.is_empty() && !part.chars().all(|c| c.is_ascii_digit()));
            let parts: Vec<String> = all.collect();
            parts.len() > 1 && parts.iter().all(|part| catalogue::whole(Kind::Ad, part))
        }
        || is_marked_by_law(line)
}

/// Signs that stand between two labels in one line.
fn parts_label(c: char) -> bool {
    matches!(c, '\n' | '.' | '(') || letter::is_separator(c) || letter::is_dash(c) || letter::is_colon(c)
}

/// Whether a text is one label twice: "Advertisement Advertisement".
fn is_repeated(words: &str) -> bool {
    let half = words.len() / 2;
    let (Some(first), Some(second)) = (words.get(..half), words.get(half + 1..)) else { return false };
    first == second && catalogue::whole(Kind::Ad, first)
}

/// Whether a line is what the law demands of advertisements in Russia: the word, the advertiser's name and a token.
fn is_marked_by_law(line: &Line) -> bool {
    line.words.contains(" erid ") && catalogue::prefix(Kind::Ad, &line.words).is_some()
}

/// How sure it is that a lone label is one, 0 to 1.
///
/// Half of it is the word itself; between paragraphs it suffices, as a heading over its own text or where the text around
/// speaks of the word it does not. The weights were set on labelled pages in 18 languages, among them 59 that only look as if.
fn confidence(page: &Page, gone: &[bool], i: usize) -> f32 {
    let line = &page.lines[i];
    let (prev, next) = (page.neighbour(i, gone, false), page.neighbour(i, gone, true));
    let (before, after) = (page.prose_near(i, gone, false), page.prose_near(i, gone, true));
    let beside = slot::beside(page, i);
    let named = is_named(page, i);
    let placed = beside || named;
    let twin = |at: Option<usize>| at.is_some_and(|at| is_label(&page.lines[at]));
    let repeated = page.lines.iter().enumerate().any(|(j, other)| j != i && other.words == line.words);

    let mut sum = 0.5;
    sum += match (before, after) {
        (true, true) => 0.3,
        (true, false) | (false, true) => 0.25,
        (false, false) => 0.0,
    };
    sum += weight(beside, 0.3) + weight(named, 0.3) + weight(repeated, 0.1);
    sum += weight(line.words.contains(' '), 0.1) + weight(is_framed(line.text), 0.1);
    // A heading over its own text; a small one may be the page's, which calls its slots so again and again.
    let over_text = next.is_some_and(|next| page.lines[next].prose) || !after;
    sum -= match line.heading {
        Some(1..=3) if over_text && !placed => 0.5,
        Some(_) if over_text && !placed && !repeated => 0.4,
        _ => 0.0,
    };
    if line.is_speech() || line.quoted {
        sum -= 0.6;
    }
    if line.ends_in_stop() {
        sum -= 0.3;
    }
    // What stands before announces it, or what stands after explains it.
    let announced = prev.is_some_and(|prev| announces(&page.lines[prev]));
    let explained = next.is_some_and(|next| speaks_of_word(&page.lines[next].words, true))
        || prev.is_some_and(|prev| speaks_of_word(&page.lines[prev].words, false));
    sum -= weight((announced || explained) && !placed, 0.5);
    sum -= weight(is_topic(page, line) && !placed, 0.25);
    sum -= weight(!placed && in_list(page, i) && !twin(prev) && !twin(next), 0.3);
    if !line.inside && !placed {
        sum -= 0.05;
    }
    sum.clamp(0.0, 0.99)
}

fn weight(holds: bool, weight: f32) -> f32 {
    if holds { weight } else { 0.0 }
}

/// Whether a text is set apart by its form: between dashes, in brackets, in capitals.
fn is_framed(text: &str) -> bool {
    let text = text.trim();
    let sign = |c: char| !letter::is_alphanumeric(c);
    let capitals = text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase);
    capitals || (text.starts_with(sign) && text.ends_with(|c| sign(c) && !letter::is_sentence_end(c)))
}

/// Whether a line announces the next one, as "The sign said:" does.
pub fn announces(line: &Line) -> bool {
    line.text.trim_end().ends_with(letter::is_colon)
}

/// Whether a text speaks of a word beside it: in its first words, if it stands after the word, or in its last ones, if
/// it stands before.
fn speaks_of_word(words: &str, first: bool) -> bool {
    /// Halves of words: a letter is one in scripts without blanks. Ten words of any script.
    const REACH: usize = 20;
    let mut halves = 0;
    let mut is_far = |(_, c): &(usize, char)| {
        halves += if *c == ' ' { 2 } else { usize::from(key::is_unspaced(*c)) };
        halves >= REACH
    };
    let part = if first {
        let end = words.char_indices().find(&mut is_far);
        &words[..end.map_or(words.len(), |(at, _)| at)]
    } else {
        let before = words.char_indices().rev().find(&mut is_far);
        &words[before.map_or(0, |(at, c)| at + c.len_utf8())..]
    };
    catalogue::within(Kind::Word, part).is_some()
}

/// Whether the story is about the label's word, which then stands in the headline, or again and again in the text.
fn is_topic(page: &Page, line: &Line) -> bool {
    const OFTEN: usize = 3;
    let word = line.words.split(' ').max_by_key(|word| word.len()).unwrap_or_default();
    // Short labels are parts of other words.
    let short = word.chars().count() < 4 && !word.chars().any(key::is_unspaced);
    let tells = |words: &str| {
        if short { words.split(' ').any(|other| other == word) } else { words.contains(word) }
    };
    tells(&page.title) || page.lines.iter().filter(|other| other.prose && tells(&other.words)).nth(OFTEN - 1).is_some()
}

/// Whether a line is an item among other items of a list, or a cell among other cells.
fn in_list(page: &Page, i: usize) -> bool {
    let snapshot = page.snapshot;
    let item = snapshot
        .ancestry(page.element(i))
        .take(4)
        .find(|node| matches!(snapshot.tag(*node), Tag::Li | Tag::Td | Tag::Th | Tag::Dd | Tag::Dt | Tag::Option));
    let list = item.and_then(|item| {
        snapshot.ancestry(item).find(|node| matches!(snapshot.tag(*node), Tag::Ul | Tag::Ol | Tag::Table | Tag::Dl))
    });
    list.is_some_and(|list| {
        let others = |j: &usize| *j != i && snapshot.contains(list, page.element(*j));
        // Items that are paragraphs make the list a frame for the story.
        let items: Vec<usize> = (0..page.lines.len()).filter(others).collect();
        !items.is_empty() && !items.iter().any(|j| page.lines[*j].prose)
    })
}

/// Whether the line's element is named after an advertisement, or set in small letters.
fn is_named(page: &Page, i: usize) -> bool {
    let snapshot = page.snapshot;
    let wrapper = page.wrapper(i);
    let small = |node: NodeId| matches!(snapshot.tag(node), Tag::Small | Tag::Ins);
    (snapshot.ancestry(page.block(i).nodes().start).skip(1))
        .take_while(|node| *node >= wrapper)
        .any(|node| small(node) || slot::is_named(snapshot, node))
}

/// The sentences and brackets in a paragraph, at its edges or between its sentences, that say that the story goes on
/// below an advertisement.
fn glued<'a>(line: &'a Line) -> impl Iterator<Item = (std::ops::Range<usize>, &'static str)> + 'a {
    /// A bracket's text has at most so many bytes.
    const MAX_BRACKET: usize = 120;
    let from = line.span.start;
    let text = if catalogue::may_be_within(Kind::Continues, &line.words) { line.text } else { "" };
    let sentences = sentence::sentences(text, "und").into_iter().filter(move |span| {
        // A whole line is judged elsewhere.
        let short = span.len() < 200 && span.len() < line.text.trim().len();
        short && catalogue::is(Kind::Continues, &key::words(&line.text[span.clone()]))
    });
    let brackets = text.match_indices(['(', '[']).filter_map(move |(open, bracket)| {
        let close = if bracket == "(" { ')' } else { ']' };
        let near = &line.text[open..line.text.floor_char_boundary(open + MAX_BRACKET)];
        let end = open + near.find(close)? + 1;
        let words = key::words(&line.text[open + 1..end - 1]);
        (words.contains(' ') && catalogue::is(Kind::Continues, &words)).then_some(open..end)
    });
    let spans: Vec<_> = sentences.chain(brackets).collect();
    spans.into_iter().map(move |span| (from + span.start..from + span.end, "label.glued"))
}
