//! Objects.

use crate::ir::{Constant, Field, Struct, Type};
use crate::signature::{self, TypeUse, write_type};
use crate::surface::item;
use crate::surface::item::{Detail, Function, Item, ItemKind, Origin, Output, Receiver};

/// Returns the fields, what is implemented, the constructor and the setters.
pub(super) fn members<'a>(path: &str, ty: &'a Type, fields: &'a Struct) -> Vec<Item<'a>> {
    let origin = Origin::At(&ty.origin);
    let is_sent = ty.usage.request;
    let listed = fields
        .fields
        .iter()
        .map(|field| listed(path, field, is_sent));
    let extra = fields.extra.iter().map(|(name, ty)| {
        let ty = signature::extra_type(ty);
        member(path, &name.spelled(), ty, origin)
    });
    let mut items: Vec<_> = listed.chain(extra).collect();
    let has_default = fields.has_default || (ty.usage.request && signature::has_default(fields));
    items.extend(has_default.then(|| default(path, origin)));
    if ty.usage.request {
        items.push(constructor(path, fields, origin));
        items.extend(signature::settable(fields).map(|field| setter(path, field)));
    }
    items
}

fn listed<'a>(path: &str, field: &'a Field, is_sent: bool) -> Item<'a> {
    let (ty, origin) = (signature::field_type(field), Origin::At(&field.origin));
    let item = member(path, &field.name.spelled(), ty, origin);
    let constant = field.constant.as_ref().filter(|_| is_sent);
    let wire = match constant {
        Some(constant) => format!("{} = {}", field.wire, value(constant)),
        None => field.wire.clone(),
    };
    item.marked(field.deprecated).standing_for(wire)
}

/// Returns what the constructor sets a field to.
fn value(constant: &Constant) -> String {
    match constant {
        Constant::Text(text) => format!("{text:?}"),
        Constant::Integer(number) => number.to_string(),
        Constant::Number(number) => number.to_string(),
        Constant::Boolean(flag) => flag.to_string(),
        Constant::Variant(ty, variant) => format!("{}::{}", ty.as_str(), variant.as_str()),
    }
}

fn member<'a>(path: &str, name: &str, ty: TypeUse<'a>, origin: Origin<'a>) -> Item<'a> {
    let path = [path, "::", name].concat();
    let mut signature = ["pub ", &path, ": "].concat();
    write_type(&mut signature, ty);
    let kind = ItemKind::Field;
    Item::new(kind, path, signature, origin, Detail::Type(ty))
}

fn default<'a>(path: &str, origin: Origin<'a>) -> Item<'a> {
    let signature = format!("impl Default for {path}");
    let (kind, path) = (ItemKind::Implementation, path.to_owned());
    Item::new(kind, path, signature, origin, Detail::Nothing)
}

fn constructor<'a>(path: &str, fields: &'a Struct, origin: Origin<'a>) -> Item<'a> {
    let required = signature::constructor_arguments(fields);
    let wire: Vec<&str> = required.iter().map(|field| field.wire.as_str()).collect();
    let wire = wire.join(", ");
    let arguments = required.into_iter();
    let arguments = arguments.map(|field| (field.name.spelled(), signature::given(field)));
    let function = Function {
        receiver: None,
        arguments: arguments.collect(),
        output: Output::Fixed("Self"),
    };
    item::function(format!("{path}::new"), function, origin).standing_for(wire)
}

fn setter<'a>(path: &str, field: &'a Field) -> Item<'a> {
    let function = Function {
        receiver: Some(Receiver::Owned),
        arguments: vec![(field.name.spelled(), signature::given(field))],
        output: Output::Fixed("Self"),
    };
    let path = format!("{path}::{}", field.setter);
    let origin = Origin::At(&field.origin);
    let item = item::function(path, function, origin);
    item.marked(field.deprecated).standing_for(&field.wire)
}
