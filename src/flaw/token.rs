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
const BRACKETS: [(&str, &str); 14] = [
    ("&lt;!--", "--&gt;"),
    ("<!--", "-->"),
    ("[[", "]]"),
    ("[", "]"),
    ("［", "］"),
    ("【", "】"),
    ("{{", "}}"),
    ("{%", "%}"),
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

/// The tokens of a text, in order. Neighbours of one kind are one token.
fn tokens(text: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['[', '{', '%', '<', '#', '@', '&', '［', '【']) {
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
                        last.quoted |= token.quoted;
                    }
                    _ => found.push(token),
                }
            }
            None => at = start + rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
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
}
