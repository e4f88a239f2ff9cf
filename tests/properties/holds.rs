//! What every plan keeps to, whatever the page or the text. For the properties and the fuzz targets.

use zubda::plan::Range;
use zubda::snapshot::{Columns, Snapshot};
use zubda::{Options, Plan, analyze_sentences, analyze_text, clean};

/// All that can be asked for, with what `keep` and `never` say left to the caller.
pub fn all() -> Options {
    Options { sentences: true, ..Options::default() }
}

/// A page, and the same page once more; nothing where the columns make none.
pub fn page_holds(columns: Columns) {
    let texts = texts(&columns);
    let Ok(snapshot) = Snapshot::new(columns) else { return };
    let plan = clean(&snapshot, &all());
    let texts = texts.expect("the lengths of a page add up");
    holds_together(&plan, texts.len());
    holds_in_place(&plan, &texts);
    assert_eq!(plan, clean(&snapshot, &all()), "deterministic");
}

/// Plain text.
pub fn text_holds(text: &str, title: &str) {
    let plan = analyze_text(text, &all(), Some(title), None);
    let texts = texts_of_text(text);
    holds_together(&plan, texts.len());
    holds_in_place(&plan, &texts);
}

/// Sentences that are given are kept as they are.
pub fn sentences_hold(paragraphs: &[Vec<String>]) {
    let plan = analyze_sentences(paragraphs, &all(), None, None);
    holds_together(&plan, 1);
    let given = paragraphs.iter().flatten();
    let found = plan.sentences.iter().flatten().map(|sentence| &sentence.text);
    assert!(given.eq(found), "{paragraphs:?} became {:?}", plan.sentences);
}

/// The data of each node; `None` where the lengths do not add up to the text.
fn texts(columns: &Columns) -> Option<Vec<Vec<u16>>> {
    let units: Vec<u16> = columns.text.encode_utf16().collect();
    let mut at = 0;
    let mut cut = |length: u32| {
        let start = at;
        at += length as usize;
        units.get(start..at).map(<[u16]>::to_vec)
    };
    columns.length.iter().map(|length| cut(*length)).collect()
}

/// The nodes of [`Snapshot::from_text`]: the root, then for each paragraph an element and its text.
fn texts_of_text(text: &str) -> Vec<Vec<u16>> {
    let mut paragraphs = vec![String::new()];
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            paragraphs.push(String::new());
        } else {
            paragraphs.last_mut().expect("the first").push_str(line);
        }
    }
    let mut texts = vec![Vec::new()];
    for paragraph in paragraphs.iter().map(|paragraph| paragraph.trim()).filter(|paragraph| !paragraph.is_empty()) {
        texts.extend([Vec::new(), paragraph.encode_utf16().collect()]);
    }
    texts
}

/// What ranges hold; fails where one is not of a text node, empty, too long, or splits a letter in two.
fn held(ranges: &[Range], texts: &[Vec<u16>]) -> String {
    let mut held = String::new();
    for range in ranges {
        let data = &texts[range.node.0 as usize];
        assert!(range.start < range.end && range.end as usize <= data.len(), "{range:?} of {}", data.len());
        held += &String::from_utf16(&data[range.start as usize..range.end as usize]).expect("no letter split in two");
    }
    held
}

/// A text as its ranges hold it: without white space, which is folded, and without what an edit puts in the page's place.
fn of_ranges(text: &str, plan: &Plan) -> String {
    let text = without_space(text);
    plan.edits
        .iter()
        .filter(|edit| !edit.replacement.is_empty())
        .fold(text, |text, edit| text.replace(&edit.replacement, ""))
}

fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// What every plan keeps to.
pub fn holds_together(plan: &Plan, nodes: usize) {
    let Some(article) = &plan.article else {
        assert!(plan.declined.is_some());
        assert_eq!(*plan, Plan::declined(plan.declined.expect("a reason")));
        return;
    };
    assert!(plan.declined.is_none());
    assert!((article.node.0 as usize) < nodes && article.minutes >= 1);
    assert!(article.source.iter().all(|source| (source.node.0 as usize) < nodes));
    let paragraphs: Vec<&str> = plan.paragraphs.iter().map(|p| p.text.as_str()).collect();
    assert_eq!(plan.text, paragraphs.join("\n\n"));
    assert!(plan.paragraphs.iter().all(|p| (p.node.0 as usize) < nodes));

    let mut next = 0;
    for (place, section) in plan.sections.iter().enumerate() {
        assert!(section.paragraphs.0 == next && section.paragraphs.1 > next, "sections partition the story");
        assert!((2..=6).contains(&section.level));
        assert!(plan.paragraphs[next..section.paragraphs.1].iter().all(|p| p.section == place));
        next = section.paragraphs.1;
    }
    assert_eq!(next, paragraphs.len());

    for edit in &plan.edits {
        assert!((edit.node.0 as usize) < nodes && (0.0..=1.0).contains(&edit.confidence) && !edit.rule.is_empty());
    }
    for sentence in plan.summary.iter().flat_map(|summary| &summary.sentences) {
        assert!(paragraphs[sentence.paragraph].contains(&sentence.text), "a summary is verbatim");
    }
    let sentences = plan.sentences.as_ref().expect("asked for");
    let mut ranks: Vec<usize> = sentences.iter().map(|sentence| sentence.rank).collect();
    ranks.sort_unstable();
    assert!(ranks.into_iter().eq(0..sentences.len()));
    for sentence in sentences {
        let paragraph: Vec<u16> = paragraphs[sentence.paragraph].encode_utf16().collect();
        let slice = &paragraph[sentence.start as usize..sentence.end as usize];
        assert_eq!(String::from_utf16(slice).expect("no letter split in two"), sentence.text);
    }
}

/// Every range holds what it says it holds.
fn holds_in_place(plan: &Plan, texts: &[Vec<u16>]) {
    assert!(plan.paragraphs.iter().all(|paragraph| !paragraph.text.trim().is_empty()));
    for edit in plan.edits.iter().filter(|edit| !edit.ranges.is_empty()) {
        assert_eq!(edit.node, edit.ranges[0].node);
        assert_eq!(without_space(&held(&edit.ranges, texts)), without_space(&edit.text));
    }
    let summary = plan.summary.iter().flat_map(|summary| &summary.sentences);
    let shown = summary.map(|sentence| (&sentence.text, &sentence.ranges));
    let every = plan.sentences.iter().flatten().map(|sentence| (&sentence.text, &sentence.ranges));
    for (text, ranges) in shown.chain(every) {
        assert_eq!(of_ranges(&held(ranges, texts), plan), of_ranges(text, plan));
    }
}
