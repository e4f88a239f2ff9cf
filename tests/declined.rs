//! Pages that are no article are declined, and articles that look like none are not.
//!
//! Each page stands in its folder with its address in the first comment. Both folders are written for this test.
#![cfg(feature = "html")]

use std::fs;
use std::path::Path;

use zubda::plan::Declined;
use zubda::{Options, clean, html};

/// Pages of `tests/declined` that are declined: front pages, archives, shops, log-ins and their like.
const DECLINED: usize = 85;
/// Pages of `tests/articles` that are taken for the articles they are.
const KEPT: usize = 37;

#[test]
fn what_is_no_article_is_declined() {
    let pages = judge("tests/declined", false);
    let missed: Vec<&str> = (pages.iter()).filter(|page| page.1.is_none()).map(|page| page.0.as_str()).collect();
    check("declined", DECLINED, pages.len(), &missed);
}

#[test]
fn an_article_that_looks_like_none_is_kept() {
    let pages = judge("tests/articles", true);
    let missed: Vec<&str> = (pages.iter()).filter(|page| page.1.is_some()).map(|page| page.0.as_str()).collect();
    check("kept", KEPT, pages.len(), &missed);
}

/// The share reached is kept, and is written down when it grows.
#[track_caller]
fn check(what: &str, expected: usize, all: usize, missed: &[&str]) {
    println!("{what} {} of {all}; missed: {missed:?}", all - missed.len());
    assert_eq!(all - missed.len(), expected, "{what} of {all}; missed: {missed:?}");
}

/// For each page of a folder, its name and why it is declined.
fn judge(folder: &str, asked: bool) -> Vec<(String, Option<Declined>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut names: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    (names.into_iter())
        .map(|name| {
            let page = fs::read_to_string(folder.join(&name)).unwrap();
            let url = page.split_once("<!-- ").and_then(|(_, rest)| rest.split_once(" -->")).unwrap().0;
            (name, clean(&html::snapshot(&page, url), &Options { asked, ..Options::default() }).declined)
        })
        .collect()
}
