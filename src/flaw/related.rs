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
    if found.is_empty() {
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
    if line.length > MAX_LINE || line.is_said() || line.protected {
        return None;
    }
    let linked = line.linked();
    let (head, title) = head(page, i)?;
    if title.is_empty() {
        return None;
    }
    // "Read more about it here." is a sentence.
    if line.ends_in_stop() && !is_parted(line.text, head) {
        return None;
    }
    if is_reference(page, i, head, title) {
        return None;
    }
    // Almost all of it in links; then its title may ask as well.
    let share = line.links.iter().map(|(span, _)| span.len()).sum::<usize>() as f32 / title.len().max(1) as f32;
    if share > 0.8 {
        return Some(LINKED);
    }
    // Without a link: a title, which is one clause and has no stop, apart from the text.
    // "Photo:" may stand over photos elsewhere, and before what a photo shows.
    let is_caption = catalogue::whole(Kind::Credit, &key::words(head));
    let is_title = !is_caption
        && !line.ends_in_stop()
        && !line.is_speech()
        && crate::language::word::count(title) >= 3
        && line.heading.is_none();
    (is_title && linked == 0.0 && line.length <= 22 && !label::announces(line) && is_parted(line.text, head))
        .then_some(BARE)
}

/// Whether a line refers to a work, as notes do: "See: Harlan, Bridges of the Velm, p. 44". Its label is one word, and the title has a
/// number after a comma, or the link leads to another site.
fn is_reference(page: &Page, i: usize, head: &str, title: &str) -> bool {
    let label = key::words(head);
    let one = !label.contains(' ') && label.chars().filter(|c| key::is_unspaced(*c)).count() <= 3;
    let ends_name = |c: char| letter::is_comma(c) || letter::closes_quote(c);
    let numbered = title.split_once(ends_name).is_some_and(|(_, rest)| rest.contains(char::is_numeric));
    let line = &page.lines[i];
    one && if line.links.is_empty() { numbered } else { page.snapshot.url().contains("//") && leads_away(page, i) }
}

/// Whether a sign other than a comma stands between the label of a line and the title after it.
fn is_parted(text: &str, head: &str) -> bool {
    let at = text.find(head).map_or(0, |at| at + head.len());
    head.trim_end().ends_with(is_sign) || text[at..].trim_start().starts_with(is_sign)
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

#[cfg(all(test, feature = "html"))]
mod tests {
    use super::super::testing::{AFTER, BEFORE, TITLE, article, page, story};
    use super::{MAX_HEAD, MAX_LINE, MAX_TEASER, MAX_TEASERS};

    /// The edits without their texts.
    fn rules(edits: &[String]) -> Vec<String> {
        edits.iter().map(|edit| edit.split(' ').take(3).collect::<Vec<_>>().join(" ")).collect()
    }

    #[track_caller]
    fn check(markup: &str, expected: &[&str]) {
        assert_eq!(rules(&story(markup)), expected, "{markup}");
    }

    const LINKED: &str = "related.line 0.95 Hide";
    const BARE: &str = "related.line 0.80 Hide";
    const BOX: &str = "related.box 0.88 Hide";

    fn words(count: usize) -> String {
        vec!["quay"; count].join(" ")
    }

    #[test]
    fn a_line_with_a_link() {
        for (markup, expected) in [
            ("<p>Read also: <a href=/a>The boats are back</a></p>", LINKED),
            ("<p>Read also <a href=/a>The boats are back</a></p>", LINKED),
            ("<p>اقرأ أيضًا: <a href=/a>عادت العبّارات إلى الميناء</a></p>", LINKED),
            ("<p>関連記事：<a href=/a>渡し船は冬のあいだも動く</a></p>", LINKED),
            ("<p><a href=/a>Read also: The boats are back</a></p>", LINKED),
            ("<p><a href=/a>Read also The boats are back</a></p>", LINKED),
            // A sign in the link parts the head from a title with a stop.
            ("<p><a href=/a>Read also: The boats are back.</a></p>", LINKED),
            ("<p>Read also <a href=/a>: The boats are back.</a></p>", LINKED),
            ("<p>👉 Read also » <a href=/a>The boats are back</a></p>", LINKED),
            // Four fifths of the title.
            ("<p>Read also: <a href=/a>The boats</a> now</p>", ""),
            ("<p>Read also: <a href=/a>The boats are back</a> now</p>", LINKED),
            ("<p>Read also: <a href=/a>The boat</a> x</p>", ""),
            ("<p>Read also: <a href=/a>Boats</a> and others of them <a href=/b>now</a></p>", ""),
            ("<p>Read also: <a href=/a>The <b>boats</b> are back</a></p>", LINKED),
            ("<p><a href=/a>You may also like The boats of Onega</a></p>", LINKED),
            // A sentence, an empty title, another word, code and speech.
            ("<p>Read also <a href=/a>The boats are back.</a></p>", ""),
            ("<p>Read more about it <a href=/a>here</a>.</p>", ""),
            ("<p>Read also: <a href=/a>…</a></p>", ""),
            ("<p>Seen also: <a href=/a>The boats are back</a></p>", ""),
            ("<p>Read also, <a href=/a>the boats are back</a></p>", LINKED),
            // A title may ask; without a sign before it, or with more than the link, a person does.
            ("<p>Read also: <a href=/a>Are the boats back?</a></p>", LINKED),
            ("<p>مطالب مرتبط: <a href=/a>قایق‌ها چگونه برمی‌گردند؟</a></p>", LINKED),
            ("<p>関連記事：<a href=/a>渡し船は冬も動くのか？</a></p>", LINKED),
            ("<p>Read also <a href=/a>are the boats back?</a></p>", ""),
            ("<p>Read also: are the <a href=/a>boats</a> back?</p>", ""),
            ("<p>Read also: are the boats all back?</p>", ""),
            ("<p>— Read also: <a href=/a>Are the boats back?</a></p>", ""),
            // Notes refer to works.
            ("<p>See: Harlan, Boats of the Tarn, p. 44</p>", ""),
            ("<p>Смотрите: Харлан, Лодки Тарна, 1962</p>", ""),
            ("<p>参照：ハーラン『舟』1962年</p>", ""),
            ("<p>参见：哈兰，《渡船》，1962年</p>", ""),
            ("<p>See: <a href=https://library.example/a>Harlan on the boats</a></p>", ""),
            ("<p>See: <a href=/a>The boats are back</a></p>", LINKED),
            ("<p>See: <a href=/a>The boats, 44 of them, are back</a></p>", LINKED),
            ("<p>Read also: The boats are back, 44 years on</p>", BARE),
            ("<p>«Read also: <a href=/a>The boats are back</a></p>", ""),
            ("<pre>Read also: <a href=/a>The boats are back</a></pre>", ""),
            ("<blockquote>Read also: <a href=/a>The boats are back</a></blockquote>", ""),
            // All of it is a link: of one word of the label alone nobody knows.
            ("<p><a href=/a>Also the boats are back</a></p>", ""),
            ("<p><a href=/a>Read also the boats are back.</a></p>", ""),
            ("<p><a href=/a>Seen also the boats are back</a></p>", ""),
            ("<p><a href=/a>Read more about the boats</a> now</p>", ""),
        ] {
            check(markup, if expected.is_empty() { &[] } else { std::slice::from_ref(&expected) });
        }
        let line = |count: usize| format!("<p>Read also: <a href=/a>{}</a></p>", words(count));
        check(&line(MAX_LINE as usize - 2), &[LINKED]);
        check(&line(MAX_LINE as usize - 1), &[]);
    }

    #[test]
    fn a_line_without_a_link() {
        for (markup, expected) in [
            ("<p>Read also: The boats are back</p>", BARE),
            ("<p>Read also: The boats back</p>", BARE),
            ("<p>Read also: The boats</p>", ""),
            ("<p>اقرأ أيضًا: عادت العبّارات إلى الميناء</p>", BARE),
            ("<p>あわせて読みたい→渡し船は動く</p>", BARE),
            ("<p>Read also The boats are back</p>", ""),
            ("<p>Read also, the boats are back</p>", ""),
            ("<p>Read also: The boats are back.</p>", ""),
            ("<p>Read also: The boats are back:</p>", ""),
            ("<h4>Read also: The boats are back</h4>", ""),
            ("<p>Read also: The <a href=/a>boats</a> are all of them back</p>", ""),
        ] {
            check(markup, if expected.is_empty() { &[] } else { std::slice::from_ref(&expected) });
        }
        check(&format!("<p>Read also: {}</p>", words(20)), &[BARE]);
        check(&format!("<p>Read also: {}</p>", words(21)), &[]);
    }

    #[test]
    fn before_the_story_stands_a_menu() {
        let line = "<p>Read also: <a href=/a>The boats are back</a></p>";
        let text = format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p><p>{AFTER}</p></article>");
        assert_eq!(rules(&page(&format!("{line}{text}"))), [""; 0]);
        assert_eq!(rules(&page(&format!("{text}{line}"))), [LINKED]);
    }

    fn links(count: usize) -> String {
        (0..count).map(|i| format!("<p><a href=/{i}>The boats of quay {i}</a></p>")).collect()
    }

    #[test]
    fn a_heading_over_links() {
        for head in ["<p>Read also</p>", "<h2>Related stories</h2>", "<h4>اقرأ أيضًا</h4>", "<p>関連記事</p>"]
        {
            check(&format!("{head}{}", links(2)), &[BOX; 3]);
        }
        check(&format!("<p>Read also</p>{}", links(MAX_TEASERS)), &[BOX; MAX_TEASERS + 1]);
        check(&format!("<p>Read also</p>{}", links(MAX_TEASERS + 1)), &[BOX; MAX_TEASERS + 1]);
        check(&format!("<p>Read also?</p>{}", links(2)), &[]);
        check(&format!("<blockquote>Read also</blockquote>{}", links(2)), &[]);
        check(&format!("<p>Boats</p>{}", links(2)), &[]);
        check("<p>Read also</p>", &[]);
        // What the box holds is judged once, what comes after it anew.
        let after = "<p>Read also: <a href=/a>The boats are back</a></p>";
        let text = "<p>The boats are back in Tarn.</p>";
        check(&format!("<p>Read also</p>{}{text}{after}", links(1)), &[BOX, BOX, LINKED]);
        check(&format!("<p>Read also</p>{}{after}", links(1)), &[BOX, BOX, BOX]);
        let bare = "<p>Read also: The boats are back</p>";
        check(&format!("<p>Read also</p>{}{bare}", links(1)), &[BOX, BOX, BARE]);
        // The longest heads are of nine words.
        assert_eq!(MAX_HEAD, 9);
        check(&format!("<p>本文に関連する記事</p>{}", links(1)), &[]);
    }

    #[test]
    fn teasers_are_short_and_links() {
        let teaser = |inner: &str| format!("<p>Read also</p><p>{inner}</p>");
        check(&teaser("<a href=/a>The boats are back</a>"), &[BOX; 2]);
        check(&teaser("<a href=/a>The boats are back</a> since noon"), &[BOX; 2]);
        check(&teaser("<a href=/a>The boats</a> came back"), &[]);
        check(&teaser(&format!("<a href=/a>{}</a>", words(MAX_TEASER as usize))), &[BOX; 2]);
        check(&teaser(&format!("<a href=/a>{}</a>", words(MAX_TEASER as usize + 1))), &[]);
        check("<p>Read also</p><pre><a href=/a>The boats are back</a></pre>", &[]);
        // Three fifths is too little.
        check(&teaser("<a href=/a>Quays</a> now"), &[]);
        check(&teaser("<a href=/a>Quays.</a> now"), &[]);
        check(&teaser("<a href=/a>Quays..</a> now"), &[BOX; 2]);
    }

    #[test]
    fn another_heading_ends_the_box() {
        let head = |level: u32, text: &str| format!("<h{level}><a href=/{level}>{text}</a></h{level}>");
        let related = "<h3>Read also</h3>";
        check(&format!("{related}{}{}", head(4, "The boats are back"), head(4, "A quay for all")), &[BOX; 3]);
        check(&format!("{related}{}", head(3, "The boats are back")), &[]);
        check(&format!("{related}{}", head(2, "The boats are back")), &[]);
        check(&format!("<p>Read also</p>{}", head(2, "The boats are back")), &[BOX; 2]);
        check(&format!("{related}{}{}", head(4, "The boats are back"), head(3, "A quay for all")), &[BOX; 2]);
    }

    #[test]
    fn a_list_of_works_is_the_texts() {
        let works = |hosts: [&str; 2]| {
            hosts.map(|host| format!("<p><a href={host}/a>The boats of {}</a></p>", host.len())).concat()
        };
        let (own, other, near) = ("https://news.example", "https://library.example", "");
        for (hosts, level, goes) in [
            ([other, other], 2, false),
            ([other, other], 3, false),
            ([other, other], 4, true),
            ([own, other], 3, true),
            ([other, own], 3, true),
            ([near, other], 3, true),
            ([own, own], 3, true),
        ] {
            let markup = format!("<h{level}>Further reading</h{level}>{}", works(hosts));
            let expected: &[&str] = if goes { &[BOX; 3] } else { &[] };
            check(&markup, expected);
        }
    }

    #[test]
    fn a_list_that_lost_its_links() {
        // The head, and the list in one piece.
        let list = |items: &str| format!("<p>Read also</p><ul>{items}</ul>");
        check(&list("<li>The boats are back<li>A quay for all"), &[BOX; 2]);
        check("<p>Read also</p><ol><li>The boats are back<li>A quay for all</ol>", &[BOX; 2]);
        check("<h4>Read also</h4><ul><li>The boats are back<li>A quay for all</ul>", &[BOX; 2]);
        check("<h3>Read also</h3><ul><li>The boats are back<li>A quay for all</ul>", &[]);
        check("<p>Read also</p><p>The boats are back</p><p>A quay for all</p>", &[]);
        check("<ul><li>Read also<li>The boats are back<li>A quay for all</ul>", &[]);
        check("<ul><li>Read also</ul><ul><li>The boats are back<li>A quay for all</ul>", &[BOX; 2]);
        check(&list("<li>The boats are back.<li>A quay for all"), &[]);
        check(&list("<li>The boats are back<li>A quay for all."), &[]);
        check(&list(&"<li>The boats are back".repeat(MAX_TEASERS)), &[BOX; 2]);
        check(&list(&"<li>The boats are back".repeat(MAX_TEASERS + 1)), &[]);
        check(&list(&format!("<li>{}", words(MAX_TEASER as usize))), &[BOX; 2]);
        check(&list(&format!("<li>{}", words(MAX_TEASER as usize + 1))), &[]);
        // Only the list that stands right below.
        let two = "<ul><li>The boats are back</ul><ul><li>A quay for all</ul>";
        check(&format!("<p>Read also</p>{two}"), &[BOX; 2]);
    }

    #[test]
    fn what_goes() {
        assert_eq!(
            page(&article("<div>Read also<ul><li><a href=/a>The boats are back</a></ul></div>")),
            ["related.box 0.88 Hide Read also The boats are back"]
        );
    }
}
