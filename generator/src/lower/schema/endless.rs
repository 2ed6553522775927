//! Types that lead to nothing but themselves: no value of theirs could ever be read.

use std::collections::BTreeMap;

use crate::codes::lower::TYPE_ENDLESS;
use crate::diagnostics::Pointer;
use crate::ir::{Shape, Type, TypeRef, circles};
use crate::lower::context::Context;
use crate::names::Identifier;

/// Lets aliases and alternatives that lead back to themselves be any JSON value instead.
pub(super) fn degrade(context: &mut Context<'_>) {
    let passes_on = |ty: &&Type| matches!(ty.shape, Shape::Union(_) | Shape::Alias(_));
    let circles = circles(context.types.values().filter(passes_on), direct);
    if circles.is_empty() {
        return;
    }
    let places = places(context);
    for (name, circle) in &circles {
        let at = places.get(name).cloned().unwrap_or_default();
        context.report(
            &TYPE_ENDLESS,
            format!("`{}` refers only to itself", name.as_str()),
            &at,
        );
        let is_endless =
            |ty: &TypeRef| direct(ty).is_some_and(|next| circles.get(&next) == Some(circle));
        if let Some(ty) = context.types.get_mut(name) {
            cut(&mut ty.shape, &is_endless);
        }
    }
}

/// Returns the type that a value can be without anything of it being read.
fn direct(ty: &TypeRef) -> Option<Identifier> {
    match ty {
        TypeRef::Named(name) => Some(name.clone()),
        TypeRef::Optional(inner) => direct(inner),
        _ => None,
    }
}

fn cut(shape: &mut Shape, is_endless: &dyn Fn(&TypeRef) -> bool) {
    match shape {
        Shape::Union(union) => union.variants.retain(|variant| !is_endless(&variant.ty)),
        shape => *shape = Shape::Alias(TypeRef::Json),
    }
}

/// Returns the first place of each type.
fn places(context: &Context<'_>) -> BTreeMap<Identifier, Pointer> {
    let mut places: BTreeMap<Identifier, Pointer> = BTreeMap::new();
    for (at, used) in &context.known {
        if let TypeRef::Named(name) = &used.ty {
            let first = places.entry(name.clone()).or_insert_with(|| at.clone());
            if at < first {
                *first = at.clone();
            }
        }
    }
    places
}
