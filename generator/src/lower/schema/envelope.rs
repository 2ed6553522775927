//! Envelopes: objects around what was asked for, such as `{status, result}`, that the settings say to unwrap.

use super::alternatives::alternatives;
use super::members::{Member, members};
use super::{Classified, classify, type_of};
use crate::diagnostics::Pointer;
use crate::ir::TypeRef;
use crate::lower::context::Context;

/// How many schemas may stand for another before one that says what values look like.
const MAX_CHAIN: usize = 32;

/// What an envelope holds.
#[derive(Debug)]
pub(crate) struct Unwrapped {
    /// The member that holds it.
    pub member: String,
    /// The type of its value, optional where it can be `null` or the envelope can.
    pub ty: TypeRef,
}

/// Returns what the body with the schema at `at` holds, if it is an object with a member that the settings name.
pub(crate) fn unwrapped(context: &mut Context<'_>, at: &Pointer) -> Option<Unwrapped> {
    if !context.envelopes.are_unwrapped() {
        return None;
    }
    let object = object(context, at)?;
    let members = members(context, object.places.last()?);
    let is_named = |name: &String| {
        let mut listed = members.listed.iter();
        listed.find(|member| member.wire == *name).cloned()
    };
    let member = context.envelopes.members().iter().find_map(is_named)?;
    let places = object.places.into_iter().chain(members.visited);
    context.envelopes.open(&member.wire, places);
    let ty = optional(type_of_member(context, &member), object.is_nullable);
    Some(Unwrapped {
        member: member.wire,
        ty,
    })
}

/// A schema of objects with listed members.
struct Object {
    /// The schemas that stand for it, and last the one with the members.
    places: Vec<Pointer>,
    /// Whether `null` is one of its values.
    is_nullable: bool,
}

fn object(context: &mut Context<'_>, at: &Pointer) -> Option<Object> {
    let mut object = Object {
        places: Vec::new(),
        is_nullable: false,
    };
    let mut at = at.clone();
    while object.places.len() < MAX_CHAIN {
        at = context.resolve(&at)?;
        let normalized = context.normalized(&at);
        object.is_nullable |=
            normalized.admits_null() || alternatives(context, &normalized).admits_null;
        object.places.push(at.clone());
        match classify(context, &at, &normalized) {
            Classified::Object => return Some(object),
            Classified::Same(other) => at = other,
            _ => return None,
        }
    }
    None
}

/// Returns the type of a member's value. One that can be anything can be `null` too.
fn type_of_member(context: &mut Context<'_>, member: &Member) -> TypeRef {
    let ty = type_of(context, &member.at).into_type();
    let is_anything = ty == TypeRef::Json;
    optional(ty, is_anything)
}

fn optional(ty: TypeRef, is_nullable: bool) -> TypeRef {
    match ty {
        TypeRef::Optional(_) => ty,
        ty if is_nullable => TypeRef::Optional(Box::new(ty)),
        ty => ty,
    }
}
