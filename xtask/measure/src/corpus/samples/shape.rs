//! What schemas that apply together say of a value.

use std::collections::{BTreeMap, BTreeSet};

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use super::scalar;
use crate::corpus::raw::{Direction, Raw, is_nullable as has_nullable, list, listed_values};

/// What schemas that apply together say of a value.
#[derive(Debug, Default)]
pub struct Shape {
    /// The JSON types that it can have; `null` only where it can have no other.
    pub types: Vec<&'static str>,
    /// The values that are listed for it.
    pub listed: Option<Vec<Value>>,
    /// The schemas of its members.
    pub properties: BTreeMap<String, Vec<Pointer>>,
    /// The members that it must have.
    pub required: BTreeSet<String>,
    /// The members that it must have where it has another one.
    pub dependent: BTreeMap<String, Vec<String>>,
    /// The schemas of further members; `None` if there can be none or nothing is said of them.
    pub further: Option<Vec<Pointer>>,
    /// Patterns of the names of members, and their schemas.
    pub patterns: BTreeMap<String, Vec<Pointer>>,
    /// The schemas of its items.
    pub items: Vec<Pointer>,
    /// The schemas of its first items, by their number.
    pub first_items: Vec<Vec<Pointer>>,
    /// The least number of its items.
    pub min_items: usize,
    /// The greatest number of its items.
    pub max_items: Option<usize>,
}

const TYPES: &[&str] = &["object", "array", "string", "integer", "number", "boolean"];

impl Shape {
    /// Returns what the schemas at `parts` say of a value that travels in `direction`.
    pub fn new(raw: &Raw, parts: &[Pointer], direction: Option<Direction>) -> Self {
        let mut shape = Self::default();
        let mut hidden = BTreeSet::new();
        for at in parts {
            let Some(schema) = raw.value(at) else {
                continue;
            };
            shape.add_members(at, schema, direction, &mut hidden);
            shape.add_further(at, schema);
            shape.add_items(raw, at, schema);
            let listed = listed_values(schema);
            if !listed.is_empty() {
                shape.listed.get_or_insert(listed);
            }
        }
        shape.required.retain(|name| !hidden.contains(name));
        shape.types = types(raw, parts);
        if shape.further.is_none() && shape.properties.is_empty() && shape.patterns.is_empty() {
            let is_closed = |at: &Pointer| {
                let further = at.child("additionalProperties");
                raw.value(&further) == Some(&Value::Bool(false))
            };
            shape.further = (!parts.iter().any(is_closed)).then(Vec::new);
        }
        shape
    }

    fn add_members(
        &mut self,
        at: &Pointer,
        schema: &Value,
        direction: Option<Direction>,
        hidden: &mut BTreeSet<String>,
    ) {
        let mark = match direction {
            Some(Direction::Request) => "readOnly",
            Some(Direction::Response) => "writeOnly",
            None => "",
        };
        let members = |keyword: &str| schema.get(keyword).and_then(Value::as_object);
        let list = at.child("properties");
        for (name, property) in members("properties").into_iter().flatten() {
            if property.get(mark) == Some(&Value::Bool(true)) {
                hidden.insert(name.clone());
            } else {
                let places = self.properties.entry(name.clone()).or_default();
                places.push(list.child(name));
            }
        }
        let list = at.child("patternProperties");
        for (pattern, _) in members("patternProperties").into_iter().flatten() {
            let places = self.patterns.entry(pattern.clone()).or_default();
            places.push(list.child(pattern));
        }
        for (name, needed) in members("dependentRequired").into_iter().flatten() {
            let needed = texts(Some(needed));
            self.dependent
                .entry(name.clone())
                .or_default()
                .extend(needed);
        }
        self.required.extend(texts(schema.get("required")));
    }

    fn add_further(&mut self, at: &Pointer, schema: &Value) {
        for keyword in ["additionalProperties", "unevaluatedProperties"] {
            match schema.get(keyword) {
                Some(Value::Object(_)) => {
                    self.further.get_or_insert_default().push(at.child(keyword));
                }
                Some(Value::Bool(true)) => {
                    self.further.get_or_insert_default();
                }
                _ => {}
            }
        }
    }

    fn add_items(&mut self, raw: &Raw, at: &Pointer, schema: &Value) {
        let number = |keyword: &str| usize::try_from(schema.get(keyword)?.as_u64()?).ok();
        if schema.get("items").is_some_and(Value::is_object) {
            self.items.push(at.child("items"));
        }
        for (place, at) in list(raw, at, "prefixItems").into_iter().enumerate() {
            if self.first_items.len() == place {
                self.first_items.push(Vec::new());
            }
            if let Some(places) = self.first_items.get_mut(place) {
                places.push(at);
            }
        }
        self.min_items = self.min_items.max(number("minItems").unwrap_or(0));
        let most = self.max_items.into_iter().chain(number("maxItems")).min();
        self.max_items = most;
    }
}

fn texts(list: Option<&Value>) -> Vec<String> {
    let list = list.and_then(Value::as_array).into_iter().flatten();
    list.filter_map(Value::as_str).map(str::to_owned).collect()
}

/// Returns whether one of the schemas at `parts` admits `null` beside what it describes.
pub fn is_nullable(raw: &Raw, parts: &[Pointer]) -> bool {
    parts.iter().filter_map(|at| raw.value(at)).any(|schema| {
        let types = schema.get("type").and_then(Value::as_array);
        has_nullable(schema) || types.is_some_and(|types| types.iter().any(|ty| ty == "null"))
    })
}

/// Returns the types that all of the schemas at `parts` admit; where none names one, those that they speak of.
fn types(raw: &Raw, parts: &[Pointer]) -> Vec<&'static str> {
    let schemas = || parts.iter().filter_map(|at| raw.value(at));
    let named: Vec<&Value> = schemas()
        .filter_map(|schema| schema.get("type"))
        .filter(|ty| ty.is_string() || ty.is_array())
        .collect();
    if named.iter().any(|ty| **ty == "null") {
        return vec!["null"];
    }
    let admits = |ty: &&'static str| named.iter().all(|named| scalar::admits(named, ty));
    let found: Vec<&str> = TYPES.iter().copied().filter(admits).collect();
    let spoken = || {
        TYPES
            .iter()
            .copied()
            .filter(|ty| schemas().any(|schema| speaks_of(schema, ty)))
    };
    match named.is_empty() {
        false if found.contains(&"number") => {
            found.into_iter().filter(|ty| *ty != "integer").collect()
        }
        false => found,
        true => {
            let spoken: Vec<&str> = spoken().collect();
            if spoken.is_empty() {
                TYPES.to_vec()
            } else {
                spoken
            }
        }
    }
}

/// Returns whether `schema` has a keyword that only says something of values of `ty`.
fn speaks_of(schema: &Value, ty: &str) -> bool {
    let keywords: &[&str] = match ty {
        "object" => &[
            "properties",
            "required",
            "additionalProperties",
            "unevaluatedProperties",
            "patternProperties",
        ],
        "array" => &["items", "prefixItems", "minItems", "maxItems"],
        "string" => &["pattern", "minLength", "maxLength"],
        "number" => &["minimum", "maximum", "multipleOf"],
        _ => &[],
    };
    let format = schema.get("format").and_then(Value::as_str);
    let of_format = format.map(|format| {
        if scalar::is_number_format(format) {
            "integer"
        } else {
            "string"
        }
    });
    keywords.iter().any(|keyword| schema.get(keyword).is_some()) || of_format == Some(ty)
}
