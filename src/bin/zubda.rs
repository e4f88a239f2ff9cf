//! Cleans saved news pages on the command line: many at once, each answered for.

use std::fs;
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Component, Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use indicatif::ProgressBar;
use rayon::prelude::*;
use serde::Serialize;
use zubda::options::Summary;
use zubda::plan::Declined;
use zubda::{Options, Plan, Snapshot, html, render};

/// Cleans news articles: the story of each page as text, Markdown, HTML or JSON.
///
/// Ends with 0 where every file is an article, with 1 where some file is none, with 2 where some file could not be read or
/// written. Each such file is named on standard error; the others are cleaned all the same.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// Saved pages; standard input where there are none, or for `-`.
    files: Vec<PathBuf>,
    /// What to write.
    #[arg(short, long, value_enum, default_value_t = Format::Text)]
    to: Format,
    /// Read the names of more files from this file, one a line; `-` for standard input.
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,
    /// Write each story to a file of its own under this folder, in place of standard output.
    #[arg(short, long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Put a summary of at most so many sentences on top; 0 for none. JSON has one of 3 unless told.
    #[arg(short, long, value_name = "SENTENCES", value_parser = clap::value_parser!(u8).range(0..=20))]
    summary: Option<u8>,
    /// The files are plain text, their paragraphs parted by blank lines.
    #[arg(long)]
    plain: bool,
    /// The address that the page was saved from.
    #[arg(long, default_value = "")]
    url: String,
    /// How many files to clean at once; one for each processor unless told.
    #[arg(short, long, default_value_t = 0, hide_default_value = true)]
    jobs: usize,
    /// No progress bar, and no word on files that are no article.
    #[arg(short, long)]
    quiet: bool,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Format {
    Text,
    Markdown,
    Html,
    /// One line for each file: the plan, and `file`; or `file` and `error`.
    Json,
}

impl Format {
    fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Json => "json",
        }
    }
}

/// What came of one file.
struct Outcome {
    /// What the program ends with, were this the only file.
    code: u8,
    /// What is to be written; `None` for nothing.
    text: Option<String>,
    /// What is to be said on standard error.
    word: Option<String>,
}

/// How many files are cleaned before the first of them is written: enough to keep every processor at work, and few
/// enough to be held in memory.
const BATCH: usize = 256;
const STANDARD_STREAM: &str = "-";
const NO_ARTICLE: u8 = 1;
const FAILED: u8 = 2;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    // If this pool cannot be made, the default one is used.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(arguments.jobs).build_global();
    match run(&arguments) {
        Ok(code) => ExitCode::from(code),
        // Whoever reads the output has closed it, which is no error.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("zubda: {error}");
            ExitCode::from(FAILED)
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<u8> {
    let files = files(arguments)?;
    let many = files.len() > 1;
    let bar = if many && !arguments.quiet && io::stderr().is_terminal() {
        ProgressBar::new(files.len() as u64)
    } else {
        ProgressBar::hidden()
    };
    let mut code = 0;
    let mut first = true;
    for batch in files.chunks(BATCH) {
        let outcomes: Vec<Outcome> = batch
            .par_iter()
            .map(|file| {
                let outcome = clean(file, arguments);
                bar.inc(1);
                outcome
            })
            .collect();
        for (file, mut outcome) in batch.iter().zip(outcomes) {
            if let Some(text) = &outcome.text {
                let heading = (many && arguments.to != Format::Json)
                    .then(|| format!("{}==> {} <==\n", if first { "" } else { "\n" }, file.display()));
                first = false;
                match &arguments.output {
                    None => bar.suspend(|| print(heading.as_deref().unwrap_or_default(), text))?,
                    Some(folder) => {
                        if let Err(error) = save(&place(folder, file, arguments.to), text) {
                            outcome.code = FAILED;
                            outcome.word = Some(error.to_string());
                        }
                    }
                }
            }
            if let Some(word) = outcome.word.filter(|_| outcome.code == FAILED || !arguments.quiet) {
                bar.suspend(|| eprintln!("zubda: {}: {word}", file.display()));
            }
            code = code.max(outcome.code);
        }
    }
    bar.finish_and_clear();
    Ok(code)
}

fn files(arguments: &Arguments) -> io::Result<Vec<PathBuf>> {
    let mut files = arguments.files.clone();
    if let Some(list) = &arguments.files_from {
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", list.display()));
        let names = String::from_utf8(read(list).map_err(named)?).map_err(io::Error::other)?;
        files.extend(names.lines().filter(|name| !name.is_empty()).map(PathBuf::from));
    } else if files.is_empty() {
        files.push(PathBuf::from(STANDARD_STREAM));
    }
    Ok(files)
}

fn clean(file: &Path, arguments: &Arguments) -> Outcome {
    let (snapshot, plan) = match read(file) {
        Ok(bytes) => plan(&bytes, arguments),
        Err(error) => {
            let word = error.to_string();
            let text = (arguments.to == Format::Json).then(|| json(&Line::Failed { file, error: &word }));
            return Outcome { code: FAILED, text, word: Some(word) };
        }
    };
    let text = match arguments.to {
        Format::Json => Some(json(&Line::Read { file, plan: &plan })),
        _ if plan.article.is_none() => None,
        Format::Text => Some(text(&plan)),
        Format::Markdown => Some(render::markdown(&snapshot, &plan)),
        Format::Html => Some(render::html(&snapshot, &plan)),
    };
    match plan.declined {
        None => Outcome { code: 0, text, word: None },
        Some(why) => Outcome { code: NO_ARTICLE, text, word: Some(format!("no article ({})", name(why))) },
    }
}

fn plan(bytes: &[u8], arguments: &Arguments) -> (Snapshot, Plan) {
    let summary = match arguments.summary {
        Some(0) => Summary::Off,
        Some(sentences) => Summary::Sentences(usize::from(sentences)),
        None if arguments.to == Format::Json => Summary::default(),
        None => Summary::Off,
    };
    // Links and emphasis are found by the sentences that they stand in.
    let sentences = matches!(arguments.to, Format::Markdown | Format::Html);
    let options = Options { summary, sentences, ..Options::default() };
    let text = html::decode(bytes);
    if arguments.plain {
        (Snapshot::from_text(&text, "", ""), zubda::analyze_text(&text, &options, None, None))
    } else {
        let snapshot = html::snapshot(&text, &arguments.url);
        let plan = zubda::clean(&snapshot, &options);
        (snapshot, plan)
    }
}

fn text(plan: &Plan) -> String {
    let summary: String =
        plan.summary.iter().flat_map(|summary| &summary.sentences).map(|s| format!("• {}\n", s.text)).collect();
    let between = if summary.is_empty() { "" } else { "\n" };
    format!("{summary}{between}{}\n", plan.text)
}

#[derive(Serialize)]
#[serde(untagged)]
enum Line<'a> {
    Read {
        file: &'a Path,
        #[serde(flatten)]
        plan: &'a Plan,
    },
    Failed {
        file: &'a Path,
        error: &'a str,
    },
}

fn json(line: &Line) -> String {
    // A path that is not Unicode cannot be written as JSON. Such a file is named on standard error only.
    serde_json::to_string(line).map(|line| line + "\n").unwrap_or_default()
}

fn name(declined: Declined) -> &'static str {
    match declined {
        Declined::Empty => "empty",
        Declined::NotAnArticle => "not-an-article",
        Declined::TooLarge => "too-large",
        Declined::TooDeep => "too-deep",
    }
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if file != Path::new(STANDARD_STREAM) {
        return fs::read(file);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn print(heading: &str, text: &str) -> io::Result<()> {
    let mut output = io::stdout().lock();
    output.write_all(heading.as_bytes())?;
    output.write_all(text.as_bytes())?;
    output.flush()
}

/// Where a story is written: under the folder, by the path of its own file, so that no two stories have one place.
fn place(folder: &Path, file: &Path, to: Format) -> PathBuf {
    let inside: PathBuf = file.components().filter(|part| matches!(part, Component::Normal(_))).collect();
    let mut place = folder.join(inside).into_os_string();
    place.push(".");
    place.push(to.extension());
    place.into()
}

fn save(place: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = place.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(place, text)
}
