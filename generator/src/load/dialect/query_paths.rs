//! Paths that hold a query, kept apart from the others: the Paths Object may not have such (OpenAPI 2.0 and 3.0), so
//! `AutoRest` lists them in the extension `x-ms-paths`.

use hashbrown::HashSet;

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;
use crate::load::origins::Origins;

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
