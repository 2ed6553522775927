//! Whether two JSON values mean the same.

use std::fmt;

use clientsmith::diagnostics::Pointer;
use serde_json::{Map, Value};

use super::same_scalar;
use crate::corpus::raw::{Raw, items, member};

/// Where two values differ.
#[derive(Debug, PartialEq)]
pub struct Difference {
    at: Pointer,
    sent: Option<Value>,
    again: Option<Value>,
}

/// Where `again`, a decoded and encoded `sent`, differs from it, if anywhere. The order of members, `null` in place of
/// an absent member, and members that the schema at `schema` does not know are no differences; date-times are compared
/// as instants and numbers by their value.
pub fn difference(raw: &Raw, schema: &Pointer, sent: &Value, again: &Value) -> Option<Difference> {
    of_values(
        raw,
        std::slice::from_ref(schema),
        &Pointer::root(),
        sent,
        again,
    )
}

fn of_values(
    raw: &Raw,
    schemas: &[Pointer],
    at: &Pointer,
    sent: &Value,
    again: &Value,
) -> Option<Difference> {
    match (sent, again) {
        (Value::Object(sent), Value::Object(again)) => of_objects(raw, schemas, at, sent, again),
        (Value::Array(sent), Value::Array(again)) if sent.len() == again.len() => {
            let mut pairs = sent.iter().zip(again).enumerate();
            pairs.find_map(|(index, (sent, again))| {
                of_values(
                    raw,
                    &items(raw, schemas, index),
                    &at.index(index),
                    sent,
                    again,
                )
            })
        }
        (sent, again) => (!same_scalar(sent, again)).then(|| Difference {
            at: at.clone(),
            sent: Some(sent.clone()),
            again: Some(again.clone()),
        }),
    }
}

fn of_objects(
    raw: &Raw,
    schemas: &[Pointer],
    at: &Pointer,
    sent: &Map<String, Value>,
    again: &Map<String, Value>,
) -> Option<Difference> {
    let lost = sent
        .iter()
        .filter(|(_, value)| !value.is_null())
        .find_map(|(name, value)| {
            let at = at.child(name);
            let known = member(raw, schemas, name);
            match again.get(name) {
                Some(again) => of_values(raw, &known.unwrap_or_default(), &at, value, again),
                None => known.map(|_| Difference {
                    at,
                    sent: Some(value.clone()),
                    again: None,
                }),
            }
        });
    let is_new = |(name, value): &(&String, &Value)| {
        !value.is_null() && sent.get(*name).is_none_or(Value::is_null)
    };
    let gained = || {
        let (name, value) = again.iter().find(is_new)?;
        Some(Difference {
            at: at.child(name),
            sent: None,
            again: Some(value.clone()),
        })
    };
    lost.or_else(gained)
}

impl fmt::Display for Difference {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = if self.at == Pointer::root() {
            "the value".to_owned()
        } else {
            format!("`{}`", self.at)
        };
        match (&self.sent, &self.again) {
            (Some(sent), None) => write!(formatter, "{at} is lost, it was {}", short(sent)),
            (None, Some(again)) => write!(formatter, "{at} is new, it is {}", short(again)),
            (sent, again) => {
                let [sent, again] =
                    [sent, again].map(|value| value.as_ref().map(short).unwrap_or_default());
                write!(formatter, "{at} was {sent} and is {again}")
            }
        }
    }
}

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(80) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn compare(sent: &Value, again: &Value) -> Option<String> {
        let schema = json!({"properties": {"a": {}, "b": {"items": {"properties": {"c": {}}}}}});
        let raw =
            Raw::read(&json!({"components": {"schemas": {"A": schema}}}).to_string()).unwrap();
        let schema = Pointer::parse("/components/schemas/A");
        difference(&raw, &schema, sent, again).map(|difference| difference.to_string())
    }

    #[test]
    fn instants_absent_nulls_and_unknown_members_are_the_same() {
        assert_eq!(
            compare(&json!({"a": null, "b": 1, "z": 1}), &json!({"b": 1.0})),
            None
        );
        assert_eq!(compare(&json!({}), &json!({"a": null})), None);
        let (sent, again) = (
            json!("2025-05-06T07:08:09+02:00"),
            json!("2025-05-06T05:08:09Z"),
        );
        assert_eq!(compare(&sent, &again), None);
    }

    #[test]
    fn what_differs_is_told_with_its_place() {
        assert_eq!(
            compare(&json!({"b": [{"c": 1, "d": 2}]}), &json!({"b": [{}]})).unwrap(),
            "`/b/0/c` is lost, it was 1"
        );
        assert_eq!(
            compare(&json!({}), &json!({"a": 2})).unwrap(),
            "`/a` is new, it is 2"
        );
        assert_eq!(
            compare(&json!(i64::MAX), &json!(i64::MAX - 1)).unwrap(),
            "the value was 9223372036854775807 and is 9223372036854775806"
        );
        assert_eq!(
            compare(&json!([null]), &json!([])).unwrap(),
            "the value was [null] and is []"
        );
    }
}
