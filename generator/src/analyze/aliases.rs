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

/// What aliases stand for in the end, where functions take that in another way: a map is taken the same by any name,
/// and whether there is a value at all is for the member to say.
fn aliases(api: &Api) -> BTreeMap<Identifier, TypeRef> {
    let names = api.types.keys();
    let targets = names.filter_map(|name| Some((name.clone(), target(api, name)?.clone())));
    targets
        .filter(|(_, target)| !matches!(target, TypeRef::Map(_) | TypeRef::Optional(_)))
        .collect()
}

fn target<'a>(api: &'a Api, alias: &Identifier) -> Option<&'a TypeRef> {
    let of = |name: &Identifier| match &api.types.get(name)?.shape {
        Shape::Alias(target) => Some(target),
        _ => None,
    };
    let mut target = of(alias)?;
    // Aliases that lead to themselves are none any more.
    while let TypeRef::Named(name) = target
        && let Some(next) = of(name)
    {
        target = next;
    }
    Some(target)
}
