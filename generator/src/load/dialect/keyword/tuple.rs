//! Lists whose items have types of their own (JSON Schema 2020-12, section 10.3.1.1).

use serde_json::{Map, Value};

use super::alternatives::Alternatives;
use super::condition::keep;
use crate::load::dialect::codes::TUPLE_AS_LIST;
use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// A tuple becomes a list of what its items can be. Which item can be what is kept as numbers of subschemas.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    rename_older(members, trail, report);
    let Some(Value::Array(prefix)) = members.shift_remove("prefixItems") else {
        return;
    };
    let at = trail.member("prefixItems");
    let items = trail.member("items").pointer();
    let mut alternatives = Alternatives::default();
    let places = prefix
        .into_iter()
        .enumerate()
        .map(|(place, item)| alternatives.add(item, at.pointer().index(place)));
    let places: Vec<usize> = places.collect();
    let rest = match members.shift_remove("items") {
        Some(rest @ Value::Object(_)) => Value::from(alternatives.add(rest, items.clone())),
        Some(Value::Bool(false)) => Value::Bool(false),
        _ => Value::Null,
    };
    if alternatives.len() > 1 {
        let message = "the items of this array have different types";
        report.warn(&TUPLE_AS_LIST, &at, message);
    }
    let schema = alternatives.into_schema(&items, &mut report.origins);
    members.insert("items".to_owned(), schema);
    keep(members, "prefixItems", Value::from(places));
    keep(members, "items", rest);
    members
        .entry("type")
        .or_insert_with(|| Value::from("array"));
}

/// Older drafts call a tuple `items`, and the items behind it `additionalItems`.
fn rename_older(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    if !members.get("items").is_some_and(Value::is_array) {
        return;
    }
    let list = members.shift_remove("items").unwrap_or_default();
    members.insert("prefixItems".to_owned(), list);
    let (prefix, items) = (trail.member("prefixItems"), trail.member("items"));
    report.origins.moved(prefix.pointer(), &items.pointer());
    if let Some(rest) = members.shift_remove("additionalItems") {
        members.insert("items".to_owned(), rest);
    }
}
