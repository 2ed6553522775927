//! One alternative of a union: its type, and what its values look like.

use super::discriminate::discriminate;
use super::facts::Facts;
use super::outline::outline;
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
    /// The place of its schema.
    pub at: Pointer,
    /// The place where the union lists it.
    origin: Pointer,
    discriminator: Option<(String, String)>,
}

impl Sketch {
    /// The variant, called `name`, whose values look like `outline`.
    pub fn into_variant(self, name: Identifier, outline: Outline) -> Variant {
        Variant {
            name,
            ty: self.ty,
            outline,
            discriminator: self.discriminator,
            origin: self.origin,
        }
    }
}

/// Sketches the alternative at `at` of `union`, and outlines its values.
pub(super) fn sketch(context: &mut Context<'_>, union: &Facts, at: &Pointer) -> (Sketch, Outline) {
    let ty = type_of(context, at).ty;
    let mut sketch = Sketch {
        ty,
        component: None,
        at: at.clone(),
        origin: at.clone(),
        discriminator: None,
    };
    let Some(target) = context.resolve(at) else {
        let anything = Outline {
            kind: "Any",
            ..Outline::default()
        };
        return (sketch, anything);
    };
    let mut outline = outline(context, &target);
    sketch.discriminator = discriminate(context, union, &target, &mut outline);
    sketch.component = component(&target);
    sketch.at = target;
    (sketch, outline)
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
