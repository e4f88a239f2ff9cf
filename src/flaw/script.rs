//! A program or style sheet that stands in the page as text.

use std::ops::Range;

use super::page::Page;
use super::proposal::Proposal;
use crate::plan::Reason;

/// What the scripts that sites embed begin with, and no text that is written for readers.
const SIGNS: [&str; 46] = [
    "adsbygoogle",
    "googletag.",
    "google_ad_",
    "document.write",
    "document.getElementById",
    "document.querySelector",
    "document.createElement",
    "document.addEventListener",
    "window._taboola",
    "_taboola.push",
    "window.ya",
    "Ya.Context",
    "Ya.adfoxCode",
    "yaContextCb",
    "window.addEventListener",
    "window.dataLayer",
    "dataLayer.push",
    "window.googletag",
    "window.adsbygoogle",
    "window.OBR",
    "OBR.extern",
    "fbq(",
    "gtag(",
    "ga('",
    "_gaq.push",
    "apstag.",
    "pbjs.",
    "_mgq",
    "_mgc",
    "amzn_assoc",
    "atOptions",
    "ezstandalone",
    "jQuery(",
    "$(document)",
    "$(function",
    "(function(",
    "(function (",
    "!function(",
    "eval(",
    "new Image()",
    "var _",
    "setTimeout(",
    "<script",
    "</script",
    "<![CDATA[",
    "medianet_",
];
const CONFIDENCE: f32 = 0.97;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = Vec::new();
    for (i, line) in page.lines.iter().enumerate().filter(|(i, line)| !gone[*i] && !line.quoted) {
        let text = line.text;
        if !text.contains(['(', '{']) {
            continue;
        }
        if is_style(text) {
            found.push(Proposal::hide(i, Reason::ScriptText, "script.style", CONFIDENCE));
            continue;
        }
        let Some(span) = program(text) else { continue };
        if text[..span.start].trim().is_empty() && text[span.end..].trim().is_empty() {
            found.push(Proposal::hide(i, Reason::ScriptText, "script.block", CONFIDENCE));
        } else if text[..span.start].trim().is_empty() || text[span.end..].trim().is_empty() {
            // Within a text, code is what it speaks of.
            let span = line.span.start + span.start..line.span.start + span.end;
            found.push(Proposal::cut(i, span, Reason::ScriptText, "script.edge", CONFIDENCE));
        }
    }
    found
}

/// Where in a text a program stands, in bytes; `None` where there is none.
fn program(text: &str) -> Option<Range<usize>> {
    let first = SIGNS.iter().filter_map(|sign| text.find(sign)).min()?;
    let start = beginning(text, first);
    let end = start + statements(&text[start..]);
    // A name alone is a word of the text.
    let code = text[start..end].chars().filter(|c| matches!(c, '(' | ')' | '{' | '}' | ';' | '=' | '[' | ']')).count();
    (code >= 3).then_some(start..end)
}

/// Where the statement begins that a sign stands in: `(`, `window.` or `var x = ` before the sign belong to it.
fn beginning(text: &str, sign: usize) -> usize {
    let head = &text[..sign];
    let code = |c: char| {
        c.is_ascii_alphanumeric() || matches!(c, '_' | '$' | '.' | '(' | '!' | '<' | '/' | '=' | '*' | '{' | ';')
    };
    let mut start = head.trim_end_matches(code).len();
    // A keyword before, a blank between.
    for keyword in ["var", "let", "const", "window", "if", "try"] {
        if let Some(before) = head[..start].trim_end().strip_suffix(keyword)
            && (before.is_empty() || before.ends_with(char::is_whitespace))
        {
            start = before.len();
        }
    }
    // A sentence's end is no part of it: "at noon.(adsbygoogle".
    let ends = |pair: &[u8]| pair[0] == b'.' && matches!(pair[1], b'(' | b'<' | b'!' | b'{' | b';');
    head.as_bytes()[start..].windows(2).position(ends).map_or(start, |at| start + at + 1)
}

/// The length, in bytes, of the statements that a text begins with. Brackets are counted, and those inside of strings
/// are not.
fn statements(text: &str) -> usize {
    let (mut depth, mut quote, mut end) = (0_i32, None, 0);
    let mut escaped = false;
    // Up to here it was seen that the program goes on.
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        let after = at + c.len_utf8();
        if let Some(open) = quote {
            if escaped {
                escaped = false;
            } else if c == '\\' {
                escaped = true;
            } else if c == open {
                quote = None;
            }
            continue;
        }
        match c {
            // Between statements, a quotation mark is the text's, but after `=`.
            '"' | '\'' | '`' if depth > 0 || text[..at].trim_end().ends_with('=') => quote = Some(c),
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => {
                depth -= 1;
                if depth <= 0 {
                    end = after;
                }
            }
            ';' if depth <= 0 => end = after,
            // Between statements, letters of another script or a word and a blank are text again.
            _ if depth <= 0 && end > 0 && at >= end.max(seen) && !c.is_whitespace() => {
                let rest = &text[at..];
                let word =
                    rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '$'))).unwrap_or(rest.len());
                let goes_on = matches!(c, '.' | ',' | '=' | '<' | '>' | '/' | '*' | '|' | '&' | ':' | '+')
                    || (word > 0
                        && rest[word..].trim_start().starts_with(['(', '.', '=', '[', '{', ';'])
                        && !rest[word..].starts_with(". "))
                    || matches!(&rest[..word], "var" | "let" | "const" | "function" | "return" | "if" | "else" | "new");
                if !goes_on {
                    return end;
                }
                seen = at + word;
            }
            _ => {}
        }
    }
    if depth > 0 { text.len() } else { end }
}

/// Whether a text is a style sheet and nothing else: `.box { color: red; }`.
fn is_style(text: &str) -> bool {
    let text = text.trim();
    let selector = text.starts_with(['.', '#', '@', '*']) || text.starts_with("/*") || text.starts_with("body");
    selector
        && text.ends_with('}')
        && text.contains('{')
        && text.contains(':')
        && text.contains(';')
        && text.matches('{').count() == text.matches('}').count()
}

#[cfg(test)]
mod tests {
    use super::super::testing::between;
    use crate::Reason;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(between(text, Reason::ScriptText), expected);
    }

    #[test]
    fn fires() {
        let push = "(adsbygoogle = window.adsbygoogle || []).push({});";
        check(push, &[push]);
        check(&format!("عادت العبّارات إلى ميناء طارن بعد عامين من الغياب. {push}"), &[push]);
        check(&format!("{push} Паромы вернулись в порт Тарна, и город вышел их встречать."), &[push]);
        let tag = "googletag.cmd.push(function() { googletag.display('div-gpt-ad-77-1'); });";
        check(tag, &[tag]);
        let write = "document.write('<script src=\"//cdn.example/a.js\"><\\/script>');";
        check(write, &[write]);
        let style = ".td_uid_4 { margin: 0; } @media print { .td_uid_4 { display: none; } }";
        check(style, &[style]);
    }

    #[test]
    fn spares() {
        check("The line (adsbygoogle = []).push({}) asks a queue to fill a box, and so it stands in a sentence.", &[]);
        check("It was signed by the adsbygoogle team (of two), who had left by noon.", &[]);
        check("The set {a; b} is closed: it was the ferryman (aged 60) who said so.", &[]);
    }

    use super::{beginning, is_style, program, statements};

    #[test]
    fn statements_end_where_text_goes_on() {
        for (text, expected) in [
            ("f(a); Паромы", "f(a);"),
            ("f(a); Boats came", "f(a);"),
            ("f(a).g(b); Boats came", "f(a).g(b);"),
            ("f(g(a)) Boats came", "f(g(a))"),
            ("f([a], {b}) Boats came", "f([a], {b})"),
            ("f(a; b); Boats came", "f(a; b);"),
            // Strings, and their ends.
            ("f('a)b'); Boats came", "f('a)b');"),
            ("f(`a)b`); Boats came", "f(`a)b`);"),
            ("f('it\\'s)'); Boats came", "f('it\\'s)');"),
            ("f(\"it's)\"); Boats came", "f(\"it's)\");"),
            ("it's(a); Boats came", "it's(a);"),
            ("f(“a)”); Boats came", "f(“a)"),
            // What goes on is code.
            ("f(a); g(b); Boats came", "f(a); g(b);"),
            ("f(a); g (b); Boats came", "f(a); g (b);"),
            ("f(a); x = 3; Boats came", "f(a); x = 3;"),
            ("f(a); var x; Boats came", "f(a); var x;"),
            ("f(a); vary x; Boats came", "f(a);"),
            ("f(a); Boats. (Two)", "f(a);"),
            ("f(a) // g; Boats came", "f(a) // g;"),
            ("f(a) — Boats; they came", "f(a)"),
            ("f(a) (b); Boats came", "f(a) (b);"),
            ("f(a); var xyz; Boats came (two)", "f(a); var xyz;"),
            ("the f(a); Boats came", "the f(a);"),
            ("x = 1; Boats came", "x = 1;"),
            ("a) Boats", "a)"),
            ("f(a", "f(a"),
            ("Boats came", ""),
        ] {
            assert_eq!(&text[..statements(text)], expected, "{text}");
        }
    }

    #[test]
    fn a_program_begins_before_its_sign() {
        for (text, sign, expected) in [
            ("(adsbygoogle", "ads", "(ads"),
            ("window.adsbygoogle", "ads", "window.ads"),
            ("Boats came (adsbygoogle", "ads", "(ads"),
            ("var adsbygoogle", "ads", "var ads"),
            ("Boats var adsbygoogle", "ads", "var ads"),
            ("boatsvar adsbygoogle", "ads", "ads"),
            ("if (adsbygoogle", "ads", "if (ads"),
            ("Паромы.(adsbygoogle", "ads", "(ads"),
            ("at noon.(adsbygoogle", "ads", "(ads"),
            ("at noon.<script", "script", "<script"),
            ("window.q.push(googletag.", "googletag", "window.q.push(googletag"),
        ] {
            let at = text.find(sign).unwrap();
            assert_eq!(&text[beginning(text, at)..at + sign.len()], expected, "{text}");
        }
    }

    #[test]
    fn a_name_alone_is_no_program() {
        assert_eq!(program("adsbygoogle (two) boats"), None);
        assert_eq!(program("adsbygoogle (two;) boats"), Some(0..18));
        assert_eq!(program("boats (two;)"), None);
        assert_eq!(program("at noon.(adsbygoogle = []).push({});"), Some(8..36));
    }

    #[test]
    fn style_sheets() {
        for (text, expected) in [
            (".box { color: red; }", true),
            ("#box { color: red; } .box { margin: 0; }", true),
            ("@media print { .box { margin: 0; } }", true),
            ("/* box */ .box { margin: 0; }", true),
            ("* { margin: 0; }", true),
            (" body { margin: 0; } ", true),
            ("box { margin: 0; }", false),
            (".box { margin: 0; } Boats", false),
            (".box margin: 0; }", false),
            (".box { margin 0; }", false),
            (".box { margin: 0 }", false),
            (".box { { margin: 0; }", false),
        ] {
            assert_eq!(is_style(text), expected, "{text}");
        }
    }

    #[cfg(feature = "html")]
    #[test]
    fn where_programs_stand() {
        use super::super::testing::{BEFORE, article, places, story};
        let program = "(adsbygoogle = []).push({});";
        let goes = |rule: &str, text: &str| [format!("script.{rule} 0.97 Hide {text}")];
        assert_eq!(story(&format!("<p>{program}</p>")), goes("block", program));
        assert_eq!(story(&format!("<p>{program} {BEFORE}</p>")), goes("edge", program));
        assert_eq!(story(&format!("<p>{BEFORE} {program}</p>")), goes("edge", program));
        assert_eq!(story(&format!("<p>{BEFORE} {program} {BEFORE}</p>")), [""; 0]);
        assert_eq!(story("<p>.box { color: red; }</p>"), goes("style", ".box { color: red; }"));
        for tag in ["blockquote", "pre", "code", "textarea"] {
            assert_eq!(story(&format!("<{tag}>{program}</{tag}>")), [""; 0], "{tag}");
        }
        let at = BEFORE.len() + 1;
        let place = format!("{at}..{}: {program}", at + program.len());
        assert_eq!(places(&article(&format!("<p>{BEFORE} {program}</p>"))), [place]);
        let lines = places(&article(&format!("<p>{BEFORE}<br>{program} {BEFORE}</p>")));
        assert_eq!(lines, [format!("0..{}: {program}", program.len())]);
    }
}
