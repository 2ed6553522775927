//! The function of an operation.

use syn::{Attribute, Expr, FnArg, ImplItem};

use super::constant::{is_plain, listed};
use super::{doc, output};
use crate::emit::arguments::expect_many;
use crate::emit::constants::constant_value;
use crate::emit::syntax::{
    Function, argument, associated, by_reference, call, closure, generic, ident, literal, local,
    marker, method, named, path, qualified_path, shared, slice, suffixed, value,
};
use crate::emit::types::OUTSIDE;
use crate::ir::{Body, Constant, Operation, Parameter, Success};
use crate::signature::{TypeUse, body_type, borrowed, required_body, required_parameters};

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
    let parameters = required_parameters(operation).map(|parameter| {
        let ty = OUTSIDE.used(borrowed(&parameter.ty));
        argument(parameter.name.to_ident(), ty)
    });
    let body = required_body(operation).map(|body| {
        let ty = OUTSIDE.used(body_type(body));
        argument(body.name.to_ident(), ty)
    });
    [by_reference()]
        .into_iter()
        .chain(parameters)
        .chain(body)
        .collect()
}

fn request(operation: &Operation) -> Expr {
    let plain = required_parameters(operation).filter(|parameter| is_plain(parameter));
    let listed = listed(operation).filter(|parameter| parameter.required);
    let values = plain.chain(listed);
    let values = values.map(|parameter| shared(given(parameter)));
    let arguments = [
        path("self"),
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

/// The value of a parameter that a call must give.
fn given(parameter: &Parameter) -> Expr {
    match &parameter.constant {
        Some(Constant::Integer(value)) if i32::try_from(*value).is_err() => suffixed(*value),
        Some(constant) => constant_value(constant),
        None => local(parameter.name.to_ident()),
    }
}

fn decoder(success: &Success) -> Expr {
    match success {
        Success::Single(case) => case.member.as_ref().map_or_else(
            || qualified_path(&["Reply", case.decoder]),
            |member| decoder_of_member(case.decoder, member),
        ),
        Success::Union(union) => associated(union.name.to_ident(), ident("decode")),
    }
}

fn decoder_of_member(decoder: &str, member: &str) -> Expr {
    let reply = ident("reply");
    let decoded = method(local(reply.clone()), decoder, [literal(member)]);
    closure(reply, decoded)
}

/// The call that sets the body of `request`.
pub(super) fn encode(request: Expr, body: &Body) -> Expr {
    let media_type = body.names_media_type.then(|| literal(&body.media_type));
    let content = local(body.name.to_ident());
    let is_value = matches!(body_type(body), TypeUse::Owned(_)) && body.encoder != "bytes";
    let content = if is_value { shared(content) } else { content };
    method(
        request,
        body.encoder,
        media_type.into_iter().chain([content]),
    )
}
