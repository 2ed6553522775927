//! Schemas that admit one value only.

use hashbrown::HashSet;

use serde_json::Value;

use super::alternatives::only_alternative;
use super::facts::Facts;
use crate::diagnostics::Pointer;
use crate::ir::{Constant, Scalar, TypeRef};
use crate::lower::context::Context;

/// How many schemas are looked through for a list of one value.
const MAX_PARTS: usize = 32;

/// The only value of the schema at `at`, whose type is `ty`, where it is a string, a number or a boolean.
pub(in crate::lower) fn constant(
    context: &mut Context<'_>,
    at: &Pointer,
    ty: &TypeRef,
) -> Option<Constant> {
    // Only these can come of a list of values.
    let is_listed = matches!(
        ty,
        TypeRef::Named(_) | TypeRef::Scalar(Scalar::Boolean | Scalar::Double)
    );
    let (mut pending, mut visited) = (vec![at.clone()], HashSet::new());
    while let Some(at) = pending.pop().filter(|_| is_listed) {
        let target = context.resolve(&at)?;
        let facts = context.facts(&target);
        if facts.admits_null() || !facts.properties.is_empty() {
            return None;
        }
        if let Some(value) = only_value(&facts) {
            return of_value(value);
        }
        if visited.len() < MAX_PARTS && visited.insert(target) {
            pending.extend(facts.all_of.iter().rev().cloned());
            pending.extend(only_alternative(context, &facts));
        }
    }
    None
}

/// The only value that a schema lists.
fn only_value(facts: &Facts) -> Option<&Value> {
    let (first, others) = facts.enumeration.split_first()?;
    others.iter().all(|other| other == first).then_some(first)
}

fn of_value(value: &Value) -> Option<Constant> {
    match value {
        Value::String(text) => Some(Constant::Text(text.clone())),
        Value::Bool(value) => Some(Constant::Boolean(*value)),
        Value::Number(number) => match number.as_i64() {
            Some(integer) => Some(Constant::Integer(integer)),
            None => number.as_f64().map(Constant::Number),
        },
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
