//! Pages that tell a story for sure, with leftovers among its paragraphs and within its sentences, many of them in places
//! where nothing may be touched.

use zubda::snapshot::Columns;

use super::pages::units;

/// Sentences, with letters of two UTF-16 units, right-to-left, combining and unspaced ones among them.
pub const SENTENCES: [&str; 12] = [
    "The harbour of Tarn reopened on Monday, and two ferries came in before noon.",
    "“We are early,” said Nora Hale, who runs the port 🦉, “and nobody is more surprised.”",
    "𝔗𝔥𝔢 𝔬𝔩𝔡 quay had been shut since a winter storm 👩‍👩‍👧 two years ago.",
    "Six ships a week will call at first, and ten before the summer ends.",
    "أعلنت الهيئة يوم الاثنين أن الميناء عاد إلى العمل بعد عامين من الإصلاح 🚢.",
    "وقال المدير إن كِتَابَ الرحلات امتلأ حتى نهاية الصيف.",
    "הנמל נפתח ביום שני, ושתי מעבורות נכנסו לפני הצהריים 🦀.",
    "港口星期一重新开放，𠮷田船长说他没有想到这么快。",
    "वे बोले कि घाट पर अब छह जहाज़ हर हफ़्ते आएँगे।",
    "Le quai était fermé depuis la tempe\u{302}te, dit-elle, et l’on allait par la route.",
    "ตลาดริมท่าเรือเปิดตั้งแต่เช้า และคนมากกว่าที่คิด",
    "\u{202b}کشتی نخست «🦢» نام داشت و هفتاد نفر در آن بودند.\u{202c}",
];

/// What pages leave in their stories.
pub const LEFTOVERS: [&str; 22] = [
    "[ad_1]",
    "[ad_2] 🦉 [ad_1]",
    "[caption id=\"7\"]𝔈[/caption]",
    "[vc_row]",
    "Advertisement",
    "إعلان",
    "Реклама",
    "広告",
    ". .",
    "”. .",
    "&amp; 𝔤𝔬𝔬𝔡𝔰 &quot;",
    "Read more: The quay that nobody wanted 🦆",
    "اقرأ أيضا: الرصيف الذي لم يرده أحد",
    "Follow us on Facebook",
    "Subscribe to our newsletter",
    "اشترك في نشرتنا البريدية",
    "Share on Facebook Twitter",
    "(adsbygoogle = window.adsbygoogle || []).push({});",
    "The post The harbour reopens appeared first on Tarn Post.",
    "All rights reserved.",
    "Source:",
    "A ferry at the quay. Photo: Nora Hale",
];

/// What stands around a line: a tag, an attribute with its value, and flags. The first nine may not be touched.
pub const AROUND: [(&str, &str, &str, u8); 18] = [
    ("pre", "", "", 0),
    ("code", "", "", 0),
    ("kbd", "", "", 0),
    ("samp", "", "", 0),
    ("form", "", "", 0),
    ("div", "contenteditable", "true", 0),
    ("div", "contenteditable", "", 0),
    ("div", "", "", EDITABLE),
    ("span", "", "", EDITABLE),
    ("div", "contenteditable", "false", 0),
    ("div", "", "", 0),
    ("div", "class", "ad-slot", 0),
    ("ins", "class", "adsbygoogle", 0),
    ("a", "href", "https://doubleclick.net/click", 0),
    ("figure", "", "", 0),
    ("blockquote", "", "", 0),
    ("span", "", "", HIDDEN),
    ("aside", "", "", 0),
];

/// What stands beside a line in its box.
pub const BESIDE: [(&str, &str, &str, u8); 7] = [
    ("input", "type", "email", 0),
    ("input", "type", "text", 0),
    ("textarea", "", "", 0),
    ("ins", "class", "adsbygoogle", 0),
    ("img", "", "", 0),
    ("br", "", "", 0),
    ("div", "", "", EDITABLE),
];

const HIDDEN: u8 = 1;
const EDITABLE: u8 = 8;
const LINES: [&str; 5] = ["p", "div", "li", "h3", "figcaption"];
const INLINE: [&str; 6] = ["", "", "span", "em", "a", "code"];

/// One line of the page: what stands around it, its element, what stands beside it, and its pieces: each a sentence or a
/// leftover, with the inline element that it stands in.
#[derive(Clone, Debug)]
pub struct Line {
    pub around: Vec<usize>,
    pub tag: usize,
    pub beside: Vec<usize>,
    pub pieces: Vec<(usize, usize)>,
}

/// A page of lines, a plain paragraph before and after them.
pub fn page(lines: &[Line]) -> Columns {
    let mut draft = Draft::new();
    let plain = |draft: &mut Draft| {
        draft.open("p", "", "", 0);
        draft.text(SENTENCES[0]);
        draft.text(SENTENCES[3]);
        draft.close();
    };
    plain(&mut draft);
    for line in lines {
        for &around in &line.around {
            let (tag, attribute, value, flags) = AROUND[around % AROUND.len()];
            draft.open(tag, attribute, value, flags);
        }
        draft.open(LINES[line.tag % LINES.len()], "", "", 0);
        for &(piece, inline) in &line.pieces {
            let tag = INLINE[inline % INLINE.len()];
            if !tag.is_empty() {
                draft.open(tag, "", "", 0);
            }
            let piece = piece % (SENTENCES.len() + LEFTOVERS.len());
            draft.text(SENTENCES.get(piece).or_else(|| LEFTOVERS.get(piece - SENTENCES.len())).expect("a piece"));
            if !tag.is_empty() {
                draft.close();
            }
        }
        draft.close();
        for &beside in &line.beside {
            let (tag, attribute, value, flags) = BESIDE[beside % BESIDE.len()];
            draft.open(tag, attribute, value, flags);
            draft.close();
        }
        line.around.iter().for_each(|_| draft.close());
    }
    plain(&mut draft);
    draft.columns
}

/// A chain of elements, each inside of the one before it, with a story in the innermost: its text lies `depth` below the root.
pub fn chain(depth: usize, tag: &str) -> Columns {
    let mut draft = Draft::new();
    for _ in 0..depth - 2 {
        draft.open(tag, "", "", 0);
    }
    for sentences in SENTENCES[..4].chunks(2) {
        draft.open("p", "", "", 0);
        draft.text(&sentences.join(" "));
        draft.close();
    }
    draft.columns
}

/// A page that is being written.
struct Draft {
    columns: Columns,
    open: Vec<u32>,
}

impl Draft {
    fn new() -> Self {
        let columns = Columns { title: "Harbour of Tarn reopens".to_owned(), ..Columns::default() };
        let mut draft = Self { columns, open: Vec::new() };
        draft.open("article", "", "", 0);
        draft
    }

    fn name(&mut self, name: &str) -> u16 {
        let names = &mut self.columns.names;
        let place = names.iter().position(|known| known == name);
        place.unwrap_or_else(|| {
            names.push(name.to_owned());
            names.len() - 1
        }) as u16
    }

    fn push(&mut self, tag: u16, flags: u8, length: u32) -> u32 {
        self.columns.parent.push(self.open.last().copied().unwrap_or_default());
        self.columns.tag.push(tag);
        self.columns.flags.push(flags);
        self.columns.length.push(length);
        self.columns.tag.len() as u32 - 1
    }

    fn open(&mut self, tag: &str, attribute: &str, value: &str, flags: u8) {
        let tag = self.name(tag) + 1;
        let id = self.push(tag, flags, 0);
        if !attribute.is_empty() {
            let name = self.name(attribute);
            self.columns.attribute_node.push(id);
            self.columns.attribute_name.push(name);
            self.columns.attribute_length.push(units(value));
            self.columns.attribute_text.push_str(value);
        }
        self.open.push(id);
    }

    fn close(&mut self) {
        self.open.pop();
    }

    fn text(&mut self, text: &str) {
        const SPACE_BEFORE: u8 = 4;
        self.push(0, SPACE_BEFORE, units(text));
        self.columns.text.push_str(text);
    }
}
