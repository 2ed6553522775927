//! Bodies that are integers, or lists or maps of some.

use crate::ir::{Api, Scalar, Shape, Success, SuccessCase, TypeRef};

/// How many types within each other are looked through, names of types among them.
const DEEPEST: usize = 64;

/// Lets them be read as JSON may write integers: `5.0` is one (RFC 8259, section 6). Members are read so anyway.
pub(super) fn settle(api: &mut Api) {
    let mut modules = std::mem::take(&mut api.operations);
    for module in modules.values_mut() {
        for operation in &mut module.operations {
            match &mut operation.success {
                Success::Single(case) => settle_case(api, case),
                Success::Union(union) => {
                    let cases = union.cases.iter_mut();
                    cases.for_each(|(_, _, case)| settle_case(api, case));
                }
            }
        }
    }
    api.operations = modules;
}

fn settle_case(api: &Api, case: &mut SuccessCase) {
    if case.decoder == "json" && is_integer(api, &case.ty) {
        case.decoder = "integers";
    }
}

fn is_integer(api: &Api, ty: &TypeRef) -> bool {
    let mut ty = ty;
    for _ in 0..DEEPEST {
        ty = match ty {
            TypeRef::Optional(inner) | TypeRef::List(inner) | TypeRef::Map(inner) => inner,
            TypeRef::Named(name) => match api.types.get(name).map(|ty| &ty.shape) {
                Some(Shape::Alias(target)) => target,
                _ => return false,
            },
            TypeRef::Scalar(scalar) => {
                return matches!(
                    scalar,
                    Scalar::Int32 | Scalar::Int64 | Scalar::UInt32 | Scalar::UInt64
                );
            }
            TypeRef::Boxed(_) | TypeRef::Json => return false,
        };
    }
    false
}
