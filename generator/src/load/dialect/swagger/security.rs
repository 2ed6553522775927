//! Security schemes.

use serde_json::{Map, Value, json};

use super::context::{Context, MovedNode};
use crate::codes::swagger::SECURITY_INVALID;
use crate::load::plain;

/// Flows by their old and new name, with the URLs that they need.
const FLOWS: &[(&str, &str, &[&str])] = &[
    ("implicit", "implicit", &["authorizationUrl"]),
    ("password", "password", &["tokenUrl"]),
    ("application", "clientCredentials", &["tokenUrl"]),
    (
        "accessCode",
        "authorizationCode",
        &["authorizationUrl", "tokenUrl"],
    ),
];

/// Returns a security scheme (Swagger 2.0, Security Scheme Object) as one of OpenAPI 3.0.
///
/// One whose type is unknown becomes HTTP authentication of that name, so that it stays declared.
pub(super) fn upgrade(context: &mut Context<'_>, value: Value, spot: &MovedNode) -> Value {
    context.moved(spot);
    let mut members = context.object(value, &spot.old).unwrap_or_default();
    let kind = members.get("type").and_then(Value::as_str);
    match kind.map(str::to_owned).as_deref() {
        Some("basic") => http(&mut members, "basic"),
        Some("oauth2") => oauth2(context, &mut members, spot),
        Some("apiKey") if !is_complete_key(&members) => {
            let message = "an API key requires a `name`, and `in: header` or `in: query`";
            context.report_with_note(&SECURITY_INVALID, message, "it is ignored", &spot.old);
            http(&mut members, "apiKey");
        }
        Some("apiKey" | "http" | "openIdConnect") => {}
        Some(other) => {
            let message = format!("unknown security scheme type `{other}`");
            let note = format!("it is read as the scheme `{other}` of HTTP authentication");
            let at = spot.old.child("type");
            context.report_with_note(&SECURITY_INVALID, message, note, &at);
            http(&mut members, other);
        }
        None => http(&mut members, "none"),
    }
    Value::Object(members)
}

fn is_complete_key(members: &Map<String, Value>) -> bool {
    let place = members.get("in").and_then(Value::as_str);
    members.get("name").is_some_and(Value::is_string)
        && place.is_some_and(|place| ["header", "query", "cookie"].contains(&place))
}

fn http(members: &mut Map<String, Value>, scheme: &str) {
    members.insert("type".to_owned(), Value::from("http"));
    members.insert("scheme".to_owned(), Value::from(scheme));
}

/// What a client does whatever the flow is.
const TOKEN_SENT: &str = "the client sends the token that it is given";

fn oauth2(context: &mut Context<'_>, members: &mut Map<String, Value>, spot: &MovedNode) {
    if members.contains_key("flows") {
        return;
    }
    let flow = members.shift_remove("flow").unwrap_or_default();
    let parts = ["authorizationUrl", "tokenUrl", "scopes"];
    let parts = parts.map(|key| (key, members.shift_remove(key)));
    let Some((_, name, urls)) = FLOWS.iter().find(|(old, ..)| flow == *old) else {
        let message = format!("unknown OAuth 2.0 flow `{}`", plain(&flow));
        context.report_with_note(&SECURITY_INVALID, message, TOKEN_SENT, &spot.old);
        members.insert("flows".to_owned(), json!({}));
        return;
    };
    let mut upgraded = Map::new();
    for (key, value) in parts {
        if key == "scopes" {
            upgraded.insert(key.to_owned(), scopes(value));
        } else if urls.contains(&key) {
            upgraded.insert(key.to_owned(), url(context, key, value, spot));
        }
    }
    members.insert("flows".to_owned(), json!({ *name: upgraded }));
}

fn url(context: &mut Context<'_>, key: &str, value: Option<Value>, spot: &MovedNode) -> Value {
    if let Some(url @ Value::String(_)) = value {
        return url;
    }
    let message = format!("this flow requires `{key}`");
    context.report_with_note(&SECURITY_INVALID, message, TOKEN_SENT, &spot.old);
    Value::from("")
}

/// Returns the scopes and what they mean, which is a text.
fn scopes(value: Option<Value>) -> Value {
    let Some(Value::Object(scopes)) = value else {
        return json!({});
    };
    let said = scopes
        .into_iter()
        .filter(|(name, _)| !name.starts_with("x-"));
    said.map(|(name, meaning)| (name, Value::String(plain(&meaning))))
        .collect()
}
