//! Which operations a document has.

use serde_json::Value;

use super::naming::operation_name;
use crate::diagnostics::Pointer;
use crate::load::Document;
use crate::lower::context::Context;

/// A method that a path item can have (OpenAPI 3.0.3, Path Item Object).
#[derive(Debug)]
pub(super) struct Method {
    /// Its key in the document.
    pub key: &'static str,
    /// Its name in the runtime.
    pub rust: &'static str,
}

const METHODS: &[Method] = &[
    Method {
        key: "get",
        rust: "Get",
    },
    Method {
        key: "put",
        rust: "Put",
    },
    Method {
        key: "post",
        rust: "Post",
    },
    Method {
        key: "delete",
        rust: "Delete",
    },
    Method {
        key: "options",
        rust: "Options",
    },
    Method {
        key: "head",
        rust: "Head",
    },
    Method {
        key: "patch",
        rust: "Patch",
    },
    Method {
        key: "trace",
        rust: "Trace",
    },
];

/// Operations without a tag belong to this one.
const UNTAGGED: &str = "general";

/// An operation and what its surroundings say of it.
#[derive(Debug)]
pub(super) struct Found {
    pub at: Pointer,
    /// The path item that holds it.
    pub item: Pointer,
    pub path: String,
    pub method: &'static Method,
    pub id: String,
    pub tag: String,
    pub deprecated: bool,
}

/// All operations in the document's order.
pub(super) fn discover(context: &mut Context<'_>) -> Vec<Found> {
    let document = context.document;
    let paths = Pointer::root().child("paths");
    let Some(members) = document.value(&paths).and_then(Value::as_object) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for path in members.keys().filter(|path| !path.starts_with("x-")) {
        if let Some(item) = context.resolve(&paths.child(path)) {
            found.extend(
                METHODS
                    .iter()
                    .filter_map(|method| of_method(document, &item, path, method)),
            );
        }
    }
    found
}

fn of_method(
    document: &Document,
    item: &Pointer,
    path: &str,
    method: &'static Method,
) -> Option<Found> {
    let at = item.child(method.key);
    let node = document.value(&at)?;
    let tag = node
        .get("tags")
        .and_then(|tags| tags.get(0))
        .and_then(Value::as_str)
        .filter(|tag| !tag.trim().is_empty());
    Some(Found {
        item: item.clone(),
        path: path.to_owned(),
        method,
        id: operation_name(document, path, method.key),
        tag: tag.unwrap_or(UNTAGGED).to_owned(),
        deprecated: node.get("deprecated") == Some(&Value::Bool(true)),
        at,
    })
}

/// What the document says of a tag.
pub(super) fn tag_description(document: &Document, tag: &str) -> String {
    let tags = document
        .value(&Pointer::root().child("tags"))
        .and_then(Value::as_array);
    let declared = tags
        .into_iter()
        .flatten()
        .find(|declared| declared.get("name").and_then(Value::as_str) == Some(tag));
    declared
        .and_then(|tag| tag.get("description"))
        .and_then(Value::as_str)
        .unwrap_or_default()
        .to_owned()
}
