//! Applies the `[decode]` settings: what clients accept in responses although the document does not allow it.

use super::aliases::concrete;
use crate::codes::generation::DECODE_UNUSED;
use crate::diagnostics::{Diagnostic, Place, Pointer};
use crate::ir::{Api, Field, Presence, Scalar, Shape, Type, TypeRef, Union};
use crate::names::Identifier;
use crate::settings::{
    DateTimeWithoutZone, DateWithTime, DecodeSettings, Decoding, SchemaDecoding, Settings,
};

/// Sets how dates are decoded and which properties are any JSON value. Runs before anything depends on these types.
pub(super) fn settle_types(api: &mut Api, settings: &DecodeSettings) {
    if *settings == DecodeSettings::default() {
        return;
    }
    let received = api.types.values_mut().filter(|ty| ty.usage.response);
    for ty in received {
        settle_type(ty, settings);
    }
    let modules = api.operations.values_mut();
    for operation in modules.flat_map(|module| &mut module.operations) {
        let cases = operation.success.cases_mut().map(|case| &mut case.ty);
        let errors = operation.errors.iter_mut().map(|error| &mut error.ty);
        cases
            .chain(errors)
            .for_each(|ty| settle_dates_in(ty, settings.of_api));
    }
}

fn settle_type(ty: &mut Type, settings: &DecodeSettings) {
    let of_type = of_type(ty, settings);
    match &mut ty.shape {
        Shape::Struct(fields) => {
            for field in &mut fields.fields {
                let decoding = of_member(&ty.name, &ty.origin, &field.wire, settings);
                settle_dates_in(&mut field.ty, decoding);
                let schema = of_names(&ty.name, &ty.origin, settings);
                let member = schema.and_then(|schema| schema.of_members.get(&field.wire));
                if member.is_some_and(|member| member.any_value) {
                    field.ty = TypeRef::Json;
                }
            }
            if let Some((_, extra)) = &mut fields.extra {
                settle_dates_in(extra, of_type);
            }
        }
        Shape::Union(Union { variants, .. }) => {
            for variant in variants {
                settle_dates_in(&mut variant.ty, of_type);
            }
        }
        Shape::Alias(target) | Shape::Wrapper(target) => settle_dates_in(target, of_type),
        Shape::Enum(_) => {}
    }
}

fn settle_dates_in(mut ty: &mut TypeRef, decoding: Decoding) {
    loop {
        match ty {
            TypeRef::List(inner)
            | TypeRef::Map(inner)
            | TypeRef::Optional(inner)
            | TypeRef::Boxed(inner) => ty = inner,
            TypeRef::Scalar(scalar) => {
                *scalar = settled(*scalar, decoding);
                return;
            }
            TypeRef::Named(_) | TypeRef::Json => return,
        }
    }
}

fn settled(scalar: Scalar, decoding: Decoding) -> Scalar {
    match (
        scalar,
        decoding.date_time_without_zone,
        decoding.date_with_time,
    ) {
        (Scalar::DateTime, Some(DateTimeWithoutZone::Utc), _) => Scalar::DateTimeOrUtc,
        (Scalar::DateTime, Some(DateTimeWithoutZone::Text), _)
        | (Scalar::Date, _, Some(DateWithTime::Text)) => Scalar::String,
        (Scalar::Date, _, Some(DateWithTime::Date)) => Scalar::DateOfDateTime,
        (scalar, ..) => scalar,
    }
}

/// Marks the required properties that decode `null` or a missing value as their default. Runs once it is known which
/// types have one.
pub(super) fn settle_defaults(api: &mut Api, settings: &DecodeSettings) {
    if *settings == DecodeSettings::default() {
        return;
    }
    let types = &api.types;
    let mut defaulted: Vec<(Identifier, usize)> = Vec::new();
    for ty in types.values().filter(|ty| ty.usage.response) {
        let Shape::Struct(fields) = &ty.shape else {
            continue;
        };
        for (place, field) in fields.fields.iter().enumerate() {
            let decoding = of_member(&ty.name, &ty.origin, &field.wire, settings);
            if decoding.null_as_default == Some(true) && can_default(api, field) {
                defaulted.push((ty.name.clone(), place));
            }
        }
    }
    for (name, place) in defaulted {
        if let Some(Shape::Struct(fields)) = api.types.get_mut(&name).map(|ty| &mut ty.shape)
            && let Some(field) = fields.fields.get_mut(place)
        {
            field.is_defaulted = true;
        }
    }
}

fn can_default(api: &Api, field: &Field) -> bool {
    field.presence == Presence::Required && has_default(api, &field.ty)
}

fn has_default(api: &Api, ty: &TypeRef) -> bool {
    match concrete(api, ty) {
        TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Json => true,
        TypeRef::Optional(_) | TypeRef::Boxed(_) => false,
        TypeRef::Scalar(scalar) => scalar.row().has_default,
        TypeRef::Named(name) => match api.types.get(name).map(|ty| &ty.shape) {
            Some(Shape::Struct(fields)) => fields.has_default,
            _ => false,
        },
    }
}

/// Returns the settings of a type.
fn of_type(ty: &Type, settings: &DecodeSettings) -> Decoding {
    of_names(&ty.name, &ty.origin, settings).map_or(settings.of_api, |schema| {
        schema.of_schema.within(settings.of_api)
    })
}

/// Returns the settings of the property `wire` of the type `name`, whose schema is at `origin`.
fn of_member(
    name: &Identifier,
    origin: &Pointer,
    wire: &str,
    settings: &DecodeSettings,
) -> Decoding {
    let Some(schema) = of_names(name, origin, settings) else {
        return settings.of_api;
    };
    let of_schema = schema.of_schema.within(settings.of_api);
    let member = schema.of_members.get(wire);
    member.map_or(of_schema, |member| member.decoding.within(of_schema))
}

/// Returns the settings under the name of the schema or of the type.
fn of_names<'a>(
    name: &Identifier,
    origin: &Pointer,
    settings: &'a DecodeSettings,
) -> Option<&'a SchemaDecoding> {
    let schemas = &settings.of_schemas;
    let component = component(origin).and_then(|name| schemas.get(&name));
    component.or_else(|| schemas.get(name.as_str()))
}

/// Returns the name of the schema at `origin`, if it is a component.
fn component(origin: &Pointer) -> Option<String> {
    let schemas = Pointer::root().child("components").child("schemas");
    let name = origin.tokens().last()?.into_owned();
    (schemas.child(&name) == *origin).then_some(name)
}

/// Warns about each setting that has no effect on `api`.
pub(crate) fn unused(api: &Api, settings: &Settings) -> Vec<Diagnostic> {
    let mut warnings = Vec::new();
    for (schema, decoding) in &settings.decode.of_schemas {
        let path = ["decode", "schemas", schema];
        let mut warn = |message| {
            let warning = Diagnostic::new(&DECODE_UNUSED, Place::Whole, message);
            warnings.push(settings.placed(warning, &path));
        };
        let mut types = api.types.values();
        let ty = types.find(|ty| {
            ty.name.as_str() == schema || component(&ty.origin).as_ref() == Some(schema)
        });
        let Some(ty) = ty else {
            let message = format!("`decode.schemas.{schema}` matches no schema");
            warn(message);
            continue;
        };
        if !ty.usage.response {
            let message = format!("no response uses the schema of `decode.schemas.{schema}`");
            warn(message);
            continue;
        }
        for (member, decoding) in &decoding.of_members {
            let path = ["decode", "schemas", schema, "members", member];
            let mut warn = |message| {
                let warning = Diagnostic::new(&DECODE_UNUSED, Place::Whole, message);
                warnings.push(settings.placed(warning, &path));
            };
            let at = format!("decode.schemas.{schema}.members.{member}");
            let field = match &ty.shape {
                Shape::Struct(fields) => fields.fields.iter().find(|field| field.wire == *member),
                _ => None,
            };
            match field {
                None => warn(format!("`{at}` matches no property of the schema")),
                Some(field) => {
                    let wants_default = decoding.decoding.null_as_default == Some(true);
                    if wants_default && !field.is_defaulted {
                        let message = format!(
                            "`{at}.null-as-default` needs a required property whose type has a default"
                        );
                        warn(message);
                    }
                }
            }
        }
    }
    warnings
}
