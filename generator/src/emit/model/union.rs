//! Unions.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Arm, Expr, Item, ItemImpl};

use super::type_docs;
use crate::emit::docs;
use crate::emit::syntax::{
    self, arm, associated, call, choice, content, enum_item, from_template, holding, ident, list,
    literal, macro_call, marker, member, method, otherwise, pair, path, place, qualified,
    qualified_path, set_bodies, set_constant, slice, structure, value,
};
use crate::emit::types::IN_MODELS;
use crate::ir::{Tag, Type, Union, Variant};

pub(super) fn emit(ty: &Type, union: &Union) -> Vec<Item> {
    let name = ty.name.to_ident();
    vec![
        declaration(ty, union),
        from_template("Union", reading, name.clone(), |item| {
            fill_reading(item, union);
        }),
        macro_call("model", "union", name.to_token_stream()),
        from_template("Serialize", writing, name, |item| fill_writing(item, union)),
    ]
}

fn declaration(ty: &Type, union: &Union) -> Item {
    let mut attributes = type_docs(ty);
    attributes.push(list("derive", quote!(Clone, Debug, PartialEq)));
    attributes.push(marker("non_exhaustive"));
    let other = syntax::variant(
        docs::outer(
            "",
            "A value that is none of the documented ones; it is kept and sent back unchanged.",
        ),
        union.other.to_ident(),
        content(qualified(&["serde_json", "Value"], [])),
    );
    let variants = union.variants.iter().map(variant).chain([other]);
    enum_item(attributes, ty.name.to_ident(), variants)
}

fn variant(variant: &Variant) -> syn::Variant {
    let ty = IN_MODELS.owned(&variant.ty);
    let spelled = ty.to_token_stream().to_string().replace(' ', "");
    let docs = docs::outer("", &format!("{}.", docs::code(&spelled)));
    syntax::variant(docs, variant.name.to_ident(), content(ty))
}

fn reading() -> TokenStream {
    quote! {
        impl model::Union for Model {
            const CANDIDATES: &'static [model::Candidate] = &[];

            fn read(place: usize, value: &serde_json::Value) -> Result<Self, serde_json::Error> {}

            fn other(value: serde_json::Value) -> Self {}
        }
    }
}

fn fill_reading(item: &mut ItemImpl, union: &Union) {
    set_constant(item, slice(union.variants.iter().map(candidate)));
    let other = |content| call(associated(ident("Self"), union.other.to_ident()), [content]);
    let rest = other(method(path("value"), "clone", []));
    let listed = union.variants.iter().enumerate().map(attempt);
    let arms = listed
        .chain([arm(otherwise(), call(path("Ok"), [rest]))])
        .collect();
    let read = choice(path("place"), arms);
    set_bodies(item, [vec![value(read)], vec![value(other(path("value")))]]);
}

/// How the variant at a place is read.
fn attempt((number, variant): (usize, &Variant)) -> Arm {
    let deserialize = qualified_path(&["model", "Deserialize", "deserialize"]);
    let wrap = associated(ident("Self"), variant.name.to_ident());
    let read = call(deserialize, [path("value")]);
    arm(place(number), method(read, "map", [wrap]))
}

fn candidate(variant: &Variant) -> Expr {
    let texts = |texts: &[String]| slice(texts.iter().map(|text| literal(text)));
    let tags = |tags: &[Tag]| {
        let pairs = tags.iter();
        slice(pairs.map(|tag| pair(literal(&tag.key), texts(&tag.values))))
    };
    let kind = qualified_path(&["model", "Kind", variant.kind]);
    let members = [
        ("kind", kind),
        ("values", texts(&variant.values)),
        ("tags", tags(&variant.tags)),
        ("choices", tags(&variant.choices)),
        ("required", texts(&variant.required)),
        ("known", texts(&variant.known)),
    ];
    let members = members.map(|(name, value)| member(ident(name), value));
    structure(&["model", "Candidate"], members, None)
}

fn writing() -> TokenStream {
    quote! {
        impl model::Serialize for Model {
            fn serialize<S: model::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {}
        }
    }
}

fn fill_writing(item: &mut ItemImpl, union: &Union) {
    let listed = union.variants.iter().map(|variant| {
        let written = match &variant.discriminator {
            Some((key, value)) => write_tagged(key, value),
            None => write(),
        };
        arm(holding(variant.name.to_ident()), written)
    });
    let other = arm(holding(union.other.to_ident()), write());
    let arms = listed.chain([other]).collect();
    set_bodies(item, [vec![value(choice(path("self"), arms))]]);
}

fn write() -> Expr {
    let serialize = qualified_path(&["model", "Serialize", "serialize"]);
    call(serialize, [path("value"), path("serializer")])
}

fn write_tagged(key: &str, value: &str) -> Expr {
    let arguments = [
        path("serializer"),
        literal(key),
        literal(value),
        path("value"),
    ];
    call(qualified_path(&["model", "serialize_tagged"]), arguments)
}
