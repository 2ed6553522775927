//! Form fields become the request body.

use hashbrown::HashSet;

use serde_json::{Map, Value, json};

use super::body::note;
use super::context::{Context, MovedNode, Taken};
use super::media_types::MediaType;
use super::parameter::{style, with_type};
use super::shared::{Field, Shared, field};
use crate::codes::swagger::{COLLECTION_FORMAT, PARAMETER_INVALID};

const URLENCODED: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data";

/// Form fields (Swagger 2.0, Parameter Object, `in: formData`) as a request body.
///
/// It is `multipart/form-data` if a field is a file or if nothing else is listed that a form can be; fields are the
/// same in both, so one is enough.
pub(super) fn upgrade(
    context: &mut Context<'_>,
    fields: Vec<Taken>,
    spot: &MovedNode,
    consumes: &[MediaType],
) -> Value {
    context.moved(spot);
    let known = distinct(context, fields);
    let media_type = media_type(&known, consumes);
    let at = spot.new.child("content").child(&media_type.name);
    note(context, &media_type, &at);
    let encoding = encoding(context, &known, &media_type);
    let is_required = known.iter().any(|(field, _)| field.required);
    let schema = MovedNode {
        old: spot.old.clone(),
        new: at.child("schema"),
    };
    let mut content = json!({ "schema": object(context, known, &schema) });
    if let (Value::Object(content), false) = (&mut content, encoding.is_empty()) {
        content.insert("encoding".to_owned(), Value::Object(encoding));
    }
    json!({ "required": is_required, "content": { media_type.name: content } })
}

/// Returns the fields with what is known of them, each name once.
fn distinct(context: &mut Context<'_>, fields: Vec<Taken>) -> Vec<(Field, Taken)> {
    let mut seen = HashSet::new();
    let mut distinct = Vec::new();
    for taken in fields {
        let Some(field) = known(context, &taken) else {
            continue;
        };
        if seen.insert(field.name.clone()) {
            distinct.push((field, taken));
        } else {
            let message = format!("duplicate form field `{}`", field.name);
            context.report(&PARAMETER_INVALID, message, &taken.old);
        }
    }
    distinct
}

/// Returns what is known of a field, or of the one that it refers to.
fn known(context: &Context<'_>, taken: &Taken) -> Option<Field> {
    let members = taken.value.as_object()?;
    match members.get("$ref").and_then(Value::as_str) {
        Some(reference) => match context.shared.get(reference)? {
            Shared::Form(field) => Some(field.clone()),
            Shared::Body { .. } => None,
        },
        None => field(members),
    }
}

fn media_type(fields: &[(Field, Taken)], consumes: &[MediaType]) -> MediaType {
    let listed = |name: &str| consumes.iter().find(|listed| listed.is(name));
    let has_files = fields.iter().any(|(field, _)| field.is_file);
    let name = if has_files || (listed(URLENCODED).is_none() && listed(MULTIPART).is_some()) {
        MULTIPART
    } else {
        URLENCODED
    };
    listed(name)
        .cloned()
        .unwrap_or_else(|| MediaType::unlisted(name))
}

/// Returns how arrays are written (OpenAPI 3.0.3, Encoding Object), where that is not by repeating the field.
fn encoding(
    context: &mut Context<'_>,
    fields: &[(Field, Taken)],
    media_type: &MediaType,
) -> Map<String, Value> {
    let arrays = fields
        .iter()
        .filter(|(field, _)| field.is_array && !field.is_file);
    let mut encoding = Map::new();
    for (field, taken) in arrays.filter(|_| media_type.is(URLENCODED)) {
        let format = field.collection_format.as_deref().unwrap_or("csv");
        let style = style("formData", format);
        if !style.is_exact {
            let message = format!("unknown collection format `{format}` of a form field");
            context.report(&COLLECTION_FORMAT, message, &taken.old);
        }
        if !style.explode {
            let value = json!({ "style": style.name, "explode": false });
            encoding.insert(field.name.clone(), value);
        }
    }
    encoding
}

fn object(context: &mut Context<'_>, fields: Vec<(Field, Taken)>, spot: &MovedNode) -> Value {
    context.moved(spot);
    let required: Vec<String> = fields
        .iter()
        .filter(|(field, _)| field.required)
        .map(|(field, _)| field.name.clone())
        .collect();
    let mut properties = Map::new();
    for (field, taken) in fields {
        let spot = MovedNode {
            old: taken.old,
            new: spot.new.child("properties").child(&field.name),
        };
        let property = property(context, taken.value, &spot);
        properties.insert(field.name, property);
    }
    let mut object = json!({ "type": "object", "properties": properties });
    if let (Value::Object(object), false) = (&mut object, required.is_empty()) {
        object.insert("required".to_owned(), Value::from(required));
    }
    object
}

/// Returns the schema of a field: all that it says but what the form says for it.
fn property(context: &mut Context<'_>, value: Value, spot: &MovedNode) -> Value {
    context.moved(spot);
    let Value::Object(mut members) = value else {
        return value;
    };
    for key in ["name", "in", "required", "collectionFormat"] {
        members.shift_remove(key);
    }
    if let Some(Value::Object(schema)) = members.shift_remove("schema") {
        members.extend(schema);
    }
    Value::Object(with_type(context, members, spot))
}
