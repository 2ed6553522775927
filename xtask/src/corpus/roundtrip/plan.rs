//! Which examples can be judged, and with which types.

use std::collections::BTreeMap;

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use crate::corpus::raw::{Example, Judge, Raw, examples};

/// What the test program of a document has to do.
#[derive(Debug, Default)]
pub struct Plan {
    /// The examples that it decodes.
    pub cases: Vec<Case>,
    /// How many examples are not valid against their own schemas.
    pub invalid: usize,
    /// How many examples have schemas that cannot be judged, or no type that reads JSON.
    pub skipped: usize,
}

/// An example that is valid, and its type.
#[derive(Debug)]
pub struct Case {
    /// Where the example stands.
    pub at: Pointer,
    /// Where its schema stands.
    pub schema: Pointer,
    /// The path of its type.
    pub ty: String,
    /// The example.
    pub value: Value,
}

/// Types of bodies that are not JSON.
const NO_JSON: &[&str] = &["bytes::Bytes", "()"];

/// The valid examples of `raw` with the types that `types` has for their schemas.
#[must_use]
pub fn plan(raw: &Raw, types: &BTreeMap<Pointer, String>) -> Plan {
    let mut judge = Judge::new(raw);
    let mut plan = Plan::default();
    for example in examples(raw) {
        let ty = raw
            .chain(&example.schema)
            .into_iter()
            .find_map(|at| types.get(&at));
        let Some(ty) = ty.filter(|ty| !NO_JSON.contains(&ty.as_str())) else {
            plan.skipped += 1;
            continue;
        };
        match verdict(&mut judge, &example) {
            Verdict::Unknown => plan.skipped += 1,
            Verdict::Invalid => plan.invalid += 1,
            Verdict::Valid(value) => plan.cases.push(Case {
                at: example.at,
                schema: example.schema,
                ty: ty.clone(),
                value,
            }),
        }
    }
    plan
}

enum Verdict {
    Valid(Value),
    Invalid,
    Unknown,
}

/// Many documents have examples of JSON as a text: then the JSON is the example.
fn verdict(judge: &mut Judge<'_>, example: &Example<'_>) -> Verdict {
    let mut valid = |value: &Value| judge.is_valid(&example.schema, example.direction, value);
    let inner = || serde_json::from_str::<Value>(example.value.as_str()?).ok();
    match valid(example.value) {
        None => Verdict::Unknown,
        Some(true) => Verdict::Valid(example.value.clone()),
        Some(false) => match inner() {
            Some(inner) if valid(&inner) == Some(true) => Verdict::Valid(inner),
            _ => Verdict::Invalid,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_valid_examples_with_a_type_are_cases() {
        let raw = Raw::read(
            r##"{"openapi": "3.0.3", "components": {"schemas": {
                "A": {"type": "integer", "example": 1}, "B": {"type": "integer", "example": "no"},
                "C": {"example": 1}, "T": {"type": "integer", "example": "2"}, "D": {"$ref": "#/components/schemas/A", "example": 1}
            }}}"##,
        )
        .unwrap();
        let types = ["A", "B", "T"].map(|name| {
            (
                Pointer::root()
                    .child("components")
                    .child("schemas")
                    .child(name),
                "i64".to_owned(),
            )
        });
        let plan = plan(&raw, &types.into_iter().collect());
        let places: Vec<&str> = plan.cases.iter().map(|case| case.at.as_str()).collect();
        let expected = [
            "/components/schemas/A/example",
            "/components/schemas/T/example",
        ];
        assert_eq!(places, expected);
        assert_eq!((plan.invalid, plan.skipped), (1, 1));
    }
}
