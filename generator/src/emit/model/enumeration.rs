//! Open enums.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Attribute, Expr, Fields, Item, ItemImpl};

use super::type_docs;
use crate::emit::docs;
use crate::emit::syntax::{
    arm, associated, choice, content, enum_item, from_template, holding, ident, integer, list,
    literal, macro_call, marker, method, path, qualified, set_bodies, set_constant, slice, unit,
    value, variant,
};
use crate::ir::{Enum, EnumValue, EnumValues, Type};

pub(super) fn emit(ty: &Type, values: &Enum) -> Vec<Item> {
    match &values.values {
        EnumValues::Strings(values) => strings(ty, values),
        EnumValues::Integers(values) => integers(ty, values),
    }
}

fn strings(ty: &Type, values: &[EnumValue<String>]) -> Vec<Item> {
    let name = ty.name.to_ident();
    vec![
        declaration(ty, values, "UnknownValue"),
        from_template("string enum", string_enum, name.clone(), |item| {
            fill(item, values, |wire| literal(wire), "as_str");
        }),
        macro_call("model", "string_enum", name.into_token_stream()),
    ]
}

fn integers(ty: &Type, values: &[EnumValue<i64>]) -> Vec<Item> {
    let name = ty.name.to_ident();
    vec![
        declaration(ty, values, "UnknownInteger"),
        from_template("integer enum", integer_enum, name.clone(), |item| {
            fill(item, values, |wire| integer(*wire), "get");
        }),
        macro_call("model", "integer_enum", name.into_token_stream()),
    ]
}

fn string_enum() -> TokenStream {
    quote! {
        impl Model {
            /// Every value that the document lists.
            pub const ALL: &'static [Self] = &[];

            /// The value as it travels.
            #[must_use]
            pub fn as_str(&self) -> &str {}
        }
    }
}

fn integer_enum() -> TokenStream {
    quote! {
        impl Model {
            /// Every value that the document lists.
            pub const ALL: &'static [Self] = &[];

            /// The value as it travels.
            #[must_use]
            pub fn get(&self) -> i64 {}
        }
    }
}

/// Fills in the values, and how each of them travels.
fn fill<T>(item: &mut ItemImpl, values: &[EnumValue<T>], wire: fn(&T) -> Expr, unknown: &str) {
    let all = values
        .iter()
        .map(|value| associated(ident("Self"), value.name.to_ident()));
    set_constant(item, slice(all));
    let listed = values
        .iter()
        .map(|value| arm(unit(value.name.to_ident()), wire(&value.wire)));
    let unknown = arm(
        holding(ident("Unknown")),
        method(path("value"), unknown, []),
    );
    let arms = listed.chain([unknown]).collect();
    set_bodies(item, [vec![value(choice(path("self"), arms))]]);
}

fn declaration<T: ToString>(ty: &Type, values: &[EnumValue<T>], unknown: &str) -> Item {
    let mut attributes = type_docs(ty);
    attributes.push(list("derive", quote!(Clone, Debug, PartialEq, Eq, Hash)));
    attributes.push(marker("non_exhaustive"));
    let listed = values
        .iter()
        .map(|value| variant(value_docs(value), value.name.to_ident(), Fields::Unit));
    let unknown = variant(
        docs::outer(
            "",
            "A value that the document does not list; it is kept and sent back unchanged.",
        ),
        ident("Unknown"),
        content(qualified(&["model", unknown], [])),
    );
    enum_item(attributes, ty.name.to_ident(), listed.chain([unknown]))
}

fn value_docs<T: ToString>(value: &EnumValue<T>) -> Vec<Attribute> {
    let wire = docs::code(&value.wire.to_string());
    let description = docs::text(&value.description, "").join(" ");
    let separator = if description.is_empty() { "" } else { ": " };
    crate::emit::syntax::docs(&[format!("{wire}{separator}{description}")])
}
