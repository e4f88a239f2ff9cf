//! Sentences: the rules of UAX 29, tailored as it invites to: by language, with abbreviations, ordinal numbers and quotes.

use std::ops::Range;

use super::about::{About, about};
use super::{letter, script};

mod end;
mod mark;

use mark::{Stop, is_bullet, is_mark, is_wide, near_end};

/// The sentences of a text as byte ranges without the white space around them, in order.
///
/// `language` (BCP 47) chooses abbreviations and function words; with an unknown one the rules of all languages are left.
/// Linear in the text.
#[must_use]
pub fn sentences(text: &str, language: &str) -> Vec<Range<usize>> {
    let about = about(language);
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut item = item_end(text, start);
    while let Some(stop) = next_stop(text, at, start, about) {
        at = stop.end;
        let item_ends = item.filter(|&end| end < stop.end);
        if item_ends.is_some() || stop.ends_sentence(text, start, about) {
            at = item_ends.unwrap_or(stop.end);
            push(text, start..at, &mut found);
            start = at;
            item = item_end(text, start);
        }
    }
    while let Some(end) = item {
        push(text, start..end, &mut found);
        start = end;
        item = item_end(text, start);
    }
    push(text, start..text.len(), &mut found);
    found
}

/// Whether a text ends as a question does. A semicolon asks in Greek alone.
#[must_use]
pub fn asks(text: &str) -> bool {
    let text = text.trim_end();
    let is_greek = |c: char| letter::is_alphabetic(c) && matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}');
    text.ends_with(letter::is_question) || text.ends_with([';', '\u{37E}']) && text.contains(is_greek)
}

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let piece = &text[range.clone()];
    let (head, body) = (piece.len() - piece.trim_start().len(), piece.trim());
    if body.is_empty() {
        return;
    }
    let start = range.start + head;
    match found.last_mut() {
        // Stops and closing quotes that were cut off belong to what they close.
        Some(last) if !body.chars().any(letter::is_alphanumeric) && !body.starts_with('(') => {
            last.end = start + body.len();
        }
        _ => found.push(start..start + body.len()),
    }
}

/// The next marks at or after `from`, in a sentence that begins at `start`.
fn next_stop(text: &str, from: usize, start: usize, about: &About) -> Option<Stop> {
    let so_far = || near_end(&text[start..from]).chars().filter(|c| script::is_unspaced(*c)).count();
    let mut letters = if about.spaced_sentences { so_far() } else { 0 };
    for (offset, c) in text[from..].char_indices() {
        let at = from + offset;
        if is_mark(c) || about.sentence_marks.contains(&c) {
            return Some(closed(text, at));
        }
        if c == '\n' || c == '\u{2029}' {
            return Some(Stop { marks: at..at, end: at + c.len_utf8() });
        }
        if about.spaced_sentences {
            letters += usize::from(script::is_unspaced(c));
            if c == ' ' && letters >= LONG_ENOUGH {
                return Some(Stop { marks: at..at, end: at + 1 });
            }
        }
    }
    None
}

/// Where an item of a list ends that stands at `start` in running text: before the next bullet or the next number.
fn item_end(text: &str, start: usize) -> Option<usize> {
    /// Bytes; items are short.
    const FAR: usize = 600;
    let rest = &text[start..];
    let lead = rest.len() - rest.trim_start().len();
    let item = rest.trim_start().trim_start_matches(is_bullet).trim_start();
    let near = &rest[..rest.char_indices().map(|(at, _)| at).take_while(|at| *at <= FAR).last().unwrap_or(0)];
    let bullet = near
        .char_indices()
        .skip_while(|(at, _)| *at <= lead)
        .find(|(at, c)| is_bullet(*c) && near[..*at].ends_with(' '));
    let next = label(item).and_then(|next| near.find(&next)).map(|at| at + 1);
    next.into_iter().chain(bullet.map(|(at, _)| at)).min().map(|at| start + at)
}

/// The label that follows the one at the head of an item, with a space before: ` 2.` after `1.`, ` c)` after `b)`.
fn label(item: &str) -> Option<String> {
    let end = item.find(['.', ')']).filter(|end| (1..=2).contains(end))?;
    let close = [".)", ".", ")"].into_iter().find(|close| item[end..].starts_with(close))?;
    item[end + close.len()..].starts_with(' ').then_some(())?;
    let next = match item[..end].parse::<u32>() {
        Ok(number) => (number + 1).to_string(),
        Err(_) if end == 1 => {
            item.chars().next().filter(char::is_ascii_lowercase).and_then(|c| char::from_u32(c as u32 + 1))?.to_string()
        }
        Err(_) => return None,
    };
    Some(format!(" {next}{close} "))
}

/// Thai and Lao part sentences by a space, and clauses and numbers too: so many letters make a sentence more likely than a
/// clause.
const LONG_ENOUGH: usize = 90;

/// The whole run of marks at `at`, and its closing quotes and brackets.
fn closed(text: &str, at: usize) -> Stop {
    let mut marks = at..at;
    for (offset, c) in text[at..].char_indices() {
        // An ellipsis may be spaced: `. . .`
        let spaced = c == ' ' && text[at..at + offset].ends_with('.') && is_spaced_dot(&text[at + offset + 1..]);
        if !(is_mark(c) || spaced || offset == 0) {
            break;
        }
        marks.end = at + offset + c.len_utf8();
    }
    let mut end = marks.end;
    let rest = &text[end..];
    let wide = text[marks.clone()].ends_with(is_wide);
    for (offset, c) in rest.char_indices() {
        let next = rest[offset + c.len_utf8()..].chars().next();
        let behind_space = end < marks.end + offset;
        let closes = match c {
            // After a space, only what can do nothing but close; in Chinese and Japanese ” never opens.
            '」' | '』' => true,
            c if letter::closes_bracket(c) => true,
            '”' | '’' if wide => true,
            // An opening quote is not followed by a space.
            '"' if behind_space => next.is_none_or(char::is_whitespace),
            c if letter::closes_quote(c) => {
                // Right after a stop a straight one closes, but where no space parts the sentences.
                let opens = letter::opens_quote(c) && (wide || !matches!(c, '"' | '\''));
                !(behind_space || opens && (wide || next.is_some_and(letter::is_alphanumeric)))
            }
            ' ' => continue,
            _ => false,
        };
        if !closes {
            break;
        }
        end = marks.end + offset + c.len_utf8();
    }
    Stop { marks, end }
}

fn is_spaced_dot(text: &str) -> bool {
    text.strip_prefix('.').is_some_and(|rest| !rest.starts_with(|c: char| c == '.' || letter::is_alphanumeric(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_in(language: &str, text: &str, expected: &[&str]) {
        let found: Vec<_> = sentences(text, language).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        check_in("und", text, expected);
    }

    #[test]
    fn cuts() {
        check("It rained. The harbour closed!", &["It rained.", "The harbour closed!"]);
        check("وصلت السفن. هل تعود؟ نعم.", &["وصلت السفن.", "هل تعود؟", "نعم."]);
        check("港口重开。渡轮来了！", &["港口重开。", "渡轮来了！"]);
        check("जहाज़ आए। लोग लौटे।", &["जहाज़ आए।", "लोग लौटे।"]);
        check("Он сказал: «Да.» Потом ушёл.", &["Он сказал: «Да.»", "Потом ушёл."]);
    }

    #[test]
    fn cuts_where_uax_29_does_not() {
        check("It closed in 2024. 17 ships left at once.", &["It closed in 2024.", "17 ships left at once."]);
        check("When? - In May. - Why?", &["When?", "- In May.", "- Why?"]);
        check_in(
            "zh",
            "他说：“港口重开。”船来了。“很好”是他的话。",
            &["他说：“港口重开。”", "船来了。", "“很好”是他的话。"],
        );
        check_in("en", "I live in the U.S. How about you?", &["I live in the U.S.", "How about you?"]);
        check_in("ru", "Порт открыт в 2010 г. Суда пришли.", &["Порт открыт в 2010 г.", "Суда пришли."]);
        check_in("en", "1. The quay 2. The gate", &["1. The quay", "2. The gate"]);
        check_in("el", "Ήρθαν τα πλοία; Ναι.", &["Ήρθαν τα πλοία;", "Ναι."]);
        let thai = "เรือกลับเข้าท่าเรือตั้งแต่เช้าวันจันทร์หลังจากที่ท่าเรือปิดซ่อมแซมมานานกว่าสองปีเต็มเพราะพายุลูกใหญ่พัดเข้าชายฝั่ง ชาวประมงดีใจ";
        assert_eq!(sentences(thai, "th").len(), 2);
    }

    #[test]
    fn spares() {
        check("Dr. Tamsin Orrel of St. Brann came.", &["Dr. Tamsin Orrel of St. Brann came."]);
        check("J. K. Marr paid 3.5 million.", &["J. K. Marr paid 3.5 million."]);
        check("It fell by 2.5 p.m. today.", &["It fell by 2.5 p.m. today."]);
        check("", &[]);
    }

    #[test]
    fn spares_what_uax_29_cuts() {
        let whole = |language, text: &str| check_in(language, text, &[text]);
        whole("de", "Der Hafen öffnet am 18. Oktober mit Dr. Orrel wieder.");
        whole("de", "Es gibt Fähren, z. B. Autofähren, und Kähne.");
        whole("en", "The U.S. Government paid Marr & Co. at noon.");
        whole("en", "She asked \"Is it open?\" and left (oops!) at once.");
        whole("fr", "M. Orrel et Mme Marr sont venus.");
        whole("pl", "Spotkanie przy ul. Portowej o godz. 10 otworzy prof. Orrel.");
        whole("tr", "\"Liman açık mı?\" diye sordu.");
        whole("ja", "「港は開いた。」と彼は話した。");
        whole("ar", "قال (رئيس المرفأ. سابقا) إن الميناء مفتوح.");
    }

    #[test]
    fn questions() {
        for text in ["Why? ", "لماذا؟", "为什么？", "Γιατί;", "Πού είναι το Tarn;", "Ποῖος ἦλθε\u{37E}"]
        {
            assert!(asks(text), "{text}");
        }
        for text in ["The first quay;", "рейсы до марта;", "&nbsp;", "push({});", "Why? Because.", "Ήρθαν.", ";", ""]
        {
            assert!(!asks(text), "{text}");
        }
    }

    #[test]
    fn thai_of_one_clause_is_one_sentence() {
        assert_eq!(sentences("เรือกลับมา 2 ลำ แล้ว", "th").len(), 1);
    }
}
