//! A picture's caption that stands in the text like a paragraph: known, and marked as what it is.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::{Page, Proposal, catalogue};
use crate::language::{fold, sentence};
use crate::plan::{Action, Reason};

static AGENCIES: LazyLock<HashSet<String>> = LazyLock::new(|| catalogue::keys(include_str!("agency.tsv")).collect());

/// Captions stand first or under their picture; a bracketed agency elsewhere ends a dateline or a quotation.
const LOOK_AT: usize = 3;
const CONFIDENCE: f32 = 0.9;

pub fn find(page: &Page) -> Vec<Proposal> {
    (page.story.iter().enumerate())
        .filter(|(place, i)| {
            let block = &page.blocks[**i];
            (*place < LOOK_AT || block.after_media) && is_caption(&block.text)
        })
        .map(|(_, &i)| Proposal {
            action: Action::Caption,
            ..Proposal::hide(i, Reason::Caption, "caption.credit", CONFIDENCE)
        })
        .collect()
}

/// One sentence that ends in a bracketed credit, with no text after it.
fn is_caption(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '۔' | '।' | '。'));
    let Some(open) = text.rfind(['(', '（', '[']) else { return false };
    let Some(credit) = text[open..].strip_suffix([')', '）', ']']) else { return false };
    let credit = credit.trim_start_matches(['(', '（', '[']);
    let before = text[..open].trim_end();
    !before.is_empty() && sentence::sentences(before, "und").len() == 1 && is_credit(credit)
}

/// A credit names an agency or a kind of picture in one of its parts, as a whole: `غيتي/صورة أرشيفية`, `Photo: AFP`.
fn is_credit(credit: &str) -> bool {
    /// Credits are names; longer brackets are remarks.
    const MAX_CHARS: usize = 60;
    credit.chars().count() <= MAX_CHARS
        && credit
            .split(['/', '|', ',', '،', ':', '：', '-', '–', '—', '・', '、'])
            .any(|part| AGENCIES.contains(&fold::key(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fires() {
        for text in [
            "تعاونت المدينتان على مر السنين، لا سيما في الميناء (غيتي/صورة أرشيفية)",
            "The harbour of Tarn at dawn (AFP/Getty Images)",
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
            "The minister came. The harbour reopened on Monday (AFP)",
            "(AFP)",
            "Порт открыт (и надолго)",
        ] {
            assert!(!is_caption(text), "{text}");
        }
    }
}
