//! Paths and their items.

use serde_json::{Map, Value};

use super::context::Context;
use super::{operation, parameters};
use crate::diagnostics::Pointer;
use crate::load::dialect::query_paths;

/// What a path item can have (Swagger 2.0, Path Item Object), and `trace`, which some have nevertheless.
pub(super) const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Upgrades `paths`, and those that hold a query.
pub(super) fn upgrade_all(context: &mut Context<'_>, members: &mut Map<String, Value>) {
    for key in ["paths", query_paths::EXTENSION] {
        upgrade_those(context, members, key);
    }
}

fn upgrade_those(context: &mut Context<'_>, members: &mut Map<String, Value>, key: &str) {
    let Some(Value::Object(paths)) = members.get_mut(key) else {
        return;
    };
    let at = Pointer::root().child(key);
    let paths = paths.iter_mut().filter(|(path, _)| !path.starts_with("x-"));
    for (path, item) in paths {
        if let Value::Object(item) = item {
            upgrade(context, item, path, &at.child(path));
        }
    }
}

/// Upgrades the item at `at` (Swagger 2.0, Path Item Object) of `path`.
pub(super) fn upgrade(
    context: &mut Context<'_>,
    item: &mut Map<String, Value>,
    path: &str,
    at: &Pointer,
) {
    let inherited = parameters::upgrade(context, item, at, path);
    for method in METHODS {
        if let Some(Value::Object(members)) = item.get_mut(*method) {
            operation::upgrade(context, members, &at.child(method), path, &inherited);
        }
    }
}
