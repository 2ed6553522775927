//! Discriminators (OpenAPI 3.0.3, Discriminator Object): members that say which alternative a value is.
//!
//! The values that an alternative lists for the member select it, and so do those that `mapping` has for it. The name of
//! the schema counts only where there are neither.

use hashbrown::HashSet;

use indexmap::{IndexMap, IndexSet};

use super::Classified;
use super::inheritance::discriminators;
use super::shape_summary::essence;
use super::union::component;
use crate::codes::lower::DISCRIMINATOR_CONTRADICTS;
use crate::diagnostics::Pointer;
use crate::ir::{ShapeSummary, Tag};
use crate::lower::context::Context;

/// An extension of documents of Swagger 2.0: the value of the discriminator, in the schema that it selects.
const VALUE: &str = "x-ms-discriminator-value";

/// What the alternatives of a union have in common.
#[derive(Clone, Debug)]
pub(super) enum Common {
    /// A discriminator, at this place.
    Discriminator(Pointer),
    /// They are the schema at this place, and those that extend it.
    Base(Pointer),
    /// Nothing; each may extend a schema that has a discriminator.
    Nothing,
}

/// What selects one alternative.
#[derive(Debug)]
pub(super) struct Selector {
    /// The member.
    key: String,
    /// The values that a mapping has for it.
    mapped: Vec<String>,
    /// The values that its own schema lists.
    listed: Vec<String>,
    /// The name of its schema.
    name: String,
    /// Whether it is a union itself: its members are selected, not it.
    is_union: bool,
    /// Whether it is the schema that all other alternatives extend.
    is_fallback: bool,
    /// Members of other discriminators on the way to it, with the values that mappings have for it.
    others: Vec<Tag>,
}

impl Selector {
    fn values(&self) -> Vec<String> {
        let values: IndexSet<&String> = self.mapped.iter().chain(&self.listed).collect();
        values.into_iter().cloned().collect()
    }

    /// Returns whether anything but the name of the schema says which values select it.
    fn is_explicit(&self) -> bool {
        !self.mapped.is_empty() || !self.listed.is_empty()
    }
}

/// Returns what selects the alternatives at `targets`, which look like `shape_summaries`.
pub(super) fn selectors(
    context: &mut Context<'_>,
    common: &Common,
    targets: &[Pointer],
    shape_summaries: &[ShapeSummary],
) -> Vec<Option<Selector>> {
    let pairs = targets.iter().zip(shape_summaries);
    let mut selectors: Vec<Option<Selector>> = pairs
        .map(|(at, shape_summary)| selector(context, common, at, shape_summary))
        .collect();
    narrow(&mut selectors);
    selectors
}

fn selector(
    context: &mut Context<'_>,
    common: &Common,
    at: &Pointer,
    shape_summary: &ShapeSummary,
) -> Option<Selector> {
    let schema = alternative(context, at);
    let name = component(&schema)?;
    let mut sources = discriminators(context, &schema);
    match common {
        Common::Discriminator(place) => sources.insert(0, place.clone()),
        Common::Base(base) => {
            let own = discriminators(context, base).into_iter().next()?;
            sources.retain(|source| *source != own);
            sources.insert(0, own);
        }
        Common::Nothing => {}
    }
    let mut mapped: IndexMap<String, IndexSet<String>> = IndexMap::new();
    for source in &sources {
        let normalized = context.normalized(source);
        if let Some(discriminator) = &normalized.discriminator {
            let values = mapped
                .entry(discriminator.property_name.clone())
                .or_default();
            values.extend(
                normalized
                    .mapping(context.document)
                    .values_of(&schema, &name),
            );
        }
    }
    let (key, mut values) = mapped.shift_remove_index(0)?;
    let node = context.document.value(&schema);
    let value = node.and_then(|node| node.get(VALUE)?.as_str());
    values.extend(value.map(str::to_owned));
    let tags = shape_summary.tags.iter().chain(&shape_summary.choices);
    let listed = tags
        .filter(|tag| tag.key == key)
        .flat_map(|tag| tag.values.clone());
    let others = mapped.into_iter().filter(|(_, values)| !values.is_empty());
    Some(Selector {
        is_union: matches!(essence(context, at).1, Classified::Union(_)),
        is_fallback: matches!(common, Common::Base(base) if *base == schema),
        listed: listed.collect(),
        key,
        mapped: values.into_iter().collect(),
        name,
        others: others
            .map(|(key, values)| Tag {
                key,
                values: values.into_iter().collect(),
            })
            .collect(),
    })
}

/// Returns the schema that the alternative at `at` is: the one that it is made of last, and where its references lead.
fn alternative(context: &mut Context<'_>, at: &Pointer) -> Pointer {
    let origin = context.origin(at);
    context.resolve(&origin).unwrap_or(origin)
}

/// Where all alternatives list the same values, as they do if they have the list from a schema that they extend, each
/// keeps the one that its name spells.
fn narrow(selectors: &mut [Option<Selector>]) {
    let mut lists = selectors.iter().flatten().map(|selector| &selector.listed);
    let is_shared = match lists.next() {
        Some(first) => first.len() > 1 && selectors.len() > 1 && lists.all(|list| list == first),
        None => false,
    };
    if !is_shared {
        return;
    }
    for selector in selectors.iter_mut().flatten() {
        let name = letters(&selector.name);
        selector.listed.retain(|value| letters(value) == name);
    }
}

/// Returns the letters and digits of a text, in lower case.
fn letters(text: &str) -> String {
    let letters = text.chars().filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// Lets each shape summary be told by its selector. Gives the member and the value that are written for each alternative.
pub(super) fn apply(
    common: &Common,
    selectors: &[Option<Selector>],
    shape_summaries: &mut [ShapeSummary],
) -> Vec<Option<(String, String)>> {
    let is_explicit = selectors.iter().flatten().any(Selector::is_explicit);
    let names_count = match common {
        Common::Base(_) => true,
        Common::Discriminator(_) => !is_explicit,
        Common::Nothing => false,
    };
    let mut written = Vec::new();
    for (selector, shape_summary) in selectors.iter().zip(shape_summaries) {
        written.push(selector.as_ref().and_then(|selector| {
            if selector.is_fallback {
                return fall_back(selector, shape_summary);
            }
            let written = apply_one(common, selector, names_count, shape_summary);
            written.filter(|_| !selector.is_union)
        }));
    }
    written
}

/// Whatever selects none of the schemas that extend this one is this one.
fn fall_back(selector: &Selector, shape_summary: &mut ShapeSummary) -> Option<(String, String)> {
    shape_summary.tags.retain(|tag| tag.key != selector.key);
    shape_summary
        .choices
        .retain(|choice| choice.key != selector.key);
    let value = selector.mapped.first()?;
    Some((selector.key.clone(), value.clone()))
}

fn apply_one(
    common: &Common,
    selector: &Selector,
    names_count: bool,
    shape_summary: &mut ShapeSummary,
) -> Option<(String, String)> {
    let key = selector.key.clone();
    let mut values = selector.values();
    if values.is_empty() && names_count {
        values.push(selector.name.clone());
    }
    let is_written = !matches!(common, Common::Nothing);
    let lists_key = shape_summary.known.contains(&key);
    if let Some(first) = values.first().cloned() {
        for Tag { key, values } in &selector.others {
            tell_by(shape_summary, key.clone(), values.clone());
        }
        tell_by(shape_summary, key.clone(), values);
        return is_written.then_some((key, first));
    }
    let values = vec![selector.name.clone()];
    shape_summary.choices.retain(|choice| choice.key != key);
    shape_summary.hints.push(Tag {
        key: key.clone(),
        values,
    });
    (is_written && !lists_key).then(|| (key, selector.name.clone()))
}

/// Lets the member `key` tell the outlined values by `values`, and by nothing else.
fn tell_by(shape_summary: &mut ShapeSummary, key: String, values: Vec<String>) {
    shape_summary.tags.retain(|tag| tag.key != key);
    shape_summary.choices.retain(|choice| choice.key != key);
    shape_summary.tags.insert(0, Tag { key, values });
}

/// Notes values that contradict each other in the discriminator at `place`: those of its mapping and those that the
/// alternatives list, or the names of the schemas where there is no mapping.
pub(super) fn report_contradictions(
    context: &mut Context<'_>,
    place: &Pointer,
    selectors: &[Option<Selector>],
) {
    let selectors = selectors.iter().flatten();
    let selectors: Vec<&Selector> = selectors.filter(|it| !it.is_fallback).collect();
    let mut others = HashSet::new();
    for selector in &selectors {
        let listed: HashSet<&String> = selector.listed.iter().collect();
        let contradicting = selector.mapped.iter().find(|value| !listed.contains(value));
        if let Some(value) = contradicting.filter(|_| !listed.is_empty()) {
            let message = format!(
                "`{value}` is mapped to `{}`, which lists {} for `{}`",
                selector.name,
                code_list(&selector.listed),
                selector.key
            );
            let at = place.child("discriminator").child("mapping").child(value);
            context.report(&DISCRIMINATOR_CONTRADICTS, message, &at);
        } else if !selector.is_union
            && selector.mapped.is_empty()
            && !listed.is_empty()
            && !listed.contains(&selector.name)
        {
            others.insert(&selector.name);
        }
    }
    let mut named = selectors
        .iter()
        .filter(|selector| others.contains(&selector.name));
    if let Some(first) = named.next() {
        let more = match named.count() {
            0 => String::new(),
            more => format!(" (and {more} more)"),
        };
        let message = format!(
            "`{}` lists {} for `{}` instead of its name{more}",
            first.name,
            code_list(&first.listed),
            first.key
        );
        let note = "the listed values select the schema";
        let at = place.child("discriminator");
        context.report_with_note(&DISCRIMINATOR_CONTRADICTS, message, note, &at);
    }
}

/// How many values are listed in a message.
const MAX_SHOWN: usize = 3;

fn code_list(values: &[String]) -> String {
    let shown: Vec<String> = values
        .iter()
        .take(MAX_SHOWN)
        .map(|value| format!("`{value}`"))
        .collect();
    let rest = if values.len() > MAX_SHOWN {
        ", …"
    } else {
        ""
    };
    format!("{}{rest}", shown.join(", "))
}
