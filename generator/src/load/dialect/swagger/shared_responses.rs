//! Responses that operations refer to.

use hashbrown::HashMap;

use serde_json::Value;

use super::targets::reference_to;
use crate::diagnostics::Pointer;

/// Longest description that is copied to where a response is referred to, in bytes.
const LONGEST_COPY: usize = 4096;

/// What an operation has to know of a response that it refers to.
#[derive(Clone, Debug)]
pub(super) struct SharedResponse {
    pub description: String,
    /// Where the text has its schema.
    pub schema: Pointer,
    pub is_file: bool,
}

/// The shared responses that have a schema, by the reference that leads to them.
pub(super) fn find(root: &Value) -> HashMap<String, SharedResponse> {
    let at = Pointer::root().child("responses");
    let defined = root.get("responses").and_then(Value::as_object);
    let defined = defined.into_iter().flatten();
    defined
        .filter_map(|(name, response)| {
            let at = at.child(name);
            Some((reference_to(at.as_str()), shared(response, &at)?))
        })
        .collect()
}

fn shared(response: &Value, at: &Pointer) -> Option<SharedResponse> {
    let schema = response.get("schema").filter(|schema| schema.is_object())?;
    let description = response.get("description").and_then(Value::as_str);
    let description = description.filter(|text| text.len() <= LONGEST_COPY);
    Some(SharedResponse {
        description: description.unwrap_or_default().to_owned(),
        schema: at.child("schema"),
        is_file: is_file(schema),
    })
}

/// Whether values of the schema are files (Swagger 2.0, Response Object, `schema`).
pub(super) fn is_file(schema: &Value) -> bool {
    schema.get("type") == Some(&Value::from("file"))
}
