//! Placeholders that a plugin or page builder should have filled or taken away: `[ad_1]`, `{{ad}}`, `[vc_row]`, `[/caption]`.
//!
//! The token is hidden, while the text between an opening and a closing one stays. On a page that is about such tokens
//! all of them stay.

use std::ops::Range;

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::proposal::Proposal;
use crate::language::key;
use crate::language::letter;
use crate::plan::Reason;

mod classify;

use classify::{MAX_INNER, What, classify};

/// How sure it is of a token, by its kind and place.
const WHOLE: f32 = 0.99;
const EDGE: f32 = 0.97;
const INSIDE: f32 = 0.93;

/// The brackets that tokens stand in. Each is listed before those that it begins with, and so is tried first.
const BRACKETS: [(&str, &str); 18] = [
    ("&lt;!--", "--&gt;"),
    ("<!--", "-->"),
    ("[[", "]]"),
    ("[", "]"),
    ("［", "］"),
    ("【", "】"),
    ("{{{", "}}}"),
    ("{{", "}}"),
    ("{%", "%}"),
    ("<%", "%>"),
    ("<?", "?>"),
    ("${", "}"),
    ("{", "}"),
    ("%%", "%%"),
    ("<<", ">>"),
    ("<", ">"),
    ("##", "##"),
    ("@@", "@@"),
];

struct Token {
    span: Range<usize>,
    what: What,
    /// Whether no author writes so. If not, it is a token only where it stands apart from the text.
    sure: bool,
    quoted: bool,
}

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let found: Vec<(usize, Vec<Token>)> = (page.lines.iter().enumerate())
        .filter(|(i, _)| !gone[*i])
        .map(|(i, line)| (i, tokens(line.text)))
        .filter(|(_, tokens)| !tokens.is_empty())
        .collect();
    if is_about_tokens(page, &found) {
        return Vec::new();
    }
    let mut proposals = Vec::new();
    for (i, tokens) in found {
        let line = &page.lines[i];
        if line.quoted {
            continue;
        }
        let rest = rest(line.text, &tokens);
        if rest.is_empty() || is_address(&rest) {
            let (reason, rule) = name(tokens[0].what, "block");
            proposals.push(Proposal::hide(i, reason, rule, WHOLE));
        } else if !speaks_of_tokens(&key::words(&rest)) {
            proposals.extend(tokens.iter().filter_map(|token| cut(i, line, token)));
        }
    }
    proposals
}

fn name(what: What, place: &str) -> (Reason, &'static str) {
    match (what, place) {
        (What::Ad, "block") => (Reason::AdMarker, "marker.block"),
        (What::Ad, "edge") => (Reason::AdMarker, "marker.edge"),
        (What::Ad, _) => (Reason::AdMarker, "marker.inside"),
        (What::Shortcode, "block") => (Reason::Shortcode, "shortcode.block"),
        (What::Shortcode, "edge") => (Reason::Shortcode, "shortcode.edge"),
        (What::Shortcode, _) => (Reason::Shortcode, "shortcode.inside"),
    }
}

fn cut(i: usize, line: &Line, token: &Token) -> Option<Proposal> {
    let text = line.text;
    let (before, after) = (&text[..token.span.start], &text[token.span.end..]);
    let edge = before.trim().is_empty() || after.trim().is_empty();
    if !token.sure && !edge {
        return None;
    }
    let (reason, rule) = name(token.what, if edge { "edge" } else { "inside" });
    let mut span = token.span.clone();
    let letter = |c: char| letter::is_alphanumeric(c) && !key::is_unspaced(c);
    let glued = before.ends_with(letter) && after.starts_with(letter);
    // One of the two blanks around it goes as well.
    if (before.is_empty() || before.ends_with(' ')) && after.starts_with(' ') {
        span.end += 1;
    }
    let span = line.span.start + span.start..line.span.start + span.end;
    let replacement = if glued { " ".to_owned() } else { String::new() };
    Some(Proposal { replacement, ..Proposal::cut(i, span, reason, rule, if edge { EDGE } else { INSIDE }) })
}

/// Whether the page is about tokens: it shows them in code, puts them in quotation marks, or has a headline about them.
fn is_about_tokens(page: &Page, found: &[(usize, Vec<Token>)]) -> bool {
    let shown = found.iter().any(|(i, tokens)| page.lines[*i].protected || tokens.iter().any(|token| token.quoted));
    shown || (!found.is_empty() && speaks_of_tokens(&page.title))
}

fn speaks_of_tokens(words: &str) -> bool {
    catalogue::within(Kind::Topic, words).is_some()
}

/// A text without its tokens.
fn rest(text: &str, tokens: &[Token]) -> String {
    let mut rest = String::new();
    let mut from = 0;
    for token in tokens {
        rest.push_str(&text[from..token.span.start]);
        from = token.span.end;
    }
    rest.push_str(&text[from..]);
    rest.trim_matches(|c: char| c.is_whitespace() || letter::is_invisible(c)).to_owned()
}

fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) && !text.contains(' ')
}

/// Whether a text holds tokens. Those that [`find`] has left are what the page speaks of.
pub fn holds(text: &str) -> bool {
    !tokens(text).is_empty()
}

/// The tokens of a text, in order. Neighbours of one kind are one token.
fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['[', '{', '%', '<', '#', '@', '&', '$', '［', '【']) {
        let start = at + next;
        let rest = &text[start..];
        let token = BRACKETS.iter().filter(|(open, _)| rest.starts_with(open)).find_map(|(open, close)| {
            let inner = &rest[open.len()..];
            let near = &inner[..inner.floor_char_boundary(MAX_INNER + close.len())];
            let length = near.find(close)?;
            let end = start + open.len() + length + close.len();
            let (what, sure) = classify(open, &inner[..length])?;
            Some(Token { span: start..end, what, sure, quoted: is_quoted(text, start, end) })
        });
        match token {
            Some(token) => {
                at = token.span.end;
                match found.last_mut() {
                    Some(last)
                        if last.what == token.what && text[last.span.end..token.span.start].trim().is_empty() =>
                    {
                        last.span.end = token.span.end;
                        last.sure |= token.sure;
                    }
                    _ => found.push(token),
                }
            }
            None => at = start + rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    if found.is_empty() && text.contains('_') { bare(text).into_iter().collect() } else { found }
}

/// A placeholder that lost a bracket or both: alone in its line, or with its first bracket at the beginning of a text.
fn bare(text: &str) -> Option<Token> {
    let start = text.len() - text.trim_start().len();
    let name = text[start..].trim_start_matches(['[', '{', '/']);
    let from = text.len() - name.len();
    let length = name.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(name.len());
    let (name, rest) = name.split_at(length);
    let (what, sure) = classify("[", &text[from..from + length])?;
    let alone = rest.trim_matches(|c: char| matches!(c, ']' | '}') || c.is_whitespace()).is_empty();
    let opened = from > start;
    // Of names alone a programmer's list is made; an advertisement's has no other sense.
    let is =
        what == What::Ad && (alone || opened && rest.starts_with(' ')) || alone && (opened || rest.starts_with(']'));
    let end = if alone { text.trim_end().len() } else { from + length };
    (sure && name.contains('_') && is).then_some(Token { span: start..end, what, sure, quoted: false })
}

/// Whether a token stands in quotation marks with nothing else.
fn is_quoted(text: &str, start: usize, end: usize) -> bool {
    text[..start].ends_with(letter::is_quote) && text[end..].starts_with(letter::is_quote)
}

#[cfg(test)]
mod tests {
    use super::super::testing::hidden;
    use crate::Reason;

    #[track_caller]
    fn check(text: &str, reason: Reason, expected: &[&str]) {
        assert_eq!(hidden(&format!("{text}\n\nThe ferries came in."), reason), expected);
    }

    #[test]
    fn markers() {
        for marker in [
            "[ad_1]",
            "[ad_٢]",
            "\u{200F}[AD 3]",
            "[ad\u{200B}_\u{200B}1]",
            "{{ad}}",
            "%%ad%%",
            "<<AD>>",
            "[[ADVERT]]",
            "{% ad %}",
            "<!-- ad slot 2 -->",
            "[reklam]",
            "{{ publicidad }}",
            "[ad id=\"3\"]",
            "[إعلان]",
            "[insert ad here]",
            "[in_article_ad]",
            "[ad1]",
            "{% include \"ads.html\" %}",
            // A bracket was lost, or both.
            "[ad_1",
            "ad_1]",
            "ad_2",
            "/ad_1]",
            "AD_SLOT_3",
        ] {
            check(marker, Reason::AdMarker, &[marker]);
        }
        check("[ad_1]عادت العبّارات إلى ميناء طارن.", Reason::AdMarker, &["[ad_1]"]);
        check("Паромы вернулись. [ads]", Reason::AdMarker, &["[ads]"]);
        check("Паромы [ad_1] вернулись.", Reason::AdMarker, &["[ad_1]"]);
        check("渡轮[ad_1]回来了。", Reason::AdMarker, &["[ad_1]"]);
    }

    #[test]
    fn spared_markers() {
        for text in [
            "Write [ad_1] where the banner is to stand.",
            "اكتب [ad_1] حيث تريد الإعلان.",
            "[1]",
            "He added [advisedly] that it was late.",
            "He called it an [ad] hominem attack.",
            "نرمز إلى الحد الأول بالرمز [a_1] وإلى الثاني بالرمز [a_2].",
            "[Ада] пришла.",
            "The token «[ad_1]» stays in sight.",
            "ad_1 and ad_2 are the two ends of the quay.",
            "ad_astra",
            "my_boats",
            "ad1",
            "[ad_1. The boats came in before noon.",
            "AD 2026",
        ] {
            check(text, Reason::AdMarker, &[]);
        }
    }

    #[test]
    fn shortcodes() {
        for token in [
            "[vc_row][vc_column]",
            "[/et_pb_text]",
            "[gallery ids=\"1,2\"]",
            "[su_spacer size=\"20\"]",
            "[matched_content]",
        ] {
            check(token, Reason::Shortcode, &[token]);
        }
        check("[dropcap]عادت العبّارات.[/dropcap]", Reason::Shortcode, &["[dropcap]", "[/dropcap]"]);
    }

    #[test]
    fn spared_shortcodes() {
        for text in [
            "He said it [sic] twice.",
            "[...]",
            "[laughter]",
            "It [the boat] left.",
            "[x_1]",
            "«[caption]» needs «[/caption]».",
        ] {
            check(text, Reason::Shortcode, &[]);
        }
    }

    #[cfg(feature = "html")]
    mod places {
        use super::super::super::testing::{AFTER, BEFORE, TITLE, article, page, places, story};
        use super::super::MAX_INNER;

        #[track_caller]
        fn check(paragraph: &str, expected: &[&str]) {
            assert_eq!(places(&article(&format!("<p>{paragraph}</p>"))), expected, "{paragraph}");
        }

        #[test]
        fn how_sure_its_place_makes_it() {
            for (paragraph, expected) in [
                ("[ad_1]", "marker.block 0.99 Hide [ad_1]"),
                ("[ad_1] https://boats.example/a", "marker.block 0.99 Hide [ad_1] https://boats.example/a"),
                ("[ad_1] http://boats.example/a", "marker.block 0.99 Hide [ad_1] http://boats.example/a"),
                ("[ad_1] www.boats.example", "marker.block 0.99 Hide [ad_1] www.boats.example"),
                ("[ad_1] www.boats.example now", "marker.edge 0.97 Hide [ad_1]"),
                ("[ad_1] boats.example", "marker.edge 0.97 Hide [ad_1]"),
                ("Паромы [ad_1] вернулись.", "marker.inside 0.93 Hide [ad_1]"),
                ("Паромы вернулись. [ad_1]", "marker.edge 0.97 Hide [ad_1]"),
                ("[vc_row]", "shortcode.block 0.99 Hide [vc_row]"),
                ("[vc_row]Паромы вернулись.", "shortcode.edge 0.97 Hide [vc_row]"),
                ("Паромы [vc_row] вернулись.", "shortcode.inside 0.93 Hide [vc_row]"),
                // Not sure by itself: only at the edge.
                ("Паромы [ads] вернулись.", ""),
                ("[ads] Паромы вернулись.", "marker.edge 0.97 Hide [ads]"),
                ("Паромы вернулись. [ads]", "marker.edge 0.97 Hide [ads]"),
                ("Паромы [gallery] вернулись.", ""),
            ] {
                let expected: &[&str] = if expected.is_empty() { &[] } else { &[expected] };
                assert_eq!(story(&format!("<p>{paragraph}</p>")), expected, "{paragraph}");
            }
        }

        #[test]
        fn what_goes_with_it() {
            check("Паромы [ad_1] вернулись.", &["7..14: [ad_1]"]);
            check("Паромы [ad_1], да, вернулись.", &["7..13: [ad_1]"]);
            check("Паромы[ad_1] вернулись.", &["6..12: [ad_1]"]);
            check("Паромы[ad_1]вернулись.", &["6..12 as \" \": [ad_1]"]);
            check("Паромы [ad_1]вернулись.", &["7..13: [ad_1]"]);
            check("渡轮[ad_1]回来了。", &["2..8: [ad_1]"]);
            check("[ad_1] Паромы вернулись.", &["0..7: [ad_1]"]);
            check("[ad_1]Паромы вернулись.", &["0..6: [ad_1]"]);
            // In a line of a block.
            let long = "Ветер держал третий паром у мыса до самого позднего вечера, и никто не ушёл с причала";
            check(&format!("{long}.<br>Паромы [ad_1] вернулись."), &["7..14: [ad_1]"]);
        }

        #[test]
        fn neighbours_of_a_kind_are_one() {
            check("Паромы [ad_1] [ad_2] вернулись.", &["7..21: [ad_1] [ad_2]"]);
            check("Паромы [ads] [ad_1] вернулись.", &["7..20: [ads] [ad_1]"]);
            check("Паромы [ad_1] [ads] вернулись.", &["7..20: [ad_1] [ads]"]);
            check("Паромы [ads] [ads] вернулись.", &[]);
            check("Паромы [ad_1] да [ad_2] вернулись.", &["7..14: [ad_1]", "17..24: [ad_2]"]);
            check("Паромы [ad_1] [vc_row] вернулись.", &["7..14: [ad_1]", "14..23: [vc_row]"]);
        }

        #[test]
        fn a_page_that_speaks_of_them_keeps_them() {
            let goes = |markup: &str| !story(&format!("<p>Паромы [ad_1] вернулись.</p>{markup}")).is_empty();
            assert!(goes(""));
            assert!(!goes("<pre>[ad_1]</pre>"));
            assert!(goes("<pre>[boats]</pre>"));
            assert!(!goes("<p>Это «[ad_1]».</p>"));
            assert!(goes("<p>Это «[ad_1], да».</p>"));
            assert!(goes("<p>Это «да [ad_1]».</p>"));
            assert!(!goes("<p>Это '[ad_1]'.</p>"));
            let about = |headline: &str| {
                page(&format!("<article><h1>{headline}</h1><p>{BEFORE}</p><p>[ad_1]</p><p>{AFTER}</p></article>"))
            };
            assert_eq!(about(TITLE), ["marker.block 0.99 Hide [ad_1]"]);
            assert_eq!(about("A plugin for the boats"), [""; 0]);
            assert_eq!(story("<blockquote>[ad_1]</blockquote>"), [""; 0]);
            assert_eq!(story("<p>The plugin puts [ad_1] there.</p>"), [""; 0]);
        }

        #[test]
        fn how_long_it_may_be() {
            let token = |length: usize| {
                let (open, close) = ("gallery ids=\"", "\"");
                let inner = format!("{open}{}{close}", "1".repeat(length - open.len() - close.len()));
                assert_eq!(inner.len(), length);
                format!("[{inner}]")
            };
            assert_eq!(story(&format!("<p>{}</p>", token(MAX_INNER))).len(), 1);
            assert_eq!(story(&format!("<p>{}</p>", token(MAX_INNER + 1))).len(), 0);
            let wide = |length: usize| format!("[[gallery ids=\"{}\"]]", "1".repeat(length - 14));
            assert_eq!(story(&format!("<p>{}</p>", wide(MAX_INNER))).len(), 1);
            assert_eq!(story(&format!("<p>{}</p>", wide(MAX_INNER + 1))).len(), 0);
        }
    }
}
