//! A reader of documents that shares nothing with the generator: it judges what the generator made.

mod conversion;
mod examples;
mod inheritance;
mod judge;
mod keywords;
mod members;
mod nodes;
mod pattern;
mod tree;

pub use examples::{Example, examples};
pub use inheritance::{Discriminator, Inheritance, list, listed_values};
pub use judge::Judge;
pub use keywords::{bound, drop_unsound_patterns, hide, is_nullable, repair};
pub use members::Applicable;
pub use nodes::{Direction, Kind, Node, nodes};
pub use pattern::pattern;

use clientsmith::diagnostics::Pointer;
use percent_encoding::percent_decode_str;
use serde_json::Value;

/// The most references that lead from one to the next.
const REFERENCES: usize = 32;

/// Where the schemas with names stand.
const NAMED: [&str; 2] = ["/components/schemas", "/definitions"];

/// A document as it stands in its text.
#[derive(Debug)]
pub struct Raw {
    root: Value,
}

/// The versions of OpenAPI, as far as their schemas differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Swagger 2.0, close to JSON Schema draft 4.
    Swagger,
    /// `OpenAPI` 3.0, with keywords of its own ("Schema Object").
    OpenApi30,
    /// `OpenAPI` 3.1 and later: JSON Schema 2020-12.
    OpenApi31,
}

impl Raw {
    /// Reads a document, which is JSON or YAML; the latter is tried if the former fails.
    ///
    /// # Errors
    ///
    /// What the YAML parser says.
    pub fn read(text: &str) -> Result<Self, String> {
        let root = match tree::json(text) {
            Ok(root) => root,
            Err(_) => tree::yaml(text).map_err(|error| error.to_string())?,
        };
        Ok(Self { root })
    }

    /// Returns the whole document.
    #[must_use]
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// Returns the dialect that the document says it has.
    #[must_use]
    pub fn dialect(&self) -> Dialect {
        let version = self.root.get("openapi").map(ToString::to_string);
        match version.as_deref().map(|version| version.trim_matches('"')) {
            None => Dialect::Swagger,
            Some(version) if version.starts_with("3.0") || version == "3" => Dialect::OpenApi30,
            Some(_) => Dialect::OpenApi31,
        }
    }

    /// Returns the places of the schemas that have names.
    #[must_use]
    pub fn components(&self) -> Vec<Pointer> {
        let places = NAMED.map(Pointer::parse);
        let named = places.iter().flat_map(|at| {
            let members = self.value(at).and_then(Value::as_object);
            members
                .into_iter()
                .flatten()
                .map(|(name, _)| at.child(name))
        });
        named.collect()
    }

    /// Returns whether the schema at `at` has a name.
    #[must_use]
    pub fn is_component(&self, at: &Pointer) -> bool {
        at.parent()
            .is_some_and(|list| NAMED.contains(&list.as_str()))
    }

    /// Returns what stands at `at`.
    #[must_use]
    pub fn value(&self, at: &Pointer) -> Option<&Value> {
        self.root.pointer(at.as_str())
    }

    /// Returns where the references at `at` lead, one after the other, beginning with `at` itself.
    #[must_use]
    pub fn chain(&self, at: &Pointer) -> Vec<Pointer> {
        std::iter::successors(Some(at.clone()), |at| self.target(at))
            .take(REFERENCES)
            .collect()
    }

    /// Returns where the reference at `at` leads. A recursive one (JSON Schema 2019-09, section 8.2.4.2) leads to the
    /// component that it stands in: none extends another one that way.
    fn target(&self, at: &Pointer) -> Option<Pointer> {
        let node = self.value(at)?;
        if let Some(reference) = node.get("$ref").and_then(Value::as_str) {
            return target(reference);
        }
        node.get("$recursiveRef")?;
        let mut enclosing = std::iter::successors(Some(at.clone()), Pointer::parent);
        enclosing.find(|place| self.is_component(place))
    }

    /// Returns where the references at `at` end.
    #[must_use]
    pub fn resolve(&self, at: &Pointer) -> Pointer {
        self.chain(at).pop().unwrap_or_default()
    }
}

/// Returns the place that a reference within the document names.
fn target(reference: &str) -> Option<Pointer> {
    let fragment = reference.strip_prefix('#')?;
    Some(Pointer::parse(
        &percent_decode_str(fragment).decode_utf8_lossy(),
    ))
}
