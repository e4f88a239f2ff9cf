//! Where stories end: what stands after one is not told, and the story's own last lines are.
//!
//! Each page of `tests/ends` has its address in its first comment, and its story between the comments `story` and `end`. It is
//! read as it is, and without a sign of what its elements are: all are `div`, nothing has a class.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::Path;

use zubda::{Options, clean, html};

/// What is between two tags, and whether it is the story's. Single words are left out: they stand in both.
fn pieces(page: &str) -> Vec<(String, bool)> {
    let body = page.split_once("</h1>").or(page.split_once("</h2>")).unwrap().1;
    let mut told = false;
    let mut pieces = Vec::new();
    for part in body.split('<') {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        match tag.trim_matches(|c: char| !c.is_alphabetic()) {
            "story" => told = true,
            "end" => told = false,
            _ => {}
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.len() > 12 && text.contains(' ') || text.len() > 24 {
            pieces.push((text, told));
        }
    }
    pieces
}

/// The page without tags that say what they are, and without classes.
fn soup(page: &str) -> String {
    let mut soup = String::new();
    for (i, part) in page.split('<').enumerate() {
        let (tag, text) = part.split_once('>').unwrap_or(("", part));
        let name: String = tag.chars().take_while(|c| !c.is_whitespace()).collect();
        let name = match name.as_str() {
            "article" | "main" | "section" | "header" | "footer" | "nav" | "p" => "div".to_owned(),
            "/article" | "/main" | "/section" | "/header" | "/footer" | "/nav" | "/p" => "/div".to_owned(),
            _ => name,
        };
        let keeps = name.starts_with(['a', '!', 'h', 'm']) && !name.starts_with("h1") && !name.starts_with("h2");
        let tag = if keeps || name.starts_with("html") {
            tag.replacen(tag.split(' ').next().unwrap(), &name, 1)
        } else {
            name
        };
        if i > 0 {
            soup.push_str(&format!("<{tag}>"));
        }
        soup.push_str(text);
    }
    soup
}

/// What of a page's story is lost, and what is told beside it.
fn wrong(page: &str) -> Vec<String> {
    let url = page.split_once("<!-- ").and_then(|(_, rest)| rest.split_once(" -->")).unwrap().0;
    let plan = clean(&html::snapshot(page, url), &Options::default());
    let text = plan.text.split_whitespace().collect::<Vec<_>>().join(" ");
    let wrong = pieces(page).into_iter().filter(|(piece, told)| text.contains(piece.as_str()) != *told);
    wrong.map(|(piece, told)| format!("{} {piece}", if told { "lost" } else { "told" })).collect()
}

#[test]
fn stories_end_where_they_end() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ends");
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.sort();
    let mut failures = Vec::new();
    for name in &names {
        let page = fs::read_to_string(name).unwrap();
        let short = name.file_stem().unwrap().to_string_lossy().into_owned();
        for (way, page) in [("", page.clone()), (" as soup", soup(&page))] {
            failures.extend(wrong(&page).into_iter().map(|line| format!("{short}{way}: {line}")));
        }
    }
    assert!(failures.is_empty(), "{} of {} pages\n{}", failures.len(), names.len(), failures.join("\n"));
}

/// A pull quote says a sentence of the story again: the story says it once, and what is no copy stays.
#[test]
fn a_pull_quote_is_told_once() {
    let (quote, reply) =
        ("A kiln is a slow animal, and it wants to be fed by people who have time", "Nobody knows that yet.");
    let lines = format!(
        "<p>The kiln of Upper Almen burned on Saturday for the first time in forty years, and half of the village sat \
         around it until the morning.</p><p>“{quote},” says Tom Ferrin, who built it up again with his own hands and the \
         bricks of a fallen mill.</p>{{}}<p>It holds two hundred bowls. The first of them go to those who brought wood, and \
         the rest will be sold at the market in May.</p><p>{reply}</p>"
    );
    let told = |beside: &str| {
        let page = format!(
            "<html lang=en><title>The kiln burns again</title><article><h1>The kiln burns again</h1><p>By Lena Marsh, 4 March \
             2026</p>{}</article>",
            lines.replace("{}", beside)
        );
        clean(&html::snapshot(&page, "https://post.example/kiln"), &Options::default()).text
    };
    for beside in [format!("<aside><p>“{quote}”</p></aside>"), format!("<div class=pull>{quote}</div>")] {
        let text = told(&beside);
        assert!(text.matches(quote).count() == 1 && text.contains(reply), "{text}");
    }
    // What answers it with words of its own is a line of the story.
    let text =
        told("<blockquote>A kiln is a slow animal that eats a forest in one night, says the forester.</blockquote>");
    assert!(text.contains("eats a forest"), "{text}");
    // What is said again among paragraphs that each have a box alike is a line of the story.
    let boxes = lines.replace("<p>", "<div><p>").replace("</p>", "</p></div>").replace(
        "{}",
        "<div><p>Half of the village sat \
        around it until the morning.</p></div>",
    );
    let page = format!(
        "<html lang=en><title>The kiln burns again</title><article><h1>The kiln burns again</h1>{boxes}</article>"
    );
    let text = clean(&html::snapshot(&page, "https://post.example/kiln"), &Options::default()).text;
    assert!(text.contains("\n\nHalf of the village"), "{text}");
}
