//! What a text within brackets is: a placeholder for an advertisement, a page builder's code, or neither.

use crate::flaw::catalogue::{self, Kind};
use crate::language::fold;
use crate::language::key;
use crate::language::letter::is_invisible;

/// A token has at most so many characters between its brackets; page builders write long lists of settings there.
pub const MAX_INNER: usize = 400;

#[derive(Clone, Copy, PartialEq)]
pub enum What {
    /// A placeholder for an advertisement.
    Ad,
    /// A placeholder for something else: the code of a page builder or plugin.
    Shortcode,
}

pub fn classify(open: &str, inner: &str) -> Option<(What, bool)> {
    if inner.len() > MAX_INNER || inner.contains(['\n', '[', ']']) {
        return None;
    }
    let inner: String = inner.chars().filter(|c| !is_invisible(*c)).collect();
    let inner = inner.trim();
    if is_ad(inner) || TEMPLATES.contains(&open) && is_ad_of_template(inner) {
        let marked = inner.contains('_') || inner.contains('=') || inner.chars().any(|c| fold::digit(c).is_some());
        return Some((What::Ad, open != "[" && open != "【" && open != "{" && open != "<" || marked));
    }
    if open == "[" || open == "［" || open == "[[" {
        shortcode(inner).map(|sure| (What::Shortcode, sure))
    } else {
        None
    }
}

/// Brackets that stand in no text but a template's.
const TEMPLATES: [&str; 6] = ["{{{", "{{", "{%", "<%", "<?", "${"];
/// What a template is told to do with a thing that it names, and the ends of files' names.
const ORDERS: [&str; 28] = [
    "include",
    "once",
    "includes",
    "if",
    "endif",
    "import",
    "render",
    "partial",
    "partials",
    "component",
    "components",
    "section",
    "snippet",
    "snippets",
    "template",
    "templates",
    "show",
    "call",
    "echo",
    "load",
    "php",
    "html",
    "liquid",
    "twig",
    "site",
    "page",
    "safe",
    "raw",
];

/// Whether a tag of a template puts an advertisement there: `include "ads/top.html"`, `> ad`, `= render 'ad'`, `site.ads.top`.
fn is_ad_of_template(inner: &str) -> bool {
    let words = key::words(inner);
    let bare = |word: &str| word.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned();
    let rest: Vec<String> = words.split(' ').map(bare).filter(|word| !ORDERS.contains(&word.as_str())).collect();
    is_ad(&rest.join(" "))
}

/// Words that stand beside the word for an advertisement in a placeholder, and say where it belongs or of what kind it
/// is.
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

/// Whether the text of a token is a word for an advertisement, with nothing beside it but such words, numbers and
/// settings.
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

/// Whether it is a single letter, as in `[A]d`.
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
/// Names of tokens that are ordinary words as well. They are tokens only where they stand apart from the text, or as an
/// opening and a closing one.
const NAMES: [&str; 71] = [
    "banner",
    "nextpage",
    "audio",
    "video",
    "widget",
    "share",
    "subscribe",
    "display-posts",
    "latest-posts",
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

/// Whether the text of a token is a page builder's or plugin's code (`name`, `/name`, `name key="value"`), and if so,
/// whether that is sure.
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
    if set {
        Some(true)
    } else if !settings.is_empty() || !lower {
        None
    } else if closing || family || joined {
        Some(true)
    } else {
        NAMES.contains(&name).then_some(false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text within brackets is, and whether it is sure.
    #[track_caller]
    fn check(open: &str, inner: &str, expected: Option<(&str, bool)>) {
        let found = classify(open, inner).map(|(what, sure)| (if what == What::Ad { "ad" } else { "shortcode" }, sure));
        assert_eq!(found, expected, "{open} {inner}");
    }

    #[test]
    fn placeholders_for_advertisements() {
        let (sure, unsure) = (Some(("ad", true)), Some(("ad", false)));
        for (open, inner, expected) in [
            // In brackets that texts use as well, it needs a sign of a program's hand.
            ("[", "ad", unsure),
            ("【", "广告", unsure),
            ("{", "ad", unsure),
            ("<", "ad", unsure),
            ("[[", "ad", sure),
            ("［", "ad", sure),
            ("{{", "ad", sure),
            ("%%", "ad", sure),
            ("<!--", "ad", sure),
            ("[", "ad_1", sure),
            ("[", "ad_top", sure),
            ("[", "ad top", unsure),
            ("[", "ad 1", sure),
            ("[", "ad ١", sure),
            ("[", "ad1", sure),
            ("[", "ad=top", sure),
            ("[", "إعلان", unsure),
            ("[", "\u{200B}ad\u{200B}", unsure),
            ("[", "ad slot x", unsure),
            ("[", "slot for ad", None),
            ("[", "ad slot boats", None),
            ("[", "ad slot=boats name=quays", sure),
            ("[", "boats=ad", None),
            ("[", "slot 1", None),
            ("[", "boats", None),
            ("[", "P", None),
            ("[", "", None),
            ("{{", "boats", None),
            // A template is told to put it there.
            ("{%", "include ads", sure),
            ("{%", "include \"ads/top.html\"", sure),
            ("{{", "> ad", sure),
            ("{{", "site.ads.top | safe", sure),
            ("<%", "= render 'ads/middle'", sure),
            ("<?", "php include 'ad.php'", sure),
            ("${", "ad_slot", sure),
            ("{{", "partial إعلان", sure),
            ("{%", "include boats", None),
            ("{%", "include ads of boats", None),
            ("{{", "page.address", None),
            ("[", "include ads", None),
            ("{", "include ads", None),
        ] {
            check(open, inner, expected);
        }
    }

    #[test]
    fn brackets_hold_one_line() {
        for inner in ["ad\n1", "ad [1", "ad 1]"] {
            check("[", inner, None);
        }
        check("[", &format!("ad={}", "1".repeat(MAX_INNER - 3)), Some(("ad", true)));
        check("[", &format!("ad={}", "1".repeat(MAX_INNER - 2)), None);
    }

    #[test]
    fn codes_of_page_builders() {
        let (sure, unsure) = (Some(("shortcode", true)), Some(("shortcode", false)));
        for (open, inner, expected) in [
            ("[", "vc_row", sure),
            ("［", "vc_row", sure),
            ("[[", "vc_row", sure),
            ("{{", "vc_row", None),
            ("<", "vc_row", None),
            // A name that is a word as well; closed, or with settings.
            ("[", "gallery", unsure),
            ("[", "/gallery", sure),
            ("[", "gallery /", unsure),
            ("[", "gallery ids=\"1\"", sure),
            ("[", "gallery ids=“1”", sure),
            ("[", "gallery ids", None),
            ("[", "gallery = 1", None),
            ("[", "gallery ids=", None),
            ("[", "gallery ids two=1", None),
            ("[", "gallery data-ids=1", sure),
            ("[", "gallery data_ids=1", sure),
            ("[", "gallery ids!=1", None),
            ("[", "Gallery", None),
            ("[", "/Gallery", None),
            ("[", "Gallery ids=1", sure),
            // Any name that closes; two words joined; a family's.
            ("[", "/boats", sure),
            ("[", "boats", None),
            ("[", "my_boats", sure),
            ("[", "My_boats", None),
            ("[", "m_boats", None),
            ("[", "my_b", None),
            ("[", "my_2b", None),
            ("[", "my_boats_2", sure),
            ("[", "my-boats", None),
            ("[", "vc_", sure),
            ("[", "vc_x", None),
            ("[", "vc_xy", sure),
            // A name of one letter, or of none.
            ("[", "b c=1", None),
            ("[", "bc d=1", sure),
            ("[", "/b", None),
            ("[", "1b c=1", None),
            ("[", "_bc d=1", None),
            ("[", "…", None),
        ] {
            check(open, inner, expected);
        }
    }
}
