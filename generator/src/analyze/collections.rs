//! Lists and maps that have to be there in answers. Servers, those in Go above all, send `null` for one without items, or
//! leave it out.

use std::collections::BTreeMap;

use crate::ir::{Api, Presence, Shape, Success, SuccessCase, Type, TypeRef};
use crate::names::Identifier;

/// How many names of types within each other are looked through.
const MAX_DEPTH: usize = 64;

/// Lets them be read as empty then.
pub(super) fn settle(api: &mut Api) {
    let aliases = aliases(&api.types);
    let received = api.types.values_mut().filter(|ty| ty.usage.response);
    for ty in received {
        if let Shape::Struct(fields) = &mut ty.shape {
            for field in &mut fields.fields {
                let is_required = field.presence == Presence::Required;
                field.is_empty_by_default |= is_required && is_collection(&aliases, &field.ty);
            }
        }
    }
    let modules = api.operations.values_mut();
    for operation in modules.flat_map(|module| &mut module.operations) {
        match &mut operation.success {
            Success::Single(case) => settle_case(&aliases, case),
            Success::Union(union) => {
                let cases = union.cases.iter_mut();
                cases.for_each(|(_, _, case)| settle_case(&aliases, case));
            }
        }
    }
}

fn settle_case(aliases: &BTreeMap<Identifier, TypeRef>, case: &mut SuccessCase) {
    if is_collection(aliases, &case.ty) {
        case.decoder = match case.decoder {
            "json" => "collection",
            "numbers" => "number_collection",
            "member" => "collection_member",
            "number_member" => "number_collection_member",
            other => other,
        };
    }
}

fn aliases(types: &BTreeMap<Identifier, Type>) -> BTreeMap<Identifier, TypeRef> {
    let aliases = types.values().filter_map(|ty| match &ty.shape {
        Shape::Alias(target) => Some((ty.name.clone(), target.clone())),
        _ => None,
    });
    aliases.collect()
}

fn is_collection<'a>(aliases: &'a BTreeMap<Identifier, TypeRef>, mut ty: &'a TypeRef) -> bool {
    for _ in 0..MAX_DEPTH {
        ty = match ty {
            TypeRef::List(_) | TypeRef::Map(_) => return true,
            TypeRef::Named(name) => match aliases.get(name) {
                Some(target) => target,
                None => return false,
            },
            _ => return false,
        };
    }
    false
}
