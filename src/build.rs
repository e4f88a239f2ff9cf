//! Makes the tables that the module carries of the catalogues that people write. A catalogue that does not hold together
//! stops the build.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

#[path = "flaw/catalogue/build.rs"]
mod catalogue;
#[path = "language/fold.rs"]
#[allow(dead_code, reason = "the module uses all of it")]
mod fold;
#[path = "flaw/key.rs"]
#[allow(dead_code, reason = "the module uses all of it")]
mod key;
#[path = "flaw/catalogue/kind.rs"]
mod kind;
#[path = "language/letter.rs"]
#[allow(dead_code, reason = "the module uses all of it")]
mod letter;
#[path = "language/lexicon.rs"]
#[allow(dead_code, reason = "the module uses all of it")]
mod lexicon;
#[path = "language/stop/build.rs"]
mod stop;

fn main() {
    catalogue::write();
    stop::write();
}

/// A folder's or file's path from the crate's; when it changes, the tables are made anew.
fn source(path: &str) -> std::path::PathBuf {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(path);
    println!("cargo:rerun-if-changed={}", path.display());
    path
}

fn write(name: &str, table: &[u8]) {
    let folder = env::var("OUT_DIR").expect("set by cargo");
    fs::write(Path::new(&folder).join(name), table).expect("a file in the target folder");
}

/// Packs words and their bits as `lexicon.rs` unpacks them.
fn pack(words: &BTreeMap<String, u64>) -> Vec<u8> {
    let mut bits: Vec<u64> = words.values().copied().collect::<BTreeSet<_>>().into_iter().collect();
    // The commonest first: most places are a small byte.
    bits.sort_by_key(|bits| std::cmp::Reverse(words.values().filter(|own| *own == bits).count()));
    let prints: BTreeMap<u32, u64> =
        words.iter().map(|(word, own)| (lexicon::Print::EMPTY.with(word).finish(), *own)).collect();
    assert_eq!(prints.len(), words.len(), "two words with one fingerprint");
    let ends = std::iter::once(0).chain(prints.keys().copied());
    let steps = ends.zip(prints.keys()).map(|(last, print)| print - last).collect::<Vec<_>>();
    let places =
        prints.values().map(|own| bits.iter().position(|bits| bits == own).expect("all bits are listed") as u32);
    let mut packed: Vec<u8> = [bits.len() as u32, prints.len() as u32].into_iter().flat_map(u32::to_le_bytes).collect();
    packed.extend(bits.iter().flat_map(|bits| bits.to_le_bytes()));
    for column in [steps, places.collect()] {
        (0..4).for_each(|byte| packed.extend(column.iter().map(|number| number.to_le_bytes()[byte])));
    }
    packed
}
