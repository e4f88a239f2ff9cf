//! Character references that were escaped once too often, and so are read as text: `&nbsp;`, `&amp;quot;`, `&#8220;`.

use super::catalogue::{self, Kind};
use super::page::Page;
use super::proposal::Proposal;
use crate::language::{key, letter};
use crate::plan::Reason;

const CONFIDENCE: f32 = 0.96;

/// The names of characters that texts use, of those in the HTML standard (section 13.5): Latin 1 and the signs of
/// print.
const NAMES: [(&str, char); 114] = [
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("lt", '<'),
    ("gt", '>'),
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("shy", '\u{AD}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("lrm", '\u{200E}'),
    ("rlm", '\u{200F}'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bdquo", '„'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("hellip", '…'),
    ("bull", '•'),
    ("middot", '·'),
    ("euro", '€'),
    ("pound", '£'),
    ("yen", '¥'),
    ("cent", '¢'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("sect", '§'),
    ("para", '¶'),
    ("dagger", '†'),
    ("permil", '‰'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("frac12", '½'),
    ("frac14", '¼'),
    ("frac34", '¾'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("micro", 'µ'),
    ("iexcl", '¡'),
    ("iquest", '¿'),
    ("ordf", 'ª'),
    ("ordm", 'º'),
    ("larr", '←'),
    ("rarr", '→'),
    ("uarr", '↑'),
    ("darr", '↓'),
    ("Agrave", 'À'),
    ("Aacute", 'Á'),
    ("Acirc", 'Â'),
    ("Atilde", 'Ã'),
    ("Auml", 'Ä'),
    ("Aring", 'Å'),
    ("AElig", 'Æ'),
    ("Ccedil", 'Ç'),
    ("Egrave", 'È'),
    ("Eacute", 'É'),
    ("Ecirc", 'Ê'),
    ("Euml", 'Ë'),
    ("Iacute", 'Í'),
    ("Icirc", 'Î'),
    ("Ntilde", 'Ñ'),
    ("Oacute", 'Ó'),
    ("Ocirc", 'Ô'),
    ("Otilde", 'Õ'),
    ("Ouml", 'Ö'),
    ("Oslash", 'Ø'),
    ("Uacute", 'Ú'),
    ("Ucirc", 'Û'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("acirc", 'â'),
    ("atilde", 'ã'),
    ("auml", 'ä'),
    ("aring", 'å'),
    ("aelig", 'æ'),
    ("ccedil", 'ç'),
    ("egrave", 'è'),
    ("eacute", 'é'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("igrave", 'ì'),
    ("iacute", 'í'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ntilde", 'ñ'),
    ("ograve", 'ò'),
    ("oacute", 'ó'),
    ("ocirc", 'ô'),
    ("otilde", 'õ'),
    ("ouml", 'ö'),
    ("oslash", 'ø'),
    ("ugrave", 'ù'),
    ("uacute", 'ú'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("yacute", 'ý'),
    ("yuml", 'ÿ'),
    ("oelig", 'œ'),
    ("scaron", 'š'),
    ("zcaron", 'ž'),
];

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let lines = || {
        page.lines
            .iter()
            .enumerate()
            .filter(|(i, line)| !gone[*i] && line.text.contains('&') && line.text.contains(';'))
    };
    // A page that shows references inside of code is about them.
    let is_about = lines().any(|(_, line)| line.protected && !references(line.text).is_empty())
        || (lines().next().is_some() && catalogue::within(Kind::Topic, &page.title).is_some());
    if is_about {
        return Vec::new();
    }
    let mut found = Vec::new();
    for (i, line) in lines() {
        let references = references(line.text);
        let mut rest = line.text.to_owned();
        for (span, _) in references.iter().rev() {
            rest.replace_range(span.clone(), "");
        }
        if references.is_empty() || catalogue::within(Kind::Topic, &key::words(&rest)).is_some() {
            continue;
        }
        if rest.trim().is_empty() && references.iter().all(|(_, c)| c.is_whitespace() || letter::is_invisible(*c)) {
            found.push(Proposal::hide(i, Reason::Encoding, "encoding.blank", CONFIDENCE));
            continue;
        }
        found.extend(references.into_iter().map(|(span, c)| {
            let span = line.span.start + span.start..line.span.start + span.end;
            let replacement = c.to_string();
            Proposal { replacement, ..Proposal::cut(i, span, Reason::Encoding, "encoding.reference", CONFIDENCE) }
        }));
    }
    found
}

/// Where the references of a text stand, in bytes, each with the character that it means.
fn references(text: &str) -> Vec<(std::ops::Range<usize>, char)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find('&') {
        let start = at + next;
        match reference(&text[start..]) {
            Some((length, c)) => {
                found.push((start..start + length, c));
                at = start + length;
            }
            None => at = start + 1,
        }
    }
    found
}

/// The reference that a text begins with, however often its `&` was escaped.
fn reference(text: &str) -> Option<(usize, char)> {
    let mut name = text.strip_prefix('&')?;
    while let Some(rest) = name.strip_prefix("amp;").filter(|rest| inner(rest).is_some()) {
        name = rest;
    }
    let (length, c) = inner(name)?;
    Some((text.len() - name.len() + length, c))
}

/// The length and the character of a reference after its `&`: `quot;`, `#8220;`, `#x201C;`.
fn inner(text: &str) -> Option<(usize, char)> {
    /// The length of the longest name, with its semicolon.
    const MAX: usize = 10;
    let end = text.bytes().take(MAX).position(|byte| byte == b';')?;
    let name = &text[..end];
    let c = if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        let code = hex.map_or_else(|| number.parse().ok(), |hex| u32::from_str_radix(hex, 16).ok())?;
        char::from_u32(code).filter(|c| !c.is_control())?
    } else {
        NAMES.iter().find(|(known, _)| *known == name)?.1
    };
    Some((end + 1, if c == '\u{A0}' { ' ' } else { c }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Options, analyze_text};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let plan = analyze_text(text, &Options::default(), Some("Harbour reopens"), None);
        assert_eq!(plan.text, expected);
    }

    #[test]
    fn fires() {
        check("قال إن &quot;السوق&nbsp;عاد&quot; اليوم.", "قال إن \"السوق عاد\" اليوم.");
        check("He said &#8220;no&#8221; &amp; left.", "He said “no” & left.");
        check("La f&aacute;brica cerr&oacute; ayer.", "La fábrica cerró ayer.");
        check("أن &amp;quot;الأرقام لا تكذب&amp;quot; هنا.", "أن \"الأرقام لا تكذب\" هنا.");
    }

    #[test]
    fn spares() {
        for text in [
            "Tom & Sons; and others.",
            "Write &nbsp; in the HTML where no line may break.",
            "R&D; it grew.",
            "&unknown; stays.",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn names_are_known_once() {
        let mut names: Vec<_> = NAMES.iter().map(|(name, _)| *name).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), NAMES.len());
    }

    #[test]
    fn references_of_each_form() {
        for (text, expected) in [
            ("&quot;", Some((6, '"'))),
            ("&nbsp; boats", Some((6, ' '))),
            ("&amp;", Some((5, '&'))),
            ("&amp;nbsp;", Some((10, ' '))),
            ("&amp;amp;quot;", Some((14, '"'))),
            ("&amp;boats;", Some((5, '&'))),
            ("&#8220;", Some((7, '“'))),
            ("&#x201C;", Some((8, '“'))),
            ("&#X201c;", Some((8, '“'))),
            ("&#160;", Some((6, ' '))),
            ("&#7;", None),
            ("&#xD800;", None),
            ("&#;", None),
            ("&#00008220;", Some((11, '“'))),
            ("&#000008220;", None),
            ("&boats;", None),
            ("&quot", None),
            ("quot;", None),
        ] {
            assert_eq!(reference(text), expected, "{text}");
        }
        assert_eq!(references("&& &lt;a&gt;&"), [(3..7, '<'), (8..12, '>')]);
    }

    #[test]
    fn a_text_about_them_keeps_them() {
        let text =
            |headline: &str, text: &str| analyze_text(text, &Options::default(), Some(headline), None).text == text;
        assert!(!text("Harbour reopens", "The boats&nbsp;came."));
        assert!(text("HTML for ferry crews", "The boats&nbsp;came."));
        assert!(text("HTML for ferry crews", "The boats came."));
        assert!(text("Harbour reopens", "The entity &nbsp; holds the boats."));
    }

    #[cfg(feature = "html")]
    #[test]
    fn on_a_page() {
        use super::super::testing::{article, places, story};
        let line = "<p>The boats&amp;nbsp;came.</p>";
        assert_eq!(story(line), ["encoding.reference 0.96 Hide &nbsp;"]);
        assert_eq!(places(&article(line)), ["9..15 as \" \": &nbsp;"]);
        assert_eq!(
            places(&article("<p>Boats, quays, &amp;quot;crews&amp;quot;; more.</p>")),
            ["14..20 as \"\\\"\": &quot;", "25..31 as \"\\\"\": &quot;"]
        );
        let long = "The wind held the third boat back off the cape until late in the evening";
        assert_eq!(places(&article(&format!("<p>{long}<br>The boats&amp;nbsp;came.</p>"))), ["9..15 as \" \": &nbsp;"]);
        // Nothing but blanks.
        assert_eq!(story("<p>&amp;nbsp;</p>"), ["encoding.blank 0.96 Hide &nbsp;"]);
        assert_eq!(story("<p>&amp;nbsp; &amp;shy;</p>"), ["encoding.blank 0.96 Hide &nbsp; &shy;"]);
        assert_eq!(story("<p>&amp;amp;</p>"), ["encoding.reference 0.96 Hide &amp;"]);
        // Code that shows one speaks of them all.
        assert_eq!(story(&format!("<pre>&amp;lt;</pre>{line}")), [""; 0]);
        assert_eq!(story(&format!("<pre>a & b;</pre>{line}")), ["encoding.reference 0.96 Hide &nbsp;"]);
        assert_eq!(story(&format!("<p>a &amp;lt; b</p>{line}")).len(), 2);
    }
}
