//! Knows a picture's caption that stands in the text like a paragraph, and marks it as a caption.

use super::catalogue::{self, Kind};
use super::page::{Line, Page};
use super::proposal::Proposal;
use crate::language::key;
use crate::language::{letter, sentence};
use crate::plan::{Action, Reason};
use crate::snapshot::{Attr, NodeId, Tag};

/// A caption without its picture stands among the first so many lines; further down, an agency in brackets ends a
/// dateline or a quotation.
const LOOK_AT: usize = 3;
/// The most words that a caption has: under a picture, and at the head of a story whose picture is lost.
const MAX_UNDER: u32 = 60;
const MAX_FIRST: u32 = 26;
const CONFIDENCE: f32 = 0.9;
const CREDIT: f32 = 0.92;

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut first = 0;
    let mut found = Vec::new();
    for (i, line) in page.lines.iter().enumerate().filter(|(i, _)| !gone[*i]) {
        if line.quoted || line.heading.is_some() || line.words.is_empty() || !line.inside {
            continue;
        }
        let under = page.block(i).after_media && line.span.start == 0;
        let place = first;
        first += usize::from(line.length > 3);
        let figure =
            page.snapshot.ancestry(page.element(i)).take(4).any(|node| page.snapshot.tag(node) == Tag::Figcaption);
        let named =
            under && page.snapshot.ancestry(page.element(i)).take(2).any(|node| is_named_caption(page, node, i));
        if (figure || named) && line.whole {
            found.push(caption(i, "caption.figure", CONFIDENCE));
        } else if (under && line.length <= MAX_UNDER) || (place < LOOK_AT && line.length <= MAX_FIRST) {
            // A caption may have its credit on a line of its own; more lines are verse.
            if line.text.matches('\n').count() < 2 && is_caption(line.text) {
                found.push(caption(i, "caption.credit", CONFIDENCE));
            } else if is_credit_line(line) && (under || credits_name(line.text)) {
                found.push(caption(i, "caption.line", CREDIT));
            }
        }
    }
    found
}

/// Whether an element is called a caption, as `wp-caption-text` is, and holds no other line than this one.
fn is_named_caption(page: &Page, node: NodeId, line: usize) -> bool {
    let name = page.snapshot.attribute(node, Attr::Class).unwrap_or_default().to_ascii_lowercase();
    let mut beside = [line.wrapping_sub(1), line + 1].into_iter().filter(|near| *near < page.lines.len());
    name.contains("caption") && !beside.any(|near| page.snapshot.contains(node, page.element(near)))
}

fn caption(line: usize, rule: &'static str, confidence: f32) -> Proposal {
    Proposal { action: Action::Caption, ..Proposal::hide(line, Reason::Caption, rule, confidence) }
}

/// Whether a text is a caption: one sentence, or nearly so, at whose end stands a credit, in brackets, after a label or
/// after a bar.
fn is_caption(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || letter::is_full_stop(c));
    split_credit(text).is_some_and(|(before, credit)| {
        let before = before.trim_end();
        before.chars().filter(|c| letter::is_alphanumeric(*c)).count() > 3
            && sentence::sentences(before, "und").len() <= 2
            && sentence::sentences(before, "und").iter().skip(1).all(|span| span.len() < 60)
            && credit.chars().count() <= MAX_CREDIT
    })
}

/// A credit has at most so many characters: it is a name, and what is longer is a remark.
const MAX_CREDIT: usize = 70;

fn split_credit(text: &str) -> Option<(&str, &str)> {
    // In brackets.
    if text.ends_with(letter::closes_bracket) {
        let open = text.rfind(letter::opens_bracket)?;
        let credit = text[open..].trim_matches(|c| letter::opens_bracket(c) || letter::closes_bracket(c));
        return (is_credit(credit) || begins_as_credit(credit)).then_some((&text[..open], credit));
    }
    // After a label: "Foto: Huber".
    let colon = text.char_indices().rev().find(|(_, c)| letter::is_colon(*c));
    if let Some((at, sign)) = colon {
        let (head, name) = (&text[..at], &text[at + sign.len_utf8()..]);
        let label = head
            .char_indices()
            .filter(|&(_, c)| {
                let bracket = letter::opens_bracket(c) || letter::closes_bracket(c);
                c.is_whitespace() || letter::is_full_stop(c) || letter::is_separator(c) || bracket
            })
            .map(|(at, c)| at + c.len_utf8());
        let names = name.split_whitespace().count();
        if names <= 6 && !name.trim().is_empty() {
            for start in std::iter::once(0).chain(label) {
                if start > 0 && stands_apart(head, start) && catalogue::whole(Kind::Credit, &key::words(&head[start..]))
                {
                    return Some((&text[..start], name));
                }
            }
        }
    }
    // After a sign of copyright, or an agency after a bar.
    if let Some(at) = text.rfind(['©', 'Ⓒ']) {
        let name = &text[at..];
        return (name.split_whitespace().count() <= 7).then_some((&text[..at], name));
    }
    let bar = text.char_indices().rev().find(|&(_, c)| letter::is_separator(c) || letter::is_dash(c) && c != '-')?;
    let name = &text[bar.0 + bar.1.len_utf8()..];
    let head = &text[..bar.0];
    // Of "AFP/Getty Images" the credit begins at the first name.
    let head = if is_agency(&key::words(head.rsplit([' ', '\u{A0}']).next().unwrap_or_default())) {
        head.rsplit_once([' ', '\u{A0}'])?.0
    } else {
        head
    };
    (is_agency(&key::words(name)) && (head.ends_with([' ', '.', '\u{A0}']) || bar.1 == '|')).then_some((head, name))
}

/// Whether a label at `start` begins a sentence of its own, or at least with a capital letter.
fn stands_apart(head: &str, start: usize) -> bool {
    let apart = |c: char| {
        letter::is_sentence_end(c)
            || letter::is_closer(c) && !letter::is_apostrophe(c)
            || letter::opens_bracket(c)
            || letter::is_separator(c)
            || letter::is_dash(c)
    };
    head[..start].trim_end().ends_with(apart) || head[start..].starts_with(char::is_uppercase)
}

fn is_agency(words: &str) -> bool {
    catalogue::whole(Kind::Agency, words)
}

/// Whether a text is a credit: one of its parts, as a whole, is the name of an agency or a word for a picture, as in
/// `غيتي/صورة أرشيفية` and `Photo: AFP`.
fn is_credit(credit: &str) -> bool {
    credit
        .split(parts_credit)
        .any(|part| is_agency(&key::words(part)) || catalogue::whole(Kind::Credit, &key::words(part)))
        && credit.split_whitespace().count() <= 8
        || credit.starts_with('©')
}

/// What parts the names of a credit.
fn parts_credit(c: char) -> bool {
    matches!(c, '・' | '+' | '&' | '©')
        || letter::is_separator(c)
        || letter::is_dash(c)
        || letter::is_comma(c)
        || letter::is_colon(c)
}

/// Whether a text begins like a credit, as in "Photo by Lena Marsh", or is a few words that end in an agency's name.
fn begins_as_credit(credit: &str) -> bool {
    let words = key::words(credit);
    let names = words.split(' ').count();
    catalogue::prefix(Kind::Credit, &words).is_some_and(|end| end < words.len()) && names <= 7 && !credit.contains('.')
        || (credit.split_whitespace().count() <= 5
            && words
                .split(' ')
                .next_back()
                .is_some_and(|last| is_agency(last) && last.len() > 2 && credit.chars().any(char::is_uppercase)))
}

/// Whether what stands after a credit's label is a name, as far as a script shows it: capitals, or few letters. Where no picture
/// stands above, other words are the story's: "Credit: two crowns."
fn credits_name(text: &str) -> bool {
    /// Names in scripts without blanks have at most so many letters, and none that ties words together; in others without
    /// capitals they have so many words.
    const MAX_LETTERS: usize = 9;
    const TIES: [char; 6] = ['的', 'の', 'を', 'が', 'に', 'は'];
    const MAX_WORDS: usize = 3;
    let name = text.split_once(letter::is_colon).map_or(text, |(_, name)| name).trim();
    if name.chars().any(key::is_unspaced) {
        return name.chars().filter(|c| letter::is_alphanumeric(*c)).count() <= MAX_LETTERS && !name.contains(TIES);
    }
    let cased = |c: char| c.is_lowercase() || c.is_uppercase();
    if name.contains(cased) {
        let first = name.split(|c: char| !letter::is_alphanumeric(c)).next().unwrap_or_default();
        return !first.starts_with(char::is_lowercase) || is_agency(&key::words(first));
    }
    name.split_whitespace().count() <= MAX_WORDS && !super::page::ends_in_stop(name)
}

/// Whether a line is a credit and nothing else.
fn is_credit_line(line: &Line) -> bool {
    let text = line.text.trim();
    if line.length > 10 || super::page::ends_in_stop(text) && line.length > 6 {
        return false;
    }
    let label = text.split_once(letter::is_colon).is_some_and(|(label, name)| {
        let words = key::words(label);
        catalogue::whole(Kind::Credit, &words) && !catalogue::whole(Kind::Source, &words) && !name.trim().is_empty()
    });
    label || (text.starts_with('©') && line.length <= 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fires() {
        for text in [
            "تعاونت المدينتان على مر السنين، لا سيما في الميناء (غيتي/صورة أرشيفية)",
            "The harbour of Tarn at dawn (AFP/Getty Images)",
            "The dawn sailing leaves on Monday. (Photo: Lena Marsh/Coastal Press)",
            "The harbour of Tarn at dawn. Photo by Lena Marsh / Reuters",
            "Der Hafen von Tarn am Morgen. Foto: Almpresse/Huber",
            "Le port de Tarn au matin © Solène Huet",
            "Порт Тарна на рассвете. (Фото: ТАСС)",
            "塔恩港的清晨（新华社）",
            "नमकपुर का बंदरगाह (फाइल फोटो)",
        ] {
            assert!(is_caption(text), "{text}");
        }
    }

    #[test]
    fn spares() {
        for text in [
            "TARN (Reuters) - The harbour reopened on Monday.",
            "He spoke. The harbour reopened, he said (he had been there).",
            "قال الوزير إن الميناء سيُفتح (بعد عامين من الإغلاق)",
            "(AFP)",
            "Порт открыт (и надолго)",
            "He asked one thing of the picture: patience",
        ] {
            assert!(!is_caption(text), "{text}");
        }
    }

    #[test]
    fn a_caption_is_a_sentence_or_two_with_a_credit() {
        let long = format!("B{}", "x".repeat(57));
        for (text, expected) in [
            ("Tarn (AFP)", true),
            ("Tarn (AFP). ", true),
            ("塔恩（新华社）。", false),
            ("塔恩港口（新华社）。", true),
            ("The (AFP)", false),
            ("It rained. The quay of Tarn. (AFP)", true),
            ("It rained. It stopped. The quay of Tarn. (AFP)", false),
            (format!("It rained. {long}. (AFP)").as_str(), true),
            (format!("It rained. {long}x. (AFP)").as_str(), false),
            (format!("The quay of Tarn (AFP/{})", "x".repeat(66)).as_str(), true),
            (format!("The quay of Tarn (AFP/{})", "x".repeat(67)).as_str(), false),
        ] {
            assert_eq!(is_caption(text), expected, "{text}");
        }
    }

    #[test]
    fn credits_are_split_from_what_they_follow() {
        for (text, expected) in [
            // A label with a name of six words at the most, at the head of a sentence or with a capital.
            ("The quay. Foto: a b c d e f", Some(("The quay.", "a b c d e f"))),
            ("The quay. Foto: a b c d e f g", None),
            ("The quay. foto: Huber", Some(("The quay.", "Huber"))),
            ("The quay Foto: Huber", Some(("The quay", "Huber"))),
            ("The quay, foto: Huber", None),
            ("The quay. Foto:", None),
            ("Foto: Huber", None),
            ("الرصيف. تصوير: هادي", Some(("الرصيف.", "هادي"))),
            // A sign of copyright.
            ("The quay © a b c d e f", Some(("The quay", "© a b c d e f"))),
            ("The quay © a b c d e f g", None),
            // An agency after a bar.
            ("The quay of Tarn – Reuters", Some(("The quay of Tarn", "Reuters"))),
            ("The quay of Tarn – Huber", None),
            ("The quay of Tarn|AFP", Some(("The quay of Tarn", "AFP"))),
            ("The quay of Tarn|Huber", None),
            ("The quay of Tarn/AFP", None),
            ("The quay of Tarn./AFP", Some(("The quay of Tarn.", "AFP"))),
            ("Порт Тарна. AFP/Reuters", Some(("Порт Тарна.", "Reuters"))),
            ("Порт Тарна AFP/Reuters", None),
        ] {
            let split = split_credit(text).map(|(head, name)| (head.trim(), name.trim()));
            assert_eq!(split, expected, "{text}");
        }
    }

    #[test]
    fn credits_in_brackets() {
        for (credit, expected) in [
            ("AFP", true),
            ("Huber/AFP", true),
            ("AFP, a b c d e f g", true),
            ("AFP, a b c d e f g h", false),
            ("© a b c d e f g h i j", true),
            ("after the storm", false),
        ] {
            assert_eq!(is_credit(credit), expected, "{credit}");
        }
        for (credit, expected) in [
            ("Photo by Lena Marsh", true),
            ("Photo by", false),
            ("Photo by Lena Marsh of Tarn Bay", true),
            ("Photo by Lena Marsh of Old Tarn Bay", false),
            ("Photo by L. Marsh", false),
            ("Lena Marsh for AFP", true),
            ("Lena Marsh on behalf of AFP", false),
            ("Lena Marsh for AP", false),
            ("the agency afp", false),
            ("Lena Marsh of Tarn", false),
        ] {
            assert_eq!(begins_as_credit(credit), expected, "{credit}");
        }
    }

    #[cfg(feature = "html")]
    mod places {
        use super::super::super::testing::{AFTER, BEFORE, TITLE, page, story};

        #[track_caller]
        fn check(markup: &str, expected: &[&str]) {
            assert_eq!(story(markup), expected, "{markup}");
        }

        /// A caption of so many words.
        fn words(count: usize) -> String {
            format!("{} (AFP)", ["quay"; 60][..count - 1].join(" "))
        }

        fn edit(rule: &str, text: &str) -> String {
            let confidence = if rule == "caption.line" { "0.92" } else { "0.90" };
            format!("{rule} {confidence} Caption {text}")
        }

        #[test]
        fn first_and_under_a_picture() {
            // A place, its longest caption, and how many longer lines may stand before it.
            for (picture, longest) in [("", 26), ("<img src=a.jpg>", 60)] {
                for (count, known) in [(longest, true), (longest + 1, false)] {
                    let text = words(count);
                    let expected = if known { vec![edit("caption.credit", &text)] } else { vec![] };
                    let first = format!("<article><h1>{TITLE}</h1>{picture}<p>{text}</p><p>{BEFORE}</p></article>");
                    assert_eq!(page(&first), expected, "{count} words after {picture:?}");
                }
            }
            let text = "The quays of Tarn (AFP)";
            let after = |lines: &str| page(&format!("<article><h1>{TITLE}</h1>{lines}<p>{text}</p></article>"));
            let known = [edit("caption.credit", text)];
            let paragraph = format!("<p>{AFTER}</p>");
            assert_eq!(after(&paragraph.repeat(2)), known);
            assert!(after(&paragraph.repeat(3)).is_empty());
            assert_eq!(after(&format!("{}<img src=a.jpg>", paragraph.repeat(3))), known);
            // Lines of three words are no lines of the story.
            assert_eq!(after(&format!("{}<p>Two of them</p>", paragraph.repeat(2))), known);
            assert!(after(&format!("{}<p>Two of the boats</p>", paragraph.repeat(2))).is_empty());
        }

        #[test]
        fn not_in_a_heading_a_quotation_or_outside_of_the_story() {
            let text = "The quays of Tarn (AFP)";
            check(&format!("<p>{text}</p>"), &[&edit("caption.credit", text)]);
            check(&format!("<h3>{text}</h3>"), &[]);
            check(&format!("<blockquote>{text}</blockquote>"), &[]);
            let body = format!("<div>{text}</div><article><h1>{TITLE}</h1><p>{BEFORE}</p><p>{AFTER}</p></article>");
            assert!(page(&body).is_empty());
        }

        #[test]
        fn lines_of_one_block() {
            let text = "The quays of Tarn<br>(AFP)";
            check(&format!("<p>{text}</p>"), &[&edit("caption.credit", "The quays of Tarn\n(AFP)")]);
            check("<p>The quays of Tarn<br>at dawn<br>(AFP)</p>", &[]);
            // The second line of a block is under no picture; nor is it all of the figure's caption.
            let three = format!("<p>{BEFORE}</p>").repeat(3);
            let lines = |first: &str, second: &str| format!("{three}<img src=a.jpg><p>{first}<br>{second}</p>");
            let (short, long) =
                ("The quays of Tarn (AFP)", "The wind held the third boat back off the cape until late in the evening");
            check(&lines(short, long), &[&edit("caption.credit", short)]);
            check(&lines(long, short), &[]);
            let figure = |text: &str| format!("{three}<figure><img src=a.jpg><figcaption>{text}</figcaption></figure>");
            check(&figure("The quays of Tarn"), &[&edit("caption.figure", "The quays of Tarn")]);
            check(&figure(&format!("{long}<br>{long}")), &[]);
            check(&format!("{three}<figure><img src=a.jpg><p>The quays of Tarn</p></figure>"), &[]);
        }

        #[test]
        fn a_credit_alone() {
            let after = |text: &str| story(&format!("<img src=a.jpg><p>{text}</p>"));
            for (text, known) in [
                ("Photo: Lena Marsh", true),
                ("Foto: Lena Marsh", true),
                ("写真：北條千晶", true),
                ("Photo: a b c d e f g h i", true),
                ("Photo: a b c d e f g h i j", false),
                ("Photo: a b c d e.", true),
                ("Photo: a b c d e f.", false),
                ("Photo: a b c d e f", true),
                ("Photo:", false),
                ("Boats: Lena Marsh", false),
                ("Quelle: Lena Marsh", false),
                ("© a b c d e f g h", true),
                ("© a b c d e f g h i", false),
                ("Boats of Tarn", false),
            ] {
                let expected = if known { vec![edit("caption.line", text)] } else { vec![] };
                assert_eq!(after(text), expected, "{text}");
            }
        }
    }
}
