//! The labelled pages of `../shared/data/extraction` and `../shared/cases/newsroom`.

use std::collections::HashMap;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// A page and what is known of its story.
#[derive(Deserialize)]
pub struct Row {
    pub id: String,
    #[serde(default)]
    pub file: String,
    #[serde(default)]
    pub url: Option<String>,
    pub gt: Truth,
    #[serde(skip)]
    pub html: String,
}

/// What is known: the body's text, or segments that must and must not be in it.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Truth {
    Text(String),
    Segments { with: Vec<String>, without: Vec<String> },
}

#[derive(Deserialize)]
struct Gold {
    body: Vec<String>,
}

/// All sets, in the order of the table.
pub const SETS: [&str; 15] = [
    "scrapinghub",
    "pseudoar",
    "fundus",
    "wcxb",
    "daniel",
    "zhnews",
    "zhmix",
    "mozilla",
    "trafieval",
    "mcloud",
    "newspapertx",
    "omnivorefx",
    "postlightfx",
    "rtlmini",
    "newsroom",
];
/// What `../shared/bench/variants/variants.py` writes of each page: the same story by other signs.
pub const VARIANTS: [&str; 6] = ["nometa", "hash", "soup", "br", "all", "short"];

/// The shared folder, where there is one.
pub fn shared() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared");
    path.is_dir().then_some(path)
}

/// The pages of a set.
pub fn load(shared: &Path, set: &str) -> Vec<Row> {
    if set == "newsroom" {
        return newsroom(&shared.join("cases/newsroom/dev"));
    }
    let folder = shared.join("data/extraction").join(set);
    let index = fs::read_to_string(folder.join("index.json")).expect("the set's index");
    let mut rows: Vec<Row> = serde_json::from_str(&index).expect("a list of pages");
    for row in &mut rows {
        let packed = fs::File::open(folder.join(format!("{}.gz", row.file))).expect("the page");
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(packed).read_to_end(&mut bytes).expect("gzip");
        row.html = String::from_utf8_lossy(&bytes).into_owned();
    }
    rows
}

/// The pages of a set as one of its variants, from the folder that `variants.py` wrote; none where it has none.
pub fn variant(shared: &Path, folder: &Path, set: &str, variant: &str) -> Vec<Row> {
    #[derive(Deserialize)]
    struct Short {
        id: String,
        gt: String,
    }
    if !folder.join(set).is_dir() {
        return Vec::new();
    }
    let mut rows = load(shared, set);
    if variant == "short" {
        let index = fs::read_to_string(folder.join(set).join("short.json")).unwrap_or_else(|_| "[]".to_owned());
        let short: Vec<Short> = serde_json::from_str(&index).expect("a list of pages");
        let mut truths: HashMap<String, String> = short.into_iter().map(|row| (row.id, row.gt)).collect();
        rows.retain_mut(|row| truths.remove(&row.id).map(|gt| row.gt = Truth::Text(gt)).is_some());
    }
    rows.retain_mut(|row| {
        let page = fs::read_to_string(folder.join(set).join(variant).join(format!("{}.html", row.id)));
        page.map(|html| row.html = html).is_ok()
    });
    rows
}

fn newsroom(folder: &Path) -> Vec<Row> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("the newsroom")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .collect();
    names.sort();
    (names.into_iter())
        .filter_map(|id| {
            let html = fs::read_to_string(folder.join(&id).join("page.html")).ok()?;
            let gold: Gold =
                serde_json::from_str(&fs::read_to_string(folder.join(&id).join("gold.json")).ok()?).ok()?;
            let url = Some(format!("https://{id}.example/story"));
            Some(Row { id, file: String::new(), url, gt: Truth::Text(gold.body.join("\n\n")), html })
        })
        .collect()
}

/// The fold of a page among so many: pages of one site are in one fold.
pub fn fold(set: &str, row: &Row, folds: usize) -> usize {
    let host = row.url.as_deref().and_then(|url| url.split("://").nth(1)).and_then(|rest| rest.split('/').next());
    let site = match host {
        Some(host) if !matches!(set, "mozilla" | "zhmix") && !host.contains("archive.org") => {
            let parts: Vec<&str> = host.split('.').collect();
            let keep = if parts.len() > 2 && parts[parts.len() - 2].len() <= 3 { 3 } else { 2 };
            parts[parts.len().saturating_sub(keep)..].join(".")
        }
        _ => row.id.clone(),
    };
    let hash = zubda::language::lexicon::Print::EMPTY.with(&site).whole();
    ((hash >> 20) % folds as u64) as usize
}

/// Runs a task for each row on all cores, keeping their order.
pub fn parallel<T: Send>(rows: &[Row], task: impl Fn(&Row) -> T + Sync) -> Vec<T> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = std::sync::atomic::AtomicUsize::new(0);
    let mut done: HashMap<usize, T> = HashMap::new();
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                scope.spawn(|| {
                    let mut own = Vec::new();
                    loop {
                        let i = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
                        let Some(row) = rows.get(i) else { return own };
                        own.push((i, task(row)));
                    }
                })
            })
            .collect();
        for worker in workers {
            done.extend(worker.join().expect("no panic"));
        }
    });
    (0..rows.len()).map(|i| done.remove(&i).expect("done")).collect()
}
