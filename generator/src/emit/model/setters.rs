//! The constructor and the setters of structs that requests use.

use syn::{Attribute, Expr, FieldValue, FnArg, ImplItem, Item, Type as TypeNode};

use super::object::uses_deprecated;
use crate::doc_text::summary_sentence;
use crate::emit::arguments::expect_many;
use crate::emit::docs;
use crate::emit::syntax::{
    self, Function, argument, assignment, call, expression, field_of, ident, implementation, into,
    local, marker, member, method, mutable, named, path, qualified, qualified_path, shorthand,
    structure, value,
};
use crate::emit::types::IN_MODELS;
use crate::ir::{Field, Presence, Scalar, Struct, Type, TypeRef};

pub(super) fn emit(ty: &Type, fields: &Struct) -> Item {
    let setters = fields.fields.iter().filter(|field| is_set(field));
    let setters = setters.map(setter);
    implementation(
        uses_deprecated(mentioned(fields)).into_iter().collect(),
        ty.name.to_ident(),
        [constructor(fields)].into_iter().chain(setters).collect(),
    )
}

/// Whether a field has a setter: the constructor takes what is required, and what only the API sets is never sent.
fn is_set(field: &Field) -> bool {
    field.presence != Presence::Required && !field.read_only
}

/// The fields that the implementation names.
fn mentioned(fields: &Struct) -> impl Iterator<Item = &Field> {
    let all = fields.fields.iter();
    all.filter(|field| !fields.has_default || is_set(field))
}

/// `new` takes the required members by name, so that it does not change when the document lists them in another order.
fn constructor(fields: &Struct) -> ImplItem {
    let mut required: Vec<&Field> = fields
        .fields
        .iter()
        .filter(|field| field.presence == Presence::Required)
        .collect();
    required.sort_by(|left, right| left.wire.cmp(&right.wire));
    let mut attributes = docs::outer("", "A new value with what is required.");
    attributes.push(marker("must_use"));
    attributes.extend(expect_many(required.len()));
    ImplItem::from(Function {
        attributes,
        name: ident("new"),
        inputs: required.into_iter().map(parameter).collect(),
        output: named(ident("Self")),
        body: vec![value(new_value(fields))],
    })
}

fn new_value(fields: &Struct) -> Expr {
    if fields.has_default {
        return call(qualified_path(&["Self", "default"]), []);
    }
    let extra = fields.extra.iter().map(|(name, _)| {
        let new_map = qualified_path(&["std", "collections", "BTreeMap", "new"]);
        member(name.to_ident(), call(new_map, []))
    });
    structure(
        &["Self"],
        fields.fields.iter().map(initial).chain(extra),
        None,
    )
}

fn setter(field: &Field) -> ImplItem {
    let mut attributes = setter_docs(field);
    attributes.extend(field.deprecated.then(|| marker("deprecated")));
    attributes.push(marker("must_use"));
    let place = field_of("self", field.name.to_ident());
    ImplItem::from(Function {
        attributes,
        name: field.setter.to_ident(),
        inputs: vec![mutable(), parameter(field)],
        output: named(ident("Self")),
        body: vec![
            expression(assignment(place, new_content(field))),
            value(path("self")),
        ],
    })
}

/// What a setter puts into the field.
fn new_content(field: &Field) -> Expr {
    if field.presence == Presence::Patch {
        return given(field);
    }
    call(path("Some"), [given(field)])
}

/// A parameter that takes what can become the field's type.
fn parameter(field: &Field) -> FnArg {
    let ty = parameter_type(field);
    let ty = if converts(field) { into(ty) } else { ty };
    argument(field.name.to_ident(), ty)
}

fn parameter_type(field: &Field) -> TypeNode {
    let ty = IN_MODELS.owned(&field.ty);
    match field.presence {
        Presence::Patch => qualified(&["crate", "Patch"], [ty]),
        Presence::Required | Presence::Optional => ty,
    }
}

/// The parameter as the field's type.
fn given(field: &Field) -> Expr {
    let given = local(field.name.to_ident());
    if converts(field) {
        method(given, "into", [])
    } else {
        given
    }
}

/// The field as a member of the constructor's struct expression.
fn initial(field: &Field) -> FieldValue {
    let name = field.name.to_ident();
    match field.presence {
        Presence::Required if converts(field) => member(name, given(field)),
        Presence::Required => shorthand(name),
        Presence::Optional => member(name, path("None")),
        Presence::Patch => member(name, qualified_path(&["crate", "Patch", "Absent"])),
    }
}

fn setter_docs(field: &Field) -> Vec<Attribute> {
    let summary = summary_sentence(&field.description);
    let wire = docs::code(&field.wire);
    let separator = if summary.is_empty() { "." } else { ": " };
    syntax::docs(&[format!("Sets {wire}{separator}{summary}")])
}

fn converts(field: &Field) -> bool {
    let is_convenient = matches!(
        field.ty,
        TypeRef::Scalar(Scalar::String | Scalar::Secret | Scalar::DateTime)
            | TypeRef::List(_)
            | TypeRef::Boxed(_)
            | TypeRef::Json
            | TypeRef::Optional(_)
    );
    is_convenient || field.presence == Presence::Patch
}
