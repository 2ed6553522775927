//! The content of a body (OpenAPI 3.0.3, Media Type Object): which media type a client uses, what it asks for,
//! and what is said of the media types that it leaves out.

use openapiv3::Content;

use super::encoding;
use crate::catalog::json_type::JsonType;
use crate::catalog::media_types::{Codec, codec, essence_of, is_patch, split};
use crate::codes::lower::{
    BODY_AS_BYTES, BODY_AS_TEXT, ITEM_SCHEMA_MODELS, MEDIA_TYPE_IGNORED, MEDIA_TYPE_INVALID,
};
use crate::diagnostics::{Diagnostic, Pointer};
use crate::ir::{ParameterStyle, Scalar, TypeRef};
use crate::load::child;
use crate::lower::context::Context;
use crate::lower::schema::{Classified, Unwrapped, essence, type_of, unwrapped};

/// A media type that was chosen, and the type of its body.
#[derive(Debug)]
pub(in crate::lower) struct Chosen {
    pub media_type: String,
    /// The media type or range to ask for, where the document names one.
    pub range: Option<String>,
    pub codec: Codec,
    pub ty: TypeRef,
    /// The member of the body that has this type, where it is not the body itself.
    pub member: Option<String>,
    /// Members of a form that are written in a way of their own.
    pub fields: Vec<(String, ParameterStyle)>,
}

/// What to do about the parts of multipart bodies (RFC 2046, section 5.1).
const PARTS_OF_REQUEST: &str = "encode the parts yourself, and set `Content-Type` with their boundary by `header` on the request";
const PARTS_OF_RESPONSE: &str =
    "split the body at the boundary, which is in the `Content-Type` header of the response";

/// Chooses among the media types of a request body's `content`, which stands at `at`.
pub(super) fn of_request(
    context: &mut Context<'_>,
    content: &Content,
    at: &Pointer,
) -> Option<Chosen> {
    model_items(context, content, at);
    let key = wanted(content)?;
    ignored_of_request(context, content, key, at);
    let chosen = choose(context, content, key, at, Role::Request)?;
    Some(sendable(context, chosen, at))
}

/// Chooses among the media types of a response's `content`, which stands at `at`.
pub(super) fn of_response(
    context: &mut Context<'_>,
    content: &Content,
    at: &Pointer,
    role: Role,
) -> Option<Chosen> {
    model_items(context, content, at);
    let key = wanted(content)?;
    ignored_of_response(context, content, key, at);
    choose(context, content, key, at, role)
}

/// Returns the media type that says most of the body.
fn wanted(content: &Content) -> Option<&str> {
    let wanted = content.keys().min_by_key(|key| codec(key).0);
    wanted.map(String::as_str)
}

/// Returns the body of media type `key`.
fn choose(
    context: &mut Context<'_>,
    content: &Content,
    key: &str,
    at: &Pointer,
    role: Role,
) -> Option<Chosen> {
    let schema = content.get(key)?.schema.as_ref().map(child);
    let (media_type, codec) = if key.contains('*') {
        of_wildcard(context, key, schema.as_ref())
    } else {
        (key.to_owned(), codec(key).1)
    };
    match codec {
        Codec::Bytes if has_structure(context, schema.as_ref()) => {
            report_bytes(context, key, at, role);
        }
        Codec::Text if has_members(context, schema.as_ref()) => {
            let message = format!("the schema of `{key}` is not supported");
            context.report(&BODY_AS_TEXT, message, &at.child(key));
        }
        _ => {}
    }
    let range = if codec == Codec::Json {
        &media_type
    } else {
        key
    };
    let range = Some(range.to_owned());
    let (ty, member) = body(context, codec, schema.as_ref(), role);
    let fields = match codec {
        Codec::Form => encoding::fields(context, &at.child(key)),
        _ => Vec::new(),
    };
    Some(Chosen {
        media_type,
        range,
        codec,
        ty,
        member,
        fields,
    })
}

/// Returns the type of a body, or of the member that is given in its place, and that member.
fn body(
    context: &mut Context<'_>,
    codec: Codec,
    schema: Option<&Pointer>,
    role: Role,
) -> (TypeRef, Option<String>) {
    let ty = match (codec, schema) {
        (Codec::Json, Some(schema)) => return of_json(context, schema, role),
        (Codec::Form, Some(schema)) => type_of(context, schema).into_type(),
        (Codec::Json | Codec::Form, None) => TypeRef::Json,
        (Codec::Text, Some(schema)) => of_text(context, schema),
        (Codec::Text, None) => TypeRef::Scalar(Scalar::String),
        (Codec::Bytes, _) => TypeRef::Scalar(Scalar::Bytes),
    };
    (ty, None)
}

/// Returns the type of a value whose text is the body; all that is more than one scalar is the text itself.
fn of_text(context: &mut Context<'_>, schema: &Pointer) -> TypeRef {
    let target = context.resolve(schema);
    let is_value = target.is_some_and(|target| match essence(context, &target).1 {
        Classified::Strings(_) | Classified::Integers(_) => true,
        Classified::Scalar(scalar) => !scalar.row().is_text,
        _ => false,
    });
    if is_value {
        type_of(context, schema).ty
    } else {
        TypeRef::Scalar(Scalar::String)
    }
}

/// Returns the same of a body of JSON: of a success the member that the settings say to unwrap, if it has one.
pub(super) fn of_json(
    context: &mut Context<'_>,
    schema: &Pointer,
    role: Role,
) -> (TypeRef, Option<String>) {
    let unwrapped = match role {
        Role::Success => unwrapped(context, schema),
        Role::Request | Role::Failure => None,
    };
    match unwrapped {
        Some(Unwrapped { member, ty }) => (ty, Some(member)),
        None => (type_of(context, schema).into_type(), None),
    }
}

fn report_bytes(context: &mut Context<'_>, key: &str, at: &Pointer, role: Role) {
    let parts = match role {
        Role::Request => PARTS_OF_REQUEST,
        Role::Success | Role::Failure => PARTS_OF_RESPONSE,
    };
    let message = format!("the schema of `{key}` is not supported");
    let at = at.child(key);
    let problem = Diagnostic::new(&BODY_AS_BYTES, at, message);
    context.problems.push(if key.starts_with("multipart/") {
        problem.with_help(parts)
    } else {
        problem
    });
}

/// Returns what a media type range stands for: text where it says so or the schema is a string, JSON where that has a
/// structure, else bytes.
fn of_wildcard(
    context: &mut Context<'_>,
    range: &str,
    schema: Option<&Pointer>,
) -> (String, Codec) {
    let (name, codec) = match codec(range).1 {
        Codec::Text => ("text/plain", Codec::Text),
        _ if has_structure(context, schema) => ("application/json", Codec::Json),
        _ if essence_of(range) == "*/*" && is_text(context, schema) => ("text/plain", Codec::Text),
        _ => ("application/octet-stream", Codec::Bytes),
    };
    (name.to_owned(), codec)
}

/// Returns whether a schema describes strings that are no raw bytes.
fn is_text(context: &mut Context<'_>, schema: Option<&Pointer>) -> bool {
    let Some(target) = schema.and_then(|schema| context.resolve(schema)) else {
        return false;
    };
    let is_binary = context.normalized(&target).format.as_deref() == Some("binary");
    !is_binary
        && match essence(context, &target).1 {
            Classified::Strings(_) => true,
            Classified::Scalar(scalar) => scalar.row().json_type == JsonType::String,
            _ => false,
        }
}

/// Returns whether a schema describes objects or lists, and so says how to read a text.
fn has_members(context: &mut Context<'_>, schema: Option<&Pointer>) -> bool {
    let Some(target) = schema.and_then(|schema| context.resolve(schema)) else {
        return false;
    };
    let normalized = context.normalized(&target);
    !normalized.properties.is_empty() || normalized.items.is_some()
}

/// Returns whether a schema describes more than a string.
pub(super) fn has_structure(context: &mut Context<'_>, schema: Option<&Pointer>) -> bool {
    let Some(target) = schema.and_then(|schema| context.resolve(schema)) else {
        return false;
    };
    let normalized = context.normalized(&target);
    if let Some(scalar) = normalized.scalar_of_format() {
        return scalar.row().json_type != JsonType::String;
    }
    !normalized.is_unstructured() && normalized.kind.as_deref() != Some("string")
}

/// Makes models of the items in the media types of `content`, which stands at `at`.
pub(super) fn model_items(context: &mut Context<'_>, content: &Content, at: &Pointer) {
    for key in content.keys() {
        let schema = at.child(key).child("itemSchema");
        if context.document.value(&schema).is_some() {
            let message = format!("streaming of `{key}` items is not supported");
            context.report(&ITEM_SCHEMA_MODELS, message, &schema);
            type_of(context, &schema);
        }
    }
}

/// Returns whether a header can carry this.
pub(super) fn is_sendable(media_type: &str) -> bool {
    media_type.contains('/') && media_type.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// Returns the body under a media type that a header can carry; that it has another one, at `at`, is noted.
pub(super) fn sendable(context: &mut Context<'_>, chosen: Chosen, at: &Pointer) -> Chosen {
    if is_sendable(&chosen.media_type) {
        return chosen;
    }
    let instead = match chosen.codec {
        Codec::Json => "application/json",
        Codec::Form => "application/x-www-form-urlencoded",
        Codec::Text => "text/plain",
        Codec::Bytes => "application/octet-stream",
    };
    let message = format!("`{}` is not a media type", chosen.media_type);
    let note = format!("the body is sent as `{instead}`");
    let at = at.child(&chosen.media_type);
    context.report_with_note(&MEDIA_TYPE_INVALID, message, note, &at);
    Chosen {
        media_type: instead.to_owned(),
        ..chosen
    }
}

/// Reports the media types beside `chosen` with another schema or another patch format. Otherwise they are only other
/// encodings of the same body.
pub(super) fn ignored_of_request(
    context: &mut Context<'_>,
    content: &Content,
    chosen: &str,
    at: &Pointer,
) {
    for other in others(content, chosen) {
        if schema_of(content, other).is_none() {
            continue;
        }
        if !is_alike(context, content, other, chosen) {
            report_ignored(context, other, chosen, at);
        } else if is_patch(other) || is_patch(chosen) {
            let message = format!("`{other}` has the same schema as `{chosen}`");
            let note = format!("only `{chosen}` is sent");
            context.report_with_note(&MEDIA_TYPE_IGNORED, message, note, &at.child(other));
        }
    }
}

/// Notes the media types beside `chosen` that have more to say of a response. Beside JSON none has: the client asks
/// for JSON, and gets it.
pub(super) fn ignored_of_response(
    context: &mut Context<'_>,
    content: &Content,
    chosen: &str,
    at: &Pointer,
) {
    if codec(chosen).1 == Codec::Json {
        return;
    }
    for other in others(content, chosen) {
        let other_schema = schema_of(content, other);
        if has_structure(context, other_schema.as_ref())
            && !is_alike(context, content, other, chosen)
        {
            report_ignored(context, other, chosen, at);
        }
    }
}

fn others<'a>(content: &'a Content, chosen: &str) -> impl Iterator<Item = &'a str> {
    let others = content.keys().map(String::as_str);
    others.filter(move |other| *other != chosen)
}

fn schema_of(content: &Content, media_type: &str) -> Option<Pointer> {
    let node = content.get(media_type)?;
    node.schema.as_ref().map(child)
}

/// Returns whether two media types have the same schema.
fn is_alike(context: &mut Context<'_>, content: &Content, one: &str, other: &str) -> bool {
    let [one, other] =
        [one, other].map(|key| schema_of(content, key).and_then(|at| context.resolve(&at)));
    one == other || value(context, one.as_ref()) == value(context, other.as_ref())
}

fn value<'a>(context: &Context<'a>, at: Option<&Pointer>) -> Option<&'a serde_json::Value> {
    context.document.value(at?)
}

fn report_ignored(context: &mut Context<'_>, other: &str, chosen: &str, at: &Pointer) {
    let message = format!("`{other}` has another schema than `{chosen}`");
    let note = format!("only `{chosen}` is used");
    context.report_with_note(&MEDIA_TYPE_IGNORED, message, note, &at.child(other));
}

/// What a body is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(in crate::lower) enum Role {
    /// The client sends it.
    Request,
    /// The API sends it with a success.
    Success,
    /// The API sends it with a failure.
    Failure,
}

/// Returns the value of `Accept` for responses of these kinds, in their order; `None` where that is JSON alone, which
/// the runtime asks for by itself. Anything else is welcome too: a failure may come as something the document does not
/// say.
pub(super) fn accept<'a>(chosen: impl Iterator<Item = &'a Chosen>) -> Option<String> {
    let mut ranges: Vec<&str> = Vec::new();
    for range in chosen.filter_map(|chosen| chosen.range.as_deref()) {
        let range = range.trim();
        if is_sendable(range) && !range.contains(',') && !ranges.contains(&range) {
            ranges.push(range);
        }
    }
    if ranges.iter().all(|range| is_plain_json(range)) {
        return None;
    }
    let rest = (!ranges.contains(&"*/*")).then_some("*/*;q=0.5");
    ranges.extend(rest);
    Some(ranges.join(", "))
}

fn is_plain_json(range: &str) -> bool {
    let (essence, parameters) = split(range);
    let parameters = parameters.to_ascii_lowercase();
    essence.eq_ignore_ascii_case("application/json")
        && (parameters.is_empty() || parameters.starts_with("charset="))
}

#[cfg(test)]
mod accept_tests {
    use super::*;
    use crate::catalog::media_types::Codec;
    use crate::ir::TypeRef;

    fn accepted(ranges: &[&str]) -> Option<String> {
        let chosen = ranges.iter().map(|range| Chosen {
            media_type: String::new(),
            range: Some((*range).to_owned()),
            codec: Codec::Bytes,
            ty: TypeRef::Json,
            member: None,
            fields: Vec::new(),
        });
        accept(chosen.collect::<Vec<_>>().iter())
    }

    #[test]
    fn json_alone_is_not_asked_for() {
        assert_eq!(accepted(&[]), None);
        assert_eq!(
            accepted(&["application/json", "Application/JSON; charset=UTF-8"]),
            None
        );
    }

    #[test]
    fn every_kind_is_asked_for_once() {
        let cases: [(&[&str], &str); 4] = [
            (&["text/csv", "text/csv "], "text/csv, */*;q=0.5"),
            (
                &["application/json", "image/*"],
                "application/json, image/*, */*;q=0.5",
            ),
            (
                &["application/json;odata=verbose"],
                "application/json;odata=verbose, */*;q=0.5",
            ),
            (&["*/*", "a/b\nX: y", "a/b, c/d"], "*/*"),
        ];
        for (ranges, expected) in cases {
            assert_eq!(accepted(ranges).as_deref(), Some(expected));
        }
    }
}
