//! Responses.

use serde_json::{Map, Value, json};

use super::body::content;
use super::context::{Context, MovedNode};
use super::media_types::{MediaType, effective};
use super::parameter;
use super::shared::{SharedResponse, is_file as is_file_schema};
use super::targets::reference_to;
use crate::codes::swagger::RESPONSE_INVALID;

/// The media types of responses.
///
/// Where an operation answers with a file, its `produces` mostly speaks of that file, and errors are JSON as
/// elsewhere: the list is parted between the two.
#[derive(Debug)]
pub(super) struct Produces {
    of_files: Vec<MediaType>,
    of_others: Vec<MediaType>,
    /// Whether shared responses, which have the media types of the document, have others here.
    differs: bool,
}

impl Produces {
    /// Returns the media types of an operation that lists `own`.
    pub fn of_operation(
        context: &Context<'_>,
        own: Option<Vec<MediaType>>,
        responses: Option<&Value>,
    ) -> Self {
        let of_document = effective(None, context.produces.as_ref());
        let listed = effective(own, context.produces.as_ref());
        let is_known = |own: &MediaType| of_document.iter().any(|known| known.name == own.name);
        let differs = !listed.iter().any(is_known);
        let responses = responses.and_then(Value::as_object);
        let mut responses = responses.into_iter().flat_map(Map::values);
        let of_others = if responses.any(|response| is_file(context, response)) {
            without_files(&listed, of_document)
        } else {
            listed.clone()
        };
        Self {
            of_files: files(&listed),
            of_others,
            differs,
        }
    }

    /// Returns the media types of responses that operations share.
    pub fn of_document(context: &Context<'_>) -> Self {
        let listed = effective(None, context.produces.as_ref());
        Self {
            of_files: files(&listed),
            of_others: listed,
            differs: false,
        }
    }
}

/// Returns those of responses beside a file: what is JSON.
fn without_files(listed: &[MediaType], of_document: Vec<MediaType>) -> Vec<MediaType> {
    let own: Vec<MediaType> = listed.iter().filter(|own| own.is_json()).cloned().collect();
    if own.is_empty() {
        let others = of_document.into_iter().filter(MediaType::is_json);
        effective(Some(others.collect()), None)
    } else {
        own
    }
}

/// Returns those that a file can have: anything, where only JSON is listed.
fn files(listed: &[MediaType]) -> Vec<MediaType> {
    let files: Vec<MediaType> = listed
        .iter()
        .filter(|listed| !listed.is_json())
        .cloned()
        .collect();
    if files.is_empty() {
        vec![MediaType::unlisted("*/*")]
    } else {
        files
    }
}

fn is_file(context: &Context<'_>, response: &Value) -> bool {
    let reference = response.get("$ref").and_then(Value::as_str);
    match reference.and_then(|reference| context.responses.get(reference)) {
        Some(shared) => shared.is_file,
        None => response.get("schema").is_some_and(is_file_schema),
    }
}

/// Returns a response (Swagger 2.0, Response Object) as one of OpenAPI 3.0.
pub(super) fn upgrade(
    context: &mut Context<'_>,
    value: Value,
    spot: &MovedNode,
    produces: &Produces,
) -> Value {
    context.moved(spot);
    let mut members = members(context, value, spot);
    if let Some(Value::String(reference)) = members.get("$ref") {
        return match context.responses.get(reference) {
            Some(shared) if produces.differs && is_success(spot) => of_shared(shared, produces),
            _ => Value::Object(members),
        };
    }
    if members.get("description").is_none_or(Value::is_null) {
        members.insert("description".to_owned(), Value::from(""));
    }
    headers(context, &mut members, spot);
    if let Some(schema @ Value::Object(_)) = members.shift_remove("schema") {
        let media_types = if is_file_schema(&schema) {
            &produces.of_files
        } else {
            &produces.of_others
        };
        let mut content = content(
            context,
            schema,
            &spot.old.child("schema"),
            media_types,
            spot,
        );
        examples(&mut members, &mut content);
        members.insert("content".to_owned(), Value::Object(content));
    }
    Value::Object(members)
}

/// Errors look the same everywhere, whatever an operation says of its success.
fn is_success(spot: &MovedNode) -> bool {
    let status = spot.old.tokens().last();
    status.is_some_and(|status| status.starts_with('2'))
}

/// Returns a shared response under the media types of an operation.
fn of_shared(shared: &SharedResponse, produces: &Produces) -> Value {
    let media_types = if shared.is_file {
        &produces.of_files
    } else {
        &produces.of_others
    };
    let schema = json!({ "$ref": reference_to(shared.schema.as_str()) });
    let content: Map<String, Value> = media_types
        .iter()
        .map(|media_type| (media_type.name.clone(), json!({ "schema": schema })))
        .collect();
    json!({ "description": shared.description, "content": content })
}

/// Returns the response as an object; a text is taken for its description.
fn members(context: &mut Context<'_>, value: Value, spot: &MovedNode) -> Map<String, Value> {
    let description = match value {
        Value::Object(members) => return members,
        Value::String(description) => description,
        _ => String::new(),
    };
    let message = "expected an object as the response";
    let note = "the response is treated as one without a body";
    context.report_with_note(&RESPONSE_INVALID, message, note, &spot.old);
    Map::from_iter([("description".to_owned(), Value::from(description))])
}

fn headers(context: &mut Context<'_>, members: &mut Map<String, Value>, spot: &MovedNode) {
    let Some(Value::Object(headers)) = members.get_mut("headers") else {
        return;
    };
    let spot = spot.child("headers");
    for (name, header) in headers {
        let upgraded = parameter::upgrade(context, header.take(), &spot.child(name));
        *header = upgraded;
    }
}

/// Moves the examples of media types that the response has (Swagger 2.0, Example Object).
fn examples(members: &mut Map<String, Value>, content: &mut Map<String, Value>) {
    let Some(Value::Object(examples)) = members.shift_remove("examples") else {
        return;
    };
    let mut others = Map::new();
    for (media_type, example) in examples {
        match content.get_mut(&media_type) {
            Some(Value::Object(holder)) => drop(holder.insert("example".to_owned(), example)),
            _ => drop(others.insert(media_type, example)),
        }
    }
    if !others.is_empty() {
        members.insert("x-examples".to_owned(), json!(others));
    }
}
