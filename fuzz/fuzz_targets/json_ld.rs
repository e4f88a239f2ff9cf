//! JSON-LD beside a story: text that may be JSON, and JSON that may be schema.org's.
#![no_main]

use arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;
use zubda_fuzz::{STORY, holds::page_holds, with_json_ld, words};

const FIELDS: [&str; 24] = [
    "@type",
    "@graph",
    "@id",
    "headline",
    "name",
    "articleBody",
    "description",
    "author",
    "publisher",
    "datePublished",
    "dateModified",
    "url",
    "image",
    "mainEntity",
    "mainEntityOfPage",
    "itemListElement",
    "item",
    "hasPart",
    "articleSection",
    "keywords",
    "inLanguage",
    "isAccessibleForFree",
    "wordCount",
    "logo",
];
const WORDS: [&str; 12] = [
    "NewsArticle",
    "BlogPosting",
    "Article",
    "WebSite",
    "Product",
    "ItemList",
    "Person",
    "2025-05-06T07:08:09+03:00",
    "https://news.example/a",
    "The harbour reopened on Monday",
    "en",
    "ar",
];

fuzz_target!(|data: &[u8]| {
    let mut u = Unstructured::new(data);
    if let Ok(json) = json(&mut u) {
        page_holds(with_json_ld(&json));
    }
});

fn json(u: &mut Unstructured) -> Result<String> {
    if u.arbitrary()? {
        return Ok(String::from_utf8_lossy(u.bytes(u.len())?).into_owned());
    }
    let mut json = value(u, 0)?.to_string();
    // What pages put around it and into it.
    match u.int_in_range(0..=5)? {
        0 => json = format!("<!-- {json} -->"),
        1 => json = format!("//<![CDATA[\n{json};\n//]]>"),
        2 => json = json.replace(' ', "\n"),
        3 => json.truncate(json.floor_char_boundary(u.int_in_range(0..=json.len())?)),
        _ => {}
    }
    Ok(json)
}

fn value(u: &mut Unstructured, depth: usize) -> Result<Value> {
    const MAX_DEPTH: usize = 16;
    Ok(match u.int_in_range(if depth < MAX_DEPTH { 0..=9 } else { 4..=9 })? {
        0 | 1 | 2 => {
            let count = u.int_in_range(0..=5)?;
            Value::Object(
                (0..count)
                    .map(|_| Ok(((*u.choose(&FIELDS)?).to_owned(), value(u, depth + 1)?)))
                    .collect::<Result<_>>()?,
            )
        }
        3 => Value::Array((0..u.int_in_range(0..=4)?).map(|_| value(u, depth + 1)).collect::<Result<_>>()?),
        4 => words(u)?.into(),
        5 => STORY.concat().into(),
        6 => u.arbitrary::<f64>()?.into(),
        7 => Value::Null,
        _ => (*u.choose(&WORDS)?).into(),
    })
}
