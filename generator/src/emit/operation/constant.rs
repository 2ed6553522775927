//! The static that describes an operation.

use syn::{Expr, FieldValue, Item};

use crate::emit::runtime_names;
use crate::emit::syntax::{
    boolean, call, ident, integer, literal, member, method, named, path, qualified_path, slice,
    static_item, structure, with_turbofish,
};
use crate::emit::types::OUTSIDE;
use crate::ir::{ErrorBody, Location, Operation, Parameter, ParameterStyle, Status, Style};

pub(super) fn emit(operation: &Operation) -> Item {
    let defaults = call(
        qualified_path(&["Operation", "new"]),
        [
            literal(&operation.id),
            qualified_path(&["Method", operation.method.name()]),
        ],
    );
    let description = structure(&["Operation"], members(operation), Some(defaults));
    let ty = named(ident("Operation"));
    static_item(operation.constant.to_ident(), ty, description)
}

/// Returns what an operation has that is not as for most.
fn members(operation: &Operation) -> Vec<FieldValue> {
    let mut members = vec![member(ident("path"), literal(&operation.path))];
    members.extend(operation.base_urls.first().map(|url| {
        let url = call(path("Some"), [literal(url)]);
        member(ident("base_url"), url)
    }));
    let mut list = |name, items: Vec<Expr>| {
        if !items.is_empty() {
            members.push(member(ident(name), slice(items)));
        }
    };
    list("parameters", listed(operation).map(parameter).collect());
    let fields = fields(operation).map(|(name, style)| described(Location::Query, name, style));
    list("fields", fields.collect());
    let statuses = operation.listed.iter().map(|listed| status(*listed));
    list("listed", statuses.collect());
    list("errors", operation.errors.iter().map(error).collect());
    members.extend(operation.security.as_ref().map(|security| {
        let alternatives = call(path("Some"), [alternatives(security)]);
        member(ident("security"), alternatives)
    }));
    let accept = operation.accept.as_ref();
    members.extend(accept.map(|accept| member(ident("accept"), literal(accept))));
    members
}

/// Returns the parameters that the path's template does not describe.
pub(super) fn listed(operation: &Operation) -> impl Iterator<Item = &Parameter> {
    let parameters = operation.parameters.iter();
    parameters.filter(|parameter| !is_plain(parameter))
}

/// Returns whether the path's template says all there is to say of a parameter; only one that is listed can be set
/// again.
pub(super) fn is_plain(parameter: &Parameter) -> bool {
    parameter.location == Location::Path
        && parameter.style == ParameterStyle::default()
        && parameter.constant.is_none()
}

/// Returns the members of a form that are written in a way of their own.
pub(super) fn fields(operation: &Operation) -> impl Iterator<Item = &(String, ParameterStyle)> {
    let fields = operation.body.iter().flat_map(|body| &body.fields);
    fields.filter(|(_, style)| !style.is_assumed)
}

fn parameter(parameter: &Parameter) -> Expr {
    described(parameter.location, &parameter.wire, &parameter.style)
}

fn described(location: Location, wire: &str, style: &ParameterStyle) -> Expr {
    let function = qualified_path(&["Parameter", runtime_names::parameter(location)]);
    let mut described = call(function, [literal(wire)]);
    if let Some(style) = style.style {
        let mut written = qualified_path(&["Style", runtime_names::style(style)]);
        if let Style::DeepObject(items) = style {
            let items = qualified_path(&["Items", runtime_names::items(items)]);
            written = call(written, [items]);
        }
        described = method(described, "style", [written]);
    }
    if let Some(explode) = style.explode {
        described = method(described, "explode", [boolean(explode)]);
    }
    if style.allow_reserved {
        described = method(described, "allow_reserved", []);
    }
    if let Some(separator) = style.inner_separator {
        let separator = literal(runtime_names::separator(separator));
        described = method(described, "inner_separator", [separator]);
    }
    if style.json {
        described = method(described, "content_json", []);
    }
    described
}

fn error(error: &ErrorBody) -> Expr {
    let function = if error.is_number { "numbers" } else { "json" };
    let decoder = with_turbofish(&["ErrorBody", function], OUTSIDE.owned(&error.ty));
    call(decoder, [status(error.status)])
}

fn status(status: Status) -> Expr {
    let (name, number) = match status {
        Status::Exact(code) => ("Exact", i64::from(code)),
        Status::Range(digit) => ("Range", i64::from(digit)),
        Status::Default => return qualified_path(&["Status", "Default"]),
    };
    call(qualified_path(&["Status", name]), [integer(number)])
}

/// Alternatives of schemes that go together.
pub(in crate::emit) fn alternatives(alternatives: &[Vec<String>]) -> Expr {
    let schemes = |schemes: &Vec<String>| slice(schemes.iter().map(|scheme| literal(scheme)));
    slice(alternatives.iter().map(schemes))
}
