//! A copy of one node in which each child is a reference to its place.

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;

/// Which members of a node are nodes, and which are left out of the copy.
#[derive(Clone, Copy)]
pub(crate) struct Children {
    members: &'static [(&'static str, Child)],
    dropped: &'static [&'static str],
}

/// What a member holds.
#[derive(Clone, Copy)]
enum Child {
    /// A node.
    One,
    /// An array of nodes.
    List,
    /// An object of nodes.
    Map,
    /// An object of media types, each with a schema.
    Content,
    /// A list of names. A truth value is of the parameter or member that the schema describes.
    Names,
    /// An object whose members are asked for by their places alone.
    Apart,
}

/// Members that hold samples or links, which no stage reads.
const SAMPLES: &[&str] = &[
    "example",
    "examples",
    "externalDocs",
    "xml",
    "callbacks",
    "links",
    "headers",
    "encoding",
];

pub(super) const SCHEMA: Children = Children {
    members: &[
        ("properties", Child::Map),
        ("items", Child::One),
        ("additionalProperties", Child::One),
        ("not", Child::One),
        ("allOf", Child::List),
        ("oneOf", Child::List),
        ("anyOf", Child::List),
        ("required", Child::Names),
    ],
    dropped: SAMPLES,
};
pub(super) const PARAMETER: Children = Children {
    members: &[("schema", Child::One), ("content", Child::Content)],
    dropped: SAMPLES,
};
pub(super) const REQUEST_BODY: Children = Children {
    members: &[("content", Child::Content)],
    dropped: SAMPLES,
};
pub(super) const RESPONSE: Children = REQUEST_BODY;
pub(super) const OPERATION: Children = Children {
    members: &[("responses", Child::Apart)],
    dropped: &[
        "operationId",
        "tags",
        "parameters",
        "requestBody",
        "security",
        "servers",
        "callbacks",
        "externalDocs",
    ],
};

const MEDIA_TYPE: Children = Children {
    members: &[("schema", Child::One)],
    dropped: SAMPLES,
};

pub(super) fn shallow(value: &Value, at: &Pointer, children: Children) -> Value {
    let Value::Object(members) = value else {
        return value.clone();
    };
    let kept = members.iter().filter(|(key, _)| is_kept(key, children));
    Value::Object(
        kept.map(|(key, value)| (key.clone(), member(key, value, at, children)))
            .collect(),
    )
}

fn is_kept(key: &str, children: Children) -> bool {
    !key.starts_with("x-") && key != "$ref" && !children.dropped.contains(&key)
}

fn member(key: &str, value: &Value, at: &Pointer, children: Children) -> Value {
    let Some((_, child)) = children.members.iter().find(|(name, _)| *name == key) else {
        return value.clone();
    };
    let at = at.child(key);
    match (child, value) {
        (Child::One, Value::Object(_)) => reference(&at),
        (Child::List, Value::Array(items)) => (0..items.len())
            .map(|place| reference(&at.index(place)))
            .collect(),
        (Child::Map, Value::Object(members)) => each(members, |key, _| reference(&at.child(key))),
        (Child::Content, Value::Object(members)) => {
            each(members, |key, value| media_type(value, &at.child(key)))
        }
        (Child::Names, Value::Bool(_)) => Value::Array(Vec::new()),
        (Child::Apart, _) => Value::Object(Map::new()),
        _ => value.clone(),
    }
}

/// A media type with nothing behind it says as much as an empty object.
fn media_type(value: &Value, at: &Pointer) -> Value {
    match value {
        Value::Null => Value::Object(Map::new()),
        value => shallow(value, at, MEDIA_TYPE),
    }
}

fn each(members: &Map<String, Value>, change: impl Fn(&str, &Value) -> Value) -> Value {
    Value::Object(
        members
            .iter()
            .map(|(key, value)| (key.clone(), change(key, value)))
            .collect(),
    )
}

fn reference(at: &Pointer) -> Value {
    Value::Object(Map::from_iter([(
        "$ref".to_owned(),
        Value::String(format!("#{}", at.as_str())),
    )]))
}
