//! Lists of media types: `consumes` and `produces`.

use hashbrown::HashSet;

use serde_json::{Map, Value};

use super::context::Context;
use crate::catalog::media_types::{Codec, codec, essence_of};
use crate::codes::swagger::{MEDIA_TYPES_MANY, MEMBER_INVALID};
use crate::diagnostics::Pointer;

/// How many media types one list can have: each response gets all of them.
const MAX_MEDIA_TYPES: usize = 32;

/// A media type, and where the text lists it.
#[derive(Clone, Debug)]
pub(super) struct MediaType {
    pub name: String,
    pub listed: Option<Pointer>,
}

impl MediaType {
    /// One that the text does not list.
    pub fn unlisted(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            listed: None,
        }
    }

    /// Returns whether its bodies are JSON.
    pub fn is_json(&self) -> bool {
        codec(&self.name).1 == Codec::Json
    }

    /// Returns whether it is `name`, whatever its parameters.
    pub fn is(&self, name: &str) -> bool {
        essence_of(&self.name).eq_ignore_ascii_case(name)
    }
}

/// Takes the list at `key` out of the object at `at`; `None` if there is none. An empty list clears that of the
/// document (Swagger 2.0, Operation Object, `consumes`).
pub(super) fn take_media_types(
    context: &mut Context<'_>,
    members: &mut Map<String, Value>,
    key: &str,
    at: &Pointer,
) -> Option<Vec<MediaType>> {
    let at = at.child(key);
    match members.shift_remove(key)? {
        Value::Array(items) => Some(listed(context, items, &at)),
        Value::String(name) => Some(vec![MediaType {
            name,
            listed: Some(at),
        }]),
        Value::Null => None,
        _ => {
            context.report(&MEMBER_INVALID, "expected an array of media types", &at);
            None
        }
    }
}

/// Returns what the operation says, else the document, else JSON.
pub(super) fn effective(
    own: Option<Vec<MediaType>>,
    of_document: Option<&Vec<MediaType>>,
) -> Vec<MediaType> {
    let said = own.or_else(|| of_document.cloned()).unwrap_or_default();
    if said.is_empty() {
        vec![MediaType::unlisted("application/json")]
    } else {
        said
    }
}

fn listed(context: &mut Context<'_>, items: Vec<Value>, at: &Pointer) -> Vec<MediaType> {
    if items.len() > MAX_MEDIA_TYPES {
        let message = format!("this array has {} media types", items.len());
        context.report(&MEDIA_TYPES_MANY, message, at);
    }
    let mut seen = HashSet::new();
    let mut types = Vec::new();
    for (place, item) in items.into_iter().take(MAX_MEDIA_TYPES).enumerate() {
        let listed = at.index(place);
        match item.as_str().map(str::trim) {
            Some(name) if !name.is_empty() => {
                if seen.insert(name.to_owned()) {
                    types.push(MediaType {
                        name: name.to_owned(),
                        listed: Some(listed),
                    });
                }
            }
            _ => context.report(&MEMBER_INVALID, "expected a media type", &listed),
        }
    }
    types
}
