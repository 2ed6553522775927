//! Types without their aliases, so that they can be compared.

use std::collections::BTreeMap;

use crate::ir::{Scalar, TypeRef};
use crate::signature::TypeUse;

/// What aliases stand for, by their names.
pub(in crate::surface) type Aliases<'a> = BTreeMap<&'a str, &'a TypeRef>;

/// What a type is made of, from the outside in. Types hold at most one other, so that a list says all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step<'a> {
    Reference,
    Slice,
    Into,
    Patch,
    Optional,
    List,
    Map,
    Boxed,
    Text,
    Json,
    Scalar(Scalar),
    Model(&'a str),
    Success(&'a str),
    Arguments(&'a str),
}

/// Returns the steps of `ty`, in which names mean what the first of `worlds` says, or else the next one: what a program
/// called by an old name is by now what that name stands for.
pub(super) fn steps<'a>(ty: TypeUse<'a>, worlds: &[&Aliases<'a>]) -> Vec<Step<'a>> {
    let (mut steps, inner) = match ty {
        TypeUse::Owned(inner) => (vec![], inner),
        TypeUse::Optional(inner) => (vec![Step::Optional], inner),
        TypeUse::Patch(inner) => (vec![Step::Patch], inner),
        TypeUse::Members(inner) => (vec![Step::Map], inner),
        TypeUse::IntoOwned(inner) => (vec![Step::Into], inner),
        TypeUse::IntoPatch(inner) => (vec![Step::Into, Step::Patch], inner),
        TypeUse::Borrowed(inner) => (vec![Step::Reference], inner),
        TypeUse::Slice(inner) => (vec![Step::Reference, Step::Slice], inner),
        TypeUse::TextSlices => {
            return vec![Step::Reference, Step::Slice, Step::Reference, Step::Text];
        }
        TypeUse::Arguments(name) => return vec![Step::Reference, Step::Arguments(name.as_str())],
        TypeUse::Texts => return vec![Step::Reference, Step::Slice, Step::Text],
        TypeUse::Text => return vec![Step::Reference, Step::Text],
        TypeUse::Success(name) => return vec![Step::Success(name.as_str())],
    };
    follow(inner, worlds, &mut steps);
    steps
}

fn follow<'a>(ty: &'a TypeRef, mut worlds: &[&Aliases<'a>], steps: &mut Vec<Step<'a>>) {
    let mut ty = ty;
    loop {
        let (step, inner) = match ty {
            TypeRef::Named(name) => {
                match (worlds, worlds.first().and_then(|it| it.get(name.as_str()))) {
                    (_, Some(target)) => {
                        ty = target;
                        continue;
                    }
                    ([_, rest @ ..], None) => {
                        worlds = rest;
                        continue;
                    }
                    ([], None) => (Step::Model(name.as_str()), None),
                }
            }
            TypeRef::Scalar(scalar) => (Step::Scalar(*scalar), None),
            TypeRef::Json => (Step::Json, None),
            TypeRef::List(inner) => (Step::List, Some(inner)),
            TypeRef::Map(inner) => (Step::Map, Some(inner)),
            TypeRef::Optional(inner) => (Step::Optional, Some(inner)),
            TypeRef::Boxed(inner) => (Step::Boxed, Some(inner)),
        };
        steps.push(step);
        match inner {
            Some(inner) => ty = inner,
            None => return,
        }
    }
}
