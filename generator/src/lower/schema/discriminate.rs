//! Discriminators (OpenAPI 3.0.3, Discriminator Object): members that say which alternative a value is.

use super::facts::Facts;
use super::sketch::component;
use crate::diagnostics::Pointer;
use crate::ir::{Outline, Tag};
use crate::lower::context::Context;

/// Applies the discriminator (OpenAPI 3.0.3, Discriminator Object) of `union` to its alternative at `at`: the mapped
/// values, or else the schema's name. Gives the member and the value that tell it.
pub(super) fn discriminate(
    context: &mut Context<'_>,
    union: &Facts,
    at: &Pointer,
    outline: &mut Outline,
) -> Option<(String, String)> {
    let name = component(at)?;
    let Some(discriminator) = &union.discriminator else {
        inherit(context, at, &name, outline);
        return None;
    };
    let mut values = union.mapping(context.document).values_of(at, &name);
    if values.is_empty() {
        values.push(name);
    }
    let key = discriminator.property_name.clone();
    let first = values.first().map(|value| (key.clone(), value.clone()));
    tell_by(outline, key, values);
    first
}

/// How many schemas that extend one another are looked through.
pub(super) const LONGEST_LINE: usize = 16;

/// Applies the discriminator of a schema that the one at `at` extends, if its mapping lists that.
fn inherit(context: &mut Context<'_>, at: &Pointer, name: &str, outline: &mut Outline) {
    let mut bases = vec![at.clone()];
    for _ in 0..LONGEST_LINE {
        let Some(base) = bases.pop().and_then(|base| context.resolve(&base)) else {
            return;
        };
        let facts = context.facts(&base);
        if let Some(discriminator) = &facts.discriminator {
            let values = facts.mapping(context.document).values_of(at, name);
            if !values.is_empty() {
                tell_by(outline, discriminator.property_name.clone(), values);
                return;
            }
        }
        bases.extend(facts.all_of.iter().rev().cloned());
    }
}

/// Lets the member `key` tell the outlined values by `values`, and by nothing else.
fn tell_by(outline: &mut Outline, key: String, values: Vec<String>) {
    outline.tags.retain(|tag| tag.key != key);
    outline.choices.retain(|choice| choice.key != key);
    outline.tags.insert(0, Tag { key, values });
}
