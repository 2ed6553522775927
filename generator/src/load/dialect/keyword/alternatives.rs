//! Several schemas of which a value follows one.

use hashbrown::HashMap;
use std::hash::{BuildHasher, RandomState};

use serde_json::{Value, json};

use crate::diagnostics::Pointer;
use crate::load::origins::Origins;

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
