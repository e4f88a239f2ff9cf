//! Pages made of steps: whatever the steps, the columns that come of them hold together. For the properties and the fuzz
//! targets.

use zubda::snapshot::Columns;

/// Bits of words and of what breaks them.
pub const PIECES: [&str; 48] = [
    "The harbour reopened on Monday",
    "she said",
    "two ferries",
    "Dr. Ames",
    "e.g. this",
    "Advertisement",
    "[ad_1]",
    "[caption id=\"7\"]x[/caption]",
    "Source:",
    "Read more",
    ". .",
    "..",
    ".",
    "!",
    "?",
    ",",
    "“",
    "”",
    "\"",
    "«",
    "»",
    "أعلنت الهيئة يوم الاثنين",
    "وقال المدير إن",
    "إعلان",
    "المصدر",
    "،",
    "؟",
    "كِتَابٌ",
    "کتابخانه‌ها",
    "שלום עולם",
    "״",
    "百年书店重新开门。",
    "「海」と話す。",
    "गांव ने कहा।",
    "ตลาดน้ำ",
    "🦉🦉",
    "𝔈𝔲𝔩𝔢",
    "👩‍👩‍👧",
    "e\u{301}\u{302}\u{303}",
    "\u{202e}abc\u{202c}",
    "\u{feff}",
    "\u{a0}",
    "\u{3000}",
    "\n",
    "\t",
    " ",
    "&amp;",
    "\0",
];
pub const TAGS: [&str; 40] = [
    "div",
    "p",
    "span",
    "a",
    "article",
    "section",
    "h1",
    "h2",
    "ul",
    "li",
    "blockquote",
    "table",
    "tr",
    "td",
    "pre",
    "code",
    "figure",
    "figcaption",
    "img",
    "br",
    "ins",
    "aside",
    "nav",
    "header",
    "footer",
    "form",
    "textarea",
    "button",
    "script",
    "style",
    "svg",
    "iframe",
    "amp-ad",
    "em",
    "strong",
    "ruby",
    "rt",
    "time",
    "title",
    "meta",
];
pub const ATTRIBUTES: [&str; 12] = [
    "class",
    "id",
    "href",
    "role",
    "itemprop",
    "content",
    "property",
    "name",
    "lang",
    "type",
    "style",
    "contenteditable",
];
pub const VALUES: [&str; 14] = [
    "",
    "ad-slot",
    "adsbygoogle",
    "article-body",
    "https://news.example/a",
    "headline",
    "articleBody",
    "og:title",
    "ar",
    "application/ld+json",
    "wp-caption-text",
    "true",
    "{\"@type\":\"NewsArticle\",\"headline\":\"𝔈\"}",
    "إعلان",
];

/// One node to come: how many open elements to close before it, and what it is.
#[derive(Clone, Debug)]
pub struct Step {
    pub close: usize,
    pub node: Node,
    pub flags: u8,
}

#[derive(Clone, Debug)]
pub enum Node {
    Element(usize, Vec<(usize, usize)>),
    Text(String),
}

/// The flag of what a reader may write in.
const EDITABLE: u8 = 8;

pub fn columns(steps: &[Step], title: String) -> Columns {
    let names = TAGS.iter().chain(&ATTRIBUTES).map(ToString::to_string).collect();
    let mut columns =
        Columns { names, title, tag: vec![1], parent: vec![0], flags: vec![0], length: vec![0], ..Columns::default() };
    let mut open = vec![0_u32];
    for step in steps {
        open.truncate(open.len().saturating_sub(step.close).max(1));
        let id = columns.tag.len() as u32;
        columns.parent.push(open[open.len() - 1]);
        match &step.node {
            Node::Text(text) => {
                columns.tag.push(0);
                // Elements alone carry the other flags.
                columns.flags.push(step.flags & 4);
                columns.length.push(units(text));
                columns.text.push_str(text);
            }
            Node::Element(tag, attributes) => {
                columns.tag.push(*tag as u16 + 1);
                columns.flags.push(if step.flags < 4 || step.flags == EDITABLE { step.flags } else { step.flags & 4 });
                columns.length.push(0);
                for (name, value) in attributes {
                    columns.attribute_node.push(id);
                    columns.attribute_name.push((TAGS.len() + name) as u16);
                    columns.attribute_length.push(units(VALUES[*value]));
                    columns.attribute_text.push_str(VALUES[*value]);
                }
                open.push(id);
            }
        }
    }
    columns
}

pub fn units(text: &str) -> u32 {
    text.encode_utf16().count() as u32
}
