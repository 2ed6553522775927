//! What a schema says to programs, as a text.

use std::fmt::Write;

use serde_json::Value;

use crate::diff::wire::node::Node;

/// Members that are for people.
const TEXTS: &[&str] = &["description", "title", "example", "examples", "externalDocs"];

/// How deep a schema is looked at.
const DEEPEST: usize = 64;

/// What the schema at `node` says to programs, in an order of its own.
pub(super) fn shape(node: &Node<'_>) -> String {
    let mut text = String::new();
    write(&mut text, node.value, DEEPEST);
    text
}

fn write(text: &mut String, value: &Value, depth: usize) {
    let Some(depth) = depth.checked_sub(1) else {
        return;
    };
    match value {
        Value::Object(members) => {
            let mut members: Vec<_> = members.iter().collect();
            members.sort_by_key(|(key, _)| *key);
            text.push('{');
            for (key, value) in members {
                if !(TEXTS.contains(&key.as_str()) && value.is_string()) && !key.starts_with("x-") {
                    // Writing to a `String` cannot fail.
                    let _ = write!(text, "{key:?}:");
                    write_value(text, value, depth);
                }
            }
            text.push('}');
        }
        other => write_value(text, other, depth),
    }
}

fn write_value(text: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Object(_) => write(text, value, depth),
        Value::Array(values) => {
            text.push('[');
            for value in values {
                write(text, value, depth);
                text.push(',');
            }
            text.push(']');
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}
