//! The golden pages, and a plan as a person reads it; for the native tests and for those in the browsers.

use std::fmt::Write;

use serde_json::Value;

/// Hands the names of all golden pages to a macro.
macro_rules! golden_pages {
    ($then:ident) => {
        $then! {
            arabic_blog,
            arabic_declaration,
            arabic_in_english_template,
            chinese_portal,
            english_components,
            english_front_page,
            english_live_table,
            english_spared,
            french_table_layout,
            german_emoji,
            hebrew_bare_text,
            hindi_amp,
            japanese_ruby,
            persian_breaks,
            russian_microdata,
            thai_lists,
        }
    };
}

/// A plan, as it crosses the wire, in readable text.
pub fn text(plan: &Value) -> String {
    let mut out = String::new();
    let article = &plan["article"];
    if article.is_null() {
        return format!("declined: {}", word(&plan["declined"]));
    }
    for (field, value) in [
        ("title", &article["title"]),
        ("byline", &article["byline"]),
        ("published", &article["published"]),
        ("site", &article["site"]),
        ("source", &article["source"]["text"]),
        ("source's link", &article["source"]["url"]),
    ] {
        let _ = writeln!(out, "{field}: {}", word(value));
    }
    let (language, direction) = (word(&article["language"]), word(&article["direction"]));
    let _ = writeln!(out, "{language} {direction}, {} words, {} min", article["words"], article["minutes"]);
    let paragraphs = list(&plan["paragraphs"]);
    for section in list(&plan["sections"]) {
        let label = section["label"].as_str().map(|label| format!(" \"{label}\"")).unwrap_or_default();
        let _ = writeln!(out, "\n== {}{label} (level {})", word(&section["role"]), section["level"]);
        let bound = |i: usize| section["paragraphs"][i].as_u64().and_then(|i| usize::try_from(i).ok()).unwrap_or(0);
        for paragraph in &paragraphs[bound(0)..bound(1)] {
            let _ = writeln!(out, "[{}] {}", word(&paragraph["kind"]), word(&paragraph["text"]));
        }
    }
    out.push_str("\n== edits\n");
    for edit in list(&plan["edits"]) {
        let part = if list(&edit["ranges"]).is_empty() { "" } else { " part" };
        let confidence = edit["confidence"].as_f64().unwrap_or_default();
        let _ = writeln!(
            out,
            "{}{part}, {}, {} {confidence:.2}: {}",
            word(&edit["action"]),
            word(&edit["reason"]),
            word(&edit["rule"]),
            word(&edit["text"])
        );
    }
    out.push_str("\n== summary\n");
    for sentence in list(&plan["summary"]["sentences"]) {
        let _ = writeln!(out, "- {}", word(&sentence["text"]));
    }
    out
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or("-")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
