//! The program `zubda` as its users meet it.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");

/// A page of a story about a place, with an ad marker in it.
fn page(place: &str) -> String {
    let paragraphs: String = [
        "The harbour of # reopened on Monday after three months of works, and two ferries came in before noon.",
        "[ad_1]",
        "Crews had driven four hundred piles into the bed, and divers cut away a wreck that nobody in # knew of.",
        "The fish market returns to the old quay on Friday, and <a href=\"/crane\">a second crane</a> is to follow in spring.",
        "The town pays a third of the cost, and the region pays the rest of it over a span of twelve years.",
        "A ferry to the islands had left from a jetty in the north, which took passengers an hour more each way.",
        "Fishermen said that they had lost a third of their catch while the market stood far from the boats.",
    ]
    .map(|text| format!("<p>{}</p>\n", text.replace('#', place)))
    .concat();
    format!(
        "<!doctype html><html lang=en><head><title>Harbour of {place} reopens</title></head><body><nav><a href=/>Home</a>\
         </nav><article><h1>Harbour of {place} reopens</h1>\n{paragraphs}</article></body></html>"
    )
}

/// Writes files into a folder of the test's own and gives the folder.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(FOLDER).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

fn zubda(folder: &PathBuf, arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_zubda"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn standard_input_becomes_text() {
    let output = zubda(&folder("input", &[]), &[], &page("Tarn"));
    assert_eq!((output.status.code(), said(&output)), (Some(0), ""));
    assert!(out(&output).starts_with("The harbour of Tarn reopened"), "{}", out(&output));
    assert!(!out(&output).contains("[ad_1]") && !out(&output).contains("Home"));
    assert!(out(&output).ends_with("boats.\n"));
}

#[test]
fn markdown_html_and_plain_text() {
    let folder = folder("formats", &[("a.html", &page("Tarn")), ("a.txt", "One paragraph.\n\n[ad_1]\n\nAnother one.")]);
    let markdown = zubda(&folder, &["--to", "markdown", "--summary", "2", "a.html"], "");
    assert!(out(&markdown).starts_with("# Harbour of Tarn reopens\n\n> - "), "{}", out(&markdown));
    assert!(out(&markdown).contains("[a second crane](</crane>)"));
    let html = zubda(&folder, &["-t", "html", "a.html"], "");
    assert!(out(&html).contains("<a href=\"/crane\">a second crane</a>") && out(&html).ends_with("</html>\n"));
    let plain = zubda(&folder, &["--plain", "a.txt"], "");
    assert_eq!(out(&plain), "One paragraph.\n\nAnother one.\n");
}

#[test]
fn a_file_that_fails_is_named_and_the_others_are_cleaned() {
    let folder = folder("many", &[("a.html", &page("Tarn")), ("empty.html", ""), ("b.html", &page("Orrin"))]);
    let output = zubda(&folder, &["a.html", "gone.html", "empty.html", "b.html"], "");
    assert_eq!(output.status.code(), Some(2));
    let (first, second) = out(&output).split_once("\n==> b.html <==\n").unwrap();
    assert!(first.starts_with("==> a.html <==\nThe harbour of Tarn") && second.starts_with("The harbour of Orrin"));
    let said: Vec<&str> = said(&output).lines().collect();
    assert!(said[0].starts_with("zubda: gone.html: "), "{said:?}");
    assert_eq!(said[1..], ["zubda: empty.html: no article (empty)"]);
}

#[test]
fn json_answers_for_every_file_in_order() {
    let stories: Vec<(String, String)> = (0..300).map(|i| (format!("{i}.html"), page(&format!("Tarn{i}")))).collect();
    let files: Vec<(&str, &str)> = stories.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = folder("json", &files);
    let mut list: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
    list.insert(7, "gone.html");
    let output = zubda(&folder, &["--to", "json", "--files-from", "-", "--jobs", "3"], &list.join("\n"));
    assert_eq!(output.status.code(), Some(2));
    let lines: Vec<Value> = out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|line| line["file"].as_str().unwrap()).collect::<Vec<_>>(), list);
    assert!(lines[7]["error"].is_string() && lines[8]["error"].is_null());
    assert_eq!(lines[8]["article"]["title"], "Harbour of Tarn7 reopens");
    // No terminal, no progress bar.
    assert_eq!(said(&output).lines().count(), 1);
}

#[test]
fn a_page_that_is_no_article_ends_with_1() {
    let folder = folder("declined", &[]);
    let output = zubda(&folder, &["--quiet"], "");
    assert_eq!((output.status.code(), out(&output), said(&output)), (Some(1), "", ""));
    let output = zubda(&folder, &["-t", "json"], "");
    let line: Value = serde_json::from_str(out(&output)).unwrap();
    assert_eq!((line["article"].is_null(), line["declined"].as_str()), (true, Some("empty")));
    assert_eq!(zubda(&folder, &["--summary", "21"], "").status.code(), Some(2));
}

#[test]
fn stories_of_the_same_name_get_files_of_their_own() {
    let folder = folder("output", &[("a.html", &page("Tarn")), ("a.htm", &page("Orrin"))]);
    let output = zubda(&folder, &["-o", "out", "-t", "markdown", "a.html", "./a.htm"], "");
    assert_eq!((output.status.code(), out(&output), said(&output)), (Some(0), "", ""));
    assert!(fs::read_to_string(folder.join("out/a.html.md")).unwrap().contains("Tarn"));
    assert!(fs::read_to_string(folder.join("out/a.htm.md")).unwrap().contains("Orrin"));
    let output = zubda(&folder, &["-o", "a.html", "a.htm"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).starts_with("zubda: a.htm: "), "{}", said(&output));
}

/// `script` gives the program a terminal of its own.
#[cfg(target_os = "linux")]
#[test]
fn a_terminal_is_shown_how_far_it_is() {
    let folder = folder("bar", &[("a.html", &page("Tarn")), ("b.html", &page("Orrin"))]);
    let on_terminal = |arguments: &str| {
        let command = format!("{} {arguments} > /dev/null", env!("CARGO_BIN_EXE_zubda"));
        let output = Command::new("script")
            .args(["--quiet", "--return", "--command", &command, "/dev/null"])
            .current_dir(&folder)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        (output.status.code(), String::from_utf8(output.stdout).unwrap())
    };
    let (code, shown) = on_terminal("a.html b.html");
    assert_eq!(code, Some(0), "{shown}");
    assert!(shown.contains("2/2"), "{shown:?}");
    for arguments in ["a.html", "--quiet a.html b.html"] {
        assert_eq!(on_terminal(arguments), (Some(0), String::new()), "{arguments}");
    }
}
