//! One Security Scheme Object (OpenAPI 3.0.3), read word by word: only a few of them matter to a client.

use serde_json::Value;

use super::described::is_token;
use crate::diagnostics::Pointer;
use crate::ir::{ApiKeyPlace, SchemeKind};
use crate::lower::codes::{SECURITY_MENDED, SECURITY_UNSUPPORTED};
use crate::lower::context::Context;

/// The scheme that `at` leads to and its description; one that a client cannot use is noted.
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
        let message = format!("{words} is not supported; the scheme is ignored");
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
                "" => "an API key without `in` is sent in a header".to_owned(),
                other => format!("unknown `in` of an API key: `{other}`; it is sent in a header"),
            };
            context.report(&SECURITY_MENDED, message, at);
            ApiKeyPlace::Header
        }
    };
    let is_sendable = place != ApiKeyPlace::Header || is_token(&wire);
    is_sendable.then_some(SchemeKind::ApiKey { place, wire })
}

/// Swagger 2.0 has `type: basic`; others write the scheme in its place.
fn of_other(context: &mut Context<'_>, at: &Pointer, kind: &str) -> Option<SchemeKind> {
    let read = of_http(kind)?;
    let message = format!("`type: {kind}` is read as `type: http` with `scheme: {kind}`");
    context.report(&SECURITY_MENDED, message, &at.child("type"));
    Some(read)
}
