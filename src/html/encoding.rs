//! Decodes the bytes of saved pages, of which the older ones are often not in UTF-8.

use std::borrow::Cow;
use std::sync::LazyLock;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, ISO_2022_JP, UTF_8};
use regex::bytes::Regex;

/// How far browsers look for a declared encoding; see "prescan a byte stream" in the HTML standard.
const PRESCAN_BYTES: usize = 1_024;

/// The text of a page. Its encoding is the one that its byte order mark tells; UTF-8, if it is valid UTF-8; the one
/// that the page declares; or the one that its bytes look most like. What cannot be decoded becomes U+FFFD.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let declared = declared(&bytes[..bytes.len().min(PRESCAN_BYTES)]);
    let encoding = match Encoding::for_bom(bytes) {
        Some((encoding, _)) => encoding,
        // ISO-2022-JP has ASCII bytes alone, and so is always valid UTF-8.
        None if declared == Some(ISO_2022_JP) => ISO_2022_JP,
        None if std::str::from_utf8(bytes).is_ok() => UTF_8,
        None => declared.unwrap_or_else(|| guess(bytes)),
    };
    encoding.decode(bytes).0
}

/// `charset=` of a `<meta>`.
static CHARSET: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r#"(?i-u)charset\s*=\s*["']?([\w.:-]+)"#).expect("a pattern that the tests use"));

fn declared(head: &[u8]) -> Option<&'static Encoding> {
    let label = CHARSET.captures(head)?.get(1)?;
    Encoding::for_label(label.as_bytes()).map(Encoding::output_encoding)
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new();
    detector.feed(bytes, true);
    detector.guess(None, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{SHIFT_JIS, UTF_16LE, WINDOWS_1256};

    #[track_caller]
    fn check(bytes: &[u8], expected: &str) {
        assert_eq!(decode(bytes), expected);
    }

    #[test]
    fn utf_8_is_believed_before_what_the_page_declares() {
        check("<meta charset=windows-1256>خبر".as_bytes(), "<meta charset=windows-1256>خبر");
        check(b"\xEF\xBB\xBFnews", "news");
    }

    #[test]
    fn a_declared_encoding_is_used() {
        for page in ["<meta charset='windows-1256'>أعلن", "<meta content=\"text/html; charset = cp1256\">أعلن"]
        {
            check(&WINDOWS_1256.encode(page).0, page);
        }
        let page = "<meta charset=iso-2022-jp>新聞";
        check(&ISO_2022_JP.encode(page).0, page);
    }

    #[test]
    fn an_undeclared_encoding_is_guessed() {
        let arabic = "<p>أعلن الميناء اليوم أن السفن تعود إلى الرصيف القديم بعد أعمال دامت ثلاثة أشهر</p>";
        check(&WINDOWS_1256.encode(arabic).0, arabic);
        let japanese = "<p>港は三か月の工事を終えて月曜日に再開し、二隻の船が正午前に入った。</p>";
        check(&SHIFT_JIS.encode(japanese).0, japanese);
    }

    #[test]
    fn what_no_encoding_explains_loses_no_more_than_itself() {
        check(b"<meta charset=utf-8>a\xFFb", "<meta charset=utf-8>a\u{FFFD}b");
        let mut wide = vec![0xFF, 0xFE];
        wide.extend("خبر".encode_utf16().flat_map(u16::to_le_bytes));
        assert_eq!(Encoding::for_bom(&wide).map(|found| found.0), Some(UTF_16LE));
        check(&wide, "خبر");
    }
}
