//! `type` that other keywords contradict.

use serde_json::{Map, Value};

use super::type_list;
use crate::load::dialect::codes::TYPE_CONTRADICTS;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// Keywords that speak of the members of objects.
const OF_OBJECTS: &[&str] = &["additionalProperties", "patternProperties", "properties"];

/// Keywords that speak of the items of arrays.
const OF_ARRAYS: &[&str] = &["items", "prefixItems"];

/// `items` beside `type: object`, and `properties` beside `type: array`: where keywords agree with the type, the others
/// are left out, and where none does, values of both types are read.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let (kind, own, other, others) = match members.get("type").and_then(Value::as_str) {
        Some("object") => ("object", OF_OBJECTS, "array", OF_ARRAYS),
        Some("array") => ("array", OF_ARRAYS, "object", &["properties"][..]),
        _ => return,
    };
    let mut contradicting = others.iter().filter(|key| says_more(members, key));
    let Some(keyword) = contradicting.next().copied() else {
        return;
    };
    let is_settled =
        own.iter().any(|key| says_more(members, key)) || type_list::is_composed(members);
    let consequence = if is_settled {
        format!("`{keyword}` is ignored")
    } else {
        format!("values of type `{kind}` and of type `{other}` are both read")
    };
    let message = format!("`{keyword}` contradicts `type: {kind}`; {consequence}");
    report.warn(&TYPE_CONTRADICTS, &trail.member(keyword), message);
    if is_settled {
        members.retain(|key, _| !others.contains(&key.as_str()));
    } else {
        members.shift_remove("type");
        let types = [other.to_owned(), kind.to_owned()];
        type_list::split(members, &types, None, trail, report);
    }
}

/// Whether a schema has a keyword that says something.
fn says_more(members: &Map<String, Value>, key: &str) -> bool {
    members.get(key).is_some_and(|value| match value {
        Value::Object(schema) => !schema.is_empty(),
        Value::Array(schemas) => !schemas.is_empty(),
        _ => false,
    })
}
