//! What a region is, by evidence that holds in any language: links and their shape, what they lead to, what it asks for, what
//! is repeated; and by labels and names where they are known.

use super::label::{self, Label};
use super::names::Names;
use super::page::Page;
use super::zone::Zone;
use crate::flaw::slot;
use crate::plan::{ASKS_FIXED, Reason};
use crate::snapshot::{Attr, NodeId, Tag};

/// What is to be done about a region, and why.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Verdict {
    pub reason: Reason,
    pub rule: &'static str,
    pub confidence: f32,
    pub asks: Option<&'static str>,
}

impl Verdict {
    pub fn new(reason: Reason, rule: &'static str, confidence: f32) -> Self {
        Self { reason, rule, confidence, asks: None }
    }
}

/// A share bar, a request, an advertisement, a request for consent has no more words.
const MAX_SHARE: u32 = 30;
const MAX_PROMOTION: u32 = 120;
const MAX_AD: u32 = 60;
const MAX_CONSENT: u32 = 400;
/// It has no more links: what it is about, and what may be answered.
const ANSWERS: u32 = 6;
/// Its first lines say what it is.
const LINES: usize = 6;
const MAX_TAGS: u32 = 80;
const MAX_CARD: u32 = 60;
/// So many headlines, and hardly anything else, are no part of the site's menu or footer.
const IN_FURNITURE: u32 = 3;
/// A box that may be laid over the page has no more words.
const MAX_BAR: u32 = 80;

/// What a region is known for; `None` where it is known for nothing, as a whole.
pub fn of(page: &Page, node: NodeId) -> Option<Verdict> {
    if !page.shows(node) {
        return empty(page, node);
    }
    let names = page.names(node);
    let first = page.label(node);
    let over = over(page, node, names, first);
    if over.is_some_and(|verdict| verdict.asks.is_none()) {
        return over;
    }
    // What holds a part of the site's own furniture is looked at in its parts.
    let furniture = page.things(node).furniture > 0 || page.text(node).rights > 0 || names.has(Names::SITE);
    if furniture {
        return None;
    }
    let related = || related(page, node, names, first);
    if page.is_furniture(node) {
        let text = page.text(node);
        let surely = text.titles >= IN_FURNITURE && text.titles * 10 >= text.links * 8 && text.linked >= text.links * 6;
        return related().filter(|_| surely);
    }
    (comments(page, node, names, first))
        .or_else(|| share(page, node, names))
        .or_else(|| tags(page, node, names, first))
        .or_else(|| promotion(page, node, names, first))
        .or_else(|| ad(page, node, first))
        .or_else(related)
        .or(over)
}

/// What a region is that stands right under a label.
pub fn under(page: &Page, node: NodeId, label: Label) -> Option<Verdict> {
    if page.things(node).furniture > 0 || page.text(node).rights > 0 {
        return None;
    }
    let (text, things) = (page.text(node), page.things(node));
    let linked = text.linked * 2 >= text.words;
    match label {
        Label::Comments => {
            (page.zone(node) == Zone::After).then(|| Verdict::new(Reason::Comments, "region.comments", 0.9))
        }
        Label::Tags if linked && text.words <= MAX_TAGS => Some(Verdict::new(Reason::Related, "region.tags", 0.9)),
        Label::Related if text.titles > 0 && (linked || cards(page, node)) => {
            Some(Verdict::new(Reason::Related, "region.related", 0.92))
        }
        Label::Share if things.shares + things.channels > 0 && text.words <= MAX_SHARE => {
            Some(Verdict::new(Reason::Share, "region.share", 0.9))
        }
        Label::Promotion if text.words <= MAX_PROMOTION && things.emails + things.channels > 0 => {
            Some(Verdict::new(Reason::Promotion, "region.promotion", 0.9))
        }
        Label::Ad if text.words <= MAX_AD && (text.titles > 0 || things.pictures > 0) => {
            Some(Verdict::new(Reason::AdSlot, "region.paid", 0.85))
        }
        _ => None,
    }
}

pub fn is_heading(page: &Page, node: NodeId) -> bool {
    let is = |node: NodeId| {
        page.snapshot.tag(node).heading().is_some() || page.snapshot.attribute(node, Attr::Role) == Some("heading")
    };
    is(node) || page.snapshot.descendants(node).any(is)
}

/// Space for an advertisement that did not come.
fn empty(page: &Page, node: NodeId) -> Option<Verdict> {
    let is_box = matches!(page.snapshot.tag(node), Tag::Div | Tag::Ins | Tag::Aside | Tag::Section | Tag::Other);
    (is_box && slot::is_named(page.snapshot, node) && page.things(node).furniture == 0)
        .then(|| Verdict::new(Reason::AdSlot, "region.slot", 0.85))
}

/// What is laid over the page. The snapshot has no style: but for requests for consent the browser is asked.
fn over(page: &Page, node: NodeId, names: Names, first: Option<Label>) -> Option<Verdict> {
    let (text, things) = (page.text(node), page.things(node));
    let overlay = Verdict::new(Reason::Overlay, "region.overlay", 0.9);
    let asks = Verdict { asks: Some(ASKS_FIXED), ..overlay };
    let is_dialog = names.has(Names::DIALOG);
    let outside = matches!(page.zone(node), Zone::Before | Zone::After);
    if text.words > 0 && text.words <= MAX_CONSENT && outside && text.titles <= 1 {
        let prose = || page.seen(node).filter(|block| block.link_density() < 0.4).take(LINES);
        let named = names.has(Names::CONSENT);
        let said = first == Some(Label::Consent)
            || text.prose > 0 && prose().any(|block| label::speaks_of_cookies(&block.text));
        let answers = things.buttons > 0 || text.linked > 0;
        // A page's terms speak of cookies, too: they are the site's footer's.
        if said
            && (named
                || is_dialog
                || answers
                    && text.links <= ANSWERS
                    && text.prose * 2 >= text.words
                    && things.furniture + text.rights == 0)
        {
            return Some(overlay);
        }
        if named {
            return Some(asks);
        }
    }
    if is_dialog {
        return Some(asks);
    }
    if things.furniture > 0 || text.rights > 0 || text.words > MAX_BAR {
        return None;
    }
    (names.has(Names::OVER) && outside).then_some(asks)
}

fn comments(page: &Page, node: NodeId, names: Names, first: Option<Label>) -> Option<Verdict> {
    if page.zone(node) != Zone::After {
        return None;
    }
    let text = page.text(node);
    let said = first == Some(Label::Comments);
    let named = names.has(Names::COMMENTS);
    let writes = page.things(node).fields > 0;
    let confidence = match (said, named) {
        (true, true) => 0.97,
        (true, false) if writes || text.blocks > 1 => 0.9,
        (false, true) => 0.9,
        _ => return None,
    };
    Some(Verdict::new(Reason::Comments, "region.comments", confidence))
}

fn share(page: &Page, node: NodeId, names: Names) -> Option<Verdict> {
    let (text, things) = (page.text(node), page.things(node));
    if text.words > MAX_SHARE || text.titles > 1 || things.fields > 0 {
        return None;
    }
    // A byline stands beside such bars.
    if things.heads > 0 {
        return None;
    }
    let leads = things.shares >= 2 || things.shares + things.channels >= 2 && text.words <= MAX_SHARE / 2;
    let named = names.has(Names::SHARE) && (things.shares + things.channels + things.buttons > 0 || text.words <= 8);
    (leads || named).then(|| Verdict::new(Reason::Share, "region.share", if leads { 0.95 } else { 0.85 }))
}

fn tags(page: &Page, node: NodeId, names: Names, first: Option<Label>) -> Option<Verdict> {
    let (text, things) = (page.text(node), page.things(node));
    if text.words > MAX_TAGS || page.zone(node) == Zone::Before || things.fields > 0 {
        return None;
    }
    let linked = text.linked * 10 >= text.words * 4;
    let said = first == Some(Label::Tags) && text.blocks + text.linked > 1;
    let marked = things.tags >= 1 || names.has(Names::TAGS);
    (linked && (said || marked) && text.linked > 0).then(|| Verdict::new(Reason::Related, "region.tags", 0.9))
}

fn promotion(page: &Page, node: NodeId, names: Names, first: Option<Label>) -> Option<Verdict> {
    let (text, things) = (page.text(node), page.things(node));
    if text.words > MAX_PROMOTION || things.passwords > 0 {
        return None;
    }
    let asks = things.emails > 0 && things.fields <= 3;
    let said = first == Some(Label::Promotion) && text.titles <= 1;
    let named = names.has(Names::PROMOTION) && text.titles <= 1;
    let confidence = match (asks, said, named) {
        (true, ..) => 0.92,
        (_, true, _) => 0.88,
        (.., true) if text.words > 0 => 0.8,
        _ => return None,
    };
    Some(Verdict::new(Reason::Promotion, "region.promotion", confidence))
}

fn ad(page: &Page, node: NodeId, first: Option<Label>) -> Option<Verdict> {
    let (text, things) = (page.text(node), page.things(node));
    if text.words > MAX_AD || things.fields > 0 {
        return None;
    }
    let said = first == Some(Label::Ad) && (text.titles > 0 || things.media > 0 || text.blocks == 1 && text.words <= 4);
    let named = slot::is_named(page.snapshot, node) && page.zone(node) != Zone::Before;
    let confidence = if said {
        0.88
    } else if named {
        0.85
    } else {
        return None;
    };
    Some(Verdict::new(Reason::AdSlot, "region.ad", confidence))
}

fn related(page: &Page, node: NodeId, names: Names, first: Option<Label>) -> Option<Verdict> {
    let (text, things) = (page.text(node), page.things(node));
    if things.fields > 1 || things.passwords > 0 {
        return None;
    }
    let linked = text.linked * 2 >= text.words;
    let titles = text.title_words * 10 >= text.linked * 6;
    let verdict = |confidence| Some(Verdict::new(Reason::Related, "region.related", confidence));
    if text.titles >= 1 && first == Some(Label::Related) && (linked || cards(page, node)) {
        return verdict(0.95);
    }
    if text.titles >= 2 && linked && titles {
        return verdict(0.9);
    }
    if text.titles >= 2 && cards(page, node) {
        return verdict(0.88);
    }
    let card = text.titles >= 1 && things.pictures >= 1 && linked && text.words <= MAX_CARD;
    let named = names.has(Names::RELATED) && text.words <= MAX_CARD * text.links;
    if card || named {
        return verdict(0.85);
    }
    None
}

/// Whether the parts of an element, or of the only element in it, are of one shape: a headline that is a link, and a few words
/// or none.
fn cards(page: &Page, node: NodeId) -> bool {
    let mut holder = node;
    let mut parts: Vec<NodeId> = page.parts(holder).collect();
    while let [only] = parts[..] {
        holder = only;
        parts = page.parts(holder).collect();
    }
    let is_card = |part: &&NodeId| {
        let text = page.text(**part);
        text.titles >= 1 && text.words <= MAX_CARD * text.titles
    };
    let cards = parts.iter().filter(is_card).count();
    cards >= 2 && cards * 10 >= parts.len() * 7
}
