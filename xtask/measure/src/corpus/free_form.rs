//! Places that are typed as any JSON value, and why.

use std::collections::BTreeMap;

use clientsmith::diagnostics::{Diagnostics, Place, Pointer};
use serde_json::Value;

use super::raw::{Kind, Raw, is_nullable, list, nodes};
use super::report::{FreeForm, Location, Reason};

/// Returns the places of `raw` that `types` has any JSON value for, and whether the document left no choice; `warnings`
/// are those about the document.
#[must_use]
pub fn free_form(
    raw: &Raw,
    types: &BTreeMap<Pointer, String>,
    warnings: &Diagnostics,
) -> Vec<FreeForm> {
    let schemas = nodes(raw.root())
        .into_iter()
        .filter(|node| node.kind == Kind::Schema);
    let schemas = schemas.filter(|node| !is_part(&node.at, node.value));
    let free = schemas.filter(|node| {
        types
            .get(&node.at)
            .is_some_and(|ty| is_free(ty, node.value))
    });
    let reason = |at: &Pointer, schema: &Value| {
        let codes = codes(at, warnings);
        if !codes.is_empty() {
            Reason::Degraded(codes)
        } else if says_more(raw, at, schema) {
            Reason::Silent
        } else {
            Reason::Document
        }
    };
    free.map(|node| FreeForm {
        reason: reason(&node.at, node.value),
        spot: Location::new(node.at),
    })
    .collect()
}

/// Returns whether the schema adds words to others (`allOf`), or only `null` (`anyOf`, `oneOf`): neither is a place of
/// its own.
fn is_part(at: &Pointer, schema: &Value) -> bool {
    let keyword = at
        .parent()
        .and_then(|list| list.tokens().last().map(std::borrow::Cow::into_owned));
    match keyword.as_deref() {
        Some("allOf") => true,
        Some("anyOf" | "oneOf") => match schema.get("type").and_then(Value::as_str) {
            Some(kind) => kind == "null",
            None => is_nullable(schema),
        },
        _ => false,
    }
}

/// Returns whether values of the type are any JSON, in a list or a map or alone. What a schema has a place for is found
/// there.
fn is_free(ty: &str, schema: &Value) -> bool {
    let ty = ty
        .strip_prefix("Option<")
        .and_then(|ty| ty.strip_suffix('>'))
        .unwrap_or(ty);
    let has = |key: &str| schema.get(key).is_some_and(Value::is_object);
    let is_composed = COMPOSITION.iter().any(|key| schema.get(key).is_some());
    match ty {
        "serde_json::Value" => true,
        _ if is_composed => false,
        "Vec<serde_json::Value>" => !has("items"),
        "std::collections::BTreeMap<String, serde_json::Value>" => !has("additionalProperties"),
        _ => false,
    }
}

/// Returns the codes of the warnings about the schema at `at` or one of its keywords.
fn codes(at: &Pointer, warnings: &Diagnostics) -> Vec<String> {
    let is_here = |place: &Pointer| place == at || place.parent().as_ref() == Some(at);
    let about = warnings.iter().filter(|warning| match &warning.place {
        Place::Pointer(place) | Place::Key(place) => is_here(place),
        Place::Span(_) | Place::Whole => false,
    });
    let mut codes: Vec<String> = about.map(|warning| warning.code.id.to_owned()).collect();
    codes.sort();
    codes.dedup();
    codes
}

const COMPOSITION: &[&str] = &["allOf", "anyOf", "oneOf"];

/// Keywords that say what values look like, and the type that they speak of.
const TELLING: &[(&str, Option<&str>)] = &[
    ("$ref", None),
    ("const", None),
    ("enum", None),
    ("format", Some("string")),
    ("items", Some("array")),
    ("prefixItems", Some("array")),
    ("properties", Some("object")),
    ("additionalProperties", Some("object")),
];

/// Returns whether the schema says more than that values are any JSON, objects, or lists of anything.
fn says_more(raw: &Raw, at: &Pointer, schema: &Value) -> bool {
    let says = |keyword: &str| {
        let parts = list(raw, at, keyword).into_iter();
        let parts = parts.filter_map(|part| raw.value(&raw.resolve(&part)));
        // One subschema of a union that says nothing leaves it all open.
        if keyword != "allOf" && parts.clone().any(is_open) {
            return false;
        }
        parts.into_iter().any(says_something)
    };
    COMPOSITION.iter().any(|keyword| says(keyword)) || says_something(schema)
}

/// Returns whether values of the schema are any JSON.
fn is_open(schema: &Value) -> bool {
    let is_silent = |keyword: &str| {
        [
            "description",
            "title",
            "example",
            "externalDocs",
            "deprecated",
        ]
        .contains(&keyword)
    };
    schema
        .as_object()
        .is_some_and(|schema| schema.keys().all(|keyword| is_silent(keyword)))
}

/// Returns the types that a schema names, `null` apart.
fn types(schema: &Value) -> Vec<&str> {
    let named = match schema.get("type") {
        Some(Value::Array(types)) => types.iter().filter_map(Value::as_str).collect(),
        ty => ty.and_then(Value::as_str).into_iter().collect::<Vec<_>>(),
    };
    named.into_iter().filter(|ty| *ty != "null").collect()
}

fn says_something(schema: &Value) -> bool {
    let types = types(schema);
    let speaks = |of: Option<&str>| of.is_none_or(|of| types.is_empty() || types.contains(&of));
    let are_all = ["array", "boolean", "number", "object", "string"]
        .iter()
        .all(|ty| types.contains(ty));
    let is_scalar = |ty: &&str| !matches!(*ty, "object" | "array");
    let is_scalar = !are_all && types.iter().any(is_scalar);
    let tells = |keyword: &str| match schema.get(keyword) {
        Some(Value::Object(members)) => !members.is_empty(),
        Some(Value::Array(values)) => values.iter().any(|value| !value.is_null()),
        Some(value) => !value.is_boolean() && !value.is_null(),
        None => false,
    };
    is_scalar
        || TELLING
            .iter()
            .any(|(keyword, of)| speaks(*of) && tells(keyword))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn reason(schema: &Value, ty: &str) -> Option<Reason> {
        let raw =
            Raw::read(&json!({"components": {"schemas": {"A": schema}}}).to_string()).unwrap();
        let types = [(Pointer::parse("/components/schemas/A"), ty.to_owned())];
        let mut found = free_form(&raw, &types.into_iter().collect(), &Diagnostics::default());
        found.pop().map(|place| place.reason)
    }

    #[test]
    fn what_the_document_leaves_open_is_told_from_what_is_lost() {
        for open in [
            json!({"enum": [null]}),
            json!({"type": "object"}),
            json!({"allOf": [{"description": ""}]}),
            json!({"anyOf": [{"type": "string"}, {}]}),
            json!({"type": ["array", "boolean", "null", "number", "object", "string"]}),
        ] {
            assert_eq!(
                reason(&open, "serde_json::Value"),
                Some(Reason::Document),
                "{open}"
            );
        }
        for lost in [
            json!({"type": "string"}),
            json!({"oneOf": [{"type": "string"}]}),
            json!({"type": ["string", "integer"]}),
            json!({"items": {"type": "string"}}),
        ] {
            assert_eq!(
                reason(&lost, "Option<serde_json::Value>"),
                Some(Reason::Silent),
                "{lost}"
            );
        }
        assert_eq!(
            reason(&json!({"type": "array"}), "Vec<serde_json::Value>"),
            Some(Reason::Document)
        );
        assert_eq!(
            reason(&json!({"items": {}}), "Vec<serde_json::Value>"),
            None
        );
    }
}
