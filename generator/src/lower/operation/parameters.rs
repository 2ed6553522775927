//! Parameters of an operation.

use std::collections::HashSet;

use openapiv3::{
    CookieStyle, HeaderStyle, Parameter as Node, ParameterData, ParameterSchemaOrContent,
    PathStyle, QueryStyle,
};
use serde_json::Value;

use super::discovery::Found;
use crate::diagnostics::Pointer;
use crate::ir::{Parameter, ParameterStyle, Place, Scalar, TypeRef};
use crate::load::child;
use crate::lower::codes::{
    HEADER_PARAMETER_IGNORED, PATH_PARAMETER_UNDECLARED, PATH_PARAMETER_UNUSED,
};
use crate::lower::context::Context;
use crate::lower::schema::type_of;
use crate::names::{Case, Scope, Wanted};

/// Methods that every operation has, so that no parameter can be called the same.
const RESERVED: &[&str] = &[
    "attempt_timeout",
    "clone",
    "fmt",
    "from",
    "header",
    "into",
    "into_future",
    "new",
    "retry",
    "send",
    "timeout",
];

/// Headers that are no parameters (OpenAPI 3.0.3, Parameter Object, `name`).
const NO_PARAMETERS: &[&str] = &["accept", "authorization", "content-type"];

/// A parameter without its name in Rust.
struct Sketch {
    wire: String,
    at: Pointer,
    place: Place,
    style: ParameterStyle,
    ty: TypeRef,
    required: bool,
    description: String,
    deprecated: bool,
}

/// The parameters of an operation, required ones first: those of the path in its order, then the others by name,
/// so that the order of the function's arguments does not hang on the order of the document.
pub(super) fn lower(context: &mut Context<'_>, found: &Found, has_body: bool) -> Vec<Parameter> {
    let template = template_names(&found.path);
    let mut sketches = declared(context, found);
    reconcile_with_path(context, found, &template, &mut sketches);
    sketches.sort_by(|left, right| order(left, &template).cmp(&order(right, &template)));
    named(sketches, has_body)
}

fn order<'a>(sketch: &'a Sketch, template: &[String]) -> (usize, usize, &'a str) {
    match (sketch.place, sketch.required) {
        (Place::Path, _) => (
            0,
            template
                .iter()
                .position(|name| *name == sketch.wire)
                .unwrap_or(usize::MAX),
            "",
        ),
        (_, true) => (1, 0, &sketch.wire),
        (_, false) => (2, 0, ""),
    }
}

fn named(sketches: Vec<Sketch>, has_body: bool) -> Vec<Parameter> {
    let texts: Vec<String> = sketches.iter().map(wanted_name).collect();
    let wanted: Vec<_> = texts
        .iter()
        .zip(&sketches)
        .map(|(text, sketch)| Wanted {
            text,
            deprecated: sketch.deprecated,
        })
        .collect();
    let mut scope = Scope::with_reserved(RESERVED);
    if has_body {
        let _body = scope.claim(Case::Value, "body");
    }
    let names = scope.claim_all(Case::Value, &wanted);
    sketches
        .into_iter()
        .zip(names)
        .map(|(sketch, name)| sketch.into_parameter(name))
        .collect()
}

fn wanted_name(sketch: &Sketch) -> String {
    let reserved =
        RESERVED.contains(&crate::names::snake(&crate::names::split(&sketch.wire)).as_str());
    if reserved {
        format!("{} parameter", sketch.wire)
    } else {
        sketch.wire.clone()
    }
}

impl Sketch {
    fn into_parameter(self, name: crate::names::Identifier) -> Parameter {
        Parameter {
            name,
            wire: self.wire,
            place: self.place,
            style: self.style,
            ty: self.ty,
            required: self.required,
            description: self.description,
            deprecated: self.deprecated,
        }
    }
}

/// The parameters of the operation, and those of its path item that it does not override.
fn declared(context: &mut Context<'_>, found: &Found) -> Vec<Sketch> {
    let mut sketches: Vec<Sketch> = Vec::new();
    for list in [found.at.child("parameters"), found.item.child("parameters")] {
        let length = context
            .document
            .value(&list)
            .and_then(Value::as_array)
            .map_or(0, Vec::len);
        for place in 0..length {
            let Some(sketch) = sketch(context, &list.index(place)) else {
                continue;
            };
            if !sketches
                .iter()
                .any(|known| (&known.wire, known.place) == (&sketch.wire, sketch.place))
            {
                sketches.push(sketch);
            }
        }
    }
    sketches
}

fn sketch(context: &mut Context<'_>, at: &Pointer) -> Option<Sketch> {
    let at = context.resolve(at)?;
    let node: Node = context.node(&at)?;
    let (place, data, style) = match node {
        Node::Path {
            parameter_data,
            style,
        } => (Place::Path, parameter_data, path_style(&style)),
        Node::Query {
            parameter_data,
            style,
            allow_reserved,
            ..
        } => (
            Place::Query,
            parameter_data,
            ParameterStyle {
                allow_reserved,
                ..query_style(&style)
            },
        ),
        Node::Header {
            parameter_data,
            style: HeaderStyle::Simple,
        } => (Place::Header, parameter_data, ParameterStyle::default()),
        Node::Cookie {
            parameter_data,
            style: CookieStyle::Form,
        } => (Place::Cookie, parameter_data, ParameterStyle::default()),
    };
    if place == Place::Header && NO_PARAMETERS.contains(&data.name.to_ascii_lowercase().as_str()) {
        context.report(
            &HEADER_PARAMETER_IGNORED,
            format!("header `{}` is no parameter", data.name),
            &at,
        );
        return None;
    }
    Some(of_data(context, at, place, data, &style))
}

fn of_data(
    context: &mut Context<'_>,
    at: Pointer,
    place: Place,
    data: ParameterData,
    style: &ParameterStyle,
) -> Sketch {
    let (ty, json) = match &data.format {
        ParameterSchemaOrContent::Schema(schema) => (type_of(context, &child(schema)).ty, false),
        ParameterSchemaOrContent::Content(content) => {
            let schema = content
                .values()
                .next()
                .and_then(|media_type| media_type.schema.as_ref())
                .map(child);
            (
                schema.map_or(TypeRef::Json, |schema| type_of(context, &schema).ty),
                true,
            )
        }
    };
    Sketch {
        wire: data.name,
        at,
        place,
        style: ParameterStyle {
            explode: data.explode,
            json,
            ..style.clone()
        },
        ty,
        required: data.required || place == Place::Path,
        description: data.description.unwrap_or_default(),
        deprecated: data.deprecated.unwrap_or_default(),
    }
}

fn path_style(style: &PathStyle) -> ParameterStyle {
    let style = match style {
        PathStyle::Simple => None,
        PathStyle::Matrix => Some("Matrix"),
        PathStyle::Label => Some("Label"),
    };
    ParameterStyle {
        style,
        ..ParameterStyle::default()
    }
}

fn query_style(style: &QueryStyle) -> ParameterStyle {
    let style = match style {
        QueryStyle::Form => None,
        QueryStyle::SpaceDelimited => Some("SpaceDelimited"),
        QueryStyle::PipeDelimited => Some("PipeDelimited"),
        QueryStyle::DeepObject => Some("DeepObject"),
    };
    ParameterStyle {
        style,
        ..ParameterStyle::default()
    }
}

/// The names in the braces of a path template.
fn template_names(path: &str) -> Vec<String> {
    let parts = path
        .split('{')
        .skip(1)
        .filter_map(|part| part.split_once('}'));
    let mut seen = HashSet::new();
    parts
        .map(|(name, _)| name.to_owned())
        .filter(|name| seen.insert(name.clone()))
        .collect()
}

/// Lets the declared path parameters and those of the template agree.
fn reconcile_with_path(
    context: &mut Context<'_>,
    found: &Found,
    template: &[String],
    sketches: &mut Vec<Sketch>,
) {
    sketches.retain(|sketch| {
        let used = sketch.place != Place::Path || template.contains(&sketch.wire);
        if !used {
            context.report(
                &PATH_PARAMETER_UNUSED,
                format!("the path `{}` has no `{{{}}}`", found.path, sketch.wire),
                &sketch.at,
            );
        }
        used
    });
    for name in template {
        if !sketches
            .iter()
            .any(|sketch| sketch.place == Place::Path && sketch.wire == *name)
        {
            context.report(
                &PATH_PARAMETER_UNDECLARED,
                format!("`{{{name}}}` of the path `{}` is not declared", found.path),
                &found.at,
            );
            sketches.push(undeclared(name, &found.at));
        }
    }
}

fn undeclared(name: &str, at: &Pointer) -> Sketch {
    Sketch {
        wire: name.to_owned(),
        at: at.clone(),
        place: Place::Path,
        style: ParameterStyle::default(),
        ty: TypeRef::Scalar(Scalar::String),
        required: true,
        description: String::new(),
        deprecated: false,
    }
}
