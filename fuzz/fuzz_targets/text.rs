//! Plain text, as it is and as sentences that were given.
#![no_main]

use arbitrary::{Result, Unstructured};
use libfuzzer_sys::fuzz_target;
use zubda_fuzz::holds::{sentences_hold, text_holds};
use zubda_fuzz::words;

fuzz_target!(|data: &[u8]| {
    let mut u = Unstructured::new(data);
    let _ = look(&mut u);
});

fn look(u: &mut Unstructured) -> Result<()> {
    match u.int_in_range(0..=3)? {
        0 => text_holds(&String::from_utf8_lossy(u.bytes(u.len())?), ""),
        1 => {
            let mut paragraphs = Vec::new();
            while !u.is_empty() && paragraphs.len() < 40 {
                paragraphs.push((0..u.int_in_range(0..=6)?).map(|_| words(u)).collect::<Result<_>>()?);
            }
            sentences_hold(&paragraphs);
        }
        _ => {
            let title = words(u)?;
            let mut text = String::new();
            while !u.is_empty() && text.len() < 1 << 14 {
                text += &words(u)?;
                text += u.choose(&["\n\n", "\n", " ", "\r\n \r\n"])?;
            }
            text_holds(&text, &title);
        }
    }
    Ok(())
}
