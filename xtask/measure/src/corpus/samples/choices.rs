//! The choices that a schema leaves: which subschemas apply together.

use clientsmith::diagnostics::Pointer;
use serde_json::Value;

use crate::corpus::raw::{Dialect, Discriminator, Inheritance, Judge, Raw, list};

/// The most choices of one schema.
const MAX_CHOICES: usize = 256;

/// Schemas that apply together.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The places of the schemas, without references.
    pub parts: Vec<Pointer>,
    /// Members that select a schema, and the values that do.
    pub tags: Vec<(String, Vec<Value>)>,
    /// Members without which a schema would not apply.
    pub required: Vec<String>,
    /// Whether schemas that extend one of these can take its place.
    is_base: bool,
}

/// Returns the choices that the schemas at `places`, which all apply, leave. Every subschema of every union is in one
/// of them, not every combination.
pub fn choices(judge: &Judge<'_>, places: &[Pointer]) -> Vec<Choice> {
    let expansion = Expansion {
        raw: judge.raw(),
        inheritance: judge.inheritance(),
    };
    let mut found = vec![Choice::default()];
    for at in places {
        found = together(&found, &expansion.of_place(at, None, &mut Vec::new()));
    }
    found.retain(|choice| !choice.parts.is_empty());
    found
}

struct Expansion<'a> {
    raw: &'a Raw,
    inheritance: &'a Inheritance,
}

impl Expansion<'_> {
    /// Returns the choices of the schema at `at`. `owner` is the schema with a name that extends it, if any; `open` are
    /// the schemas that this one is part of.
    fn of_place(
        &self,
        at: &Pointer,
        owner: Option<&Pointer>,
        open: &mut Vec<Pointer>,
    ) -> Vec<Choice> {
        let raw = self.raw;
        let target = raw.resolve(at);
        if open.contains(&target) {
            return Vec::new();
        }
        let chain = match raw.dialect() {
            Dialect::OpenApi31 => raw.chain(at),
            _ => vec![target.clone()],
        };
        open.push(target.clone());
        let mut found = vec![Choice {
            parts: chain.clone(),
            ..Choice::default()
        }];
        let is_named = raw.is_component(&target);
        let selected = owner.or_else(|| is_named.then_some(&target));
        for at in &chain {
            for part in list(raw, at, "allOf") {
                if !open.contains(&raw.resolve(&part)) {
                    found = together(&found, &self.of_place(&part, selected, open));
                }
            }
            for keyword in ["anyOf", "oneOf"] {
                if let Some(of_union) = self.of_union(at, keyword, open) {
                    found = together(&found, &of_union);
                }
            }
            for optional in self.conditional(at, open) {
                found = together(&found, &optional);
            }
            found = together(&found, &[self.of_base(at, selected)]);
        }
        if owner.is_none() && found.iter().any(|choice| choice.is_base) {
            let outer = std::mem::take(open);
            for subtype in self.inheritance.subtypes(&target) {
                found.extend(self.of_place(subtype, Some(subtype), open));
            }
            *open = outer;
        }
        open.pop();
        found.truncate(MAX_CHOICES);
        found
    }

    /// Returns the choices of the subschemas of `keyword` at `at`, if it has any: first one of each.
    fn of_union(
        &self,
        at: &Pointer,
        keyword: &str,
        open: &mut Vec<Pointer>,
    ) -> Option<Vec<Choice>> {
        let subschemas = list(self.raw, at, keyword);
        if subschemas.is_empty() {
            return None;
        }
        let discriminator = Discriminator::new(self.raw, at);
        let mut of_each = Vec::new();
        for subschema in subschemas {
            let mut found = self.of_place(&subschema, None, open);
            if let Some(discriminator) = &discriminator {
                let values = discriminator.values(self.raw, &subschema);
                let is_tagged = |choice: &Choice| {
                    let mut tags = choice.tags.iter();
                    tags.any(|(property, _)| property == discriminator.property)
                };
                for choice in found.iter_mut().filter(|choice| !is_tagged(choice)) {
                    let tag = (discriminator.property.to_owned(), values.clone());
                    choice.tags.push(tag);
                }
            }
            of_each.push(found);
        }
        let longest = of_each.iter().map(Vec::len).max().unwrap_or(0);
        let rounds =
            (0..longest).flat_map(|round| of_each.iter().filter_map(move |found| found.get(round)));
        Some(rounds.take(MAX_CHOICES).cloned().collect())
    }

    /// Returns what may apply beside the schema at `at`, because of another schema or of a member.
    fn conditional(&self, at: &Pointer, open: &mut Vec<Pointer>) -> Vec<Vec<Choice>> {
        let raw = self.raw;
        let [condition, then, otherwise] = ["if", "then", "else"].map(|keyword| at.child(keyword));
        let mut found = Vec::new();
        if raw.value(&condition).is_some() {
            let mut both = vec![Choice::default()];
            for at in [&condition, &then] {
                if raw.value(at).is_some() {
                    both = together(&both, &self.of_place(at, None, open));
                }
            }
            if raw.value(&otherwise).is_some() {
                both.extend(self.of_place(&otherwise, None, open));
            }
            both.insert(0, Choice::default());
            found.push(both);
        }
        let dependent = at.child("dependentSchemas");
        let members = raw.value(&dependent).and_then(Value::as_object);
        for (name, _) in members.into_iter().flatten() {
            let mut choices = self.of_place(&dependent.child(name), None, open);
            for choice in &mut choices {
                choice.required.push(name.clone());
            }
            choices.insert(0, Choice::default());
            found.push(choices);
        }
        found
    }

    /// Returns the value that a discriminator without a union at `at` has for `selected`, the schema that has it or
    /// extends the one that has it.
    fn of_base(&self, at: &Pointer, selected: Option<&Pointer>) -> Choice {
        let mut lists = ["anyOf", "oneOf"].iter();
        let is_union = lists.any(|keyword| !list(self.raw, at, keyword).is_empty());
        let discriminator = Discriminator::new(self.raw, at).filter(|_| !is_union);
        let tag = discriminator
            .zip(selected)
            .map(|(discriminator, selected)| {
                let values = discriminator.values(self.raw, selected);
                (discriminator.property.to_owned(), values)
            });
        Choice {
            is_base: tag.is_some(),
            tags: tag.into_iter().collect(),
            ..Choice::default()
        }
    }
}

/// Choices that have one of `first` and one of `second` each, until each had its turn.
fn together(first: &[Choice], second: &[Choice]) -> Vec<Choice> {
    if first.is_empty() || second.is_empty() {
        return Vec::new();
    }
    let pairs = first.iter().cycle().zip(second.iter().cycle());
    let pairs = pairs.take(first.len().max(second.len()));
    pairs.map(|(first, second)| merged(first, second)).collect()
}

fn merged(first: &Choice, second: &Choice) -> Choice {
    let mut both = first.clone();
    for part in &second.parts {
        if !both.parts.contains(part) {
            both.parts.push(part.clone());
        }
    }
    for (property, values) in &second.tags {
        // What the schema that extends another one says comes first.
        if !both.tags.iter().any(|(other, _)| other == property) {
            both.tags.push((property.clone(), values.clone()));
        }
    }
    both.required.extend(second.required.iter().cloned());
    both.is_base |= second.is_base;
    both
}
