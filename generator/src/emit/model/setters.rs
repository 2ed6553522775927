//! The constructor and the setters of structs that requests use.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, FnArg, ImplItem, Item};

use crate::doc_text::summary_sentence;
use crate::emit::arguments::expect_many;
use crate::emit::constants::constant_value;
use crate::emit::docs;
use crate::emit::syntax::{
    self, Function, argument, assignment, call, expression, field_of, implementation, local,
    macro_call, marker, method, mutable, named, path, value,
};
use crate::emit::types::IN_MODELS;
use crate::ir::{Constant, Field, Presence, Struct, Type};
use crate::names::Identifier;
use crate::signature::{self, boxed_union, converts};

pub(super) fn emit(ty: &Type, fields: &Struct) -> Vec<Item> {
    let (plain, special): (Vec<&Field>, Vec<&Field>) =
        signature::settable(fields).partition(|field| is_plain(field));
    let mut items = vec![macro_call("model", "setters", listed(ty, fields, &plain))];
    if !special.is_empty() {
        let setters = special.into_iter().map(setter).collect();
        items.push(implementation(Vec::new(), ty.name.to_ident(), setters));
    }
    items
}

/// Whether the setter is like all others: called like its field, and not discouraged.
fn is_plain(field: &Field) -> bool {
    field.setter == field.name && !field.deprecated
}

/// What the runtime's macro for setters is told.
fn listed(ty: &Type, fields: &Struct, setters: &[&Field]) -> TokenStream {
    let name = ty.name.to_ident();
    let constructor = if fields.has_default {
        quote!(default)
    } else {
        constructor(fields)
    };
    let groups = [
        Taken::Convertible,
        Taken::Exact,
        Taken::Boxed,
        Taken::Patch,
        Taken::Constant,
    ];
    let groups = groups.map(|taken| {
        let mut members = setters
            .iter()
            .filter(|field| Taken::by(field) == taken)
            .peekable();
        members.peek().is_some().then(|| group(taken, members))
    });
    let groups = groups.iter().flatten();
    quote!(#name #constructor #(#groups)*)
}

/// What a setter takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Taken {
    /// What can become the type of the field.
    Convertible,
    /// That type.
    Exact,
    /// What can become the union that the field holds in a box.
    Boxed,
    /// What can become a `Patch` of that type.
    Patch,
    /// What can become the type of a field that has a value from the beginning.
    Constant,
}

impl Taken {
    fn by(field: &Field) -> Self {
        match field.presence {
            Presence::Patch => Self::Patch,
            Presence::Required => Self::Constant,
            Presence::Optional if boxed_union(field).is_some() => Self::Boxed,
            Presence::Optional if converts(field) => Self::Convertible,
            Presence::Optional => Self::Exact,
        }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Convertible => "into",
            Self::Exact => "plain",
            Self::Boxed => "boxed",
            Self::Patch => "patch",
            Self::Constant => "constant",
        }
    }
}

fn group<'a>(taken: Taken, fields: impl Iterator<Item = &'a &'a Field>) -> TokenStream {
    let word = syntax::ident(taken.word());
    let members = fields.map(|field| {
        let ty = boxed_union(field).filter(|_| taken == Taken::Boxed);
        let ty = IN_MODELS.owned(ty.unwrap_or(&field.ty));
        let name = field.name.to_ident();
        quote!(#name(#ty))
    });
    quote!(#word[#(#members),*])
}

fn constructor(fields: &Struct) -> TokenStream {
    let required = signature::constructor_arguments(fields);
    let listed = fields.fields.iter();
    let empty = listed.filter(|field| field.presence != Presence::Required);
    let attribute = expect_many(required.len());
    let arguments = required.into_iter().map(|field| {
        let (argument, value) = (parameter(field), given(field));
        quote!(#argument = #value)
    });
    let constants: Vec<TokenStream> = fields.fields.iter().filter_map(constant).collect();
    let constants = (!constants.is_empty()).then(|| quote!(; #(#constants),*));
    let extra = fields.extra.iter().map(|(name, _)| name);
    let empty = empty.map(|field| &field.name).chain(extra);
    let empty = empty.map(Identifier::to_ident);
    let default = signature::has_default(fields).then(|| syntax::ident("defaulted"));
    quote!(#default #attribute new(#(#arguments),* #constants) [#(#empty),*])
}

/// A field with the value that it has from the beginning.
fn constant(field: &Field) -> Option<TokenStream> {
    let name = field.name.to_ident();
    let constant = field.constant.as_ref()?;
    let value = constant_value(constant);
    let text = matches!(constant, Constant::Text(_)).then(|| quote!(.into()));
    Some(quote!(#name = #value #text))
}

fn setter(field: &Field) -> ImplItem {
    let mut attributes = setter_docs(field);
    attributes.extend(field.deprecated.then(|| marker("deprecated")));
    attributes.extend(field.deprecated.then(allowed));
    attributes.push(marker("must_use"));
    let place = field_of("self", field.name.to_ident());
    ImplItem::from(Function {
        attributes,
        name: field.setter.to_ident(),
        inputs: vec![mutable(), parameter(field)],
        output: named(syntax::ident("Self")),
        body: vec![
            expression(assignment(place, new_content(field))),
            value(path("self")),
        ],
    })
}

/// Says that a setter may use what the document marks as deprecated: it is so itself.
fn allowed() -> Attribute {
    let reason = quote!(deprecated, reason = "the setter of a deprecated member");
    syntax::list("expect", reason)
}

/// What a setter puts into the field.
fn new_content(field: &Field) -> Expr {
    match field.presence {
        Presence::Patch | Presence::Required => given(field),
        Presence::Optional => call(path("Some"), [given(field)]),
    }
}

/// A parameter that takes what can become the field's type.
fn parameter(field: &Field) -> FnArg {
    let ty = IN_MODELS.used(signature::given(field));
    argument(field.name.to_ident(), ty)
}

/// The parameter as the field's type.
fn given(field: &Field) -> Expr {
    let given = local(field.name.to_ident());
    let given = if converts(field) {
        method(given, "into", [])
    } else {
        given
    };
    match boxed_union(field).filter(|_| field.presence != Presence::Patch) {
        Some(_) => call(syntax::qualified_path(&["Box", "new"]), [given]),
        None => given,
    }
}

fn setter_docs(field: &Field) -> Vec<Attribute> {
    let summary = summary_sentence(&field.description);
    let wire = docs::code(&field.wire);
    let separator = if summary.is_empty() { "." } else { ": " };
    let mut lines = vec![format!("Sets {wire}{separator}{summary}")];
    if field.presence == Presence::Patch {
        let states = "Without a call it is left out, and usually stays as it is; `None` sends `null`, which usually resets it.";
        lines.extend([String::new(), states.to_owned()]);
    }
    syntax::docs(&lines)
}
