//! Documents, and what mutations make of them.

use std::path::PathBuf;
use std::{env, fs};

use clientsmith::{Document, Package, Settings};
use serde_json::Value;

use crate::mutation::{self, Expected};

/// A document before and after some mutations.
pub struct Mutated {
    pub name: String,
    pub old: Value,
    pub new: Value,
    /// What a report should have.
    pub expected: Vec<Expected>,
}

/// `count` mutated documents of each document, always the same.
pub fn mutated(count: u64) -> impl Iterator<Item = Mutated> {
    documents().into_iter().flat_map(move |(name, old)| {
        (0..count).map(move |seed| {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut new = old.clone();
            let expected = mutation::mutate(&mut random, &mut new);
            Mutated {
                name: format!("{name} {seed}"),
                old: old.clone(),
                new,
                expected,
            }
        })
    })
}

fn documents() -> Vec<(String, Value)> {
    let spec = clientsmith_tests::root().join("spec");
    let names = ["tiger-cloud", "clickhouse-cloud", "ionos-postgres"];
    let own = names.map(|name| spec.join(name).with_extension("yaml"));
    let given = env::var_os("MUTATED_DOCUMENTS").unwrap_or_default();
    let given: Vec<PathBuf> = env::split_paths(&given)
        .filter(|path| path.is_file())
        .collect();
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let value = serde_yaml::from_str(&fs::read_to_string(path).unwrap()).unwrap();
        (name, value)
    };
    own.into_iter().chain(given).map(read).collect()
}

impl Mutated {
    pub fn read_old(&self) -> Document {
        read("old.json", &self.old)
    }

    pub fn read_new(&self) -> Document {
        read("new.json", &self.new)
    }

    /// The client of a document, called `name`.
    pub fn client(document: &Document, name: &str) -> Package {
        clientsmith::generate(document, &Settings::for_package(name)).unwrap()
    }
}

fn read(name: &str, value: &Value) -> Document {
    Document::read(name, value.to_string().as_bytes()).unwrap()
}
