//! What a document defines once becomes `components`.

use hashbrown::HashSet;

use serde_json::{Map, Value};

use super::context::{Context, MovedNode, Taken};
use super::media_types::effective;
use super::parameters::{Kind, kind};
use super::{body, form, parameter, response, security};
use crate::diagnostics::Pointer;

type Members = Map<String, Value>;

/// Moves `definitions`, `parameters`, `responses` and `securityDefinitions` (Swagger 2.0, Swagger Object).
pub(super) fn upgrade(context: &mut Context<'_>, members: &mut Members) {
    let mut components = match members.shift_remove("components") {
        Some(Value::Object(components)) => components,
        _ => Members::new(),
    };
    definitions(context, members, &mut components);
    parameters(context, members, &mut components);
    responses(context, members, &mut components);
    security_definitions(context, members, &mut components);
    if !components.is_empty() {
        members.insert("components".to_owned(), Value::Object(components));
    }
}

/// Returns the names of the schemas among the components.
pub(super) fn schema_names(members: &Members) -> HashSet<String> {
    let components = members.get("components");
    let schemas = components.and_then(|components| components.get("schemas"));
    let schemas = schemas.and_then(Value::as_object);
    schemas.into_iter().flat_map(Map::keys).cloned().collect()
}

fn definitions(context: &mut Context<'_>, members: &mut Members, components: &mut Members) {
    let Some((defined, at)) = take(context, members, "definitions") else {
        return;
    };
    let spot = MovedNode {
        old: at,
        new: section("schemas"),
    };
    context.moved(&spot);
    match components.get_mut("schemas") {
        Some(Value::Object(schemas)) => schemas.extend(defined),
        _ => drop(components.insert("schemas".to_owned(), Value::Object(defined))),
    }
}

fn parameters(context: &mut Context<'_>, members: &mut Members, components: &mut Members) {
    let Some((defined, at)) = take(context, members, "parameters") else {
        return;
    };
    for (name, value) in defined {
        let taken = Taken {
            value,
            old: at.child(&name),
        };
        let (section, value) = of_parameter(context, &name, taken);
        put(components, section, name, value);
    }
}

fn of_parameter(context: &mut Context<'_>, name: &str, mut taken: Taken) -> (&'static str, Value) {
    let kind = kind(context, &mut taken, None);
    let spot = |name_of_section: &str| MovedNode {
        old: taken.old.clone(),
        new: section(name_of_section).child(name),
    };
    let consumes = effective(None, context.consumes.as_ref());
    match kind {
        Kind::Plain => {
            let spot = spot("parameters");
            (
                "parameters",
                parameter::upgrade(context, taken.value, &spot),
            )
        }
        Kind::Body => {
            let spot = spot("requestBodies");
            (
                "requestBodies",
                body::upgrade(context, taken.value, &spot, &consumes, false),
            )
        }
        Kind::Form => {
            let new = section("requestBodies").child(name);
            let old = taken.old.clone();
            (
                "requestBodies",
                form::upgrade(context, vec![taken], &MovedNode { old, new }, &consumes),
            )
        }
    }
}

fn responses(context: &mut Context<'_>, members: &mut Members, components: &mut Members) {
    let Some((defined, at)) = take(context, members, "responses") else {
        return;
    };
    let produces = response::Produces::of_document(context);
    for (name, value) in defined {
        let spot = MovedNode {
            old: at.child(&name),
            new: section("responses").child(&name),
        };
        let value = response::upgrade(context, value, &spot, &produces);
        put(components, "responses", name, value);
    }
}

fn security_definitions(
    context: &mut Context<'_>,
    members: &mut Members,
    components: &mut Members,
) {
    let Some((defined, at)) = take(context, members, "securityDefinitions") else {
        return;
    };
    for (name, value) in defined {
        let spot = MovedNode {
            old: at.child(&name),
            new: section("securitySchemes").child(&name),
        };
        let value = security::upgrade(context, value, &spot);
        put(components, "securitySchemes", name, value);
    }
}

fn section(name: &str) -> Pointer {
    Pointer::root().child("components").child(name)
}

/// Returns the members of the object at `key`, without extensions.
fn take(context: &mut Context<'_>, members: &mut Members, key: &str) -> Option<(Members, Pointer)> {
    let at = Pointer::root().child(key);
    let value = members.shift_remove(key).filter(|value| !value.is_null())?;
    Some((context.object(value, &at)?, at))
}

fn put(components: &mut Members, section: &str, name: String, value: Value) {
    let section = components
        .entry(section)
        .or_insert_with(|| Value::Object(Members::new()));
    if let Value::Object(section) = section {
        section.insert(name, value);
    }
}
