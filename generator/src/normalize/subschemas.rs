//! The schemas that all hold for the values of one schema (JSON Schema 2020-12, Core, section 10.2): itself, what its
//! reference leads to, the subschemas of `allOf`, and an only subschema of `oneOf` or `anyOf` beside `null`.
//!
//! [`Walk`] enters each of them once, and ends in cycles. Which subschemas a schema has is read from JSON when documents
//! are compared. Lowering knows it from the typed schemas that it keeps, some of which it composed itself, so that they
//! are nowhere in the document; there a reference and what it leads to are one schema.
//!
//! Lowering has walks of its own for what is no such list: a union is distributed over the `allOf` beside it, and
//! inheritance leads from a schema to those that extend it.

use std::hash::Hash;

use hashbrown::HashSet;
use serde_json::Value;

use crate::catalog::scalars::scalar_of_format;

/// A step of a walk.
#[derive(Clone, Debug)]
pub(crate) enum Step<S> {
    /// This schema comes before its subschemas.
    Enter(S),
    /// The walk has entered all subschemas of this schema.
    Leave(S),
}

/// A walk through schemas that all hold, the outermost first. A chain of them can be longer than the stack.
#[derive(Debug)]
pub(crate) struct Walk<S, I> {
    pending: Vec<Step<S>>,
    entered: HashSet<I>,
    max: usize,
}

impl<S, I: Eq + Hash> Walk<S, I> {
    /// Returns a walk that starts at `schemas` and enters no more than `max`.
    pub fn new(
        schemas: impl IntoIterator<Item = S, IntoIter: DoubleEndedIterator>,
        max: usize,
    ) -> Self {
        let mut walk = Self {
            pending: Vec::new(),
            entered: HashSet::new(),
            max,
        };
        walk.extend(schemas);
        walk
    }

    /// Returns the next step.
    pub fn step(&mut self) -> Option<Step<S>> {
        self.pending.pop()
    }

    /// Returns the next schema to enter.
    pub fn next_schema(&mut self) -> Option<S> {
        loop {
            if let Step::Enter(schema) = self.step()? {
                return Some(schema);
            }
        }
    }

    /// Returns whether as many schemas were entered as the walk may enter.
    pub fn is_full(&self) -> bool {
        self.entered.len() >= self.max
    }

    /// Enters the schema with this `id`; returns whether it is entered for the first time and the limit is not reached.
    pub fn enter(&mut self, id: I) -> bool {
        !self.is_full() && self.entered.insert(id)
    }

    /// Goes on to `subschemas` before all others, in their order.
    pub fn extend(
        &mut self,
        subschemas: impl IntoIterator<Item = S, IntoIter: DoubleEndedIterator>,
    ) {
        let steps = subschemas.into_iter().rev().map(Step::Enter);
        self.pending.extend(steps);
    }

    /// Comes back to `schema` behind its subschemas, which are added next.
    pub fn come_back_to(&mut self, schema: S) {
        self.pending.push(Step::Leave(schema));
    }

    /// Returns the identities of the schemas entered so far.
    pub fn entered(&self) -> &HashSet<I> {
        &self.entered
    }

    /// Returns the identities of the entered schemas.
    pub fn into_entered(self) -> HashSet<I> {
        self.entered
    }
}

/// Keywords that restrict the values.
const STRUCTURE: &[&str] = &[
    "$ref",
    "additionalProperties",
    "allOf",
    "anyOf",
    "items",
    "oneOf",
    "properties",
    "required",
    "type",
];

/// Returns whether `null` is the only value of a schema, or the only one that it mentions.
pub(crate) fn is_null(schema: &Value) -> bool {
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return !values.is_empty() && values.iter().all(Value::is_null);
    }
    let has = |key: &&str| schema.get(key).is_some_and(|value| !value.is_null());
    let format = schema.get("format").and_then(Value::as_str);
    let is_nullable = schema.get("nullable") == Some(&Value::Bool(true));
    let is_typed = schema.get("type").and_then(Value::as_str) == Some("null");
    is_typed
        || is_nullable && !STRUCTURE.iter().any(has) && format.and_then(scalar_of_format).is_none()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_schema_is_entered_once_and_left_behind_its_subschemas() {
        let subschemas = |schema| match schema {
            'a' => vec!['b', 'c'],
            'b' => vec!['d', 'a'],
            'c' => vec!['d'],
            _ => Vec::new(),
        };
        let mut walk = Walk::new(['a'], 8);
        let (mut entered, mut left) = (String::new(), String::new());
        while let Some(step) = walk.step() {
            match step {
                Step::Enter(schema) if walk.enter(schema) => {
                    entered.push(schema);
                    walk.come_back_to(schema);
                    walk.extend(subschemas(schema));
                }
                Step::Enter(_) => {}
                Step::Leave(schema) => left.push(schema),
            }
        }
        assert_eq!((entered.as_str(), left.as_str()), ("abdc", "dbca"));
    }

    #[test]
    fn null_is_all_that_some_schemas_speak_of() {
        for schema in [
            json!({"nullable": true, "description": "None."}),
            json!({"enum": [null]}),
            json!({"type": "null"}),
        ] {
            assert!(is_null(&schema), "{schema}");
        }
        for schema in [
            json!({}),
            json!({"nullable": true, "type": "string"}),
            json!({"nullable": true, "format": "int32"}),
            json!({"enum": [null, 1]}),
        ] {
            assert!(!is_null(&schema), "{schema}");
        }
    }
}
