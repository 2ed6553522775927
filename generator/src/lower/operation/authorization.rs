//! `Authorization` as a parameter: OpenAPI 3.0.3, Parameter Object, has such a definition ignored, as security schemes tell
//! how to authenticate. Where none does, the parameter is all there is.

use serde_json::Value;

use super::discovery::Found;
use crate::diagnostics::Pointer;
use crate::ir::{ApiKeyPlace, SchemeKind, SecurityScheme};
use crate::lower::context::Context;
use crate::names::{Case, Scope};

const HEADER: &str = "Authorization";

/// Adds a scheme for the parameter, if operations declare it and no scheme has the header.
pub(super) fn add_scheme(context: &mut Context<'_>, found: &[Found]) {
    let has_header = |scheme: &SecurityScheme| match &scheme.kind {
        SchemeKind::Basic | SchemeKind::Bearer => true,
        SchemeKind::ApiKey { place, wire } => {
            *place == ApiKeyPlace::Header && wire.eq_ignore_ascii_case(HEADER)
        }
    };
    if context.schemes.iter().any(has_header) {
        return;
    }
    let Some(at) = found.iter().find_map(|found| declared(context, found)) else {
        return;
    };
    let is_taken = |wire: &str| context.schemes.iter().any(|scheme| scheme.wire == wire);
    let mut wire = HEADER.to_owned();
    while is_taken(&wire) {
        wire.push_str(" header");
    }
    let mut methods = Scope::new();
    for scheme in &context.schemes {
        methods.claim(Case::Function, scheme.method.as_str());
    }
    let method = methods.claim(Case::Function, HEADER);
    let description = context
        .document
        .value(&at.child("description"))
        .and_then(Value::as_str);
    context.schemes.push(SecurityScheme {
        method,
        kind: SchemeKind::ApiKey {
            place: ApiKeyPlace::Header,
            wire: HEADER.to_owned(),
        },
        description: description.unwrap_or_default().to_owned(),
        origin: at,
        wire: wire.clone(),
    });
    context.authorization = Some(wire);
}

/// `alternatives` with the credential that the parameter of an operation carries: together with those of each alternative,
/// or alone.
pub(super) fn with_credential(
    context: &Context<'_>,
    found: &Found,
    alternatives: Option<Vec<Vec<String>>>,
) -> Option<Vec<Vec<String>>> {
    let Some(wire) = &context.authorization else {
        return alternatives;
    };
    if declared(context, found).is_none() {
        return alternatives;
    }
    let others = alternatives.unwrap_or_else(|| context.security.clone());
    let together = others.iter().map(|schemes| {
        let mut schemes = schemes.clone();
        schemes.push(wire.clone());
        schemes
    });
    let mut all: Vec<Vec<String>> = together.collect();
    all.push(vec![wire.clone()]);
    all.extend(others);
    all.dedup();
    Some(all)
}

/// Where an operation or its path declares the parameter.
fn declared(context: &Context<'_>, found: &Found) -> Option<Pointer> {
    [&found.at, &found.item].into_iter().find_map(|holder| {
        let list = holder.child("parameters");
        let count = context.document.value(&list)?.as_array()?.len();
        let mut places =
            (0..count).filter_map(|place| context.document.resolve(&list.index(place)).0);
        places.find(|at| is_header(context, at))
    })
}

fn is_header(context: &Context<'_>, at: &Pointer) -> bool {
    let text = |key: &str| {
        context
            .document
            .value(&at.child(key))
            .and_then(Value::as_str)
    };
    let named = |name: &str| name.eq_ignore_ascii_case(HEADER);
    text("in") == Some("header") && text("name").is_some_and(named)
}
