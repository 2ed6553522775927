//! Whether two JSON values mean the same.

#[cfg(test)]
mod tests;

use std::fmt;

use clientsmith::diagnostics::Pointer;
use serde_json::{Map, Value, json};

use super::same_scalar;
use crate::corpus::raw::{Applicable, Direction, Judge};

/// Where two values differ.
#[derive(Debug, PartialEq)]
pub struct Difference {
    at: Pointer,
    sent: Option<Value>,
    again: Option<Value>,
}

/// Returns where `again`, a decoded and encoded `sent`, differs from it, if anywhere. The order of members, `null` in
/// place of an absent member, and members that the schema at `schema` does not know are no differences; date-times are
/// compared as instants and numbers by their value. A member is known if one of the subschemas that the value is valid
/// against knows it.
pub fn difference(
    judge: &mut Judge<'_>,
    schema: &Pointer,
    direction: Option<Direction>,
    sent: &Value,
    again: &Value,
) -> Option<Difference> {
    let mut comparison = Comparison { judge, direction };
    comparison.of_values(std::slice::from_ref(schema), &Pointer::root(), sent, again)
}

struct Comparison<'j, 'a> {
    judge: &'j mut Judge<'a>,
    direction: Option<Direction>,
}

impl Comparison<'_, '_> {
    fn of_values(
        &mut self,
        schemas: &[Pointer],
        at: &Pointer,
        sent: &Value,
        again: &Value,
    ) -> Option<Difference> {
        if sent == again {
            return None;
        }
        match (sent, again) {
            (Value::Object(_), Value::Object(again)) => self.of_objects(schemas, at, sent, again),
            (Value::Array(items), Value::Array(again)) if items.len() == again.len() => {
                let applicable = Applicable::new(self.judge, schemas, self.direction, sent);
                let mut pairs = items.iter().zip(again).enumerate();
                pairs.find_map(|(index, (sent, again))| {
                    let schemas = applicable.item(self.judge.raw(), index);
                    self.of_values(&schemas, &at.index(index), sent, again)
                })
            }
            (sent, again) => {
                let is_same =
                    same_scalar(sent, again) || self.is_number_as_text(schemas, sent, again);
                (!is_same).then(|| Difference {
                    at: at.clone(),
                    sent: Some(sent.clone()),
                    again: Some(again.clone()),
                })
            }
        }
    }

    /// Returns whether one is a number and the other its text, at a place that takes both: `type: [integer, string]`, a
    /// format or a pattern without `type`, or an alternative that is a string with a pattern.
    fn is_number_as_text(&mut self, schemas: &[Pointer], sent: &Value, again: &Value) -> bool {
        let (Value::String(text), Value::Number(number)) = (sent, again) else {
            return false;
        };
        let applicable = Applicable::new(self.judge, schemas, self.direction, sent);
        let raw = self.judge.raw();
        let mut schemas = applicable.places().iter().filter_map(|at| raw.value(at));
        let takes_both = |schema: &Value| match schema.get("type") {
            None | Some(Value::String(_)) => ["format", "pattern"]
                .iter()
                .any(|keyword| schema.get(keyword).is_some()),
            Some(types) => {
                ["string", "integer", "number"]
                    .iter()
                    .filter(|name| {
                        types
                            .as_array()
                            .is_some_and(|types| types.contains(&json!(name)))
                    })
                    .count()
                    > 1
            }
        };
        let is_same = *text == number.to_string() || text.parse().ok() == number.as_f64();
        is_same && schemas.any(takes_both)
    }

    fn of_objects(
        &mut self,
        schemas: &[Pointer],
        at: &Pointer,
        sent: &Value,
        again: &Map<String, Value>,
    ) -> Option<Difference> {
        let applicable = Applicable::new(self.judge, schemas, self.direction, sent);
        for (name, value) in sent.as_object()? {
            let found = again.get(name);
            if value.is_null() && found.is_none() || found == Some(value) {
                continue;
            }
            let at = at.child(name);
            let known = applicable.member(self.judge, name);
            let difference = match found {
                Some(again) if value.is_null() => (!again.is_null()).then(|| Difference {
                    at,
                    sent: None,
                    again: Some(again.clone()),
                }),
                Some(again) => self.of_values(&known.unwrap_or_default(), &at, value, again),
                None => known.map(|_| Difference {
                    at,
                    sent: Some(value.clone()),
                    again: None,
                }),
            };
            if difference.is_some() {
                return difference;
            }
        }
        gained(at, sent, again)
    }
}

/// Returns the first member that only `again` has.
fn gained(at: &Pointer, sent: &Value, again: &Map<String, Value>) -> Option<Difference> {
    let mut members = again.iter();
    let (name, value) =
        members.find(|(name, value)| !value.is_null() && sent.get(name).is_none())?;
    Some(Difference {
        at: at.child(name),
        sent: None,
        again: Some(value.clone()),
    })
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

/// Returns the text of `value`, cut off where it is long.
pub fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(80) {
        Some((end, _)) => text.get(..end).unwrap_or_default().to_owned() + "…",
        None => text,
    }
}
