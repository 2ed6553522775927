//! Parameters that lists refer to and that OpenAPI 3.0 has no parameters for, bodies and form fields; and responses that
//! operations refer to.

use hashbrown::HashMap;
use serde_json::{Map, Value};

use super::targets::{place_of, reference_to};
use crate::diagnostics::Pointer;
use crate::load::dialect::path_items;

/// Longest chain of references that lead to references.
const MAX_CHAIN: usize = 128;

/// What a list of parameters has to know of a body or form field that it refers to.
#[derive(Clone, Debug)]
pub(super) enum Shared {
    /// A body, and where the text has it.
    Body { required: bool, at: Pointer },
    /// A form field.
    Form(Field),
}

/// What a form says of a field beside its schema.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub name: String,
    pub required: bool,
    pub is_file: bool,
    pub is_array: bool,
    pub collection_format: Option<String>,
}

/// Returns the bodies and form fields that the document refers to as parameters, by the reference as it is written.
pub(super) fn find(root: &Value) -> HashMap<String, Shared> {
    let mut found = HashMap::new();
    let defined = root.get("parameters").and_then(Value::as_object);
    for parameter in defined.into_iter().flat_map(Map::values) {
        add(root, parameter, &mut found);
    }
    let paths =
        ["paths", path_items::EXTENSION].map(|key| root.get(key).and_then(Value::as_object));
    for item in paths.into_iter().flatten().flat_map(Map::values) {
        for holder in item.as_object().into_iter().flat_map(Map::values) {
            add_list(root, holder, &mut found);
            add_list(
                root,
                holder.get("parameters").unwrap_or_default(),
                &mut found,
            );
        }
    }
    found
}

fn add_list(root: &Value, list: &Value, found: &mut HashMap<String, Shared>) {
    for parameter in list.as_array().into_iter().flatten() {
        add(root, parameter, found);
    }
}

fn add(root: &Value, parameter: &Value, found: &mut HashMap<String, Shared>) {
    let Some(reference) = parameter.get("$ref").and_then(Value::as_str) else {
        return;
    };
    if found.contains_key(reference) {
        return;
    }
    if let Some(shared) = target(root, reference).and_then(|(target, at)| shared(target, at)) {
        found.insert(reference.to_owned(), shared);
    }
}

/// Returns the parameter that a reference leads to, and where it stands.
fn target<'a>(root: &'a Value, reference: &str) -> Option<(&'a Map<String, Value>, Pointer)> {
    let mut at = place_of(reference)?;
    for _ in 0..MAX_CHAIN {
        let node = root.pointer(at.as_str())?;
        match node.get("$ref").and_then(Value::as_str) {
            Some(next) => at = place_of(next)?,
            None => return Some((node.as_object()?, at)),
        }
    }
    None
}

fn shared(parameter: &Map<String, Value>, at: Pointer) -> Option<Shared> {
    match parameter.get("in")?.as_str()? {
        "body" => Some(Shared::Body {
            required: is_required(parameter),
            at,
        }),
        "formData" => field(parameter).map(Shared::Form),
        _ => None,
    }
}

/// Returns what a form field says, if it has a name.
pub(super) fn field(parameter: &Map<String, Value>) -> Option<Field> {
    let text = |key: &str| parameter.get(key).and_then(Value::as_str);
    let kind = text("type");
    let items = parameter.get("items");
    let of_files = items.and_then(|items| items.get("type")) == Some(&Value::from("file"));
    Some(Field {
        name: text("name")?.to_owned(),
        required: is_required(parameter),
        is_file: kind == Some("file") || of_files,
        is_array: kind == Some("array") || (kind.is_none() && items.is_some()),
        collection_format: text("collectionFormat").map(str::to_owned),
    })
}

fn is_required(parameter: &Map<String, Value>) -> bool {
    parameter.get("required") == Some(&Value::Bool(true))
}

/// Longest description that is copied to where a response is referred to, in bytes.
const MAX_COPY: usize = 4096;

/// What an operation has to know of a response that it refers to.
#[derive(Clone, Debug)]
pub(super) struct SharedResponse {
    pub description: String,
    /// Where the text has its schema.
    pub schema: Pointer,
    pub is_file: bool,
}

/// Returns the shared responses that have a schema, by the reference that leads to them.
pub(super) fn find_response(root: &Value) -> HashMap<String, SharedResponse> {
    let at = Pointer::root().child("responses");
    let defined = root.get("responses").and_then(Value::as_object);
    let defined = defined.into_iter().flatten();
    defined
        .filter_map(|(name, response)| {
            let at = at.child(name);
            Some((reference_to(at.as_str()), shared_response(response, &at)?))
        })
        .collect()
}

fn shared_response(response: &Value, at: &Pointer) -> Option<SharedResponse> {
    let schema = response.get("schema").filter(|schema| schema.is_object())?;
    let description = response.get("description").and_then(Value::as_str);
    let description = description.filter(|text| text.len() <= MAX_COPY);
    Some(SharedResponse {
        description: description.unwrap_or_default().to_owned(),
        schema: at.child("schema"),
        is_file: is_file(schema),
    })
}

/// Returns whether values of the schema are files (Swagger 2.0, Response Object, `schema`).
pub(super) fn is_file(schema: &Value) -> bool {
    schema.get("type") == Some(&Value::from("file"))
}
