//! The types of values.

use std::fmt;

use serde_json::Value;

use super::View;
use super::pair::Pair;
use crate::catalog::json_type::JsonType;
use crate::catalog::type_names::meaning;
use crate::codes::changes::{ChangeCode, TYPE_CHANGED, TYPE_NARROWED, TYPE_WIDENED};
use crate::diff::wire::comparison::Comparison;

/// The type of the values of a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::diff::wire) enum Kind {
    Anything,
    /// No value is valid: the schema `false`.
    Nothing,
    Null,
    String,
    Integer,
    Number,
    Boolean,
    Array,
    Object,
}

/// Keywords that tell the type of a schema which does not state it (JSON Schema Validation, sections 6.2 to 6.5).
const HINTS: &[(&str, Kind)] = &[
    ("properties", Kind::Object),
    ("additionalProperties", Kind::Object),
    ("required", Kind::Object),
    ("items", Kind::Array),
    ("pattern", Kind::String),
    ("minLength", Kind::String),
    ("maxLength", Kind::String),
    ("minimum", Kind::Number),
    ("maximum", Kind::Number),
    ("multipleOf", Kind::Number),
];

/// Returns the type of the values of a schema.
pub(in crate::diff::wire) fn kind(view: &View<'_>) -> Kind {
    if view.is_never() {
        return Kind::Nothing;
    }
    let words = view.parts.iter().filter_map(|part| part.text("type"));
    let mut types = words.filter_map(of_word);
    let first = types.next();
    // Each integer is a number, and both types hold.
    if first == Some(Kind::Number) && types.any(|other| other == Kind::Integer) {
        return Kind::Integer;
    }
    first
        .or_else(|| of_values(view))
        .or_else(|| of_hints(view))
        .unwrap_or(Kind::Anything)
}

fn of_word(word: &str) -> Option<Kind> {
    Some(match meaning(word).kind? {
        JsonType::String => Kind::String,
        JsonType::Integer => Kind::Integer,
        JsonType::Number => Kind::Number,
        JsonType::Boolean => Kind::Boolean,
        JsonType::Array => Kind::Array,
        JsonType::Object => Kind::Object,
    })
}

/// Returns the type that all listed values have.
fn of_values(view: &View<'_>) -> Option<Kind> {
    let values = view.values()?;
    if !values.is_empty() && values.iter().all(|value| value.is_null()) {
        return Some(Kind::Null);
    }
    let values = values.into_iter();
    let mut kinds = values.filter(|value| !value.is_null()).map(of_value);
    let first = kinds.next()?;
    kinds.all(|kind| kind == first).then_some(first)
}

fn of_value(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Null,
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if number.is_f64() => Kind::Number,
        Value::Number(_) => Kind::Integer,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
    }
}

fn of_hints(view: &View<'_>) -> Option<Kind> {
    let hint = HINTS.iter().find(|(key, _)| view.get(key).is_some());
    hint.map(|(_, kind)| *kind)
}

impl Kind {
    /// Returns whether the keyword `key` restricts values of the type (JSON Schema Validation, section 6).
    pub fn has_keyword(self, key: &str) -> bool {
        self == Self::Anything
            || match key {
                "minimum" | "maximum" | "multipleOf" => {
                    matches!(self, Self::Number | Self::Integer)
                }
                "minLength" | "maxLength" | "pattern" => self == Self::String,
                "minItems" | "maxItems" | "uniqueItems" => self == Self::Array,
                "minProperties" | "maxProperties" => self == Self::Object,
                _ => true,
            }
    }

    /// Returns the type with an article.
    pub fn noun(self) -> String {
        match self {
            Self::Anything => "any type".to_owned(),
            Self::Nothing => "no valid value".to_owned(),
            kind => format!("the type {kind}"),
        }
    }
}

/// Compares the types, and tells whether more can be compared.
pub(super) fn compare(comparison: &mut Comparison<'_>, pair: &Pair<'_>) -> bool {
    let (old, new) = (kind(&pair.old), kind(&pair.new));
    let has_alternatives = |view: &View<'_>| !view.alternatives.is_empty();
    if old == new || has_alternatives(&pair.old) && has_alternatives(&pair.new) {
        return true;
    }
    let code = match (old, new) {
        // The other values are new or gone.
        (Kind::Null, _) if pair.new.is_nullable() => &TYPE_WIDENED,
        (_, Kind::Null) if pair.old.is_nullable() => &TYPE_NARROWED,
        _ => change(old, new),
    };
    pair.report_whole(comparison, code, || {
        format!("has {} instead of {old}", new.noun())
    });
    false
}

/// Returns what it is that values of the type `new` take the place of those of the type `old`.
pub(super) fn change(old: Kind, new: Kind) -> &'static ChangeCode {
    match (old, new) {
        (_, Kind::Anything) | (Kind::Nothing, _) | (Kind::Integer, Kind::Number) => &TYPE_WIDENED,
        (Kind::Anything, _) | (_, Kind::Nothing) | (Kind::Number, Kind::Integer) => &TYPE_NARROWED,
        _ => &TYPE_CHANGED,
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Anything => "any",
            Self::Nothing => "no valid value",
            Self::Null => "`null`",
            Self::String => "`string`",
            Self::Integer => "`integer`",
            Self::Number => "`number`",
            Self::Boolean => "`boolean`",
            Self::Array => "`array`",
            Self::Object => "`object`",
        })
    }
}
