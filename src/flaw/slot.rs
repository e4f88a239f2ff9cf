//! Elements made to hold an advertisement, with the space that they take.

use super::Page;
use crate::plan::{Action, Edit, Reason};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

const CONFIDENCE: f32 = 0.99;

pub fn find(page: &Page) -> Vec<Edit> {
    let Page { snapshot, blocks, story, .. } = *page;
    let mut edits = Vec::new();
    let mut node = NodeId::ROOT;
    while node.index() < snapshot.len() {
        let end = snapshot.end(node);
        let holds_story =
            || story.iter().any(|&i| (node..end).contains(&blocks[i].element) && !blocks[i].text.is_empty());
        if snapshot.tag(node) == Tag::Text || !is_slot(snapshot, node) || holds_story() {
            node.0 += 1;
            continue;
        }
        edits.push(Edit {
            node: wrapper(snapshot, node),
            ranges: Vec::new(),
            action: Action::Hide,
            reason: Reason::AdSlot,
            rule: "slot.network",
            confidence: CONFIDENCE,
            text: text(snapshot, node),
            replacement: String::new(),
            findable: false,
        });
        node = end;
    }
    edits
}

/// Names that the ad networks' own code gives to its elements.
fn is_slot(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.attributes(node).any(|(name, value)| match name {
        Attr::Class => value.split_ascii_whitespace().any(|class| class == "adsbygoogle"),
        Attr::Id => ["div-gpt-ad", "google_ads_iframe_", "taboola-below-", "outbrain_widget_"]
            .iter()
            .any(|prefix| value.starts_with(prefix)),
        _ => false,
    })
}

/// The largest element around a slot in which there is nothing else: its frame holds the space that it took.
fn wrapper(snapshot: &Snapshot, slot: NodeId) -> NodeId {
    (snapshot.ancestry(slot))
        .take_while(|node| {
            let around = *node..snapshot.end(*node);
            let only = (snapshot.descendants(*node)).all(|inner| {
                snapshot.contains(slot, inner)
                    || snapshot.contains(inner, slot)
                    || (snapshot.text(inner).is_empty() && !snapshot.tag(inner).is_media())
            });
            only && !around.contains(&NodeId::ROOT) && snapshot.tag(*node) != Tag::Body
        })
        .last()
        .unwrap_or(slot)
}

fn text(snapshot: &Snapshot, node: NodeId) -> String {
    let words = snapshot.descendants(node).flat_map(|inner| snapshot.text(inner).split_whitespace());
    words.collect::<Vec<_>>().join(" ")
}
