//! Placeholders that a plugin or page builder should have filled or taken away: `[ad_1]`, `{{ad}}`, `[vc_row]`, `[/caption]`.
//!
//! The token goes, the text inside of a pair stays. A page that speaks of such tokens keeps them all.

use std::ops::Range;

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::{Proposal, key};
use crate::language::letter;
use crate::plan::Reason;

/// How a token's kind and place make it sure.
const WHOLE: f32 = 0.99;
const EDGE: f32 = 0.97;
const INSIDE: f32 = 0.93;

/// Brackets that set a token off. A longer one is tried before a shorter that begins it.
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
/// Characters within brackets; builders write long lists of settings.
const MAX_INNER: usize = 400;

#[derive(Clone, Copy, PartialEq)]
enum What {
    /// For an advertisement.
    Ad,
    /// For something else.
    Shortcode,
}

struct Token {
    span: Range<usize>,
    what: What,
    /// No author writes so; else only a place of its own makes it a token.
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

/// Code on the page shows them, quotation marks hold them, or the headline is about them.
fn is_about_tokens(page: &Page, found: &[(usize, Vec<Token>)]) -> bool {
    let shown = found.iter().any(|(i, tokens)| page.lines[*i].protected || tokens.iter().any(|token| token.quoted));
    shown || (!found.is_empty() && speaks_of_tokens(&page.title))
}

fn speaks_of_tokens(words: &str) -> bool {
    catalogue::within(Kind::Topic, words).is_some()
}

/// What is left of a text without its tokens.
fn rest(text: &str, tokens: &[Token]) -> String {
    let mut rest = String::new();
    let mut from = 0;
    for token in tokens {
        rest.push_str(&text[from..token.span.start]);
        from = token.span.end;
    }
    rest.push_str(&text[from..]);
    rest.trim_matches(|c: char| c.is_whitespace() || is_invisible(c)).to_owned()
}

fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://") || text.starts_with("www.")) && !text.contains(' ')
}

pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' | '\u{AD}' | '\u{A0}')
}

/// The tokens of a text in order, neighbours of one kind joined.
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

/// Quotation marks hold the token and nothing else.
fn is_quoted(text: &str, start: usize, end: usize) -> bool {
    let open = ['"', '“', '„', '«', '‹', '\'', '‘', '「', '『', '”', '`', '»', '’'];
    text[..start].ends_with(open) && text[end..].starts_with(open)
}

fn classify(open: &str, inner: &str) -> Option<(What, bool)> {
    if inner.len() > MAX_INNER || inner.contains(['\n', '[', ']']) {
        return None;
    }
    let inner: String = inner.chars().filter(|c| !is_invisible(*c)).collect();
    let inner = inner.trim();
    if is_ad(inner) {
        let marked = inner.contains('_')
            || inner.contains('=')
            || inner.chars().any(|c| crate::language::fold::digit(c).is_some());
        return Some((What::Ad, open != "[" && open != "【" && open != "{" && open != "<" || marked));
    }
    if open == "[" || open == "［" || open == "[[" {
        shortcode(inner).map(|sure| (What::Shortcode, sure))
    } else {
        None
    }
}

/// Words that name a place for an advertisement beside the word for it.
const PLACES: [&str; 52] = [
    "slot",
    "block",
    "unit",
    "space",
    "zone",
    "id",
    "code",
    "here",
    "box",
    "area",
    "tag",
    "top",
    "middle",
    "mid",
    "bottom",
    "start",
    "end",
    "inline",
    "content",
    "article",
    "in",
    "banner",
    "name",
    "type",
    "placement",
    "position",
    "left",
    "right",
    "center",
    "centre",
    "responsive",
    "auto",
    "desktop",
    "mobile",
    "text",
    "group",
    "google",
    "insert",
    "inserter",
    "post",
    "story",
    "body",
    "header",
    "footer",
    "sidebar",
    "manager",
    "native",
    "display",
    "widget",
    "above",
    "below",
    "after",
];
const AD_WORDS: [&str; 14] = [
    "ad",
    "ads",
    "adv",
    "advt",
    "advert",
    "adverts",
    "advertisement",
    "advertisements",
    "advertising",
    "adsense",
    "adslot",
    "adunit",
    "quads",
    "adrotate",
];

/// A word for an advertisement, and nothing with it but places, numbers and settings.
fn is_ad(inner: &str) -> bool {
    let words = key::words(inner);
    // A number glued to the word: `ad1`.
    let bare = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let mut parts = words.split(' ').map(bare);
    let is_word = |word: &str| AD_WORDS.contains(&word) || catalogue::whole(Kind::Ad, word);
    let Some(first) = words.split(' ').next().map(bare) else { return false };
    if AD_WORDS.contains(&first.as_str()) && inner.contains('=') {
        return true;
    }
    let known = |word: &str| word.is_empty() || is_word(word) || PLACES.contains(&word) || word.chars().count() == 1;
    let any = words.split(' ').map(bare).any(|word| is_word(&word));
    any && (parts.all(|word| known(&word)) || catalogue::whole(Kind::Ad, &words)) && !is_initial(inner)
}

/// `[A]d` and such are not words.
fn is_initial(inner: &str) -> bool {
    inner.chars().count() == 1
}

/// Beginnings of the names that page builders and plugins give to their tokens.
const FAMILIES: [&str; 46] = [
    "vc_",
    "et_pb_",
    "fusion_",
    "su_",
    "av_",
    "td_",
    "tdc_",
    "mk_",
    "cs_",
    "ux_",
    "nectar_",
    "porto_",
    "tatsu_",
    "fl_",
    "wp_",
    "wpdiscuz",
    "wpforms",
    "rev_slider",
    "contact-form",
    "ninja_form",
    "mc4wp",
    "gravityform",
    "woocommerce_",
    "add_to_cart",
    "thrive_",
    "elementor",
    "siteorigin_",
    "tablepress",
    "adrotate",
    "quads",
    "bdp_",
    "dt_",
    "kc_",
    "mpc_",
    "trx_",
    "eltdf_",
    "qode_",
    "cmsms_",
    "x_",
    "themify_",
    "embedpress",
    "wp-",
    "aux_",
    "penci_",
    "jnews_",
    "bs-",
];
/// Names that are words as well: tokens where they stand alone or in a pair.
const NAMES: [&str; 62] = [
    "gallery",
    "embed",
    "caption",
    "dropcap",
    "column",
    "columns",
    "row",
    "spacer",
    "divider",
    "playlist",
    "toc",
    "tabs",
    "tab",
    "accordion",
    "toggle",
    "spoiler",
    "one_half",
    "one_third",
    "two_third",
    "clear",
    "pullquote",
    "blockquote",
    "highlight",
    "button",
    "youtube",
    "vimeo",
    "dailymotion",
    "tweet",
    "instagram",
    "facebook",
    "soundcloud",
    "spotify",
    "googlemap",
    "map",
    "slideshow",
    "slider",
    "section",
    "container",
    "raw",
    "html",
    "code",
    "icon",
    "table",
    "newsletter",
    "related",
    "sharethis",
    "addtoany",
    "poll",
    "quiz",
    "countdown",
    "testimonial",
    "matched_content",
    "source_link",
    "original_title",
    "author_name",
    "author_link",
    "source_domain",
    "feed_name",
    "item_description",
    "vid_player",
    "product_desc",
    "keyword",
];

/// `name`, `/name`, `name key="value"`; says whether it is sure.
fn shortcode(inner: &str) -> Option<bool> {
    let closing = inner.starts_with('/');
    let body = inner.trim_start_matches('/').trim_end_matches('/').trim();
    let end = body.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))).unwrap_or(body.len());
    let (name, settings) = body.split_at(end);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) || name.len() < 2 {
        return None;
    }
    let settings = settings.trim();
    let lower = name.chars().all(|c| !c.is_ascii_uppercase());
    // `key="value"`; the quotes may have become round ones.
    let set = settings.split_once('=').is_some_and(|(key, value)| {
        let key = key.trim();
        !value.is_empty() && !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'))
    });
    let parts = || name.split(['_', '-']);
    let joined = name.contains('_')
        && parts().filter(|part| part.len() >= 2 && part.chars().all(|c| c.is_ascii_alphabetic())).count() >= 2;
    let family = FAMILIES.iter().any(|family| name.strip_prefix(family).is_some_and(|rest| rest.len() != 1));
    match () {
        () if set => Some(true),
        () if !settings.is_empty() => None,
        () if closing && lower => Some(true),
        () if lower && (family || joined) => Some(true),
        () if lower && NAMES.contains(&name) => Some(false),
        () => None,
    }
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
