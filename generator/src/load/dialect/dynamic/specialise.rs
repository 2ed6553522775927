use std::rc::Rc;

use hashbrown::HashMap;
use serde_json::Value;

use super::needs::Needs;
use super::originals::{Originals, behind};
use super::{Bindings, DEFINITIONS};
use crate::codes::dialect::DYNAMIC_REFERENCES;
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::dialect::report::Report;
use crate::load::origins::Origins;

/// How many copies there may be, so that a small document does not become a large one.
const MAX_COPIES: usize = 2_000;

/// How many schemas the copies may have together.
const MAX_SCHEMAS: usize = 200_000;

/// How many copies may stand within each other: later stages follow the tree.
const MAX_NESTED: usize = 16;

/// Names and definitions of a generic schema, which its copies do without.
const OWN: &[&str] = &[
    "$anchor",
    "$comment",
    "$dynamicAnchor",
    "$id",
    "$recursiveAnchor",
    "$schema",
];

/// Copies generic schemas to where they are referenced with an anchor bound.
pub(in crate::load::dialect) fn specialise(root: &mut Value, report: &mut Report) {
    let dynamic = std::mem::take(&mut report.dynamic);
    if dynamic.references.is_empty() {
        return;
    }
    let mut work = Work {
        originals: Originals::new(root, &dynamic, &report.names),
        needs: Needs::default(),
        copies: HashMap::new(),
        copied_schemas: 0,
        root,
        origins: &mut report.origins,
        problems: &mut report.problems,
        pending: Vec::new(),
    };
    for at in dynamic.scopes() {
        work.pending.push(Schema {
            from: at.clone(),
            at,
            bindings: Bindings::default(),
            copy: None,
            nested: 0,
        });
        work.finish();
    }
}

/// A schema to look at.
struct Schema {
    /// Where it is.
    at: Pointer,
    /// Where it, or what it is a copy of, was written.
    from: Pointer,
    bindings: Bindings,
    /// Where the copy is that it belongs to, and what that is a copy of.
    copy: Option<(Pointer, Pointer)>,
    /// How many copies it stands in.
    nested: usize,
}

struct Work<'a> {
    originals: Originals<'a>,
    needs: Needs,
    /// Where copies are, by what they are copies of and the bindings that these depend on.
    copies: HashMap<(Pointer, Bindings), Pointer>,
    copied_schemas: usize,
    root: &'a mut Value,
    origins: &'a mut Origins,
    problems: &'a mut Vec<Diagnostic>,
    pending: Vec<Schema>,
}

impl Work<'_> {
    fn finish(&mut self) {
        while let Some(schema) = self.pending.pop() {
            self.copied_schemas += usize::from(schema.copy.is_some());
            let bindings = self
                .originals
                .bindings(&schema.from, &schema.bindings, self.origins);
            let schema = Schema { bindings, ..schema };
            for way in self.originals.children(&schema.from) {
                let is_own = way
                    .first()
                    .is_some_and(|key| DEFINITIONS.contains(&key.as_str()));
                if schema.copy.is_none() || !is_own {
                    self.pending.push(Schema {
                        at: behind(&schema.at, &way),
                        from: behind(&schema.from, &way),
                        bindings: Rc::clone(&schema.bindings),
                        copy: schema.copy.clone(),
                        nested: schema.nested,
                    });
                }
            }
            self.lead(&schema);
        }
    }

    /// Lets the reference that a schema is, if it is one, lead to what its bindings make of the target.
    fn lead(&mut self, schema: &Schema) {
        let bindings = &schema.bindings;
        let Some(target) = self.originals.target(&schema.from, bindings, self.origins) else {
            return;
        };
        let needed = self
            .needs
            .find(&target.at, bindings, &self.originals, self.origins);
        let Some(needed) = needed else {
            self.report(&schema.from);
            return;
        };
        let around = self.originals.bindings_around(&target.at, self.origins);
        if needed
            .iter()
            .all(|(anchor, at)| around.get(anchor) == Some(at))
        {
            let is_bound = target
                .anchor
                .is_some_and(|anchor| bindings.contains_key(&anchor));
            if is_bound || schema.copy.is_some() {
                self.refer(&schema.at, &target.at);
            }
            return;
        }
        let within = schema.copy.as_ref().and_then(|(at, from)| {
            let rest = target.at.as_str().strip_prefix(from.as_str())?;
            let place = Pointer::parse(&format!("{at}{rest}"));
            let is_there = self.root.pointer(place.as_str()).is_some();
            (is_there && (rest.is_empty() || rest.starts_with('/'))).then_some(place)
        });
        let key = (target.at.clone(), Rc::clone(&needed));
        let known = self.copies.get(&key).cloned().or(within);
        match known {
            Some(place) => self.refer(&schema.at, &place),
            None if self.may_copy(schema) => self.copy(schema, &target.at, needed),
            None => {
                self.report(&schema.from);
                self.refer(&schema.at, &target.at);
            }
        }
    }

    fn may_copy(&self, schema: &Schema) -> bool {
        self.copies.len() < MAX_COPIES
            && self.copied_schemas < MAX_SCHEMAS
            && schema.nested < MAX_NESTED
    }

    /// Makes the schema at `at` a plain reference to the one at `target`.
    fn refer(&mut self, at: &Pointer, target: &Pointer) {
        let node = self
            .root
            .pointer_mut(at.as_str())
            .and_then(Value::as_object_mut);
        if let Some(node) = node {
            let reference = format!("#{}", target.as_str().replace('%', "%25"));
            node.insert("$ref".to_owned(), Value::String(reference));
        }
    }

    /// Replaces a reference by a copy of the schema at `from`. What stands beside the reference counts.
    fn copy(&mut self, schema: &Schema, from: &Pointer, bindings: Bindings) {
        let at = &schema.at;
        let generic = self.originals.node(from).and_then(Value::as_object);
        let node = self
            .root
            .pointer_mut(at.as_str())
            .and_then(Value::as_object_mut);
        let (Some(generic), Some(node)) = (generic, node) else {
            return;
        };
        node.shift_remove("$ref");
        for (key, value) in generic {
            let is_own = [OWN, DEFINITIONS].concat().contains(&key.as_str());
            if !is_own && !node.contains_key(key) {
                node.insert(key.clone(), value.clone());
                self.origins.copied(&at.child(key), &from.child(key));
            }
        }
        self.copies
            .insert((from.clone(), Rc::clone(&bindings)), at.clone());
        self.pending.push(Schema {
            at: at.clone(),
            from: from.clone(),
            bindings,
            copy: Some((at.clone(), from.clone())),
            nested: schema.nested + 1,
        });
    }

    fn report(&mut self, at: &Pointer) {
        let message = "the document binds too many generic schemas";
        let place = self.origins.original(&at.child("$ref"));
        self.problems
            .push(Diagnostic::new(&DYNAMIC_REFERENCES, place, message));
    }
}
