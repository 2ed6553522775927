//! How structs are read.

use proc_macro2::Ident;
use syn::token::{Brace, While};
use syn::{Arm, Block, Expr, ExprWhile, FieldValue, Stmt};

use crate::emit::syntax::{
    arm, call, choice, field_of, literal, local, member, method, mutably, otherwise, path,
    qualified_path, question, shorthand, structure, text, value, variable,
};
use crate::ir::{Field, Presence, Scalar, Struct, TypeRef};

/// The statements that read one member into a value that began empty.
pub(super) fn of_member(fields: &Struct) -> Vec<Stmt> {
    if fields.fields.is_empty() && fields.extra.is_none() {
        return vec![value(method(path("at"), "skip", []))];
    }
    vec![value(by_key(
        fields,
        "at",
        |access| access,
        |name| field_of("self", name),
    ))]
}

/// What the reading function of an object calls its input: no variable for a member is called the same.
pub(super) fn input_name(fields: &Struct) -> String {
    let mut name = "access".to_owned();
    while fields
        .fields
        .iter()
        .any(|field| field.name.as_str() == name)
    {
        name.push('_');
    }
    name
}

/// The statements that read all members, some of which must be there.
pub(super) fn of_object(fields: &Struct) -> Vec<Stmt> {
    let access = input_name(fields);
    let mut statements: Vec<Stmt> = fields
        .fields
        .iter()
        .map(|field| variable(field.name.to_ident(), empty(field)))
        .collect();
    let extra = fields.extra.as_ref().map(|(name, _)| name.to_ident());
    let new_map = || {
        call(
            qualified_path(&["std", "collections", "BTreeMap", "new"]),
            [],
        )
    };
    statements.extend(extra.iter().map(|name| variable(name.clone(), new_map())));
    let body = by_key(fields, &access, question, local);
    statements.push(value(Expr::While(ExprWhile {
        attrs: Vec::new(),
        label: None,
        while_token: While::default(),
        cond: Box::new(question(method(path(&access), "next", []))),
        body: Block {
            brace_token: Brace::default(),
            stmts: vec![value(body)],
        },
    })));
    let ends = fields.fields.iter().map(end).chain(extra.map(shorthand));
    statements.push(value(call(path("Ok"), [structure(&["Self"], ends, None)])));
    statements
}

fn empty(field: &Field) -> Expr {
    match field.presence {
        Presence::Patch => qualified_path(&["crate", "Patch", "Absent"]),
        Presence::Required | Presence::Optional => path("None"),
    }
}

fn end(field: &Field) -> FieldValue {
    let name = field.name.to_ident();
    if !is_needed(field) {
        return shorthand(name);
    }
    let arguments = [local(name.clone()), literal(&field.wire)];
    let need = call(qualified_path(&["model", "need"]), arguments);
    member(name, question(need))
}

/// Whether reading fails without the member. One that may be `null` is read as `null` when it is absent.
fn is_needed(field: &Field) -> bool {
    field.presence == Presence::Required && !matches!(field.ty, TypeRef::Optional(_))
}

/// The choice by key; `end` completes each arm, and `place` is where a field goes.
fn by_key(fields: &Struct, access: &str, end: fn(Expr) -> Expr, place: fn(Ident) -> Expr) -> Expr {
    let read = |name, field| end(method(path(access), name, [mutably(place(field))]));
    let mut arms: Vec<Arm> = fields
        .fields
        .iter()
        .map(|field| {
            arm(
                text(&field.wire),
                read(reader(field), field.name.to_ident()),
            )
        })
        .collect();
    let rest = match &fields.extra {
        Some((name, _)) => read("extra", name.to_ident()),
        None => end(method(path(access), "skip", [])),
    };
    arms.push(arm(otherwise(), rest));
    choice(method(path(access), "key", []), arms)
}

/// The function of the runtime that reads a field.
fn reader(field: &Field) -> &'static str {
    let is_integer = is_integer(&field.ty);
    match field.presence {
        Presence::Patch if is_integer => "patch_integer",
        Presence::Patch => "patch",
        Presence::Required if is_needed(field) && is_integer => "required_integer",
        Presence::Required if is_needed(field) => "required",
        Presence::Required | Presence::Optional if is_integer => "optional_integer",
        Presence::Required | Presence::Optional => "optional",
    }
}

fn is_integer(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Optional(inner) => is_integer(inner),
        TypeRef::Scalar(scalar) => matches!(
            scalar,
            Scalar::Int32 | Scalar::Int64 | Scalar::UInt32 | Scalar::UInt64
        ),
        _ => false,
    }
}
