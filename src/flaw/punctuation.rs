//! Punctuation that was left over when text was cut and pasted: `. .`, `،،`, `( )`, a blank before a comma.

use std::ops::Range;

use super::page::Page;
use super::proposal::Proposal;
use crate::language::letter::{self, Table};
use crate::plan::Reason;

const CONFIDENCE: f32 = 0.95;
/// Pairs that hold nothing.
const PAIRS: [(char, char); 9] = [
    ('(', ')'),
    ('[', ']'),
    ('（', '）'),
    ('«', '»'),
    ('“', '”'),
    ('„', '“'),
    ('「', '」'),
    ('『', '』'),
    ('【', '】'),
];

pub fn find(page: &Page, gone: &[bool]) -> Vec<Proposal> {
    let mut found = spaced(page, gone, |c, _| matches!(c, ',' | '،' | '؛'));
    found.extend(spaced(page, gone, |c, _| is_never_spaced(c)));
    // In Latin letters some languages set a blank before the marks that ask and call.
    found.extend(spaced(page, gone, |c, before| matches!(c, '?' | '!') && !before.is_some_and(is_latin)));
    for (i, line) in page.lines.iter().enumerate().filter(|(i, line)| !gone[*i] && line.inside) {
        let cut = |(span, rule): (Range<usize>, &'static str)| {
            let span = line.span.start + span.start..line.span.start + span.end;
            Proposal::cut(i, span, Reason::Punctuation, rule, CONFIDENCE)
        };
        found.extend(all(line.text).into_iter().map(cut));
    }
    found
}

fn is_latin(c: char) -> bool {
    c < '\u{370}'
}

/// Marks that end a sentence and that no language sets a blank before.
fn is_never_spaced(c: char) -> bool {
    matches!(c, '.' | '۔' | '؟' | '。' | '।')
}

/// The blank before a sign, where the story puts none before its others: a page that sets a blank before each means it,
/// and so does one whose links end there. Whether a sign is one of those that are judged together may depend on the letter
/// before it.
fn spaced(page: &Page, gone: &[bool], is_sign: impl Fn(char, Option<char>) -> bool) -> Vec<Proposal> {
    const FEW: usize = 2;
    let (mut found, mut signs) = (Vec::new(), 0);
    for (i, line) in page.lines.iter().enumerate().filter(|(i, line)| !gone[*i] && line.inside && line.prose) {
        for (at, sign) in line.text.char_indices() {
            if letter::is_alphanumeric(sign) || sign == ' ' {
                continue;
            }
            let head = line.text[..at].trim_end_matches(' ');
            if !is_sign(sign, head.chars().next_back()) {
                continue;
            }
            signs += 1;
            let after = &line.text[at + sign.len_utf8()..];
            let word = |c: Option<char>| c.is_some_and(letter::is_alphabetic);
            // A stop ends the line as well; after a single capital it is an initial's.
            let ends = is_stop(sign) && after.trim().is_empty();
            let initial = is_stop(sign) && head.ends_with(|c: char| c.is_ascii_uppercase());
            let parted = after.starts_with(' ') || sign == '。';
            let goes_on = parted && word(after.trim_start().chars().next());
            if head.len() < at && (ends || goes_on) && word(head.chars().next_back()) && !initial {
                let span = line.span.start + head.len()..line.span.start + at;
                let one_run = page.block(i).runs.iter().any(|run| run.at < span.start && span.end < run.at + run.len);
                if one_run {
                    found.push(Proposal::cut(i, span, Reason::Punctuation, "punctuation.spaced", CONFIDENCE));
                }
            }
        }
    }
    if found.len() > FEW || found.len() * 2 > signs.max(FEW) { Vec::new() } else { found }
}

/// What goes of a text, apart from each other.
fn all(text: &str) -> Vec<(Range<usize>, &'static str)> {
    const KINDS: [(u8, fn(&str) -> Vec<Range<usize>>, &str); 4] = [
        (PAIR, empty_pairs, "punctuation.empty"),
        (STOP, doubled, "punctuation.doubled"),
        (COMMA, commas, "punctuation.comma"),
        (CALL, repeated, "punctuation.repeated"),
    ];
    let suspects = suspects(text);
    let mut found: Vec<(Range<usize>, &'static str)> = Vec::new();
    for (_, find, rule) in KINDS.into_iter().filter(|(sign, ..)| suspects & sign != 0) {
        for span in find(text) {
            if !found.iter().any(|(other, _)| other.start < span.end && span.start < other.end) {
                found.push((span, rule));
            }
        }
    }
    found
}

const PAIR: u8 = 1;
const STOP: u8 = 2;
const COMMA: u8 = 4;
const CALL: u8 = 8;

static SIGNS: Table<u8> = Table::new(|c| {
    let sign = |is: bool, sign: u8| if is { sign } else { 0 };
    sign(PAIRS.iter().any(|(open, close)| c == *open || c == *close), PAIR)
        | sign(is_stop(c), STOP)
        | sign(letter::is_comma(c), COMMA)
        | sign(is_call(c), CALL)
});

/// Marks that end a sentence, of which two are one too many; the ellipsis may be meant twice.
fn is_stop(c: char) -> bool {
    letter::is_sentence_end(c) && c != '…'
}

/// Marks that ask or call.
fn is_call(c: char) -> bool {
    letter::is_question(c) || letter::is_exclamation(c)
}

/// The signs of a text that stand after white space or after one of their kind: nothing else can be left over.
fn suspects(text: &str) -> u8 {
    let (mut suspects, mut before) = (0, 0);
    for c in text.chars() {
        let sign = SIGNS.get(c);
        suspects |= sign & before;
        before = if letter::is_whitespace(c) { PAIR | STOP | COMMA | CALL } else { sign };
    }
    suspects
}

/// Brackets and quotation marks that hold nothing, after a word and a blank: with the blanks before.
fn empty_pairs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, c) in text.char_indices() {
        let Some((open, close)) = PAIRS.iter().find(|(open, _)| *open == c) else { continue };
        let Some(after) = text[at + open.len_utf8()..].trim_start().strip_prefix(*close) else { continue };
        let end = text.len() - after.len();
        let before = text[..at].trim_end();
        // `f()` is a function; a list of `( )` is a form to fill in.
        let word = before.chars().next_back().is_some_and(letter::is_alphanumeric);
        let parted = before.len() < at || !before.ends_with(|c: char| c.is_ascii_alphanumeric());
        let after = &text[end..];
        let goes_on =
            after.is_empty() || after.starts_with(|c: char| c.is_whitespace() || is_stop(c) || letter::is_comma(c));
        if word && parted && (goes_on || !after.starts_with(|c: char| c.is_ascii())) {
            found.push(before.len()..end);
        }
    }
    if found.len() > 2 { Vec::new() } else { found }
}

/// A comma after a comma, and the blank before a comma that ends a word.
fn commas(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, comma) in text.char_indices().filter(|(_, c)| letter::is_comma(*c)) {
        let end = at + comma.len_utf8();
        let before = text[..at].trim_end();
        let after = &text[end..];
        let same = before.strip_suffix(comma);
        if let Some(head) = same {
            // Three and more are meant.
            let more = head.trim_end().ends_with(comma) || after.trim_start().starts_with(comma);
            let word =
                head.trim_end().chars().next_back().is_some_and(|c| letter::is_alphanumeric(c) || letter::is_closer(c));
            // Scripts with commas of their own are no program's, and some put no blank after them.
            let glued = before.len() == at && !after.starts_with(char::is_whitespace) && !after.is_empty();
            let code = comma == ';' || (comma == ',' && glued);
            if !more && word && !code {
                found.push(before.len()..end);
                // `unanimité , , malgré`: the first has a blank before it as well.
                let head = head.trim_end();
                if head.len() < before.len() - comma.len_utf8() {
                    found.push(head.len()..before.len() - comma.len_utf8());
                }
            }
        }
    }
    found
}

/// Four or more of one question or exclamation mark in a row: all but the first are left over. So is the second of two
/// Arabic ones after a word, which no hand sets but in threes.
fn repeated(text: &str) -> Vec<Range<usize>> {
    const MANY: usize = 4;
    let mut found = Vec::new();
    let mut run: Option<(char, usize, usize)> = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\0')]) {
        match run {
            Some((mark, first, count)) if mark == c => run = Some((mark, first, count + 1)),
            _ => {
                if let Some((mark, first, count)) = run
                    && (count >= MANY || mark == '؟' && count == 2 && !is_call(c) && ends_word(text, first))
                {
                    found.push(first + mark.len_utf8()..at);
                }
                run = is_call(c).then_some((c, at, 1));
            }
        }
    }
    found
}

/// Whether a word ends right before a place in a text.
fn ends_word(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c| letter::is_alphanumeric(c) || letter::is_closer(c))
}

/// A stop after the same stop (and what it closes) and white space, before white space or the end: with the white space
/// before it. Three and more are an ellipsis, which is meant.
fn doubled(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (at, stop) in text.char_indices().filter(|(_, c)| is_stop(*c)) {
        let end = at + stop.len_utf8();
        let before = text[..at].trim_end();
        let spaced = before.len() < at;
        let closed = before.trim_end_matches(letter::is_closer);
        let after = text[end..].chars().find(|c| !c.is_whitespace());
        let ends = text[end..].chars().next().is_none_or(char::is_whitespace);
        let ellipsis = after.is_some_and(is_stop)
            || closed.strip_suffix(stop).is_some_and(|head| head.trim_end().ends_with(is_stop));
        // The first stop ends a word; alone, it is a sign that the text speaks of.
        let ends_word = closed.strip_suffix(stop).is_some_and(|head| {
            // `word . . Word`, with a blank before both.
            let apart = head.ends_with(' ') && after.is_some_and(letter::is_alphabetic);
            !head.is_empty()
                && (!head.ends_with(char::is_whitespace)
                    || apart
                        && head.trim_end().ends_with(|c: char| letter::is_alphabetic(c) && !c.is_ascii_uppercase()))
        });
        if spaced && ends && ends_word && !ellipsis {
            found.push(before.len()..end);
        }
        // A full stop after an Arabic question mark, which ends the sentence already.
        if !spaced && stop == '.' && before.ends_with('؟') && ends && !ellipsis {
            found.push(at..end);
        }
        // The same, glued, in a script whose full stop is never doubled for an ellipsis.
        if !spaced && letter::is_full_stop(stop) && !matches!(stop, '.' | '．') && before.ends_with(stop) && !ellipsis
        {
            found.push(at..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut mended = text.to_owned();
        let mut spans: Vec<_> = all(text).into_iter().map(|(span, _)| span).collect();
        spans.sort_by_key(|span| span.start);
        for span in spans.into_iter().rev() {
            mended.replace_range(span, "");
        }
        assert_eq!(mended, expected);
    }

    #[test]
    fn fires() {
        check("جدول الأعمال الإقليمي والدولي”. .", "جدول الأعمال الإقليمي والدولي”.");
        check("It rained. . The harbour closed.", "It rained. The harbour closed.");
        check("He said “no.” . Then he left.", "He said “no.” Then he left.");
        check("港口重开。。", "港口重开。");
        check("जहाज़ आए। । लोग लौटे।", "जहाज़ आए। लोग लौटे।");
        check("من المتحف الوطني،، إلى جانب", "من المتحف الوطني، إلى جانب");
        check("à l’unanimité , , malgré", "à l’unanimité, malgré");
        check("خريطة تفاعلية () للقرى", "خريطة تفاعلية للقرى");
        check("طوال الموسم؟؟؟؟", "طوال الموسم؟");
    }

    #[test]
    fn spares() {
        for text in [
            "He waited . . . and left.",
            "He waited... and left.",
            "Versions 1 . 2 and 3",
            "in .NET and . . /path",
            "等等。。。",
            "What?! Really? Yes.",
            "ثم قال ... ومضى.",
            "He called f() twice.",
            "Yes ( ) No ( ) Perhaps ( )",
            "What??? Really!!!",
            "for (;;) and a,,b",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn pairs_that_hold_nothing() {
        for (text, expected) in [
            ("The map () of Tarn", "The map of Tarn"),
            ("The map ( ) of Tarn", "The map of Tarn"),
            ("The map () .", "The map ."),
            ("The map (), the boats", "The map, the boats"),
            ("The map ()", "The map"),
            ("The map «» of Tarn", "The map of Tarn"),
            ("地图（）显示", "地图显示"),
            ("خريطة ()قرى", "خريطةقرى"),
            ("Карта() сёл", "Карта сёл"),
            ("One () two () three", "One two three"),
        ] {
            check(text, expected);
        }
        for text in [
            "One () two () three () four",
            "The map() of Tarn",
            "The map ()of Tarn",
            "() The map",
            "The map: () of Tarn",
            "The map (of Tarn) here",
            "The map )( of Tarn",
            "The map ( ( ) of Tarn",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn commas_that_are_doubled() {
        for (text, expected) in [
            ("boats,, quays", "boats, quays"),
            ("boats,,", "boats,"),
            ("boats, , quays", "boats, quays"),
            ("boats , , quays", "boats, quays"),
            ("«лодки»,, причалы", "«лодки», причалы"),
            ("渡船，，码头", "渡船，码头"),
            ("渡船，， 码头", "渡船， 码头"),
            ("boats,, quays,, crews", "boats, quays, crews"),
        ] {
            check(text, expected);
        }
        for text in [
            "boats,,, quays",
            "boats,, , quays",
            "boats,،quays",
            ",, boats",
            "-,, boats",
            "boats,,quays",
            "boats;; quays",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn marks_that_call_again_and_again() {
        for (text, expected) in [
            ("Boats!!!!", "Boats!"),
            ("Boats???? Quays!!!!!", "Boats? Quays!"),
            ("渡船！！！！", "渡船！"),
            ("عبّارات؟؟؟؟ نعم", "عبّارات؟ نعم"),
            // Two Arabic ones after a word; three are meant, and so are two of another script.
            ("عبّارات؟؟ نعم", "عبّارات؟ نعم"),
            ("عبّارات؟؟", "عبّارات؟"),
            ("عبّارات؟؟؟ نعم", "عبّارات؟؟؟ نعم"),
            ("عبّارات؟؟! نعم", "عبّارات؟؟! نعم"),
            ("عبّارات ؟؟ نعم", "عبّارات ؟؟ نعم"),
            ("Boats?? Yes", "Boats?? Yes"),
            ("Boats!!!", "Boats!!!"),
            ("Boats?!?!?!", "Boats?!?!?!"),
        ] {
            check(text, expected);
        }
    }

    #[test]
    fn stops_that_are_doubled() {
        for (text, expected) in [
            ("He waited . . Then he left.", "He waited . Then he left."),
            ("He waited. . Then he left.", "He waited. Then he left."),
            ("He waited.” . Then he left.", "He waited.” Then he left."),
            ("لقد وصلت۔۔ ثم", "لقد وصلت۔ ثم"),
            ("लोग आए।। लौटे", "लोग आए। लौटे"),
            ("هل وصلت؟. نعم", "هل وصلت؟ نعم"),
            ("هل وصلت؟.", "هل وصلت؟"),
        ] {
            check(text, expected);
        }
        for text in [
            "Plan B . . Then he left.",
            "In 1 . . Then he left.",
            "He waited . . 3 boats left.",
            "He waited. .Then he left.",
            "He waited. . . Then he left.",
            "He waited... . Then he left.",
            ". . Then he left.",
            "लोग आए।।। लौटे",
            "He waited.. Then he left.",
            "هل وصلت؟... نعم",
            "Has he left?. Then",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn signs_that_may_be_left_over() {
        check("The map () . . Then", "The map . . Then");
        check("The boats (). . Then", "The boats. Then");
        check("Boats!!!! ! Then", "Boats! ! Then");
        check("boats ( ) , , quays", "boats, quays");
        assert_eq!(all("boats,, quays"), [(6..7, "punctuation.comma")]);
        assert_eq!(all("boats , , quays"), [(7..9, "punctuation.comma"), (5..6, "punctuation.comma")]);
        assert_eq!(suspects("The boats came."), 0);
        assert_eq!(suspects("()"), PAIR);
        assert_eq!(suspects("a. .b"), STOP);
        assert_eq!(suspects("a,,b"), COMMA);
        assert_eq!(suspects("a..b"), STOP);
        assert_eq!(suspects("a??b"), STOP | CALL);
        assert_eq!(suspects("a ,b"), COMMA);
        assert_eq!(suspects("a .b"), STOP);
        assert_eq!(suspects("a ?b"), STOP | CALL);
        assert_eq!(suspects("a (b"), PAIR);
        assert_eq!(suspects("a,.b"), 0);
    }

    #[cfg(feature = "html")]
    mod places {
        use super::super::super::testing::{TITLE, page, places};

        /// What goes of a story that is one paragraph.
        fn cuts(paragraph: &str) -> Vec<String> {
            places(&format!("<article><h1>{TITLE}</h1><p>{paragraph}</p></article>"))
        }

        #[test]
        fn a_blank_before_a_comma() {
            let text = "The third of the boats , it is said, came in";
            assert_eq!(cuts(text), ["22..23: "]);
            assert_eq!(
                page(&format!("<article><h1>{TITLE}</h1><p>{text}</p></article>")),
                ["punctuation.spaced 0.95 Hide "]
            );
            for (paragraph, expected) in [
                ("The third of the boats , it is said", 1),
                ("عادت العبّارات إلى الميناء ، كما قيل في المدينة أمس", 1),
                ("The third of the boats, it is said", 0),
                ("The third of the boats ,it is said", 0),
                ("The third of the boats in 2026 , it is said", 0),
                ("The third of the boats , 2 of them, it is said", 0),
                ("The third of the boats ; it is said", 0),
                // Two at the most, and no more than half of all.
                ("Two , three of the boats , it is said, came, in", 2),
                ("Two , three of the boats , it is said, came in", 0),
                ("Two , three , four of the boats , it is said, came, in, at, noon", 0),
                ("Two , three of the boats, it , is said, came in, at, noon", 2),
                // Where a link ends, the page's code put it there.
                ("The third of the <a href=/a>boats</a> , it is said", 0),
                ("The third of the <a href=/a>boats , it is said</a>, came in", 1),
                ("Boats , boats", 0),
            ] {
                assert_eq!(cuts(paragraph).len(), expected, "{paragraph}");
            }
        }

        #[test]
        fn only_in_the_story() {
            let line = "<div>The third of the boats. . It is said , they came in.</div>";
            let story = |before: &str, inside: &str| {
                page(&format!(
                    "{before}<article><h1>{TITLE}</h1><p>The boats came in at noon, said the crew.</p>{inside}</article>"
                ))
            };
            assert_eq!(story("", line).len(), 2);
            assert_eq!(story(line, "").len(), 0);
            let long = "The wind held the third boat back off the cape until late in the evening";
            assert_eq!(cuts(&format!("{long}<br>The third of the boats. . It came.")), ["23..25: ."]);
        }
    }
}
