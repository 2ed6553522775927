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
    macro_block, marker, member, method, mutable, named, path, same_member, structure, value,
};
use crate::emit::types::IN_MODELS;
use crate::ir::{Constant, Field, Presence, Struct, Type};
use crate::signature::{self, boxed_union, converts};

/// The comment above the setters.
const SETTERS: &str = "Setters: what each of them takes.";

pub(super) fn emit(ty: &Type, fields: &Struct) -> Vec<Item> {
    let (plain, special): (Vec<&Field>, Vec<&Field>) =
        signature::settable(fields).partition(|field| is_plain(field));
    let functions = [constructor(fields)].into_iter();
    let functions = functions.chain(special.into_iter().map(setter)).collect();
    let mut items = vec![implementation(Vec::new(), ty.name.to_ident(), functions)];
    if !fields.has_default && signature::has_default(fields) {
        items.push(default(ty));
    }
    if !plain.is_empty() {
        let setters = listed(ty, &plain);
        items.push(macro_block(SETTERS, "model", "setters", setters));
    }
    items
}

/// Returns whether the setter is like all others: called like its field, by a name that links can have, and not
/// discouraged.
fn is_plain(field: &Field) -> bool {
    let is_raw = field.name.spelled() != field.name.as_str();
    field.setter == field.name && !field.deprecated && !is_raw
}

/// Returns the input of the runtime's macro for setters: the fields with what their setters take.
fn listed(ty: &Type, setters: &[&Field]) -> TokenStream {
    let name = ty.name.to_ident();
    let setters = setters.iter().map(|field| {
        let (name, taken) = (field.name.to_ident(), taken(field));
        let summary = summary_sentence(&field.description);
        let docs = (!summary.is_empty()).then(|| syntax::docs(&[summary]));
        let docs = docs.into_iter().flatten();
        quote!(#(#docs)* #name(#taken),)
    });
    quote!(#name { #(#setters)* })
}

/// Returns what a setter takes, and how the field has it.
fn taken(field: &Field) -> TokenStream {
    let boxed = boxed_union(field).filter(|_| field.presence != Presence::Patch);
    let ty = IN_MODELS.owned(boxed.unwrap_or(&field.ty));
    match field.presence {
        Presence::Patch => quote!(impl IntoPatch<#ty>),
        Presence::Required => quote!(impl Into<#ty>, required),
        Presence::Optional if boxed.is_some() => quote!(impl Into<#ty>, boxed),
        Presence::Optional if converts(field) => quote!(impl Into<#ty>),
        Presence::Optional => quote!(#ty),
    }
}

/// `new`, which takes what is required.
fn constructor(fields: &Struct) -> ImplItem {
    let required = signature::constructor_arguments(fields);
    let text = if fields.has_default {
        "Returns a value with no fields set."
    } else {
        "Returns a value with the required fields."
    };
    let mut attributes = docs::outer("", text);
    attributes.extend(expect_many(required.len()));
    let is_set = |field: &Field| field.deprecated && !fields.has_default;
    let sets_deprecated = fields.fields.iter().any(is_set);
    attributes.extend(sets_deprecated.then(|| expect_deprecated("it sets each member")));
    attributes.push(marker("must_use"));
    let content = if fields.has_default {
        call(syntax::qualified_path(&["Self", "default"]), [])
    } else {
        let listed = fields.fields.iter();
        let listed = listed.map(|field| match initial(field) {
            Some(value) => member(field.name.to_ident(), value),
            None => same_member(field.name.to_ident()),
        });
        let extra = fields.extra.iter().map(|(name, _)| {
            let new = syntax::qualified_path(&["std", "collections", "BTreeMap", "new"]);
            let empty = call(new, []);
            member(name.to_ident(), empty)
        });
        structure(&["Self"], listed.chain(extra), None)
    };
    ImplItem::from(Function {
        attributes,
        name: syntax::ident("new"),
        inputs: required.into_iter().map(parameter).collect(),
        output: named(syntax::ident("Self")),
        body: vec![value(content)],
    })
}

/// Returns what `new` puts into a field, unless that is its argument as it is.
fn initial(field: &Field) -> Option<Expr> {
    let is_argument = field.presence == Presence::Required && field.constant.is_none();
    if is_argument && !converts(field) {
        return None;
    }
    Some(match (field.presence, &field.constant) {
        (Presence::Optional, _) => path("None"),
        (Presence::Patch, _) => syntax::qualified_path(&["model", "Patch", "Absent"]),
        (Presence::Required, None) => given(field),
        (Presence::Required, Some(constant)) => {
            let value = constant_value(constant);
            match constant {
                Constant::Text(_) => method(value, "into", []),
                _ => value,
            }
        }
    })
}

/// `Default` by `new`, where that takes nothing.
fn default(ty: &Type) -> Item {
    let name = ty.name.to_ident();
    Item::Verbatim(quote! {
        impl Default for #name {
            fn default() -> Self {
                Self::new()
            }
        }
    })
}

fn setter(field: &Field) -> ImplItem {
    let mut attributes = setter_docs(field);
    attributes.extend(field.deprecated.then(|| marker("deprecated")));
    attributes.extend(
        field
            .deprecated
            .then(|| expect_deprecated("the setter of a deprecated member")),
    );
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

/// Says that a function may use what the document marks as deprecated, and why.
fn expect_deprecated(reason: &str) -> Attribute {
    syntax::list("expect", quote!(deprecated, reason = #reason))
}

/// Returns what a setter puts into the field.
fn new_content(field: &Field) -> Expr {
    match field.presence {
        Presence::Patch | Presence::Required => given(field),
        Presence::Optional => call(path("Some"), [given(field)]),
    }
}

/// Returns a parameter that takes what can become the field's type.
fn parameter(field: &Field) -> FnArg {
    let ty = IN_MODELS.used(signature::given(field));
    argument(field.name.to_ident(), ty)
}

/// Returns the parameter as the field's type.
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

/// As the runtime's macro documents the others.
fn setter_docs(field: &Field) -> Vec<Attribute> {
    let name = field.name.as_str();
    let what = match field.presence {
        Presence::Patch => " or resets it",
        Presence::Required => " to another value than the documented one",
        Presence::Optional => "",
    };
    let summary = summary_sentence(&field.description);
    let separator = if summary.is_empty() { "" } else { " " };
    let mut lines = vec![format!(
        "Sets [`{name}`](field@Self::{name}){what}.{separator}{summary}"
    )];
    if field.presence == Presence::Patch {
        let states = "Without a call it is left out, and usually stays as it is; `None` sends `null`, which usually resets it.";
        lines.extend([String::new(), states.to_owned()]);
    }
    syntax::docs(&lines)
}
