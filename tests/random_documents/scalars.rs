//! Values of JSON, and the numbers that bound them.

use serde_json::{Value, json};

use super::context::Context;
use super::texts;

/// A number of any size.
pub(super) fn number(context: &mut Context<'_>) -> Value {
    let numbers = [
        json!(0),
        json!(1),
        json!(-1),
        json!(10),
        json!(2.5),
        json!(-0.0),
        json!(i64::MIN),
        json!(i64::MAX),
        json!(u64::MAX),
        json!(4_294_967_296_i64),
        json!(1e300),
        json!(-1e-300),
        json!(18_446_744_073_709_552_000.0_f64),
    ];
    context.choices.one(&numbers).clone()
}

/// A number of things.
pub(super) fn count(context: &mut Context<'_>) -> Value {
    let counts = [
        json!(0),
        json!(1),
        json!(100),
        json!(u32::MAX),
        json!(u64::MAX),
        json!(3.0),
    ];
    context.choices.one(&counts).clone()
}

/// Any value, such as an example or a default.
pub(super) fn any(context: &mut Context<'_>) -> Value {
    match context.choices.below(9) {
        0 => texts::word(context),
        1 => number(context),
        2 => json!(true),
        3 => json!(null),
        4 => json!([]),
        5 => json!({}),
        6 => json!([number(context), [texts::word(context)]]),
        7 => json!({ "$ref": "#/components/schemas/x", "a": { "b": [null] } }),
        _ => json!({ (texts::name(&mut context.choices)): texts::text(context) }),
    }
}

/// The values of an `enum`.
pub(super) fn values(context: &mut Context<'_>) -> Value {
    let names = texts::names(&mut context.choices, 6);
    let mut values: Vec<Value> = names.into_iter().map(Value::String).collect();
    if context.choices.chance(15) {
        values.push(Value::Null);
    }
    if context.choices.chance(10) {
        values.push(any(context));
    }
    Value::Array(values)
}

/// Integers as the values of an `enum`.
pub(super) fn integers(context: &mut Context<'_>) -> Value {
    let numbers = [
        json!(0),
        json!(1),
        json!(-1),
        json!(7),
        json!(i64::MIN),
        json!(i64::MAX),
        json!(u64::MAX),
        json!(1.5),
    ];
    context
        .choices
        .some(&numbers, 30)
        .into_iter()
        .cloned()
        .collect()
}

/// A pattern, valid or not.
pub(super) fn pattern(context: &mut Context<'_>) -> Value {
    json!(
        context
            .choices
            .one(&["^[a-z]+$", "(", "\\d{3}", "*/", "\u{0}", ""])
    )
}
