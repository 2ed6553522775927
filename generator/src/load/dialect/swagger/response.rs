//! Responses.

use serde_json::{Map, Value, json};

use super::codes::RESPONSE_INVALID;
use super::content::content;
use super::context::{Context, Spot};
use super::media_types::{MediaType, effective};
use super::parameter;

/// The media types of responses.
///
/// Where an operation answers with a file, its `produces` mostly speaks of that file, and errors are JSON as
/// elsewhere: the list is parted between the two.
#[derive(Debug)]
pub(super) struct Produces {
    of_files: Vec<MediaType>,
    of_others: Vec<MediaType>,
}

impl Produces {
    /// The media types of an operation that lists `own`.
    pub fn of_operation(
        context: &Context<'_>,
        own: Option<Vec<MediaType>>,
        responses: Option<&Value>,
    ) -> Self {
        let listed = effective(own, context.produces.as_ref());
        let responses = responses.and_then(Value::as_object);
        if responses.into_iter().flat_map(Map::values).any(is_file) {
            Self::parted(context, listed)
        } else {
            Self {
                of_files: Vec::new(),
                of_others: listed,
            }
        }
    }

    /// The media types of responses that operations share.
    pub fn of_document(context: &Context<'_>) -> Self {
        Self::parted_where_needed(effective(None, context.produces.as_ref()))
    }

    fn parted_where_needed(listed: Vec<MediaType>) -> Self {
        Self {
            of_files: files(&listed),
            of_others: listed,
        }
    }

    fn parted(context: &Context<'_>, listed: Vec<MediaType>) -> Self {
        let of_files = files(&listed);
        let json = |listed: Vec<MediaType>| -> Vec<MediaType> {
            listed.into_iter().filter(MediaType::is_json).collect()
        };
        let mut of_others = json(listed);
        if of_others.is_empty() {
            of_others = json(effective(None, context.produces.as_ref()));
        }
        Self {
            of_files,
            of_others: effective(Some(of_others), None),
        }
    }
}

/// Those that a file can have: anything, where only JSON is listed.
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

fn is_file(response: &Value) -> bool {
    response.get("schema").is_some_and(is_file_schema)
}

fn is_file_schema(schema: &Value) -> bool {
    schema.get("type") == Some(&Value::from("file"))
}

/// A response (Swagger 2.0, Response Object) as one of OpenAPI 3.0.
pub(super) fn upgrade(
    context: &mut Context<'_>,
    value: Value,
    spot: &Spot,
    produces: &Produces,
) -> Value {
    context.moved(spot);
    let mut members = members(context, value, spot);
    if members.contains_key("$ref") {
        return Value::Object(members);
    }
    members
        .entry("description")
        .or_insert_with(|| Value::from(""));
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

/// The response as an object; a text is taken for its description.
fn members(context: &mut Context<'_>, value: Value, spot: &Spot) -> Map<String, Value> {
    let description = match value {
        Value::Object(members) => return members,
        Value::String(description) => description,
        _ => String::new(),
    };
    context.report(&RESPONSE_INVALID, "this response is no object", &spot.old);
    Map::from_iter([("description".to_owned(), Value::from(description))])
}

fn headers(context: &mut Context<'_>, members: &mut Map<String, Value>, spot: &Spot) {
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
