//! The story as Markdown is read back by a parser that is not ours: it finds what the story as HTML says.
#![cfg(feature = "html")]
#![allow(missing_docs, reason = "a test")]

use std::fs;
use std::path::Path;

use pulldown_cmark::{CowStr, Event, Options as Extensions, Parser, Tag, TagEnd};
use scraper::{ElementRef, Html, Node};
use zubda::{Options, html, render};

/// What a document holds: its characters without white space, and each link and picture with what it says.
#[derive(Debug, Default, PartialEq)]
struct Read {
    text: String,
    links: Vec<(String, String)>,
    pictures: Vec<(String, String)>,
}

#[test]
fn every_golden_page_reads_back_as_it_was() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    let pages = fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path());
    for page in pages.filter(|path| path.extension().is_some_and(|extension| extension == "html")) {
        check(&fs::read_to_string(&page).expect("the page"), &page.display().to_string());
    }
}

#[test]
fn a_page_full_of_marks_reads_back_as_it_was() {
    let links = check(
        "<html lang=en><title>The #1 shell of *Tarn* in `C` and C #</title><article><h1>The #1 shell of *Tarn* in `C` and C #</h1>
        <p>Whoever types <code>echo `date`</code> in the shell of Tarn sees <code>``</code>, the <b>“date”</b>of the day, and
        <code>a <b>bold</b> <a href='/w?a=1&amp;amp;b=2'>word</a></code>!<a href='/x_(y)&lt;z&gt;\\'>see <em>here</em></a>.</p>
        <p>- No list begins here, and none at the next line, which the town's own printer set so.<br>1. It is text.<br>---<br>
        # And so is this, the printer said on Monday, when the first copies were carried to the quay.</p>
        <pre>A line of code for the harbour: ``` and more of it\n# then another</pre>
        <h2>What C # is</h2>
        <p>Between 5~10 and 20~30 people came to the harbour | to the quay of Tarn, [as was said] &amp;amp; &lt;b&gt; not.</p>
        <table><tr><td>Pipes of the harbour<br>and of Tarn | both</td><td><code>a|b</code></td></tr>
        <tr><td>The second row has one more</td><td>cell</td></tr></table>
        <p>The town pays a third of the cost, and the region the rest, over a span of twelve years, the port said.</p></article>",
        "the page full of marks",
    );
    assert_eq!(links, 2);
}

/// Holds a page's two documents together, and says how many links it has.
#[track_caller]
fn check(page: &str, name: &str) -> usize {
    let snapshot = html::snapshot(page, "https://tarn.example/story");
    let plan = zubda::clean(&snapshot, &Options { sentences: true, ..Options::default() });
    let markdown = render::markdown(&snapshot, &plan);
    let read = from_markdown(&markdown);
    assert_eq!(read, from_html(&render::html(&snapshot, &plan)), "{name}:\n{markdown}");
    read.links.len()
}

fn from_markdown(document: &str) -> Read {
    let mut read = Read::default();
    let (mut link, mut picture) = (None, None);
    for event in Parser::new_ext(document, Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(text) | Event::Code(text) => read.text.push_str(&folded(&text)),
            Event::Start(Tag::Link { dest_url, .. }) => link = Some((dest_url, read.text.len())),
            Event::Start(Tag::Image { dest_url, .. }) => picture = Some((dest_url, read.text.len())),
            Event::End(TagEnd::Link) => read.links.push(said(link.take(), &read.text)),
            Event::End(TagEnd::Image) => {
                let (address, alt) = said(picture.take(), &read.text);
                read.text.truncate(read.text.len() - alt.len());
                read.pictures.push((address, alt));
            }
            Event::Html(text) | Event::InlineHtml(text) => panic!("{text}: HTML in\n{document}"),
            _ => {}
        }
    }
    read
}

fn said(open: Option<(CowStr, usize)>, text: &str) -> (String, String) {
    let (address, start) = open.expect("what ends has begun");
    (address.into_string(), text[start..].to_owned())
}

fn from_html(document: &str) -> Read {
    let html = Html::parse_document(document);
    let mut read = Read::default();
    let body =
        html.root_element().descendants().filter_map(ElementRef::wrap).find(|node| node.value().name() == "body");
    for node in body.expect("a body").descendants() {
        match node.value() {
            Node::Text(text) => {
                // In Markdown a dot stands between the byline and the date.
                let date =
                    node.parent().filter(|parent| parent.value().as_element().is_some_and(|e| e.name() == "time"));
                let has_byline = document.contains("<p class=\"byline\">");
                read.text.push_str(if date.is_some() && has_byline { "·" } else { "" });
                read.text.push_str(&folded(text));
            }
            Node::Element(element) => {
                let attribute = |name| element.attr(name).unwrap_or_default().to_owned();
                let text = || ElementRef::wrap(node).map(|node| node.text().map(folded).collect()).unwrap_or_default();
                match element.name() {
                    "a" => read.links.push((attribute("href"), text())),
                    "img" => read.pictures.push((attribute("src"), folded(&attribute("alt")))),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    read
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect()
}
