//! Time that grows faster than what is asked about: a piece of text or of a page is repeated, then four times as often.
#![no_main]

use std::time::Duration;

use arbitrary::{Result, Unstructured};
use cpu_time::ThreadTime;
use libfuzzer_sys::fuzz_target;
use zubda::snapshot::{Columns, Snapshot};
use zubda::{analyze_text, clean};
use zubda_fuzz::holds::all;
use zubda_fuzz::pages::{self, Node, Step};
use zubda_fuzz::{STORY, page, with_json_ld, words};

/// Units of the smaller text, or nodes of the smaller page.
const SIZE: usize = 2_000;
/// Four times the size may take so many times as long: linear is 4, quadratic 16; what is between is noise.
const GROWTH: f64 = 9.0;
/// The same for four times the depth. Every stage walks up from a node to its ancestors, so that it is quadratic in the depth,
/// which is bounded.
const GROWTH_IN_DEPTH: f64 = 24.0;
/// Below this the larger one tells nothing.
const FLOOR: Duration = Duration::from_millis(30);
/// A suspicion is measured so many times more, and the least of them counts: all else that a machine does only adds to it.
const RUNS: usize = 5;

fuzz_target!(|data: &[u8]| {
    let _ = look(&mut Unstructured::new(data));
});

fn look(u: &mut Unstructured) -> Result<()> {
    match u.int_in_range(0..=3)? {
        0 => {
            let piece = words(u)? + u.choose(&["", " ", "\n\n"])?;
            let times = SIZE.div_ceil(piece.len().max(1));
            check(&piece, GROWTH, |factor| {
                let text = format!("{0}\n\n{1}\n\n{0}", STORY.join("\n\n"), piece.repeat(factor * times));
                time(|| drop(analyze_text(&text, &all(), Some("Harbour reopens"), None)))
            });
        }
        1 => {
            let piece = words(u)?;
            let times = SIZE.div_ceil(piece.len().max(1));
            check(&piece, GROWTH, |factor| time_page(with_json_ld(&format!("[{}]", piece.repeat(factor * times)))));
        }
        2 => {
            let columns = page(u)?;
            let times = SIZE.div_ceil(columns.tag.len());
            check(&columns, GROWTH, |factor| time_page(repeated(&columns, factor * times)));
        }
        _ => {
            let steps = nested(u)?;
            // Deeper than 1,000 is declined.
            check(&steps, GROWTH_IN_DEPTH, |factor| {
                let steps: Vec<Step> = steps.iter().cycle().take(factor * 200).cloned().collect();
                time_page(pages::columns(&steps, String::new()))
            });
        }
    }
    Ok(())
}

/// A few elements, each inside of the one before it.
fn nested(u: &mut Unstructured) -> Result<Vec<Step>> {
    (0..u.int_in_range(1..=4)?)
        .map(|_| {
            let node = match u.ratio(1, 4)? {
                true => Node::Text(words(u)?),
                false => Node::Element(u.choose_index(pages::TAGS.len())?, Vec::new()),
            };
            Ok(Step { close: 0, node, flags: 0 })
        })
        .collect()
}

/// A page so many times over, side by side under its root.
fn repeated(page: &Columns, times: usize) -> Columns {
    let mut columns = page.clone();
    for _ in 1..times {
        let first = columns.tag.len() as u32 - 1;
        columns.tag.extend(&page.tag[1..]);
        columns.parent.extend(page.parent[1..].iter().map(|parent| if *parent == 0 { 0 } else { parent + first }));
        columns.flags.extend(&page.flags[1..]);
        columns.length.extend(&page.length[1..]);
        columns.text.push_str(&page.text);
        columns.attribute_node.extend(page.attribute_node.iter().map(|node| node + first));
        columns.attribute_name.extend(&page.attribute_name);
        columns.attribute_length.extend(&page.attribute_length);
        columns.attribute_text.push_str(&page.attribute_text);
    }
    columns
}

fn check(what: &impl std::fmt::Debug, limit: f64, time: impl Fn(usize) -> Duration) {
    let is_slow = |small: Duration, large: Duration| {
        large > FLOOR && large.as_secs_f64() > limit * small.max(Duration::from_micros(100)).as_secs_f64()
    };
    if !is_slow(time(1), time(4)) {
        return;
    }
    let least = |factor| (0..RUNS).map(|_| time(factor)).min().expect("a run");
    let (small, large) = (least(1), least(4));
    assert!(!is_slow(small, large), "{small:?} became {large:?}: {what:?}");
}

fn time_page(columns: Columns) -> Duration {
    let snapshot = Snapshot::new(columns).expect("a page");
    time(|| drop(clean(&snapshot, &all())))
}

/// This thread's own time on the processor, whatever else the machine does.
fn time(act: impl Fn()) -> Duration {
    let start = ThreadTime::now();
    act();
    start.elapsed()
}
