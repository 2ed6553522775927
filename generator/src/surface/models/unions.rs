//! Enums of types.

use crate::ir::{Conversion, Type, Union};
use crate::signature::{self, TypeUse, write_type};
use crate::surface::item::{Detail, Item, ItemKind, Origin};

/// Returns the variants, and what the union can be made from.
pub(super) fn members<'a>(path: &str, ty: &'a Type, union: &'a Union) -> Vec<Item<'a>> {
    let variants = union.variants.iter().map(|variant| {
        let (ty, origin) = (TypeUse::Owned(&variant.ty), Origin::At(&variant.origin));
        holding(format!("{path}::{}", variant.name), ty, origin)
    });
    let other = unmatched(format!("{path}::{}", union.other), Origin::At(&ty.origin));
    let conversions = union.conversions.iter();
    let conversions = conversions.map(|conversion| made_from(path, conversion));
    variants.chain([other]).chain(conversions).collect()
}

/// Returns a `From` of the union. Its path holds what it is made from, since there are several.
fn made_from<'a>(path: &str, conversion: &'a Conversion) -> Item<'a> {
    let ty = signature::source(conversion);
    let mut source = String::new();
    write_type(&mut source, ty);
    let signature = format!("impl From<{source}> for {path}");
    let path = format!("{path}::from<{source}>");
    let origin = Origin::At(&conversion.origin);
    Item::new(
        ItemKind::Implementation,
        path,
        signature,
        origin,
        Detail::Nothing,
    )
}

/// Returns the variant for what matches none.
fn unmatched(path: String, origin: Origin<'_>) -> Item<'_> {
    const CONTENT: &str = "UnmatchedValue";
    let declaration = format!("pub {path}({CONTENT})");
    let kind = ItemKind::Variant;
    Item::new(kind, path, declaration, origin, Detail::Fixed(CONTENT))
}

/// Returns a variant that holds a value.
pub(in crate::surface) fn holding<'a>(
    path: String,
    ty: TypeUse<'a>,
    origin: Origin<'a>,
) -> Item<'a> {
    let mut declaration = format!("pub {path}(");
    write_type(&mut declaration, ty);
    declaration.push(')');
    Item::new(
        ItemKind::Variant,
        path,
        declaration,
        origin,
        Detail::Type(ty),
    )
}
