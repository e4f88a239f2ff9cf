//! Scores sentences, parts, language id and summary on the data of `../shared`, natively and in seconds, and times them.
//!
//! ```text
//! cargo bench --features html --bench text -- sentences [--show SET]
//! cargo bench --features html --bench text -- sections
//! cargo bench --features html --bench text -- roles             # numbers of paragraphs, for roles.py
//! cargo bench --features html --bench text -- newsroom          # parts, for ../shared/cases/newsroom/score.py
//! cargo bench --features html --bench text -- summary < STORIES       # ranks, for ../shared/bench/text/eval_summ.py
//! cargo bench --features html --bench text -- features < STORIES      # numbers, for train.py
//! ```
//!
//! The measures are those of `../shared/bench/text`: boundary F1 over characters that are no space; ROUGE-1 and ROUGE-2 (F)
//! over words of letters, marks and digits, a token for each Han and Kana character.
#![allow(missing_docs, reason = "a program")]

use std::io::Read;
use std::path::{Path, PathBuf};

use serde_json::Value;

mod roles;
mod sections;
mod sentences;
mod summary;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let Some(data) = data() else {
        println!("skipped: no ../shared");
        return;
    };
    let show = arguments.iter().position(|argument| argument == "--show").and_then(|at| arguments.get(at + 1));
    match arguments.first().map(String::as_str) {
        Some("sentences") => sentences::score(&data, show.map(String::as_str)),
        Some("sections") => sections::score(&data),
        Some("roles") => roles::features(),
        Some("newsroom") => roles::newsroom(),
        Some("summary") => summary::rank(),
        Some("features") => summary::features(),
        _ => println!("usage: sentences [--show SET] | sections | roles | newsroom | summary | features"),
    }
}

fn data() -> Option<PathBuf> {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    data.exists().then_some(data)
}

/// The rows of a compressed file of JSON lines.
fn rows(path: &Path) -> Vec<Value> {
    let file = std::fs::File::open(path).expect("a data file");
    let mut text = String::new();
    flate2::read::GzDecoder::new(file).read_to_string(&mut text).expect("gzip of UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

/// The texts of an array.
fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}
