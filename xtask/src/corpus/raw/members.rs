//! What the schemas of a document say of the members and items of a value.

use std::collections::BTreeSet;

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use super::Raw;

/// The schemas of the member `name` of a value that has the schemas at `places`; `None` if these do not know it.
#[must_use]
pub fn member(raw: &Raw, places: &[Pointer], name: &str) -> Option<Vec<Pointer>> {
    let (mut found, mut known) = (Vec::new(), false);
    for at in parts(raw, places) {
        let listed = at.child("properties").child(name);
        let others = at.child("additionalProperties");
        let schema = raw.value(&at);
        known |= schema.is_some_and(|schema| schema.get("patternProperties").is_some());
        if raw.value(&listed).is_some() {
            found.push(listed);
            continue;
        }
        match raw.value(&others) {
            Some(Value::Object(_)) => found.push(others),
            Some(Value::Bool(true)) => known = true,
            _ => {}
        }
    }
    (known || !found.is_empty()).then_some(found)
}

/// The schemas of the item number `index` of a value that has the schemas at `places`.
#[must_use]
pub fn items(raw: &Raw, places: &[Pointer], index: usize) -> Vec<Pointer> {
    let of_part = |at: Pointer| {
        let own = at.child("prefixItems").index(index);
        if raw.value(&own).is_some() {
            own
        } else {
            at.child("items")
        }
    };
    parts(raw, places)
        .into_iter()
        .map(of_part)
        .filter(|at| raw.value(at).is_some())
        .collect()
}

/// The schemas that those at `places` are composed of.
fn parts(raw: &Raw, places: &[Pointer]) -> BTreeSet<Pointer> {
    let mut open = places.to_vec();
    let mut found = BTreeSet::new();
    while let Some(at) = open.pop() {
        for at in raw.chain(&at) {
            if !found.insert(at.clone()) {
                continue;
            }
            for keyword in ["allOf", "anyOf", "oneOf"] {
                let list = at.child(keyword);
                let length = raw
                    .value(&list)
                    .and_then(Value::as_array)
                    .map_or(0, Vec::len);
                open.extend((0..length).map(|place| list.index(place)));
            }
        }
    }
    found
}
