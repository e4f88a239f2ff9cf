//! Where the story ends. The model weighs each block by what stands near it, and what follows a story may look like one: the
//! comments of its readers, the next story of an endless page, a portrait of its author, a form, a disclaimer. Each of them is
//! known here by evidence that the story's own last lines don't have, in signs that hold in any markup; without it all stays.

use super::features::Measured;
use super::features::number::ln;
use super::heads;
use super::verdict::is_field;
use crate::block::Block;
use crate::language::{fold, letter, word};
use crate::metadata::Metadata;
use crate::snapshot::{Attr, NodeId, Snapshot, Tag};

/// So much of a story stands before its end, in words: the least that is taken for one where nobody asked.
const MIN_STORY: f32 = 25.0;

/// Of what might end the story no more than so many are looked at, so that the time is linear in the page.
const MANY: usize = 16;

/// So many paragraphs a comment has on average, at the most.
const PARAGRAPHS: usize = 3;

/// The chosen blocks without those that stand after the story's end.
#[inline(never)]
pub fn cut(
    snapshot: &Snapshot,
    blocks: &[Block],
    measured: &Measured,
    metadata: &Metadata,
    mut kept: Vec<usize>,
) -> Vec<usize> {
    let page = Page::new(snapshot, blocks, measured, metadata);
    for rule in [Page::next_story, Page::comments, Page::replies] {
        let end = rule(&page, &kept).unwrap_or(usize::MAX);
        let rest = kept.partition_point(|&place| place < end);
        if rest < kept.len() {
            kept.truncate(rest);
            // A heading of which nothing is left.
            while kept.last().is_some_and(|&last| measured.rows[last].heading > 0.0 && Some(last) != page.headline) {
                kept.pop();
            }
        }
    }
    kept.retain(|&place| !page.is_jump(place));
    for _ in 0..MANY {
        let Some(rest) = page.without_tail(&kept) else { break };
        kept.truncate(rest);
    }
    let echoes: Vec<usize> = kept.iter().copied().filter(|&place| page.may_echo(place)).take(MANY).collect();
    let echoes: Vec<usize> = echoes.into_iter().filter(|&place| page.is_echo(place, &kept)).collect();
    kept.retain(|place| echoes.binary_search(place).is_err());
    kept
}

/// What the rules look at. A place is one among the visible blocks.
struct Page<'a> {
    snapshot: &'a Snapshot,
    blocks: &'a [Block],
    measured: &'a Measured,
    metadata: &'a Metadata,
    headline: Option<usize>,
}

impl<'a> Page<'a> {
    fn new(snapshot: &'a Snapshot, blocks: &'a [Block], measured: &'a Measured, metadata: &'a Metadata) -> Self {
        let headline = metadata.headline.and_then(|i| measured.blocks.binary_search(&i).ok());
        Self { snapshot, blocks, measured, metadata, headline }
    }

    fn text(&self, place: usize) -> &'a str {
        &self.blocks[self.measured.blocks[place]].text
    }

    /// The first node of its text.
    fn node(&self, place: usize) -> NodeId {
        self.blocks[self.measured.blocks[place]].nodes().start
    }

    fn words(&self, places: &[usize]) -> f32 {
        places.iter().map(|&place| self.measured.words[place]).sum()
    }

    /// The chosen places before and after one, without the headline and what stands above it.
    fn around<'k>(&self, kept: &'k [usize], place: usize) -> (&'k [usize], &'k [usize]) {
        let from = self.headline.map_or(0, |headline| kept.partition_point(|&kept| kept <= headline));
        let to = kept.partition_point(|&kept| kept < place).max(from);
        (&kept[from..to], &kept[to..])
    }

    /// A line as stands over a comment or a story: a name with a date or an hour.
    fn is_stamp(&self, place: usize) -> bool {
        /// "Posted by Lena Marsh of Tarn on Wednesday, 4 March 2026 at 10:12 am" has 14.
        const MAX_WORDS: f32 = 16.0;
        let row = &self.measured.rows[place];
        row.time > 0.0 && self.measured.words[place] <= MAX_WORDS && row.ends < 3.0
    }

    /// A block whose first line is such a line, before a line's end that is no paragraph's.
    fn is_below_stamp(&self, place: usize) -> bool {
        const MAX_WORDS: u32 = 16;
        let first = self.text(place).split_once('\n').map(|(first, _)| first);
        self.measured.rows[place].time > 0.0
            && first.is_some_and(|first| first.contains(char::is_numeric) && word::count(first) <= MAX_WORDS)
    }

    /// A line as stands over a comment whose time is in words.
    fn is_name(&self, place: usize) -> bool {
        const MAX_WORDS: f32 = 8.0;
        let row = &self.measured.rows[place];
        row.heading == 0.0 && row.ends == 0.0 && self.measured.words[place] <= MAX_WORDS
    }

    /// A link with an arrow to another place of the page, over or under an advertisement or a box: "▼ Skip ad", "▲ Back to top".
    fn is_jump(&self, place: usize) -> bool {
        const MAX_WORDS: f32 = 6.0;
        let is_pointer = |c| letter::is_arrow(c) || matches!(c, '▲' | '▼' | '△' | '▽' | '↑' | '⬆' | '⬇');
        let text = self.text(place);
        let leads_on = |node| self.snapshot.attribute(node, Attr::Href).is_some_and(|href| href.starts_with('#'));
        self.measured.words[place] <= MAX_WORDS
            && self.measured.rows[place].link > 0.5
            && (text.starts_with(is_pointer) || text.ends_with(is_pointer))
            && self.snapshot.ancestry(self.node(place)).take(3).any(leads_on)
    }

    /// Whether a line may be a pull quote: one of words, in a box of its own.
    fn may_echo(&self, place: usize) -> bool {
        /// Less is a word that a text has again; more is no pull quote.
        const WORDS: std::ops::RangeInclusive<f32> = 3.0..=60.0;
        let row = &self.measured.rows[place];
        WORDS.contains(&self.measured.words[place])
            && row.heading == 0.0
            && [row.in_list, row.in_table, row.in_figure].iter().all(|sign| *sign == 0.0)
    }

    /// Whether a chosen block before it, in a box of another look and longer by half at least, says all of a line word for word: a pull quote, which
    /// the story says once.
    fn is_echo(&self, place: usize, kept: &[usize]) -> bool {
        const TIMES: f32 = 1.5;
        let words = &self.measured.words;
        let box_of = |place: usize| {
            let element = self.blocks[self.measured.blocks[place]].element;
            (self.snapshot.parent(element).map(|parent| self.look(parent)), self.look(element))
        };
        let (key, own) = (fold::key(self.text(place)), box_of(place));
        let may_hold = |other: usize| words[other] >= TIMES * words[place] && box_of(other) != own;
        let before = &kept[..kept.partition_point(|&other| other < place)];
        !key.is_empty() && before.iter().any(|&other| may_hold(other) && fold::key(self.text(other)).contains(&key))
    }

    /// The first line of the next story of an endless page: a heading like the headline, with a line like the one that the
    /// headline has below it, in a box beside the one that holds the headline and its story.
    fn next_story(&self, kept: &[usize]) -> Option<usize> {
        /// So many lines after the headline stands the one with the date, at the most.
        const REACH: usize = 4;
        /// The story's box holds so much of what was chosen between the two headlines: the rest are asides.
        const HELD: f32 = 0.8;
        let headline = self.headline?;
        let shape = &self.measured.shape;
        let tag = |place: usize| self.snapshot.tag(self.blocks[self.measured.blocks[place]].element);
        tag(headline).heading()?;
        let stamp = (1..=REACH).find(|&step| headline + step < shape.len() && self.is_stamp(headline + step))?;
        let last = *kept.last()?;
        let is_like = |place: usize| {
            let other = place + stamp;
            tag(place) == tag(headline)
                && shape[place] == shape[headline]
                && self.text(place) != self.text(headline)
                && other < shape.len()
                && self.is_stamp(other)
                && shape[other] == shape[headline + stamp]
        };
        (headline + 1..last).filter(|&place| is_like(place)).take(MANY).find(|&place| {
            let (before, _) = self.around(kept, place);
            let own = self.apart(headline, place);
            let held = before.iter().filter(|&&kept| self.snapshot.contains(own, self.node(kept)));
            let held: f32 = held.map(|&kept| self.measured.words[kept]).sum();
            held >= MIN_STORY && held >= HELD * self.words(before)
        })
    }

    /// The largest element around one place that does not hold another.
    fn apart(&self, place: usize, other: usize) -> NodeId {
        let element = self.blocks[self.measured.blocks[place]].element;
        let around =
            self.snapshot.ancestry(element).take_while(|node| !self.snapshot.contains(*node, self.node(other)));
        around.last().unwrap_or(element)
    }

    /// The head over readers' comments: a known one, after which nearly all that was chosen stands below lines with names and
    /// times, or a form to write one.
    fn comments(&self, kept: &[usize]) -> Option<usize> {
        let (&first, &last) = (kept.first()?, kept.last()?);
        // A link is a count beside the story's date that leads to the comments.
        let is_head =
            |place: &usize| self.measured.rows[*place].link < 0.5 && heads::is_over_comments(self.text(*place));
        (first + 1..last).filter(is_head).take(MANY).find(|&place| self.is_over_posts(kept, place, last))
    }

    fn is_over_posts(&self, kept: &[usize], head: usize, last: usize) -> bool {
        /// The longest one has at most so many.
        const MAX_RUN: usize = 6;
        /// What stands below the only comment, or a form, has so many words for one of the story, at the most.
        const FEW: f32 = 0.5;
        let (mut before, after) = self.around(kept, head);
        // A story begins below its byline and date: what stands above them may be a summary, with the count of comments after it.
        let about = |&place: &usize| self.metadata.about.binary_search(&self.measured.blocks[place]).is_ok();
        if let Some(line) = (self.headline.unwrap_or_default()..head).rev().find(about) {
            before = &before[before.partition_point(|&kept| kept <= line)..];
        }
        let story = self.words(before);
        if story < MIN_STORY {
            return false;
        }
        // Two lines in a row, a name with a place and a time, stand over one comment.
        let is_post = |place: usize| {
            self.is_stamp(place) && (place == head + 1 || !self.is_stamp(place - 1)) || self.is_below_stamp(place)
        };
        let mut posts: Vec<usize> = (head + 1..last).filter(|&place| is_post(place)).collect();
        // Times in words ("two hours ago") are known in no language: names alone, all of one shape, each right above a text.
        if posts.is_empty() {
            let names: Vec<usize> = (head + 1..last).filter(|&place| self.is_name(place)).collect();
            let shape = |place: usize| self.measured.shape[place];
            let are_over_texts = names.windows(2).all(|two| two[0] + 1 < two[1] && shape(two[0]) == shape(two[1]));
            posts = if are_over_texts { names } else { posts };
        }
        let texts = || after.iter().filter(|place| !self.is_stamp(**place) && posts.binary_search(place).is_err());
        // How many paragraphs stand below each of them, after those that stand above the first.
        let below: Vec<usize> = (texts().map(|&text| posts.partition_point(|&post| post < text)).collect::<Vec<_>>())
            .chunk_by(|one, next| one == next)
            .map(<[usize]>::len)
            .collect();
        // What stands below the last of them may be another box: little beside the story, as the story's own end would not be.
        let rest =
            posts.last().map_or(&after[after.len()..], |post| &after[after.partition_point(|text| text < post)..]);
        let is_short_last = self.words(rest) <= FEW * story;
        let runs = &below[..below.len() - usize::from(is_short_last && !below.is_empty())];
        let counted: usize = runs.iter().sum();
        let are_short = runs.iter().all(|&run| run <= MAX_RUN) && counted <= PARAGRAPHS * posts.len();
        let is_little = self.words(after) <= FEW * story;
        posts.len() >= 2 && are_short || is_little && (!posts.is_empty() || self.has_field_after(head))
    }

    /// Whether there is something to write into below a line.
    fn has_field_after(&self, place: usize) -> bool {
        /// What a form says of itself: that an address is not shown, who may write.
        const NOTES: usize = 6;
        let is_last = place + NOTES >= self.measured.blocks.len();
        let end = if is_last { self.snapshot.len() as u32 } else { self.node(place + NOTES).0 };
        (self.node(place).0..end).map(NodeId).any(|node| is_field(self.snapshot, node))
    }

    /// The first line of the first comment where the comments have no head: two of them at least have a line to answer them,
    /// and nothing that was chosen stands after the last of those, as the story goes on after posts that it shows.
    fn replies(&self, kept: &[usize]) -> Option<usize> {
        let (&first, &end) = (kept.first()?, kept.last()?);
        let all = first + 1..self.measured.blocks.len();
        let lines: Vec<usize> = all.filter(|&place| heads::is_reply(self.text(place))).collect();
        let [one, two, ..] = lines[..] else { return None };
        if lines.last().is_none_or(|&last| last < end) {
            return None;
        }
        // The comment is what stands beside the next one.
        let own = self.apart(one, two);
        let start = (first..one).rev().take_while(|&place| self.snapshot.contains(own, self.node(place))).last()?;
        let is_written = (start..one).any(|place| self.measured.words[place] > 2.0 && !self.is_stamp(place));
        let (before, after) = self.around(kept, start);
        let is_short = after.len() <= PARAGRAPHS * lines.len();
        (is_written && is_short && self.words(before) >= MIN_STORY).then_some(start)
    }

    /// What a site says of its texts, or the line over a form or an offer.
    fn is_notice(&self, place: usize) -> bool {
        /// A disclaimer of fewer words may be the author's own: "Disclaimer: I was given the lamp".
        const MIN_WORDS: f32 = 15.0;
        let text = self.text(place);
        let is_label = text.split_once(letter::is_colon).is_none_or(|(_, rest)| rest.trim().is_empty());
        heads::is_notice(text) && (is_label || self.measured.words[place] >= MIN_WORDS)
    }

    /// How many of the chosen places are left where the last ones are no story: a box with its author, a form, a notice.
    fn without_tail(&self, kept: &[usize]) -> Option<usize> {
        /// A box at the story's end has so much less text than the story.
        const TIMES: f32 = 2.0;
        let &last = kept.last()?;
        let rest = |from: usize, times: f32| {
            let rest = self.words(self.around(&kept[..from], usize::MAX).0);
            rest >= MIN_STORY && rest >= times * self.words(&kept[from..])
        };
        let from = kept.len() - 1;
        if self.is_notice(last) && rest(from, 1.0) {
            return Some(from);
        }
        self.snapshot
            .ancestry(self.blocks[self.measured.blocks[last]].element)
            .take(MANY)
            .map(|node| (node, kept.partition_point(|&place| self.node(place) < node)))
            .take_while(|(_, from)| rest(*from, TIMES))
            .find_map(|(node, from)| self.is_apart(node, &kept[..from], &kept[from..]).then_some(from))
    }

    /// Whether a box whose text is chosen stands after the story.
    fn is_apart(&self, node: NodeId, before: &[usize], kept: &[usize]) -> bool {
        /// A portrait of the author has a few sentences, and what a form says of itself one or two: longer texts are in doubt.
        const MAX_PORTRAIT: f32 = 90.0;
        const MAX_FORM: f32 = 40.0;
        /// Lines in either, with those that were not chosen.
        const MAX_LINES: usize = 8;
        /// A name has so many bytes at least, and so many words at most.
        const MIN_NAME: usize = 6;
        const MAX_NAME: f32 = 4.0;
        let words = self.words(kept);
        let start = self.measured.blocks.partition_point(|&i| self.blocks[i].nodes().start < node);
        let within = |place: &usize| self.snapshot.contains(node, self.node(*place));
        let places = || (start..self.measured.blocks.len()).take_while(within);
        if words > MAX_PORTRAIT || places().take(MAX_LINES + 1).count() > MAX_LINES {
            return false;
        }
        if words <= MAX_FORM && places().next().is_some_and(|place| self.is_notice(place)) {
            return true;
        }
        if self.is_section(node, before) {
            return false;
        }
        let has = |is: fn(&Snapshot, NodeId) -> bool| {
            std::iter::once(node).chain(self.snapshot.descendants(node)).any(|node| is(self.snapshot, node))
        };
        if words <= MAX_FORM && has(is_field) {
            return true;
        }
        let author = fold::key(self.metadata.byline.as_deref().unwrap_or_default());
        let is_picture = |snapshot: &Snapshot, node| snapshot.tag(node) == Tag::Img;
        // Once beside the headline and once here: a name under every picture is a credit.
        let is_named = |place: usize| {
            if self.measured.rows[place].copies > ln(1.0) {
                return false;
            }
            let key = fold::key(self.text(place));
            !author.is_empty() && key.starts_with(&author)
                || key.len() >= MIN_NAME && self.measured.words[place] <= MAX_NAME && self.is_in_byline(&key)
        };
        // The name stands above what is said of its owner, or begins it.
        let said = kept.iter().find(|&&place| self.measured.rows[place].heading == 0.0);
        let above = places().take_while(|place| said.is_some_and(|said| place <= said));
        above.into_iter().any(is_named) && has(is_picture)
    }

    fn look(&self, node: NodeId) -> (Tag, Option<&'a str>) {
        (self.snapshot.tag(node), self.snapshot.attribute(node, Attr::Class))
    }

    /// Whether a box is one of several alike of which the story is made.
    fn is_section(&self, node: NodeId, before: &[usize]) -> bool {
        let Some(parent) = self.snapshot.parent(node) else { return true };
        let child = |place: usize| {
            self.snapshot.ancestry(self.node(place)).find(|node| self.snapshot.parent(*node) == Some(parent))
        };
        // Paragraphs side by side with the box are no boxes.
        let children: Vec<NodeId> = before.iter().filter_map(|&place| child(place)).collect();
        children.windows(2).any(|pair| pair[0] == pair[1] && self.look(pair[0]) == self.look(node))
    }

    /// Whether a line about the story, beside its headline, has a name, which is given as a [key](fold::key).
    fn is_in_byline(&self, name: &str) -> bool {
        let near = self.headline.map_or(0, |headline| self.measured.blocks[headline]);
        let lines = self.metadata.about.iter().filter(|&&i| i > near).take(2);
        lines.into_iter().any(|&i| fold::key(&self.blocks[i].text).contains(name))
    }
}
