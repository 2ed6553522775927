//! Lists whose items have types of their own (JSON Schema 2020-12, section 10.3.1.1).

use std::hash::{BuildHasher, RandomState};

use hashbrown::HashMap;
use serde_json::{Map, Value, json};

use super::condition::keep;
use crate::codes::dialect::TUPLE_AS_LIST;
use crate::diagnostics::Pointer;
use crate::load::dialect::report::Report;
use crate::load::origins::Origins;
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

/// Schemas from several places, without repetitions.
#[derive(Default)]
pub(super) struct Alternatives {
    schemas: Vec<Value>,
    origins: Vec<Pointer>,
    /// Where schemas of one hash are in `schemas`.
    places: HashMap<u64, Vec<usize>>,
    hasher: RandomState,
}

impl Alternatives {
    /// Adds the schema that stands at `origin`, and returns its number.
    pub(super) fn add(&mut self, schema: Value, origin: Pointer) -> usize {
        let places = self
            .places
            .entry(self.hasher.hash_one(&schema))
            .or_default();
        let is_same = |place: &usize| self.schemas.get(*place) == Some(&schema);
        if let Some(place) = places.iter().find(|place| is_same(place)) {
            return *place;
        }
        let place = self.schemas.len();
        places.push(place);
        self.schemas.push(schema);
        self.origins.push(origin);
        place
    }

    pub(super) fn len(&self) -> usize {
        self.schemas.len()
    }

    /// One schema for all of them, to be put at `at`.
    pub(super) fn into_schema(mut self, at: &Pointer, origins: &mut Origins) -> Value {
        if let [origin] = self.origins.as_slice() {
            origins.moved(at.clone(), origin);
            return self.schemas.pop().unwrap_or_default();
        }
        for (place, origin) in self.origins.iter().enumerate() {
            origins.moved(at.child("anyOf").index(place), origin);
        }
        json!({ "anyOf": self.schemas })
    }
}
