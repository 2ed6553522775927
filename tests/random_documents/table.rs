//! Objects made from tables of what may stand in them.

use serde_json::{Map, Value};

use super::context::Context;

/// Makes a value.
pub(super) type Make = fn(&mut Context<'_>) -> Value;

/// A member, in how many of 100 objects it is, and how its value is made.
pub(super) type Row = (&'static str, usize, Make);

/// Adds the members that chance takes from `table`.
pub(super) fn add(members: &mut Map<String, Value>, table: &[Row], context: &mut Context<'_>) {
    for (key, percent, make) in table {
        if context.choices.chance(*percent) {
            let _ = members.insert((*key).to_owned(), make(context));
        }
    }
}

/// An object of members that chance takes from `table`.
pub(super) fn object(table: &[Row], context: &mut Context<'_>) -> Value {
    let mut members = Map::new();
    add(&mut members, table, context);
    Value::Object(members)
}

/// An object with a member for each of `keys`.
pub(super) fn map(keys: Vec<String>, context: &mut Context<'_>, make: Make) -> Value {
    let member = |key| (key, make(context));
    Value::Object(keys.into_iter().map(member).collect())
}

/// A list of `length` values.
pub(super) fn list(length: usize, context: &mut Context<'_>, make: Make) -> Value {
    (0..length).map(|_| make(context)).collect()
}
