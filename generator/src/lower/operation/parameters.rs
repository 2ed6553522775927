//! Parameters of an operation, and how they are written (OpenAPI 3.0.3, Parameter Object, Style Values).

use std::rc::Rc;

use hashbrown::HashMap;
use openapiv3::{
    CookieStyle, HeaderStyle, Parameter as ParameterNode, ParameterData, PathStyle, QueryStyle,
};

use super::described::{Described, described};
use super::discovery::Found;
use super::naming::given_to;
use crate::ir::{Items, Location, Parameter, ParameterStyle, Style};
use crate::lower::context::Context;
use crate::names::{Case, Scope, Wanted};
use crate::normalize;
use crate::settings::OperationNames;

/// Methods that every operation has, so that no parameter can be called the same.
const RESERVED: &[&str] = &[
    "attempt_timeout",
    "body_limit",
    "clone",
    "decode_as",
    "fmt",
    "from",
    "header",
    "into",
    "into_future",
    "new",
    "raw",
    "retry",
    "send",
    "timeout",
];

/// Returns the parameters of an operation, required ones first: those of the path in its order, then the others by
/// name, so that the order of the function's arguments does not hang on the order of the document.
pub(super) fn lower(context: &mut Context<'_>, found: &Found, has_body: bool) -> Vec<Parameter> {
    let mut drafts = described_all(context, found);
    let template = found.operation.template.names.iter().flatten();
    let places: HashMap<&str, usize> = template
        .enumerate()
        .map(|(place, name)| (name.as_str(), place))
        .collect();
    drafts.sort_by(|left, right| order(left, &places).cmp(&order(right, &places)));
    named(drafts, has_body, given_to(context, found))
}

fn order<'a>(draft: &'a Described, template: &HashMap<&str, usize>) -> (usize, usize, &'a str) {
    match (draft.location, draft.required) {
        (Location::Path, _) => {
            let place = template.get(draft.wire.as_str()).copied();
            (0, place.unwrap_or(usize::MAX), "")
        }
        (_, true) => (1, 0, &draft.wire),
        (_, false) => (2, 0, ""),
    }
}

fn named(
    drafts: Vec<Rc<Described>>,
    has_body: bool,
    given: Option<&OperationNames>,
) -> Vec<Parameter> {
    let given = |draft: &Described| given?.parameters.get(&draft.wire);
    let texts: Vec<String> = drafts.iter().map(|draft| wanted_name(draft)).collect();
    let wanted: Vec<_> = texts
        .iter()
        .zip(&drafts)
        .map(|(text, draft)| Wanted {
            text,
            deprecated: draft.deprecated,
            given: given(draft).map(String::as_str),
        })
        .collect();
    let mut scope = Scope::with_reserved(RESERVED);
    if has_body {
        let _body = scope.claim(Case::Value, "body");
    }
    let names = scope.claim_all(Case::Value, &wanted);
    drafts
        .into_iter()
        .zip(names)
        .map(|(draft, name)| draft.parameter(name))
        .collect()
}

fn wanted_name(draft: &Described) -> String {
    let reserved =
        RESERVED.contains(&crate::names::snake(&crate::names::split(&draft.wire)).as_str());
    if reserved {
        format!("{} parameter", draft.wire)
    } else {
        draft.wire.clone()
    }
}

/// Returns the parameters of the operation. What is said of those that cannot be sent is read too, to report it.
fn described_all(context: &mut Context<'_>, found: &Found) -> Vec<Rc<Described>> {
    let parameters = &found.operation.parameters;
    for at in &parameters.unusable {
        let _unusable = described(context, at);
    }
    let listed = parameters.listed.iter();
    listed
        .filter_map(|parameter| describe(context, parameter))
        .collect()
}

fn describe(context: &mut Context<'_>, parameter: &normalize::Parameter) -> Option<Rc<Described>> {
    let normalize::Parameter { at, name, .. } = parameter;
    let known = if parameter.is_declared {
        described(context, at)
    } else {
        None
    };
    let described = match (known, parameter.location) {
        (Some(known), _) => known,
        (None, Location::Path) => Rc::new(Described::undeclared(name, at)),
        (None, Location::Query) if !parameter.is_declared => {
            Rc::new(Described::undeclared_query(name, at))
        }
        (None, _) => return None,
    };
    let is_as_described = described.wire == *name && !parameter.is_spanning;
    Some(if is_as_described {
        described
    } else {
        Rc::new(described.in_path(name, parameter.is_spanning))
    })
}

/// Returns where a parameter goes, what is said of it, and its style where that is not the default.
pub(super) fn location_and_style(
    parameter: ParameterNode,
) -> (Location, ParameterData, ParameterStyle) {
    match parameter {
        ParameterNode::Path {
            parameter_data,
            style,
        } => (Location::Path, parameter_data, style_named(of_path(&style))),
        ParameterNode::Query {
            parameter_data,
            style,
            allow_reserved,
            ..
        } => (
            Location::Query,
            parameter_data,
            ParameterStyle {
                allow_reserved,
                ..style_named(of_query(&style))
            },
        ),
        ParameterNode::Header {
            parameter_data,
            style: HeaderStyle::Simple,
        } => (Location::Header, parameter_data, style_named(None)),
        ParameterNode::Cookie {
            parameter_data,
            style: CookieStyle::Form,
        } => (Location::Cookie, parameter_data, style_named(None)),
    }
}

fn style_named(style: Option<Style>) -> ParameterStyle {
    ParameterStyle {
        style,
        ..ParameterStyle::default()
    }
}

fn of_path(style: &PathStyle) -> Option<Style> {
    match style {
        PathStyle::Simple => None,
        PathStyle::Matrix => Some(Style::Matrix),
        PathStyle::Label => Some(Style::Label),
    }
}

fn of_query(style: &QueryStyle) -> Option<Style> {
    match style {
        QueryStyle::Form => None,
        QueryStyle::SpaceDelimited => Some(Style::SpaceDelimited),
        QueryStyle::PipeDelimited => Some(Style::PipeDelimited),
        QueryStyle::DeepObject => Some(Style::DeepObject(Items::default())),
    }
}
