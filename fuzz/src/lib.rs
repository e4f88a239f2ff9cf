//! Bytes of the fuzzer made into what Zubda is asked about.

use arbitrary::{Result, Unstructured};
use zubda::snapshot::Columns;

#[path = "../../tests/properties/holds.rs"]
pub mod holds;
#[path = "../../tests/properties/pages.rs"]
pub mod pages;

use pages::{ATTRIBUTES, Node, PIECES, Step, TAGS, VALUES};

const MAX_STEPS: usize = 400;
const MAX_PIECES: usize = 80;

/// Pieces of words, and at times letters of any kind.
pub fn words(u: &mut Unstructured) -> Result<String> {
    let mut words = String::new();
    for _ in 0..u.int_in_range(1..=MAX_PIECES)? {
        if u.is_empty() {
            break;
        }
        match PIECES.get(usize::from(u.arbitrary::<u8>()?)) {
            Some(piece) => words.push_str(piece),
            None => words.extend(u.arbitrary::<char>()),
        }
        if u.ratio(3, 4)? {
            words.push(' ');
        }
    }
    Ok(words)
}

/// The columns of a page that holds together.
pub fn page(u: &mut Unstructured) -> Result<Columns> {
    let title = words(u)?;
    let mut steps = Vec::new();
    while !u.is_empty() && steps.len() < MAX_STEPS {
        steps.push(Step { close: u.int_in_range(0..=3)?, node: node(u)?, flags: u.int_in_range(0..=15)? });
    }
    let mut columns = pages::columns(&steps, title);
    columns.url =
        (*u.choose(&["", "https://news.example/2025/05/a-story", "https://news.example/", "🦉:"])?).to_owned();
    columns.language = (*u.choose(&["", "en", "ar", "zh-Hant", "🦉"])?).to_owned();
    Ok(columns)
}

fn node(u: &mut Unstructured) -> Result<Node> {
    if u.arbitrary()? {
        return Ok(Node::Text(words(u)?));
    }
    let tag = u.choose_index(TAGS.len())?;
    let count = u.int_in_range(0..=3)?;
    let attribute = |u: &mut Unstructured| Ok((u.choose_index(ATTRIBUTES.len())?, u.choose_index(VALUES.len())?));
    Ok(Node::Element(tag, (0..count).map(|_| attribute(u)).collect::<Result<_>>()?))
}

/// A story, and JSON-LD in its head.
pub fn with_json_ld(json: &str) -> Columns {
    let kind = VALUES.iter().position(|value| *value == "application/ld+json").expect("a value");
    let name = ATTRIBUTES.iter().position(|name| *name == "type").expect("an attribute");
    let tag = |name: &str| TAGS.iter().position(|tag| *tag == name).expect("a tag");
    let step = |close, node| Step { close, node, flags: 0 };
    let mut steps =
        vec![step(0, Node::Element(tag("script"), vec![(name, kind)])), step(0, Node::Text(json.to_owned()))];
    for text in STORY {
        steps.extend([step(1, Node::Element(tag("p"), Vec::new())), step(0, Node::Text(text.to_owned()))]);
    }
    pages::columns(&steps, "The harbour reopened on Monday".to_owned())
}

/// Long enough to be a story, with a leftover of most kinds.
pub const STORY: [&str; 8] = [
    "[ad_1] The harbour of Tarn reopened on Monday after two years of repairs, and the first ferries came in before noon.",
    "“We are three weeks early,” said Nora Hale, who runs the port, “and nobody is more surprised than I am.”. .",
    "Advertisement",
    "Six ships a week will call at the eastern quay at first, and ten before the summer ends, the port said on Tuesday.",
    "Read more: The quay that nobody wanted",
    "The quay had been shut since a winter storm in 2024 &amp; goods went by road from the next harbour, a day away.",
    "Twelve hundred people work in the port. Half of them had been sent home while the work on the quay went on. [ad_2]",
    "Source:",
];
