//! Time grows with the size of a text or a page and no faster, whatever is repeated in it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::time::Duration;

use cpu_time::ThreadTime;
use zubda::{Options, Snapshot, analyze_text, clean};

#[path = "properties/pages.rs"]
#[allow(dead_code, reason = "the properties need more of it")]
mod pages;

use pages::{ATTRIBUTES, Node, Step, TAGS, VALUES, columns};

/// Pieces of text, and elements, each of which costs more.
const PIECES: usize = 500;
const ELEMENTS: usize = 200;
/// Four times the text may take so many times as long: linear is 4, quadratic 16; what is between is noise.
const GROWTH: f64 = 10.0;
/// The same for four times the depth. Every stage walks up from a node to its ancestors, so that it is quadratic in the depth,
/// which is bounded.
const GROWTH_IN_DEPTH: f64 = 24.0;
/// Times below this tell nothing.
const FLOOR: Duration = Duration::from_millis(5);
const RUNS: usize = 5;
const STORY: &str = "The harbour of Tarn reopened on Monday, the port said. Two ferries came in before noon.";

#[test]
fn no_repetition_costs_more_than_its_size() {
    let pieces = [
        "word ",
        "ف ",
        "海",
        "e\u{301}",
        "\u{301}",
        "🦉",
        "x",
        "[ad_1] ",
        "[ad_1]\n\n",
        "[ad_(",
        "[",
        "“",
        "\"",
        "(",
        ". ",
        ".",
        "! ",
        ". .\n\n",
        "Source: ",
        "Source:\n\n",
        "المصدر ",
        "إعلان\n\n",
        "Advertisement\n\n",
        "Read more: x\n\n",
        "Dr. ",
        "a.b.",
        "\n\n",
        "\n",
        " ",
        "\u{a0}",
        "&amp;",
        "<p>",
        "http://a.example/ ",
        "{\"a\":",
        "He said. ",
        "– ",
        "1. x\n\n",
        "@a ",
        "…",
        "«x» ",
    ];
    check(&pieces, PIECES, GROWTH, |piece, n| {
        let text = format!("{STORY}\n\n{}\n\n{STORY}\n\n", piece.repeat(n));
        time(|| analyze_text(&text, &Options::default(), Some("Harbour reopens"), None))
    });
}

#[test]
fn no_element_costs_more_than_its_number() {
    let element = |tag: &str, class: &str| {
        let tag = TAGS.iter().position(|name| *name == tag).expect("a tag");
        let name = ATTRIBUTES.iter().position(|name| *name == "class").expect("an attribute");
        let value = VALUES.iter().position(|value| *value == class).expect("a value");
        Node::Element(tag, vec![(name, value)])
    };
    let text = |text: &str| Node::Text(text.to_owned());
    let close = |close, node, flags| Step { close, node, flags };
    let lines = [
        ("p", "", "[ad_1]"),
        ("p", "", "Advertisement"),
        ("p", "", "Source:"),
        ("p", "", "Read more: x"),
        ("p", "wp-caption-text", "A ferry. Photo: Nora Hale"),
        ("p", "", STORY),
        ("div", "ad-slot", "x"),
        ("div", "adsbygoogle", "[ad_1]"),
        ("span", "", "word [ad_1] word"),
        ("a", "", "Read more"),
        ("li", "", "x"),
        ("h2", "", "Background"),
        ("figure", "ad-slot", "[ad_1]"),
        ("form", "", "Subscribe now"),
    ];
    let side_by_side = |(tag, class, line): &(&str, &str, &str), n: usize, flags: u8| {
        let mut steps = vec![close(0, element("article", ""), 0)];
        for (tag, class, line) in std::iter::once(("p", "", STORY)).chain(vec![(*tag, *class, *line); n]) {
            steps.extend([close(usize::from(steps.len() > 1), element(tag, class), flags), close(0, text(line), 0)]);
        }
        steps.extend([close(1, element("p", ""), 0), close(0, text(STORY), 0)]);
        time_page(&steps)
    };
    check(&lines, ELEMENTS, GROWTH, |line, n| side_by_side(line, n, 0));
    // Hidden.
    check(&lines, ELEMENTS, GROWTH, |line, n| side_by_side(line, n, 1));
    // Each inside of the one before it, as deep as is taken on.
    check(&lines, ELEMENTS, GROWTH_IN_DEPTH, |(tag, class, line), n| {
        let mut steps = vec![close(0, element("article", ""), 0), close(0, text(STORY), 0)];
        for _ in 0..n * 950 / (4 * ELEMENTS) {
            steps.extend([close(0, element(tag, class), 0), close(0, text(line), 0)]);
        }
        time_page(&steps)
    });
}

/// What seems slow is measured again, and the shortest of all runs counts: what else the machine does only adds to it.
fn check<T: std::fmt::Debug>(all: &[T], size: usize, limit: f64, time: impl Fn(&T, usize) -> Duration) {
    let growth = |one: &T, runs| {
        let least = |n| (0..runs).map(|_| time(one, n)).min().unwrap_or_default().max(FLOOR);
        least(4 * size).as_secs_f64() / least(size).as_secs_f64()
    };
    let is_slow = |one: &&T| growth(one, 1) > limit && growth(one, RUNS) > limit;
    let slow: Vec<&T> = all.iter().filter(is_slow).collect();
    assert!(slow.is_empty(), "{slow:?}");
}

fn time_page(steps: &[Step]) -> Duration {
    let snapshot = Snapshot::new(columns(steps, "Harbour reopens".to_owned())).expect("a page");
    time(|| clean(&snapshot, &Options::default()))
}

/// This thread's own time on the processor.
fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let start = ThreadTime::now();
    std::hint::black_box(run());
    start.elapsed()
}
