//! What ARCHITECTURE.md says that modules of the generator import.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use clientsmith_tests::root;
use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use syn::visit::{Visit, visit_item_mod, visit_path, visit_use_path};

use crate::sources::rust;

/// The modules of the generator that one of them names after `crate::`.
#[derive(Default)]
struct Imports(BTreeSet<String>);

impl<'ast> Visit<'ast> for Imports {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let mut segments = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        if segments.next().is_some_and(|first| first == "crate") {
            self.0.extend(segments.next());
        }
        visit_path(self, path);
    }

    /// Tests of a module may run the whole pipeline.
    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        let is_test = |attribute: &syn::Attribute| {
            attribute
                .meta
                .require_list()
                .is_ok_and(|list| list.path.is_ident("cfg") && list.tokens.to_string() == "test")
        };
        if !module.attrs.iter().any(is_test) {
            visit_item_mod(self, module);
        }
    }

    fn visit_use_path(&mut self, path: &'ast syn::UsePath) {
        if path.ident == "crate" {
            self.0.extend(first_names(&path.tree));
        }
        visit_use_path(self, path);
    }
}

fn first_names(tree: &syn::UseTree) -> Vec<String> {
    match tree {
        syn::UseTree::Path(path) => vec![path.ident.to_string()],
        syn::UseTree::Name(name) => vec![name.ident.to_string()],
        syn::UseTree::Rename(rename) => vec![rename.ident.to_string()],
        syn::UseTree::Group(group) => group.items.iter().flat_map(first_names).collect(),
        syn::UseTree::Glob(_) => Vec::new(),
    }
}

/// The names that the crate exports, each with its module.
fn exports() -> BTreeMap<String, String> {
    let library = fs::read_to_string(root().join("generator/src/lib.rs")).unwrap();
    let mut exports = BTreeMap::new();
    for item in syn::parse_file(&library).unwrap().items {
        let syn::Item::Use(item) = item else { continue };
        if let syn::UseTree::Path(path) = item.tree {
            let names = first_names(&path.tree).into_iter();
            exports.extend(names.map(|name| (name, path.ident.to_string())));
        }
    }
    exports
}

/// What each module of the generator imports, apart from its tests.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let exports = exports();
    let mut imports: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let is_test = |path: &str| path.ends_with("tests.rs") || path.contains("/tests/");
    for source in rust("generator/src") {
        if is_test(&source.path) {
            continue;
        }
        let module = source.path.trim_start_matches("generator/src/");
        let module = module.split(['/', '.']).next().unwrap_or_default();
        let mut named = Imports::default();
        named.visit_file(&syn::parse_file(&source.text).unwrap());
        let modules = named.0.into_iter();
        let modules = modules.map(|name| exports.get(&name).cloned().unwrap_or(name));
        imports
            .entry(module.to_owned())
            .or_default()
            .extend(modules);
    }
    imports
}

/// A module can be understood with those that it imports, so these may not import it in turn.
#[test]
fn no_modules_import_each_other() {
    let imports = imports();
    let edges = imports.iter().flat_map(|(module, named)| {
        let others = named.iter().filter(move |name| *name != module);
        others.map(move |name| (module.as_str(), name.as_str()))
    });
    let graph = DiGraphMap::<&str, ()>::from_edges(edges);
    let circles: Vec<Vec<&str>> = tarjan_scc(&graph);
    let circles: Vec<_> = circles
        .into_iter()
        .filter(|circle| circle.len() > 1)
        .collect();
    assert!(circles.is_empty(), "these import each other: {circles:?}");
}

#[test]
fn modules_import_what_the_architecture_says() {
    let imports = imports();
    let row = |(module, named): (&String, &BTreeSet<String>)| {
        let others = named
            .iter()
            .filter(|name| *name != module && imports.contains_key(*name));
        let others: Vec<String> = others.map(|name| format!("`{name}`")).collect();
        let is_root = ["lib", "main"].contains(&module.as_str());
        (!is_root && !others.is_empty())
            .then(|| format!("| `{module}` | {} |\n", others.join(", ")))
    };
    let rows: String = imports.iter().filter_map(row).collect();
    let table = format!("| Module | Imports |\n|---|---|\n{rows}\n");
    let page = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    assert!(
        page.contains(&table),
        "ARCHITECTURE.md has no table\n{table}"
    );
}
