//! Which operations a document has.

use serde_json::Value;

use super::naming::operation_name;
use crate::diagnostics::Pointer;
use crate::load::Document;
use crate::lower::codes::{CALLBACKS_IGNORED, PATH_MALFORMED, SERVERS_IGNORED};
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
    /// What it is named after.
    pub id: String,
    /// Whether that is its `operationId`.
    pub has_id: bool,
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
        let at = paths.child(path);
        report_malformed(context, path, &at);
        let Some(item) = context.resolve(&at) else {
            continue;
        };
        if item != at {
            context.path_items.insert(item.clone(), path.clone());
        }
        report_ignored(context, &item);
        for method in METHODS {
            if let Some(operation) = of_method(document, &item, path, method) {
                report_ignored(context, &operation.at);
                found.push(operation);
            }
        }
    }
    found
}

/// Notes a path that is no template (OpenAPI 3.0.3, Path Templating).
fn report_malformed(context: &mut Context<'_>, path: &str, at: &Pointer) {
    let is_closed = path.split('{').skip(1).all(|part| {
        part.split_once('}')
            .is_some_and(|(name, _)| !name.is_empty())
    });
    let is_opened = path.split('}').rev().skip(1).all(|part| part.contains('{'));
    if !path.starts_with('/') || !is_closed || !is_opened {
        context.report(&PATH_MALFORMED, format!("`{path}` is no path template"), at);
    }
}

/// Notes what a client has no use for.
fn report_ignored(context: &mut Context<'_>, at: &Pointer) {
    let has = |key: &str| {
        context
            .document
            .value(&at.child(key))
            .is_some_and(|value| !value.is_null())
    };
    let (servers, callbacks) = (has("servers"), has("callbacks"));
    if servers {
        context.report(
            &SERVERS_IGNORED,
            "servers of single paths and operations are not used",
            &at.child("servers"),
        );
    }
    if callbacks {
        context.report(
            &CALLBACKS_IGNORED,
            "callbacks are not generated",
            &at.child("callbacks"),
        );
    }
}

fn of_method(
    document: &Document,
    item: &Pointer,
    path: &str,
    method: &'static Method,
) -> Option<Found> {
    let at = item.child(method.key);
    let node = document.value(&at).filter(|node| node.is_object())?;
    let tag = node
        .get("tags")
        .and_then(|tags| tags.get(0))
        .and_then(Value::as_str)
        .filter(|tag| !tag.trim().is_empty());
    Some(Found {
        item: item.clone(),
        path: path.to_owned(),
        method,
        has_id: super::naming::operation_id(node).is_some(),
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
