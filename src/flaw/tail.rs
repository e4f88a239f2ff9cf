//! What feeds and templates put under a story: "The post X appeared first on Y", "All rights reserved", "Read more",
//! and requests to subscribe or to accept cookies.

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::proposal::Proposal;
use crate::language::key;
use crate::language::letter;
use crate::plan::Reason;

/// How sure it is of a whole sentence of a known form after all running text.
const FEED: f32 = 0.96;
const RIGHTS: f32 = 0.93;
const PAYWALL: f32 = 0.85;
/// How sure it is of "Read more": as a link or with an arrow, and without, when it may be a part of the story.
const MORE_LINKED: f32 = 0.93;
const MORE_BARE: f32 = 0.78;

/// A tail has at most so many words; a longer text is the story's.
const MAX_FEED: u32 = 45;
const MAX_RIGHTS: u32 = 60;
const MAX_PAYWALL: u32 = 40;
const MAX_MORE: u32 = 9;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = Vec::new();
    // The lines are judged from the last on, so that a tail before another tail is at the story's end as well.
    let mut gone = gone.to_vec();
    for i in (0..page.lines.len()).rev() {
        let line = &page.lines[i];
        // A link that is an ellipsis has no words.
        if gone[i] || (line.words.is_empty() && line.links.is_empty()) || line.quoted || line.heading.is_some() {
            continue;
        }
        if let Some(proposal) = judge(page, &gone, i) {
            gone[i] |= proposal.span.is_none();
            found.push(proposal);
        }
    }
    found
}

fn judge(page: &Page, gone: &[bool], i: usize) -> Option<Proposal> {
    let line = &page.lines[i];
    let tail = page.is_tail_after(i, gone);
    let last = tail && (!line.prose || i > 0);
    if last && line.length <= MAX_FEED && line.inside_or_near() && is_feed(line) {
        return Some(Proposal::hide(i, Reason::FeedTail, "tail.feed", FEED));
    }
    if last && line.length <= MAX_RIGHTS && is_rights(line) {
        return Some(Proposal::hide(i, Reason::Rights, "tail.rights", RIGHTS));
    }
    if line.length <= MAX_PAYWALL && line.inside && !line.is_speech() && catalogue::is(Kind::Paywall, &line.words) {
        let place = if last { 0.05 } else { 0.0 };
        return Some(Proposal::hide(i, Reason::Paywall, "tail.paywall", PAYWALL + place));
    }
    more(page, line, i, last)
}

fn is_feed(line: &Line) -> bool {
    !line.is_speech() && catalogue::is(Kind::Feed, &line.words)
}

/// Whether a line says who owns the text and what may not be done with it, and has hardly more in it than a name and a
/// year.
fn is_rights(line: &Line) -> bool {
    /// Beside the formula there may be so many other words: a site's name, a year.
    const MAX_REST: usize = 7;
    if line.is_speech() {
        return false;
    }
    if catalogue::is(Kind::Rights, &line.words) {
        return true;
    }
    let mut says = false;
    let mut other = 0;
    let signed = line.text.contains(['©', 'Ⓒ', '®']) || line.text.contains("(c)") || line.text.contains("(C)");
    for clause in line.text.split(parts_clause) {
        let words = key::words(clause);
        if words.is_empty() {
            continue;
        }
        let rest = catalogue::within(Kind::Rights, &words)
            .map(|(start, end)| words[..start].split_whitespace().count() + words[end..].split_whitespace().count());
        match rest {
            Some(rest) if rest <= MAX_REST => says = true,
            _ if catalogue::is(Kind::Rights, &words) => says = true,
            Some(_) => return false,
            None => other += words.split(' ').count(),
        }
    }
    let year = line
        .words
        .split(' ')
        .any(|word| word.len() == 4 && word.parse::<u32>().is_ok_and(|year| (1990..2100).contains(&year)));
    if signed && (says || year) {
        return other <= 16;
    }
    says && other <= MAX_REST
}

/// Signs that part the clauses of a footer.
fn parts_clause(c: char) -> bool {
    c == '\n'
        || letter::is_stop(c)
        || letter::is_colon(c)
        || letter::is_separator(c) && !matches!(c, '/' | '／')
        || letter::is_dash(c)
}

/// The proposal to hide a line that is "Read more" and nothing else, or a link of this kind that ends a paragraph.
fn more(page: &Page, line: &Line, i: usize, last: bool) -> Option<Proposal> {
    let pointer = |text: &str| {
        text.trim_end().ends_with(|c| letter::is_arrow(c) || matches!(c, '…' | '>' | '»' | '›' | '«' | '‹'))
            || text.trim_end().ends_with("...")
    };
    let linked = line.linked() > 0.8;
    if line.length <= MAX_MORE && (catalogue::whole(Kind::More, &line.words)) {
        let several = line.words.contains(' ') || line.words.chars().any(key::is_unspaced);
        let confidence = match () {
            () if line.is_speech() || line.ends_in_single_stop() => return None,
            () if linked || (pointer(line.text) && several) => MORE_LINKED,
            () if several && last => MORE_BARE,
            () => return None,
        };
        return Some(Proposal::hide(i, Reason::ReadMore, "more.line", confidence));
    }
    if line.linked() > 0.8 && is_ellipsis(line.text) {
        return Some(Proposal::hide(i, Reason::ReadMore, "more.line", MORE_LINKED));
    }
    // A link at the end of a paragraph.
    let (span, _) = line.links.last().filter(|_| line.prose && page.is_tail(i, &[]))?;
    let text = &page.block(i).text;
    let rest = text[span.end..line.span.end].trim_matches(|c: char| !letter::is_alphanumeric(c));
    let link = &text[span.clone()];
    let words = key::words(link);
    if rest.is_empty() && (catalogue::whole(Kind::More, &words) || is_ellipsis(link)) {
        let before = text[line.span.start..span.start].trim_end();
        // It goes if it stands after a sentence, whole or cut off. A link inside of a sentence, such as "here" and "more
        // details", is a part of it.
        let apart = !link.starts_with(char::is_lowercase) && text[span.end..line.span.end].trim().is_empty();
        let ended = super::page::ends_in_stop(before)
            || is_ellipsis(link)
            || pointer(link)
            || before.ends_with(['[', '(', '…', '،', ','])
            || (words.contains(' ') && apart);
        let start = if before.ends_with(['[', '(']) { before.len() - 1 + line.span.start } else { span.start };
        return ended.then(|| Proposal::cut(i, start..line.span.end, Reason::ReadMore, "more.link", MORE_LINKED));
    }
    None
}

/// Whether a text is an ellipsis and nothing else, with or without brackets: `[...]`, `(…)`.
fn is_ellipsis(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text
            .chars()
            .all(|c| matches!(c, '[' | ']' | '(' | ')' | '.' | '…' | '»' | '→' | ' ' | '&' | ';' | '›' | '>'))
        && (text.contains("..") || text.contains(['…', '»', '→', '›', '>']))
}

impl Line<'_> {
    fn inside_or_near(&self) -> bool {
        !self.protected
    }

    /// One stop, no ellipsis: a sentence.
    fn ends_in_single_stop(&self) -> bool {
        self.ends_in_stop() && !self.text.trim_end().ends_with(['…']) && !self.text.trim_end().ends_with("..")
    }
}

impl Page<'_> {
    /// No running text of the story comes after it.
    fn is_tail_after(&self, line: usize, gone: &[bool]) -> bool {
        self.is_tail(line, gone) && self.first_prose < line
    }
}
