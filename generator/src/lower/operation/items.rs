//! Media types that are sequences of items (OpenAPI 3.2.0, Media Type Object, `itemSchema`): their items become models.

use openapiv3::Content;

use crate::diagnostics::Pointer;
use crate::lower::codes::ITEM_SCHEMA_MODELS;
use crate::lower::context::Context;
use crate::lower::schema::type_of;

/// Makes models of the items in the media types of `content`, which stands at `at`.
pub(super) fn lower(context: &mut Context<'_>, content: &Content, at: &Pointer) {
    for key in content.keys() {
        let schema = at.child(key).child("itemSchema");
        if context.document.value(&schema).is_some() {
            let message = format!("streaming of `{key}` items is not supported");
            context.report(&ITEM_SCHEMA_MODELS, message, &schema);
            type_of(context, &schema);
        }
    }
}
