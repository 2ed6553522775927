//! Members that can have one value only, which constructors know.

use std::collections::BTreeMap;

use super::aliases::concrete;
use crate::doc_text::code_span;
use crate::ir::{
    Api, Constant, EnumValues, Field, Presence, Scalar, Shape, TypeRef, Union, Variant,
};
use crate::names::Identifier;

/// The value that unions tell a struct by, by the names of the struct and of the member; nothing where they differ.
type Tags = BTreeMap<(Identifier, String), Option<String>>;

/// Gives each member that a constructor could ask for its only value, if it has but one: the one that its schema lists,
/// or the one that all unions tell the struct by.
pub(super) fn settle(api: &mut Api) {
    let tags = tags(api);
    let mut found = Vec::new();
    for ty in api.types.values().filter(|ty| ty.usage.request) {
        let Shape::Struct(fields) = &ty.shape else {
            continue;
        };
        for (place, field) in fields.fields.iter().enumerate() {
            if field.presence == Presence::Required {
                let only = of_schema(api, field).or_else(|| of_tag(api, &tags, &ty.name, field));
                found.extend(only.map(|only| (ty.name.clone(), place, only)));
            }
        }
    }
    forget(api);
    for (name, place, (constant, note)) in found {
        let Some(Shape::Struct(fields)) = api.types.get_mut(&name).map(|ty| &mut ty.shape) else {
            continue;
        };
        if let Some(field) = fields.fields.get_mut(place) {
            field.constant = Some(constant);
            add_note(&mut field.description, &note);
        }
    }
}

/// Forgets what lowering found: what counts is found by now.
fn forget(api: &mut Api) {
    for ty in api.types.values_mut() {
        if let Shape::Struct(fields) = &mut ty.shape {
            fields
                .fields
                .iter_mut()
                .for_each(|field| field.constant = None);
        }
    }
}

fn add_note(description: &mut String, note: &str) {
    if !description.trim().is_empty() && !note.is_empty() {
        description.push_str("\n\n");
    }
    description.push_str(note);
}

/// A constant, and the sentence that documents it.
type Documented = (Constant, String);

/// Returns the only value that the schema of a member lists.
fn of_schema(api: &Api, field: &Field) -> Option<Documented> {
    let constant = field.constant.as_ref()?;
    let note = match constant {
        Constant::Text(text) => format!("Always {}.", code_span(text)),
        Constant::Integer(value) => format!("Always {}.", code_span(&value.to_string())),
        // Lowering says so already.
        Constant::Number(_) | Constant::Boolean(_) | Constant::Variant(..) => String::new(),
    };
    Some((typed(api, &field.ty, constant)?, note))
}

/// Returns the value that all unions tell the struct by.
fn of_tag(api: &Api, tags: &Tags, name: &Identifier, field: &Field) -> Option<Documented> {
    let value = tags.get(&(name.clone(), field.wire.clone()))?.as_ref()?;
    let constant = typed(api, &field.ty, &Constant::Text(value.clone()))?;
    Some((constant, format!("`new` sets it to {}.", code_span(value))))
}

/// Returns the constant as a value of type `ty`, if it is one.
fn typed(api: &Api, ty: &TypeRef, constant: &Constant) -> Option<Constant> {
    match (ty, constant) {
        (TypeRef::Scalar(Scalar::String), Constant::Text(_))
        | (TypeRef::Scalar(Scalar::Boolean), Constant::Boolean(_))
        | (TypeRef::Scalar(Scalar::Double), Constant::Number(_)) => Some(constant.clone()),
        (TypeRef::Named(name), _) => {
            let Shape::Enum(listed) = &api.types.get(name)?.shape else {
                return None;
            };
            let variant = variant_of(&listed.values, constant)?;
            Some(Constant::Variant(name.clone(), variant))
        }
        _ => None,
    }
}

fn variant_of(values: &EnumValues, constant: &Constant) -> Option<Identifier> {
    match (values, constant) {
        (EnumValues::Strings(values), Constant::Text(text)) => {
            let value = values.iter().find(|value| value.wire == *text);
            value.map(|value| value.name.clone())
        }
        (EnumValues::Integers(values), Constant::Integer(integer)) => {
            let value = values.iter().find(|value| value.wire == *integer);
            value.map(|value| value.name.clone())
        }
        _ => None,
    }
}

/// Returns what unions tell structs by.
fn tags(api: &Api) -> Tags {
    let mut tags = Tags::new();
    for variant in api
        .types
        .values()
        .filter_map(union)
        .flat_map(|union| &union.variants)
    {
        let Some((key, _)) = &variant.discriminator else {
            continue;
        };
        let TypeRef::Named(name) = concrete(api, &variant.ty) else {
            continue;
        };
        let value = only_tag(variant, key);
        let known = tags.entry((name.clone(), key.clone()));
        known
            .and_modify(|known| {
                if *known != value {
                    *known = None;
                }
            })
            .or_insert_with(|| value.clone());
    }
    tags
}

fn union(ty: &crate::ir::Type) -> Option<&Union> {
    match &ty.shape {
        Shape::Union(union) => Some(union),
        _ => None,
    }
}

/// Returns the value of the member `key` that selects a variant, if there is but one.
fn only_tag(variant: &Variant, key: &str) -> Option<String> {
    let mut tags = variant.shape_summary.tags.iter();
    let tag = tags.find(|tag| tag.key == key)?;
    match tag.values.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}
