//! Functions of operations, and of the types that take their optional parameters.

use super::TypeUse;
use crate::ir::{Body, Operation, Parameter, Scalar, Server, Success, TypeRef};

/// Returns the parameters that the function takes, in the order of its arguments: the client knows the only value of
/// others.
pub(crate) fn required_parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let parameters = operation.parameters.iter();
    parameters.filter(|parameter| is_argument(parameter))
}

fn is_argument(parameter: &Parameter) -> bool {
    parameter.required && parameter.constant.is_none()
}

/// The most required parameters that a function takes as arguments of their own; more of them, most
/// of them strings, would be mixed up, and come in a struct.
const MAX_ARGUMENTS: usize = 7;

/// Returns whether the function takes its required parameters in a struct.
pub(crate) fn takes_struct(operation: &Operation) -> bool {
    required_parameters(operation).count() > MAX_ARGUMENTS
}

/// Returns the type of a field of the struct of required parameters.
pub(crate) fn argument_field(parameter: &Parameter) -> TypeUse<'_> {
    match borrowed(&parameter.ty) {
        TypeUse::Texts => TypeUse::TextSlices,
        ty => ty,
    }
}

/// Returns whether the struct of required parameters borrows any of them.
pub(crate) fn has_lifetime(operation: &Operation) -> bool {
    required_parameters(operation).any(|parameter| argument_field(parameter).is_reference())
}

/// Returns the body that the function takes as its last argument.
pub(crate) fn required_body(operation: &Operation) -> Option<&Body> {
    operation.body.as_ref().filter(|body| body.required)
}

/// Returns the parameters that are set afterwards.
pub(crate) fn optional_parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let parameters = operation.parameters.iter();
    parameters.filter(|parameter| !is_argument(parameter))
}

/// Returns the body that is set afterwards.
pub(crate) fn optional_body(operation: &Operation) -> Option<&Body> {
    operation.body.as_ref().filter(|body| !body.required)
}

/// Returns a type as a function takes it to look at.
pub(crate) fn borrowed(ty: &TypeRef) -> TypeUse<'_> {
    match ty {
        TypeRef::Scalar(Scalar::String) => TypeUse::Text,
        TypeRef::Scalar(_) => of_scalar(ty),
        TypeRef::Optional(inner) => match of_scalar(inner) {
            TypeUse::Owned(_) => TypeUse::Owned(ty),
            _ => TypeUse::Borrowed(ty),
        },
        TypeRef::List(item) if **item == TypeRef::Scalar(Scalar::String) => TypeUse::Texts,
        TypeRef::List(item) => TypeUse::Slice(item),
        TypeRef::Boxed(inner) => borrowed(inner),
        other => TypeUse::Borrowed(other),
    }
}

/// Scalars that can be copied are passed by value.
fn of_scalar(ty: &TypeRef) -> TypeUse<'_> {
    match ty {
        TypeRef::Scalar(scalar) if scalar.row().is_copy => TypeUse::Owned(ty),
        _ => TypeUse::Borrowed(ty),
    }
}

/// Returns the type of the argument that takes the body.
pub(crate) fn body_type(body: &Body) -> TypeUse<'_> {
    match &body.ty {
        TypeRef::Scalar(Scalar::Bytes) => TypeUse::Owned(&body.ty),
        ty => borrowed(ty),
    }
}

/// Returns what an operation returns when it succeeds.
pub(crate) fn output(operation: &Operation) -> TypeUse<'_> {
    match &operation.success {
        Success::Single(case) => TypeUse::Owned(&case.ty),
        Success::Union(union) => TypeUse::Success(&union.name),
    }
}

/// Returns the servers whose URL a function returns: all if there are several, so that another order changes none of
/// the functions, and those with variables.
pub(crate) fn named_servers(servers: &[Server]) -> impl Iterator<Item = &Server> {
    let are_several = servers.len() > 1;
    let servers = servers.iter();
    servers.filter(move |server| are_several || !server.variables.is_empty())
}
