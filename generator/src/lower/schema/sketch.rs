//! One alternative of a union: its type, and what tells its values from those of the others.

use std::collections::{BTreeMap, BTreeSet};

use super::discriminate::discriminate;
use super::facts::Facts;
use super::outline::{Outline, outline};
use super::type_of;
use crate::diagnostics::Pointer;
use crate::ir::{Tag, TypeRef, Variant};
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
    outline: Outline,
    discriminator: Option<(String, String)>,
}

impl Sketch {
    /// The variant, called `name`.
    pub fn into_variant(self, name: Identifier) -> Variant {
        let outline = self.outline;
        Variant {
            name,
            ty: self.ty,
            kind: outline.kind,
            values: outline.values,
            tags: outline.tags,
            choices: outline.choices,
            required: outline.required,
            known: outline.known,
            discriminator: self.discriminator,
            origin: self.origin,
        }
    }
}

/// Sketches the alternative at `at` of `union`.
pub(super) fn sketch(context: &mut Context<'_>, union: &Facts, at: &Pointer) -> Sketch {
    let ty = type_of(context, at).ty;
    let Some(target) = context.resolve(at) else {
        return Sketch {
            ty,
            component: None,
            at: at.clone(),
            origin: at.clone(),
            outline: Outline {
                kind: "Any",
                ..Outline::default()
            },
            discriminator: None,
        };
    };
    let mut outline = outline(context, &target);
    let discriminator = discriminate(context, union, &target, &mut outline);
    Sketch {
        ty,
        component: component(&target),
        at: target,
        origin: at.clone(),
        outline,
        discriminator,
    }
}

/// Keeps the choices that tell something: members for which another alternative lists other strings.
pub(super) fn keep_telling_choices(sketches: &mut [Sketch]) {
    let (mut listed, mut telling) = (BTreeMap::new(), BTreeSet::new());
    let outlines = sketches.iter().map(|sketch| &sketch.outline);
    for tag in outlines.flat_map(|outline| outline.choices.iter().chain(&outline.tags)) {
        if *listed.entry(&tag.key).or_insert(&tag.values) != &tag.values {
            telling.insert(tag.key.clone());
        }
    }
    for sketch in sketches {
        let tells = |choice: &Tag| telling.contains(&choice.key);
        sketch.outline.choices.retain(tells);
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
