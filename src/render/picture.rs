//! Finds the story's pictures among the page's images, with their captions.

use super::safe::is_safe;
use crate::plan::{Action, Edit, Plan};
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// An image of the story.
#[derive(Debug)]
pub struct Picture<'a> {
    /// The image; `None` if the page names it in its metadata alone.
    pub node: Option<NodeId>,
    pub address: &'a str,
    pub alt: String,
    pub caption: Option<String>,
}

/// An image to which the page gives a width or height of fewer CSS pixels is a sign or a counter.
const LEAST: u32 = 50;
/// Words in the classes of images that are no pictures.
const SIGNS: [&str; 6] = ["emoji", "smiley", "avatar", "icon", "logo", "pixel"];

/// The pictures of the story, in order; if it has none, the lead image that the page's metadata names. `at` holds the
/// node at which each paragraph begins.
pub fn pictures<'a>(snapshot: &'a Snapshot, plan: &'a Plan, at: &[NodeId]) -> Vec<Picture<'a>> {
    let Some(article) = &plan.article else { return Vec::new() };
    if article.node.index() >= snapshot.len() {
        return Vec::new();
    }
    let story = Story { snapshot, plan, at, title: folded(&article.title) };
    let mut pictures: Vec<Picture> =
        snapshot.descendants(article.node).filter_map(|node| story.picture(article.node, node)).collect();
    // A gallery has one caption, under its last picture.
    for i in 1..pictures.len() {
        if pictures[i - 1].caption == pictures[i].caption {
            pictures[i - 1].caption = None;
        }
    }
    if pictures.is_empty() {
        let lead = article.image.as_deref().map(str::trim).filter(|address| is_safe(address));
        pictures.extend(lead.map(|address| Picture { node: None, address, alt: String::new(), caption: None }));
    }
    pictures
}

struct Story<'a, 'b> {
    snapshot: &'a Snapshot,
    plan: &'a Plan,
    at: &'b [NodeId],
    title: String,
}

impl<'a> Story<'a, '_> {
    fn picture(&self, article: NodeId, node: NodeId) -> Option<Picture<'a>> {
        let snapshot = self.snapshot;
        if snapshot.tag(node) != Tag::Img || snapshot.hidden(node) || self.is_taken_out(node) || self.is_sign(node) {
            return None;
        }
        let address = [Attr::Src, Attr::DataSrc]
            .into_iter()
            .filter_map(|name| snapshot.attribute(node, name))
            .map(str::trim)
            .find(|address| is_safe(address))?;
        let around = self.around(article, node);
        // If other text stands beside it, it is the picture of a teaser or of the story's writer.
        if snapshot.descendants(around).any(|text| self.is_foreign(around, text)) {
            return None;
        }
        let alt = fold(snapshot.attribute(node, Attr::Alt).unwrap_or_default());
        Some(Picture { node: Some(node), address, alt, caption: self.caption(around) })
    }

    /// The largest element that holds the image and no paragraph of the story. If that holds the headline, no more than
    /// the image's figure.
    fn around(&self, article: NodeId, image: NodeId) -> NodeId {
        let snapshot = self.snapshot;
        let mut around = image;
        let mut figure = image;
        for node in snapshot.ancestry(image).skip(1).take_while(|node| *node != article) {
            if self.at.iter().any(|paragraph| snapshot.contains(node, *paragraph)) {
                break;
            }
            around = node;
            if snapshot.tag(node) == Tag::Figure {
                figure = node;
            }
        }
        let is_headline = |node| {
            snapshot.tag(node).heading().is_some() && !self.title.is_empty() && folded(&self.text(node)) == self.title
        };
        if snapshot.descendants(around).any(is_headline) { figure } else { around }
    }

    /// Whether a text node is text that is neither a caption nor hidden.
    fn is_foreign(&self, around: NodeId, text: NodeId) -> bool {
        let snapshot = self.snapshot;
        let mut inside = snapshot.ancestry(text).take_while(|node| snapshot.contains(around, *node));
        !snapshot.text(text).trim().is_empty()
            && !inside.any(|node| self.is_caption(node) || snapshot.tag(node).is_opaque())
            && !snapshot.hidden(snapshot.parent(text).unwrap_or_default())
            && !self.is_taken_out(text)
    }

    fn is_caption(&self, node: NodeId) -> bool {
        let named = || {
            (self.snapshot.attribute(node, Attr::Class))
                .is_some_and(|class| class.to_ascii_lowercase().contains("caption"))
        };
        matches!(self.snapshot.tag(node), Tag::Figure | Tag::Figcaption)
            || self.captions().any(|edit| edit.node == node)
            || named()
    }

    /// The image's caption: inside of the element around it, or else right after it.
    fn caption(&self, around: NodeId) -> Option<String> {
        let snapshot = self.snapshot;
        let end = snapshot.end(around);
        let next = self.at.iter().copied().find(|paragraph| *paragraph >= end);
        let next_image = (end.0..snapshot.len() as u32).map(NodeId).find(|node| snapshot.tag(*node) == Tag::Img);
        let until = next.into_iter().chain(next_image).min().unwrap_or(NodeId(snapshot.len() as u32));
        let inside = self.captions().find(|edit| snapshot.contains(around, edit.node));
        let told = inside.or_else(|| self.captions().find(|edit| (end..until).contains(&edit.node)));
        let text = if let Some(edit) = told {
            fold(&edit.text)
        } else {
            let is_told = |node: &NodeId| self.is_caption(*node) && snapshot.tag(*node) != Tag::Figure;
            let element = snapshot.descendants(around).find(|node| is_told(node) && !self.is_taken_out(*node))?;
            self.text(element)
        };
        Some(text).filter(|text| !text.is_empty())
    }

    fn captions(&self) -> impl Iterator<Item = &'a Edit> {
        self.plan.edits.iter().filter(|edit| edit.action == Action::Caption)
    }

    fn is_taken_out(&self, node: NodeId) -> bool {
        (self.plan.edits.iter())
            .filter(|edit| edit.action == Action::Hide && edit.ranges.is_empty())
            .any(|edit| self.snapshot.contains(edit.node, node))
    }

    fn is_sign(&self, image: NodeId) -> bool {
        let attribute = |name| self.snapshot.attribute(image, name);
        let small = [Attr::Width, Attr::Height]
            .into_iter()
            .filter_map(|name| attribute(name)?.trim().trim_end_matches("px").parse::<u32>().ok())
            .any(|size| size < LEAST);
        let named = attribute(Attr::Class)
            .is_some_and(|class| SIGNS.iter().any(|sign| class.to_ascii_lowercase().contains(sign)));
        small || named
    }

    fn text(&self, element: NodeId) -> String {
        let snapshot = self.snapshot;
        let mut text = String::new();
        for node in snapshot.descendants(element) {
            if snapshot.is_block(node) || snapshot.space_before(node) {
                text.push(' ');
            }
            if !snapshot.hidden(snapshot.parent(node).unwrap_or_default()) {
                text.push_str(snapshot.text(node));
            }
        }
        fold(&text)
    }
}

fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A headline's letters and digits in lower case, to compare it by.
fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
