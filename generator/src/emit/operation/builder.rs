//! The type that takes the optional parameters of an operation.

use proc_macro2::Ident;
use quote::quote;
use syn::{ImplItem, Item, Stmt, Type};

use super::{doc, function, output};
use crate::emit::syntax::{
    Function, argument, by_value, call, content, expression, first_of, generic, ident,
    implementation, literal, local, macro_call, marker, method, mutable, named, path,
    qualified_path, shared, struct_item, value, with_text,
};
use crate::emit::types::OUTSIDE;
use crate::emit::{docs, runtime_names};
use crate::ir::{Body, Operation, Parameter};
use crate::signature::{body_type, borrowed, optional_body, optional_parameters};

/// The comment above the functions that every call has.
const REQUEST: &str = "What every call has: `send`, `timeout`, `retry` and so on.";

pub(super) fn emit(operation: &Operation) -> Vec<Item> {
    let Some(builder) = &operation.builder else {
        return Vec::new();
    };
    let (name, output) = (builder.to_ident(), output(operation));
    let arguments = quote!(#name, #output);
    vec![
        declaration(operation, name.clone(), output),
        macro_call(REQUEST, "runtime", "request_builder", arguments),
        implementation(Vec::new(), name, setters(operation)),
    ]
}

fn declaration(operation: &Operation, name: Ident, output: Type) -> Item {
    let mut attributes = doc::of_builder(operation);
    let text = "a request does nothing until it is awaited or sent";
    attributes.push(with_text("must_use", text));
    struct_item(attributes, name, content(generic("Request", output)))
}

fn setters(operation: &Operation) -> Vec<ImplItem> {
    let parameters = optional_parameters(operation).map(|parameter| setter(operation, parameter));
    let body = optional_body(operation).map(body_setter);
    parameters.chain(body).collect()
}

fn setter(operation: &Operation, parameter: &Parameter) -> ImplItem {
    let mut attributes = doc::of_parameter(parameter);
    attributes.extend(parameter.deprecated.then(|| marker("deprecated")));
    let ty = OUTSIDE.used(borrowed(&parameter.ty));
    ImplItem::from(Function {
        attributes,
        name: parameter.name.to_ident(),
        inputs: vec![mutable(), argument(parameter.name.to_ident(), ty)],
        output: named(ident("Self")),
        body: vec![set(operation, parameter), value(path("self"))],
    })
}

fn set(operation: &Operation, parameter: &Parameter) -> Stmt {
    let arguments = [
        literal(&parameter.wire),
        shared(local(parameter.name.to_ident())),
    ];
    let request = first_of("self");
    expression(if needs_place(operation, parameter) {
        let place = qualified_path(&["Location", runtime_names::location(parameter.location)]);
        method(request, "set_in", [place].into_iter().chain(arguments))
    } else {
        method(request, "set", arguments)
    })
}

/// Returns whether another parameter has the same name in another place.
pub(super) fn needs_place(operation: &Operation, parameter: &Parameter) -> bool {
    let same = |other: &&Parameter| other.wire == parameter.wire;
    operation.parameters.iter().filter(same).count() > 1
}

fn body_setter(body: &Body) -> ImplItem {
    let encoded = function::encode(first_of("self"), body);
    let ty = OUTSIDE.used(body_type(body));
    ImplItem::from(Function {
        attributes: docs::outer(&body.description, "Sends a body."),
        name: body.name.to_ident(),
        inputs: vec![by_value(), argument(body.name.to_ident(), ty)],
        output: named(ident("Self")),
        body: vec![value(call(path("Self"), [encoded]))],
    })
}
