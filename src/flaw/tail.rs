//! What feeds and templates put under a story: "The post X appeared first on Y", "All rights reserved", "Read more", and
//! what asks for a subscription or for cookies.

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::{Proposal, key};
use crate::language::letter;
use crate::plan::Reason;

/// A whole sentence of a known shape, after all running text.
const FEED: f32 = 0.96;
const RIGHTS: f32 = 0.93;
const PAYWALL: f32 = 0.85;
/// "Read more" as a link or with an arrow; without, it may be the story's.
const MORE_LINKED: f32 = 0.93;
const MORE_BARE: f32 = 0.78;

/// Words; longer texts are the story's.
const MAX_FEED: u32 = 45;
const MAX_RIGHTS: u32 = 60;
const MAX_PAYWALL: u32 = 40;
const MAX_MORE: u32 = 9;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = Vec::new();
    // From the end, so that a tail before a tail is one.
    let mut gone = gone.to_vec();
    for i in (0..page.lines.len()).rev() {
        let line = &page.lines[i];
        if gone[i] || line.words.is_empty() || line.quoted || line.protected || line.heading.is_some() {
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
    // No running text of the story comes after it, and some before.
    let last = page.is_tail(i, gone) && page.first_prose < i;
    if last && line.length <= MAX_FEED && is_feed(line) {
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

/// Made of clauses that say who owns the text and what may not be done with it, a name and a year.
fn is_rights(line: &Line) -> bool {
    /// Words beside the formula: a site's name, a year.
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
    for clause in
        line.text.split(['.', '。', '|', ';', ',', '،', '、', '，', '–', '—', '\n', '·', '-', '•', ':', '!', '۔', '।'])
    {
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

/// "Read more" alone, or as the link that ends a paragraph.
fn more(page: &Page, line: &Line, i: usize, last: bool) -> Option<Proposal> {
    let pointer = |text: &str| {
        text.trim_end().ends_with(['»', '→', '…', '>', '›', '⟶', '►', '▶', '↓', '⇒', '«', '←', '‹', '↠', '➜', '➤'])
            || text.trim_end().ends_with("...")
    };
    let linked = line.linked() > 0.8;
    if line.length <= MAX_MORE && catalogue::whole(Kind::More, &line.words) {
        let several = line.words.contains(' ') || line.words.chars().any(key::is_unspaced);
        if line.is_speech() || ends_in_single_stop(line) {
            return None;
        }
        let confidence = if linked || (pointer(line.text) && several) {
            MORE_LINKED
        } else if several && last {
            MORE_BARE
        } else {
            return None;
        };
        return Some(Proposal::hide(i, Reason::ReadMore, "more.line", confidence));
    }
    if linked && is_ellipsis(line.text) {
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
        // After a sentence or its cut-off end; in a sentence "here" is a word of it.
        let ended = super::page::ends_in_stop(before)
            || is_ellipsis(link)
            || pointer(link)
            || before.ends_with(['[', '(', '…', '،', ','])
            || words.contains(' ');
        let start = if before.ends_with(['[', '(']) { before.len() - 1 + line.span.start } else { span.start };
        return ended.then(|| Proposal::cut(i, start..line.span.end, Reason::ReadMore, "more.link", MORE_LINKED));
    }
    None
}

/// `[...]`, `(…)`.
fn is_ellipsis(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty()
        && text
            .chars()
            .all(|c| matches!(c, '[' | ']' | '(' | ')' | '.' | '…' | '»' | '→' | ' ' | '&' | ';' | '›' | '>'))
        && (text.contains("..") || text.contains(['…', '»', '→', '›', '>']))
}

/// One stop, no ellipsis: a sentence.
fn ends_in_single_stop(line: &Line) -> bool {
    line.ends_in_stop() && !line.text.trim_end().ends_with(['…']) && !line.text.trim_end().ends_with("..")
}
