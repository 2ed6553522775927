//! Documents of OpenAPI 3.

use serde_json::{Map, Value, json};

use super::context::{Context, Dialect};
use super::table::{Row, add};
use super::{components, operations, security, texts};

const ROOT: &[Row] = &[
    ("servers", 60, servers),
    ("security", 25, security::requirements),
    ("tags", 25, |context| tags(context)),
    (
        "externalDocs",
        5,
        |context| json!({ "url": texts::address(context) }),
    ),
    ("x-extension", 5, texts::text),
];

const ROOT_3_1: &[Row] = &[
    ("webhooks", 20, operations::webhooks),
    ("jsonSchemaDialect", 10, texts::address),
];

const VERSIONS: &[&str] = &["3.0.3", "3.0.0", "3.0.4"];

/// The whole document.
pub(super) fn root(context: &mut Context<'_>) -> Value {
    let version = match context.dialect {
        Dialect::OpenApi31 => "3.1.0",
        _ => context.choices.one(VERSIONS),
    };
    let mut root = Map::new();
    let _ = root.insert("openapi".to_owned(), json!(version));
    let _ = root.insert("info".to_owned(), info(context));
    add(&mut root, ROOT, context);
    if context.dialect == Dialect::OpenApi31 {
        add(&mut root, ROOT_3_1, context);
    }
    let _ = root.insert("paths".to_owned(), operations::paths(context));
    let _ = root.insert("components".to_owned(), components::components(context));
    Value::Object(root)
}

/// An Info Object.
pub(super) fn info(context: &mut Context<'_>) -> Value {
    let mut info = json!({ "title": "Random", "version": "1" });
    if context.choices.chance(20) {
        info["title"] = texts::text(context);
    }
    if context.choices.chance(20) {
        info["description"] = texts::text(context);
    }
    info
}

/// Tag Objects.
pub(super) fn tags(context: &mut Context<'_>) -> Value {
    let names = texts::names(&mut context.choices, 3);
    let tag = |name| json!({ "name": name, "description": texts::text(context) });
    names.into_iter().map(tag).collect()
}

/// Server Objects.
pub(super) fn servers(context: &mut Context<'_>) -> Value {
    let count = context.choices.below(3);
    (0..count).map(|_| server(context)).collect()
}

fn server(context: &mut Context<'_>) -> Value {
    let mut server = json!({ "url": texts::address(context) });
    if context.choices.chance(30) {
        let name = texts::name(&mut context.choices).replace(['{', '}'], "");
        server["url"] = json!(format!("https://{{{name}}}.example.com/v1"));
        let values = texts::names(&mut context.choices, 3);
        let default = values.first().cloned().unwrap_or_default();
        let variable = if values.is_empty() {
            json!({ "default": default })
        } else {
            json!({ "default": default, "enum": values })
        };
        server["variables"] = json!({ (name): variable });
    }
    if context.choices.chance(30) {
        server["description"] = texts::text(context);
    }
    server
}
