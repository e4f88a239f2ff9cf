//! "Read also: X", and boxes of links to other stories.

use super::catalogue::{self, Kind};
use super::label;
use super::page::Page;
use super::proposal::Proposal;
use crate::language::key;
use crate::language::letter;
use crate::plan::Reason;
use crate::snapshot::{Attr, Tag};

/// A line of more words is no link to another story, since such a line is a headline.
const MAX_LINE: u32 = 32;
const MAX_TEASER: u32 = 30;
const MAX_HEAD: u32 = 9;
/// A box of links leads to at most so many stories.
const MAX_TEASERS: usize = 14;

/// How sure it is of a line that leads to another story: with a link, and if its link was lost.
const LINKED: f32 = 0.95;
const BARE: f32 = 0.8;
/// How sure it is of a heading that stands over links.
const BOX: f32 = 0.88;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = Vec::new();
    let mut skip = 0;
    for i in 0..page.lines.len() {
        let line = &page.lines[i];
        // What stands before the story's element is the page's menu.
        let menu = !line.inside && i < page.first_inside;
        if i < skip || gone[i] || line.quoted || line.words.is_empty() || menu {
            continue;
        }
        if line.length <= MAX_HEAD && catalogue::whole(Kind::Related, &line.words) && !line.is_speech() {
            let teasers = teasers(page, gone, i);
            if !teasers.is_empty() {
                skip = teasers.last().map_or(0, |last| last + 1);
                found.push(Proposal::hide(i, Reason::Related, "related.box", BOX));
                found.extend(teasers.into_iter().map(|i| Proposal::hide(i, Reason::Related, "related.box", BOX)));
            }
            continue;
        }
        if let Some(confidence) = line_confidence(page, i) {
            found.push(Proposal::hide(i, Reason::Related, "related.line", confidence));
        }
    }
    found
}

/// The lines under a heading that lead to other stories, as places.
fn teasers(page: &Page, gone: &[bool], head: usize) -> Vec<usize> {
    let line = &page.lines[head];
    let mut found = Vec::new();
    let mut at = head;
    while let Some(next) = page.neighbour(at, gone, true) {
        let teaser = &page.lines[next];
        let linked = teaser.linked() > 0.6 && teaser.length <= MAX_TEASER && !teaser.protected;
        if !linked || found.len() == MAX_TEASERS || leads_on(page, head, next) {
            break;
        }
        found.push(next);
        at = next;
    }
    // A list of works under a heading of the text is the text's: its links lead away from the site.
    let own = line.heading.is_some_and(|level| level <= 3);
    if own && found.iter().all(|i| leads_away(page, *i)) {
        return Vec::new();
    }
    if found.is_empty() && line.heading.is_none_or(|level| level > 3) {
        // A list whose links were lost.
        let list = |i: usize| {
            page.snapshot
                .ancestry(page.element(i))
                .take(4)
                .find(|node| matches!(page.snapshot.tag(*node), Tag::Ul | Tag::Ol))
        };
        if let Some(first) = page.neighbour(head, gone, true)
            && let Some(first_list) = list(first)
            && list(head) != Some(first_list)
        {
            let items: Vec<usize> = (first..page.lines.len()).take_while(|i| list(*i) == Some(first_list)).collect();
            let titles = |i: &usize| !page.lines[*i].ends_in_stop() && page.lines[*i].length <= MAX_TEASER;
            if items.len() <= MAX_TEASERS && items.iter().all(titles) {
                return items;
            }
        }
    }
    found
}

/// Whether the line `next` is a heading that ends the box under the line `head`.
fn leads_on(page: &Page, head: usize, next: usize) -> bool {
    match (page.lines[head].heading, page.lines[next].heading) {
        (Some(head), Some(next)) => next <= head,
        _ => false,
    }
}

/// Whether all links of a line lead to other sites.
fn leads_away(page: &Page, i: usize) -> bool {
    let host =
        |address: &str| address.split_once("//").map(|(_, rest)| rest.split('/').next().unwrap_or_default().to_owned());
    let own = host(page.snapshot.url()).unwrap_or_default();
    page.lines[i]
        .links
        .iter()
        .all(|(_, a)| page.snapshot.attribute(*a, Attr::Href).and_then(host).is_some_and(|host| host != own))
}

/// How sure it is that a line leads to another story: it begins with "Read also" or the like and has nothing but a
/// title after it. `None` where it does not.
fn line_confidence(page: &Page, i: usize) -> Option<f32> {
    let line = &page.lines[i];
    if line.length > MAX_LINE || line.is_speech() || line.protected {
        return None;
    }
    let linked = line.linked();
    let (head, title) = head(page, i)?;
    if title.trim().is_empty() || !catalogue::whole(Kind::Related, &key::words(head)) {
        return None;
    }
    // "Read more about it here." is a sentence.
    if line.ends_in_stop() && !is_parted(line.text, head) {
        return None;
    }
    // Almost all of it in links.
    let share = line.links.iter().map(|(span, _)| span.len()).sum::<usize>() as f32 / title.len().max(1) as f32;
    if linked > 0.8 || share > 0.8 {
        return Some(LINKED);
    }
    // Without a link: a title, which is one clause and has no stop, apart from the text.
    let is_title = !line.ends_in_stop() && crate::language::word::count(title) >= 3 && line.heading.is_none();
    (is_title && linked == 0.0 && line.length <= 22 && !label::announces(line) && is_parted(line.text, head))
        .then_some(BARE)
}

/// Whether a sign other than a comma stands between the label of a line and the title after it.
fn is_parted(text: &str, head: &str) -> bool {
    let at = text.find(head).map_or(0, |at| at + head.len());
    text[at..].trim_start().starts_with(is_sign)
}

/// The label that a line begins with and the title after it, parted by a sign or by the beginning of a link; `None`
/// where it begins with no known label.
fn head<'a>(page: &Page<'a>, i: usize) -> Option<(&'a str, &'a str)> {
    let line = &page.lines[i];
    let text = line.text;
    let start = text.find(letter::is_alphanumeric)?;
    let link = line.links.first().map(|(span, _)| span.start.saturating_sub(line.span.start)).filter(|at| *at > start);
    let sign = text[start..].find(is_sign).map(|at| start + at);
    let by = |at: usize| (&text[start..at], text[at..].trim_start_matches(|c: char| !letter::is_alphanumeric(c)));
    let is_head = |at: &usize| catalogue::whole(Kind::Related, &key::words(&text[start..*at]));
    if let Some(at) = [link, sign].into_iter().flatten().find(is_head) {
        return Some(by(at));
    }
    // Nothing parts them, but all of it is a link: the longest beginning that is a label.
    if line.linked() > 0.9 && !line.ends_in_stop() {
        let ends = text.char_indices().filter(|(at, c)| *at > start && !letter::is_alphanumeric(*c)).map(|(at, _)| at);
        return ends.take(8).filter(is_head).filter(|at| key::words(&text[start..*at]).contains(' ')).last().map(by);
    }
    None
}

fn is_sign(c: char) -> bool {
    let other =
        matches!(c, '>' | '»' | '›' | '«' | '‹' | '」' | '』' | '…' | '॥' | '~' | '✦' | '★' | '📌' | '🔗' | '\n');
    other
        || letter::is_arrow(c)
        || letter::is_colon(c)
        || letter::is_dash(c)
        || letter::is_separator(c)
        || letter::closes_bracket(c)
}
