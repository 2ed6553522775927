//! Names for alternatives.

use hashbrown::HashSet;
use std::rc::Rc;

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::schema::is_alone;
use crate::names::split;

/// Of more alternatives, none is named by its type.
const MOST: usize = 1000;

/// What the alternative at `at` is called. All places within it ask, so it is found once.
pub(super) fn alternative_name(context: &Context<'_>, at: &str) -> Rc<str> {
    if let Some(known) = context.alternative_names.borrow().get(at) {
        return Rc::clone(known);
    }
    let at = Pointer::parse(at);
    let name = Rc::from(name(context, &at));
    let mut names = context.alternative_names.borrow_mut();
    names.insert(at, Rc::clone(&name));
    name
}

/// What an alternative is called: by its title, by the one value that a member of it can have, by its type if no other
/// one has it, or by its number; not at all if there is no other one but `null`.
fn name(context: &Context<'_>, at: &Pointer) -> String {
    let schema = context.document.value(at);
    let title = schema
        .and_then(|schema| schema.get("title"))
        .and_then(Value::as_str)
        .filter(|title| !split(title).is_empty());
    let number = at
        .tokens()
        .last()
        .and_then(|token| token.parse::<usize>().ok())
        .map_or(1, |place| place.saturating_add(1));
    let reference = schema.and_then(|schema| schema.get("$ref")?.as_str());
    let referred = reference.and_then(|reference| reference.rsplit('/').next());
    title
        .or(referred)
        .or_else(|| schema.and_then(own_constant))
        .or_else(|| is_only_one(context, at, number).then_some(""))
        .or_else(|| own_type(context, at))
        .map_or_else(|| format!("variant {number}"), str::to_owned)
}

/// Whether the alternative at `at`, with this `number`, is the only one beside `null`.
fn is_only_one(context: &Context<'_>, at: &Pointer, number: usize) -> bool {
    let alternatives = at.parent().and_then(|list| context.document.value(&list));
    let alternatives = alternatives.and_then(Value::as_array);
    alternatives.is_some_and(|all| is_alone(all, number.saturating_sub(1)))
}

/// The type of the alternative at `at`, if none of the others has it.
fn own_type<'a>(context: &Context<'a>, at: &Pointer) -> Option<&'a str> {
    let type_of = |schema: &'a Value| schema.get("type").and_then(Value::as_str);
    let own = context.document.value(at).and_then(type_of)?;
    let others = context.document.value(&at.parent()?)?.as_array()?;
    let alike = others.iter().filter(|other| type_of(other) == Some(own));
    let is_alone = others.len() <= MOST && alike.take(2).count() == 1;
    (is_alone && others.iter().all(|other| type_of(other).is_some())).then_some(own)
}

/// The value of the first required member that can have only one, of the schema or of a part of its `allOf`.
fn own_constant(schema: &Value) -> Option<&str> {
    let parts = schema.get("allOf").and_then(Value::as_array);
    constant(schema).or_else(|| parts?.iter().find_map(constant))
}

/// The value of the first required member that can have only one.
fn constant(schema: &Value) -> Option<&str> {
    let required = schema.get("required")?.as_array()?;
    let required: HashSet<&str> = required.iter().filter_map(Value::as_str).collect();
    let members = schema
        .get("properties")?
        .as_object()?
        .iter()
        .filter(|(name, _)| required.contains(name.as_str()));
    members
        .filter_map(|(_, member)| member.get("enum")?.as_array())
        .find_map(|values| match values.as_slice() {
            [only] => only.as_str(),
            _ => None,
        })
}
