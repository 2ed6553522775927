//! What the document says of one parameter.

use std::rc::Rc;

use openapiv3::{Parameter as Node, ParameterData, ParameterSchemaOrContent};

use super::style;
use crate::diagnostics::Pointer;
use crate::doc_text::{code_span, summary_sentence};
use crate::ir::{Parameter, ParameterStyle, Place, Scalar, TypeRef};
use crate::load::child;
use crate::lower::codes::{HEADER_PARAMETER_IGNORED, PATH_PARAMETER_OPTIONAL};
use crate::lower::context::Context;
use crate::lower::schema::type_of;
use crate::names::Identifier;

/// Headers that are no parameters (OpenAPI 3.0.3, Parameter Object, `name`).
const NO_PARAMETERS: &[&str] = &["accept", "authorization", "content-type"];

/// A parameter without its name in Rust.
#[derive(Debug)]
pub(in crate::lower) struct Described {
    pub wire: String,
    pub at: Pointer,
    pub place: Place,
    pub required: bool,
    pub deprecated: bool,
    style: ParameterStyle,
    ty: TypeRef,
    description: String,
    summary: String,
}

impl Described {
    /// A parameter of the path that the document only names there.
    pub fn undeclared(name: &str, at: &Pointer) -> Self {
        Self {
            wire: name.to_owned(),
            at: at.clone(),
            place: Place::Path,
            required: true,
            deprecated: false,
            style: ParameterStyle::default(),
            ty: TypeRef::Scalar(Scalar::String),
            description: String::new(),
            summary: String::new(),
        }
    }

    /// The parameter, called `name`.
    pub fn parameter(&self, name: Identifier) -> Parameter {
        Parameter {
            name,
            wire: self.wire.clone(),
            place: self.place,
            style: self.style.clone(),
            ty: self.ty.clone(),
            required: self.required,
            description: self.description.clone(),
            summary: self.summary.clone(),
            deprecated: self.deprecated,
        }
    }
}

/// The parameter that `at` leads to; many operations share one.
pub(super) fn described(context: &mut Context<'_>, at: &Pointer) -> Option<Rc<Described>> {
    let at = context.resolve(at)?;
    if let Some(known) = context.parameters.get(&at) {
        return known.clone();
    }
    let parameter = read(context, &at).map(Rc::new);
    context.parameters.insert(at, parameter.clone());
    parameter
}

fn read(context: &mut Context<'_>, at: &Pointer) -> Option<Described> {
    let node: Node = context.node(at)?;
    let (place, data, style) = style::of(node);
    if place == Place::Header && NO_PARAMETERS.contains(&data.name.to_ascii_lowercase().as_str()) {
        context.report(
            &HEADER_PARAMETER_IGNORED,
            format!("header `{}` is no parameter", data.name),
            at,
        );
        return None;
    }
    if place == Place::Path && !data.required {
        context.report(
            &PATH_PARAMETER_OPTIONAL,
            format!("path parameter `{}` is not required", data.name),
            at,
        );
    }
    Some(of_data(context, at, place, data, &style))
}

fn of_data(
    context: &mut Context<'_>,
    at: &Pointer,
    place: Place,
    data: ParameterData,
    style: &ParameterStyle,
) -> Described {
    let (schema, json) = match &data.format {
        ParameterSchemaOrContent::Schema(schema) => (Some(child(schema)), false),
        ParameterSchemaOrContent::Content(content) => (
            content
                .values()
                .next()
                .and_then(|media_type| media_type.schema.as_ref())
                .map(child),
            true,
        ),
    };
    let ty = schema
        .as_ref()
        .map_or(TypeRef::Json, |schema| type_of(context, schema).ty);
    let description = data.description.unwrap_or_default();
    Described {
        wire: data.name,
        at: at.clone(),
        place,
        required: data.required || place == Place::Path,
        deprecated: data.deprecated.unwrap_or_default(),
        style: ParameterStyle {
            explode: data.explode,
            json,
            ..style.clone()
        },
        ty,
        summary: summary_sentence(&description),
        description: with_default(context, description, schema.as_ref()),
    }
}

/// The default belongs to the API: the client tells it and never sends it.
fn with_default(
    context: &mut Context<'_>,
    description: String,
    schema: Option<&Pointer>,
) -> String {
    let target = schema.and_then(|schema| context.resolve(schema));
    let default = target.and_then(|target| context.facts(&target).default.clone());
    match default {
        None | Some(serde_json::Value::Null) => description,
        Some(value) => format!(
            "{description}\n\nThe API's default is {}.",
            code_span(&value.to_string())
        ),
    }
}
