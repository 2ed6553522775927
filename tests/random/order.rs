//! The same document in another order.

use std::collections::BTreeSet;

use clientsmith::Package;
use clientsmith_tests::soundness::{run, unique};
use serde_json::{Map, Value};

use crate::json;
use crate::twin::assert_same;

/// Members whose value is an object with names of the document's own as keys.
const MAPS: &[&str] = &[
    "properties",
    "schemas",
    "definitions",
    "$defs",
    "paths",
    "responses",
    "parameters",
    "requestBodies",
    "headers",
    "securitySchemes",
    "securityDefinitions",
    "variables",
    "mapping",
    "callbacks",
    "links",
    "webhooks",
    "encoding",
];

/// Such members whose order means something: what comes first is preferred, or is the first of several alternatives.
const ORDERED: &[&str] = &["content", "patternProperties"];

/// Members whose value is data, a list in which order means something, or quoted in the documentation.
const DATA: &[&str] = &[
    "default",
    "example",
    "examples",
    "enum",
    "not",
    "if",
    "then",
    "else",
    "contains",
    "dependentRequired",
    "propertyNames",
    "const",
    "security",
    "x-extension",
];

/// Demands that the order of the keywords of an object, such as `type` and `properties`, decides nothing.
pub fn check_keywords(document: &Value) {
    if let (Ok(first), Ok(second)) = both(document, Kind::Keywords) {
        assert_same("in reverse", &first, &second);
    }
}

/// Demands that the order of members, those of maps included, leaves the names of types as they are.
pub fn check_names(document: &Value) {
    if let (Ok(first), Ok(second)) = both(document, Kind::Map) {
        assert_eq!(types(&first), types(&second), "in reverse: other types");
    }
}

type Outcome = Result<Package, clientsmith::Diagnostics>;

fn both(document: &Value, last: Kind) -> (Outcome, Outcome) {
    let reversed = reversed(document, Kind::Keywords, last);
    let both = (
        run("in order", &json(document)),
        run("in reverse", &json(&reversed)),
    );
    let accepted = (both.0.is_ok(), both.1.is_ok());
    assert_eq!(
        accepted.0, accepted.1,
        "in reverse: accepted in one order alone"
    );
    both
}

/// What the keys of an object are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Keywords,
    Map,
    Ordered,
}

/// `value`, which is of the kind `kind`, with the members of keyword objects, and of maps if `last` says so, reversed.
fn reversed(value: &Value, kind: Kind, last: Kind) -> Value {
    match value {
        Value::Array(items) => items
            .iter()
            .map(|item| reversed(item, Kind::Keywords, last))
            .collect(),
        Value::Object(members) => {
            let members = members
                .iter()
                .map(|(key, value)| (key.clone(), member(key, value, kind, last)));
            let is_reversed = kind == Kind::Keywords || kind == last;
            Value::Object(if is_reversed {
                members.rev().collect()
            } else {
                members.collect::<Map<_, _>>()
            })
        }
        other => other.clone(),
    }
}

fn member(key: &str, value: &Value, kind: Kind, last: Kind) -> Value {
    let kind_of_value = match kind {
        Kind::Keywords if DATA.contains(&key) => return value.clone(),
        Kind::Keywords if ORDERED.contains(&key) => Kind::Ordered,
        Kind::Keywords if MAPS.contains(&key) => Kind::Map,
        Kind::Keywords | Kind::Map | Kind::Ordered => Kind::Keywords,
    };
    reversed(value, kind_of_value, last)
}

fn types(package: &Package) -> BTreeSet<String> {
    let models = package
        .files()
        .filter(|(path, _)| path.starts_with("src/models/"));
    let items = models.flat_map(|(_, text)| syn::parse_file(text).unwrap().items);
    items.filter_map(|item| unique::type_name(&item)).collect()
}
