//! How members of forms are written (OpenAPI 3.0.3, Encoding Object).

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;
use crate::ir::ParameterStyle;
use crate::lower::context::Context;

/// The members of the form of the media type at `at` that are not written as members of forms mostly are.
pub(super) fn fields(context: &Context<'_>, at: &Pointer) -> Vec<(String, ParameterStyle)> {
    let media_type = context.document.value(at);
    let encoding = media_type.and_then(|media_type| media_type.get("encoding")?.as_object());
    let fields = encoding.into_iter().flatten();
    let styles = fields.filter_map(|(name, said)| Some((name.clone(), style(said.as_object()?)?)));
    styles.collect()
}

/// How a member is written of which the document says `said`, unless that is as it is written anyway: items by
/// repeating the name, members of objects in style `deepObject`. A style wins over a media type. Whether reserved
/// characters are encoded makes no difference to who decodes a form.
fn style(said: &Map<String, Value>) -> Option<ParameterStyle> {
    let text = |key: &str| said.get(key).and_then(Value::as_str);
    let explode = said.get("explode").and_then(Value::as_bool);
    let style = match (text("style"), explode) {
        (Some("form"), _) | (None, Some(false)) => None,
        (Some("spaceDelimited"), _) => Some("SpaceDelimited"),
        (Some("pipeDelimited"), _) => Some("PipeDelimited"),
        (None, None) if text("contentType").is_some_and(is_json) => {
            return Some(ParameterStyle {
                json: true,
                ..ParameterStyle::default()
            });
        }
        _ => return None,
    };
    Some(ParameterStyle {
        style,
        explode: explode.filter(|explode| style.is_some() || !explode),
        ..ParameterStyle::default()
    })
}

fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence == "application/json" || essence.ends_with("+json")
}
