//! Alternatives become enums of types.

use hashbrown::HashSet;

use super::discriminate::{Common, apply, report_contradictions, selectors};
use super::inheritance::{discriminated, family, is_own};
use super::outline::outline;
use super::sketch::{Sketch, sketch};
use super::telling::{break_ties, keep_telling_choices};
use crate::diagnostics::Pointer;
use crate::ir::{Outline, Patches, Shape, TypeRef, Union};
use crate::load::as_written;
use crate::lower::codes::DISCRIMINATOR_UNRESOLVED;
use crate::lower::context::Context;
use crate::names::{Case, Scope, pascal, split};

/// Builds the union of the schemas at `alternatives`.
pub(super) fn build(context: &mut Context<'_>, at: &Pointer, alternatives: &[Pointer]) -> Shape {
    let mut types = HashSet::new();
    let mut sketches: Vec<Sketch> = alternatives
        .iter()
        .map(|alternative| sketch(context, alternative))
        .collect();
    sketches.retain(|sketch| types.insert(sketch.ty.clone()));
    let outlines = outlines(context, at, &mut sketches);
    let own = own_name(context, at);
    let mut scope = Scope::new();
    let other = scope.claim(Case::Variant, "Other");
    let texts: Vec<String> = sketches
        .iter()
        .map(|sketch| within(&own, variant_name(context, at, sketch)))
        .collect();
    let names = scope.claim_each(Case::Variant, &texts);
    let variants = names
        .into_iter()
        .zip(sketches.into_iter().zip(outlines))
        .map(|(name, (sketch, outline))| sketch.into_variant(name, outline))
        .collect();
    Shape::Union(Union {
        variants,
        other,
        conversions: Vec::new(),
        patches: Patches::default(),
    })
}

/// What the values of each alternative look like, as far as it tells them apart.
fn outlines(context: &mut Context<'_>, at: &Pointer, sketches: &mut [Sketch]) -> Vec<Outline> {
    let places: Vec<Pointer> = sketches.iter().map(|sketch| sketch.at.clone()).collect();
    let mut outlines: Vec<Outline> = sketches
        .iter()
        .map(|sketch| {
            if sketch.is_resolved {
                return outline(context, &sketch.at);
            }
            Outline {
                kind: "Any",
                ..Outline::default()
            }
        })
        .collect();
    let common = common(context, at);
    let selectors = selectors(context, &common, &places, &outlines);
    let place = match &common {
        Common::Discriminator(place) => Some(place.clone()),
        Common::Base(base) => discriminated(context, base),
        Common::Nothing => None,
    };
    if let Some(place) = place {
        check_mapping(context, &place, sketches);
        report_contradictions(context, &place, &selectors);
    }
    let written = apply(&common, &selectors, &mut outlines);
    for (sketch, written) in sketches.iter_mut().zip(written) {
        sketch.discriminator = written;
    }
    keep_telling_choices(&mut outlines);
    break_ties(context, &places, &mut outlines);
    outlines
}

/// What the alternatives of the schema at `at` have in common.
pub(super) fn common(context: &mut Context<'_>, at: &Pointer) -> Common {
    if family(context, at).is_some() {
        return Common::Base(at.clone());
    }
    if let Some(place) = discriminated(context, at) {
        return Common::Discriminator(place);
    }
    let facts = context.facts(at);
    for part in &facts.all_of {
        if let Some(target) = context.resolve(part)
            && context.facts(&target).discriminator.is_some()
            && context.facts(&target).has_alternatives()
        {
            return Common::Discriminator(target);
        }
    }
    Common::Nothing
}

/// What an alternative is called: like its type, or like its schema if it is what an extended one says itself.
fn variant_name(context: &Context<'_>, union: &Pointer, sketch: &Sketch) -> String {
    match context.known.get(&sketch.schema).map(|used| &used.ty) {
        Some(schema) if is_own(context, &sketch.at) && sketch.schema != *union => type_name(schema),
        _ => type_name(&sketch.ty),
    }
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

/// Notes values that the discriminator at `place` maps to schemas which are no alternatives.
fn check_mapping(context: &mut Context<'_>, place: &Pointer, sketches: &[Sketch]) {
    let facts = context.facts(place);
    let Some(discriminator) = &facts.discriminator else {
        return;
    };
    let places = sketches.iter().map(|sketch| &sketch.schema).collect();
    let names = sketches
        .iter()
        .filter_map(|sketch| sketch.component.as_deref());
    let names = names.collect();
    let mapping = facts.mapping(context.document);
    for meaning in mapping.lost(&places, &names) {
        let value = &meaning.value;
        let reference = discriminator.mapping.get(value).map(String::as_str);
        let message = format!(
            "`{}` is not a subschema of this union; `{value}` selects no variant",
            as_written(reference.unwrap_or_default())
        );
        let at = place.child("discriminator").child("mapping").child(value);
        context.report(&DISCRIMINATOR_UNRESOLVED, message, &at);
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
