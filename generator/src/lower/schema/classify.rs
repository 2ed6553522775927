//! Which shape a schema has.

use serde_json::Value;

use super::facts::{Additional, Facts};
use super::{all_of, alternatives};
use crate::catalog::scalars;
use crate::diagnostics::Pointer;
use crate::ir::Scalar;
use crate::lower::codes::{ENUM_MIXED, TYPE_UNKNOWN};
use crate::lower::context::Context;

/// The shape of a schema.
#[derive(Clone, Debug)]
pub(crate) enum Classified {
    /// A type of the language or of a library.
    Scalar(Scalar),
    /// An array, with the place of its items.
    List(Option<Pointer>),
    /// An object whose members all have the type at this place.
    Map(Option<Pointer>),
    /// The same as the schema at this place.
    Same(Pointer),
    /// One of several strings.
    Strings(Vec<String>),
    /// One of several integers.
    Integers(Vec<i64>),
    /// An object with listed members.
    Object,
    /// One of several schemas.
    Union(Vec<Pointer>),
    /// Any JSON value.
    Anything,
}

/// Classifies the schema at `at`, which is no reference.
pub(crate) fn classify(context: &mut Context<'_>, at: &Pointer, facts: &Facts) -> Classified {
    if !facts.enumeration.is_empty() {
        return of_values(context, at, facts);
    }
    if !facts.all_of.is_empty() {
        return all_of::classify(context, at, facts);
    }
    if !facts.one_of.is_empty() || !facts.any_of.is_empty() {
        return alternatives::classify(context, at, facts);
    }
    of_kind(context, at, facts)
}

/// An enumeration (JSON Schema Validation, `enum`); `null` among the values only makes it nullable.
fn of_values(context: &mut Context<'_>, at: &Pointer, facts: &Facts) -> Classified {
    let values: Vec<&Value> = facts
        .enumeration
        .iter()
        .filter(|value| !value.is_null())
        .collect();
    if let Some(strings) = values
        .iter()
        .map(|value| value.as_str().map(str::to_owned))
        .collect::<Option<Vec<_>>>()
    {
        return if strings.is_empty() {
            Classified::Anything
        } else {
            Classified::Strings(strings)
        };
    }
    if let Some(integers) = values.iter().map(|value| value.as_i64()).collect() {
        return Classified::Integers(integers);
    }
    let alike = |is: fn(&Value) -> bool| values.iter().all(|value| is(value));
    if alike(Value::is_boolean) {
        return Classified::Scalar(Scalar::Boolean);
    }
    if alike(Value::is_number) {
        return Classified::Scalar(Scalar::Double);
    }
    context.report(
        &ENUM_MIXED,
        "the values of this enum have different types",
        &at.child("enum"),
    );
    Classified::Anything
}

/// A schema that is not composed of others.
pub(super) fn of_kind(context: &mut Context<'_>, at: &Pointer, facts: &Facts) -> Classified {
    match facts.kind.as_deref() {
        Some("array") => Classified::List(facts.items.clone()),
        Some("object") => of_object(facts),
        Some(kind @ ("string" | "number" | "integer" | "boolean")) => {
            Classified::Scalar(scalars::scalar(kind, facts.format.as_deref()))
        }
        Some(other) => {
            context.report(
                &TYPE_UNKNOWN,
                format!("`{other}` is no type"),
                &at.child("type"),
            );
            Classified::Anything
        }
        None => of_hints(facts),
    }
}

/// A schema without `type` is what its other keywords speak of.
fn of_hints(facts: &Facts) -> Classified {
    if !facts.properties.is_empty() || !matches!(facts.additional, Additional::Unsaid) {
        of_object(facts)
    } else if facts.items.is_some() {
        Classified::List(facts.items.clone())
    } else if facts.bounds_strings {
        Classified::Scalar(scalars::scalar("string", facts.format.as_deref()))
    } else if facts.bounds_numbers {
        Classified::Scalar(scalars::scalar("number", facts.format.as_deref()))
    } else {
        facts
            .format
            .as_deref()
            .and_then(scalars::scalar_of_format)
            .map_or(Classified::Anything, Classified::Scalar)
    }
}

fn of_object(facts: &Facts) -> Classified {
    if !facts.properties.is_empty() {
        return Classified::Object;
    }
    match &facts.additional {
        Additional::Schema(value) => Classified::Map(Some(value.clone())),
        Additional::Anything => Classified::Map(None),
        Additional::Forbidden => Classified::Object,
        Additional::Unsaid => Classified::Anything,
    }
}
