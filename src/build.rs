//! Makes the tables that the module carries of what people know of each language, a folder each in `languages/`. A folder that
//! does not hold together stops the build.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fmt, fs};

#[path = "language/build.rs"]
mod about;
#[path = "flaw/catalogue/build.rs"]
mod catalogue;
#[path = "flaw/catalogue/kind.rs"]
mod kind;
#[allow(dead_code, reason = "the module uses all of it")]
mod language {
    pub mod fold;
    pub mod key;
    pub mod letter;
    pub mod lexicon;
}

use language::{fold, letter, lexicon};

fn main() {
    let folders = folders();
    about::write(&folders);
    catalogue::write(&folders);
    for (name, words) in [
        ("abbreviations.bin", abbreviations(&folders)),
        ("bylines.bin", bylines(&folders)),
        ("cues.bin", cues(&folders)),
        ("heads.bin", heads(&folders)),
        ("months.bin", months(&folders)),
        ("openers.bin", openers(&folders)),
        ("regions.bin", regions(&folders)),
    ] {
        write(name, &pack(&words));
    }
}

/// The rows of a file that is looked up by a language, which is by its primary subtag.
fn by_language<'a, const FIELDS: usize>(
    folders: &'a [Folder],
    file: &'static str,
) -> impl Iterator<Item = (&'a Folder, [String; FIELDS])> {
    let own = move |folder: &Folder| {
        assert!(folder.is_primary() || !folder.has(file), "{folder}: {file} is looked up by the primary subtag");
        folder.rows(file)
    };
    every(folders, own)
}

/// The rows of a file that holds in a text of any language.
fn in_any<'a, const FIELDS: usize>(
    folders: &'a [Folder],
    file: &'static str,
) -> impl Iterator<Item = (&'a Folder, [String; FIELDS])> {
    every(folders, move |folder| folder.rows(file))
}

fn every<Row, Rows: Iterator<Item = Row>>(
    folders: &[Folder],
    rows: impl Fn(&Folder) -> Rows,
) -> impl Iterator<Item = (&Folder, Row)> {
    folders.iter().flat_map(move |folder| rows(folder).map(move |row| (folder, row)))
}

/// `language word`: what it is, a bit each.
fn abbreviations(folders: &[Folder]) -> BTreeMap<String, u64> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (folder, [kind, abbreviations, _]) in by_language(folders, "abbreviations.tsv") {
        let kinds = ["name", "number", "open"];
        let kind = kinds.iter().position(|name| *name == kind);
        let bit = 1 << kind.unwrap_or_else(|| panic!("{folder}: abbreviations.tsv: no such kind"));
        for word in abbreviations.split_whitespace() {
            assert!(!word.ends_with('.'), "{folder}: {word}: given without its last stop");
            *words.entry(format!("{} {word}", folder.tag)).or_default() |= bit;
        }
    }
    words
}

/// Words that open a byline.
fn bylines(folders: &[Folder]) -> BTreeMap<String, u64> {
    in_any(folders, "bylines.tsv").map(|(_, [text, _])| (fold::key(&text), 1)).collect()
}

/// `language words`, with a star for any beginning or ending: the classes, a bit each; one bit more for what a longer cue
/// begins with, by words or by letters of an unspaced script, and for `language` alone.
fn cues(folders: &[Folder]) -> BTreeMap<String, u64> {
    let classes = ["speech", "reaction", "past", "explain", "context", "future"];
    let goes_on = 1 << classes.len();
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (folder, [class, cues]) in by_language(folders, "cues.tsv") {
        let language = &folder.tag;
        let bit = classes
            .iter()
            .position(|name| *name == class)
            .unwrap_or_else(|| panic!("{folder}: no such class: {class}"));
        for cue in cues.split(',').map(str::trim) {
            let star = |is: bool| if is { "*" } else { "" };
            let (before, after) = (star(cue.starts_with('*')), star(cue.ends_with('*')));
            let cue = phrase(cue);
            *words.entry(format!("{language} {before}{cue}{after}")).or_default() |= 1 << bit;
            let letters = if cue.starts_with(letter::is_unspaced) { &*cue } else { "" };
            let starts =
                letters.char_indices().map(|(at, _)| at).skip(1).chain(cue.match_indices(' ').map(|(at, _)| at));
            for start in starts {
                *words.entry(format!("{language} {}", &cue[..start])).or_default() |= goes_on;
            }
        }
        words.insert(language.clone(), goes_on);
    }
    words
}

/// Heads, a bit each: 1 over an aside, 2 at a story's end, which the model weighs; 4 over readers' comments, 8 under each of
/// them, 16 over a site's notices and forms, by which it is told where a story ends.
fn heads(folders: &[Folder]) -> BTreeMap<String, u64> {
    const WEIGHED: u64 = 3;
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (folder, [kind, text, _]) in in_any(folders, "heads.tsv") {
        let bits = match kind.as_str() {
            "aside" => 1,
            "end" => 2,
            "comments" => 2 | 4,
            "thread" => 4,
            "reply" => 8,
            "notice" => 16,
            _ => panic!("{folder}: heads.tsv: no such kind: {kind}"),
        };
        let mut key = fold::key(&text);
        key.retain(|c| !c.is_numeric());
        assert!(!key.is_empty(), "{folder}: heads.tsv: no letters: {text}");
        let known = words.entry(key).or_default();
        let (weighed, own) = (*known & WEIGHED, bits & WEIGHED);
        assert!(
            weighed == 0 || own == 0 || weighed == own,
            "{folder}: heads.tsv: {text}: another language says otherwise"
        );
        *known |= bits;
    }
    words
}

/// Stems of months: 1 for January.
fn months(folders: &[Folder]) -> BTreeMap<String, u64> {
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (folder, row) in in_any::<12>(folders, "months.tsv") {
        for (month, forms) in (1..).zip(&row) {
            for form in forms.split('|') {
                let known = words.insert(fold::key(form), month);
                assert!(known.is_none_or(|known| known == month), "{folder}: {form}: another language says otherwise");
            }
        }
    }
    words
}

/// `language words`, of what takes up what was said before.
fn openers(folders: &[Folder]) -> BTreeMap<String, u64> {
    let mut words = BTreeMap::new();
    for (folder, [class, openers]) in by_language(folders, "openers.tsv") {
        let classes = ["pronoun", "pointer", "connective"];
        assert!(classes.contains(&class.as_str()), "{folder}: openers.tsv: no such class: {class}");
        words.extend(openers.split(',').map(|opener| (format!("{} {}", folder.tag, phrase(opener)), 1)));
    }
    words
}

/// Labels of regions: the kinds, by number.
fn regions(folders: &[Folder]) -> BTreeMap<String, u64> {
    let kinds = ["comments", "tags", "consent", "related", "promotion", "cookies"];
    let mut words: BTreeMap<String, u64> = BTreeMap::new();
    for (folder, [kind, text, _]) in in_any(folders, "regions.tsv") {
        let place = kinds.iter().position(|name| *name == kind);
        let number = 1 + place.unwrap_or_else(|| panic!("{folder}: regions.tsv: no such kind: {kind}")) as u64;
        let mut key = fold::key(&text);
        key.retain(|c| !c.is_numeric());
        assert!(!key.is_empty(), "{folder}: regions.tsv: no letters: {text}");
        let known = words.insert(key, number);
        assert!(
            known.is_none_or(|known| known == number),
            "{folder}: regions.tsv: {text}: another language says otherwise"
        );
    }
    words
}

/// The words of a phrase as the module reads them in a text, a blank between.
fn phrase(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c == '-').map(fold::key).filter(|word| !word.is_empty());
    let phrase = words.collect::<Vec<_>>().join(" ");
    assert!(!phrase.is_empty(), "no words: {text}");
    phrase
}

/// The folder of what holds in every language, and in those that have none.
const UNDETERMINED: &str = "und";

/// All that is known of a language.
struct Folder {
    /// BCP 47.
    tag: String,
    path: PathBuf,
}

impl Folder {
    /// Whether it is of a language, and not of one way to write it, as `zh-Hans` is.
    fn is_primary(&self) -> bool {
        !self.tag.contains('-')
    }

    fn has(&self, file: &str) -> bool {
        self.path.join(file).exists()
    }

    /// A file's text; `None` where the folder has no such file.
    fn read(&self, file: &str) -> Option<String> {
        self.has(file)
            .then(|| fs::read_to_string(self.path.join(file)).unwrap_or_else(|why| panic!("{self}: {file}: {why}")))
    }

    /// The rows of a file of so many fields parted by tabs, none of which is empty; none where there is no such file.
    fn rows<const FIELDS: usize>(&self, file: &str) -> impl Iterator<Item = [String; FIELDS]> + use<FIELDS> {
        let text = self.read(file).unwrap_or_default();
        let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let rows = lines.map(|line| -> [String; FIELDS] {
            let fields: Vec<String> = line.split('\t').map(str::to_owned).collect();
            assert!(fields.iter().all(|field| !field.trim().is_empty()), "{self}: {file}: an empty field: {line}");
            fields.try_into().unwrap_or_else(|_| panic!("{self}: {file}: {FIELDS} fields, parted by tabs: {line}"))
        });
        rows.collect::<Vec<_>>().into_iter()
    }
}

impl fmt::Display for Folder {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        self.path.display().fmt(to)
    }
}

/// The folders of all languages, by their tags: those of `languages/`, and of one more place where the build is told of one.
/// When one changes, the tables are made anew.
fn folders() -> Vec<Folder> {
    const MORE: &str = "ZUBDA_MORE_LANGUAGES";
    println!("cargo:rerun-if-env-changed={MORE}");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = Vec::new();
    for place in [root.join("languages")].into_iter().chain(env::var_os(MORE).map(|more| root.join(more))) {
        println!("cargo:rerun-if-changed={}", place.display());
        let entries = fs::read_dir(&place).unwrap_or_else(|why| panic!("{}: {why}", place.display()));
        for path in entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()) {
            let tag = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            folders.push(Folder { tag, path });
        }
    }
    folders.sort_by(|one, other| one.tag.cmp(&other.tag));
    for pair in folders.windows(2) {
        assert!(pair[0].tag != pair[1].tag, "{} and {} are of one language", pair[0], pair[1]);
    }
    folders
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
