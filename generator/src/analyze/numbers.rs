//! Numbers, dates that may have another form, and lists and maps of some.

use std::collections::{BTreeMap, BTreeSet};

use crate::ir::{Api, Decoder, ErrorBody, Operation, Scalar, Shape, SuccessCase, Type, TypeRef};
use crate::names::Identifier;

/// How many types within each other are looked through, names of types among them.
const MAX_DEPTH: usize = 64;

/// Lets them be read as JSON may write them, which types alone do not say: `5.0` is an integer (RFC 8259, section 6), and
/// some APIs write numbers as strings.
pub(super) fn settle(api: &mut Api) {
    let aliases = aliases(&api.types);
    for ty in api.types.values_mut() {
        match &mut ty.shape {
            Shape::Struct(fields) => {
                for field in &mut fields.fields {
                    field.is_number = is_number(&aliases, &field.ty);
                }
                let extra = fields.extra.as_ref();
                fields.has_extra_numbers = extra.is_some_and(|(_, ty)| is_number(&aliases, ty));
            }
            Shape::Union(union) => {
                for variant in &mut union.variants {
                    // Unions try the spellings of a number by themselves.
                    let holds =
                        !matches!(&variant.ty, TypeRef::Scalar(scalar) if scalar.is_number());
                    variant.holds_numbers = holds && is_number(&aliases, &variant.ty);
                }
            }
            Shape::Enum(_) | Shape::Alias(_) | Shape::Wrapper(_) => {}
        }
    }
    let modules = api.operations.values_mut();
    for operation in modules.flat_map(|module| &mut module.operations) {
        settle_operation(&aliases, operation);
    }
}

fn settle_operation(aliases: &BTreeSet<Identifier>, operation: &mut Operation) {
    let cases = operation.success.cases_mut();
    cases.for_each(|case| settle_case(aliases, case));
    for ErrorBody {
        ty,
        is_number: settled,
        ..
    } in &mut operation.errors
    {
        *settled = is_number(aliases, ty);
    }
}

fn settle_case(aliases: &BTreeSet<Identifier>, case: &mut SuccessCase) {
    if is_number(aliases, &case.ty) {
        case.decoder = match case.decoder {
            Decoder::Json => Decoder::Numbers,
            Decoder::Member => Decoder::NumberMember,
            Decoder::OptionalMember => Decoder::OptionalNumberMember,
            Decoder::TextValue => Decoder::TextNumber,
            other => other,
        };
    }
}

/// Returns the names of numbers, and of lists and maps of some.
fn aliases(types: &BTreeMap<Identifier, Type>) -> BTreeSet<Identifier> {
    let aliases = types.values().filter_map(|ty| match &ty.shape {
        Shape::Alias(target) => Some((&ty.name, target)),
        _ => None,
    });
    let numbers = aliases.filter(|(_, target)| {
        leads_to_number(target, |name| match &types.get(name)?.shape {
            Shape::Alias(target) => Some(target),
            _ => None,
        })
    });
    numbers.map(|(name, _)| name.clone()).collect()
}

fn is_number(aliases: &BTreeSet<Identifier>, ty: &TypeRef) -> bool {
    const NUMBER: &TypeRef = &TypeRef::Scalar(Scalar::Double);
    leads_to_number(ty, |name| aliases.contains(name).then_some(NUMBER))
}

/// Returns whether `ty` is a number, or a list or map of some; `alias` is what a name stands for.
fn leads_to_number<'a>(
    mut ty: &'a TypeRef,
    alias: impl Fn(&Identifier) -> Option<&'a TypeRef>,
) -> bool {
    for _ in 0..MAX_DEPTH {
        ty = match ty {
            TypeRef::Optional(inner)
            | TypeRef::List(inner)
            | TypeRef::Map(inner)
            | TypeRef::Boxed(inner) => inner,
            TypeRef::Named(name) => match alias(name) {
                Some(target) => target,
                None => return false,
            },
            TypeRef::Scalar(scalar) => return scalar.row().is_read_leniently,
            TypeRef::Json => return false,
        };
    }
    false
}
