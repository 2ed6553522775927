//! What a schema says to programs, as a text.

use std::fmt::Write;

use serde_json::{Map, Value};

use crate::diff::wire::node::Node;

/// Members that are for people.
const TEXTS: &[&str] = &[
    "description",
    "title",
    "example",
    "examples",
    "externalDocs",
];

/// How deep a schema is looked at.
const DEEPEST: usize = 64;

/// What the schema at `node` says to programs, in an order of its own. References to schemas of which `is_renamed` is
/// true are all alike.
pub(in crate::diff::wire) fn shape(node: &Node<'_>, is_renamed: &dyn Fn(&str) -> bool) -> String {
    let mut shape = Shape {
        text: String::new(),
        is_renamed,
    };
    shape.write(node.value, DEEPEST);
    shape.text
}

/// What the schema `value` says to programs.
pub(super) fn shape_of(value: &Value) -> String {
    let mut shape = Shape {
        text: String::new(),
        is_renamed: &|_| false,
    };
    shape.write(value, DEEPEST);
    shape.text
}

struct Shape<'f> {
    text: String,
    is_renamed: &'f dyn Fn(&str) -> bool,
}

impl Shape<'_> {
    fn write(&mut self, value: &Value, depth: usize) {
        let Some(depth) = depth.checked_sub(1) else {
            return;
        };
        match value {
            Value::Object(members) => self.write_members(members, depth),
            Value::Array(values) => {
                self.text.push('[');
                for value in values {
                    self.write(value, depth);
                    self.text.push(',');
                }
                self.text.push(']');
            }
            scalar => self.text.push_str(&scalar.to_string()),
        }
    }

    fn write_members(&mut self, members: &Map<String, Value>, depth: usize) {
        let is_text = |key: &str, value: &Value| {
            key.starts_with("x-") || TEXTS.contains(&key) && value.is_string()
        };
        let mut members: Vec<_> = members.iter().collect();
        members.sort_by_key(|(key, _)| *key);
        self.text.push('{');
        for (key, value) in members {
            if is_text(key, value) {
                continue;
            }
            // Writing to a `String` cannot fail.
            let _ = write!(self.text, "{key:?}:");
            match value.as_str() {
                Some(target) if key == "$ref" && (self.is_renamed)(target) => {
                    self.text.push_str("renamed");
                }
                _ => self.write(value, depth),
            }
        }
        self.text.push('}');
    }
}
