//! `Authorization` header parameters. OpenAPI 3.0.3, Parameter Object, says to ignore them, since security schemes describe
//! authentication. If no scheme uses the header, the parameter becomes one.

use serde_json::Value;

use super::described::parameter_places;
use super::discovery::Found;
use crate::diagnostics::Pointer;
use crate::ir::{ApiKeyPlace, SchemeKind, SecurityScheme};
use crate::lower::context::Context;
use crate::names::{Case, Scope};

const HEADER: &str = "Authorization";

/// Adds a security scheme for the parameter if an operation declares it and no scheme uses the header.
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

/// Adds the credential of the operation's parameter to `alternatives`: to each of them, and on its own.
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
    let holders = [&found.at, &found.item].into_iter();
    let mut places = holders.flat_map(|holder| parameter_places(context.document, holder));
    places.find(|at| is_header(context, at))
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
