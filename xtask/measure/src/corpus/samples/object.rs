//! Objects and maps.

use std::collections::BTreeMap;
use std::rc::Rc;

use clientsmith::diagnostics::Pointer;
use serde_json::{Map, Value};

use super::choices::Choice;
use super::shape::Shape;
use super::{MAX_INNER, Sampler, scalar, text};

/// Names of members that no schema declares.
const FURTHER: &[&str] = &["further", "größe / 100 %"];

/// How many values of each member are tried without the other optional members.
const MAX_ALONE: usize = 4;

/// How many objects with all members are made, with other values of these each time.
const MAX_ROUNDS: usize = 40;

impl Sampler<'_, '_> {
    /// Returns the object without optional members; with all of them, in as many rounds as members have values; with
    /// each of them alone; with further members.
    pub(super) fn objects(&mut self, choice: &Choice, shape: &Shape, most: usize) -> Vec<Value> {
        let Some(Value::Object(bare)) = self.bare(choice, shape) else {
            return Vec::new();
        };
        let members = self.members(choice, shape);
        let further = self.further(shape);
        let mut found = vec![Value::Object(bare.clone())];
        let longest = members
            .values()
            .map(|values| values.len())
            .max()
            .unwrap_or(0);
        let rounds = longest.min(MAX_ROUNDS).min(most.max(2) / 2);
        let rounds = (0..rounds).map(|round| {
            let at_turn = members.iter().filter_map(|(name, values)| {
                let value = values.get(round % values.len().max(1))?;
                Some((name.clone(), value.clone()))
            });
            let mut object = bare.clone();
            object.extend(at_turn);
            Value::Object(object)
        });
        found.extend(rounds);
        let mut with = |name: &str, value: &Value| {
            let mut object = bare.clone();
            object.insert(name.to_owned(), value.clone());
            for needed in shape.dependent.get(name).into_iter().flatten() {
                let value = members.get(needed).and_then(|values| values.first());
                object.extend(value.map(|value| (needed.clone(), value.clone())));
            }
            found.push(Value::Object(object));
        };
        for (name, value) in &further {
            with(name, value);
        }
        for place in 0..MAX_ALONE {
            for (name, values) in &members {
                if let Some(value) = values.get(place) {
                    with(name, value);
                }
            }
        }
        found.truncate(most);
        found
    }

    /// Returns the object with only what it must have.
    pub(super) fn bare(&mut self, choice: &Choice, shape: &Shape) -> Option<Value> {
        let mut object = Map::new();
        for name in shape.required.iter().chain(&choice.required) {
            let value = match shape.properties.get(name) {
                Some(places) => self.least(places)?,
                None => self.least_further(shape)?,
            };
            object.insert(name.clone(), value);
        }
        for (name, values) in &choice.tags {
            let value = values.first();
            object.extend(value.map(|value| (name.clone(), value.clone())));
        }
        Some(Value::Object(object))
    }

    /// Returns the object with all members, each as small as it can be, where `bare` will not do.
    pub(super) fn full(&mut self, choice: &Choice, shape: &Shape, bare: &Value) -> Option<Value> {
        let mut object = bare.as_object()?.clone();
        for (name, places) in &shape.properties {
            if !object.contains_key(name) && !choice.tags.iter().any(|(tag, _)| tag == name) {
                let value = self.least(places);
                object.extend(value.map(|value| (name.clone(), value)));
            }
        }
        if object.is_empty() {
            let value = self.least_further(shape)?;
            object.insert("further".to_owned(), value);
        }
        Some(Value::Object(object))
    }

    /// Returns the values of each member that is declared.
    fn members(&mut self, choice: &Choice, shape: &Shape) -> BTreeMap<String, Rc<[Value]>> {
        let mut members = BTreeMap::new();
        for (name, places) in &shape.properties {
            members.insert(name.clone(), self.inner(places));
        }
        for (name, values) in &choice.tags {
            members.insert(name.clone(), values.clone().into());
        }
        members
    }

    /// Members that are not declared, where the schemas speak of them.
    fn further(&mut self, shape: &Shape) -> Vec<(String, Value)> {
        let mut found = Vec::new();
        for (pattern, places) in &shape.patterns {
            if let Some(name) = text::matching(pattern) {
                let values = self.inner(places);
                found.extend(values.iter().map(|value| (name.clone(), value.clone())));
            }
        }
        let values = match &shape.further {
            None => Rc::default(),
            Some(places) if places.is_empty() => scalar::anything().into(),
            Some(places) => self.inner(places),
        };
        let names = FURTHER.iter().cycle().map(|name| (*name).to_owned());
        found.extend(names.zip(values.iter().cloned()).take(MAX_INNER));
        found
    }

    fn least_further(&mut self, shape: &Shape) -> Option<Value> {
        match &shape.further {
            Some(places) if !places.is_empty() => {
                let places: Vec<Pointer> = places.clone();
                self.least(&places)
            }
            _ => Some("a".into()),
        }
    }
}
