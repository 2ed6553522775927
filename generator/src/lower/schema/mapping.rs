//! What the `mapping` of a discriminator refers to (OpenAPI 3.0.3, Discriminator Object).

use hashbrown::{HashMap, HashSet};
use std::collections::BTreeSet;

use openapiv3::Discriminator;
use percent_encoding::percent_decode_str;

use crate::diagnostics::Pointer;
use crate::load::{Nodes, target_of};

/// Endings of file names, for documents that keep each schema in a file of its own.
const ENDINGS: &[&str] = &[".json", ".yaml", ".yml"];

/// What one value of a discriminator means.
#[derive(Debug)]
pub(crate) struct Meaning {
    /// The value.
    pub value: String,
    /// Where its reference leads, if it is one.
    place: Option<Pointer>,
    /// The name of the schema or the file that it means otherwise.
    name: Option<String>,
}

/// The values of a discriminator, found by what they mean.
#[derive(Debug, Default)]
pub(crate) struct Mapping {
    meanings: Vec<Meaning>,
    by_place: HashMap<Pointer, Vec<usize>>,
    by_name: HashMap<String, Vec<usize>>,
}

impl Mapping {
    /// Reads the mapping of `discriminator`.
    pub fn new(document: &Nodes<'_>, discriminator: &Discriminator) -> Self {
        let mut mapping = Self::default();
        for (value, reference) in &discriminator.mapping {
            let number = mapping.meanings.len();
            let meaning = Meaning {
                value: value.clone(),
                place: leads_to(document, reference),
                name: name_of(reference),
            };
            if let Some(place) = meaning.place.clone() {
                mapping.by_place.entry(place).or_default().push(number);
            }
            for name in meaning.names() {
                let numbers = mapping.by_name.entry(name.to_owned()).or_default();
                numbers.push(number);
            }
            mapping.meanings.push(meaning);
        }
        mapping
    }

    /// Returns the values that mean the schema at `at`, which is called `name`.
    pub fn values_of(&self, at: &Pointer, name: &str) -> Vec<String> {
        let found = [self.by_place.get(at), self.by_name.get(name)];
        let numbers: BTreeSet<usize> = found.into_iter().flatten().flatten().copied().collect();
        let meanings = numbers
            .into_iter()
            .filter_map(|number| self.meanings.get(number));
        meanings.map(|meaning| meaning.value.clone()).collect()
    }

    /// Returns the values that mean none of the schemas in `places` and none that is called as in `names`.
    pub fn lost<'a>(
        &'a self,
        places: &'a HashSet<&Pointer>,
        names: &'a HashSet<&str>,
    ) -> impl Iterator<Item = &'a Meaning> {
        self.meanings.iter().filter(|meaning| {
            let is_placed = meaning
                .place
                .as_ref()
                .is_some_and(|place| places.contains(place));
            !is_placed && !meaning.names().any(|name| names.contains(name))
        })
    }
}

impl Meaning {
    /// Returns what it can be called: a file is called with its ending or without.
    fn names(&self) -> impl Iterator<Item = &str> {
        let whole = self.name.as_deref();
        let stem =
            whole.and_then(|name| ENDINGS.iter().find_map(|ending| name.strip_suffix(*ending)));
        whole.into_iter().chain(stem)
    }
}

/// Returns where a reference leads.
fn leads_to(document: &Nodes<'_>, reference: &str) -> Option<Pointer> {
    let fragment = percent_decode_str(reference.strip_prefix('#')?).decode_utf8_lossy();
    let (target, _) = document.resolve(&Pointer::parse(&fragment));
    target
}

/// Returns the name of a schema or of a file that a reference ends in.
fn name_of(reference: &str) -> Option<String> {
    let target = target_of(reference)?;
    Some(
        target
            .rsplit('/')
            .next()
            .filter(|_| has_ending(&target))
            .unwrap_or(&target)
            .to_owned(),
    )
}

fn has_ending(name: &str) -> bool {
    ENDINGS.iter().any(|ending| name.ends_with(ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refers_to(reference: &str, name: &str) -> bool {
        let meaning = Meaning {
            value: String::new(),
            place: None,
            name: name_of(reference),
        };
        meaning.names().any(|known| known == name)
    }

    #[test]
    fn names_references_and_files_are_understood() {
        for reference in [
            "Cat",
            "#/components/schemas/Cat",
            "Cat.json",
            "./schemas/Cat.yaml",
            "cat.yaml#/Cat",
            "#/x-clientsmith-files/schemas~1Cat.yaml",
        ] {
            assert!(refers_to(reference, "Cat"), "{reference}");
        }
        assert!(refers_to("#/components/schemas/A%20~1B", "A /B"));
        assert!(!refers_to("Dog", "Cat"));
        assert!(!refers_to("", "Cat"));
    }
}
