//! The documentation of an operation.

use syn::Attribute;

use crate::doc_text::summary_sentence;
use crate::emit::{docs, syntax};
use crate::ir::{ErrorBody, Operation, Parameter, Status, Success, SuccessCase, TypeRef};
use crate::signature::required_parameters;

/// Returns the doc comment of an operation's function.
pub(super) fn of_function(operation: &Operation) -> Vec<Attribute> {
    let mut lines = docs::text(
        &operation.description,
        &format!("{}.", docs::code(&operation.id)),
    );
    lines.extend([
        String::new(),
        docs::code(&format!("{} {}", operation.method, operation.path)),
    ]);
    unwrapped(&operation.success, &mut lines);
    servers(&operation.base_urls, &mut lines);
    arguments(operation, &mut lines);
    errors(&operation.errors, &mut lines);
    syntax::docs(&lines)
}

fn unwrapped(success: &Success, lines: &mut Vec<String>) {
    let cases: Vec<&SuccessCase> = match success {
        Success::Single(case) => vec![case],
        Success::Union(union) => union.cases.iter().map(|(_, _, case)| case).collect(),
    };
    let mut members: Vec<&String> = cases
        .iter()
        .filter_map(|case| case.member.as_ref())
        .collect();
    members.dedup();
    if !members.is_empty() {
        let members: Vec<_> = members.iter().map(|member| docs::code(member)).collect();
        let note = format!(
            "Returns {} of the response; [`Response::envelope`](crate::Response::envelope) has the other members.",
            members.join(" or ")
        );
        lines.extend([String::new(), note]);
    }
}

fn servers(base_urls: &[String], lines: &mut Vec<String>) {
    let Some((first, others)) = base_urls.split_first() else {
        return;
    };
    let from = if first.contains("://") {
        ""
    } else {
        ", relative to the API's base URL"
    };
    let first = docs::code(first);
    lines.extend([
        String::new(),
        format!("Goes to {first}{from}, with the client's credentials, unless the client was given a base URL."),
    ]);
    if !others.is_empty() {
        let others: Vec<_> = others.iter().map(|url| docs::code(url)).collect();
        lines.push(format!("Other servers for it: {}.", others.join(", ")));
    }
}

fn arguments(operation: &Operation, lines: &mut Vec<String>) {
    let described: Vec<_> = required_parameters(operation)
        .filter(|parameter| !parameter.summary.is_empty() && operation.arguments.is_none())
        .collect();
    let body = operation.body.as_ref().filter(|body| body.required);
    if !described.is_empty() || body.is_some() || operation.arguments.is_some() {
        lines.extend([String::new(), "# Arguments".to_owned(), String::new()]);
    }
    lines.extend(
        operation
            .arguments
            .as_ref()
            .map(|arguments| format!("* `{}`: The required parameters.", arguments.name.as_str())),
    );
    for parameter in described {
        lines.push(format!(
            "* `{}`: {}",
            parameter.name.as_str(),
            parameter.summary
        ));
    }
    if let Some(body) = body {
        let description = one_line(&body.description);
        let description = if description.is_empty() {
            "The request body.".to_owned()
        } else {
            description
        };
        lines.push(format!("* `{}`: {description}", body.name.as_str()));
    }
    if let Some(builder) = &operation.builder {
        let note = format!(
            "Optional parameters are set on [what it returns](crate::operations::{}).",
            builder.as_str()
        );
        lines.extend([String::new(), note]);
    }
}

fn errors(errors: &[ErrorBody], lines: &mut Vec<String>) {
    lines.extend([String::new(), "# Errors".to_owned(), String::new()]);
    if errors.is_empty() {
        lines.push(
            "A failed call returns a [`crate::Error`](crate::Error); the document describes no error body."
                .to_owned(),
        );
        return;
    }
    lines.push(
        "A failed call returns a [`crate::Error`](crate::Error). If the API returned an error, its body is:"
            .to_owned(),
    );
    lines.push(String::new());
    for error in errors {
        let description = &error.summary;
        let separator = if description.is_empty() { "" } else { ": " };
        lines.push(format!(
            "* {} {}{separator}{description}",
            status(error.status),
            type_link(&error.ty)
        ));
    }
}

fn type_link(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(name) => format!("[`models::{0}`](crate::models::{0})", name.as_str()),
        TypeRef::Optional(inner) | TypeRef::Boxed(inner) => type_link(inner),
        TypeRef::List(item) => format!("a list of {}", type_link(item)),
        TypeRef::Map(item) => format!("a map of {}", type_link(item)),
        TypeRef::Scalar(_) | TypeRef::Json => "a JSON value".to_owned(),
    }
}

/// Returns a status as people write it.
pub(super) fn status(status: Status) -> String {
    match status {
        Status::Exact(code) => format!("`{code}`"),
        Status::Range(digit) => format!("`{digit}xx`"),
        Status::Default => "any other status".to_owned(),
    }
}

fn one_line(description: &str) -> String {
    summary_sentence(description)
}

/// Returns the doc comment of the type that takes the optional parameters.
pub(super) fn of_builder(operation: &Operation) -> Vec<Attribute> {
    let line = format!(
        "A call of [`Client::{0}`](crate::Client::{0}), to be given optional parameters and awaited.",
        operation.name.as_str()
    );
    syntax::docs(&[line])
}

/// Returns the doc comment of a parameter's setter.
pub(super) fn of_parameter(parameter: &Parameter) -> Vec<Attribute> {
    docs::outer(
        &parameter.description,
        &format!("Sets {}.", docs::code(&parameter.wire)),
    )
}

/// Returns the doc comment of the struct that takes the required parameters.
pub(super) fn of_arguments(operation: &Operation) -> Vec<Attribute> {
    let line = format!(
        "The required parameters of [`Client::{0}`](crate::Client::{0}).",
        operation.name.as_str()
    );
    syntax::docs(&[line])
}

/// Returns the doc comment of a field of that struct.
pub(super) fn of_argument(parameter: &Parameter) -> Vec<Attribute> {
    docs::outer(
        &parameter.description,
        &format!("The parameter {}.", docs::code(&parameter.wire)),
    )
}
