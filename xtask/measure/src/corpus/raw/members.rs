//! What the schemas of a document say of the members and items of a value.

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use super::inheritance::{Discriminator, list};
use super::{Dialect, Direction, Judge, Raw};

/// The schemas that apply to a value: of several subschemas those that it is valid against.
#[derive(Debug)]
pub struct Applicable(Vec<Pointer>);

impl Applicable {
    /// Returns the schemas that apply to `value`, which has the schemas at `places`.
    pub fn new(
        judge: &mut Judge<'_>,
        places: &[Pointer],
        direction: Option<Direction>,
        value: &Value,
    ) -> Self {
        let raw = judge.raw();
        let mut open = places.to_vec();
        let mut found: Vec<Pointer> = Vec::new();
        while let Some(at) = open.pop() {
            for at in schemas(raw, &at) {
                if found.contains(&at) {
                    continue;
                }
                open.extend(list(raw, &at, "allOf"));
                open.extend(chosen(judge, &at, direction, value));
                open.extend(conditional(judge, &at, direction, value));
                open.extend(subtypes(judge, &at, direction, value));
                found.push(at);
            }
        }
        Self(found)
    }

    /// Returns the places of the schemas.
    #[must_use]
    pub fn places(&self) -> &[Pointer] {
        &self.0
    }

    /// Returns the schemas of the member `name`; `None` if the schemas do not know it.
    pub fn member(&self, judge: &mut Judge<'_>, name: &str) -> Option<Vec<Pointer>> {
        let raw = judge.raw();
        let (mut found, mut is_known) = (Vec::new(), self.is_open(raw));
        for at in &self.0 {
            let mut own = named(judge, at, name);
            if own.is_empty() {
                is_known |= other(raw, at, "additionalProperties", &mut own);
            }
            found.append(&mut own);
        }
        if found.is_empty() && !is_known {
            for at in &self.0 {
                is_known |= other(raw, at, "unevaluatedProperties", &mut found);
            }
        }
        (is_known || !found.is_empty()).then_some(found)
    }

    /// Returns the schemas of the item number `index`.
    #[must_use]
    pub fn item(&self, raw: &Raw, index: usize) -> Vec<Pointer> {
        let of = |at: &Pointer| {
            let own = at.child("prefixItems").index(index);
            if raw.value(&own).is_some() {
                own
            } else {
                at.child("items")
            }
        };
        let items = self.0.iter().map(of);
        items.filter(|at| raw.value(at).is_some()).collect()
    }

    /// Returns whether no schema says anything of members: then all of them are part of the value.
    fn is_open(&self, raw: &Raw) -> bool {
        let says = |at: &Pointer| {
            let schema = raw.value(at);
            MEMBERS
                .iter()
                .any(|keyword| schema.is_some_and(|schema| schema.get(keyword).is_some()))
        };
        !self.0.iter().any(says)
    }
}

/// The keywords that say something of members.
const MEMBERS: &[&str] = &[
    "properties",
    "patternProperties",
    "additionalProperties",
    "unevaluatedProperties",
];

/// Returns the schemas that the references at `at` lead through. What stands beside a reference counts since OAS 3.1.
fn schemas(raw: &Raw, at: &Pointer) -> Vec<Pointer> {
    if raw.dialect() == Dialect::OpenApi31 {
        raw.chain(at)
    } else {
        vec![raw.resolve(at)]
    }
}

/// Returns the subschemas of `anyOf` and `oneOf` that `value` is valid against; of those that a discriminator can
/// select, the one that it selects.
fn chosen(
    judge: &mut Judge<'_>,
    at: &Pointer,
    direction: Option<Direction>,
    value: &Value,
) -> Vec<Pointer> {
    let raw = judge.raw();
    let lists = ["anyOf", "oneOf"].map(|keyword| list(raw, at, keyword));
    let mut found: Vec<Pointer> = lists.into_iter().flatten().collect();
    found.retain(|at| judge.is_valid(at, direction, value) != Some(false));
    if let Some(discriminator) = Discriminator::new(raw, at)
        && let Some(tag) = value.get(discriminator.property)
    {
        let is_selected = |at: &Pointer| discriminator.values(raw, at).contains(tag);
        if found.iter().any(is_selected) {
            found.retain(is_selected);
        }
    }
    found
}

/// Returns the subschemas that apply because of others (`if`), or of the members of `value` (`dependentSchemas`).
fn conditional(
    judge: &mut Judge<'_>,
    at: &Pointer,
    direction: Option<Direction>,
    value: &Value,
) -> Vec<Pointer> {
    let raw = judge.raw();
    let condition = at.child("if");
    let mut found = Vec::new();
    if raw.value(&condition).is_some() {
        if judge.is_valid(&condition, direction, value) == Some(true) {
            found.extend([condition, at.child("then")]);
        } else {
            found.push(at.child("else"));
        }
    }
    let dependent = at.child("dependentSchemas");
    let members = value.as_object().into_iter().flatten();
    found.extend(members.map(|(name, _)| dependent.child(name)));
    found.retain(|at| raw.value(at).is_some());
    found
}

/// Returns the schemas that extend the one at `at` and that its discriminator selects for `value`.
fn subtypes(
    judge: &mut Judge<'_>,
    at: &Pointer,
    direction: Option<Direction>,
    value: &Value,
) -> Vec<Pointer> {
    let raw = judge.raw();
    let mut found = Vec::new();
    for discriminator in Discriminator::all(raw, at) {
        let Some(tag) = value.get(discriminator.property) else {
            continue;
        };
        let subtypes = judge.inheritance().subtypes(at).to_vec();
        found.extend(subtypes.into_iter().filter(|subtype| {
            discriminator.values(raw, subtype).contains(tag)
                && judge.is_valid(subtype, direction, value) != Some(false)
        }));
    }
    found
}

/// Returns the schemas that `properties` and `patternProperties` at `at` have for the member `name`.
fn named(judge: &mut Judge<'_>, at: &Pointer, name: &str) -> Vec<Pointer> {
    let raw = judge.raw();
    let listed = at.child("properties").child(name);
    let patterns = at.child("patternProperties");
    let names = raw.value(&patterns).and_then(Value::as_object);
    let matching = names
        .into_iter()
        .flat_map(|patterns| patterns.keys())
        .filter(|pattern| judge.matches(pattern, name))
        .map(|pattern| patterns.child(pattern));
    let mut found: Vec<Pointer> = matching.collect();
    found.extend(raw.value(&listed).map(|_| listed.clone()));
    found
}

/// Returns whether the schema that `keyword` at `at` has for further members admits them. It is added to `found`.
fn other(raw: &Raw, at: &Pointer, keyword: &str, found: &mut Vec<Pointer>) -> bool {
    let at = at.child(keyword);
    match raw.value(&at) {
        Some(Value::Object(_)) => {
            found.push(at);
            true
        }
        Some(Value::Bool(is_open)) => *is_open,
        _ => false,
    }
}
