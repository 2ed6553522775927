//! Bodies whose fields are described as parameters (`in: formData`), as a `requestBody` would describe them.

use serde_json::{Map, Value, json};

use super::found::Found;
use crate::Document;
use crate::diff::wire::node::Node;
use crate::load::Nodes;
use crate::normalize::{self, BodyParameters, FormField, Operation};

/// The operations of a document, and the bodies that are not written as such.
#[derive(Debug)]
pub(in crate::diff::wire) struct Operations(Vec<(Operation, Option<Value>)>);

impl Operations {
    /// Returns all operations of `document`, whether clients have functions for them or not.
    pub fn read(document: &Document) -> Self {
        let nodes = Nodes::new(document);
        let operations = normalize::operations(&nodes, &mut Vec::new());
        let with_form = |operation: Operation| {
            let form = match &operation.parameters.body {
                BodyParameters::Form(fields) => Some(request_body(&nodes, fields)),
                BodyParameters::None | BodyParameters::Whole(_) => None,
            };
            (operation, form)
        };
        Self(operations.into_iter().map(with_form).collect())
    }

    /// Returns the operations with their nodes in `document`.
    pub(super) fn found<'a>(&'a self, document: &'a Document) -> Vec<Found<'a>> {
        let found = self.0.iter().filter_map(|(operation, form)| {
            let found = Found::new(document, operation.clone())?;
            let at = operation.at.child("requestBody");
            let form = form.as_ref();
            let form = form.map(|form| Node::assumed(document, at, form));
            Some(Found { form, ..found })
        });
        found.collect()
    }
}

/// Returns a Request Body Object for a form. The schemas of its fields are references, so that they keep their places.
fn request_body(nodes: &Nodes<'_>, fields: &[FormField]) -> Value {
    let properties = fields.iter().map(|field| {
        let schema = field.at.child("schema");
        let has_schema = nodes.value(&schema).is_some();
        let schema = if has_schema { &schema } else { &field.at };
        // RFC 6901, section 6: a percent sign in a name is escaped.
        let fragment = schema.as_str().replace('%', "%25");
        let reference = json!({"$ref": format!("#{fragment}")});
        (field.name.clone(), reference)
    });
    let properties: Map<String, Value> = properties.collect();
    let required = fields.iter().filter(|field| field.required);
    let required: Vec<&str> = required.map(|field| field.name.as_str()).collect();
    let media_type = if fields.iter().any(|field| field.is_file) {
        "multipart/form-data"
    } else {
        "application/x-www-form-urlencoded"
    };
    let is_required = !required.is_empty();
    let mut schema = json!({"type": "object", "properties": properties});
    if let Some(schema) = schema.as_object_mut().filter(|_| is_required) {
        schema.insert("required".to_owned(), json!(required));
    }
    json!({"required": is_required, "content": {media_type: {"schema": schema}}})
}
