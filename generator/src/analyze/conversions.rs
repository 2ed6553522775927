//! What unions can be made from, and which members take that.

use std::collections::BTreeMap;

use super::aliases::without_aliases;
use crate::catalog::json_type::JsonType;
use crate::ir::{
    Api, Content, Conversion, Field, Patches, Presence, Scalar, Shape, Source, TypeRef, Union,
    Variant,
};
use crate::names::Identifier;

/// Settles what unions that requests use can be made from, and marks the members that hold one.
pub(super) fn settle(api: &mut Api) {
    let sent = api.types.iter().filter(|(_, ty)| ty.usage.request);
    let unions = sent.filter_map(|(name, ty)| match &ty.shape {
        Shape::Union(union) => Some((name.clone(), conversions(api, name, union))),
        _ => None,
    });
    let unions: BTreeMap<Identifier, Vec<Conversion>> = unions.collect();
    let mut patches: BTreeMap<Identifier, Patches> = BTreeMap::new();
    for ty in api.types.values_mut().filter(|ty| ty.usage.request) {
        if let Shape::Struct(fields) = &mut ty.shape {
            for field in &mut fields.fields {
                mark(field, &unions, &mut patches);
            }
        }
    }
    for (name, conversions) in unions {
        if let Some(Shape::Union(union)) = api.types.get_mut(&name).map(|ty| &mut ty.shape) {
            union.conversions = conversions;
            union.patches = patches.remove(&name).unwrap_or_default();
        }
    }
}

/// Marks a member that holds one of `unions`, and notes how.
fn mark(
    field: &mut Field,
    unions: &BTreeMap<Identifier, Vec<Conversion>>,
    patches: &mut BTreeMap<Identifier, Patches>,
) {
    let (name, is_boxed) = match &field.ty {
        TypeRef::Named(name) => (name, false),
        TypeRef::Boxed(inner) => match &**inner {
            TypeRef::Named(name) => (name, true),
            _ => return,
        },
        _ => return,
    };
    if !unions.contains_key(name) {
        return;
    }
    field.content = Content::Union;
    if field.presence == Presence::Patch {
        let patches = patches.entry(name.clone()).or_default();
        patches.plain |= !is_boxed;
        patches.boxed |= is_boxed;
    }
}

/// A variant with what it holds: without aliases and outside of a box, where that can be told.
type Held<'a> = (&'a Variant, Option<TypeRef>);

/// Returns the conversions into the union `name`: from the type of each variant that no other one has, and from what
/// becomes one of these without a loss, where that leaves no choice.
fn conversions(api: &Api, name: &Identifier, union: &Union) -> Vec<Conversion> {
    let held = |variant| (variant, held(api, variant));
    let variants: Vec<Held<'_>> = union.variants.iter().map(held).collect();
    let mut conversions = Vec::new();
    for (variant, ty) in &variants {
        let is_alone = variants.iter().filter(|(_, other)| other == ty).count() == 1;
        let itself = |ty: &TypeRef| matches!(ty, TypeRef::Named(other) if other == name);
        if let Some(ty) = ty
            && is_alone
            && !itself(ty)
            && !matches!(ty, TypeRef::Optional(_))
        {
            conversions.push(conversion(variant, Source::Type(ty.clone())));
        }
    }
    conversions.extend(from_texts(&variants));
    conversions.extend(from_literals(&variants));
    conversions
}

fn held(api: &Api, variant: &Variant) -> Option<TypeRef> {
    let ty = without_aliases(api, &variant.ty)?;
    Some(match ty {
        TypeRef::Boxed(inner) => *inner,
        other => other,
    })
}

/// Returns the only variant that holds a `scalar`.
fn only<'a>(variants: &[Held<'a>], scalar: Scalar) -> Option<&'a Variant> {
    let wanted = Some(TypeRef::Scalar(scalar));
    let mut found = variants.iter().filter(|(_, ty)| *ty == wanted);
    let (variant, _) = found.next()?;
    found.next().is_none().then_some(*variant)
}

/// Returns whether a variant holds one of the scalars that are `wanted`.
fn has(variants: &[Held<'_>], wanted: impl Fn(Scalar) -> bool) -> bool {
    let mut types = variants.iter().map(|(_, ty)| ty);
    types.any(|ty| matches!(ty, Some(TypeRef::Scalar(scalar)) if wanted(*scalar)))
}

/// From strings: the variant that holds one, or else a secret.
fn from_texts(variants: &[Held<'_>]) -> Vec<Conversion> {
    if has(variants, |scalar| scalar == Scalar::String) {
        let text = only(variants, Scalar::String);
        let text = text.map(|variant| conversion(variant, Source::Text));
        return text.into_iter().collect();
    }
    let Some(variant) = only(variants, Scalar::Secret) else {
        return Vec::new();
    };
    let string = Source::Type(TypeRef::Scalar(Scalar::String));
    vec![
        conversion(variant, string),
        conversion(variant, Source::Text),
    ]
}

/// From an `i32`, which an integer without a suffix is where more than one type comes into question.
fn from_literals(variants: &[Held<'_>]) -> Option<Conversion> {
    let is_int = |scalar: Scalar| scalar == Scalar::Int32;
    let is_integer = |scalar: Scalar| scalar.row().json_type == JsonType::Integer;
    if has(variants, is_int) {
        return None;
    }
    let number = only(variants, Scalar::Double).filter(|_| !has(variants, is_integer));
    let wide = only(variants, Scalar::Int64).or_else(|| only(variants, Scalar::BigInteger));
    let variant = wide.or(number)?;
    let int = Source::Type(TypeRef::Scalar(Scalar::Int32));
    Some(conversion(variant, int))
}

fn conversion(variant: &Variant, source: Source) -> Conversion {
    Conversion {
        variant: variant.name.clone(),
        source,
        origin: variant.origin.clone(),
    }
}
