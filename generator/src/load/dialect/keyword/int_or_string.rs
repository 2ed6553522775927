//! Values that are integers or strings, as Kubernetes writes them.

use serde_json::{Map, Value, json};

use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// The format that says so beside `type: string`, and the extension that says so without it.
pub(super) const FORMAT: &str = "int-or-string";
const EXTENSION: &str = "x-kubernetes-int-or-string";

/// Keywords of the alternative that is a string, and of the one that is an integer.
const OF_STRINGS: &[&str] = &["pattern", "minLength", "maxLength"];
const OF_INTEGERS: &[&str] = &[
    "minimum",
    "maximum",
    "exclusiveMinimum",
    "exclusiveMaximum",
    "multipleOf",
];

/// Makes two alternatives of such a schema, unless it has others.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let has_format = members.get("format").and_then(Value::as_str) == Some(FORMAT);
    if !has_format && members.get(EXTENSION) != Some(&Value::Bool(true)) {
        return;
    }
    if has_format {
        members.shift_remove("format");
    }
    let is_composed = ["$ref", "enum", "allOf", "anyOf", "oneOf"]
        .iter()
        .any(|key| members.contains_key(*key));
    if is_composed {
        return;
    }
    if has_null(members.shift_remove("type").as_ref()) {
        members.insert("nullable".to_owned(), Value::Bool(true));
    }
    let alternatives =
        [("integer", OF_INTEGERS), ("string", OF_STRINGS)].map(|(kind, keywords)| {
            let own = keywords
                .iter()
                .filter_map(|key| members.shift_remove_entry(*key));
            [("type".to_owned(), json!(kind))]
                .into_iter()
                .chain(own)
                .collect::<Map<_, _>>()
        });
    let (any_of, own) = (trail.member("anyOf").pointer(), trail.pointer());
    for place in 0..alternatives.len() {
        report.origins.moved(any_of.index(place), &own);
    }
    members.insert("anyOf".to_owned(), json!(alternatives));
}

fn has_null(kind: Option<&Value>) -> bool {
    let kinds = kind.and_then(Value::as_array);
    kinds.is_some_and(|kinds| kinds.iter().any(|kind| kind == "null" || kind.is_null()))
}
