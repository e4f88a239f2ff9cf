//! What a site asks of its readers inside of a story: to share it, to follow, to subscribe to a newsletter, to install an app.

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::{Proposal, key};
use crate::plan::Reason;
use crate::snapshot::{Attr, NodeId, Tag};

/// Words; longer lines are paragraphs.
const MAX_SHARE: u32 = 20;
const MAX_CALL: u32 = 34;
/// Without a link, and with a sentence's stop amid the text as well.
const MAX_BARE: u32 = 20;
const MAX_BARE_SENTENCE: u32 = 14;
const MAX_BETWEEN: u32 = 4;
const MAX_BETWEEN_LINKED: u32 = 6;

/// A line of nothing but networks and words of sharing.
const SHARE: f32 = 0.93;
/// A call and what is offered, with a link or at the story's edge; and without either.
const CALL: f32 = 0.88;
const CALL_AMIDST: f32 = 0.8;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = Vec::new();
    for (i, line) in page.lines.iter().enumerate().filter(|(i, _)| !gone[*i]) {
        if line.words.is_empty() || line.quoted || line.is_speech() {
            continue;
        }
        if is_share(line) {
            found.push(Proposal::hide(i, Reason::Share, "share.line", SHARE));
        } else if let Some(confidence) = call(page, gone, i) {
            let form = form(page, i);
            if line.protected && form.is_none() {
                continue;
            }
            // Lines that follow a network are of the same kind as those that share.
            found
                .push(Proposal { element: form, ..Proposal::hide(i, Reason::Promotion, "promotion.line", confidence) });
        }
    }
    found
}

/// Made of networks and words of sharing alone, with one network at least or a phrase that can be nothing else.
fn is_share(line: &Line) -> bool {
    if line.length > MAX_SHARE || line.protected || line.ends_in_stop() {
        return false;
    }
    let (mut networks, mut words, mut longest) = (0, 0, 0);
    let mut rest = line.words.as_str();
    while !rest.is_empty() {
        let network = catalogue::prefix(Kind::Network, rest);
        let share = catalogue::prefix(Kind::Share, rest);
        let count = rest.chars().take_while(char::is_ascii_digit).count();
        let end = match (network, share) {
            (Some(network), share) if network >= share.unwrap_or(0) => {
                networks += 1;
                network
            }
            (_, Some(share)) => {
                words += 1;
                longest = longest.max(rest[..share].split(' ').count());
                share
            }
            // "12 shares"
            _ if count > 0 => count,
            _ => return false,
        };
        rest = rest[end..].trim_start();
    }
    let linked = line.linked() > 0.5;
    if networks > 0 && words > 0 {
        return true;
    }
    // A heading says "Instagram and Facebook" or "Share the burden" as well.
    line.heading.is_none() && (networks > 1 || longest > 1 && (linked || words == 1) || words > 1 && linked)
}

/// A call to the reader, and something that is offered.
fn call(page: &Page, gone: &[bool], i: usize) -> Option<f32> {
    let line = &page.lines[i];
    if line.length > MAX_CALL || line.length < 2 || line.heading.is_some_and(|level| level < 3) {
        return None;
    }
    let known = catalogue::is(Kind::Promotion, &line.words);
    if !known {
        // The call opens the line, or one of its first sentences; what is offered comes with it.
        let called = catalogue::prefix(Kind::Call, &line.words)?;
        let offered = catalogue::within(Kind::Offer, &line.words)?;
        if offered.1 <= called && line.length < 3 {
            return None;
        }
        // Between the two there is no room for who is said to have followed the call.
        let between = line.words.get(called..offered.0).map_or(0, crate::language::word::count);
        if between > if line.links.is_empty() { MAX_BETWEEN } else { MAX_BETWEEN_LINKED } {
            return None;
        }
        if is_told(line) {
            return None;
        }
    }
    if form(page, i).is_some() {
        return Some(CALL);
    }
    // A story about newsletters tells of them.
    let topic = catalogue::within(Kind::Offer, &page.title).is_some();
    let edge = page.is_tail(i, gone) || page.first_prose >= i;
    let linked = !line.links.is_empty();
    let most = if linked {
        MAX_CALL
    } else if topic {
        0
    } else if edge || !line.ends_in_stop() {
        MAX_BARE
    } else {
        MAX_BARE_SENTENCE
    };
    (line.length <= most).then_some(if edge || linked { CALL } else { CALL_AMIDST })
}

/// Somebody tells of a call: quotation marks, a clause after a comma that is as long as the call.
fn is_told(line: &Line) -> bool {
    /// Words of the clauses after the first comma that make a sentence of its own.
    const OWN: u32 = 9;
    let quoted = line.text.contains(['“', '”', '«', '»', '„', '「', '『']) && line.links.is_empty();
    let clause = line.text.split_once([',', '،', '，', '、']).map_or(0, |(_, rest)| crate::language::word::count(rest));
    quoted || (clause >= OWN && line.links.is_empty())
}

/// The box around a line that holds a form for an address, and no text of the story.
fn form(page: &Page, i: usize) -> Option<NodeId> {
    let snapshot = page.snapshot;
    let asks = |node: NodeId| {
        snapshot.tag(node) == Tag::Input
            && snapshot.attributes(node).any(|(name, value)| match name {
                Attr::Type => value == "email",
                Attr::Name | Attr::Id | Attr::AriaLabel => value.to_ascii_lowercase().contains("mail"),
                _ => false,
            })
    };
    let other = |node: NodeId| {
        matches!(snapshot.tag(node), Tag::Textarea)
            || snapshot.attribute(node, Attr::Type) == Some("password")
            || snapshot.attribute(node, Attr::Contenteditable).is_some()
    };
    // Its own box, or the element right around it.
    (snapshot.ancestry(page.element(i)))
        .take(5)
        .take_while(|node| !super::page::is_frame(snapshot.tag(*node)) && !snapshot.contains(*node, page.container))
        .filter(|node| {
            snapshot.descendants(*node).any(asks)
                && !snapshot.descendants(*node).any(other)
                && page.lines.iter().all(|line| {
                    !snapshot.contains(*node, page.blocks[line.block].element)
                        || line.protected
                        || line.length <= MAX_CALL
                            && !(line.prose && catalogue::prefix(Kind::Call, &key::words(line.text)).is_none())
                })
        })
        .last()
}
