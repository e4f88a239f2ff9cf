//! "Advertisement" and "Story continues below": lines that announce an advertisement, whether or not there is one.
//!
//! In every language the label is an ordinary word as well (إعلان is a declaration, Anzeige a charge with the police), so
//! the place decides: [`confidence`] adds up what speaks for a label and against it.

use super::catalogue::{self, Kind};
use super::page::{Line, Page, is_frame};
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
        } else if is_label(line) && !super::token::holds(line.text) && labels < MAX_LABELS {
            labels += 1;
            let alone = Proposal::hide(i, Reason::AdLabel, "label.lone", confidence(page, gone, i));
            let paid = |node| Proposal { element: Some(node), rule: "label.box", confidence: BOX, ..alone.clone() };
            found.push(paid_box(page, i).map(paid).unwrap_or(alone));
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

/// How sure it is of a box that is called after an advertisement, begins with the label and leads away: a label and what it labels
/// share one fate.
const BOX: f32 = 0.9;

/// The box around a label that holds what was paid for: a few words below the label, with a link.
fn paid_box(page: &Page, i: usize) -> Option<NodeId> {
    const MAX_WORDS: u32 = 60;
    let snapshot = page.snapshot;
    let node = (snapshot.ancestry(page.element(i)))
        .take(6)
        .take_while(|node| !snapshot.contains(*node, page.container))
        .find(|node| slot::is_named(snapshot, *node) && !is_frame(snapshot.tag(*node)))?;
    let held: Vec<&Line> =
        (page.lines[i..].iter()).take_while(|line| snapshot.contains(node, page.blocks[line.block].element)).collect();
    let first = i == 0 || !snapshot.contains(node, page.element(i - 1));
    let words: u32 = held.iter().map(|line| line.length).sum();
    let leads_away = held.iter().any(|line| !line.links.is_empty());
    let is_texts = |line: &&Line| line.protected || line.quoted || line.heading.is_some_and(|level| level < 3);
    (first && held.len() > 1 && words <= MAX_WORDS && leads_away && !held.iter().any(is_texts)).then_some(node)
}

fn is_continued(line: &Line) -> bool {
    !line.quoted && !line.is_speech() && (catalogue::is(Kind::Continues, &line.words) || is_label_and_continue(line))
}

/// Whether a line is a label and, before or after it, the words by which a reader is led on: "Реклама — продолжение ниже".
fn is_label_and_continue(line: &Line) -> bool {
    let words = line.words.as_str();
    let label = catalogue::prefix(Kind::Ad, words);
    let lead = catalogue::prefix(Kind::Continues, words).max(catalogue::prefix(Kind::More, words));
    if label.is_none() && lead.is_none() {
        return false;
    }
    let leads_on = |words: &str| catalogue::is(Kind::Continues, words) || catalogue::whole(Kind::More, words);
    let is_label = |words: &str| catalogue::whole(Kind::Ad, words);
    // Nothing but a blank may part the two, as in "广告 继续阅读": then one word could be a part of a sentence.
    let several = |words: &str| words.contains(' ') || words.chars().filter(|c| key::is_unspaced(*c)).nth(2).is_some();
    let halves = |end: usize| (&words[..end], words[end..].trim_start());
    let led = |(first, rest)| several(first) && leads_on(first) && is_label(rest);
    if label.map(halves).is_some_and(|(first, rest)| led((rest, first))) || lead.map(halves).is_some_and(led) {
        return true;
    }
    let parts: Vec<String> = line.text.split(parts_label).map(key::words).filter(|part| !part.is_empty()).collect();
    let labels = parts.iter().filter(|part| is_label(part)).count();
    (1..parts.len()).contains(&labels) && parts.iter().all(|part| is_label(part) || leads_on(part))
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

// The weights of [`confidence`]: from [`LIKELY`](super::LIKELY) on a label goes. The word and its place must come together,
// and one good reason to spare outweighs the place between paragraphs. Heavier weights for a label hide words that a story
// speaks of; lighter ones leave the labels of slots that no page names. On the labelled pages of 18 languages, with 59 lines
// that only look like labels, and on `tests/traps.txt` each weight may be halved or doubled alone, WORD and BETWEEN made
// 0.05 more or less, and every line is judged as before.

/// The word itself.
const WORD: f32 = 0.5;
/// Running text before and after: a paragraph of one such word is rare in prose. It suffices together with the word.
const BETWEEN: f32 = 0.3;
/// Running text on one side alone: the story's edge, where labels stand as often. It just suffices.
const AT_EDGE: f32 = 0.25;
/// An empty element or a frame beside it, which held the advertisement.
const BESIDE: f32 = 0.3;
/// The element around it is called after an advertisement, or is small print.
const NAMED: f32 = 0.3;
/// Hints that labels and honest lines share, each too light to decide alone: the same line stands elsewhere as well; it has
/// several words; it stands between dashes or in capitals.
const HINT: f32 = 0.1;
/// A heading over its own text, which speaks of the word; a low one, in which pages set their labels too.
const HEADING: f32 = 0.5;
const LOW_HEADING: f32 = 0.4;
/// It is said by a person or quoted: more than the word and its place together can outweigh.
const SPEECH: f32 = 0.6;
/// A full stop after it.
const STOP: f32 = 0.3;
/// The line before announces it, or the lines around speak of "the word".
const TOLD: f32 = 0.5;
/// The story is about the word: with text around, it is listed as doubtful.
const TOPIC: f32 = 0.25;
/// An item among other items.
const IN_LIST: f32 = 0.3;
/// Only near the story's element: what is listed or sold there may be called so.
const OUTSIDE: f32 = 0.05;
/// Nothing is certain.
const MOST: f32 = 0.99;

/// How sure it is that a lone label is one, 0 to 1.
///
/// Half of it is the word itself; between paragraphs it suffices, as a heading over its own text or where the text around
/// speaks of the word it does not.
fn confidence(page: &Page, gone: &[bool], i: usize) -> f32 {
    let line = &page.lines[i];
    let (prev, next) = (page.neighbour(i, gone, false), page.neighbour(i, gone, true));
    let (before, after) = (page.prose_near(i, gone, false), page.prose_near(i, gone, true));
    let beside = slot::beside(page, i);
    let named = is_named(page, i);
    let placed = beside || named;
    let twin = |at: Option<usize>| at.is_some_and(|at| is_label(&page.lines[at]));
    let repeated = page.lines.iter().enumerate().any(|(j, other)| j != i && other.words == line.words);

    let mut sum = WORD;
    sum += match (before, after) {
        (true, true) => BETWEEN,
        (true, false) | (false, true) => AT_EDGE,
        (false, false) => 0.0,
    };
    sum += weight(beside, BESIDE) + weight(named, NAMED) + weight(repeated, HINT);
    sum += weight(line.words.contains(' '), HINT) + weight(is_framed(line.text), HINT);
    // A heading over its own text; a small one may be the page's, which calls its slots so again and again.
    let over_text = next.is_some_and(|next| page.lines[next].prose) || !after;
    sum -= match line.heading {
        Some(1..=3) if over_text && !placed => HEADING,
        Some(_) if over_text && !placed && !repeated => LOW_HEADING,
        _ => 0.0,
    };
    if line.quoted || line.is_speech() && !(is_in_marks(line.text) && (placed || is_pages_own(page, i))) {
        sum -= SPEECH;
    }
    // "The advertisement could not be loaded." is a sentence, and nobody's but the page's.
    if line.ends_in_stop() && line.length < MESSAGE {
        sum -= STOP;
    }
    // What stands before announces it, or what stands after explains it.
    let announced = prev.is_some_and(|prev| announces(&page.lines[prev]));
    let explained = next.is_some_and(|next| speaks_of_word(&page.lines[next].words, true))
        || prev.is_some_and(|prev| speaks_of_word(&page.lines[prev].words, false));
    sum -= weight((announced || explained) && !placed, TOLD);
    sum -= weight(is_topic(page, line) && !placed, TOPIC);
    sum -= weight(!placed && in_list(page, i) && !twin(prev) && !twin(next), IN_LIST);
    if !line.inside && !placed {
        sum -= OUTSIDE;
    }
    sum.clamp(0.0, MOST)
}

fn weight(holds: bool, weight: f32) -> f32 {
    if holds { weight } else { 0.0 }
}

/// A label of so many words says something, and may have a stop.
const MESSAGE: u32 = 3;

/// Whether a text stands in quotation marks, with no stop of its own.
fn is_in_marks(text: &str) -> bool {
    let text = text.trim();
    let inner = text.strip_prefix(letter::is_quote).and_then(|rest| rest.strip_suffix(letter::is_quote));
    inner.is_some_and(|inner| !inner.contains(letter::is_sentence_end) && !inner.contains(letter::is_quote))
}

/// Whether a label in quotation marks is the page's own: nobody speaks on the page, and the marks are straight ones, which
/// stand nowhere else in it, or the same label stands in them again.
fn is_pages_own(page: &Page, i: usize) -> bool {
    let line = &page.lines[i];
    let others = || page.lines.iter().enumerate().filter(|(j, other)| *j != i && other.words != line.words);
    let straight = line.text.trim().starts_with('"');
    let again = page.lines.iter().enumerate().any(|(j, other)| j != i && other.text.trim() == line.text.trim());
    (again || straight && !others().any(|(_, other)| other.text.contains('"')))
        && !others().any(|(_, other)| other.quoted || other.is_speech())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_around_a_label() {
        for (text, expected) in [
            ("ADVERTISEMENT", true),
            ("РЕКЛАМА", true),
            ("Advertisement", false),
            ("إعلان", false),
            ("广告", false),
            ("— إعلان —", true),
            ("【广告】", true),
            ("(Anzeige)", true),
            ("- Реклама", false),
            ("Реклама -", false),
            ("- Реклама.", false),
            ("- Реклама!", false),
            ("[Реклама]", true),
        ] {
            assert_eq!(is_framed(text), expected, "{text}");
        }
    }

    #[test]
    fn a_word_that_is_spoken_of_stands_near() {
        let boats = |count: usize| vec!["boats"; count].join(" ");
        for (words, first, expected) in [
            ("this word was painted by the owner", true, true),
            ("the boats sail", true, false),
            // Among the first ten words, or the last ten.
            (&format!("{} word and more", boats(9)), true, true),
            (&format!("{} word and more", boats(10)), true, false),
            (&format!("a word {}", boats(9)), false, true),
            (&format!("a word {}", boats(10)), false, false),
            ("on the door hung one single word", false, true),
            ("渡船今天重开", true, false),
            ("这两个字是从前的店主写的", true, true),
            ("门上只写着这两个字", false, true),
        ] {
            assert_eq!(speaks_of_word(words, first), expected, "{first} {words}");
        }
    }

    #[test]
    fn the_same_twice() {
        for (words, expected) in [
            ("advertisement advertisement", true),
            ("реклама реклама", true),
            ("广告 广告", true),
            ("advertisement", false),
            ("boats boats", false),
            ("advertisement werbung", false),
            ("", false),
        ] {
            assert_eq!(is_repeated(words), expected, "{words}");
        }
    }

    #[cfg(feature = "html")]
    mod places {
        use super::super::super::testing::{AFTER, BEFORE, TITLE, page, places, story};
        use super::super::{MAX_LABELS, MAX_LENGTH};

        /// How sure a label is, in hundredths, and whether it goes.
        fn sure(lines: &[String]) -> Vec<String> {
            let of = |line: &String| line.split(' ').skip(1).take(2).collect::<Vec<_>>().join(" ");
            lines.iter().filter(|line| line.starts_with("label.lone")).map(of).collect()
        }

        #[track_caller]
        fn check(markup: &str, expected: &[&str]) {
            assert_eq!(sure(&story(markup)), expected, "{markup}");
        }

        #[track_caller]
        fn check_page(story: &str, expected: &[&str]) {
            assert_eq!(sure(&page(&format!("<article>{story}</article>"))), expected, "{story}");
        }

        #[test]
        fn its_form() {
            for (text, confidence) in [
                ("Sponsored", "0.80"),
                ("إعلان", "0.80"),
                ("广告", "0.80"),
                ("Sponsored 3", "0.90"),
                ("3 Sponsored", "0.90"),
                ("Paid post", "0.90"),
                ("SPONSORED", "0.90"),
                ("— Sponsored —", "0.90"),
                ("Sponsored | Anzeige", "0.90"),
                ("Реклама / 18", "0.90"),
                ("Sponsored | 18 | Anzeige", "0.90"),
                ("Sponsored Sponsored", "0.90"),
                ("Реклама. ООО Тарн erid: 2VtzqwP", "0.90"),
            ] {
                check(&format!("<p>{text}</p>"), &[&format!("{confidence} Hide")]);
            }
            for text in [
                "Sponsored boats",
                "Sponsored | Boats",
                "Boats | 18",
                "18 | 3",
                "18",
                "Реклама. ООО Тарн 2VtzqwP",
                "Порт. ООО Тарн erid: 2VtzqwP",
            ] {
                check(&format!("<p>{text}</p>"), &[]);
            }
            let repeated = |count: u32| vec!["Ad"; count as usize].join(" | ");
            check(&format!("<p>{}</p>", repeated(MAX_LENGTH)), &["0.90 Hide"]);
            check(&format!("<p>{}</p>", repeated(MAX_LENGTH + 1)), &[]);
        }

        #[test]
        fn its_place() {
            let (heading, label) = (format!("<h1>{TITLE}</h1>"), "<p>Sponsored</p>");
            let prose = format!("<p>{BEFORE}</p>");
            let boats = "<p>Boats</p>";
            check_page(&format!("{heading}{prose}{label}{prose}"), &["0.80 Hide"]);
            check_page(&format!("{heading}{prose}{label}"), &["0.75 Hide"]);
            // The headline is text before.
            check_page(&format!("{heading}{label}{prose}"), &["0.80 Hide"]);
            check_page(&format!("<p>Boats</p>{label}{prose}"), &["0.75 Hide"]);
            check_page(&format!("<p>Boats</p>{label}<p>Boats</p>"), &[]);
            // Two short lines may stand between.
            let between = |count: usize| format!("{heading}{prose}{label}{}{prose}", boats.repeat(count));
            check_page(&between(2), &["0.80 Hide"]);
            check_page(&between(3), &["0.75 Hide"]);
            // A paragraph half of which is linked is none.
            let text = |plain: &str| format!("<p>{plain} <a href=/a>{}</a></p>", ["quays"; 7].join(" "));
            check_page(
                &format!("{heading}{prose}{label}{}", text("quays quays quays quays quays quays quays")),
                &["0.80 Hide"],
            );
            check_page(
                &format!("{heading}{prose}{label}{}", text("quays quays quays quays quays quays quay")),
                &["0.75 Hide"],
            );
            // Only near the story.
            let outside = format!("<article>{heading}{prose}{prose}</article>{label}");
            assert_eq!(sure(&page(&outside)), ["0.70 Leave"]);
            let outside = format!("<article>{heading}{prose}{prose}</article><div class=ad>{label}</div>");
            assert_eq!(sure(&page(&outside)), ["0.99 Hide"]);
        }

        #[test]
        fn what_it_stands_in() {
            for (markup, expected) in [
                ("<div>Sponsored<div></div></div>", "0.99 Hide"),
                ("<p><small>Sponsored</small></p>", "0.99 Hide"),
                ("<p><ins>Sponsored</ins></p>", "0.99 Hide"),
                ("<p><b>Sponsored</b></p>", "0.80 Hide"),
                ("<div class='top ad'><p>Sponsored</p></div>", "0.99 Hide"),
                ("<div class='top'><p>Sponsored</p></div>", "0.80 Hide"),
                ("<div id=ad-box><p>Sponsored</p></div>", "0.99 Hide"),
                ("<div aria-label='Advertisement'><p>Sponsored</p></div>", "0.99 Hide"),
                ("<div title='Advertisement'><p>Sponsored</p></div>", "0.80 Hide"),
            ] {
                check(markup, &[expected]);
            }
            // A box that holds more than the label is not called after it.
            check(&format!("<div class=ad><p>Sponsored</p><p>{AFTER}</p></div>"), &["0.80 Hide"]);
        }

        #[test]
        fn a_heading_over_its_own_text() {
            let text = format!("<p>{AFTER}</p>");
            check("<h2>Sponsored</h2>", &[]);
            check("<h3>Sponsored</h3>", &[]);
            check("<h4>Sponsored</h4>", &[]);
            check("<h3>SPONSORED</h3>", &[]);
            // In a slot it is the slot's; a low one that stands elsewhere as well is the page's.
            check("<div class=ad><h2>Sponsored</h2></div>", &["0.99 Hide"]);
            check("<h2><small>Sponsored</small></h2>", &["0.99 Hide"]);
            check(&format!("<h4>Sponsored</h4>{text}<h4>Sponsored</h4>"), &["0.90 Hide", "0.90 Hide"]);
            check(&format!("<h3>Sponsored</h3>{text}<h3>Sponsored</h3>"), &[]);
            // Over other lines it heads no text; where no text follows, what follows is all its own.
            check("<h2>Sponsored</h2><p>Boats</p>", &["0.80 Hide"]);
            check_page(&format!("<h1>{TITLE}</h1>{text}<h2>Sponsored</h2><p>Boats</p>"), &[]);
            check_page(&format!("<h1>{TITLE}</h1>{text}<h5>Sponsored</h5><p>Boats</p>"), &[]);
        }

        #[test]
        fn what_speaks_against_it() {
            for (markup, expected) in [
                ("<p>«Sponsored»</p>", &[][..]),
                ("<p>Sponsored?</p>", &[]),
                ("<blockquote>Sponsored</blockquote>", &[]),
                ("<p>Sponsored.</p>", &[]),
                ("<p>Paid post.</p>", &["0.60 Leave"]),
                ("<p>Paid post.’</p>", &["0.60 Leave"]),
                ("<div class=ad><p>Sponsored.</p></div>", &["0.80 Hide"]),
                // In marks it is nobody's speech where its place says that it is the page's, and has no stop of its own.
                ("<div class=ad><p>«Sponsored»</p></div>", &["0.99 Hide"]),
                ("<div class=ad><p>“Sponsored.”</p></div>", &[]),
                ("<div class=ad><p>Sponsored?</p></div>", &[]),
                ("<p>\"Sponsored\"</p>", &["0.90 Hide"]),
                ("<p>\"إعلان\"</p>", &["0.90 Hide"]),
                ("<p>\"Sponsored.\"</p>", &[]),
                ("<p>\"Sponsored\"</p><p>They wrote \"paid\" on the door of the hall, and left.</p>", &[]),
                (
                    "<p>“Sponsored”</p><p>The boats came back, and the hall was full.</p><p>“Sponsored”</p>",
                    &["0.99 Hide"; 2],
                ),
                ("<p>“Sponsored”</p><p>“It is a boat,” she said, and went on.</p><p>“Sponsored”</p>", &[]),
                // A label that says something may have a stop.
                ("<p>The ad could not be loaded.</p>", &["0.90 Hide"]),
                ("<p>لا يمكن عرض الإعلان.</p>", &["0.90 Hide"]),
                ("<div class=ad><blockquote>Paid post</blockquote></div>", &["0.60 Leave"]),
                // Announced by the line before, explained by the line after or before; not where it is in its place.
                ("<p>On the door hung a sign:</p><p>Sponsored</p>", &[]),
                ("<p>On the door hung a board:</p><p>Sponsored</p>", &[]),
                ("<p>他在门上写下：</p><p>广告</p>", &[]),
                ("<p>On the door hung a board</p><p>Sponsored</p>", &["0.80 Hide"]),
                ("<p>On the door: a board</p><p>Sponsored</p>", &["0.80 Hide"]),
                ("<p>On the door hung one word</p><p>Sponsored</p>", &[]),
                ("<p>Sponsored</p><p>The word had been painted by the owner.</p>", &[]),
                ("<p>Sponsored</p><p>The board had been painted by the owner.</p>", &["0.80 Hide"]),
                ("<p>On the door hung a sign:</p><div class=ad><p>Sponsored</p></div>", &["0.99 Hide"]),
                ("<div class=ad><p>Sponsored</p></div><p>The word had been painted by the owner.</p>", &["0.99 Hide"]),
            ] {
                check(markup, expected);
            }
        }

        #[test]
        fn a_story_about_the_word() {
            let about = |word: &str, count: usize| {
                format!("<p>The harbour has the {word} of a boat, and {word} is what it needs.</p>").repeat(count)
            };
            let label = "<p>Sponsored</p>";
            check(&format!("{label}{}", about("sponsored", 2)), &["0.80 Hide"]);
            check(&format!("{label}{}", about("sponsored", 3)), &["0.55 Leave"]);
            check(&format!("<div class=ad>{label}</div>{}", about("sponsored", 3)), &["0.99 Hide"]);
            // Parts of other words count where a label is long, or its script has no blanks.
            check(&format!("{label}{}", about("unsponsored", 3)), &["0.55 Leave"]);
            check(&format!("<p>Ad</p>{}", about("radio", 3)), &["0.80 Hide"]);
            check(&format!("<p>Ad</p>{}", about("ad", 3)), &["0.55 Leave"]);
            check(&format!("<p>广告</p>{}", about("广告牌", 3)), &["0.55 Leave"]);
            check(&format!("<p>İlan</p>{}", about("ilanlar", 3)), &["0.55 Leave"]);
            // The longest of several words.
            check(&format!("<p>Paid content</p>{}", about("paid", 3)), &["0.90 Hide"]);
            check(&format!("<p>Paid content</p>{}", about("content", 3)), &["0.65 Leave"]);
            // Short lines tell of nothing.
            check(&format!("{label}{}", "<p>Sponsored boats</p>".repeat(3)), &["0.75 Hide"]);
            let headline = format!("<h1>Harbour sponsored by nobody</h1><p>{BEFORE}</p>{label}<p>{AFTER}</p>");
            check_page(&headline, &["0.55 Leave"]);
        }

        #[test]
        fn an_item_among_others() {
            let list = |items: &str| format!("<ul>{items}</ul>");
            for (markup, expected) in [
                (list("<li>Boats<li>Sponsored<li>Notices"), &[][..]),
                ("<table><tr><td>Boats<td>Sponsored</table>".to_owned(), &[]),
                ("<dl><dt>Boats<dd>Sponsored</dl>".to_owned(), &[]),
                (list("<li>Sponsored"), &["0.80 Hide"]),
                ("<div><p>Boats</p><p>Sponsored</p></div>".to_owned(), &["0.80 Hide"]),
                // A list that the story stands in.
                (list(&format!("<li>{BEFORE}<li>Sponsored<li>{AFTER}")), &["0.80 Hide"]),
                // Several labels in a row.
                (list("<li>Boats<li>Sponsored<li>Advertisement"), &["0.80 Hide", "0.80 Hide"]),
                (list("<li>Boats<li class=ad>Sponsored<li>Notices"), &["0.99 Hide"]),
            ] {
                check(&markup, expected);
            }
        }

        #[test]
        fn repeated_on_the_page() {
            let text = format!("<p>{AFTER}</p>");
            check(&format!("<p>Sponsored</p>{text}<p>sponsored</p>"), &["0.90 Hide", "0.90 Hide"]);
            check(&format!("<p>Sponsored</p>{text}<p>Promoted</p>"), &["0.80 Hide", "0.80 Hide"]);
        }

        #[test]
        fn no_more_than_so_many_are_judged() {
            let labels = format!("<p>Sponsored</p><p>{AFTER}</p>").repeat(MAX_LABELS + 1);
            assert_eq!(sure(&story(&labels)).len(), MAX_LABELS);
        }

        #[test]
        fn the_story_goes_on_below() {
            let text = "Story continues below advertisement";
            let line = |line: &str| story(line);
            let hide = |text: &str| [format!("label.continues 0.88 Hide {text}")];
            assert_eq!(line(&format!("<p>{text}</p>")), hide(text));
            assert_eq!(line("<p>يستمر المقال بعد الإعلان</p>"), hide("يستمر المقال بعد الإعلان"));
            assert_eq!(line("<p>记事は広告の後に続きます</p>"), [""; 0]);
            assert_eq!(line("<p>記事は広告の後に続きます</p>"), hide("記事は広告の後に続きます"));
            assert_eq!(line(&format!("<h4>{text}</h4>")), hide(text));
            assert_eq!(line(&format!("<h3>{text}</h3>")), [format!("label.continues 0.60 Leave {text}")]);
            assert_eq!(line(&format!("<blockquote>{text}</blockquote>")), [""; 0]);
            assert_eq!(line(&format!("<p>“{text}”</p>")), [""; 0]);
            // Up to twice a label's words.
            let skip = |count: usize| format!("تخطى {} وواصل القراءة", vec!["الخبر"; count - 3].join(" "));
            assert_eq!(line(&format!("<p>{}</p>", skip(18))), hide(&skip(18)));
            assert_eq!(line(&format!("<p>{}</p>", skip(19))), [""; 0]);
        }

        #[test]
        fn in_a_paragraph() {
            let glued = |text: &str| places(&format!("<article><h1>{TITLE}</h1><p>{text}</p><p>{AFTER}</p></article>"));
            let at = BEFORE.len() + 1;
            let text = "Story continues below this ad.";
            let end = at + text.len();
            assert_eq!(glued(&format!("{BEFORE} {text}")), [format!("{at}..{end}: {text}")]);
            assert_eq!(glued(&format!("{BEFORE} {text} {AFTER}")), [format!("{at}..{end}: {text}")]);
            let bracket = "(Story continues below this ad)";
            let end = at + bracket.len();
            assert_eq!(glued(&format!("{BEFORE} {bracket} {AFTER}")), [format!("{at}..{end}: {bracket}")]);
            let square = "[Story continues below this ad]";
            assert_eq!(glued(&format!("{BEFORE} {square} {AFTER}")), [format!("{at}..{end}: {square}")]);
            let confidence = format!("label.glued 0.92 Hide {bracket}");
            assert_eq!(story(&format!("<p>{BEFORE} {bracket}</p>")), [confidence]);
            for text in ["(The boats go on)", "(weiterscrollen)", "(Story continues below this ad]"] {
                assert_eq!(glued(&format!("{BEFORE} {text} {AFTER}")), [""; 0], "{text}");
            }
            // Glued to the word before it as well.
            assert_eq!(glued(&format!("The harbour, in the hall at noon{bracket} {AFTER}")).len(), 1);
            // A sentence of two hundred bytes is text; so is one that is all of its line.
            let skip = |word: &str, count: usize| format!("تخطى {} وواصل القراءة.", vec![word; count].join(" "));
            assert_eq!(skip("ab", 16).len(), 83);
            assert_eq!(glued(&format!("{BEFORE} {}", skip("ab", 16))).len(), 1);
            assert_eq!(glued(&skip("ab", 16)), [""; 0]);
            let fits = |last: usize| {
                let text = format!("تخطى {} {} وواصل القراءة.", vec!["abcdefgh"; 16].join(" "), "a".repeat(last));
                (text.len(), glued(&format!("{BEFORE} {text}")).len())
            };
            assert_eq!(fits(19), (199, 1));
            assert_eq!(fits(20), (200, 0));
            // From one bracket to the other; in any script.
            let wide = |count: usize| format!("(تخطى {} وواصل القراءة)", "a".repeat(count));
            let inside = |count: usize| glued(&format!("{BEFORE} {} {AFTER}", wide(count)));
            let fits = (1..90).filter(|count| !inside(*count).is_empty()).map(|count| wide(count).len()).max();
            assert_eq!(fits, Some(120));
            // A line of a block: the span is the block's.
            let lines = format!("<p>{BEFORE} {AFTER}<br>{BEFORE} {text} {AFTER}</p>");
            let at = 2 * (BEFORE.len() + 1) + AFTER.len() + 1;
            let found = places(&format!("<article><h1>{TITLE}</h1>{lines}</article>"));
            assert_eq!(found.len(), 1, "{found:?} {at}");
            assert!(found[0].ends_with(text), "{found:?}");
        }
    }
}
