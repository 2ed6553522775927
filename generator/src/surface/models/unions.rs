//! Enums of types.

use crate::ir::{Type, Union};
use crate::signature::{TypeUse, write_type};
use crate::surface::item::{Detail, Item, ItemKind, Origin};

/// The variants.
pub(super) fn members<'a>(path: &str, ty: &'a Type, union: &'a Union) -> Vec<Item<'a>> {
    let variants = union.variants.iter().map(|variant| {
        let (ty, origin) = (TypeUse::Owned(&variant.ty), Origin::At(&variant.origin));
        holding(format!("{path}::{}", variant.name), ty, origin)
    });
    let other = unmatched(format!("{path}::{}", union.other), Origin::At(&ty.origin));
    variants.chain([other]).collect()
}

/// The variant for what matches none.
fn unmatched(path: String, origin: Origin<'_>) -> Item<'_> {
    const CONTENT: &str = "UnmatchedValue";
    let declaration = format!("pub {path}({CONTENT})");
    let kind = ItemKind::Variant;
    Item::new(kind, path, declaration, origin, Detail::Fixed(CONTENT))
}

/// A variant that holds a value.
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
