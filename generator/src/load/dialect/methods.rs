//! Methods of path items that are written in capitals, as HTTP has them.

use serde_json::{Map, Value};

use super::codes::METHOD_CASE;
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::origins::Origins;

/// Keys of a path item that hold operations (OpenAPI 3.0.3, Path Item Object).
const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Spells the methods of all paths of the document at `root` as the specification does.
pub(super) fn mend_all(root: &mut Value, origins: &mut Origins, problems: &mut Vec<Diagnostic>) {
    let at = Pointer::root().child("paths");
    let paths = root.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        if let Value::Object(item) = item {
            mend(item, &at.child(path), origins, problems);
        }
    }
}

/// Spells the methods of the path item at `at` as the specification does.
pub(super) fn mend(
    item: &mut Map<String, Value>,
    at: &Pointer,
    origins: &mut Origins,
    problems: &mut Vec<Diagnostic>,
) {
    let spelled: Vec<(String, &str)> = METHODS
        .iter()
        .filter_map(|method| Some((spelling(item, method)?, *method)))
        .collect();
    if spelled.is_empty() {
        return;
    }
    for (key, value) in std::mem::take(item) {
        let Some((_, method)) = spelled.iter().find(|(spelling, _)| *spelling == key) else {
            item.insert(key, value);
            continue;
        };
        let old = at.child(&key);
        let message = format!("`{key}` is read as `{method}`");
        problems.push(Diagnostic::new(&METHOD_CASE, origins.of(&old), message));
        origins.moved(at.child(method), &old);
        item.insert((*method).to_owned(), value);
    }
}

/// The key of `item` that is `method` in other letters, where it has that method under no other key.
fn spelling(item: &Map<String, Value>, method: &str) -> Option<String> {
    let mut keys = item.keys().filter(|key| key.eq_ignore_ascii_case(method));
    let key = keys.next().filter(|key| *key != method)?;
    keys.next().is_none().then(|| key.clone())
}
