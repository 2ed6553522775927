//! Which examples and samples are valid, and which types they have.

use std::collections::BTreeMap;

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use crate::corpus::raw::{Direction, Example, Judge, Raw, examples};
use crate::corpus::samples::{Sampler, roots};

/// What the test program of a document has to do.
#[derive(Debug, Default)]
pub struct Plan {
    /// The values that it decodes.
    pub cases: Vec<Case>,
    /// How many examples are no cases.
    pub examples: Counts,
    /// How many schemas have no samples.
    pub samples: Unsampled,
}

/// How many examples are no cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Those that are not valid against their own schemas.
    pub invalid: usize,
    /// Those whose schemas cannot be judged, or have no type that reads JSON.
    pub skipped: usize,
}

/// How many schemas were sampled, and how many have no sample.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unsampled {
    /// Those that were sampled.
    pub schemas: usize,
    /// Those that no valid sample was found for, though they have a type that reads JSON.
    pub unsampled: usize,
}

/// Where a value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The document.
    Example,
    /// It was made up from a schema.
    Sample,
}

impl Origin {
    /// Returns its name in the codes of problems.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Example => "example",
            Self::Sample => "sample",
        }
    }
}

/// A value that is valid, and its type.
#[derive(Debug)]
pub struct Case {
    /// Where it comes from.
    pub origin: Origin,
    /// Where the example stands, or the schema of the sample.
    pub at: Pointer,
    /// Where its schema stands.
    pub schema: Pointer,
    /// Which way it travels, if that is known.
    pub direction: Option<Direction>,
    /// The path of its type.
    pub ty: String,
    /// The value.
    pub value: Value,
}

/// Types of bodies that are not JSON.
const NO_JSON: &[&str] = &["bytes::Bytes", "()"];

/// Returns the valid examples of `raw`, and valid samples of its schemas, with the types that `types` has for them.
#[must_use]
pub fn plan(raw: &Raw, types: &BTreeMap<Pointer, String>) -> Plan {
    let mut judge = Judge::new(raw);
    let mut plan = Plan::default();
    add_examples(&mut plan, &mut judge, types);
    add_samples(&mut plan, &mut judge, types);
    plan
}

fn add_examples(plan: &mut Plan, judge: &mut Judge<'_>, types: &BTreeMap<Pointer, String>) {
    for example in examples(judge.raw()) {
        let Some(ty) = type_of(judge.raw(), types, &example.schema) else {
            plan.examples.skipped += 1;
            continue;
        };
        match verdict(judge, &example) {
            Verdict::Unknown => plan.examples.skipped += 1,
            Verdict::Invalid => plan.examples.invalid += 1,
            Verdict::Valid(value) => plan.cases.push(Case {
                origin: Origin::Example,
                at: example.at,
                schema: example.schema,
                direction: example.direction,
                ty: ty.to_owned(),
                value,
            }),
        }
    }
}

fn add_samples(plan: &mut Plan, judge: &mut Judge<'_>, types: &BTreeMap<Pointer, String>) {
    let raw = judge.raw();
    let mut roots = roots(raw);
    roots.retain(|root| type_of(raw, types, &root.at).is_some());
    let mut sampler = Sampler::new(judge, roots.len());
    for root in roots {
        let Some(ty) = type_of(raw, types, &root.at) else {
            continue;
        };
        let samples = sampler.samples(&root);
        plan.samples.schemas += 1;
        plan.samples.unsampled += usize::from(samples.is_empty());
        plan.cases.extend(samples.into_iter().map(|value| Case {
            origin: Origin::Sample,
            at: root.at.clone(),
            schema: root.at.clone(),
            direction: root.direction,
            ty: ty.to_owned(),
            value,
        }));
    }
}

/// Returns the type of the schema at `at`, if it reads JSON.
fn type_of<'t>(raw: &Raw, types: &'t BTreeMap<Pointer, String>, at: &Pointer) -> Option<&'t str> {
    let mut chain = raw.chain(at).into_iter();
    let ty = chain.find_map(|at| types.get(&at))?;
    (!NO_JSON.contains(&ty.as_str())).then_some(ty)
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
        let examples = plan
            .cases
            .iter()
            .filter(|case| case.origin == Origin::Example);
        let places: Vec<&str> = examples.map(|case| case.at.as_str()).collect();
        let expected = [
            "/components/schemas/A/example",
            "/components/schemas/T/example",
        ];
        assert_eq!(places, expected);
        assert_eq!((plan.examples.invalid, plan.examples.skipped), (1, 1));
        assert_eq!((plan.samples.schemas, plan.samples.unsampled), (4, 0));
    }
}
