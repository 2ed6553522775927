//! What is wrong with a document.

use serde_json::{Value, json};

use super::choices::Choices;
use super::pointers::{pointers, remove};
use super::references::fragment;
use super::texts;

/// Lists or mappings around a value: below, about and above what is read.
const LEVELS: [usize; 4] = [10, 60, 110, 200];

/// Spoils between one and eight places.
pub(super) fn spoil(root: &mut Value, choices: &mut Choices<'_>) {
    for _ in 0..=choices.below(8) {
        let pointers = pointers(root);
        let pointer = choices.any(&pointers).cloned().unwrap_or_default();
        let odd = odd(root, &pointer, &pointers, choices);
        match odd {
            Some(odd) => put(root, &pointer, odd),
            None => remove(root, &pointer),
        }
    }
}

/// What shall stand at `pointer`; `None` if nothing shall.
fn odd(
    root: &Value,
    pointer: &str,
    pointers: &[String],
    choices: &mut Choices<'_>,
) -> Option<Value> {
    let value = root.pointer(pointer).cloned().unwrap_or_default();
    let other = choices.any(pointers).map_or("", String::as_str);
    let odd = match choices.below(12) {
        0 => return None,
        1 => json!(null),
        2 => json!({ "$ref": fragment(other) }),
        3 => json!({ "$ref": choices.one(REFERENCES) }),
        4 => root.pointer(other).cloned().unwrap_or_default(),
        5 => json!([value]),
        6 => json!({ (texts::name(choices)): value }),
        7 => with_odd_key(value, choices),
        8 => deep(value, choices),
        9 => json!(value.to_string()),
        _ => choices.one(&plain()).clone(),
    };
    Some(odd)
}

const REFERENCES: &[&str] = &[
    "",
    "#",
    "#/",
    "#//",
    "#/components",
    "#/components/schemas/",
    "#/components/schemas/no such",
    "other.yaml",
    "#foo",
    "https://example.com/x.json#/a",
    "#/%zz",
    "#/~2",
    "components/schemas/x",
    "#/paths/~1",
    "\u{0}",
    "#/components/schemas/x/../y",
];

fn plain() -> [Value; 12] {
    [
        json!(true),
        json!(0),
        json!(-1),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("odd"),
        json!([]),
        json!([null, {}]),
        json!({}),
        json!({ "type": "no such" }),
        json!({ "type": ["string", 1] }),
    ]
}

fn with_odd_key(mut value: Value, choices: &mut Choices<'_>) -> Value {
    const KEYS: &[&str] = &[
        "$ref",
        "type",
        "allOf",
        "oneOf",
        "items",
        "nullable",
        "enum",
        "const",
        "in",
        "properties",
        "required",
    ];
    if let Value::Object(members) = &mut value {
        let odd = choices.one(&plain()).clone();
        let _ = members.insert((*choices.one(KEYS)).to_owned(), odd);
    }
    value
}

fn deep(value: Value, choices: &mut Choices<'_>) -> Value {
    let key = *choices.one(&["", "items", "properties", "not", "additionalProperties"]);
    let wrap = |inner| {
        if key.is_empty() {
            json!([inner])
        } else {
            json!({ (key): inner })
        }
    };
    (0..*choices.one(&LEVELS)).fold(value, |inner, _| wrap(inner))
}

fn put(root: &mut Value, pointer: &str, value: Value) {
    if let Some(place) = root.pointer_mut(pointer) {
        *place = value;
    }
}
