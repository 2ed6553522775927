//! The one media type of several that the client uses.

use openapiv3::{Content, MediaType};

use crate::catalog::media_types::{Codec, codec};
use crate::diagnostics::Pointer;
use crate::ir::{Scalar, TypeRef};
use crate::load::child;
use crate::lower::codes::{BODY_AS_BYTES, MEDIA_TYPE_IGNORED};
use crate::lower::context::Context;
use crate::lower::schema::type_of;

/// A media type that was chosen, and the type of its body.
pub(super) struct Chosen {
    pub media_type: String,
    pub codec: Codec,
    pub ty: TypeRef,
}

/// Chooses among the media types of `content`, which stands at `at`.
pub(super) fn choose(context: &mut Context<'_>, content: &Content, at: &Pointer) -> Option<Chosen> {
    let (media_type, node) = content
        .iter()
        .min_by_key(|(media_type, _)| codec(media_type).0)?;
    report_ignored(context, content, media_type, at);
    let codec = codec(media_type).1;
    if codec == Codec::Bytes {
        report_untyped(context, node, &at.child(media_type));
    }
    let ty = match codec {
        Codec::Json | Codec::Form => {
            let schema = node.schema.as_ref().map(child);
            schema.map_or(TypeRef::Json, |schema| with_null(context, &schema))
        }
        Codec::Text => TypeRef::Scalar(Scalar::String),
        Codec::Bytes => TypeRef::Scalar(Scalar::Bytes),
    };
    Some(Chosen {
        media_type: media_type.clone(),
        codec,
        ty,
    })
}

fn with_null(context: &mut Context<'_>, schema: &Pointer) -> TypeRef {
    let used = type_of(context, schema);
    if used.nullable {
        TypeRef::Optional(Box::new(used.ty))
    } else {
        used.ty
    }
}

/// Notes a body that has a structure which is left to the user, such as XML.
fn report_untyped(context: &mut Context<'_>, node: &MediaType, at: &Pointer) {
    let Some(schema) = node.schema.as_ref().map(child) else {
        return;
    };
    let Some(target) = context.resolve(&schema) else {
        return;
    };
    let facts = context.facts(&target);
    if !facts.is_unstructured() && facts.kind.as_deref() != Some("string") {
        context.report(
            &BODY_AS_BYTES,
            "bodies of this media type are not typed",
            at,
        );
    }
}

fn report_ignored(context: &mut Context<'_>, content: &Content, chosen: &str, at: &Pointer) {
    let chosen_codec = codec(chosen).1;
    for other in content
        .keys()
        .filter(|other| *other != chosen && codec(other).1 != chosen_codec)
    {
        context.report(
            &MEDIA_TYPE_IGNORED,
            format!("`{other}` is left out in favour of `{chosen}`"),
            &at.child(other),
        );
    }
}
