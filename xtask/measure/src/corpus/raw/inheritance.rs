//! Discriminators: which value selects which schema (OAS 3.0.3, "Discriminator Object").

use std::collections::{BTreeMap, BTreeSet};

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use super::Raw;

/// A discriminator and the schemas that it can select.
#[derive(Clone, Debug)]
pub struct Discriminator<'a> {
    /// The member that holds the value.
    pub property: &'a str,
    /// The schema that has the discriminator.
    at: Pointer,
    mapping: Option<&'a serde_json::Map<String, Value>>,
}

/// The named schemas that extend others by `allOf`, directly or through others.
#[derive(Debug, Default)]
pub struct Inheritance(BTreeMap<Pointer, Vec<Pointer>>);

impl Inheritance {
    /// Returns the schemas of `raw` that extend others.
    #[must_use]
    pub fn new(raw: &Raw) -> Self {
        let mut direct: BTreeMap<Pointer, Vec<Pointer>> = BTreeMap::new();
        for at in raw.components() {
            for part in list(raw, &at, "allOf") {
                let base = raw.resolve(&part);
                if base != part {
                    direct.entry(base).or_default().push(at.clone());
                }
            }
        }
        let all = direct
            .keys()
            .map(|base| (base.clone(), descendants(&direct, base)));
        Self(all.collect())
    }

    /// Returns the schemas that extend the one at `base`.
    #[must_use]
    pub fn subtypes(&self, base: &Pointer) -> &[Pointer] {
        self.0.get(base).map(Vec::as_slice).unwrap_or_default()
    }
}

fn descendants(direct: &BTreeMap<Pointer, Vec<Pointer>>, base: &Pointer) -> Vec<Pointer> {
    let mut found = Vec::new();
    let mut open = vec![base];
    while let Some(at) = open.pop() {
        for at in direct.get(at).into_iter().flatten() {
            if !found.contains(at) && at != base {
                found.push(at.clone());
                open.push(at);
            }
        }
    }
    found
}

/// Returns the places of the members of the list `keyword` of the schema at `at`.
#[must_use]
pub fn list(raw: &Raw, at: &Pointer, keyword: &str) -> Vec<Pointer> {
    let list = at.child(keyword);
    let length = raw
        .value(&list)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    (0..length).map(|place| list.index(place)).collect()
}

impl<'a> Discriminator<'a> {
    /// Returns the discriminator of the schema at `at`, if it has one.
    #[must_use]
    pub fn new(raw: &'a Raw, at: &Pointer) -> Option<Self> {
        let found = raw.value(at)?.get("discriminator")?;
        // Swagger 2.0 has only the name of the member.
        let property = found
            .as_str()
            .or_else(|| found.get("propertyName")?.as_str())?;
        Some(Self {
            property,
            at: at.clone(),
            mapping: found.get("mapping").and_then(Value::as_object),
        })
    }

    /// Returns the discriminators of the schema at `at` and of the inline subschemas of its `allOf`.
    #[must_use]
    pub fn all(raw: &'a Raw, at: &Pointer) -> Vec<Self> {
        let inline = list(raw, at, "allOf")
            .into_iter()
            .filter(|part| raw.resolve(part) == *part);
        [at.clone()]
            .into_iter()
            .chain(inline)
            .filter_map(|at| Self::new(raw, &at))
            .collect()
    }

    /// Returns the values that select the schema at `target`: those that the mapping has for it, as far as it lists
    /// them, or those that it lists, or else its name.
    #[must_use]
    pub fn values(&self, raw: &Raw, target: &Pointer) -> Vec<Value> {
        let target = raw.resolve(target);
        let mapped: Vec<Value> = self
            .mapping
            .into_iter()
            .flatten()
            .filter(|(_, name)| Self::is_target(raw, name, &target))
            .map(|(key, _)| key.as_str().into())
            .collect();
        let listed = listed(raw, &target, self.property, &self.at);
        let both: Vec<Value> = mapped
            .iter()
            .filter(|value| listed.contains(value))
            .cloned()
            .collect();
        match (mapped.is_empty(), listed.is_empty()) {
            (_, false) if !both.is_empty() => both,
            (_, false) => listed,
            (false, true) => mapped,
            (true, true) => target
                .tokens()
                .last()
                .map(|name| name.into_owned().into())
                .into_iter()
                .collect(),
        }
    }

    fn is_target(raw: &Raw, name: &Value, target: &Pointer) -> bool {
        let Some(name) = name.as_str() else {
            return false;
        };
        let by_reference = super::target(name).map(|at| raw.resolve(&at));
        let by_name = || target.tokens().last().is_some_and(|last| last == name);
        by_reference.map_or_else(by_name, |at| at == *target)
    }
}

/// Returns the values that the schema at `at` lists for its member `property`; what the schema at `except` lists does
/// not count.
fn listed(raw: &Raw, at: &Pointer, property: &str, except: &Pointer) -> Vec<Value> {
    let mut open = vec![at.clone()];
    let mut seen = BTreeSet::new();
    while let Some(at) = open.pop() {
        for at in raw.chain(&at) {
            if at == *except || !seen.insert(at.clone()) {
                continue;
            }
            let member = raw.resolve(&at.child("properties").child(property));
            let values = raw.value(&member).map(listed_values).unwrap_or_default();
            if !values.is_empty() {
                return values;
            }
            open.extend(list(raw, &at, "allOf"));
        }
    }
    Vec::new()
}

/// Returns the values that `schema` lists (`enum`, `const`).
#[must_use]
pub fn listed_values(schema: &Value) -> Vec<Value> {
    match (schema.get("const"), schema.get("enum")) {
        (Some(value), _) => vec![value.clone()],
        (None, Some(Value::Array(values))) => values.clone(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn mapping_listed_values_and_names_select() {
        let name = |name: &str| Pointer::parse("/components/schemas").child(name);
        let raw = Raw::read(
            &json!({"openapi": "3.0.3", "components": {"schemas": {
                "Base": {"discriminator": {"propertyName": "t", "mapping": {"a": "A", "b1": "#/components/schemas/B", "b2": "B"}}},
                "A": {"allOf": [{"$ref": "#/components/schemas/Base"}]},
                "B": {"allOf": [{"$ref": "#/components/schemas/A"}], "properties": {"t": {"enum": ["b2"]}}},
                "C": {"allOf": [{"$ref": "#/components/schemas/Base"}]},
            }}})
            .to_string(),
        )
        .unwrap();
        let discriminators = Discriminator::all(&raw, &name("Base"));
        let values = |name_: &str| discriminators[0].values(&raw, &name(name_));
        assert_eq!(values("A"), [json!("a")]);
        assert_eq!(values("B"), [json!("b2")]);
        assert_eq!(values("C"), [json!("C")]);
        let inheritance = Inheritance::new(&raw);
        assert_eq!(
            inheritance.subtypes(&name("Base")),
            [name("A"), name("C"), name("B")]
        );
        assert_eq!(inheritance.subtypes(&name("B")), []);
    }
}
