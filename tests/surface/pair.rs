//! Two documents.

use std::fs;

use clientsmith::surface::{ItemChange, Level, changes};
use clientsmith::{Document, Package, Settings};
use serde_json::{Map, Value};

use crate::base::BASE;

/// A change, as what makes a document the old and the new one: a JSON merge patch (RFC 7396), in YAML.
pub struct Pair {
    /// What changes.
    pub name: &'static str,
    /// The highest level of the changes, if there are any.
    pub level: Option<Level>,
    /// Whether old programs compile although they would do something else.
    pub is_silent: bool,
    /// The document in `spec/` that changes, without extension; the base document, if there is none.
    pub spec: Option<&'static str>,
    /// What makes the old document.
    pub old: &'static str,
    /// What makes the new document.
    pub new: &'static str,
}

impl Pair {
    /// The changes for programs.
    pub fn changes(&self) -> Vec<ItemChange> {
        let (old, new) = (self.document(self.old), self.document(self.new));
        changes(&old, &new, &self.settings("things"))
    }

    /// The client called `name` of the old document.
    pub fn old_client(&self, name: &str) -> Package {
        self.client(self.old, name)
    }

    /// The client called `name` of the new document.
    pub fn new_client(&self, name: &str) -> Package {
        self.client(self.new, name)
    }

    fn client(&self, patch: &str, name: &str) -> Package {
        clientsmith::generate(&self.document(patch), &self.settings(name)).unwrap()
    }

    fn document(&self, patch: &str) -> Document {
        let base = match self.spec {
            Some(spec) => &read(&format!("{spec}.yaml")),
            None => BASE,
        };
        let mut value: Value = serde_yaml::from_str(base).unwrap();
        merge(&mut value, serde_yaml::from_str(patch).unwrap());
        Document::read("things.json", value.to_string().as_bytes()).unwrap()
    }

    fn settings(&self, name: &str) -> Settings {
        let text = self.spec.map(|spec| read(&format!("{spec}.toml")));
        Settings::read_for(name, "things.toml", &text.unwrap_or_default()).unwrap()
    }
}

fn read(file: &str) -> String {
    fs::read_to_string(clientsmith_tests::root().join("spec").join(file)).unwrap()
}

/// Applies a JSON merge patch (RFC 7396, section 2).
fn merge(target: &mut Value, patch: Value) {
    let Value::Object(patch) = patch else {
        *target = patch;
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let members = target.as_object_mut().unwrap();
    for (key, value) in patch {
        if value.is_null() {
            members.remove(&key);
        } else {
            merge(members.entry(key).or_insert(Value::Null), value);
        }
    }
}
