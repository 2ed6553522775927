//! Ways to authenticate.

use openapiv3::{APIKeyLocation, Operation, SecurityScheme as Node};
use serde_json::Value;

use super::discovery::Found;
use crate::diagnostics::Pointer;
use crate::ir::{ApiKeyPlace, SchemeKind, SecurityScheme};
use crate::lower::codes::{SECURITY_UNDECLARED, SECURITY_UNSUPPORTED};
use crate::lower::context::Context;
use crate::names::{Case, Scope};

/// Methods of the client's builder that are taken.
const RESERVED: &[&str] = &[
    "allow_http",
    "attempt_timeout",
    "base_url",
    "body_limit",
    "build",
    "clone",
    "connect_timeout",
    "credential",
    "fmt",
    "header",
    "http_client",
    "new",
    "retry",
    "timeout",
    "user_agent",
];

/// The schemes that the document declares.
pub(super) fn schemes(context: &mut Context<'_>) -> Vec<SecurityScheme> {
    let at = Pointer::root().child("components").child("securitySchemes");
    let document = context.document;
    let Some(members) = document.value(&at).and_then(Value::as_object) else {
        return Vec::new();
    };
    let mut kinds: Vec<(String, SchemeKind, String)> = Vec::new();
    for name in members.keys().filter(|name| !name.starts_with("x-")) {
        if let Some((kind, description)) = scheme(context, &at.child(name)) {
            kinds.push((name.clone(), kind, description));
        }
    }
    named(kinds)
}

/// A scheme is called by its kind, or by its own name where there are several of a kind.
fn named(kinds: Vec<(String, SchemeKind, String)>) -> Vec<SecurityScheme> {
    let alike = |kind: &SchemeKind| {
        kinds
            .iter()
            .filter(|(_, other, _)| method_name(other) == method_name(kind))
            .count()
    };
    let texts: Vec<&str> = kinds
        .iter()
        .map(|(name, kind, _)| {
            if alike(kind) == 1 {
                method_name(kind)
            } else {
                name.as_str()
            }
        })
        .collect();
    let methods = Scope::with_reserved(RESERVED).claim_each(Case::Function, &texts);
    let named = kinds.into_iter().zip(methods);
    named
        .map(|((wire, kind, description), method)| SecurityScheme {
            wire,
            method,
            kind,
            description,
        })
        .collect()
}

fn method_name(kind: &SchemeKind) -> &'static str {
    match kind {
        SchemeKind::Basic => "basic_auth",
        SchemeKind::Bearer => "bearer_token",
        SchemeKind::ApiKey { .. } => "api_key",
    }
}

fn scheme(context: &mut Context<'_>, at: &Pointer) -> Option<(SchemeKind, String)> {
    let at = context.resolve(at)?;
    let node: Node = context.node(&at)?;
    let (kind, description) = match node {
        Node::HTTP {
            scheme,
            description,
            ..
        } if scheme.eq_ignore_ascii_case("basic") => (SchemeKind::Basic, description),
        Node::HTTP {
            scheme,
            description,
            ..
        } if scheme.eq_ignore_ascii_case("bearer") => (SchemeKind::Bearer, description),
        Node::HTTP { scheme, .. } => {
            context.report(
                &SECURITY_UNSUPPORTED,
                format!("HTTP authentication `{scheme}` is not supported"),
                &at.child("scheme"),
            );
            return None;
        }
        Node::APIKey {
            location,
            name,
            description,
            ..
        } => (
            SchemeKind::ApiKey {
                place: place(&location),
                wire: name,
            },
            description,
        ),
        Node::OAuth2 { description, .. } | Node::OpenIDConnect { description, .. } => {
            (SchemeKind::Bearer, description)
        }
    };
    Some((kind, description.unwrap_or_default()))
}

fn place(location: &APIKeyLocation) -> ApiKeyPlace {
    match location {
        APIKeyLocation::Header => ApiKeyPlace::Header,
        APIKeyLocation::Query => ApiKeyPlace::Query,
        APIKeyLocation::Cookie => ApiKeyPlace::Cookie,
    }
}

/// What an operation says of security, where that is not what the API says.
pub(super) fn of_operation(
    context: &mut Context<'_>,
    found: &Found,
    node: &Operation,
) -> Option<Vec<Vec<String>>> {
    node.security.as_ref()?;
    Some(alternatives(context, &found.at.child("security")))
}

/// The alternatives of schemes that go together (OpenAPI 3.0.3, Security Requirement Object) listed at `at`; those
/// with a scheme that the client cannot use are left out.
pub(in crate::lower) fn alternatives(context: &mut Context<'_>, at: &Pointer) -> Vec<Vec<String>> {
    let document = context.document;
    let listed = document
        .value(at)
        .and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default();
    let mut alternatives = Vec::new();
    for (place, requirement) in listed.iter().enumerate() {
        let names: Vec<String> = requirement
            .as_object()
            .into_iter()
            .flat_map(|schemes| schemes.keys().cloned())
            .collect();
        report_undeclared(context, &names, &at.index(place));
        if names
            .iter()
            .all(|name| context.schemes.iter().any(|scheme| scheme.wire == *name))
        {
            alternatives.push(names);
        }
    }
    alternatives
}

fn report_undeclared(context: &mut Context<'_>, names: &[String], at: &Pointer) {
    let declared = Pointer::root().child("components").child("securitySchemes");
    for name in names {
        if context.document.value(&declared.child(name)).is_none() {
            context.report(
                &SECURITY_UNDECLARED,
                format!("`{name}` is not declared"),
                &at.child(name),
            );
        }
    }
}
