//! Alternatives become enums of types.

use hashbrown::HashSet;

use super::facts::Facts;
use super::sketch::{Sketch, sketch};
use super::telling::{break_ties, keep_telling_choices};
use crate::diagnostics::Pointer;
use crate::ir::{Outline, Shape, TypeRef, Union};
use crate::load::as_written;
use crate::lower::codes::DISCRIMINATOR_UNRESOLVED;
use crate::lower::context::Context;
use crate::names::{Case, Scope, pascal, split};

/// Builds the union of the schemas at `alternatives`.
pub(super) fn build(
    context: &mut Context<'_>,
    at: &Pointer,
    facts: &Facts,
    alternatives: &[Pointer],
) -> Shape {
    let (mut sketches, mut outlines): (Vec<Sketch>, Vec<Outline>) = Default::default();
    let mut types = HashSet::new();
    for alternative in alternatives {
        let (sketch, outline) = sketch(context, facts, alternative);
        if types.insert(sketch.ty.clone()) {
            sketches.push(sketch);
            outlines.push(outline);
        }
    }
    check_mapping(context, at, facts, &sketches);
    keep_telling_choices(&mut outlines);
    let places: Vec<Pointer> = sketches.iter().map(|sketch| sketch.at.clone()).collect();
    break_ties(context, &places, &mut outlines);
    let own = own_name(context, at);
    let mut scope = Scope::new();
    let other = scope.claim(Case::Variant, "Other");
    let texts: Vec<String> = sketches
        .iter()
        .map(|sketch| within(&own, type_name(&sketch.ty)))
        .collect();
    let names = scope.claim_each(Case::Variant, &texts);
    let variants = names
        .into_iter()
        .zip(sketches.into_iter().zip(outlines))
        .map(|(name, (sketch, outline))| sketch.into_variant(name, outline))
        .collect();
    Shape::Union(Union { variants, other })
}

/// The name of the union, in which its variants need not be called after it again.
fn own_name(context: &Context<'_>, at: &Pointer) -> String {
    match context.known.get(at).map(|used| &used.ty) {
        Some(TypeRef::Named(name)) => name.as_str().to_owned(),
        _ => String::new(),
    }
}

fn within(own: &str, name: String) -> String {
    match name.strip_prefix(own) {
        Some(rest)
            if !own.is_empty() && rest.starts_with(|letter: char| letter.is_ascii_uppercase()) =>
        {
            rest.to_owned()
        }
        _ => name,
    }
}

fn check_mapping(context: &mut Context<'_>, at: &Pointer, facts: &Facts, sketches: &[Sketch]) {
    let Some(discriminator) = &facts.discriminator else {
        return;
    };
    let places = sketches.iter().map(|sketch| &sketch.at).collect();
    let names = sketches
        .iter()
        .filter_map(|sketch| sketch.component.as_deref());
    let names = names.collect();
    let mapping = facts.mapping(context.document);
    for meaning in mapping.lost(&places, &names) {
        let value = &meaning.value;
        let reference = discriminator.mapping.get(value).map(String::as_str);
        let message = format!(
            "`{}` is none of the alternatives; `{value}` tells none apart",
            as_written(reference.unwrap_or_default())
        );
        let place = at.child("discriminator").child("mapping").child(value);
        context.report(&DISCRIMINATOR_UNRESOLVED, message, &place);
    }
}

/// What a type is called as a variant.
fn type_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(name) => name.as_str().to_owned(),
        TypeRef::Scalar(scalar) => format!("{scalar:?}"),
        TypeRef::List(item) => pascal(&split(&format!("{} list", type_name(item)))),
        TypeRef::Map(item) => pascal(&split(&format!("{} map", type_name(item)))),
        TypeRef::Optional(inner) | TypeRef::Boxed(inner) => type_name(inner),
        TypeRef::Json => "Json".to_owned(),
    }
}
