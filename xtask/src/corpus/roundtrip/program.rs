//! The crate of the test program.

use std::collections::BTreeSet;

use super::Plan;

/// The test program for `plan` as a crate called `name`, which depends on the client `client` in the folder beside it:
/// its files by their paths. It takes cases by the number of their type, so that it need not be compiled again when an
/// example changes.
#[must_use]
pub fn program(name: &str, client: &str, plan: &Plan) -> Vec<(String, String)> {
    let rows: Vec<String> = types(plan)
        .iter()
        .map(|ty| format!("    again::<{ty}>,\n"))
        .collect();
    let library = client.replace('-', "_");
    let main = MAIN
        .replace("CLIENT", &library)
        .replace("    ROWS\n", &rows.concat());
    let manifest = MANIFEST.replace("NAME", name).replace("CLIENT", client);
    vec![
        ("Cargo.toml".to_owned(), manifest),
        ("src/main.rs".to_owned(), main),
    ]
}

/// The types of the cases; the program knows them by their numbers.
pub fn types(plan: &Plan) -> BTreeSet<&str> {
    plan.cases.iter().map(|case| case.ty.as_str()).collect()
}

const MANIFEST: &str = r#"[package]
name = "NAME"
edition = "2024"

[dependencies]
CLIENT = { path = "../CLIENT", default-features = false }
serde = { version = "1", default-features = false }
"#;

const MAIN: &str = r#"use std::io::Write;

#[allow(unused_imports)]
use CLIENT::*;

type Again = fn(&str) -> Result<String, String>;

const TYPES: &[Again] = &[
    ROWS
];

fn again<T: serde::Serialize + serde::de::DeserializeOwned>(text: &str) -> Result<String, String> {
    let value = serde_json::from_str::<T>(text).map_err(|error| error.to_string())?;
    serde_json::to_string(&value).map_err(|error| error.to_string())
}

fn main() {
    let file = std::env::args().nth(1).expect("a file with cases");
    let text = std::fs::read_to_string(file).expect("a file that can be read");
    let cases: Vec<(usize, String)> = serde_json::from_str(&text).expect("pairs of a type and a value");
    let mut output = std::io::stdout().lock();
    for (ty, text) in cases {
        let line = serde_json::to_string(&TYPES[ty](&text)).expect("texts");
        writeln!(output, "{line}").and_then(|()| output.flush()).expect("a reader");
    }
}
"#;
