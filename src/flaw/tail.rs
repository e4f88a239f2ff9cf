//! What feeds and templates put under a story: "The post X appeared first on Y", "All rights reserved", "Read more",
//! and requests to subscribe or to accept cookies.

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::proposal::Proposal;
use crate::language::key;
use crate::language::letter;
use crate::plan::Reason;

/// How sure it is of a whole sentence of a known form after all running text.
const FEED: f32 = 0.96;
const RIGHTS: f32 = 0.93;
const PAYWALL: f32 = 0.85;
/// How sure it is of "Read more": as a link or with an arrow, and without, when it may be a part of the story.
const MORE_LINKED: f32 = 0.93;
const MORE_BARE: f32 = 0.78;

/// A tail has at most so many words; a longer text is the story's.
const MAX_FEED: u32 = 45;
const MAX_RIGHTS: u32 = 60;
const MAX_PAYWALL: u32 = 40;
const MAX_MORE: u32 = 9;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = Vec::new();
    // The lines are judged from the last on, so that a tail before another tail is at the story's end as well.
    let mut gone = gone.to_vec();
    for i in (0..page.lines.len()).rev() {
        let line = &page.lines[i];
        // A link that is an ellipsis has no words.
        if gone[i]
            || (line.words.is_empty() && line.links.is_empty())
            || line.quoted
            || line.protected
            || line.heading.is_some()
        {
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
    if last && line.length <= MAX_FEED && is_feed(page, line) {
        return Some(Proposal::hide(i, Reason::FeedTail, "tail.feed", FEED));
    }
    if last && line.length <= MAX_RIGHTS && is_rights(line) {
        return Some(Proposal::hide(i, Reason::Rights, "tail.rights", RIGHTS));
    }
    if line.length <= MAX_PAYWALL
        && line.inside
        && !line.is_speech()
        && catalogue::is(Kind::Paywall, &line.words)
        && !is_told(line)
    {
        let place = if last { 0.05 } else { 0.0 };
        return Some(Proposal::hide(i, Reason::Paywall, "tail.paywall", PAYWALL + place));
    }
    more(page, line, i, last)
}

fn is_feed(page: &Page, line: &Line) -> bool {
    !line.is_speech() && catalogue::is(Kind::Feed, &line.words) && (!line.links.is_empty() || names_title(page, line))
}

/// Whether what a feed's line calls the story is a title: it begins with no small letter, or is the story's own. "The article he
/// wrote was first published in 1962" tells of another.
fn names_title(page: &Page, line: &Line) -> bool {
    let Some(gap) = catalogue::gap(Kind::Feed, &line.words).filter(|gap| !gap.is_empty()) else { return true };
    let first = key::first_word(gap);
    let is_small = |word: &str| word.starts_with(char::is_lowercase) && key::words(word) == first;
    page.title.contains(gap) || !line.text.split_whitespace().any(is_small)
}

/// Whether a sentence goes on after such a request: "We use cookies, said the baker."
fn is_told(line: &Line) -> bool {
    /// The longest request without a clause of its own has so many words.
    const MAX_REQUEST: u32 = 4;
    let head = line.text.split_once(letter::is_comma).map(|(head, _)| crate::language::word::count(head));
    line.ends_in_stop() && line.links.is_empty() && head.is_some_and(|head| head <= MAX_REQUEST)
}

/// Whether a line says who owns the text and what may not be done with it, and has hardly more in it than a name and a
/// year.
fn is_rights(line: &Line) -> bool {
    /// Beside the formula there may be so many other words: a site's name, a year.
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
    for clause in line.text.split(parts_clause) {
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

/// Signs that part the clauses of a footer.
fn parts_clause(c: char) -> bool {
    c == '\n'
        || letter::is_stop(c)
        || letter::is_colon(c)
        || letter::is_separator(c) && !matches!(c, '/' | '／')
        || letter::is_dash(c)
}

/// The proposal to hide a line that is "Read more" and nothing else, or a link of this kind that ends a paragraph.
fn more(page: &Page, line: &Line, i: usize, last: bool) -> Option<Proposal> {
    let pointer = |text: &str| {
        text.trim_end().ends_with(|c| letter::is_arrow(c) || matches!(c, '…' | '>' | '»' | '›' | '«' | '‹'))
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
        // It goes if it stands after a sentence, whole or cut off. A link inside of a sentence, such as "here" and "more
        // details", is a part of it.
        let apart = !link.starts_with(char::is_lowercase) && text[span.end..line.span.end].trim().is_empty();
        let ended = super::page::ends_in_stop(before)
            || is_ellipsis(link)
            || pointer(link)
            || before.ends_with(['[', '(', '…', '،', ','])
            || (words.contains(' ') && apart);
        let start = if before.ends_with(['[', '(']) { before.len() - 1 + line.span.start } else { span.start };
        return ended.then(|| Proposal::cut(i, start..line.span.end, Reason::ReadMore, "more.link", MORE_LINKED));
    }
    None
}

/// Whether a text is an ellipsis and nothing else, with or without brackets: `[...]`, `(…)`.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ellipses() {
        for (text, expected) in [
            ("[...]", true),
            ("(…)", true),
            (" [&>] ", true),
            ("»", true),
            ("→ ", true),
            ("..", true),
            (".", false),
            ("[]", false),
            ("[more]", false),
            ("more...", false),
            ("", false),
        ] {
            assert_eq!(is_ellipsis(text), expected, "{text}");
        }
    }

    #[cfg(feature = "html")]
    mod places {
        use super::super::super::testing::{AFTER, BEFORE, TITLE, page, places, story};

        /// What goes of a story's end, by rule, confidence and action.
        fn rules(end: &str) -> Vec<String> {
            let edits = page(&format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p><p>{AFTER}</p>{end}</article>"));
            let hides = edits.iter().filter(|edit| !edit.starts_with("caption"));
            hides.map(|edit| edit.split(' ').take(3).collect::<Vec<_>>().join(" ")).collect()
        }

        #[track_caller]
        fn check(end: &str, expected: &str) {
            let expected: &[&str] = if expected.is_empty() { &[] } else { &[expected] };
            assert_eq!(rules(end), expected, "{end}");
        }

        const FEED: &str = "tail.feed 0.96 Hide";
        const RIGHTS: &str = "tail.rights 0.93 Hide";
        const PAYWALL: &str = "tail.paywall 0.85 Hide";
        const LAST_PAYWALL: &str = "tail.paywall 0.90 Hide";
        const MORE: &str = "more.line 0.93 Hide";
        const BARE: &str = "more.line 0.78 Hide";

        fn words(count: usize) -> String {
            vec!["quay"; count].join(" ")
        }

        #[test]
        fn what_feeds_say_of_a_story() {
            let feed = "The post Harbour of Tarn reopens appeared first on The Tarn Post.";
            for (end, expected) in [
                (format!("<p>{feed}</p>"), FEED),
                ("<p>المقالة عودة العبّارات ظهرت أولا على بريد طارن.</p>".to_owned(), FEED),
                (format!("<p>“{feed}”</p>"), ""),
                (format!("<h4>{feed}</h4>"), ""),
                (format!("<blockquote>{feed}</blockquote>"), ""),
                (format!("<pre>{feed}</pre>"), ""),
                (format!("<p>{feed}</p><p>{BEFORE}</p>"), ""),
                ("<p>…</p>".to_owned(), ""),
            ] {
                check(&end, expected);
            }
            // After running text alone: it is none of it.
            assert_eq!(page(&format!("<article><h1>{TITLE}</h1><p>{feed}</p></article>")), [""; 0]);
            assert_eq!(page(&format!("<article><h1>{TITLE}</h1><p>Boats</p><p>{feed}</p></article>")), [""; 0]);
            // A tail before a tail is one.
            let two =
                format!("<p>{feed}</p><p>This story may not be reproduced, in any form, without our permission.</p>");
            assert_eq!(rules(&two), [FEED, RIGHTS]);
            // Near the story's element as well.
            let near =
                |near: &str| page(&format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p><p>{AFTER}</p></article>{near}"));
            assert_eq!(near(&format!("<p>{feed}</p>")), [format!("{FEED} {feed}")]);
            // Running text there is none of the story's.
            assert_eq!(near(&format!("<p>{feed}</p><p>{BEFORE}</p>")), [format!("{FEED} {feed}")]);
        }

        #[test]
        fn who_owns_the_text() {
            for (end, expected) in [
                ("All rights reserved", RIGHTS),
                ("جميع الحقوق محفوظة", RIGHTS),
                ("無断転載禁止", RIGHTS),
                ("“All rights reserved”", ""),
                // Words beside the formula in its clause, before and after it, and in others.
                ("a b c d e f g all rights reserved", RIGHTS),
                ("a b c d e f g h all rights reserved", ""),
                ("a b c d all rights reserved e f g", RIGHTS),
                ("a b c d all rights reserved e f g h", ""),
                ("All rights reserved. a b c d e f g", RIGHTS),
                ("All rights reserved. a b c d e f g h", ""),
                ("All rights reserved. a b c d, e f g", RIGHTS),
                ("All rights reserved. a b c d, e f g h", ""),
                ("The Tarn Post, of Tarn", ""),
                // A clause that is a formula with other words in it.
                (
                    "The Tarn Post. This story may not be reproduced in print or on air or on the web without permission",
                    RIGHTS,
                ),
                (
                    "The Tarn Post. The boats may not be reproduced in print or on air or on the web before the spring",
                    "",
                ),
                // A sign of copyright with a year or a formula.
                ("© The Tarn Post", ""),
                ("© The Tarn Post 2026", RIGHTS),
                ("(c) The Tarn Post 2026", RIGHTS),
                ("(C) The Tarn Post 2026", RIGHTS),
                ("© بريد طارن ٢٠٢٦", RIGHTS),
                ("The Tarn Post 2026", ""),
                ("© The Tarn Post 1990", RIGHTS),
                ("© The Tarn Post 1989", ""),
                ("© The Tarn Post 2099", RIGHTS),
                ("© The Tarn Post 2100", ""),
                ("© The Tarn Post 02026", ""),
                ("© 2026 a b c d e f g h i j k l m n o", RIGHTS),
                ("© 2026 a b c d e f g h i j k l m n o p", ""),
                ("© All rights reserved. a b c d e f g h i j k l m n o p", RIGHTS),
                ("© All rights reserved. a b c d e f g h i j k l m n o p q", ""),
            ] {
                check(&format!("<p>{end}</p>"), expected);
            }
            check(&format!("<p>All rights reserved</p><p>{BEFORE}</p>"), "");
            // Sixty words in all.
            let long = |count: usize| {
                let clauses = ["all rights reserved quay quay quay"; 9].join(". ");
                format!("<p>{clauses}. all rights reserved {}</p>", words(count - 57))
            };
            check(&long(60), RIGHTS);
            check(&long(61), "");
        }

        #[test]
        fn what_asks_to_subscribe() {
            let text = "This article is for subscribers";
            check(&format!("<p>{text}</p>"), LAST_PAYWALL);
            check("<p>هذا المقال للمشتركين فقط</p>", LAST_PAYWALL);
            check(&format!("<p>{text}</p><p>{BEFORE}</p>"), PAYWALL);
            check(&format!("<p>«{text}»</p>"), "");
            check(&format!("<p>{text}?</p>"), "");
            // Only in the story's element; in forty words.
            let near = format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p><p>{AFTER}</p></article><p>{text}</p>");
            assert_eq!(page(&near), [""; 0]);
            let cookies = |count: usize| {
                format!("<p>يستخدم هذا الموقع {} ملفات تعريف الارتباط {}</p>", words(19), words(count - 25))
            };
            check(&cookies(40), LAST_PAYWALL);
            check(&cookies(41), "");
        }

        #[test]
        fn read_more_alone() {
            for (end, expected) in [
                ("<a href=/a>Read more</a>", MORE),
                ("<a href=/a>More</a>", MORE),
                ("<a href=/a>اقرأ المزيد</a>", MORE),
                ("Read more", BARE),
                ("اقرأ المزيد", BARE),
                ("続きを読む", BARE),
                ("More", ""),
                ("Read more →", MORE),
                ("Read more...", MORE),
                ("Read more…", MORE),
                ("More →", ""),
                ("Read more.", ""),
                ("Read more. ", ""),
                ("<a href=/a>Read more.</a>", ""),
                ("<a href=/a>Read more..</a>", MORE),
                ("<a href=/a>Read more…</a>", MORE),
                ("<a href=/a>Read more!</a>", ""),
                ("<a href=/a>Read more?</a>", ""),
                ("“Read more”", ""),
                ("Read the boats", ""),
                // Four fifths of it.
                ("<a href=/a>Mor</a>e...", ""),
                ("<a href=/a>Detai</a>ls", ""),
                ("<a href=/a>Details</a>!!", ""),
                ("<a href=/a>Details</a>", MORE),
                ("<a href=/a>More</a>:", ""),
                ("<a href=/a>More</a>", MORE),
                ("<a href=/a>[…]</a>", MORE),
            ] {
                check(&format!("<p>{end}</p>"), expected);
            }
            let amidst = |line: &str| story(&format!("<p>{line}</p>"));
            assert_eq!(amidst("Read more"), [""; 0]);
            assert_eq!(amidst("<a href=/a>Read more</a>"), [format!("{MORE} Read more")]);
            assert_eq!(amidst("Read more →"), [format!("{MORE} Read more →")]);
        }

        /// The characters that go of a story's last paragraph.
        fn cut(paragraph: &str) -> Vec<String> {
            places(&format!("<article><h1>{TITLE}</h1><p>{BEFORE}</p><p>{paragraph}</p></article>"))
        }

        #[test]
        fn read_more_at_a_paragraphs_end() {
            let text = "The wind held the third boat back, off the cape, until the evening";
            for (end, gone) in [
                (". <a href=/a>More</a>", "0..4: More"),
                (". <a href=/a>Read more</a>", "0..9: Read more"),
                (" <a href=/a>Read more</a>", "0..9: Read more"),
                (". <a href=/a>Read <b>more</b></a>", "0..4 0..4: Read more"),
                (" <a href=/a>More</a>", ""),
                (" <a href=/a>More »</a>", "0..6: More »"),
                (" <a href=/a>More...</a>", "0..7: More..."),
                ("… <a href=/a>More</a>", "0..4: More"),
                (", <a href=/a>More</a>", "0..4: More"),
                (" <a href=/a>[…]</a>", "0..3: […]"),
                (" (<a href=/a>More</a>)", "67..68 0..4 0..1: (More)"),
                (" [<a href=/a>More</a>]", "67..68 0..4 0..1: [More]"),
                (". <a href=/a>More</a> »", "0..4 1..2: More »"),
                (". <a href=/a>More</a> now", ""),
                (". <a href=/a>Boats</a>", ""),
                (". More", ""),
            ] {
                let expected: &[&str] = if gone.is_empty() { &[] } else { &[gone] };
                assert_eq!(cut(&format!("{text}{end}")), expected, "{end}");
            }
            // Not amidst the story, nor in a line that is no running text.
            assert_eq!(story(&format!("<p>{text}. <a href=/a>Read more</a></p>")), [""; 0]);
            assert_eq!(cut("The boats. <a href=/a>Read more</a>"), [""; 0]);
            let lines = cut(&format!("{text}.<br>{text}. <a href=/a>More</a>"));
            assert_eq!(lines, ["0..4: More"]);
            let lines = cut(&format!("{text}.<br>{text} (<a href=/a>More</a>)"));
            assert_eq!(lines, ["67..68 0..4 0..1: (More)"]);
            let whole = page(&format!("<article><h1>{TITLE}</h1><p>{text}. <a href=/a>More</a></p></article>"));
            assert_eq!(whole, ["more.link 0.93 Hide More"]);
        }
    }
}
