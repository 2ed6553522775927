//! Names that schemas give themselves (JSON Schema 2020-12, section 8.2).

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostics::Pointer;

/// The places of schemas by their `$anchor`, `$dynamicAnchor` and `$id`.
#[derive(Debug, Default)]
pub(super) struct SchemaNames {
    anchors: BTreeMap<String, BTreeSet<Pointer>>,
    ids: BTreeMap<String, Pointer>,
}

impl SchemaNames {
    /// Notes that the schema at `at` has an anchor.
    pub(super) fn note_anchor(&mut self, anchor: &str, at: Pointer) {
        let places = self.anchors.entry(anchor.to_owned()).or_default();
        places.insert(at);
    }

    /// Notes that the schema at `at` has an `$id`.
    pub(super) fn note_id(&mut self, id: &str, at: Pointer) {
        let id = id.trim_end_matches('#');
        if !id.is_empty() {
            self.ids.entry(id.to_owned()).or_insert(at);
        }
    }

    /// Returns the place that a reference at `at` leads to, if it names a schema; a JSON pointer does not.
    pub(super) fn find(&self, reference: &str, at: &Pointer) -> Option<Pointer> {
        let (id, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        match (id, fragment) {
            ("", fragment) if is_pointer(fragment) => None,
            ("", anchor) => self.anchor(anchor, at),
            (id, fragment) if is_pointer(fragment) => {
                let schema = self.id(id)?;
                Some(Pointer::parse(&format!("{schema}{fragment}")))
            }
            (id, anchor) => self.anchor(anchor, self.id(id)?),
        }
    }

    /// Returns the schema with this anchor that shares most of its place with `at`: schemas that are documents of their
    /// own may have the same anchors.
    fn anchor(&self, anchor: &str, at: &Pointer) -> Option<Pointer> {
        let places = self.anchors.get(anchor)?.iter().rev();
        let nearest = places.max_by_key(|place| shared(place, at));
        nearest.cloned()
    }

    /// Returns the schema with this `$id`, which may be relative to that of another schema.
    fn id(&self, id: &str) -> Option<&Pointer> {
        if let Some(at) = self.ids.get(id) {
            return Some(at);
        }
        let relative = id.trim_start_matches("./").trim_start_matches('/');
        let is_same = |known: &str| {
            let base = known.strip_suffix(relative);
            base.is_some_and(|base| base.is_empty() || base.ends_with('/'))
        };
        let mut same = self.ids.iter().filter(|(known, _)| is_same(known));
        let (_, at) = same.next()?;
        same.next().is_none().then_some(at)
    }
}

fn is_pointer(fragment: &str) -> bool {
    fragment.is_empty() || fragment.starts_with('/')
}

/// Returns how many keys two places share from the root on.
fn shared(left: &Pointer, right: &Pointer) -> usize {
    let keys = left.tokens().zip(right.tokens());
    keys.take_while(|(left, right)| left == right).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_anchor_counts_and_ids_may_be_relative() {
        let at = Pointer::parse;
        let mut names = SchemaNames::default();
        names.note_anchor("item", at("/a/$defs/i"));
        names.note_anchor("item", at("/b/$defs/i"));
        names.note_id("https://example.com/schemas/b", at("/b"));
        let find = |reference: &str, from: &str| names.find(reference, &at(from));
        assert_eq!(find("#item", "/b/properties/x"), Some(at("/b/$defs/i")));
        assert_eq!(find("#item", "/c"), Some(at("/a/$defs/i")));
        assert_eq!(find("b", "/c"), Some(at("/b")));
        assert_eq!(find("b#item", "/a"), Some(at("/b/$defs/i")));
        assert_eq!(find("./b#/properties/x", "/a"), Some(at("/b/properties/x")));
        assert_eq!(find("#/a", "/b"), None);
        assert_eq!(find("c", "/b"), None);
    }
}
