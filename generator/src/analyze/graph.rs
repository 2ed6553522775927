//! Which types refer to which, and types that contain themselves.

use std::collections::BTreeMap;

use crate::ir::{Api, Shape, Success, Type, TypeRef, circles};
use crate::names::Identifier;

/// Returns the type of the client that a use names, at any depth.
pub(super) fn named(ty: &TypeRef) -> Option<Identifier> {
    match ty {
        TypeRef::Named(name) => Some(name.clone()),
        TypeRef::List(inner)
        | TypeRef::Map(inner)
        | TypeRef::Optional(inner)
        | TypeRef::Boxed(inner) => named(inner),
        TypeRef::Scalar(_) | TypeRef::Json => None,
    }
}

/// Returns the type of the client that a use holds in place, without a list or map between.
pub(super) fn contained(ty: &TypeRef) -> Option<&Identifier> {
    match ty {
        TypeRef::Named(name) => Some(name),
        TypeRef::Optional(inner) => contained(inner),
        TypeRef::List(_)
        | TypeRef::Map(_)
        | TypeRef::Boxed(_)
        | TypeRef::Scalar(_)
        | TypeRef::Json => None,
    }
}

/// Returns the types that a success can have.
pub(super) fn success_types(success: &Success) -> impl Iterator<Item = &TypeRef> {
    let (single, several) = match success {
        Success::Single(case) => (Some(&case.ty), None),
        Success::Union(union) => (None, Some(union.cases.iter().map(|(_, _, case)| &case.ty))),
    };
    single.into_iter().chain(several.into_iter().flatten())
}

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
const MAX_PLAIN_DEPTH: usize = 24;

/// Raises the compiler's limit where many types lead to each other: it looks through all of them to learn whether a
/// value may be sent to another thread, some steps for each.
pub(super) fn raise_recursion_limit(api: &mut Api) {
    let mut sizes: BTreeMap<usize, usize> = BTreeMap::new();
    for circle in circles(api.types.values(), named).into_values() {
        *sizes.entry(circle).or_default() += 1;
    }
    let largest = sizes.into_values().max().unwrap_or_default();
    api.recursion_limit = (largest > MAX_PLAIN_DEPTH).then(|| (largest * 8).next_power_of_two());
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

#[cfg(test)]
mod cycles_tests {
    use crate::{Document, Settings, generate};

    /// The crate root made for `count` schemas that lead to each other through lists.
    fn library(count: usize) -> String {
        let schema = |number: usize| {
            let next = (number + 1) % count;
            format!(
                "    T{number}: {{ type: object, properties: {{ next: {{ type: array, items: {{ $ref: '#/components/schemas/T{next}' }} }} }} }}\n"
            )
        };
        let schemas: String = (0..count).map(schema).collect();
        let head = "openapi: 3.0.3\ninfo: { title: T, version: '1' }\npaths: {}\ncomponents:\n  schemas:\n";
        let document = Document::read("t.yaml", format!("{head}{schemas}").as_bytes()).unwrap();
        let package = generate(&document, &Settings::for_package("t")).unwrap();
        let mut files = package.files();
        files
            .find(|(path, _)| *path == "src/lib.rs")
            .unwrap()
            .1
            .to_owned()
    }

    #[test]
    fn only_large_circles_raise_the_limit() {
        assert!(!library(24).contains("recursion_limit"));
        assert!(library(25).contains("#![recursion_limit = \"256\"]"));
    }
}
