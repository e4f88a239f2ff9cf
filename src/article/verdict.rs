//! Is this an article? What was taken for its story is looked at once more, as a whole.
//!
//! Each rule says what a page is instead, by what front pages, archives, shops and log-ins look like in any script: a doubt. One
//! is enough to decline a page that nobody asked for; where somebody did, only what is surely something else is declined. The figures in the comments are the pages that the rule fires on: of the extraction benchmarks'
//! 1,295, all of which count as articles, and of the 46 in `tests/declined`.

use rustc_hash::FxHashMap as HashMap;

use super::features::Measured;
use crate::block::Block;
use crate::metadata::Metadata;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// What was chosen as the story.
pub struct Choice<'a> {
    /// For each visible block, how likely it is story.
    pub likely: &'a [f32],
    /// The places of the chosen among them.
    pub kept: &'a [usize],
    /// The smallest element that holds them.
    pub holder: NodeId,
}

/// What is known of the choice; shares are of the story's words.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    /// Words of the story, and of the page.
    words: f32,
    page_words: f32,
    /// The F1 that the choice has if the likelihoods are right.
    expected: f32,
    /// The share in the element that holds most of it right below: a story's paragraphs are siblings, teasers are not.
    gathered: f32,
    /// The share below a linked line of its own, and below a linked heading.
    teased: f32,
    teased_by_heading: f32,
    /// `<article>` elements that hold some of it, and the largest share in one.
    articles: usize,
    largest_article: f32,
    /// Something to fill in stands among it.
    asks: bool,
    /// It stands in a dialog.
    in_dialog: bool,
    /// The page calls itself an article, or something else.
    claim: Option<bool>,
    /// A date or an author is known.
    signed: bool,
    /// The page wants to be left out of indexes.
    unlisted: bool,
    /// The address is that of the site itself.
    is_root: bool,
}

/// A story's words below which nothing but size speaks: longer ones that nobody signs are stories in the benchmarks.
const SHORT: f32 = 150.0;

/// What is thought of a page as an article.
#[derive(Debug, Default)]
pub struct Verdict {
    /// The names of the rules that say what it is instead, in the order of the list.
    pub doubts: Vec<&'static str>,
    /// One of them holds for sure: a list of teasers, a form, a dialog.
    pub is_surely_other: bool,
    /// How sure it is that the page is an article, 0 to 1: the F1 that the choice is expected to have, halved by each doubt.
    pub certainty: f32,
}

/// Weighs whether a page is an article.
#[inline(never)]
pub fn judge(
    snapshot: &Snapshot,
    blocks: &[Block],
    measured: &Measured,
    metadata: &Metadata,
    choice: &Choice,
) -> Verdict {
    let signs = Signs::read(snapshot, blocks, measured, metadata, choice);
    // Where one element of a page was asked for, it was said already that it is a story.
    let is_page = snapshot.tag(NodeId::ROOT) == Tag::Html;
    if is_page { weigh(&signs) } else { Verdict { certainty: signs.expected, ..Verdict::default() } }
}

/// What a page is instead, whether that is sure even where somebody said that it is a story, and whether it is.
type Rule = (&'static str, bool, fn(&Signs) -> bool);

fn weigh(signs: &Signs) -> Verdict {
    let rules: [Rule; 9] = [
        ("teasers", true, is_teasers),
        ("listing", true, is_listing),
        ("other", false, is_other),
        ("unsure", false, is_unsure),
        ("scattered", false, is_scattered),
        ("posts", false, is_posts),
        ("form", true, is_form),
        ("dialog", true, |signs| signs.in_dialog && signs.is_anonymous()),
        ("unlisted", false, |signs| signs.unlisted && signs.is_anonymous() && signs.words < SHORT),
    ];
    let mut verdict = Verdict { certainty: signs.expected, ..Verdict::default() };
    for (name, is_sure, _) in rules.iter().filter(|(_, _, fires)| fires(signs)) {
        verdict.doubts.push(name);
        verdict.is_surely_other |= is_sure;
        verdict.certainty /= 2.0;
    }
    verdict
}

/// Front pages and archives: texts that stand apart from each other, each below a heading that leads to its story. With an
/// article's claim and an author, it is a post with the headings linked. 1 (a list of a hundred projects) and 12 pages.
fn is_teasers(signs: &Signs) -> bool {
    let attested = signs.claim == Some(true) && signs.signed;
    signs.teased_by_heading > 0.6 && signs.gathered < 0.5 && !attested
}

/// The same where the links are no headings; they must be more, since articles have links between their paragraphs.
/// The same one and 15 pages.
fn is_listing(signs: &Signs) -> bool {
    signs.teased > 0.7 && signs.gathered < 0.5 && signs.claim != Some(true)
}

/// A product, a list, a profile by its own word. 1 (a shop's category) and 7 pages.
fn is_other(signs: &Signs) -> bool {
    signs.claim == Some(false) && !signs.signed
}

/// Hardly anything is story by the model's own reckoning: search results, forums, links. 1 and 7 pages.
fn is_unsure(signs: &Signs) -> bool {
    let least = if signs.is_root { 0.65 } else { 0.55 };
    signs.expected < least && signs.words < SHORT && signs.is_anonymous()
}

/// Words here and there: tables, menus, settings, cards. A front page has more of them. 0 and 15 pages.
fn is_scattered(signs: &Signs) -> bool {
    let most = if signs.is_root { 2.0 * SHORT } else { SHORT };
    signs.gathered < 0.35 && signs.words < most && signs.is_anonymous()
}

/// A feed: each post is an `<article>`. Stories and live blogs in such parts say what they are, or are longer. 0 and 4
/// pages.
fn is_posts(signs: &Signs) -> bool {
    signs.articles >= 3 && signs.largest_article < 0.5 && signs.words < 2.0 * SHORT && signs.claim != Some(true)
}

/// A log-in, a contact page: little more on the page than what stands around the form. 0 and 4 pages.
fn is_form(signs: &Signs) -> bool {
    signs.asks && signs.page_words < SHORT && signs.is_anonymous()
}

impl Signs {
    /// Nothing says that it is an article: 1 in 10 pages of the benchmarks.
    fn is_anonymous(&self) -> bool {
        self.claim != Some(true) && !self.signed
    }

    fn read(snapshot: &Snapshot, blocks: &[Block], measured: &Measured, metadata: &Metadata, choice: &Choice) -> Self {
        let words = |place: usize| measured.words[place];
        let element = |place: usize| blocks[measured.blocks[place]].element;
        let story: f32 = choice.kept.iter().map(|&place| words(place)).sum();
        let hit: f32 = choice.kept.iter().map(|&place| words(place) * choice.likely[place]).sum();
        let all: f32 = choice.likely.iter().zip(&measured.words).map(|(likely, words)| likely * words).sum();
        let share = |words: f32| words / story.max(1.0);
        let (mut groups, mut articles) = (HashMap::<NodeId, f32>::default(), HashMap::<NodeId, f32>::default());
        let (mut teased, mut teased_by_heading, mut in_dialog) = (0.0, 0.0, 0.0);
        for &place in choice.kept {
            let around = || snapshot.ancestry(element(place));
            let title = teaser_title(blocks, measured, place);
            let group = match title {
                None => Some(measured.groups[place][0]),
                // A teaser is what holds its title and its text.
                Some(title) => snapshot.ancestry(element(title)).find(|node| snapshot.contains(*node, element(place))),
            };
            *groups.entry(group.unwrap_or(NodeId::ROOT)).or_default() += words(place);
            if let Some(article) = around().find(|node| snapshot.tag(*node) == Tag::Article) {
                *articles.entry(article).or_default() += words(place);
            }
            if around().any(|node| is_dialog(snapshot, node)) {
                in_dialog += words(place);
            }
            if let Some(title) = title {
                teased += words(place);
                if snapshot.ancestry(element(title)).take(2).any(|node| snapshot.tag(node).heading().is_some()) {
                    teased_by_heading += words(place);
                }
            }
        }
        let largest = |held: &HashMap<NodeId, f32>| share(held.values().copied().fold(0.0, f32::max));
        Self {
            words: story,
            page_words: measured.words.iter().sum(),
            expected: 2.0 * hit / (story + all).max(1.0),
            gathered: largest(&groups),
            teased: share(teased),
            teased_by_heading: share(teased_by_heading),
            articles: articles.len(),
            largest_article: largest(&articles),
            asks: snapshot.descendants(choice.holder).any(|node| is_field(snapshot, node)),
            in_dialog: share(in_dialog) > 0.5,
            claim: metadata.is_article,
            signed: metadata.published.is_some() || metadata.byline.is_some(),
            unlisted: snapshot.nodes().any(|node| is_unlisted(snapshot, node)),
            is_root: is_root(snapshot.url()),
        }
    }
}

/// The linked line that a text stands below, with no more than a date or a name between.
fn teaser_title(blocks: &[Block], measured: &Measured, place: usize) -> Option<usize> {
    /// How far above, in blocks: a date, an author, a count.
    const REACH: usize = 4;
    /// A line of so many words between belongs to something else.
    const BETWEEN: f32 = 8.0;
    let mut above = (place.saturating_sub(REACH)..place).rev();
    above.find_map(|near| {
        let words = measured.words[near];
        let linked = blocks[measured.blocks[near]].link_density() > 0.8;
        if linked && (3.0..30.0).contains(&words) {
            return Some(Some(near));
        }
        (words > BETWEEN).then_some(None)
    })?
}

fn is_dialog(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.tag(node) == Tag::Dialog || matches!(snapshot.attribute(node, Attr::Role), Some("dialog" | "alertdialog"))
}

/// Something to write into.
fn is_field(snapshot: &Snapshot, node: NodeId) -> bool {
    match snapshot.tag(node) {
        Tag::Textarea => true,
        Tag::Input => {
            !snapshot.hidden(node)
                && !matches!(
                    snapshot.attribute(node, Attr::Type),
                    Some("hidden" | "submit" | "button" | "image" | "search" | "checkbox" | "radio")
                )
        }
        _ => false,
    }
}

fn is_unlisted(snapshot: &Snapshot, node: NodeId) -> bool {
    snapshot.tag(node) == Tag::Meta
        && snapshot.attribute(node, Attr::Name).is_some_and(|name| name.eq_ignore_ascii_case("robots"))
        && snapshot.attribute(node, Attr::Content).is_some_and(|content| content.contains("noindex"))
}

/// Whether an address has neither a path nor a query.
fn is_root(url: &str) -> bool {
    let page = url.split('#').next().unwrap_or_default();
    page.split_once("://").is_some_and(|(_, rest)| rest.split_once('/').is_none_or(|(_, path)| path.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A short story without a name or a date, that nothing is wrong with.
    const STORY: Signs = Signs {
        words: 100.0,
        page_words: 180.0,
        expected: 0.9,
        gathered: 0.9,
        teased: 0.0,
        teased_by_heading: 0.0,
        articles: 1,
        largest_article: 1.0,
        asks: false,
        in_dialog: false,
        claim: None,
        signed: false,
        unlisted: false,
        is_root: false,
    };

    #[track_caller]
    fn check(expected: Option<&str>, signs: Signs) {
        assert_eq!(weigh(&signs).doubts.first().copied(), expected, "{signs:?}");
    }

    #[test]
    fn each_rule_fires_and_spares() {
        check(None, STORY);
        let teasers = Signs { teased: 0.9, teased_by_heading: 0.9, gathered: 0.2, words: 400.0, ..STORY };
        check(Some("teasers"), teasers);
        check(None, Signs { claim: Some(true), signed: true, ..teasers });
        // A story with links between its paragraphs.
        check(None, Signs { gathered: 0.8, ..teasers });
        check(Some("listing"), Signs { teased_by_heading: 0.0, ..teasers });
        check(Some("other"), Signs { claim: Some(false), ..STORY });
        check(None, Signs { claim: Some(false), signed: true, ..STORY });
        check(Some("unsure"), Signs { expected: 0.4, ..STORY });
        check(None, Signs { expected: 0.4, signed: true, ..STORY });
        check(Some("scattered"), Signs { gathered: 0.3, ..STORY });
        check(None, Signs { gathered: 0.3, words: 300.0, ..STORY });
        check(Some("scattered"), Signs { gathered: 0.3, words: 250.0, is_root: true, ..STORY });
        check(Some("posts"), Signs { articles: 5, largest_article: 0.3, words: 250.0, ..STORY });
        check(None, Signs { articles: 5, largest_article: 0.3, words: 250.0, claim: Some(true), ..STORY });
        check(Some("form"), Signs { asks: true, page_words: 120.0, ..STORY });
        check(None, Signs { asks: true, ..STORY });
        check(Some("dialog"), Signs { in_dialog: true, ..STORY });
        check(None, Signs { in_dialog: true, signed: true, ..STORY });
        check(Some("unlisted"), Signs { unlisted: true, ..STORY });
        check(None, Signs { unlisted: true, words: 300.0, ..STORY });
        check(None, Signs { is_root: true, ..STORY });
    }

    #[test]
    fn a_root_has_no_path() {
        for (url, expected) in [
            ("https://tarnpost.example", true),
            ("https://tarnpost.example/#main", true),
            ("https://tarnpost.example/?p=12", false),
            ("https://tarnpost.example/harbour", false),
            ("", false),
        ] {
            assert_eq!(is_root(url), expected, "{url}");
        }
    }
}
