//! Values that landed in a catch-all although the document describes them.

use std::fmt;

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use super::run::Caught;
use crate::corpus::raw::{Applicable, Direction, Judge, listed_values};

/// A part of a valid value that the client has no variant for.
#[derive(Debug, PartialEq)]
pub struct Unmatched {
    at: Pointer,
    name: String,
}

/// Returns the first part of `sent`, a value that is valid against `schema`, that is in `caught` for no reason. In a
/// union's `Other` nothing valid belongs; in an enum's `Unknown` belongs what no schema that applies there lists.
pub fn unmatched(
    judge: &mut Judge<'_>,
    schema: &Pointer,
    direction: Option<Direction>,
    sent: &Value,
    caught: &[Caught],
) -> Option<Unmatched> {
    let mut wrong = caught.iter().filter(|caught| {
        caught.name == "Other" || is_listed(judge, schema, direction, sent, &caught.at)
    });
    wrong.next().map(|caught| Unmatched {
        at: caught.at.clone(),
        name: caught.name.clone(),
    })
}

/// Returns whether a schema that applies at `at` in `sent` lists the value there.
fn is_listed(
    judge: &mut Judge<'_>,
    schema: &Pointer,
    direction: Option<Direction>,
    sent: &Value,
    at: &Pointer,
) -> bool {
    let mut places = vec![schema.clone()];
    let mut value = sent;
    for token in at.tokens() {
        let applicable = Applicable::new(judge, &places, direction, value);
        let child = match value {
            Value::Array(items) => token.parse().ok().and_then(|index: usize| {
                places = applicable.item(judge.raw(), index);
                items.get(index)
            }),
            value => {
                places = applicable.member(judge, &token).unwrap_or_default();
                value.get(&*token)
            }
        };
        let Some(child) = child else {
            return false;
        };
        value = child;
    }
    let applicable = Applicable::new(judge, &places, direction, value);
    let schemas = applicable
        .places()
        .iter()
        .filter_map(|at| judge.raw().value(at));
    schemas
        .flat_map(listed_values)
        .any(|listed| super::same_scalar(&listed, value))
}

impl fmt::Display for Unmatched {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = match self.at.as_str() {
            "" => "the value".to_owned(),
            at => format!("`{at}`"),
        };
        match self.name.as_str() {
            "Other" => write!(
                formatter,
                "{at} is valid and matches no variant of its union"
            ),
            _ => write!(
                formatter,
                "{at} is a listed value and matches no variant of its enum"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::corpus::raw::Raw;

    fn found(schema: &Value, sent: &Value, at: &str, name: &str) -> Option<String> {
        let document = json!({"openapi": "3.1.0", "components": {"schemas": {"A": schema}}});
        let raw = Raw::read(&document.to_string()).unwrap();
        let caught = [Caught {
            at: Pointer::parse(at),
            name: name.to_owned(),
        }];
        let schema = Pointer::parse("/components/schemas/A");
        let found = unmatched(&mut Judge::new(&raw), &schema, None, sent, &caught);
        found.map(|found| found.to_string())
    }

    #[test]
    fn listed_values_belong_in_no_catch_all() {
        let schema = json!({"properties": {"a": {"items": {"anyOf": [{"type": "string"}, {"enum": ["b"]}]}}}});
        let found = |value: &str| found(&schema, &json!({"a": [value]}), "/a/0", "UnknownValue");
        assert_eq!(
            found("b").unwrap(),
            "`/a/0` is a listed value and matches no variant of its enum"
        );
        assert_eq!(found("c"), None);
    }

    #[test]
    fn valid_values_belong_in_no_other() {
        let found = found(&json!({}), &json!(1), "", "Other");
        assert_eq!(
            found.unwrap(),
            "the value is valid and matches no variant of its union"
        );
    }
}
