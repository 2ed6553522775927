//! Alternatives become enums of types.

use super::facts::Facts;
use super::members::members;
use super::{Classified, classify, type_of};
use crate::diagnostics::Pointer;
use crate::ir::{Scalar, Shape, Tag, TypeRef, Union, Variant};
use crate::load::target_of;
use crate::lower::codes::DISCRIMINATOR_UNRESOLVED;
use crate::lower::context::Context;
use crate::names::{Case, Identifier, Scope, Wanted};

/// Builds the union of the schemas at `alternatives`.
pub(super) fn build(
    context: &mut Context<'_>,
    at: &Pointer,
    facts: &Facts,
    alternatives: &[Pointer],
) -> Shape {
    let mut sketches: Vec<Sketch> = Vec::new();
    for alternative in alternatives {
        let sketch = sketch(context, facts, alternative);
        if !sketches.iter().any(|known| known.ty == sketch.ty) {
            sketches.push(sketch);
        }
    }
    check_mapping(context, at, facts, &sketches);
    let mut scope = Scope::new();
    let other = scope.claim(Case::Variant, "Other");
    let texts: Vec<String> = sketches.iter().map(wanted_name).collect();
    let wanted: Vec<_> = texts
        .iter()
        .map(|text| Wanted {
            text,
            deprecated: false,
        })
        .collect();
    let names = scope.claim_all(Case::Variant, &wanted);
    let variants = names
        .into_iter()
        .zip(sketches)
        .map(|(name, sketch)| sketch.into_variant(name))
        .collect();
    Shape::Union(Union { variants, other })
}

/// A variant without its name.
struct Sketch {
    ty: TypeRef,
    kind: &'static str,
    tags: Vec<Tag>,
    required: Vec<String>,
    known: Vec<String>,
    discriminator: Option<(String, String)>,
    target: Option<Pointer>,
}

impl Sketch {
    fn into_variant(self, name: Identifier) -> Variant {
        Variant {
            name,
            ty: self.ty,
            kind: self.kind,
            tags: self.tags,
            required: self.required,
            known: self.known,
            discriminator: self.discriminator,
        }
    }
}

fn sketch(context: &mut Context<'_>, union: &Facts, at: &Pointer) -> Sketch {
    let ty = type_of(context, at).ty;
    let mut sketch = Sketch {
        ty,
        kind: "Any",
        tags: vec![],
        required: vec![],
        known: vec![],
        discriminator: None,
        target: None,
    };
    let Some(target) = context.resolve(at) else {
        return sketch;
    };
    let shape = essence(context, &target);
    sketch.kind = kind_of(&shape.1);
    if matches!(shape.1, Classified::Object) {
        describe_members(context, &shape.0, &mut sketch);
    }
    discriminate(union, &target, &mut sketch);
    sketch.target = Some(target);
    sketch
}

/// The schema that `at` stands for, and its shape.
fn essence(context: &mut Context<'_>, at: &Pointer) -> (Pointer, Classified) {
    let mut at = at.clone();
    for _ in 0..16 {
        let facts = context.facts(&at);
        match classify(context, &at, &facts) {
            Classified::Same(other) => match context.resolve(&other) {
                Some(target) => at = target,
                None => break,
            },
            shape => return (at, shape),
        }
    }
    (at, Classified::Anything)
}

fn kind_of(shape: &Classified) -> &'static str {
    match shape {
        Classified::Object | Classified::Map(_) => "Object",
        Classified::List(_) => "Array",
        Classified::Strings(_) => "String",
        Classified::Integers(_) => "Integer",
        Classified::Scalar(scalar) => kind_of_scalar(*scalar),
        Classified::Union(_) | Classified::Same(_) | Classified::Anything => "Any",
    }
}

fn kind_of_scalar(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Boolean => "Boolean",
        Scalar::Int32 | Scalar::Int64 | Scalar::UInt32 | Scalar::UInt64 => "Integer",
        Scalar::Double => "Number",
        Scalar::Bytes
        | Scalar::Date
        | Scalar::DateTime
        | Scalar::Nothing
        | Scalar::Secret
        | Scalar::String => "String",
    }
}

fn describe_members(context: &mut Context<'_>, at: &Pointer, sketch: &mut Sketch) {
    let facts = context.facts(at);
    for member in members(context, at, &facts).listed {
        if member.required {
            sketch.required.push(member.wire.clone());
            let values = listed_strings(context, &member.at);
            if !values.is_empty() {
                sketch.tags.push(Tag {
                    key: member.wire.clone(),
                    values,
                });
            }
        }
        sketch.known.push(member.wire);
    }
}

/// The values of a member that is an enum of one string: an implicit discriminator.
fn listed_strings(context: &mut Context<'_>, at: &Pointer) -> Vec<String> {
    let Some(target) = context.resolve(at) else {
        return Vec::new();
    };
    match essence(context, &target).1 {
        Classified::Strings(values) if values.len() == 1 => values,
        _ => Vec::new(),
    }
}

/// Applies the discriminator (OpenAPI 3.0.3, Discriminator Object): the mapped values, or else the schema's name.
fn discriminate(union: &Facts, target: &Pointer, sketch: &mut Sketch) {
    let Some(discriminator) = &union.discriminator else {
        return;
    };
    let Some(name) = target.tokens().last().map(|token| token.to_string()) else {
        return;
    };
    let mapped = discriminator
        .mapping
        .iter()
        .filter(|(_, reference)| target_of(reference) == Some(name.as_str()));
    let mut values: Vec<String> = mapped.map(|(value, _)| value.clone()).collect();
    if values.is_empty() {
        values.push(name);
    }
    let key = discriminator.property_name.clone();
    sketch.discriminator = values.first().map(|value| (key.clone(), value.clone()));
    sketch.tags.retain(|tag| tag.key != key);
    sketch.tags.insert(0, Tag { key, values });
}

fn check_mapping(context: &mut Context<'_>, at: &Pointer, facts: &Facts, sketches: &[Sketch]) {
    let Some(discriminator) = &facts.discriminator else {
        return;
    };
    for (value, reference) in &discriminator.mapping {
        let is_listed = sketches
            .iter()
            .filter_map(|sketch| sketch.target.as_ref())
            .any(|target| {
                target
                    .tokens()
                    .last()
                    .map(|token| token.to_string())
                    .as_deref()
                    == target_of(reference)
            });
        if !is_listed {
            let place = at.child("discriminator").child("mapping").child(value);
            context.report(
                &DISCRIMINATOR_UNRESOLVED,
                format!("`{reference}` is none of the alternatives"),
                &place,
            );
        }
    }
}

/// What a variant is called: its type.
fn wanted_name(sketch: &Sketch) -> String {
    type_name(&sketch.ty)
}

fn type_name(ty: &TypeRef) -> String {
    match ty {
        TypeRef::Named(name) => name.as_str().to_owned(),
        TypeRef::Scalar(scalar) => format!("{scalar:?}"),
        TypeRef::List(item) => format!("{} list", type_name(item)),
        TypeRef::Map(item) => format!("{} map", type_name(item)),
        TypeRef::Optional(inner) | TypeRef::Boxed(inner) => type_name(inner),
        TypeRef::Json => "json".to_owned(),
    }
}
