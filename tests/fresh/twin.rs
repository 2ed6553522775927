//! A document makes the same client in YAML as in JSON.

use std::fs;

use clientsmith::{Document, Settings};
use clientsmith_tests::root;
use serde_json::Value;
use xtask::api::{self, Api};

use crate::made::{Files, assert_same, files};

#[test]
fn yaml_and_json_make_the_same() {
    for api in api::all(&root()).unwrap() {
        let text = fs::read_to_string(root().join(&api.document)).unwrap();
        let tree: Value = serde_yaml::from_str(&text).unwrap();
        assert_same(
            &made(&api, text.as_bytes()),
            &made(&api, tree.to_string().as_bytes()),
        );
    }
}

/// What `document` makes in place of that of `api`, without the warnings: they show its text.
fn made(api: &Api, document: &[u8]) -> Files {
    let document = Document::read("document", document).unwrap();
    let mut files = files(
        api,
        &clientsmith::generate(&document, &settings(api)).unwrap(),
    );
    files.retain(|path, _| !path.ends_with("/warnings"));
    files
}

fn settings(api: &Api) -> Settings {
    let Some(path) = &api.settings else {
        return Settings::for_package(&api.name);
    };
    Settings::read("settings", &fs::read_to_string(root().join(path)).unwrap()).unwrap()
}
