//! How members of forms are written (OpenAPI 3.0.3, Encoding Object).

use serde_json::{Map, Value};

use crate::catalog::media_types::{Codec, codec};
use crate::codes::lower::ENCODING_IGNORED;
use crate::diagnostics::Pointer;
use crate::ir::{Items, ParameterStyle, Style};
use crate::lower::context::Context;

/// Returns the members of the form of the media type at `at` that are not written as members of forms mostly are.
pub(super) fn fields(context: &mut Context<'_>, at: &Pointer) -> Vec<(String, ParameterStyle)> {
    let media_type = context.document.value(at);
    let encoding = media_type.and_then(|media_type| media_type.get("encoding")?.as_object());
    let mut fields = Vec::new();
    for (name, said) in encoding.into_iter().flatten() {
        match said.as_object().map(style) {
            Some(Ok(Some(style))) if style.is_deep_object() => {
                let is_assumed = !is_list(context, at, name);
                fields.push((
                    name.clone(),
                    ParameterStyle {
                        is_assumed,
                        ..style
                    },
                ));
            }
            Some(Ok(style)) => fields.extend(style.map(|style| (name.clone(), style))),
            Some(Err(unknown)) => {
                let message = format!("unsupported encoding of `{name}`: {unknown}");
                context.report(
                    &ENCODING_IGNORED,
                    message,
                    &at.child("encoding").child(name),
                );
            }
            None => {}
        }
    }
    fields
}

/// Returns whether the member `name` of the form of the media type at `at` can be a list.
fn is_list(context: &mut Context<'_>, at: &Pointer, name: &str) -> bool {
    let member = at.child("schema").child("properties").child(name);
    let Some(target) = context.resolve(&member) else {
        return true;
    };
    let normalized = context.normalized(&target);
    normalized.items.is_some() || normalized.kind.as_deref() != Some("object")
}

/// Returns how a member is written of which the document says `said`, unless that is as it is written anyway: items by
/// repeating the name. A style wins over a media type. Whether reserved
/// characters are encoded makes no difference to who decodes a form.
///
/// # Errors
/// What no form can be written by.
fn style(said: &Map<String, Value>) -> Result<Option<ParameterStyle>, String> {
    let text = |key: &str| said.get(key).and_then(Value::as_str);
    let explode = said.get("explode").and_then(Value::as_bool);
    let style = match (text("style"), explode) {
        (Some("form"), _) | (None, Some(false)) => None,
        (Some("spaceDelimited"), _) => Some(Style::SpaceDelimited),
        (Some("pipeDelimited"), _) => Some(Style::PipeDelimited),
        (Some("deepObject"), _) => Some(Style::DeepObject(Items::default())),
        (None, Some(true)) => return Ok(None),
        (Some(style), _) => return Err(format!("style `{style}`")),
        (None, None) => return text("contentType").map_or(Ok(None), of_media_type),
    };
    Ok(Some(ParameterStyle {
        style,
        explode: explode.filter(|explode| match style {
            Some(Style::DeepObject(_)) => false,
            Some(_) => true,
            None => !explode,
        }),
        ..ParameterStyle::default()
    }))
}

fn of_media_type(media_type: &str) -> Result<Option<ParameterStyle>, String> {
    let json = ParameterStyle {
        json: true,
        ..ParameterStyle::default()
    };
    match codec(media_type).1 {
        Codec::Json => Ok(Some(json)),
        Codec::Text => Ok(None),
        Codec::Form | Codec::Bytes => Err(format!("content type `{media_type}`")),
    }
}
