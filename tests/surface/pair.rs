//! Two documents.

use clientsmith::surface::{ItemChange, Level, changes};
use clientsmith::{Document, Package, Settings};
use serde_json::{Map, Value};

use crate::base::BASE;

/// A change, as what makes the base document the old and the new one: a JSON merge patch (RFC 7396), in YAML.
pub struct Pair {
    /// What changes.
    pub name: &'static str,
    /// The highest level of the changes, if there are any.
    pub level: Option<Level>,
    /// Whether old programs compile although they would do something else.
    pub is_silent: bool,
    /// What makes the old document.
    pub old: &'static str,
    /// What makes the new document.
    pub new: &'static str,
}

impl Pair {
    /// The changes for programs.
    pub fn changes(&self) -> Vec<ItemChange> {
        changes(&document(self.old), &document(self.new))
    }
}

/// The client of the document that `patch` makes.
pub fn client(patch: &str, name: &str) -> Package {
    clientsmith::generate(&document(patch), &Settings::for_package(name)).unwrap()
}

fn document(patch: &str) -> Document {
    let mut value: Value = serde_yaml::from_str(BASE).unwrap();
    merge(&mut value, serde_yaml::from_str(patch).unwrap());
    Document::read("things.json", value.to_string().as_bytes()).unwrap()
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
