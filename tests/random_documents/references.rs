//! References to components, and to anywhere else.

use serde_json::{Value, json};

use super::choices::Choices;
use super::context::{Context, Dialect};
use super::pointers::pointers;
use super::schemas;

/// Stands for a place that is chosen once the document is complete.
const ANYWHERE: &str = "anywhere";

/// A reference to a component schema, if there is one.
pub(super) fn schema(context: &mut Context<'_>) -> Value {
    let section = match context.dialect {
        Dialect::Swagger2 => "definitions",
        Dialect::OpenApi30 | Dialect::OpenApi31 => "components/schemas",
    };
    match context.choices.any(&context.components.schemas) {
        Some(name) => to(section, name),
        None => schemas::string(context),
    }
}

/// A reference to some schema, be it a component or part of something else.
pub(super) fn anywhere(_: &mut Context<'_>) -> Value {
    json!({ "$ref": ANYWHERE })
}

/// A reference to a member of a section.
pub(super) fn to(section: &str, name: &str) -> Value {
    json!({ "$ref": format!("#/{section}/{}", escaped(name)) })
}

/// Aims the references to anywhere at schemas.
pub(super) fn aim(root: &mut Value, choices: &mut Choices<'_>) {
    let schemas: Vec<String> = pointers(root)
        .into_iter()
        .filter(|pointer| is_schema(pointer))
        .collect();
    let references = pointers(root)
        .into_iter()
        .filter(|pointer| pointer.ends_with("/$ref"));
    for pointer in references.collect::<Vec<_>>() {
        let target = choices.any(&schemas).map_or("#", String::as_str);
        match root.pointer_mut(&pointer) {
            Some(reference) if reference == ANYWHERE => *reference = json!(fragment(target)),
            _ => {}
        }
    }
}

/// A reference to the place at `pointer`.
pub(super) fn fragment(pointer: &str) -> String {
    format!("#{}", pointer.replace('%', "%25"))
}

fn is_schema(pointer: &str) -> bool {
    let mut parts = pointer.rsplit('/');
    let (last, before) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let is_kept =
        !pointer.contains("xample") && !pointer.contains("default") && !pointer.contains("x-");
    is_kept
        && (matches!(last, "schema" | "items")
            || matches!(before, "properties" | "schemas" | "definitions"))
}

fn escaped(name: &str) -> String {
    name.replace('~', "~0")
        .replace('/', "~1")
        .replace('%', "%25")
}
