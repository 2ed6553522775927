//! What a schema says to programs, as a text, and which schemas say the same.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::{Map, Value};

use super::kind::{Kind, kind};
use super::properties::properties;
use super::values::values;
use super::{Site, View, relate};
use crate::diff::wire::comparison::{Comparison, Reach};
use crate::diff::wire::node::Node;
use crate::diff::wire::schema::properties::Property;

/// Members that are for people.
const TEXTS: &[&str] = &[
    "description",
    "title",
    "example",
    "examples",
    "externalDocs",
];

/// How deep a schema is looked at.
const MAX_DEPTH: usize = 64;

/// Returns what the schema at `node` says to programs, in an order of its own. References to schemas of which
/// `is_renamed` is true are all alike.
pub(in crate::diff::wire) fn shape(node: &Node<'_>, is_renamed: &dyn Fn(&str) -> bool) -> String {
    let mut shape = Shape {
        text: String::new(),
        is_renamed,
    };
    shape.write(node.value, MAX_DEPTH);
    shape.text
}

/// Returns what the schema `value` says to programs.
pub(super) fn shape_of(value: &Value) -> String {
    let mut shape = Shape {
        text: String::new(),
        is_renamed: &|_| false,
    };
    shape.write(value, MAX_DEPTH);
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

/// Returns whether two schemas have the same type and at least half of their properties, or listed values, in common.
pub(in crate::diff::wire) fn similar(old: &Node<'_>, new: &Node<'_>) -> bool {
    let view = |node: &Node<'_>| names(&vec![node.clone()]);
    let ((old_kind, old), (new_kind, new)) = (view(old), view(new));
    let shared = old.intersection(&new).count();
    let is_as_detailed = old.is_empty() == new.is_empty();
    old_kind == new_kind && is_as_detailed && shared * 2 >= old.len().min(new.len())
}

fn names(site: &Site<'_>) -> (Kind, BTreeSet<String>) {
    let view = View::new(site);
    let properties = properties(&view).into_keys().map(str::to_owned);
    let values = values(&view).unwrap_or_default().into_keys();
    (kind(&view), properties.chain(values).collect())
}

/// Returns whether two schemas are written alike; what they refer to is then related. The order of members does not
/// count.
///
/// Schemas that are put together of several are none of these: a change of one part can matter for the whole.
pub(super) fn compare_unchanged<'a>(
    comparison: &mut Comparison<'a>,
    reach: Reach,
    old: &Site<'a>,
    new: &Site<'a>,
) -> bool {
    let ([old], [new]) = (old.as_slice(), new.as_slice()) else {
        return false;
    };
    if old.value != new.value || is_composed(old) {
        return false;
    }
    descend(comparison, reach, old, new);
    true
}

fn is_composed(node: &Node<'_>) -> bool {
    ["allOf", "oneOf", "anyOf", "$ref"]
        .iter()
        .any(|key| node.get(key).is_some())
}

fn descend<'a>(comparison: &mut Comparison<'a>, reach: Reach, old: &Node<'a>, new: &Node<'a>) {
    for key in ["items", "additionalProperties"] {
        if let (Some(old), Some(new)) = (old.get(key), new.get(key)) {
            enter(comparison, reach, old, new);
        }
    }
    let (Some(old), Some(new)) = (old.get("properties"), new.get("properties")) else {
        return;
    };
    for (name, old) in old.all_members() {
        if let Some(new) = new.get(name) {
            let direction = |node: &Node<'a>| Property::new(node.clone()).direction();
            let direction = direction(&old).or(direction(&new));
            enter(comparison, reach.only(direction), old, new);
        }
    }
}

/// Relates what can refer to something else; scalars cannot.
fn enter<'a>(comparison: &mut Comparison<'a>, reach: Reach, old: Node<'a>, new: Node<'a>) {
    let holds = ["properties", "items", "additionalProperties"];
    if is_composed(&old) || holds.iter().any(|key| old.get(key).is_some()) {
        relate(comparison, reach, vec![old], vec![new]);
    }
}
