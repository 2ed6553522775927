//! The clients of all cases as modules of a few crates, whose documentation is made.
//!
//! Rustdoc reads the traits of all dependencies for each crate, which takes most of its time. So a few crates are
//! documented in place of some hundred, and the clients are shown to work as modules besides.

use std::fmt::Write as _;
use std::path::Path;

use rayon::prelude::*;
use toml::{Table, Value};

use crate::case::Case;
use crate::workspace::{in_repository, put};

/// How many crates there are; cargo documents several at a time.
const CRATES: usize = 4;

/// Writes the crates below `workspace`, and gives their names.
pub fn write(workspace: &Path, cases: &[Case]) -> Vec<String> {
    let size = cases.len().div_ceil(CRATES);
    let crates = cases.chunks(size).enumerate();
    let names = crates.map(|(number, cases)| {
        let name = format!("documentation-{number}");
        write_crate(&workspace.join(&name), &name, cases);
        name
    });
    names.collect()
}

fn write_crate(folder: &Path, name: &str, cases: &[Case]) {
    let clients: Vec<_> = cases
        .par_iter()
        .filter_map(|case| client(&folder.join("src"), case))
        .collect();
    // As high as the client that needs most.
    let mut root = "//! Clients as modules.\n#![recursion_limit = \"1024\"]\n".to_owned();
    let mut package = toml::toml! { version = "0.1.0" edition = "2024" };
    package.insert("name".to_owned(), name.into());
    let mut manifest = toml::toml! { dependencies = {} features = {} };
    manifest.insert("package".to_owned(), package.into());
    for (declaration, own) in clients {
        root.push_str(&declaration);
        for table in ["dependencies", "features"] {
            merge(&mut manifest[table], &own[table]);
        }
    }
    put(&folder.join("src/lib.rs"), &root);
    put(&folder.join("Cargo.toml"), &manifest.to_string());
}

/// Writes the client of a case to a folder in `sources`, and gives its declaration and the manifest that it has as a
/// crate. What a crate says of itself is said of the module.
fn client(sources: &Path, case: &Case) -> Option<(String, Table)> {
    let as_crate = case.generate_with(in_repository()).ok()?;
    let module = case.generate_module(in_repository()).ok()?;
    let name = case.module();
    let written = module.write_to(&sources.join(&name));
    written.unwrap_or_else(|error| panic!("{name}: {error}"));
    let file = |path: &str| as_crate.files().find(|(each, _)| *each == path).unwrap().1;
    let mut declaration = format!("pub mod {name} {{\n");
    for line in file("src/lib.rs").lines() {
        if line.starts_with("//!") {
            let line = line.replace("](crate::", &format!("](crate::{name}::"));
            writeln!(declaration, "{line}").unwrap();
        }
    }
    writeln!(declaration, "include!(\"{name}/mod.rs\");\n}}").unwrap();
    Some((declaration, toml::from_str(file("Cargo.toml")).unwrap()))
}

/// Adds to `all` what only `own` has.
fn merge(all: &mut Value, own: &Value) {
    match (all, own) {
        (Value::Table(all), Value::Table(own)) => {
            for (key, value) in own {
                let known = all.entry(key).or_insert_with(|| value.clone());
                merge(known, value);
            }
        }
        (Value::Array(all), Value::Array(own)) => {
            let new: Vec<_> = own.iter().filter(|item| !all.contains(item)).collect();
            all.extend(new.into_iter().cloned());
        }
        _ => {}
    }
}
