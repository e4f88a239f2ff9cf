//! What every plan keeps to, whatever the page or the text. For the properties and the fuzz targets.

use std::collections::BTreeSet;

use zubda::plan::{Action, Edit, Range, Reason};
use zubda::snapshot::{Columns, Snapshot};
use zubda::{Options, Plan, analyze_sentences, analyze_text, clean};

/// All that can be asked for, with what `keep` and `never` say left to the caller.
pub fn all() -> Options {
    Options { sentences: true, ..Options::default() }
}

/// A page, and the same page once more; nothing where the columns make none.
pub fn page_holds(columns: Columns) {
    if Snapshot::new(columns.clone()).is_err() {
        return;
    }
    let page = Page::of(&columns);
    let said = without_space(&columns.text).len();
    let snapshot = Snapshot::new(columns).expect("a page, as before");
    let plan = clean(&snapshot, &all());
    holds_together(&plan, page.texts.len());
    holds_in_place(&plan, &page.texts);
    for edit in &plan.edits {
        assert!(page.spares(edit), "touches what is shown as code or written: {edit:?}");
        assert!(page.says_what_goes(edit), "does not say what goes: {edit:?}");
    }
    let goes: usize = plan.edits.iter().map(|edit| without_space(&edit.text).len()).sum();
    assert!(goes <= said, "all edits together say no more than the page does");
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

/// What the properties know of a page by themselves, for each of its nodes.
pub struct Page {
    /// The data of a text node.
    pub texts: Vec<Vec<u16>>,
    /// One past its subtree.
    ends: Vec<usize>,
    /// Text that is not shown, and a program's.
    unseen: Vec<bool>,
    program: Vec<bool>,
    /// In or at what is shown as code, filled in or written by the reader.
    protected: Vec<bool>,
    /// A field for an address.
    asks: Vec<bool>,
    /// Text that may be a control of a heading: in a link or a button.
    pressed: Vec<bool>,
    heading: Vec<bool>,
}

impl Page {
    pub fn of(columns: &Columns) -> Self {
        const HIDDEN: u8 = 1;
        const EDITABLE: u8 = 8;
        const PROTECTED: [&str; 6] = ["pre", "code", "kbd", "samp", "form", "textarea"];
        /// What stands in these is no text of the page.
        const OPAQUE: [&str; 5] = ["script", "style", "svg", "iframe", "textarea"];
        let nodes = columns.tag.len();
        let mut attributes = vec![Vec::new(); nodes];
        let values = cut(&columns.attribute_text, &columns.attribute_length);
        for ((node, name), value) in columns.attribute_node.iter().zip(&columns.attribute_name).zip(values) {
            let value = String::from_utf16(&value).expect("a value");
            attributes[*node as usize].push((columns.names[usize::from(*name)].as_str(), value));
        }
        let mut page = Self {
            texts: cut(&columns.text, &columns.length),
            ends: (1..=nodes).collect(),
            unseen: vec![false; nodes],
            program: vec![false; nodes],
            protected: vec![false; nodes],
            asks: vec![false; nodes],
            pressed: vec![false; nodes],
            heading: vec![false; nodes],
        };
        let mut opaque = vec![false; nodes];
        let name = |node: usize| columns.tag[node].checked_sub(1).map_or("", |name| &columns.names[usize::from(name)]);
        for node in 0..nodes {
            let parent = columns.parent[node] as usize;
            page.program[node] = name(parent) == "script";
            let name = name(node);
            let says = |known: &str, is: fn(&str) -> bool| attributes[node].iter().any(|(a, v)| *a == known && is(v));
            let written = !name.is_empty() && columns.flags[node] & EDITABLE != 0;
            let editable = written || says("contenteditable", |value| value != "false");
            page.protected[node] = page.protected[parent] || PROTECTED.contains(&name) || editable;
            page.pressed[node] = page.pressed[parent] || matches!(name, "a" | "button");
            page.heading[node] = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
            page.asks[node] = name == "input" && says("type", |value| value == "email");
            opaque[node] = opaque[parent] || OPAQUE.contains(&name);
            page.unseen[node] = opaque[node] || name.is_empty() && columns.flags[parent] & HIDDEN != 0;
        }
        for node in (1..nodes).rev() {
            let parent = columns.parent[node] as usize;
            page.ends[parent] = page.ends[parent].max(page.ends[node]);
        }
        page
    }

    /// Nothing within what is shown as code, filled in or written is touched; but a box that asks for an address goes as a whole,
    /// and so does an advertisement's by its network's name.
    pub fn spares(&self, edit: &Edit) -> bool {
        let node = edit.node.0 as usize;
        if edit.ranges.is_empty() {
            let asks = edit.reason == Reason::Promotion && (node..self.ends[node]).any(|node| self.asks[node]);
            asks || edit.reason == Reason::AdSlot || !self.protected[node]
        } else {
            edit.ranges.iter().all(|range| !self.protected[range.node.0 as usize])
        }
    }

    /// What an element that goes shows is what its edit says, but for the controls of its headings; an advertisement's says
    /// what is hidden already, too.
    pub fn says_what_goes(&self, edit: &Edit) -> bool {
        let unsaid = if edit.reason == Reason::AdSlot { &self.program } else { &self.unseen };
        let within = edit.node.0 as usize..self.ends[edit.node.0 as usize];
        let titled = within.clone().any(|node| self.heading[node]);
        let shown = within.filter(|node| !unsaid[*node]).map(|node| {
            let text = without_space(&String::from_utf16(&self.texts[node]).expect("whole letters"));
            (text, titled && self.pressed[node])
        });
        let is_whole = edit.ranges.is_empty() && edit.action == Action::Hide;
        !is_whole || is_all_of(&without_space(&edit.text), &shown.collect::<Vec<_>>())
    }
}

/// Whether a text is these pieces one after the other; those that may be left out are marked.
fn is_all_of(text: &str, pieces: &[(String, bool)]) -> bool {
    let mut read = BTreeSet::from([0]);
    for (piece, may_lack) in pieces {
        let further = read.iter().filter(|at| text[**at..].starts_with(piece.as_str())).map(|at| at + piece.len());
        let further: Vec<usize> = further.collect();
        if !may_lack {
            read.clear();
        }
        read.extend(further);
    }
    read.contains(&text.len())
}

/// A text by its pieces' lengths.
fn cut(text: &str, lengths: &[u32]) -> Vec<Vec<u16>> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut at = 0;
    let mut piece = |length: &u32| {
        let start = at;
        at += *length as usize;
        units[start..at].to_vec()
    };
    lengths.iter().map(&mut piece).collect()
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

/// A text but for what shows nothing at a paragraph's edge: white space, and what has no width.
fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '\u{200b}' | '\u{feff}')).collect()
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
