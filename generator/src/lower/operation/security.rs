//! How clients authenticate (OpenAPI 3.0.3, Security Scheme Object, Security Requirement Object), also by parameters
//! that carry credentials.

use serde_json::Value;

use super::described::AUTHORIZATION;
use super::discovery::Found;
use crate::catalog::Location;
use crate::codes::lower::{SECURITY_REPAIRED, SECURITY_UNDECLARED, SECURITY_UNSUPPORTED};
use crate::diagnostics::Pointer;
use crate::ir::{ApiKeyPlace, SchemeKind, SecurityScheme};
use crate::lower::context::Context;
use crate::lower::shapes::{items, keys};
use crate::names::{Case, Scope};
use crate::normalize::is_token;

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

/// Returns the schemes that the document declares.
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

/// Returns what an operation says of security, where that is not what the API says.
pub(super) fn of_operation(context: &mut Context<'_>, found: &Found) -> Option<Vec<Vec<String>>> {
    let at = found.operation.at.child("security");
    let said = context.document.value(&at).filter(|said| !said.is_null());
    let own = said.is_some().then(|| alternatives(context, &at));
    with_credential(context, found, own)
}

/// Returns the alternatives of schemes that go together (OpenAPI 3.0.3, Security Requirement Object) listed at `at`;
/// those with a scheme that the client cannot use are left out.
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

/// Returns the schemes of one alternative; a scheme may be named without the scopes that belong behind it.
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
                format!("security scheme `{name}` is not declared"),
                &at.child(name),
            );
        }
    }
}

/// Returns the scheme that `at` leads to and its description; one that a client cannot use is noted.
pub(super) fn scheme(context: &mut Context<'_>, at: &Pointer) -> Option<(SchemeKind, String)> {
    let at = context.resolve_or(at, "the scheme is ignored")?;
    let words = Words::read(context, &at);
    let kind = match words.kind.as_str() {
        "http" => of_http(&words.scheme),
        "apikey" => api_key(context, &at),
        "oauth2" | "openidconnect" => Some(SchemeKind::Bearer),
        other => of_other(context, &at, other),
    };
    if kind.is_none() {
        let message = format!("{words} is not supported");
        context.report(&SECURITY_UNSUPPORTED, message, &at);
    }
    Some((kind?, words.description))
}

/// What a scheme says of itself.
struct Words {
    kind: String,
    scheme: String,
    description: String,
}

impl Words {
    fn read(context: &Context<'_>, at: &Pointer) -> Self {
        let text = |key| text(context, at, key);
        Self {
            kind: text("type").to_ascii_lowercase(),
            scheme: text("scheme").to_ascii_lowercase(),
            description: text("description"),
        }
    }
}

impl std::fmt::Display for Words {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match (self.kind.as_str(), self.scheme.as_str()) {
            ("", _) => write!(formatter, "a security scheme without `type`"),
            ("http", "") => write!(formatter, "HTTP authentication without `scheme`"),
            ("http", scheme) => write!(formatter, "HTTP authentication `{scheme}`"),
            ("apikey", _) => write!(formatter, "an API key without a valid `name`"),
            (kind, _) => write!(formatter, "a security scheme of type `{kind}`"),
        }
    }
}

fn text(context: &Context<'_>, at: &Pointer, key: &str) -> String {
    let text = context
        .document
        .value(&at.child(key))
        .and_then(Value::as_str);
    text.unwrap_or_default().trim().to_owned()
}

fn of_http(scheme: &str) -> Option<SchemeKind> {
    match scheme {
        "basic" => Some(SchemeKind::Basic),
        "bearer" => Some(SchemeKind::Bearer),
        _ => None,
    }
}

/// A key without a place is a header, as most are.
fn api_key(context: &mut Context<'_>, at: &Pointer) -> Option<SchemeKind> {
    let wire = text(context, at, "name");
    if wire.is_empty() {
        return None;
    }
    let place = match text(context, at, "in").to_ascii_lowercase().as_str() {
        "query" => ApiKeyPlace::Query,
        "cookie" => ApiKeyPlace::Cookie,
        "header" => ApiKeyPlace::Header,
        other => {
            let message = match other {
                "" => "this API key has no `in`".to_owned(),
                other => format!("unknown `in` of an API key: `{other}`"),
            };
            context.report_with_note(&SECURITY_REPAIRED, message, "it is sent in a header", at);
            ApiKeyPlace::Header
        }
    };
    let is_sendable = place != ApiKeyPlace::Header || is_token(&wire);
    is_sendable.then_some(SchemeKind::ApiKey { place, wire })
}

/// Swagger 2.0 has `type: basic`; others write the scheme in its place.
fn of_other(context: &mut Context<'_>, at: &Pointer, kind: &str) -> Option<SchemeKind> {
    let read = of_http(kind)?;
    let message = format!("unknown security scheme type `{kind}`");
    let note = format!("it is read as `type: http` with `scheme: {kind}`");
    context.report_with_note(&SECURITY_REPAIRED, message, note, &at.child("type"));
    Some(read)
}

/// Adds a security scheme for the parameter if an operation declares it and no scheme uses the header.
pub(super) fn add_scheme(context: &mut Context<'_>, found: &[Found]) {
    let has_header = |scheme: &SecurityScheme| match &scheme.kind {
        SchemeKind::Basic | SchemeKind::Bearer => true,
        SchemeKind::ApiKey { place, wire } => {
            *place == ApiKeyPlace::Header && wire.eq_ignore_ascii_case(AUTHORIZATION)
        }
    };
    if context.schemes.iter().any(has_header) {
        return;
    }
    let Some(at) = found.iter().find_map(|found| declared(context, found)) else {
        return;
    };
    let is_taken = |wire: &str| context.schemes.iter().any(|scheme| scheme.wire == wire);
    let mut wire = AUTHORIZATION.to_owned();
    while is_taken(&wire) {
        wire.push_str(" header");
    }
    let mut methods = Scope::new();
    for scheme in &context.schemes {
        methods.claim(Case::Function, scheme.method.as_str());
    }
    let method = methods.claim(Case::Function, AUTHORIZATION);
    let description = context
        .document
        .value(&at.child("description"))
        .and_then(Value::as_str);
    context.schemes.push(SecurityScheme {
        method,
        kind: SchemeKind::ApiKey {
            place: ApiKeyPlace::Header,
            wire: AUTHORIZATION.to_owned(),
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

/// Returns where an operation or its path declares the parameter.
fn declared(context: &Context<'_>, found: &Found) -> Option<Pointer> {
    let mut places = found.operation.parameters.unusable.iter();
    places.find(|at| is_header(context, at)).cloned()
}

fn is_header(context: &Context<'_>, at: &Pointer) -> bool {
    let text = |key: &str| {
        context
            .document
            .value(&at.child(key))
            .and_then(Value::as_str)
    };
    let named = |name: &str| name.eq_ignore_ascii_case(AUTHORIZATION);
    let location = text("in").and_then(Location::read);
    location == Some(Location::Header) && text("name").is_some_and(named)
}
