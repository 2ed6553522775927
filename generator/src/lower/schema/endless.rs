//! Types that lead to nothing but themselves: no value of theirs could ever be read.

use std::collections::BTreeSet;

use crate::diagnostics::Pointer;
use crate::ir::{Shape, TypeRef};
use crate::lower::codes::TYPE_ENDLESS;
use crate::lower::context::Context;
use crate::names::Identifier;

/// Lets aliases and alternatives that lead back to themselves be any JSON value instead.
pub(super) fn degrade(context: &mut Context<'_>) {
    let names: Vec<Identifier> = context.types.keys().cloned().collect();
    for name in names {
        let endless: Vec<Identifier> = steps(context, &name)
            .into_iter()
            .filter(|next| leads_to(context, next, &name))
            .collect();
        if !endless.is_empty() {
            report(context, &name);
            cut(context, &name, &endless);
        }
    }
}

/// The types that a value of `name` can be without anything of it being read.
fn steps(context: &Context<'_>, name: &Identifier) -> Vec<Identifier> {
    match context.types.get(name).map(|ty| &ty.shape) {
        Some(Shape::Union(union)) => union
            .variants
            .iter()
            .filter_map(|variant| direct(&variant.ty))
            .collect(),
        Some(Shape::Alias(target)) => direct(target).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn direct(ty: &TypeRef) -> Option<Identifier> {
    match ty {
        TypeRef::Named(name) => Some(name.clone()),
        TypeRef::Optional(inner) => direct(inner),
        _ => None,
    }
}

fn leads_to(context: &Context<'_>, from: &Identifier, to: &Identifier) -> bool {
    let (mut pending, mut seen) = (vec![from.clone()], BTreeSet::new());
    while let Some(name) = pending.pop() {
        if name == *to {
            return true;
        }
        if seen.insert(name.clone()) {
            pending.extend(steps(context, &name));
        }
    }
    false
}

fn cut(context: &mut Context<'_>, name: &Identifier, endless: &[Identifier]) {
    let Some(ty) = context.types.get_mut(name) else {
        return;
    };
    match &mut ty.shape {
        Shape::Union(union) => union
            .variants
            .retain(|variant| direct(&variant.ty).is_none_or(|next| !endless.contains(&next))),
        shape => *shape = Shape::Alias(TypeRef::Json),
    }
}

fn report(context: &mut Context<'_>, name: &Identifier) {
    let named = TypeRef::Named(name.clone());
    let places = context
        .known
        .iter()
        .filter(|(_, used)| used.ty == named)
        .map(|(at, _)| at.clone());
    let at = places.min().unwrap_or_else(Pointer::root);
    context.report(
        &TYPE_ENDLESS,
        format!("`{}` leads to nothing but itself", name.as_str()),
        &at,
    );
}
