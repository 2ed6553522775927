//! Which operations a document has.

use serde_json::Value;

use super::containers::keys;
use super::parameters::parameters;
use super::template::template;
use super::{Parameters, Template, resolve_or};
use crate::catalog::Method;
use crate::codes::lower::{CALLBACKS_IGNORED, METHOD_IGNORED};
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::{Nodes, plain};

/// An operation with what its path item contributes.
#[derive(Clone, Debug)]
pub(crate) struct Operation {
    pub at: Pointer,
    /// The path item that holds it.
    pub item: Pointer,
    pub method: Method,
    /// Its key among the paths.
    pub key: String,
    /// What the key means.
    pub template: Template,
    /// Its `operationId`.
    pub id: Option<String>,
    /// Whether the generator leaves it out: it has a method that clients do not have, or a path that is no template.
    pub is_left_out: bool,
    pub parameters: Parameters,
}

/// Returns all operations in the document's order.
///
/// What is left out entirely: paths whose references lead nowhere, and what has a key that is none of [`Method::ALL`].
pub(crate) fn operations(document: &Nodes<'_>, problems: &mut Vec<Diagnostic>) -> Vec<Operation> {
    let paths = Pointer::root().child("paths");
    let mut found = Vec::new();
    for key in keys(document, &paths, "`paths`", problems) {
        let at = paths.child(key);
        let Some(template) = template(document, key, &at, problems) else {
            let mut operations = of_ignored_path(document, key, &at);
            found.append(&mut operations);
            continue;
        };
        if let Some(item) = resolve_or(document, &at, "this path is ignored", problems) {
            let mut operations = of_path_item(document, key, &template, &item, problems);
            found.append(&mut operations);
        }
    }
    found
}

/// Returns the operations of a path that is no template, whose other faults are not worth a report.
fn of_ignored_path(document: &Nodes<'_>, key: &str, at: &Pointer) -> Vec<Operation> {
    let Some(item) = document.resolve(at).0 else {
        return Vec::new();
    };
    let template = Template::literal(key);
    let mut operations = of_path_item(document, key, &template, &item, &mut Vec::new());
    for operation in &mut operations {
        operation.is_left_out = true;
    }
    operations
}

/// Returns the operations of the path item at `item`, by method. It can be that of a webhook or a callback.
pub(crate) fn of_path_item(
    document: &Nodes<'_>,
    key: &str,
    template: &Template,
    item: &Pointer,
    problems: &mut Vec<Diagnostic>,
) -> Vec<Operation> {
    report_callbacks(document, item, problems);
    let members = keys(document, item, "this path", problems);
    report_methods(document, item, &members, problems);
    let methods = Method::ALL.iter().copied();
    methods
        .filter(|method| members.contains(&method.key()))
        .filter_map(|method| {
            let at = item.child(method.key());
            let node = document.value(&at).filter(|node| !node.is_null())?;
            if !node.is_object() {
                // Reports what is there instead.
                problems.extend(document.faults_of_operation(&at));
                return None;
            }
            report_callbacks(document, &at, problems);
            let mut ignored = Vec::new();
            let is_left_out = !method.is_generated();
            let problems = if is_left_out {
                &mut ignored
            } else {
                &mut *problems
            };
            let parameters = parameters(document, template, &at, item, problems);
            Some(Operation {
                at,
                item: item.clone(),
                method,
                key: key.to_owned(),
                template: template.clone(),
                id: operation_id(node),
                is_left_out,
                parameters,
            })
        })
        .collect()
}

/// Returns the `operationId` of an operation.
pub(crate) fn operation_id(node: &Value) -> Option<String> {
    let id = node.get("operationId")?;
    let is_plain = id.is_string() || id.is_number();
    let id = is_plain.then(|| plain(id))?;
    let id = id.trim();
    (!id.is_empty()).then(|| id.to_owned())
}

/// Notes operations with methods that no generated client has (OpenAPI 3.2.0, Path Item Object), and those that no
/// version of the specification knows.
fn report_methods(
    document: &Nodes<'_>,
    item: &Pointer,
    members: &[&str],
    problems: &mut Vec<Diagnostic>,
) {
    let generated = || Method::ALL.iter().filter(|method| method.is_generated());
    for key in members {
        if generated().any(|method| method.key() == *key) {
            continue;
        }
        let at = item.child(key);
        let is_other = ["query", "additionalOperations"].contains(key);
        if is_other || is_operation(document, &at) {
            let message = format!("`{key}` of this path is not supported");
            problems.push(Diagnostic::new(&METHOD_IGNORED, at, message));
        }
    }
}

/// Returns whether the member of a path item that stands at `at` looks like an operation.
fn is_operation(document: &Nodes<'_>, at: &Pointer) -> bool {
    let node = document.value(at);
    let has = |member| node.is_some_and(|node| node.get(member).is_some());
    has("responses") || has("operationId")
}

/// Notes what a client has no use for.
fn report_callbacks(document: &Nodes<'_>, at: &Pointer, problems: &mut Vec<Diagnostic>) {
    let at = at.child("callbacks");
    let callbacks = document.value(&at);
    if callbacks.is_some_and(|value| !value.is_null()) {
        let message = "callbacks are not supported";
        problems.push(Diagnostic::new(&CALLBACKS_IGNORED, at, message));
    }
}
