//! Generic schemas: where a `$dynamicRef` leads depends on the schema that evaluation came from (JSON Schema 2020-12,
//! section 8.2.3.2).
//!
//! Types know no such thing. A reference to a generic schema, made where one of its anchors is bound, becomes a copy of
//! that schema in which the dynamic references lead to the binding. Documents without `$dynamicRef` are left alone.

mod needs;
mod originals;
mod specialise;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crate::diagnostics::Pointer;

pub(super) use specialise::specialise;

/// What stands for the anchor that `$recursiveRef` (JSON Schema 2019-09) leads to.
pub(super) const RECURSIVE: &str = "$recursiveAnchor";

/// The schemas that anchors are bound to.
type Bindings = Rc<BTreeMap<String, Pointer>>;

/// The dynamic references and anchors of a document.
#[derive(Debug, Default)]
pub(super) struct Dynamic {
    references: BTreeMap<Pointer, String>,
    anchors: BTreeMap<Pointer, String>,
}

impl Dynamic {
    /// Notes that the schema at `at` is a reference to an anchor.
    pub(super) fn note_reference(&mut self, anchor: &str, at: Pointer) {
        self.references.insert(at, anchor.to_owned());
    }

    /// Notes that the schema at `at` has an anchor.
    pub(super) fn note_anchor(&mut self, anchor: &str, at: Pointer) {
        self.anchors.insert(at, anchor.to_owned());
    }

    /// Returns the anchor that the reference at `at` leads to; one with siblings has become a part of an `allOf`.
    fn anchor_of(&self, at: &Pointer) -> Option<&str> {
        let known = self.references.get(at);
        let known = known.or_else(|| {
            let whole = at.as_str().strip_suffix("/allOf/0")?;
            self.references.get(whole)
        });
        known.map(String::as_str)
    }

    /// Returns the outermost schemas within which an anchor is bound: those that have one, or that define a schema with
    /// one.
    fn scopes(&self) -> BTreeSet<Pointer> {
        let scopes: BTreeSet<Pointer> = self.anchors.keys().map(scope).collect();
        let is_within = |scope: &Pointer| scope.upward().skip(1).any(|at| scopes.contains(at));
        let outermost = scopes.iter().filter(|scope| !is_within(scope));
        outermost.cloned().collect()
    }
}

/// Members that define schemas for the one that has them.
const DEFINITIONS: &[&str] = &["$defs", "definitions"];

/// Returns the schema that the anchor of the one at `at` is bound for.
fn scope(at: &Pointer) -> Pointer {
    let definitions = at.parent();
    let definer = definitions.as_ref().and_then(Pointer::parent);
    let is_defined = definitions.is_some_and(|definitions| {
        let key = definitions.tokens().last();
        key.is_some_and(|key| DEFINITIONS.contains(&key.as_ref()))
    });
    definer.filter(|_| is_defined).unwrap_or_else(|| at.clone())
}
