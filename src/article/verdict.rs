//! Whether a page is an article. What was chosen as its story is looked at once more, as a whole.
//!
//! Each rule knows one other kind of page, such as front pages, archives, shops and log-ins, by signs that it has in
//! any script. Each that fires is a doubt: one is enough to decline a page that
//! nobody asked for; where somebody did, only what surely is something else is declined. The comment of each rule gives two counts: the pages that it
//! fires on wrongly, of the 1,295 of the extraction benchmarks, all of which count as articles; and those that it fires
//! on rightly, of the 46 in `tests/declined`.

use rustc_hash::FxHashMap as HashMap;

use super::features::Measured;
use crate::block::Block;
use crate::metadata::Metadata;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// What was chosen as the story.
pub struct Choice<'a> {
    /// For each visible block, how likely it is story.
    pub likely: &'a [f32],
    /// The chosen blocks, as places in `likely`, ascending.
    pub kept: &'a [usize],
    /// The smallest element that holds them.
    pub holder: NodeId,
}

/// What the rules look at. Shares are shares of the story's words, 0 to 1.
#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    /// Words of the story, and of the page.
    words: f32,
    page_words: f32,
    /// The F1 that the choice is expected to have, if the blocks' probabilities are right.
    expected: f32,
    /// The share of the story whose blocks are children of one element, for the element where it is the largest. The
    /// paragraphs of a story are siblings; teasers stand in a box each.
    gathered: f32,
    /// The share of the story that stands below a linked line, as a teaser's text stands below its title; and the share
    /// below a linked line that is a heading.
    teased: f32,
    teased_by_heading: f32,
    /// How many `<article>` elements hold some of the story, and the largest share that one holds.
    articles: usize,
    largest_article: f32,
    /// There is a field to be filled in within the element that holds the story.
    asks: bool,
    /// More than half of the story stands in a dialog.
    in_dialog: bool,
    /// Whether the page calls itself an article; `None` where it says neither that nor anything else.
    claim: Option<bool>,
    /// The page names a date or an author.
    signed: bool,
    /// The page asks search engines not to list it.
    unlisted: bool,
    /// The page's address has no path: it is the site's front page.
    is_root: bool,
}

/// The words below which a story that names neither date nor author is too short to count. In the benchmarks longer
/// ones are stories even so.
const SHORT: f32 = 150.0;

/// What is thought of a page as an article.
#[derive(Debug, Default)]
pub struct Verdict {
    /// The names of the rules that say what it is instead, in the order of the list.
    pub doubts: Vec<&'static str>,
    /// One of them holds for sure, a list of teasers, a form, a dialog, and the page does not call itself an article.
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
    // If the snapshot is of one element, whoever took it has said that the element is a story.
    let is_page = snapshot.tag(NodeId::ROOT) == Tag::Html;
    if is_page { weigh(&signs) } else { Verdict { certainty: signs.expected, ..Verdict::default() } }
}

/// A rule: the kind of page that it knows, whether such a page is declined even where somebody said that it is a story, and
/// whether a page with these signs is one.
type Rule = (&'static str, bool, fn(&Signs) -> bool);

fn weigh(signs: &Signs) -> Verdict {
    let rules: [Rule; 10] = [
        ("teasers", true, is_teasers),
        ("listing", true, is_listing),
        ("other", false, is_other),
        ("unsure", false, is_unsure),
        ("scattered", false, is_scattered),
        ("posts", false, is_posts),
        ("form", true, is_form),
        ("dialog", true, |signs| signs.in_dialog && signs.is_anonymous()),
        ("brief", false, |signs| signs.words < SHORT && signs.is_anonymous()),
        ("unlisted", false, |signs| signs.unlisted && signs.is_anonymous() && signs.words < SHORT),
    ];
    let mut verdict = Verdict { certainty: signs.expected, ..Verdict::default() };
    for (name, is_sure, _) in rules.iter().filter(|(_, _, fires)| fires(signs)) {
        verdict.doubts.push(name);
        // Who asked and the page itself say the same.
        verdict.is_surely_other |= *is_sure && signs.claim != Some(true);
        verdict.certainty /= 2.0;
    }
    verdict
}

/// A front page or an archive: its texts stand apart from each other, each below a heading that links to the whole
/// story. A page that calls itself an article and names an author is spared: it is a post whose own headings are links.
/// Fires on 1 article (a list of a hundred projects) and 12 other pages.
fn is_teasers(signs: &Signs) -> bool {
    let attested = signs.claim == Some(true) && signs.signed;
    signs.teased_by_heading > 0.6 && signs.gathered < 0.5 && !attested
}

/// A front page or an archive whose links are no headings. More of the text must stand below links than for headings,
/// since articles too have linked lines between their paragraphs. Fires on the same 1 article and 15 other pages.
fn is_listing(signs: &Signs) -> bool {
    signs.teased > 0.7 && signs.gathered < 0.5 && signs.claim != Some(true)
}

/// A product, a list or a profile: the page calls itself so in its metadata. Fires on 1 article (a shop's category) and
/// 7 other pages.
fn is_other(signs: &Signs) -> bool {
    signs.claim == Some(false) && !signs.signed
}

/// Search results, forums, lists of links: the model itself is sure of hardly any block. Fires on 1 article and 7 other
/// pages.
fn is_unsure(signs: &Signs) -> bool {
    let least = if signs.is_root { 0.65 } else { 0.55 };
    signs.expected < least && signs.words < SHORT && signs.is_anonymous()
}

/// Tables, menus, settings, cards: a short text whose blocks stand here and there in the page. A front page may have
/// more words. Fires on no article and 15 other pages.
fn is_scattered(signs: &Signs) -> bool {
    let most = if signs.is_root { 2.0 * SHORT } else { SHORT };
    signs.gathered < 0.35 && signs.words < most && signs.is_anonymous()
}

/// A feed in which each post is an `<article>`. A story or live blog made of such parts calls itself an article, or is
/// longer. Fires on no article and 4 other pages.
fn is_posts(signs: &Signs) -> bool {
    signs.articles >= 3 && signs.largest_article < 0.5 && signs.words < 2.0 * SHORT && signs.claim != Some(true)
}

/// A log-in or a contact page: a form, and little text on the page but what stands around it. Fires on no article and 4
/// other pages.
fn is_form(signs: &Signs) -> bool {
    signs.asks && signs.page_words < SHORT && signs.is_anonymous()
}

impl Signs {
    /// The page neither calls itself an article nor names a date or an author. So does 1 in 10 pages of the benchmarks.
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

/// The linked line that stands over a block as a teaser's title does, with no more between the two than a date or a
/// name.
fn teaser_title(blocks: &[Block], measured: &Measured, place: usize) -> Option<usize> {
    /// How many blocks above the text the title may stand: a date, an author and a count may come between.
    const REACH: usize = 4;
    /// If a line of more words stands between, the title above it belongs to that line.
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

/// Whether an element is a field to write into.
pub fn is_field(snapshot: &Snapshot, node: NodeId) -> bool {
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
        // Whatever is short and unsigned is in doubt for that; here it is asked what else speaks against it.
        let doubts = weigh(&signs).doubts;
        assert_eq!(doubts.into_iter().find(|doubt| *doubt != "brief"), expected, "{signs:?}");
    }

    #[test]
    fn what_is_short_and_unsigned_is_in_doubt() {
        let is_brief = |signs: Signs| weigh(&signs).doubts.contains(&"brief");
        assert!(is_brief(STORY));
        assert!(is_brief(Signs { words: SHORT - 1.0, ..STORY }));
        assert!(!is_brief(Signs { words: SHORT, ..STORY }));
        assert!(!is_brief(Signs { signed: true, ..STORY }));
        assert!(!is_brief(Signs { claim: Some(true), ..STORY }));
    }

    #[test]
    fn only_lists_forms_and_dialogs_are_surely_something_else() {
        let teasers = Signs { teased: 0.9, teased_by_heading: 0.9, gathered: 0.2, words: 400.0, ..STORY };
        for (signs, expected) in [
            (STORY, false),
            (teasers, true),
            (Signs { teased_by_heading: 0.0, ..teasers }, true),
            // A letter that tells of many stories, and links to each.
            (Signs { claim: Some(true), ..teasers }, false),
            (Signs { signed: true, ..teasers }, true),
            (Signs { asks: true, page_words: 120.0, ..STORY }, true),
            (Signs { in_dialog: true, ..STORY }, true),
            (Signs { claim: Some(false), ..STORY }, false),
            (Signs { expected: 0.4, ..STORY }, false),
            (Signs { gathered: 0.3, ..STORY }, false),
            (Signs { articles: 5, largest_article: 0.3, ..STORY }, false),
            (Signs { unlisted: true, ..STORY }, false),
        ] {
            assert_eq!(weigh(&signs).is_surely_other, expected, "{signs:?}");
        }
    }

    #[test]
    fn each_doubt_halves_the_certainty() {
        let signs = Signs { words: 400.0, expected: 0.8, ..STORY };
        assert!((weigh(&signs).certainty - 0.8).abs() < 1e-6);
        assert!((weigh(&Signs { in_dialog: true, ..signs }).certainty - 0.4).abs() < 1e-6);
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

    /// A sign exactly at its bound is on the side of the article.
    #[test]
    fn bounds_are_on_the_articles_side() {
        let teasers = Signs { teased: 0.9, teased_by_heading: 0.9, gathered: 0.2, words: 400.0, ..STORY };
        for (reason, beyond, at) in [
            ("teasers", teasers, Signs { teased_by_heading: 0.6, teased: 0.6, ..teasers }),
            ("teasers", Signs { gathered: 0.49, ..teasers }, Signs { gathered: 0.5, ..teasers }),
            (
                "listing",
                Signs { teased_by_heading: 0.6, teased: 0.71, ..teasers },
                Signs { teased_by_heading: 0.6, teased: 0.7, ..teasers },
            ),
            (
                "listing",
                Signs { teased_by_heading: 0.0, gathered: 0.49, ..teasers },
                Signs { teased_by_heading: 0.0, gathered: 0.5, ..teasers },
            ),
            ("unsure", Signs { expected: 0.54, ..STORY }, Signs { expected: 0.55, ..STORY }),
            (
                "unsure",
                Signs { expected: 0.64, is_root: true, ..STORY },
                Signs { expected: 0.65, is_root: true, ..STORY },
            ),
            (
                "unsure",
                Signs { expected: 0.4, words: SHORT - 1.0, ..STORY },
                Signs { expected: 0.4, words: SHORT, ..STORY },
            ),
            ("scattered", Signs { gathered: 0.34, ..STORY }, Signs { gathered: 0.35, ..STORY }),
            (
                "scattered",
                Signs { gathered: 0.3, words: SHORT - 1.0, ..STORY },
                Signs { gathered: 0.3, words: SHORT, ..STORY },
            ),
            (
                "scattered",
                Signs { gathered: 0.3, words: 2.0 * SHORT - 1.0, is_root: true, ..STORY },
                Signs { gathered: 0.3, words: 2.0 * SHORT, is_root: true, ..STORY },
            ),
            (
                "posts",
                Signs { articles: 3, largest_article: 0.49, ..STORY },
                Signs { articles: 3, largest_article: 0.5, ..STORY },
            ),
            (
                "posts",
                Signs { articles: 3, largest_article: 0.3, ..STORY },
                Signs { articles: 2, largest_article: 0.3, ..STORY },
            ),
            (
                "posts",
                Signs { articles: 3, largest_article: 0.3, words: 2.0 * SHORT - 1.0, ..STORY },
                Signs { articles: 3, largest_article: 0.3, words: 2.0 * SHORT, ..STORY },
            ),
            (
                "form",
                Signs { asks: true, page_words: SHORT - 1.0, ..STORY },
                Signs { asks: true, page_words: SHORT, ..STORY },
            ),
            (
                "unlisted",
                Signs { unlisted: true, words: SHORT - 1.0, ..STORY },
                Signs { unlisted: true, words: SHORT, ..STORY },
            ),
        ] {
            check(Some(reason), beyond);
            check(None, at);
        }
    }

    #[test]
    fn who_signs_or_claims_is_believed() {
        let claimed = |signs: Signs| Signs { claim: Some(true), ..signs };
        let signed = |signs: Signs| Signs { signed: true, ..signs };
        let teasers = Signs { teased: 0.9, teased_by_heading: 0.9, gathered: 0.2, words: 400.0, ..STORY };
        // The headings that lead to stories are outweighed by both together alone.
        check(Some("teasers"), claimed(teasers));
        check(Some("teasers"), signed(teasers));
        let listing = Signs { teased_by_heading: 0.0, ..teasers };
        check(None, claimed(listing));
        check(Some("listing"), signed(listing));
        check(None, claimed(Signs { articles: 5, largest_article: 0.3, ..STORY }));
        check(Some("posts"), signed(Signs { articles: 5, largest_article: 0.3, ..STORY }));
        for signs in [
            Signs { expected: 0.4, ..STORY },
            Signs { gathered: 0.3, ..STORY },
            Signs { asks: true, page_words: 120.0, ..STORY },
            Signs { in_dialog: true, ..STORY },
            Signs { unlisted: true, ..STORY },
        ] {
            assert!(weigh(&signs).doubts.len() > 1, "{signs:?}");
            check(None, claimed(signs));
            check(None, signed(signs));
        }
        check(Some("other"), Signs { claim: Some(false), ..STORY });
        check(None, signed(Signs { claim: Some(false), ..STORY }));
    }

    #[cfg(feature = "html")]
    mod pages {
        use super::*;

        /// The signs of a page whose story is the blocks that hold a word, each of them as likely as that.
        fn signs_of(page: &str, story: &str, likely: f32) -> Signs {
            let snapshot = crate::html::snapshot(page, "https://tarnpost.example/harbour");
            let blocks = crate::block::cut(&snapshot);
            let metadata = crate::metadata::read(&snapshot, &blocks);
            let measured = crate::article::features::measure(&snapshot, &blocks, &metadata, &|_| 0.0);
            let visible = &measured.blocks;
            let kept: Vec<usize> = (0..visible.len()).filter(|&i| blocks[visible[i]].text.contains(story)).collect();
            let all: Vec<f32> = (0..visible.len()).map(|i| if kept.contains(&i) { likely } else { 0.0 }).collect();
            let holder = snapshot.nodes().find(|node| snapshot.tag(*node) == Tag::Main).unwrap_or(NodeId::ROOT);
            Signs::read(&snapshot, &blocks, &measured, &metadata, &Choice { likely: &all, kept: &kept, holder })
        }

        fn signs(page: &str) -> Signs {
            signs_of(page, "boats", 1.0)
        }

        #[track_caller]
        fn close(found: f32, expected: f32) {
            assert!((found - expected).abs() < 1e-6, "{found} for {expected}");
        }

        /// A paragraph of so many words.
        fn text(words: usize) -> String {
            format!("<p>{}</p>", vec!["boats"; words].join(" "))
        }

        #[test]
        fn words_and_how_sure_they_are() {
            let page = format!("<div>{}{}<p>Quays and crews</p></div>", text(10), text(20));
            let found = signs_of(&page, "boats", 0.8);
            close(found.words, 30.0);
            close(found.page_words, 33.0);
            // Twice what is hit, by what was chosen and what is likely.
            close(found.expected, 2.0 * 24.0 / (30.0 + 24.0));
            close(signs_of(&page, "nothing", 1.0).expected, 0.0);
        }

        #[test]
        fn what_gathers_the_story() {
            close(signs(&format!("<div>{}{}</div>", text(10), text(20))).gathered, 1.0);
            // What only wraps a paragraph parts it from nothing.
            close(signs(&format!("<div>{}</div><div>{}</div>", text(10), text(30))).gathered, 1.0);
            let part = |words: usize| format!("<div>{0}{0}</div>", text(words));
            close(signs(&format!("{}{}", part(10), part(30))).gathered, 0.75);
            close(signs("<p>Quays</p>").gathered, 0.0);
            let articles = format!("<article>{}</article><article>{}</article>{}", text(10), text(20), text(10));
            let found = signs(&articles);
            assert_eq!(found.articles, 2);
            close(found.largest_article, 0.5);
            assert_eq!(signs(&text(10)).articles, 0);
        }

        #[test]
        fn texts_below_a_link_to_their_story() {
            let title = "<h2><a href=/a>The quays of Tarn</a></h2>";
            let line = "<p><a href=/a>The quays of Tarn</a></p>";
            for (page, teased, by_heading) in [
                (format!("{title}{}", text(10)), 1.0, 1.0),
                (format!("{line}{}", text(10)), 1.0, 0.0),
                (format!("{title}{}{}", text(10), text(10)), 0.5, 0.5),
                (format!("<div><h3><span><a href=/a>The quays of Tarn</a></span></h3>{}</div>", text(10)), 1.0, 1.0),
                // No link, or not all of it; too short or too long for a title.
                (format!("<h2>The quays of Tarn</h2>{}", text(10)), 0.0, 0.0),
                (format!("<p><a href=/a>The quays</a> of Tarn and Onega</p>{}", text(10)), 0.0, 0.0),
                (format!("<p><a href=/a>The quays</a></p>{}", text(10)), 0.0, 0.0),
                (format!("<p><a href=/a>{}</a></p>{}", ["quays"; 29].join(" "), text(10)), 1.0, 0.0),
                (format!("<p><a href=/a>{}</a></p>{}", ["quays"; 30].join(" "), text(10)), 0.0, 0.0),
                // A line between of eight words, and four blocks at the most.
                (format!("{line}<p>{}</p>{}", ["quays"; 8].join(" "), text(10)), 1.0, 0.0),
                (format!("{line}<p>{}</p>{}", ["quays"; 9].join(" "), text(10)), 0.0, 0.0),
                (format!("{line}{}{}", "<p>Monday</p>".repeat(3), text(10)), 1.0, 0.0),
                (format!("{line}{}{}", "<p>Monday</p>".repeat(4), text(10)), 0.0, 0.0),
            ] {
                let found = signs(&page);
                close(found.teased, teased);
                close(found.teased_by_heading, by_heading);
            }
            // Four fifths of the line's letters.
            let linked = |rest: &str| signs(&format!("<p><a href=/a>abcd efgh ijk</a> {rest}</p>{}", text(10))).teased;
            close(linked("ab"), 1.0);
            close(linked("abc"), 0.0);
            close(signs(&format!("<p><a href=/a>ab cd ef</a> g</p>{}", text(10))).teased, 0.0);
            // Two teasers side by side are two groups, each with its title.
            let teaser = format!("<div>{title}{}</div>", text(10));
            close(signs(&format!("<section>{teaser}{teaser}</section>")).gathered, 0.5);
            close(
                signs(&format!("<section>{title}<div>{}</div><div>{}</div></section>", text(10), text(10))).gathered,
                1.0,
            );
        }

        #[test]
        fn what_it_stands_in() {
            for (page, expected) in [
                (format!("<dialog>{}</dialog>", text(10)), true),
                (format!("<div role=dialog>{}</div>", text(10)), true),
                (format!("<div role=alertdialog><div>{}</div></div>", text(10)), true),
                (format!("<div role=main>{}</div>", text(10)), false),
                (format!("<dialog>{}</dialog>{}", text(10), text(10)), false),
                (format!("<dialog>{}</dialog>{}", text(11), text(10)), true),
                (format!("<dialog>{0}{0}</dialog>{1}", text(10), text(19)), true),
            ] {
                assert_eq!(signs(&page).in_dialog, expected, "{page}");
            }
        }

        #[test]
        fn something_to_fill_in() {
            for (field, expected) in [
                ("<input>", true),
                ("<input type=email>", true),
                ("<input type=password>", true),
                ("<textarea></textarea>", true),
                ("<input type=hidden>", false),
                ("<input type=submit>", false),
                ("<input type=button>", false),
                ("<input type=image>", false),
                ("<input type=search>", false),
                ("<input type=checkbox>", false),
                ("<input type=radio>", false),
                ("<input type=email hidden>", false),
                ("<button>Send</button>", false),
                ("<select></select>", false),
                ("", false),
            ] {
                assert_eq!(signs(&format!("<main>{}{field}</main>", text(10))).asks, expected, "{field}");
                // Only among the story.
                assert!(!signs(&format!("<main>{}</main>{field}", text(10))).asks, "{field}");
            }
        }

        #[test]
        fn what_the_page_says_of_itself() {
            for (head, expected) in [
                ("<meta name=robots content=noindex>", true),
                ("<meta name=ROBOTS content='noindex, follow'>", true),
                ("<meta name=robots content=index>", false),
                ("<meta name=boats content=noindex>", false),
                ("<meta property=robots content=noindex>", false),
                ("<link name=robots content=noindex>", false),
                ("", false),
            ] {
                assert_eq!(signs(&format!("<head>{head}</head>{}", text(10))).unlisted, expected, "{head}");
            }
            let signed = |markup: &str| signs(&format!("{markup}{}", text(10))).signed;
            assert!(!signed(""));
            assert!(signed("<meta name=author content='Lena Marsh'>"));
            assert!(signed("<meta name=date content=2026-03-04>"));
            let claim = |markup: &str| signs(&format!("<head>{markup}</head>{}", text(10))).claim;
            assert_eq!(claim("<meta property=og:type content=article>"), Some(true));
            assert_eq!(claim(""), None);
            assert!(!signs("").is_root);
        }

        /// One story among many is one by whoever asked.
        #[test]
        fn only_whole_pages_are_judged() {
            let page = crate::html::snapshot("<p>Boats</p>", "https://tarnpost.example/");
            let part = Snapshot::from_text("Boats", "", "");
            for (snapshot, expected) in [(page, Some("unsure")), (part, None)] {
                let blocks = crate::block::cut(&snapshot);
                let metadata = Metadata::default();
                let measured = crate::article::features::measure(&snapshot, &blocks, &metadata, &|_| 0.0);
                let choice = Choice { likely: &[1.0], kept: &[], holder: NodeId::ROOT };
                let verdict = judge(&snapshot, &blocks, &measured, &metadata, &choice);
                assert_eq!(verdict.doubts.first().copied(), expected);
            }
        }
    }
}
