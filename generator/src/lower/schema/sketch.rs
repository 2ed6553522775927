//! One alternative of a union: its type, and the schema that it stands for.

use super::type_of;
use crate::diagnostics::Pointer;
use crate::ir::{Outline, TypeRef, Variant};
use crate::load::{FILES, file_stem};
use crate::lower::context::Context;
use crate::names::Identifier;

/// A variant without its name.
pub(super) struct Sketch {
    pub ty: TypeRef,
    /// The name of the component schema that it is, if it is one.
    pub component: Option<String>,
    /// The place of what its values follow.
    pub at: Pointer,
    /// The place of its schema in the document, without what stands beside the union.
    pub schema: Pointer,
    /// Whether its references lead anywhere.
    pub is_resolved: bool,
    /// The member and the value that are written with it.
    pub discriminator: Option<(String, String)>,
    /// The place where the union lists it.
    origin: Pointer,
}

impl Sketch {
    /// The variant, called `name`, whose values look like `outline`.
    pub fn into_variant(self, name: Identifier, outline: Outline) -> Variant {
        Variant {
            name,
            ty: self.ty,
            holds_numbers: false,
            outline,
            discriminator: self.discriminator,
            origin: self.origin,
        }
    }
}

/// Sketches the alternative at `at` of a union.
pub(super) fn sketch(context: &mut Context<'_>, at: &Pointer) -> Sketch {
    let ty = type_of(context, at).ty;
    let origin = context.origin(at);
    let target = context.resolve(at);
    let schema = context.resolve(&origin).unwrap_or_else(|| origin.clone());
    Sketch {
        ty,
        component: component(&schema),
        at: target.clone().unwrap_or_else(|| at.clone()),
        schema,
        is_resolved: target.is_some(),
        discriminator: None,
        origin,
    }
}

/// The name of the component schema, or of the schema in another file, at `at`; others have none.
pub(super) fn component(at: &Pointer) -> Option<String> {
    let parent = Pointer::root().child("components").child("schemas");
    let name = at.tokens().last().map(std::borrow::Cow::into_owned);
    if at.tokens().next().as_deref() == Some(FILES) {
        return name.map(|name| file_stem(&name).to_owned());
    }
    name.filter(|_| at.parent() == Some(parent))
}
