//! The types of `models`.

mod enums;
mod structs;
mod unions;

pub(in crate::surface) use unions::holding;

use super::item::{Detail, Item, ItemKind, Origin};
use crate::ir::{Api, Shape, Type};
use crate::signature::{TypeUse, write_type};

/// Returns all types with their members.
pub(super) fn items(api: &Api) -> impl Iterator<Item = Item<'_>> {
    api.types.values().flat_map(|ty| {
        let path = format!("models::{}", ty.name.as_str());
        let mut items = members(&path, ty);
        items.push(declaration(path, ty));
        items
    })
}

fn declaration(path: String, ty: &Type) -> Item<'_> {
    let (kind, mut signature) = match &ty.shape {
        Shape::Struct(_) => (
            ItemKind::Struct,
            format!("#[non_exhaustive] pub struct {path}"),
        ),
        Shape::Enum(_) | Shape::Union(_) => {
            (ItemKind::Enum, format!("#[non_exhaustive] pub enum {path}"))
        }
        Shape::Alias(_) => (ItemKind::Alias, format!("pub type {path} = ")),
        Shape::Wrapper(_) => (ItemKind::Wrapper, format!("pub struct {path}(pub ")),
    };
    let mut detail = Detail::Nothing;
    if let Shape::Alias(target) | Shape::Wrapper(target) = &ty.shape {
        write_type(&mut signature, TypeUse::Owned(target));
        signature.push_str(if kind == ItemKind::Wrapper { ")" } else { "" });
        detail = Detail::Type(TypeUse::Owned(target));
    }
    let mut item = Item::new(kind, path, signature, Origin::At(&ty.origin), detail);
    // What the document discourages here is said in the documentation alone: most uses of a type are not the user's.
    item.deprecated = ty.deprecated;
    item
}

fn members<'a>(path: &str, ty: &'a Type) -> Vec<Item<'a>> {
    match &ty.shape {
        Shape::Struct(fields) => structs::members(path, ty, fields),
        Shape::Enum(values) => enums::members(path, values),
        Shape::Union(union) => unions::members(path, ty, union),
        Shape::Alias(_) | Shape::Wrapper(_) => Vec::new(),
    }
}
