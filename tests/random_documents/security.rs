//! Security Schemes, and which are required.

use serde_json::{Map, Value, json};

use super::context::{Context, Dialect};
use super::table::map;
use super::texts;

/// Security Requirement Objects.
pub(super) fn requirements(context: &mut Context<'_>) -> Value {
    let count = context.choices.below(3);
    (0..count).map(|_| requirement(context)).collect()
}

fn requirement(context: &mut Context<'_>) -> Value {
    let names: Vec<String> = context
        .choices
        .some(&context.components.security, 50)
        .into_iter()
        .cloned()
        .collect();
    let scopes = |name| (name, json!(texts::names(&mut context.choices, 1)));
    names.into_iter().map(scopes).collect::<Map<_, _>>().into()
}

/// Schemes to require.
pub(super) fn components(context: &mut Context<'_>) -> Value {
    map(context.components.security.clone(), context, scheme)
}

fn scheme(context: &mut Context<'_>) -> Value {
    match context.choices.below(6) {
        0 => key(context),
        1 if context.dialect == Dialect::Swagger2 => json!({ "type": "basic" }),
        1 => json!({ "type": "http", "scheme": "basic", "description": texts::text(context) }),
        _ if context.dialect == Dialect::Swagger2 => key(context),
        2 => json!({ "type": "http", "scheme": "bearer", "bearerFormat": texts::word(context) }),
        3 => json!({ "type": "http", "scheme": "digest" }),
        4 => {
            json!({ "type": "oauth2", "flows": { "clientCredentials": { "tokenUrl": "https://a.example", "scopes": {} } } })
        }
        _ => json!({ "type": "openIdConnect", "openIdConnectUrl": texts::address(context) }),
    }
}

fn key(context: &mut Context<'_>) -> Value {
    let places: &[&str] = match context.dialect {
        Dialect::Swagger2 => &["header", "query"],
        Dialect::OpenApi30 | Dialect::OpenApi31 => &["header", "query", "cookie"],
    };
    json!({ "type": "apiKey", "in": context.choices.one(places), "name": texts::word(context) })
}
