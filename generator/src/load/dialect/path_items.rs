//! Paths and methods that OpenAPI does not provide for: methods in capitals, as HTTP has them, and paths that hold a
//! query, kept apart from the others (OpenAPI 2.0 and 3.0.3, Paths Object).

use hashbrown::HashSet;
use serde_json::{Map, Value};

use crate::codes::dialect::METHOD_CASE;
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::grammar::{Held, Kind, held};
use crate::load::origins::Origins;

/// Spells the methods of all paths of the document at `root` as the specification does.
pub(super) fn repair_all(root: &mut Value, origins: &mut Origins, problems: &mut Vec<Diagnostic>) {
    let at = Pointer::root().child("paths");
    let paths = root.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        if let Value::Object(item) = item {
            repair(item, &at.child(path), origins, problems);
        }
    }
}

/// Spells the methods of the path item at `at` as the specification does.
pub(super) fn repair(
    item: &mut Map<String, Value>,
    at: &Pointer,
    origins: &mut Origins,
    problems: &mut Vec<Diagnostic>,
) {
    let spelled: Vec<(String, String)> = item
        .keys()
        .filter_map(|key| Some((key.clone(), method(item, key)?)))
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
        let message = format!("method `{key}` is not in lower case");
        let problem = Diagnostic::new(&METHOD_CASE, origins.original(&old), message);
        problems.push(problem.with_note(format!("it is read as `{method}`")));
        origins.moved(at.child(method), &old);
        item.insert(method.clone(), value);
    }
}

/// Returns the method that `key` of `item` is in other letters, where it has that method under no other key.
fn method(item: &Map<String, Value>, key: &str) -> Option<String> {
    if !key.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return None;
    }
    let method = key.to_ascii_lowercase();
    let is_method = held(Kind::PathItem, &method) == Some(Held::One(Kind::Operation));
    let alike = item.keys().filter(|other| other.eq_ignore_ascii_case(key));
    (is_method && alike.count() == 1).then_some(method)
}

/// The extension.
pub(super) const EXTENSION: &str = "x-ms-paths";

/// Puts the paths of the extension among the others; where both have one, that of the Paths Object counts.
pub(super) fn adopt(members: &mut Map<String, Value>, origins: &mut Origins) {
    let Some(Value::Object(more)) = members.get_mut(EXTENSION).map(Value::take) else {
        return;
    };
    let paths = members
        .entry("paths")
        .or_insert_with(|| Value::Object(Map::new()));
    let Some(paths) = paths.as_object_mut() else {
        return;
    };
    let mut adopted = HashSet::new();
    for (path, item) in more {
        if !paths.contains_key(&path) {
            let old = place(EXTENSION, &path);
            origins.moved(place("paths", &path), &old);
            adopted.insert(old);
            paths.insert(path, item);
        }
    }
    carry(&adopted, origins);
}

fn place(key: &str, path: &str) -> Pointer {
    Pointer::root().child(key).child(path)
}

/// What moved within the adopted paths did so where they are now, too.
fn carry(adopted: &HashSet<Pointer>, origins: &mut Origins) {
    let inner = |(new, old): (&Pointer, &Pointer)| {
        let is_within = new.upward().any(|at| adopted.contains(at));
        let rest = new.as_str().strip_prefix("/")?.strip_prefix(EXTENSION)?;
        is_within.then(|| (Pointer::parse(&format!("/paths{rest}")), old.clone()))
    };
    let carried: Vec<_> = origins.moves().filter_map(inner).collect();
    for (new, old) in carried {
        origins.came(new, old);
    }
}
