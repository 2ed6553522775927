//! Required arrays and maps of responses. Some servers, in Go above all, send `null` for an empty one, or leave it out.

use std::collections::BTreeSet;

use super::aliases::targets;
use crate::ir::{
    Api, Decoder, Items, Operation, ParameterStyle, Presence, Shape, Style, SuccessCase, TypeRef,
};
use crate::names::Identifier;
use crate::settings::DeepObjectArrays;

/// Marks the members and response bodies that are read as empty then.
pub(super) fn settle(api: &mut Api) {
    let aliases = aliases(api);
    let received = api.types.values_mut().filter(|ty| ty.usage.response);
    for ty in received {
        if let Shape::Struct(fields) = &mut ty.shape {
            for field in &mut fields.fields {
                let is_required = field.presence == Presence::Required;
                field.is_defaulted = is_required && is_collection(&aliases, &field.ty);
            }
        }
    }
    let modules = api.operations.values_mut();
    for operation in modules.flat_map(|module| &mut module.operations) {
        let cases = operation.success.cases_mut();
        cases.for_each(|case| settle_case(&aliases, case));
    }
}

fn settle_case(aliases: &BTreeSet<Identifier>, case: &mut SuccessCase) {
    if is_collection(aliases, &case.ty) {
        case.decoder = match case.decoder {
            Decoder::Json => Decoder::Collection,
            Decoder::Numbers => Decoder::NumberCollection,
            Decoder::Member => Decoder::CollectionMember,
            Decoder::NumberMember => Decoder::NumberCollectionMember,
            other => other,
        };
    }
}

/// Returns the names of arrays and maps.
fn aliases(api: &Api) -> BTreeSet<Identifier> {
    let is_collection = |target: &TypeRef| matches!(target, TypeRef::List(_) | TypeRef::Map(_));
    let targets = targets(api).into_iter();
    let named = targets.filter(|(_, target)| is_collection(target));
    named.map(|(name, _)| name.clone()).collect()
}

fn is_collection(aliases: &BTreeSet<Identifier>, ty: &TypeRef) -> bool {
    match ty {
        TypeRef::List(_) | TypeRef::Map(_) => true,
        TypeRef::Named(name) => aliases.contains(name),
        _ => false,
    }
}

/// Applies the setting `encode.deep-object-arrays`.
pub(super) fn settle_arrays(api: &mut Api, arrays: DeepObjectArrays) {
    let wanted = match arrays {
        DeepObjectArrays::Numbered => return,
        DeepObjectArrays::Bracketed => Items::Bracketed,
        DeepObjectArrays::Repeated => Items::Repeated,
    };
    let modules = api.operations.values_mut();
    for style in modules
        .flat_map(|module| &mut module.operations)
        .flat_map(styles)
    {
        if let Some(Style::DeepObject(items)) = &mut style.style {
            *items = wanted;
            style.is_assumed = false;
        }
    }
}

/// Returns the styles of parameters and form properties.
fn styles(operation: &mut Operation) -> impl Iterator<Item = &mut ParameterStyle> {
    let parameters = operation
        .parameters
        .iter_mut()
        .map(|parameter| &mut parameter.style);
    let fields = operation.body.iter_mut().flat_map(|body| &mut body.fields);
    parameters.chain(fields.map(|(_, style)| style))
}
