//! How structs are read.

use proc_macro2::{Ident, Span};
use syn::punctuated::Punctuated;
use syn::token::{Brace, Paren};
use syn::{
    Arm, Block, Expr, ExprCall, ExprMatch, ExprPath, ExprStruct, ExprWhile, FieldValue, Member,
    Pat, PatWild, Path, PathSegment, Stmt, Token,
};

use super::implementation::value;
use crate::emit::syntax::{arm, field_of, literal, method, mutably, path, question, variable};
use crate::ir::{Field, Presence, Struct, TypeRef};

/// The statements that read one member into a value that began empty.
pub(super) fn of_member(fields: &Struct) -> Vec<Stmt> {
    if fields.fields.is_empty() && fields.extra.is_none() {
        return vec![value(method("at", "skip", []))];
    }
    vec![value(choice(
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
    let new_map = || call(&["std", "collections", "BTreeMap", "new"], []);
    statements.extend(extra.iter().map(|name| variable(name.clone(), new_map())));
    let body = choice(fields, &access, question, local);
    statements.push(value(Expr::While(ExprWhile {
        attrs: Vec::new(),
        label: None,
        while_token: <Token![while]>::default(),
        cond: Box::new(question(method(&access, "next", []))),
        body: Block {
            brace_token: Brace::default(),
            stmts: vec![value(body)],
        },
    })));
    let ends = fields
        .fields
        .iter()
        .map(end)
        .chain(extra.map(|name| member(name.clone(), None)));
    statements.push(value(call(&["Ok"], [this(ends)])));
    statements
}

fn empty(field: &Field) -> Expr {
    match field.presence {
        Presence::Patch => qualified(&["crate", "Patch", "Absent"]),
        Presence::Required | Presence::Optional => path("None"),
    }
}

fn end(field: &Field) -> FieldValue {
    let name = field.name.to_ident();
    let needed = is_needed(field).then(|| {
        let need = call(
            &["model", "need"],
            [local(name.clone()), literal(&field.wire)],
        );
        question(need)
    });
    member(name, needed)
}

/// Whether reading fails without the member. One that may be `null` is read as `null` when it is absent.
fn is_needed(field: &Field) -> bool {
    field.presence == Presence::Required && !matches!(field.ty, TypeRef::Optional(_))
}

/// The choice by key; `end` completes each arm, and `place` is where a field goes.
fn choice(fields: &Struct, access: &str, end: fn(Expr) -> Expr, place: fn(Ident) -> Expr) -> Expr {
    let mut arms: Vec<Arm> = fields
        .fields
        .iter()
        .map(|field| {
            let name = match field.presence {
                Presence::Patch => "patch",
                Presence::Required if is_needed(field) => "required",
                Presence::Required | Presence::Optional => "optional",
            };
            arm(
                &field.wire,
                end(method(
                    access,
                    name,
                    [mutably(place(field.name.to_ident()))],
                )),
            )
        })
        .collect();
    let rest = match &fields.extra {
        Some((name, _)) => method(access, "extra", [mutably(place(name.to_ident()))]),
        None => method(access, "skip", []),
    };
    arms.push(otherwise(end(rest)));
    Expr::Match(ExprMatch {
        attrs: Vec::new(),
        match_token: <Token![match]>::default(),
        expr: Box::new(method(access, "key", [])),
        brace_token: Brace::default(),
        arms,
    })
}

fn otherwise(body: Expr) -> Arm {
    Arm {
        pat: Pat::Wild(PatWild {
            attrs: Vec::new(),
            underscore_token: <Token![_]>::default(),
        }),
        ..arm("", body)
    }
}

fn local(name: Ident) -> Expr {
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: Path::from(name),
    })
}

fn qualified(parts: &[&str]) -> Expr {
    let segments = parts
        .iter()
        .map(|part| PathSegment::from(Ident::new(part, Span::call_site())));
    Expr::Path(ExprPath {
        attrs: Vec::new(),
        qself: None,
        path: Path {
            leading_colon: None,
            segments: segments.collect(),
        },
    })
}

fn call(function: &[&str], arguments: impl IntoIterator<Item = Expr>) -> Expr {
    Expr::Call(ExprCall {
        attrs: Vec::new(),
        func: Box::new(qualified(function)),
        paren_token: Paren::default(),
        args: Punctuated::from_iter(arguments),
    })
}

fn member(name: Ident, value: Option<Expr>) -> FieldValue {
    FieldValue {
        attrs: Vec::new(),
        member: Member::Named(name.clone()),
        colon_token: value.as_ref().map(|_| <Token![:]>::default()),
        expr: value.unwrap_or_else(|| local(name)),
    }
}

fn this(members: impl IntoIterator<Item = FieldValue>) -> Expr {
    Expr::Struct(ExprStruct {
        attrs: Vec::new(),
        qself: None,
        path: Path::from(Ident::new("Self", Span::call_site())),
        brace_token: Brace::default(),
        fields: Punctuated::from_iter(members),
        dot2_token: None,
        rest: None,
    })
}
