//! Paragraphs that are heads: the page's own headings, and short paragraphs that do the work of one without its element.

use crate::language::{fold, letter, sentence};
use crate::plan::ParagraphKind;
use crate::story::{Paragraph, Story};

/// A head has at most so many characters.
const MAX_LETTERS: usize = 110;
/// How many lines of one kind it takes to be heads: set apart by the page, numbered, with a time, or asking. A single
/// one may be anything.
const SET_APART: usize = 2;
const NUMBERS: usize = 2;
const TIMES: usize = 2;
const QUESTIONS: usize = 3;

/// For each paragraph, whether it is a head.
#[inline(never)]
pub fn heads(story: &Story) -> Vec<bool> {
    let mut heads: Vec<bool> = story.paragraphs.iter().map(|p| p.kind == ParagraphKind::Subhead).collect();
    let may_be: Vec<usize> = (1..story.paragraphs.len()).filter(|&i| may_be_head(story, i)).collect();
    let text = |i: usize| story.paragraphs[i].text.trim();
    let set_apart: Vec<usize> = may_be.iter().copied().filter(|&i| story.paragraphs[i].stands_out).collect();
    // A single bold line may be anything; right above a table or a list it is the title.
    let is_title = |i: usize| matches!(story.paragraphs[i + 1].kind, ParagraphKind::Row | ParagraphKind::Item);
    for &i in &set_apart {
        heads[i] |= set_apart.len() >= SET_APART || is_title(i);
    }
    let numbered: Vec<usize> = may_be.iter().copied().filter(|&i| number(text(i)).is_some()).collect();
    let counts_up = numbered.windows(2).all(|pair| number(text(pair[0])) < number(text(pair[1])));
    let timed: Vec<usize> = may_be.iter().copied().filter(|&i| begins_with_time(text(i))).collect();
    let questions: Vec<usize> = may_be.iter().copied().filter(|&i| sentence::asks(text(i))).collect();
    for (series, enough) in
        [(if counts_up { numbered } else { Vec::new() }, NUMBERS), (timed, TIMES), (questions, QUESTIONS)]
    {
        if series.len() >= enough && runs_through(&series, story.paragraphs.len()) {
            for i in series {
                heads[i] = true;
            }
        }
    }
    // A head stands over something. Of several in a row the last is one, and the others only if the page marks them as
    // headings.
    for i in 0..heads.len() {
        let over_nothing = heads.get(i + 1).copied().unwrap_or(true);
        heads[i] &= !over_nothing || story.paragraphs[i].kind == ParagraphKind::Subhead;
    }
    heads
}

/// Whether the lines of a series stand all through the story: no stretch without one is longer than `STRETCH` of it.
/// Questions that a speaker asks in one place are no heads.
fn runs_through(series: &[usize], count: usize) -> bool {
    const STRETCH: f64 = 0.34;
    const SHORT: usize = 3;
    let ends = std::iter::once(0).chain(series.iter().copied()).zip(series.iter().copied().chain([count]));
    ends.into_iter().all(|(from, until)| until - from <= SHORT.max((STRETCH * count as f64) as usize))
}

/// Whether a paragraph may be a head: it is short, does not end as a sentence does, and a longer paragraph follows.
fn may_be_head(story: &Story, i: usize) -> bool {
    let letters = |p: &Paragraph| p.text.chars().take(MAX_LETTERS + 1).count();
    let runs_on = |p: &Paragraph| matches!(p.kind, ParagraphKind::Paragraph | ParagraphKind::Quote);
    let paragraph = &story.paragraphs[i];
    let short = letters(paragraph);
    paragraph.kind == ParagraphKind::Paragraph
        && short <= MAX_LETTERS
        && !ends_as_prose(paragraph.text.trim_end())
        && (story.paragraphs.get(i + 1)).is_some_and(|next| {
            if paragraph.stands_out {
                next.kind != ParagraphKind::Subhead
            } else {
                runs_on(next) && letters(next) > short
            }
        })
}

/// Whether a text ends in what heads do not end in: a stop, a comma, a quotation. A head may ask or call.
fn ends_as_prose(text: &str) -> bool {
    let is_prose =
        |c| letter::is_stop(c) && !letter::is_exclamation(c) || letter::closes_quote(c) && !letter::is_apostrophe(c);
    text.ends_with(is_prose) && !sentence::asks(text)
}

/// The number that a text begins with, as in "3. The quay".
fn number(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text.chars().map_while(fold::digit).collect();
    let rest = text.chars().nth(digits.len())?;
    let is_number = (1..=2).contains(&digits.len()) && matches!(rest, '.' | ')' | '-' | '–' | '、' | '．' | '：');
    let after = text.chars().nth(digits.len() + 1)?;
    (is_number && fold::digit(after).is_none()).then(|| digits.iter().fold(0, |sum, digit| sum * 10 + digit))
}

/// Whether a text begins with a time of day, as the entries of a live blog do: "14:35", "9.05".
fn begins_with_time(text: &str) -> bool {
    let mut chars = text.chars().peekable();
    let mut digits = || {
        let mut found = Vec::new();
        while let Some(digit) = chars.peek().copied().and_then(fold::digit) {
            found.push(digit);
            chars.next();
        }
        (found, chars.next())
    };
    let ((hours, between), (minutes, after)) = (digits(), digits());
    let value = |digits: &[u32]| digits.iter().fold(0, |sum, digit| sum * 10 + digit);
    (1..=2).contains(&hours.len())
        && minutes.len() == 2
        && matches!(between, Some(':' | '.' | 'h' | '：'))
        && after.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '.' | '%' | ','))
        && value(&hours) < 24
        && value(&minutes) < 60
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "The council met for three hours and then adjourned until the week after next without any vote.";

    fn of(paragraphs: &[&str]) -> Vec<usize> {
        let given: Vec<Vec<&str>> = paragraphs.iter().map(|p| vec![*p]).collect();
        let heads = heads(&Story::from_sentences(&given, "", ""));
        (0..heads.len()).filter(|&i| heads[i]).collect()
    }

    #[test]
    fn numbers_times_and_questions_in_a_row_are_heads() {
        assert_eq!(of(&[LONG, "1. The quay", LONG, "2. The ferries", LONG]), [1, 3]);
        assert_eq!(of(&[LONG, "14:35 — Gates open", LONG, "13:05 — A queue forms", LONG]), [1, 3]);
        assert_eq!(of(&[LONG, "١٤:٣٥ فتح البوابات", LONG, "١٣:٠٥ طابور طويل", LONG]), [1, 3]);
        assert_eq!(of(&[LONG, "لماذا كان صعباً؟", LONG, "متى تعود؟", LONG, "من دفع؟", LONG]), [1, 3, 5]);
        assert_eq!(of(&[LONG, "为什么？", LONG, "什么时候？", LONG, "谁？", LONG]), [1, 3, 5]);
    }

    #[test]
    fn a_semicolon_asks_in_greek_alone() {
        assert_eq!(of(&[LONG, "Γιατί τώρα;", LONG, "Ποιος πληρώνει;", LONG, "Και πότε;", LONG]), [1, 3, 5]);
        assert!(of(&[LONG, "the first quay;", LONG, "the second quay;", LONG, "the third;", LONG]).is_empty());
    }

    #[test]
    fn one_alone_is_none() {
        assert!(of(&[LONG, "But who will pay?", LONG]).is_empty());
        assert!(of(&[LONG, "3. The quay", LONG]).is_empty());
        assert!(of(&[LONG, "14:35 — Gates open", LONG]).is_empty());
    }

    #[test]
    fn results_scores_and_sentences_are_none() {
        assert!(of(&[LONG, "12.50 euros a ticket.", LONG, "14.20 euros a meal.", LONG]).is_empty());
        assert!(of(&[LONG, "2. Bundesliga", "1. FC Tarn", LONG]).is_empty());
        assert!(of(&["Why?", "When?", "Who?", "How?"]).is_empty());
        assert!(of(&[LONG, LONG, LONG, LONG, "Why now?", LONG, "Who pays?", LONG, "And when?", LONG]).is_empty());
        assert!(of(&[LONG, "25:61 Tarn", LONG, "26:70 Onega", LONG]).is_empty());
    }

    #[test]
    fn what_the_page_makes_stand_out_is_a_head() {
        let given = [LONG, "The quay", LONG, "The ferries", LONG].map(|p| vec![p]);
        let mut story = Story::from_sentences(&given, "", "");
        assert_eq!(heads(&story), [false; 5]);
        story.paragraphs[1].stands_out = true;
        // "Newsletter" in bold is one line.
        assert_eq!(heads(&story), [false; 5]);
        story.paragraphs[3].stands_out = true;
        assert_eq!(heads(&story), [false, true, false, true, false]);
        story.paragraphs[1].stands_out = false;
        story.paragraphs[4].kind = ParagraphKind::Row;
        assert_eq!(heads(&story), [false, false, false, true, false]);
        story.paragraphs[1].stands_out = true;
        story.paragraphs[4].kind = ParagraphKind::Paragraph;
        story.paragraphs[1].text = "The quay is closed.".into();
        assert_eq!(heads(&story), [false; 5]);
    }

    #[test]
    fn numbers_that_begin_a_line() {
        for (text, expected) in [
            ("3. The quay", Some(3)),
            ("12) The quay", Some(12)),
            ("3 - The quay", None),
            ("3- The quay", Some(3)),
            ("٣. الرصيف", Some(3)),
            ("十二、码头", None),
            ("12、码头", Some(12)),
            ("123. The quay", None),
            (". The quay", None),
            ("3.5 boats", None),
            ("3.", None),
            ("3", None),
            ("The quay", None),
            ("", None),
        ] {
            assert_eq!(number(text), expected, "{text}");
        }
    }

    #[test]
    fn times_that_begin_a_line() {
        for (text, expected) in [
            ("14:35", true),
            ("14:35 Gates open", true),
            ("9.05 — Gates open", true),
            ("14h35 Gates open", true),
            ("14：35 开门", true),
            ("١٤:٣٥ فتح", true),
            ("0:00 Gates open", true),
            ("23:59 Gates open", true),
            ("24:00 Gates open", false),
            ("14:60 Gates open", false),
            ("14:35pm", false),
            ("14.35.12", false),
            ("14.35%", false),
            ("14.35, 15.35", false),
            ("14:5 Gates open", false),
            ("14:355 boats", false),
            ("114:35 boats", false),
            (":35 boats", false),
            ("14-35 boats", false),
            ("14 35 boats", false),
            ("Gates open", false),
            ("", false),
        ] {
            assert_eq!(begins_with_time(text), expected, "{text}");
        }
    }

    #[test]
    fn numbers_count_up() {
        assert_eq!(of(&[LONG, "1. The quay", LONG, "2. The ferries", LONG]), [1, 3]);
        assert!(of(&[LONG, "1. The quay", LONG, "1. The ferries", LONG]).is_empty());
        assert!(of(&[LONG, "2. The quay", LONG, "1. The ferries", LONG]).is_empty());
        assert_eq!(of(&[LONG, "2. The quay", LONG, "12. The ferries", LONG]), [1, 3]);
    }

    #[test]
    fn a_head_is_short_and_stands_over_something_longer() {
        let line = |letters: usize| format!("1. {}", "a".repeat(letters - 3));
        let over = |head: &str, text: &str| of(&[LONG, head, text, "2. The ferries", LONG]);
        let long = LONG.repeat(2);
        assert_eq!(over(&line(MAX_LETTERS), &long), [1, 3]);
        assert!(over(&line(MAX_LETTERS + 1), &long).is_empty());
        // The paragraph below it is longer, by a letter.
        let text = |letters: usize| "b".repeat(letters);
        assert_eq!(over(&line(20), &text(21)), [1, 3]);
        assert!(over(&line(20), &text(20)).is_empty());
        for end in [".", "。", ",", "،", "…", "”", "»"] {
            assert!(over(&format!("1. The quay{end}"), LONG).is_empty(), "{end}");
        }
        // The first paragraph heads nothing, nor does the last.
        assert!(of(&["1. The quay", LONG, "2. The ferries", LONG]).is_empty());
        assert!(of(&[LONG, "1. The quay", LONG, "2. The ferries"]).is_empty());
    }

    /// Stories whose second and fourth paragraphs would be heads, but for their kinds.
    fn of_kinds(kinds: [(usize, ParagraphKind); 1]) -> Vec<usize> {
        let given = [LONG, "1. The quay", LONG, "2. The ferries", LONG].map(|p| vec![p]);
        let mut story = Story::from_sentences(&given, "", "");
        for (i, kind) in kinds {
            story.paragraphs[i].kind = kind;
        }
        let heads = heads(&story);
        (0..heads.len()).filter(|&i| heads[i]).collect()
    }

    #[test]
    fn kinds_of_paragraphs() {
        assert_eq!(of_kinds([(2, ParagraphKind::Paragraph)]), [1, 3]);
        assert_eq!(of_kinds([(2, ParagraphKind::Quote)]), [1, 3]);
        assert!(of_kinds([(2, ParagraphKind::Item)]).is_empty());
        assert!(of_kinds([(2, ParagraphKind::Row)]).is_empty());
        assert!(of_kinds([(1, ParagraphKind::Item)]).is_empty());
        assert!(of_kinds([(1, ParagraphKind::Quote)]).is_empty());
        // The page's own, over something or not.
        assert_eq!(of_kinds([(0, ParagraphKind::Subhead)]), [0, 1, 3]);
        assert_eq!(of_kinds([(4, ParagraphKind::Subhead)]), [4]);
        assert_eq!(of_kinds([(2, ParagraphKind::Subhead)]), [2]);
    }

    #[test]
    fn of_several_in_a_row_the_last() {
        assert_eq!(of(&[LONG, "1. The quay", "2. The northern quay", LONG, "3. The ferries", LONG]), [2, 4]);
    }

    #[test]
    fn a_series_runs_through_the_story() {
        for (series, count, expected) in [
            (&[3, 6][..], 9, true),
            (&[4, 7], 9, false),
            (&[3, 5], 9, false),
            (&[3, 5], 8, true),
            // A third of a long story may pass without one.
            (&[6, 12, 14], 20, true),
            (&[7, 12, 14], 20, false),
            (&[6, 13, 15], 20, false),
            (&[6, 12, 13], 20, false),
            (&[], 3, true),
            (&[], 4, false),
        ] {
            assert_eq!(runs_through(series, count), expected, "{series:?} of {count}");
        }
    }

    #[test]
    fn a_bold_line_over_a_list_is_its_title() {
        let given = [LONG, "The quays", "North", "South", LONG].map(|p| vec![p]);
        let mut story = Story::from_sentences(&given, "", "");
        story.paragraphs[1].stands_out = true;
        assert_eq!(heads(&story), [false; 5]);
        for kind in [ParagraphKind::Item, ParagraphKind::Row] {
            story.paragraphs[2].kind = kind;
            assert_eq!(heads(&story), [false, true, false, false, false]);
        }
        // Two bold lines are heads, whatever stands below; not over a heading.
        story.paragraphs[2].kind = ParagraphKind::Code;
        story.paragraphs[3].stands_out = true;
        assert_eq!(heads(&story), [false, true, false, true, false]);
        story.paragraphs[4].kind = ParagraphKind::Subhead;
        assert_eq!(heads(&story), [false, false, false, false, true]);
    }
}
