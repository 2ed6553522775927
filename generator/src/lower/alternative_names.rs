//! Names for alternatives.

use hashbrown::HashSet;
use std::rc::Rc;

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::lower::context::Context;
use crate::lower::schema::is_alone;
use crate::names::split;

/// Of more alternatives, none is named by its type.
const MAX_SUBSCHEMAS: usize = 1000;

/// Of more alternatives, none is named by the member that is around it: each one looks at all others.
const MAX_WRAPPERS: usize = 128;

/// Returns what the alternative at `at` is called. All places within it ask, so it is found once.
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

/// Returns what an alternative is called: by its title, by the one value that a member of it can have, by the member
/// that holds all of it, by its type if no other one has it, or by its number; not at all if there is no other one but
/// `null`.
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
        .or_else(|| own_constant(context, at))
        .or_else(|| is_only_one(context, at, number).then_some(""))
        .or_else(|| own_member(context, at))
        .or_else(|| own_type(context, at))
        .map_or_else(|| format!("variant {number}"), str::to_owned)
}

/// Returns whether the alternative at `at`, with this `number`, is the only one beside `null`.
fn is_only_one(context: &Context<'_>, at: &Pointer, number: usize) -> bool {
    let alternatives = at.parent().and_then(|list| context.document.value(&list));
    let alternatives = alternatives.and_then(Value::as_array);
    alternatives.is_some_and(|all| is_alone(all, number.saturating_sub(1)))
}

/// Returns the member that tells the alternative at `at` by being there, if it tells none of the others: `circle` in
/// `{circle: {r: 1}}`.
fn own_member<'a>(context: &Context<'a>, at: &Pointer) -> Option<&'a str> {
    let list = at.parent()?;
    let count = context.document.value(&list)?.as_array()?.len();
    let schema = context.document.value(at)?;
    if count > MAX_WRAPPERS || !is_object(schema) {
        return None;
    }
    let places = (0..count).map(|place| list.child(&place.to_string()));
    let others = places.filter(|place| place != at);
    let others =
        others.filter_map(|place| context.document.value(&context.document.resolve(&place).0?));
    let others: Vec<&Value> = others.collect();
    // `object` is a clear name for the only object, unless it only wraps one member.
    let own = if others.iter().any(|other| is_object(other)) {
        only_property(schema).or_else(|| only_required(schema, &others))
    } else {
        only_property(schema).filter(|_| only_required(schema, &[]).is_some())
    }?;
    let words = split(own);
    let mut rivals = others
        .iter()
        .filter_map(|other| only_property(other).or_else(|| only_required(other, &[])));
    (!rivals.any(|rival| split(rival) == words)).then_some(own)
}

/// Returns whether a schema lists the members of an object.
fn is_object(schema: &Value) -> bool {
    let kind = schema.get("type").and_then(Value::as_str);
    schema.get("properties").is_some() && kind.is_none_or(|kind| kind == "object")
}

/// Returns the only member that a schema lists.
fn only_property(schema: &Value) -> Option<&str> {
    let mut properties = schema.get("properties")?.as_object()?.keys();
    let first = properties.next()?;
    properties.next().is_none().then_some(first)
}

/// Returns the only listed member that a schema requires and none of the `others` does.
fn only_required<'a>(schema: &'a Value, others: &[&Value]) -> Option<&'a str> {
    let [only] = schema.get("required")?.as_array()?.as_slice() else {
        return None;
    };
    let requires = |other: &&Value| {
        let list = other.get("required").and_then(Value::as_array);
        list.is_some_and(|list| list.contains(only))
    };
    let is_listed = schema.get("properties")?.get(only.as_str()?).is_some();
    (is_listed && !others.iter().any(requires)).then_some(only.as_str()?)
}

/// Returns the type of the alternative at `at`, if none of the others has it.
fn own_type<'a>(context: &Context<'a>, at: &Pointer) -> Option<&'a str> {
    let type_of = |schema: &'a Value| {
        let stated = schema.get("type").and_then(Value::as_str);
        stated.or_else(|| is_object(schema).then_some("object"))
    };
    let own = context.document.value(at).and_then(type_of)?;
    let others = context.document.value(&at.parent()?)?.as_array()?;
    let alike = others.iter().filter(|other| type_of(other) == Some(own));
    let is_alone = others.len() <= MAX_SUBSCHEMAS && alike.take(2).count() == 1;
    (is_alone && others.iter().all(|other| type_of(other).is_some())).then_some(own)
}

/// Returns the value of the first required member that can have only one, of the schema at `at` or of a part of its
/// `allOf`.
fn own_constant<'a>(context: &Context<'a>, at: &Pointer) -> Option<&'a str> {
    let list = at.child("allOf");
    let parts = context.document.value(&list).and_then(Value::as_array);
    let parts = 0..parts.map_or(0, Vec::len);
    let mut parts = parts.map(|place| list.child(&place.to_string()));
    constant(context, at).or_else(|| parts.find_map(|part| constant(context, &part)))
}

/// Returns the value of the first required member that can have only one.
fn constant<'a>(context: &Context<'a>, at: &Pointer) -> Option<&'a str> {
    let schema = context.document.value(at)?;
    let required = schema.get("required")?.as_array()?;
    let required: HashSet<&str> = required.iter().filter_map(Value::as_str).collect();
    let members = schema.get("properties")?.as_object()?.keys();
    let mut members = members.filter(|name| required.contains(name.as_str()));
    members.find_map(|name| {
        let member = at.child("properties").child(name);
        let target = context.document.resolve(&member).0?;
        let values = context.document.value(&target)?.get("enum")?.as_array()?;
        match values.as_slice() {
            [only] => only.as_str(),
            _ => None,
        }
    })
}
