//! Which anchors a schema depends on.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use hashbrown::HashMap;

use super::Bindings;
use super::originals::{Originals, behind};
use crate::diagnostics::Pointer;
use crate::load::origins::Origins;

/// How many schemas are looked through in all.
const MAX_STEPS: usize = 2_000_000;

/// What the schemas written out within one schema refer to.
#[derive(Default)]
struct Summary {
    /// References by the place that they are made at.
    references: Vec<Pointer>,
}

/// Which anchors schemas depend on, as far as that was asked for.
#[derive(Default)]
pub(super) struct Needs {
    summaries: HashMap<Pointer, Rc<Summary>>,
    steps: usize,
}

impl Needs {
    /// Returns those of `bindings` that the schema at `at` depends on, itself or through references; `None` when there
    /// is too much to look through.
    pub(super) fn find(
        &mut self,
        at: &Pointer,
        bindings: &Bindings,
        originals: &Originals<'_>,
        origins: &Origins,
    ) -> Option<Bindings> {
        let mut needed = BTreeMap::new();
        let (mut pending, mut seen) = (vec![at.clone()], BTreeSet::new());
        while let Some(at) = pending.pop()
            && needed.len() < bindings.len()
        {
            if !seen.insert(at.clone()) {
                continue;
            }
            let summary = self.summary(&at, originals)?;
            for place in &summary.references {
                let Some(target) = originals.target(place, bindings, origins) else {
                    continue;
                };
                self.steps += 1;
                if let Some(anchor) = target.anchor
                    && let Some(bound) = bindings.get(&anchor)
                {
                    needed.insert(anchor, bound.clone());
                }
                pending.push(target.at);
            }
        }
        Some(Rc::new(needed))
    }

    fn summary(&mut self, at: &Pointer, originals: &Originals<'_>) -> Option<Rc<Summary>> {
        if self.steps > MAX_STEPS {
            return None;
        }
        if let Some(known) = self.summaries.get(at) {
            return Some(Rc::clone(known));
        }
        let mut summary = Summary::default();
        let mut pending = vec![at.clone()];
        while let Some(at) = pending.pop() {
            self.steps += 1;
            let children = originals.children(&at);
            pending.extend(children.iter().map(|way| behind(&at, way)));
            if originals
                .node(&at)
                .is_some_and(|node| node.get("$ref").is_some())
            {
                summary.references.push(at);
            }
        }
        let summary = Rc::new(summary);
        self.summaries.insert(at.clone(), Rc::clone(&summary));
        Some(summary)
    }
}
