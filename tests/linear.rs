//! Time grows with the size of a text and no faster, whatever is repeated in it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::time::{Duration, Instant};

use zubda::{Options, analyze_text};

const SIZE: usize = 500;
/// Four times the text may take so many times as long: linear is 4, quadratic 16; what is between is noise.
const GROWTH: f64 = 10.0;
/// Times below this tell nothing.
const FLOOR: Duration = Duration::from_millis(5);
/// The shortest of so many runs: what else the machine does only adds to it.
const RUNS: usize = 4;

#[test]
fn no_repetition_costs_more_than_its_size() {
    let story = "The harbour of Tarn reopened on Monday, the port said. Two ferries came in before noon.\n\n";
    let mut slow = Vec::new();
    for piece in [
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
    ] {
        let time = |n: usize| {
            let text = format!("{story}{}\n\n{story}", piece.repeat(n));
            let run = || {
                let start = Instant::now();
                std::hint::black_box(analyze_text(&text, &Options::default(), Some("Harbour reopens"), None));
                start.elapsed()
            };
            (0..RUNS).map(|_| run()).min().unwrap_or_default().max(FLOOR)
        };
        let growth = time(4 * SIZE).as_secs_f64() / time(SIZE).as_secs_f64();
        if growth > GROWTH {
            slow.push((piece, growth));
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}
