//! Types that contain themselves.

use std::collections::BTreeMap;

use super::graph::{contained, named};
use crate::ir::{Api, Shape, Type, TypeRef, circles};
use crate::names::Identifier;

/// Turns aliases that lead to themselves into types of their own: an alias cannot be endless.
pub(super) fn wrap_endless_aliases(api: &mut Api) {
    let is_alias = |ty: &&Type| matches!(ty.shape, Shape::Alias(_));
    let circles = circles(api.types.values().filter(is_alias), named);
    for name in circles.keys() {
        if let Some(ty) = api.types.get_mut(name)
            && let Shape::Alias(target) = &ty.shape
        {
            ty.shape = Shape::Wrapper(target.clone());
        }
    }
}

/// How many types may lead to each other before the compiler's own limit of 128 steps is in danger.
const FEW: usize = 24;

/// Raises the compiler's limit where many types lead to each other: it looks through all of them to learn whether a
/// value may be sent to another thread, some steps for each.
pub(super) fn raise_recursion_limit(api: &mut Api) {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for circle in circles(api.types.values(), named).into_values() {
        *sizes.entry(circle).or_default() += 1;
    }
    let largest = sizes.into_values().max().unwrap_or_default();
    api.recursion_limit = (largest > FEW).then(|| (largest * 8).next_power_of_two());
}

/// Boxes what would make a type of endless size. Every edge within a circle gets one, so that it does not matter
/// where the search began.
pub(super) fn box_containment(api: &mut Api) {
    let circles = circles(api.types.values(), |ty| contained(ty).cloned());
    for (name, circle) in &circles {
        let Some(ty) = api.types.get_mut(name) else {
            continue;
        };
        let same = |other: &Identifier| circles.get(other) == Some(circle);
        match &mut ty.shape {
            Shape::Struct(fields) => fields
                .fields
                .iter_mut()
                .for_each(|field| box_within(&mut field.ty, &same)),
            Shape::Union(union) => union
                .variants
                .iter_mut()
                .for_each(|variant| box_within(&mut variant.ty, &same)),
            Shape::Wrapper(target) => box_within(target, &same),
            Shape::Alias(_) | Shape::Enum(_) => {}
        }
    }
}

fn box_within(ty: &mut TypeRef, same: &dyn Fn(&Identifier) -> bool) {
    match ty {
        TypeRef::Named(name) if same(name) => *ty = TypeRef::Boxed(Box::new(ty.clone())),
        TypeRef::Optional(inner) => box_within(inner, same),
        _ => {}
    }
}
