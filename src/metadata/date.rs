//! Dates written for people: digits in the order that their place and separators tell, months by name in many languages.

use std::sync::LazyLock;

use crate::language::lexicon::{Lexicon, Print, packed};
use crate::language::{fold, letter};

/// Stems of the months' names, of `languages/*/months.tsv`.
static MONTHS: LazyLock<Lexicon> = packed!("months.bin");

/// A piece of a date as it is read.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Piece {
    Number { value: u32, digits: u32 },
    Month(u32),
}

/// The first whole date in a short text, as `YYYY-MM-DD`, with `THH:MM` where a time of day stands near it.
///
/// Of 03/04/2026 the day is the first number, as in all of the world but one country; where the second is over twelve it
/// is the day.
pub fn find(text: &str) -> Option<String> {
    // A year has four digits, and most lines have none.
    if text.chars().filter(|c| fold::digit(*c).is_some()).take(4).count() < 4 {
        return None;
    }
    let pieces = pieces(text);
    let (year, month, day) = (0..pieces.len()).find_map(|at| whole(&pieces[at..]))?;
    let time = time(text).map(|(hour, minute)| format!("T{hour:02}:{minute:02}")).unwrap_or_default();
    Some(format!("{year:04}-{month:02}-{day:02}{time}"))
}

/// A date as a page's data states it, as ISO 8601; `None` where it is none.
///
/// Whole dates are kept as they are as far as they hold, with their time and zone; a year or a month alone too. Seconds or
/// milliseconds since 1970 and dates written for people are told in it.
pub fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == text.len() && matches!(digits, 10 | 13) {
        let seconds: i64 = text[..10].parse().ok()?;
        let (year, month, day) = civil(seconds.div_euclid(86_400));
        let (hour, minute) = (seconds.rem_euclid(86_400) / 3_600, seconds.rem_euclid(3_600) / 60);
        return Some(format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}Z"));
    }
    let number = |range: std::ops::Range<usize>| text.get(range).and_then(|part| part.parse::<u32>().ok());
    if let (4, Some(year)) = (digits, number(0..4).filter(|year| (1900..2100).contains(year))) {
        let month = number(5..7).filter(|month| text.as_bytes()[4] == b'-' && (1..=12).contains(month));
        if text.len() == 4 || text.len() == 7 && month.is_some() {
            return Some(text.to_owned());
        }
        let month_day = text.get(..10).filter(|_| text.as_bytes()[7] == b'-').and_then(find);
        if let Some(date) = month_day.filter(|date| date.starts_with(&format!("{year:04}-")) && month.is_some()) {
            return Some(date + &clock(&text[10..]));
        }
        if month.is_some() {
            return None;
        }
    }
    // Without separators: 20260304, 20260304T1530.
    if digits == 8 {
        return find(&format!("{}-{}-{}", &text[..4], &text[4..6], &text[6..8]));
    }
    find(text)
}

/// The time of day after a date, and its zone, as far as they hold.
fn clock(text: &str) -> String {
    let rest = text.trim_start_matches(['T', 't', ' ']);
    let time = rest.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.')).count();
    let (time, zone) = rest.split_at(time);
    let time = time.trim_end_matches(['.', ':']);
    if time.len() < 5 || time.as_bytes()[2] != b':' || self::time(time).is_none() {
        return String::new();
    }
    let zone = zone.trim_start();
    let offset = zone.bytes().skip(1).take_while(|byte| byte.is_ascii_digit() || *byte == b':').count();
    let zone = match zone.bytes().next() {
        Some(b'Z' | b'z') => "Z",
        Some(b'+' | b'-') if matches!(offset, 2 | 4 | 5) => &zone[..=offset],
        _ => "",
    };
    format!("T{time}{zone}")
}

/// The year, month and day of so many days since the first of January 1970 (Hinnant, "chrono-compatible low-level date
/// algorithms").
fn civil(days: i64) -> (u32, u32, u32) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    ((year + era * 400 + i64::from(month <= 2)) as u32, month as u32, day as u32)
}

/// The days that ISO dates lie apart; `None` where one is no whole date.
pub fn days_apart(one: &str, other: &str) -> Option<u32> {
    let day = |date: &str| -> Option<i64> {
        let number = |range: std::ops::Range<usize>| date.get(range)?.parse::<i64>().ok();
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        Some(365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day)
    };
    u32::try_from((day(one)? - day(other)?).abs()).ok()
}

/// Years of the solar Hijri calendar that Iran and Afghanistan count: 1921 to 2042. The lunar one has left them behind.
const SOLAR_YEARS: std::ops::Range<u32> = 1300..1421;

/// The date of a day of the solar Hijri calendar, whose leap years come eight in thirty-three.
fn solar(year: u32, month: u32, day: u32) -> (u32, u32, u32) {
    let (year, month, day) = (i64::from(year) + 1_595, i64::from(month), i64::from(day));
    let before = if month < 7 { (month - 1) * 31 } else { (month - 7) * 30 + 186 };
    // Counted from the first of January of the year 0.
    let days = 365 * year + year / 33 * 8 + (year % 33 + 3) / 4 + before + day - 355_668;
    civil(days - 719_528)
}

/// How many days a month of that calendar has.
fn solar_days(year: u32, month: u32) -> u32 {
    match month {
        1..=6 => 31,
        12 if solar(year, 12, 30) == solar(year + 1, 1, 1) => 29,
        _ => 30,
    }
}

fn whole(pieces: &[Piece]) -> Option<(u32, u32, u32)> {
    use Piece::{Month, Number};
    let (year, month, day) = match *pieces {
        [Number { value: year, digits: 4 }, Number { value: month, .. }, Number { value: day, .. }, ..]
        | [Number { value: year, digits: 4 }, Month(month), Number { value: day, .. }, ..]
        | [Number { value: day, .. }, Month(month), Number { value: year, digits: 4 }, ..]
        | [Month(month), Number { value: day, .. }, Number { value: year, digits: 4 }, ..] => (year, month, day),
        [Number { value: first, .. }, Number { value: second, .. }, Number { value: year, digits: 4 }, ..] => {
            if second > 12 { (year, first, second) } else { (year, second, first) }
        }
        _ => return None,
    };
    // Buddhist years, as Thai pages count.
    let year = if (2500..2700).contains(&year) { year - 543 } else { year };
    let is_solar =
        SOLAR_YEARS.contains(&year) && (1..=12).contains(&month) && (1..=solar_days(year, month)).contains(&day);
    let (year, month, day) = if is_solar { solar(year, month, day) } else { (year, month, day) };
    ((1900..2100).contains(&year) && (1..=days(year, month)).contains(&day)).then_some((year, month, day))
}

/// How many days a month has; no month that is none has any.
fn days(year: u32, month: u32) -> u32 {
    // Of the years up to 2100, every fourth but 1900.
    let is_leap = year.is_multiple_of(4) && year > 1900;
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    }
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if fold::digit(c).is_some() {
            let end = rest.find(|c: char| fold::digit(c).is_none()).unwrap_or(rest.len());
            let digits = rest[..end].chars().count() as u32;
            let value = rest[..end].chars().filter_map(fold::digit).take(8).fold(0, |value, digit| value * 10 + digit);
            // A time of day is no part of the date.
            let timed = rest[end..].starts_with([':', '：']);
            rest = &rest[end..];
            if timed {
                rest = rest.trim_start_matches(|c: char| fold::digit(c).is_some() || matches!(c, ':' | '：'));
            } else if digits <= 4 {
                found.push(Piece::Number { value, digits });
            }
        } else if letter::is_alphabetic(c) {
            let end = rest.find(|c: char| !(letter::is_alphabetic(c) || is_joined(c))).unwrap_or(rest.len());
            let two = rest[end..]
                .trim_start()
                .find(|c: char| !letter::is_alphabetic(c))
                .map_or(rest.len(), |more| rest.len() - rest[end..].trim_start().len() + more);
            // Two words first: "كانون الثاني" is no "كانون الأول".
            if let Some(month) = month(&rest[..two]).or_else(|| month(&rest[..end])) {
                found.push(Piece::Month(month));
            }
            rest = &rest[end..];
        } else {
            rest = &rest[c.len_utf8()..];
        }
    }
    found
}

fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{900}'..='\u{DFF}' | '\u{E30}'..='\u{E4E}' | '\u{64B}'..='\u{652}')
}

fn month(word: &str) -> Option<u32> {
    /// Letters of the longest stem.
    const LONGEST: usize = 16;
    let (mut print, mut letter) = (Print::EMPTY, [0; 4]);
    let mut longest = 0;
    for c in fold::key(word).chars().take(LONGEST) {
        print = print.with(c.encode_utf8(&mut letter));
        match MONTHS.at(print) {
            0 => {}
            month => longest = month,
        }
    }
    (longest > 0).then_some(longest as u32)
}

/// The first time of day, in hours and minutes.
fn time(text: &str) -> Option<(u32, u32)> {
    let (at, colon) = text
        .char_indices()
        .find(|(at, c)| matches!(c, ':' | '：') && text[..*at].ends_with(|c| fold::digit(c).is_some()))?;
    let digits = |text: &mut dyn Iterator<Item = char>| -> Vec<u32> { text.map_while(fold::digit).take(3).collect() };
    let mut hour = digits(&mut text[..at].chars().rev());
    hour.reverse();
    let minute = digits(&mut text[at + colon.len_utf8()..].chars());
    let value = |digits: &[u32]| digits.iter().fold(0, |value, digit| value * 10 + digit);
    let (hours, minutes) = (value(&hour), value(&minute));
    (hour.len() <= 2 && minute.len() == 2 && hours < 24 && minutes < 60).then_some((hours, minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_many_languages() {
        for (text, date) in [
            ("15 de abril de 2024 - 19:05", "2024-04-15T19:05"),
            ("April 3, 2026", "2026-04-03"),
            ("Published 21.10.2024 09:18", "2024-10-21T09:18"),
            ("10/25/2024", "2024-10-25"),
            ("2024年10月21日 9:18", "2024-10-21T09:18"),
            ("26 مايو 2024", "2024-05-26"),
            ("٣ كانون الأول ٢٠٢٤", "2024-12-03"),
            ("7 كانون الثاني 2024", "2024-01-07"),
            ("22 באוגוסט 2024", "2024-08-22"),
            ("12 марта 2024, 12:15", "2024-03-12T12:15"),
            ("3. März 2026", "2026-03-03"),
            ("2 Ekim 2024", "2024-10-02"),
            ("१९ जून २०२४", "2024-06-19"),
            ("5 sierpnia 2023", "2023-08-05"),
            ("5. července 2023", "2023-07-05"),
            ("19 มิถุนายน 2567", "2024-06-19"),
        ] {
            assert_eq!(find(text).as_deref(), Some(date), "{text}");
        }
    }

    #[test]
    fn a_day_that_its_month_does_not_have_is_none() {
        for (text, date) in [
            ("31 January 2026", Some("2026-01-31")),
            ("28 February 2026", Some("2026-02-28")),
            ("29 February 2026", None),
            ("31 فبراير 2026", None),
            ("29 février 2024", Some("2024-02-29")),
            ("29. Februar 2000", Some("2000-02-29")),
            ("29 лютого 1900", None),
            ("30.04.2026", Some("2026-04-30")),
            ("31.04.2026", None),
            ("2026年6月31日", None),
            ("31/09/2026", None),
            ("31-11-2026", None),
            ("31-12-2026", Some("2026-12-31")),
            ("0 January 2026", None),
            ("32 January 2026", None),
        ] {
            assert_eq!(find(text).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn no_date() {
        for text in ["9:18", "612 kg in 2024", "40 of 86 in 2", "May I ask 20 questions", "١٠ أسئلة", ""] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn years_and_places_of_numbers() {
        for (text, date) in [
            ("3 March 1899", None),
            ("3 March 1900", Some("1900-03-03")),
            ("3 March 2099", Some("2099-03-03")),
            ("3 March 2100", None),
            ("3 มีนาคม 2499", None),
            ("3 มีนาคม 2500", Some("1957-03-03")),
            ("3 มีนาคม 2642", Some("2099-03-03")),
            ("3 มีนาคม 2700", None),
            // Of two numbers that may be months the first is the day.
            ("03/12/2026", Some("2026-12-03")),
            ("12/03/2026", Some("2026-03-12")),
            ("12/13/2026", Some("2026-12-13")),
            ("13/13/2026", None),
            ("0/3/2026", None),
            ("3/0/2026", None),
            ("2026-3-4", Some("2026-03-04")),
            ("2026 March 4", Some("2026-03-04")),
            ("10:30 March 2026", None),
            ("4 March 26", None),
            ("4 March 02026", None),
            // The first whole date, whatever numbers stand before it.
            ("12 boats, 3 quays, 4 March 2026", Some("2026-03-04")),
            ("No. 77012 of 4 March 2026", Some("2026-03-04")),
            ("4 March 2026, 5 April 2027", Some("2026-03-04")),
        ] {
            assert_eq!(find(text).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn times_of_day() {
        for (time, expected) in [
            ("9:05", "T09:05"),
            ("23:59", "T23:59"),
            ("09：30", "T09:30"),
            ("٢١:٣٠", "T21:30"),
            ("10:30:15", "T10:30"),
            ("0:00", "T00:00"),
            ("24:00", ""),
            ("10:60", ""),
            ("9:5", ""),
            ("123:45", ""),
            ("9:185", ""),
            ("at: 9", ""),
        ] {
            let date = format!("2026-03-04{expected}");
            assert_eq!(find(&format!("4 March 2026 {time}")), Some(date.clone()), "{time}");
            assert_eq!(find(&format!("{time} 4 March 2026")), Some(date), "{time}");
        }
    }

    #[test]
    fn months_of_several_words_and_signs() {
        for (text, date) in [
            ("5 सितंबर 2024", "2024-09-05"),
            ("5 दिसंबर 2024", "2024-12-05"),
            ("5 फरवरी 2024", "2024-02-05"),
            ("৫ ফেব্রুয়ারি ২০২৪", "2024-02-05"),
            ("5 พฤศจิกายน 2567", "2024-11-05"),
            ("5 تشرين الأول 2024", "2024-10-05"),
            ("5 تشرين الثاني 2024", "2024-11-05"),
            ("5 كانُون الثاني 2024", "2024-01-05"),
            ("5 Mayıs 2024", "2024-05-05"),
            ("5 maja 2024", "2024-05-05"),
            ("5 junho de 2024", "2024-06-05"),
        ] {
            assert_eq!(find(text).as_deref(), Some(date), "{text}");
        }
    }
}

#[cfg(test)]
mod iso_tests {
    use super::*;

    #[test]
    fn what_pages_state_is_iso_or_none() {
        for (text, expected) in [
            ("2026-03-04", Some("2026-03-04")),
            ("2026-03-04T05:06:07.123Z", Some("2026-03-04T05:06:07.123Z")),
            ("2026-03-04 05:06:07", Some("2026-03-04T05:06:07")),
            ("2026-03-04 05:06 +0300", Some("2026-03-04T05:06+0300")),
            ("2026-03-04T05:06:07+02:00CET", Some("2026-03-04T05:06:07+02:00")),
            ("2026-03-04T", Some("2026-03-04")),
            ("2026-03-04T99:00", Some("2026-03-04")),
            ("2026", Some("2026")),
            ("2026-03", Some("2026-03")),
            ("20260304", Some("2026-03-04")),
            ("1762513252000", Some("2025-11-07T11:00Z")),
            ("1762513252", Some("2025-11-07T11:00Z")),
            ("November 20, 2026 13:42", Some("2026-11-20T13:42")),
            ("Tue, 20 Oct 2026 10:00:00 +0200", Some("2026-10-20T10:00")),
            ("٢٠ مايو ٢٠٢٦", Some("2026-05-20")),
            ("2026年3月4日", Some("2026-03-04")),
            ("0001-01-01", None),
            ("2026-13-04", None),
            ("12345", None),
            ("ਕੱਲ੍ਹ", None),
            ("", None),
        ] {
            assert_eq!(iso(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn the_solar_hijri_calendar() {
        for (text, expected) in [
            ("۱۳۹۹/۰۲/۲۱", Some("2020-05-10")),
            ("2 تير 1399 - 12:09", Some("2020-06-22T12:09")),
            ("۱۳ اردیبهشت ۱۴۰۳", Some("2024-05-02")),
            ("۱ فروردین ۱۴۰۰", Some("2021-03-21")),
            ("۳۰ اسفند ۱۳۹۹", Some("2021-03-20")),
            ("۳۱ شهریور ۱۴۰۰", Some("2021-09-22")),
            // Days that their months do not have.
            ("۳۱ مهر ۱۴۰۰", None),
            ("۳۰ اسفند ۱۴۰۰", None),
            // Lunar years.
            ("1447/09/15", None),
        ] {
            assert_eq!(find(text).as_deref(), expected, "{text}");
        }
        assert_eq!(days_apart("2026-03-01", "2026-02-28T23:00Z"), Some(1));
        assert_eq!(days_apart("2026-01-01", "2025-12-31"), Some(1));
        assert_eq!(days_apart("2026", "2025-12-31"), None);
    }
}
