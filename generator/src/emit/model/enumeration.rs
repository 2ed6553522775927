//! Open enums.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Attribute, Expr, Fields, Item};

use super::type_docs;
use crate::emit::docs;
use crate::emit::syntax::{
    content, enum_item, ident, integer, list, literal, macro_block, marker, qualified, variant,
};
use crate::ir::{Enum, EnumValue, EnumValues, Type};

/// The comment above the strings.
const STRINGS: &str = "`Serialize`, `Deserialize` and conversions: the string of each variant.";

/// The comment above the integers.
const INTEGERS: &str = "`Serialize`, `Deserialize` and conversions: the integer of each variant.";

pub(super) fn emit(ty: &Type, values: &Enum) -> Vec<Item> {
    match &values.values {
        EnumValues::Strings(values) => strings(ty, values),
        EnumValues::Integers(values) => integers(ty, values),
    }
}

fn strings(ty: &Type, values: &[EnumValue<String>]) -> Vec<Item> {
    vec![
        declaration(ty, values, "UnknownValue"),
        macro_block(
            STRINGS,
            "model",
            "string_enum",
            listed(ty, values, |wire| literal(wire)),
        ),
    ]
}

fn integers(ty: &Type, values: &[EnumValue<i64>]) -> Vec<Item> {
    vec![
        declaration(ty, values, "UnknownInteger"),
        macro_block(
            INTEGERS,
            "model",
            "integer_enum",
            listed(ty, values, |wire| integer(*wire)),
        ),
    ]
}

/// Returns the input of the runtime's macro: the values, each with its JSON value.
fn listed<T>(ty: &Type, values: &[EnumValue<T>], wire: fn(&T) -> Expr) -> TokenStream {
    let name = ty.name.to_ident();
    let values = values.iter().map(|value| {
        let (name, wire) = (value.name.to_ident(), wire(&value.wire));
        quote!(#name = #wire)
    });
    quote!(#name { #(#values,)* })
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
