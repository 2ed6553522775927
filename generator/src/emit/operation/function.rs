//! The function of an operation.

use syn::{Attribute, Expr, FnArg, ImplItem};

use super::constant::{is_plain, listed};
use super::{doc, output};
use crate::emit::arguments::expect_many;
use crate::emit::constants::constant_value;
use crate::emit::runtime_names;
use crate::emit::syntax::{
    Function, argument, associated, by_reference, call, closure, field_of, first_of, generic,
    ident, literal, local, marker, method, named, qualified_path, reference, shared, slice,
    suffixed, value, with_elided_lifetime,
};
use crate::emit::types::OUTSIDE;
use crate::ir::{Arguments, Body, Constant, Decoder, Encoder, Operation, Parameter, Success};
use crate::signature::{
    TypeUse, body_type, borrowed, has_lifetime, required_body, required_parameters,
};

pub(super) fn emit(operation: &Operation) -> ImplItem {
    let inputs = inputs(operation);
    let output = match &operation.builder {
        Some(builder) => named(builder.to_ident()),
        None => generic("Request", output(operation)),
    };
    ImplItem::from(Function {
        attributes: attributes(operation, inputs.len()),
        name: operation.name.to_ident(),
        inputs,
        output,
        body: vec![value(request(operation))],
    })
}

fn attributes(operation: &Operation, arguments: usize) -> Vec<Attribute> {
    let mut attributes = doc::of_function(operation);
    attributes.extend(operation.deprecated.then(|| marker("deprecated")));
    attributes.extend(expect_many(arguments));
    attributes.push(marker("inline"));
    attributes
}

fn inputs(operation: &Operation) -> Vec<FnArg> {
    let mut inputs = vec![by_reference()];
    match &operation.arguments {
        Some(arguments) => inputs.push(structured(operation, arguments)),
        None => inputs.extend(required_parameters(operation).map(|parameter| {
            let ty = OUTSIDE.used(borrowed(&parameter.ty));
            argument(parameter.name.to_ident(), ty)
        })),
    }
    inputs.extend(required_body(operation).map(|body| {
        let ty = OUTSIDE.used(body_type(body));
        argument(body.name.to_ident(), ty)
    }));
    inputs
}

/// Returns the argument that takes the struct of required parameters.
fn structured(operation: &Operation, arguments: &Arguments) -> FnArg {
    let ty = arguments.ty.to_ident();
    let ty = if has_lifetime(operation) {
        with_elided_lifetime(ty)
    } else {
        named(ty)
    };
    argument(arguments.name.to_ident(), reference(ty))
}

fn request(operation: &Operation) -> Expr {
    let plain = required_parameters(operation).filter(|parameter| is_plain(parameter));
    let listed = listed(operation).filter(|parameter| parameter.required);
    let values = plain.chain(listed);
    let values = values.map(|parameter| shared(given(operation, parameter)));
    let arguments = [
        shared(first_of("self")),
        shared(local(operation.constant.to_ident())),
        slice(values),
        decoder(&operation.success),
    ];
    let request = call(qualified_path(&["Request", "new"]), arguments);
    let request = match required_body(operation) {
        Some(body) => encode(request, body),
        None => request,
    };
    match &operation.builder {
        Some(builder) => call(local(builder.to_ident()), [request]),
        None => request,
    }
}

/// Returns the value of a parameter that a call must give.
fn given(operation: &Operation, parameter: &Parameter) -> Expr {
    let name = parameter.name.to_ident();
    match &parameter.constant {
        Some(Constant::Integer(value)) if i32::try_from(*value).is_err() => suffixed(*value),
        Some(constant) => constant_value(constant),
        None => match &operation.arguments {
            Some(arguments) => field_of(arguments.name.as_str(), name),
            None => local(name),
        },
    }
}

fn decoder(success: &Success) -> Expr {
    match success {
        Success::Single(case) => case.member.as_ref().map_or_else(
            || qualified_path(&["RawResponse", runtime_names::decoder(case.decoder)]),
            |member| decoder_of_member(case.decoder, member),
        ),
        Success::Union(union) => associated(union.name.to_ident(), ident("decode")),
    }
}

fn decoder_of_member(decoder: Decoder, member: &str) -> Expr {
    let response = ident("response");
    let decoder = runtime_names::decoder(decoder);
    let decoded = method(local(response.clone()), decoder, [literal(member)]);
    closure(response, decoded)
}

/// Returns the call that sets the body of `request`.
pub(super) fn encode(request: Expr, body: &Body) -> Expr {
    let media_type = match body.encoder {
        Encoder::Json | Encoder::Form => None,
        Encoder::JsonAs | Encoder::Text | Encoder::TextValue | Encoder::Bytes => {
            Some(literal(&body.media_type))
        }
    };
    let content = local(body.name.to_ident());
    let is_value = matches!(body_type(body), TypeUse::Owned(_)) && body.encoder != Encoder::Bytes;
    let content = if is_value { shared(content) } else { content };
    method(
        request,
        runtime_names::encoder(body.encoder),
        media_type.into_iter().chain([content]),
    )
}
