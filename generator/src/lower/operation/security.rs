//! Ways to authenticate.

use serde_json::Value;

use super::authorization::with_credential;
use super::discovery::Found;
use super::scheme::scheme;
use crate::diagnostics::Pointer;
use crate::ir::{SchemeKind, SecurityScheme};
use crate::lower::codes::SECURITY_UNDECLARED;
use crate::lower::context::Context;
use crate::lower::shapes::{items, keys};
use crate::names::{Case, Scope};

/// Methods of the client's builder that are taken.
const RESERVED: &[&str] = &[
    "allow_http",
    "attempt_timeout",
    "base_url",
    "body_limit",
    "build",
    "clone",
    "configure_http",
    "connect_timeout",
    "credential",
    "fmt",
    "from_env",
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
    let mut kinds: Vec<Unnamed> = Vec::new();
    for name in keys(context, &at, "`securitySchemes`") {
        let at = at.child(name);
        if let Some((kind, description)) = scheme(context, &at) {
            kinds.push((name.to_owned(), kind, description, at));
        }
    }
    named(kinds)
}

/// Name, kind, description and place of a scheme.
type Unnamed = (String, SchemeKind, String, Pointer);

/// A scheme is called by its kind, or by its own name where there are several of a kind.
fn named(kinds: Vec<Unnamed>) -> Vec<SecurityScheme> {
    let alike = |kind: &SchemeKind| {
        kinds
            .iter()
            .filter(|(_, other, ..)| method_name(other) == method_name(kind))
            .count()
    };
    let texts: Vec<&str> = kinds
        .iter()
        .map(|(name, kind, ..)| {
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
        .map(
            |((wire, kind, description, origin), method)| SecurityScheme {
                wire,
                method,
                kind,
                description,
                origin,
            },
        )
        .collect()
}

fn method_name(kind: &SchemeKind) -> &'static str {
    match kind {
        SchemeKind::Basic => "basic_auth",
        SchemeKind::Bearer => "bearer_token",
        SchemeKind::ApiKey { .. } => "api_key",
    }
}

/// What an operation says of security, where that is not what the API says.
pub(super) fn of_operation(context: &mut Context<'_>, found: &Found) -> Option<Vec<Vec<String>>> {
    let at = found.at.child("security");
    let said = context.document.value(&at).filter(|said| !said.is_null());
    let own = said.is_some().then(|| alternatives(context, &at));
    with_credential(context, found, own)
}

/// The alternatives of schemes that go together (OpenAPI 3.0.3, Security Requirement Object) listed at `at`; those
/// with a scheme that the client cannot use are left out.
pub(super) fn alternatives(context: &mut Context<'_>, at: &Pointer) -> Vec<Vec<String>> {
    let mut alternatives = Vec::new();
    for at in items(context, at, "`security`") {
        let names = requirement(context, &at);
        report_undeclared(context, &names, &at);
        let is_usable = |name: &String| context.schemes.iter().any(|scheme| scheme.wire == *name);
        if names.iter().all(is_usable) {
            alternatives.push(names);
        }
    }
    alternatives
}

/// The schemes of one alternative; a scheme may be named without the scopes that belong behind it.
fn requirement(context: &mut Context<'_>, at: &Pointer) -> Vec<String> {
    if let Some(Value::String(name)) = context.document.value(at) {
        return vec![name.clone()];
    }
    let names = keys(context, at, "this security requirement");
    names.into_iter().map(str::to_owned).collect()
}

fn report_undeclared(context: &mut Context<'_>, names: &[String], at: &Pointer) {
    let declared = Pointer::root().child("components").child("securitySchemes");
    for name in names {
        if context.document.value(&declared.child(name)).is_none() {
            context.report(
                &SECURITY_UNDECLARED,
                format!("`{name}` is not declared; the client cannot authenticate with it"),
                &at.child(name),
            );
        }
    }
}
