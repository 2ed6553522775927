//! Types that are only another name of a type.

use std::collections::BTreeMap;

use crate::ir::{Api, Operation, Shape, TypeRef};
use crate::names::Identifier;

/// Lets members, parameters and bodies have the types that aliases stand for, so that functions take a text as `&str`
/// and a list as a slice, whether the document gives its schema a name or not. Types within these keep their names.
pub(super) fn see_through(api: &mut Api) {
    let aliases = aliases(api);
    let see = |ty: &mut TypeRef| {
        if let TypeRef::Named(name) = ty
            && let Some(target) = aliases.get(name)
        {
            *ty = target.clone();
        }
    };
    for ty in api.types.values_mut() {
        if let Shape::Struct(fields) = &mut ty.shape {
            fields
                .fields
                .iter_mut()
                .for_each(|field| see(&mut field.ty));
        }
    }
    for module in api.operations.values_mut() {
        module
            .operations
            .iter_mut()
            .for_each(|operation| of_operation(operation, &see));
    }
}

fn of_operation(operation: &mut Operation, see: &dyn Fn(&mut TypeRef)) {
    let parameters = operation.parameters.iter_mut();
    parameters.for_each(|parameter| see(&mut parameter.ty));
    operation.body.iter_mut().for_each(|body| see(&mut body.ty));
}

/// Returns what aliases stand for in the end, where functions take that in another way: a map is taken the same by any
/// name, and whether there is a value at all is for the member to say.
fn aliases(api: &Api) -> BTreeMap<Identifier, TypeRef> {
    let targets = targets(api).into_iter();
    targets
        .filter(|(_, target)| !matches!(target, TypeRef::Map(_) | TypeRef::Optional(_)))
        .map(|(name, target)| (name.clone(), target.clone()))
        .collect()
}

/// Returns what every alias stands for in the end. Each one is visited once, however long the chains are.
pub(super) fn targets(api: &Api) -> BTreeMap<&Identifier, &TypeRef> {
    let mut targets = BTreeMap::new();
    for name in api.types.keys() {
        let (mut chain, mut last) = (Vec::new(), name);
        let target = loop {
            if let Some(known) = targets.get(last) {
                break Some(*known);
            }
            let Some(next) = alias(api, last) else {
                break None;
            };
            chain.push(last);
            match next {
                TypeRef::Named(other) if alias(api, other).is_some() => last = other,
                target => break Some(target),
            }
        };
        if let Some(target) = target {
            targets.extend(chain.into_iter().map(|name| (name, target)));
        }
    }
    targets
}

/// Returns what an alias names.
fn alias<'a>(api: &'a Api, name: &Identifier) -> Option<&'a TypeRef> {
    match &api.types.get(name)?.shape {
        Shape::Alias(target) => Some(target),
        _ => None,
    }
}

/// Returns what the name of an alias stands for, without a box around; other types are left as they are.
pub(super) fn concrete<'a>(api: &'a Api, ty: &'a TypeRef) -> &'a TypeRef {
    let ty = match ty {
        TypeRef::Boxed(inner) => inner,
        other => other,
    };
    match ty {
        TypeRef::Named(name) => target(api, name).unwrap_or(ty),
        other => other,
    }
}

/// How many types within each other are looked through for aliases; a chain of them can be longer than the stack.
const MAX_DEPTH: usize = 64;

/// `ty` with what aliases stand for in their place, unless it is nested too deep.
pub(super) fn without_aliases(api: &Api, ty: &TypeRef) -> Option<TypeRef> {
    replaced(api, ty, MAX_DEPTH)
}

fn replaced(api: &Api, ty: &TypeRef, depth: usize) -> Option<TypeRef> {
    let depth = depth.checked_sub(1)?;
    let within = |inner: &TypeRef| replaced(api, inner, depth).map(Box::new);
    match ty {
        TypeRef::Named(name) => match target(api, name) {
            Some(target) => replaced(api, target, depth),
            None => Some(ty.clone()),
        },
        TypeRef::List(inner) => within(inner).map(TypeRef::List),
        TypeRef::Map(inner) => within(inner).map(TypeRef::Map),
        TypeRef::Optional(inner) => within(inner).map(TypeRef::Optional),
        TypeRef::Boxed(inner) => within(inner).map(TypeRef::Boxed),
        TypeRef::Scalar(_) | TypeRef::Json => Some(ty.clone()),
    }
}

fn target<'a>(api: &'a Api, name: &Identifier) -> Option<&'a TypeRef> {
    let mut target = alias(api, name)?;
    // Aliases that lead to themselves are none any more.
    while let TypeRef::Named(name) = target
        && let Some(next) = alias(api, name)
    {
        target = next;
    }
    Some(target)
}
