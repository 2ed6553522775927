//! Which operations a document has.

use openapiv3::Operation;
use serde_json::Value;

use super::naming::{first_tag, operation_name};
use super::template::{Template, template};
use crate::codes::lower::{CALLBACKS_IGNORED, METHOD_IGNORED};
use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::shapes::keys;

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

/// An operation and what its surroundings say of it.
#[derive(Debug)]
pub(super) struct Found {
    pub at: Pointer,
    /// The path item that holds it.
    pub item: Pointer,
    /// Its key among the paths.
    pub key: String,
    /// The path template that the key means.
    pub path: String,
    /// Parameters of the path whose values may have slashes in them.
    pub spanning: Vec<String>,
    /// Parameters of the query that the key names.
    pub query: Vec<String>,
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
    let paths = Pointer::root().child("paths");
    let mut found = Vec::new();
    for key in keys(context, &paths, "`paths`") {
        let at = paths.child(key);
        let Some(template) = template(context, key, &at) else {
            continue;
        };
        let Some(item) = context.resolve_or(&at, "this path is ignored") else {
            continue;
        };
        if item != at {
            context.path_items.insert(item.clone(), key.to_owned());
        }
        report_callbacks(context, &item);
        let members = keys(context, &item, "this path");
        report_methods(context, &item, &members);
        for method in METHODS
            .iter()
            .filter(|method| members.contains(&method.key))
        {
            found.extend(of_method(context, &item, key, &template, method));
        }
    }
    found
}

/// Notes operations with methods that no generated client has (OpenAPI 3.2.0, Path Item Object), and those that no
/// version of the specification knows.
fn report_methods(context: &mut Context<'_>, item: &Pointer, members: &[&str]) {
    let is_known = |key: &str| METHODS.iter().any(|method| method.key == key);
    for key in members.iter().filter(|key| !is_known(key)) {
        let at = item.child(key);
        let is_other = ["query", "additionalOperations"].contains(key);
        if is_other || is_operation(context, key, &at) {
            let message = format!("`{key}` of this path is not supported");
            context.report(&METHOD_IGNORED, message, &at);
        }
    }
}

/// Whether the member `key` of a path item, which stands at `at`, looks like an operation.
fn is_operation(context: &Context<'_>, key: &str, at: &Pointer) -> bool {
    let node = context.document.value(at);
    let has = |member| node.is_some_and(|node| node.get(member).is_some());
    !key.starts_with("x-") && (has("responses") || has("operationId"))
}

/// Notes what a client has no use for.
fn report_callbacks(context: &mut Context<'_>, at: &Pointer) {
    let at = at.child("callbacks");
    let callbacks = context.document.value(&at);
    if callbacks.is_some_and(|value| !value.is_null()) {
        context.report(&CALLBACKS_IGNORED, "callbacks are not supported", &at);
    }
}

fn of_method(
    context: &mut Context<'_>,
    item: &Pointer,
    key: &str,
    template: &Template,
    method: &'static Method,
) -> Option<Found> {
    let at = item.child(method.key);
    let node = context.document.value(&at).filter(|node| !node.is_null())?;
    if !node.is_object() {
        // Notes what stands there instead.
        let _: Option<Operation> = context.node(&at);
        return None;
    }
    report_callbacks(context, &at);
    Some(Found {
        item: item.clone(),
        key: key.to_owned(),
        path: template.path.clone(),
        spanning: template.spanning.clone(),
        query: template.query.clone(),
        method,
        has_id: super::naming::operation_id(node).is_some(),
        id: operation_name(context, key, method.key),
        tag: first_tag(context, &at),
        deprecated: node.get("deprecated") == Some(&Value::Bool(true)),
        at,
    })
}
