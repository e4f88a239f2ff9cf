//! Nothing in `src/` imports upwards: the order stands in `lib.rs`, and here every import is held to it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(missing_docs, reason = "a test")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use syn::visit::{self, Visit};

/// A module's path from the crate's root: `["flaw", "label"]`; empty for `lib.rs`.
type Module = Vec<String>;

#[test]
fn nothing_imports_upwards() {
    let files = sources();
    assert!(files.len() > 60, "{} files", files.len());
    assert_eq!(faults(&files), Vec::<String>::new());
}

#[test]
fn an_upward_import_is_found() {
    for (planted, expected) in [
        ("use crate::plan::Edit;", "language::letter imports plan, which stands after it"),
        ("fn f() { let _ = crate::clean; }", "language::letter imports lib, which stands after it"),
        ("mod own { use super::super::fold::key; }", "language::fold → language::letter"),
    ] {
        let mut files = sources();
        files.get_mut(&module("language::letter")).expect("letter.rs").push_str(planted);
        let faults = faults(&files);
        assert!(faults.iter().any(|fault| fault.contains(expected)), "{planted}: {faults:?}");
    }
    let mut files = sources();
    let tests = "#[cfg(test)] mod own_tests { use crate::clean; }";
    files.get_mut(&module("language::letter")).expect("letter.rs").push_str(tests);
    assert_eq!(faults(&files), Vec::<String>::new(), "tests may import what they like");
}

fn module(path: &str) -> Module {
    path.split("::").map(str::to_owned).collect()
}

/// The text of every file that is compiled into the crate.
fn sources() -> BTreeMap<Module, String> {
    let mut files = BTreeMap::new();
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![(src, Module::new())];
    while let Some((folder, path)) = folders.pop() {
        for file in fs::read_dir(folder).expect("a folder of the source").flatten().map(|entry| entry.path()) {
            let name = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().to_owned();
            let inner = path.iter().cloned().chain([name.clone()]).collect::<Module>();
            if file.is_dir() {
                if name != "bin" {
                    folders.push((file, inner));
                }
            } else if file.extension().is_some_and(|extension| extension == "rs") && name != "build" {
                let module = if name == "lib" { Module::new() } else { inner };
                files.insert(module, fs::read_to_string(file).expect("a file of the source"));
            }
        }
    }
    files
}

/// Every import that the order forbids, and one circle where there is any.
fn faults(files: &BTreeMap<Module, String>) -> Vec<String> {
    let order: Vec<&str> = (files[&Module::new()].lines())
        .skip_while(|line| *line != "//! ```text")
        .skip(1)
        .take_while(|line| *line != "//! ```")
        .filter_map(|line| line.trim_start_matches("//!").split_whitespace().next())
        .collect();
    let place = |module: &Module| {
        let top = module.first().map_or("lib", String::as_str);
        order.iter().position(|name| *name == top).unwrap_or_else(|| panic!("{top} is not in the order of lib.rs"))
    };
    let imports: BTreeMap<&Module, BTreeSet<Module>> =
        files.iter().map(|(module, text)| (module, imports(files, module, text))).collect();
    let mut faults = Vec::new();
    for (module, imported) in &imports {
        for other in imported.iter().filter(|other| place(other) > place(module)) {
            faults.push(format!("{} imports {}, which stands after it", name(module), name(other)));
        }
    }
    faults.extend(circle(&imports).map(|circle| format!("a circle: {circle}")));
    faults
}

fn name(module: &Module) -> String {
    if module.is_empty() { "lib".to_owned() } else { module.join("::") }
}

/// The files that one file imports, without itself. A file imports the modules that it declares, but for the crate's root,
/// which declares all of them.
fn imports(files: &BTreeMap<Module, String>, module: &Module, text: &str) -> BTreeSet<Module> {
    let mut paths = Paths { module: module.clone(), found: Vec::new() };
    paths.visit_file(&syn::parse_file(text).unwrap_or_else(|why| panic!("{}: {why}", name(module))));
    let mut imported: BTreeSet<Module> = (paths.found.into_iter())
        .filter_map(|path| (0..=path.len()).rev().map(|end| path[..end].to_vec()).find(|path| files.contains_key(path)))
        .collect();
    imported.remove(module);
    imported
}

/// The paths that a file names from the crate's root on, tests aside.
struct Paths {
    module: Module,
    found: Vec<Module>,
}

impl Paths {
    /// A path as it is written, from the crate's root on; `None` for those of other crates and of names in scope.
    fn absolute(&self, segments: &[String]) -> Option<Module> {
        let ups = segments.iter().take_while(|segment| *segment == "super").count();
        let (base, rest) = match segments.first()?.as_str() {
            "crate" => (&[][..], &segments[1..]),
            "self" => (&self.module[..], &segments[1..]),
            "super" => (&self.module[..self.module.len().checked_sub(ups)?], &segments[ups..]),
            _ => return None,
        };
        Some([base, rest].concat())
    }

    fn read_use(&mut self, tree: &syn::UseTree, mut before: Vec<String>) {
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.read_use(&path.tree, before);
            }
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| self.read_use(tree, before.clone())),
            syn::UseTree::Name(syn::UseName { ident }) | syn::UseTree::Rename(syn::UseRename { ident, .. }) => {
                before.push(ident.to_string());
                self.found.extend(self.absolute(&before));
            }
            syn::UseTree::Glob(_) => self.found.extend(self.absolute(&before)),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        if item.attrs.iter().any(is_test) {
            return;
        }
        self.module.push(item.ident.to_string());
        if item.content.is_some() {
            visit::visit_item_mod(self, item);
        } else if self.module.len() > 1 {
            self.found.push(self.module.clone());
        }
        self.module.pop();
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.read_use(&item.tree, Vec::new());
    }

    /// `pub(crate)` and its like import nothing.
    fn visit_vis_restricted(&mut self, _: &'ast syn::VisRestricted) {}

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.found.extend(self.absolute(&segments));
        visit::visit_path(self, path);
    }
}

fn is_test(attribute: &syn::Attribute) -> bool {
    // `cfg(test)`, `cfg(all(test, …))`.
    let syn::Meta::List(list) = &attribute.meta else { return false };
    attribute.path().is_ident("cfg")
        && list.tokens.to_string().split(|c: char| !c.is_alphabetic()).any(|name| name == "test")
}

/// Files that import each other, the first again at the end; `None` where there are none.
fn circle(imports: &BTreeMap<&Module, BTreeSet<Module>>) -> Option<String> {
    /// Goes on from the last file of the way; gives the way back to itself.
    fn go(imports: &BTreeMap<&Module, BTreeSet<Module>>, way: &mut Vec<Module>, done: &mut BTreeSet<Module>) -> bool {
        let here = way.last().expect("a way begins somewhere").clone();
        for next in &imports[&here] {
            let closes = way.contains(next);
            way.push(next.clone());
            if closes || !done.contains(next) && go(imports, way, done) {
                return true;
            }
            way.pop();
        }
        done.insert(here);
        false
    }
    let mut done = BTreeSet::new();
    imports.keys().find_map(|start| {
        let mut way = vec![(*start).clone()];
        let found = !done.contains(*start) && go(imports, &mut way, &mut done);
        let last = way.last().expect("a way begins somewhere").clone();
        let first = way.iter().position(|module| *module == last).unwrap_or_default();
        found.then(|| way[first..].iter().map(name).collect::<Vec<_>>().join(" → "))
    })
}
