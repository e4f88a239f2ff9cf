//! What paragraphs of news do: numbers for `roles.py`, and the parts of `../shared/cases/newsroom` for its `score.py`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use zubda::plan::ParagraphKind;
use zubda::{Options, clean, html, training};

/// Writes the numbers of the paragraphs of each story whose roles are known, with their roles.
pub fn features() {
    seed();
    for page in pages() {
        let gold: Value =
            serde_json::from_str(&fs::read_to_string(page.join("gold.json")).expect("a file")).expect("JSON");
        let kinds = super::texts(&gold["kinds"]);
        let body: Vec<(usize, String, ParagraphKind)> =
            (super::texts(&gold["body"]).into_iter().zip(&kinds).enumerate())
                .filter(|(_, (_, kind))| !kind.starts_with('h'))
                .map(|(i, (text, kind))| (i, text, self::kind(kind)))
                .collect();
        let roles: Vec<&Value> = body.iter().map(|(i, _, _)| &gold["roles"][i]).collect();
        let paragraphs: Vec<(String, ParagraphKind)> =
            body.iter().map(|(_, text, kind)| (text.clone(), *kind)).collect();
        let rows = training::roles(&paragraphs, gold["lang"].as_str().unwrap_or_default(), gold["published"].as_str());
        println!("{}", json!({ "id": gold["id"], "roles": roles, "rows": rows }));
    }
}

/// The article that began the project; where it allows two roles, the one that its words speak for.
fn seed() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/seed/expected.json");
    let Ok(text) = fs::read_to_string(file) else { return };
    let expected: Value = serde_json::from_str(&text).expect("JSON");
    let paragraphs: Vec<(String, ParagraphKind)> =
        super::texts(&expected["kept"]).into_iter().map(|text| (text, ParagraphKind::Paragraph)).collect();
    let mut roles = vec![String::new(); paragraphs.len()];
    for part in expected["roles"].as_array().into_iter().flatten() {
        let role = match part["role"].as_str().unwrap_or_default() {
            "statements" => "statement",
            "context or what is next" => "outlook",
            role => role.split(' ').next().unwrap_or_default(),
        };
        for paragraph in part["paragraphs"].as_array().into_iter().flatten().filter_map(Value::as_u64) {
            role.clone_into(&mut roles[paragraph as usize]);
        }
    }
    let rows = training::roles(&paragraphs, "ar", Some("2025-01-13"));
    println!("{}", json!({ "id": "seed", "roles": roles, "rows": rows }));
}

fn kind(name: &str) -> ParagraphKind {
    match name {
        "li" => ParagraphKind::Item,
        "table-row" => ParagraphKind::Row,
        "quote" => ParagraphKind::Quote,
        _ => ParagraphKind::Paragraph,
    }
}

/// Writes each page's story, parts and summary.
pub fn newsroom() {
    for page in pages() {
        let text = fs::read_to_string(page.join("page.html")).expect("a file");
        let plan = clean(&html::snapshot(&text, "https://news.example/story"), &Options::default());
        let sections: Vec<Value> = (plan.sections.iter())
            .map(|s| json!({ "role": s.role, "label": s.label, "from": s.paragraphs.0, "to": s.paragraphs.1 - 1 }))
            .collect();
        let summary: Vec<String> =
            plan.summary.into_iter().flat_map(|summary| summary.sentences).map(|sentence| sentence.text).collect();
        let id = page.file_name().and_then(|name| name.to_str());
        println!("{}", json!({ "id": id, "text": plan.text, "sections": sections, "summary": summary }));
    }
}

fn pages() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/cases/newsroom/dev");
    let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
    let mut pages: Vec<PathBuf> =
        entries.map(|entry| entry.path()).filter(|path| path.join("gold.json").exists()).collect();
    pages.sort();
    pages
}
