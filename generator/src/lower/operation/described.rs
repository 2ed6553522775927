//! What the document says of one parameter.

use std::rc::Rc;

use openapiv3::{Parameter as Node, ParameterData, ParameterSchemaOrContent};

use super::parameters::location_and_style;
use crate::codes::lower::{
    HEADER_NAME_INVALID, HEADER_PARAMETER_IGNORED, PARAMETER_WITHOUT_SCHEMA,
    PATH_PARAMETER_OPTIONAL,
};
use crate::diagnostics::Pointer;
use crate::ir::{Constant, Location, Parameter, ParameterStyle, Scalar, Separator, TypeRef};
use crate::load::child;
use crate::lower::context::{Context, Use};
use crate::lower::schema::{Classified, constant, essence, type_of, with_constant, with_values};
use crate::names::Identifier;
use crate::normalize::{is_reserved_header, is_token};

/// The header that becomes a security scheme if a parameter describes it.
pub(super) const AUTHORIZATION: &str = "Authorization";

/// A parameter without its name in Rust.
#[derive(Clone, Debug)]
pub(in crate::lower) struct Described {
    pub wire: String,
    pub at: Pointer,
    pub location: Location,
    pub required: bool,
    pub deprecated: bool,
    style: ParameterStyle,
    ty: TypeRef,
    /// The only value that it can have, where it is required.
    pub constant: Option<Constant>,
    description: String,
    summary: String,
}

impl Described {
    /// Returns a parameter of the path that the document only names there.
    pub fn undeclared(name: &str, at: &Pointer) -> Self {
        Self {
            wire: name.to_owned(),
            at: at.clone(),
            location: Location::Path,
            required: true,
            deprecated: false,
            style: ParameterStyle::default(),
            ty: TypeRef::Scalar(Scalar::String),
            constant: None,
            description: String::new(),
            summary: String::new(),
        }
    }

    /// Returns a parameter of the query that the document only names in the path.
    pub fn undeclared_query(name: &str, at: &Pointer) -> Self {
        Self {
            location: Location::Query,
            required: false,
            ..Self::undeclared(name, at)
        }
    }

    /// Returns the parameter as one that the path calls `wire`, and whose values may have slashes in them if it
    /// `is_spanning`.
    pub fn in_path(&self, wire: &str, is_spanning: bool) -> Self {
        let mut parameter = self.clone();
        wire.clone_into(&mut parameter.wire);
        parameter.style.allow_reserved |= is_spanning;
        parameter
    }

    /// Returns the parameter, called `name`.
    pub fn parameter(&self, name: Identifier) -> Parameter {
        Parameter {
            name,
            wire: self.wire.clone(),
            location: self.location,
            style: self.style.clone(),
            ty: self.ty.clone(),
            required: self.required,
            constant: self.constant.clone(),
            description: self.description.clone(),
            summary: self.summary.clone(),
            deprecated: self.deprecated,
            origin: self.at.clone(),
        }
    }
}

/// Returns the parameter that is declared at `at`; many operations share one.
pub(super) fn described(context: &mut Context<'_>, at: &Pointer) -> Option<Rc<Described>> {
    if let Some(known) = context.parameters.get(at) {
        return known.clone();
    }
    let parameter = read(context, at).map(Rc::new);
    context.parameters.insert(at.clone(), parameter.clone());
    parameter
}

fn read(context: &mut Context<'_>, at: &Pointer) -> Option<Described> {
    let node: Node = context.node(at)?;
    let (location, data, style) = location_and_style(node);
    if location == Location::Header && is_reserved_header(&data.name) {
        let is_credential = data.name.eq_ignore_ascii_case(AUTHORIZATION);
        if is_credential && context.authorization.is_some() {
            return None;
        }
        context.report(
            &HEADER_PARAMETER_IGNORED,
            format!("header `{}` cannot be a parameter", data.name),
            &at.child("name"),
        );
        return None;
    }
    if location == Location::Header && !is_token(&data.name) {
        let message = format!("`{}` is not a valid header name", data.name);
        context.report(&HEADER_NAME_INVALID, message, &at.child("name"));
        return None;
    }
    if location == Location::Path && !data.required {
        context.report(
            &PATH_PARAMETER_OPTIONAL,
            format!("path parameter `{}` is not required", data.name),
            at,
        );
    }
    Some(of_data(context, at, location, data, &style))
}

fn of_data(
    context: &mut Context<'_>,
    at: &Pointer,
    location: Location,
    data: ParameterData,
    style: &ParameterStyle,
) -> Described {
    let (schema, json) = value(context, at, &data.format);
    let is_text = location == Location::Path && !json;
    let used = schema.as_ref().map(|schema| {
        if is_text && is_anything(context, schema) {
            return Use {
                ty: TypeRef::Scalar(Scalar::String),
                nullable: false,
            };
        }
        type_of(context, schema)
    });
    let is_null = used.as_ref().is_some_and(|used| used.nullable);
    let ty = match used {
        Some(used) => used.ty,
        None if json => TypeRef::Json,
        None => TypeRef::Scalar(Scalar::String),
    };
    let listed = schema.as_ref().filter(|_| !json);
    let inner_separator = listed.and_then(|schema| inner_separator(context, schema));
    let required = data.required || location == Location::Path;
    let schema_of_one = schema.as_ref().filter(|_| required && !is_null);
    let constant = schema_of_one.and_then(|schema| constant(context, schema, &ty));
    let description = data.description.unwrap_or_default();
    let summary = context.summaries.intern(&description);
    let description = with_schema(context, description, schema.as_ref());
    Described {
        wire: data.name,
        at: at.clone(),
        location,
        required,
        deprecated: data.deprecated.unwrap_or_default(),
        style: ParameterStyle {
            explode: data.explode,
            json,
            inner_separator,
            ..style.clone()
        },
        ty,
        summary,
        description: with_constant(description, constant.as_ref()),
        constant,
    }
}

/// Returns the separator of arrays nested in the array that the schema describes (Swagger 2.0, Items Object,
/// `collectionFormat`).
fn inner_separator(context: &mut Context<'_>, schema: &Pointer) -> Option<Separator> {
    let target = context.resolve(schema)?;
    let items = context.normalized(&target).items.clone()?;
    let items = context.resolve(&items)?;
    let format = context.document.value(&items.child("collectionFormat"))?;
    match format.as_str()? {
        "csv" => Some(Separator::Comma),
        "ssv" => Some(Separator::Space),
        "tsv" => Some(Separator::Tab),
        "pipes" => Some(Separator::Pipe),
        _ => None,
    }
}

/// Returns whether the schema says nothing of the value, which in a path is a text then.
fn is_anything(context: &mut Context<'_>, schema: &Pointer) -> bool {
    let target = context.resolve(schema);
    target.is_some_and(|target| {
        let is_unstructured = context.normalized(&target).is_unstructured();
        is_unstructured && matches!(essence(context, &target).1, Classified::Anything)
    })
}

/// Returns the schema of a parameter's value, and whether the value is sent as JSON. Without a schema it is a text.
fn value(
    context: &mut Context<'_>,
    at: &Pointer,
    format: &ParameterSchemaOrContent,
) -> (Option<Pointer>, bool) {
    match format {
        ParameterSchemaOrContent::Schema(schema) => (Some(child(schema)), false),
        ParameterSchemaOrContent::Content(content) => match content.values().next() {
            Some(media_type) => (media_type.schema.as_ref().map(child), true),
            None => (without_schema(context, at), false),
        },
    }
}

/// Swagger 2.0 has the words of the schema in the parameter itself.
fn without_schema(context: &mut Context<'_>, at: &Pointer) -> Option<Pointer> {
    let has = |key: &str| context.document.value(&at.child(key)).is_some();
    let is_schema = has("type") || has("enum");
    if is_schema {
        let message = "this parameter has `type` or `enum` beside `name`";
        let note = "they are read as its `schema`";
        context.report_with_note(&PARAMETER_WITHOUT_SCHEMA, message, note, at);
    } else {
        let message = "this parameter has neither `schema` nor `content`";
        context.report(&PARAMETER_WITHOUT_SCHEMA, message, at);
    }
    is_schema.then(|| at.clone())
}

/// `description` with what the schema of the values tells of them.
fn with_schema(context: &mut Context<'_>, description: String, schema: Option<&Pointer>) -> String {
    let Some(target) = schema.and_then(|schema| context.resolve(schema)) else {
        return description;
    };
    let normalized = context.normalized(&target);
    with_values(context, description, &normalized)
}
