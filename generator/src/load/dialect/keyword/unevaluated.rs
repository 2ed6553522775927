//! Members and items that no other keyword speaks of (JSON Schema 2020-12, section 11).

use serde_json::{Map, Value};

use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// A schema of members or items that nothing else speaks of is that of additional ones, where nothing is said of these.
/// `false` only forbids what no type lists anyway.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    let is_true = members.get("unevaluatedProperties") == Some(&Value::Bool(true));
    if !members.contains_key("additionalProperties")
        && (is_true
            || members
                .get("unevaluatedProperties")
                .is_some_and(Value::is_object))
    {
        rename(
            members,
            "unevaluatedProperties",
            "additionalProperties",
            trail,
            report,
        );
    }
    if !members.contains_key("items")
        && !members.contains_key("additionalItems")
        && members
            .get("unevaluatedItems")
            .is_some_and(Value::is_object)
    {
        rename(members, "unevaluatedItems", "items", trail, report);
    }
}

fn rename(
    members: &mut Map<String, Value>,
    old: &str,
    new: &str,
    trail: &Trail<'_>,
    report: &mut Report,
) {
    if let Some(value) = members.shift_remove(old) {
        let (old, at) = (trail.member(old).pointer(), trail.member(new).pointer());
        report.origins.moved(at, &old);
        members.insert(new.to_owned(), value);
    }
}
