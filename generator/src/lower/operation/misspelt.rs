//! Misspelt field names, whose values would be lost.

use serde_json::Value;

use crate::codes::lower::MEMBER_MISSPELT;
use crate::diagnostics::{Diagnostic, Place, Pointer};
use crate::lower::context::Context;

/// An object type of OpenAPI up to 3.2.
struct Object {
    /// All its fixed fields.
    fields: &'static [&'static str],
    /// Fields that contain other objects.
    inner: &'static [(&'static str, Holds, &'static Object)],
}

/// How a field contains objects.
#[derive(Clone, Copy)]
enum Holds {
    One,
    List,
    Map,
}

static ROOT: Object = Object {
    fields: &[
        "openapi",
        "swagger",
        "$self",
        "info",
        "jsonSchemaDialect",
        "servers",
        "paths",
        "webhooks",
        "components",
        "security",
        "tags",
        "externalDocs",
    ],
    inner: &[("paths", Holds::Map, &PATH_ITEM)],
};

static PATH_ITEM: Object = Object {
    fields: &[
        "$ref",
        "summary",
        "description",
        "get",
        "put",
        "post",
        "delete",
        "options",
        "head",
        "patch",
        "trace",
        "query",
        "additionalOperations",
        "servers",
        "parameters",
    ],
    inner: &[
        ("get", Holds::One, &OPERATION),
        ("put", Holds::One, &OPERATION),
        ("post", Holds::One, &OPERATION),
        ("delete", Holds::One, &OPERATION),
        ("options", Holds::One, &OPERATION),
        ("head", Holds::One, &OPERATION),
        ("patch", Holds::One, &OPERATION),
        ("trace", Holds::One, &OPERATION),
        ("parameters", Holds::List, &PARAMETER),
    ],
};

static OPERATION: Object = Object {
    fields: &[
        "tags",
        "summary",
        "description",
        "externalDocs",
        "operationId",
        "parameters",
        "requestBody",
        "responses",
        "callbacks",
        "deprecated",
        "security",
        "servers",
        "consumes",
        "produces",
        "schemes",
    ],
    inner: &[
        ("parameters", Holds::List, &PARAMETER),
        ("requestBody", Holds::One, &BODY),
        ("responses", Holds::Map, &RESPONSE),
    ],
};

static PARAMETER: Object = Object {
    fields: &[
        "$ref",
        "name",
        "in",
        "description",
        "required",
        "deprecated",
        "allowEmptyValue",
        "style",
        "explode",
        "allowReserved",
        "schema",
        "example",
        "examples",
        "content",
    ],
    inner: &[("content", Holds::Map, &MEDIA_TYPE)],
};

static BODY: Object = Object {
    fields: &["$ref", "description", "content", "required"],
    inner: &[("content", Holds::Map, &MEDIA_TYPE)],
};

static RESPONSE: Object = Object {
    fields: &[
        "$ref",
        "summary",
        "description",
        "headers",
        "content",
        "links",
    ],
    inner: &[("content", Holds::Map, &MEDIA_TYPE)],
};

static MEDIA_TYPE: Object = Object {
    fields: &[
        "$ref",
        "schema",
        "itemSchema",
        "example",
        "examples",
        "encoding",
        "prefixEncoding",
        "itemEncoding",
    ],
    inner: &[],
};

/// Reports all misspelt fields of the document.
pub(super) fn report(context: &mut Context<'_>) {
    let mut found = Vec::new();
    let root = Pointer::root();
    if let Some(value) = context.document.value(&root) {
        look(value, &root, &ROOT, &mut found);
    }
    context.problems.extend(found);
}

fn look(value: &Value, at: &Pointer, object: &Object, found: &mut Vec<Diagnostic>) {
    let Value::Object(members) = value else {
        return;
    };
    if members.contains_key("$ref") {
        return;
    }
    for key in members
        .keys()
        .filter(|key| !object.fields.contains(&key.as_str()))
    {
        let absent = object
            .fields
            .iter()
            .filter(|field| !members.contains_key(**field));
        let meant = absent
            .filter(|field| is_near(key, field))
            .min_by_key(|field| distance(key, field));
        if let Some(meant) = meant {
            let place = Place::Key(at.child(key));
            let problem =
                Diagnostic::new(&MEMBER_MISSPELT, place, format!("unknown field `{key}`"));
            found.push(problem.with_help(format!(
                "write `{meant}`, or prefix the field with `x-` if it is an extension"
            )));
        }
    }
    for (field, holds, inner) in object.inner {
        let Some(value) = members.get(*field) else {
            continue;
        };
        let at = at.child(field);
        match (holds, value) {
            (Holds::One, value) => look(value, &at, inner, found),
            (Holds::List, Value::Array(items)) => {
                for (place, item) in items.iter().enumerate() {
                    look(item, &at.index(place), inner, found);
                }
            }
            (Holds::Map, Value::Object(members)) => {
                for (key, value) in members.iter().filter(|(key, _)| !key.starts_with("x-")) {
                    look(value, &at.child(key), inner, found);
                }
            }
            _ => {}
        }
    }
}

/// Returns whether `key` is likely a misspelt `field`. Short words are similar by chance.
fn is_near(key: &str, field: &str) -> bool {
    let allowed = if field.len() < 6 { 1 } else { 2 };
    key.len() >= 4 && field.len() >= 4 && !key.starts_with("x-") && distance(key, field) <= allowed
}

fn distance(key: &str, field: &str) -> usize {
    strsim::damerau_levenshtein(&key.to_ascii_lowercase(), &field.to_ascii_lowercase())
}
