//! How parameters are written (OpenAPI 3.0.3, Parameter Object, Style Values).

use openapiv3::{CookieStyle, HeaderStyle, Parameter, ParameterData, PathStyle, QueryStyle};

use crate::ir::{ParameterStyle, Place};

/// Where a parameter goes, what is said of it, and its style where that is not the default.
pub(super) fn of(parameter: Parameter) -> (Place, ParameterData, ParameterStyle) {
    match parameter {
        Parameter::Path {
            parameter_data,
            style,
        } => (Place::Path, parameter_data, named(of_path(&style))),
        Parameter::Query {
            parameter_data,
            style,
            allow_reserved,
            ..
        } => (
            Place::Query,
            parameter_data,
            ParameterStyle {
                allow_reserved,
                ..named(of_query(&style))
            },
        ),
        Parameter::Header {
            parameter_data,
            style: HeaderStyle::Simple,
        } => (Place::Header, parameter_data, named(None)),
        Parameter::Cookie {
            parameter_data,
            style: CookieStyle::Form,
        } => (Place::Cookie, parameter_data, named(None)),
    }
}

fn named(style: Option<&'static str>) -> ParameterStyle {
    ParameterStyle {
        style,
        ..ParameterStyle::default()
    }
}

fn of_path(style: &PathStyle) -> Option<&'static str> {
    match style {
        PathStyle::Simple => None,
        PathStyle::Matrix => Some("Matrix"),
        PathStyle::Label => Some("Label"),
    }
}

fn of_query(style: &QueryStyle) -> Option<&'static str> {
    match style {
        QueryStyle::Form => None,
        QueryStyle::SpaceDelimited => Some("SpaceDelimited"),
        QueryStyle::PipeDelimited => Some("PipeDelimited"),
        QueryStyle::DeepObject => Some(ParameterStyle::DEEP_OBJECT),
    }
}
