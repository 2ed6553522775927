//! The tree as it is before anything is specialised.

use std::collections::BTreeMap;
use std::rc::Rc;

use serde_json::Value;

use super::{Bindings, DEFINITIONS, Dynamic};
use crate::diagnostics::Pointer;
use crate::load::grammar::{Held, Kind, held};
use crate::load::origins::Origins;
use crate::load::reference::fragment;
use crate::load::schema_names::SchemaNames;

/// How many references in a row are followed.
const MAX_CHAIN: usize = 16;

/// Members of a schema that is nothing but a reference.
const NAMING: &[&str] = &["$comment", "$dynamicAnchor", "$id", "$ref"];

/// The tree as it is before anything is specialised.
pub(super) struct Originals<'a> {
    pub(super) root: Value,
    dynamic: &'a Dynamic,
    names: &'a SchemaNames,
}

/// Where a reference leads.
pub(super) struct Target {
    pub(super) at: Pointer,
    /// The anchor, if it is a dynamic reference.
    pub(super) anchor: Option<String>,
}

impl<'a> Originals<'a> {
    pub(super) fn new(root: &Value, dynamic: &'a Dynamic, names: &'a SchemaNames) -> Self {
        Self {
            root: root.clone(),
            dynamic,
            names,
        }
    }

    pub(super) fn node(&self, at: &Pointer) -> Option<&Value> {
        self.root.pointer(at.as_str())
    }

    /// Returns where the reference at `at` leads under `bindings`.
    pub(super) fn target(
        &self,
        at: &Pointer,
        bindings: &Bindings,
        origins: &Origins,
    ) -> Option<Target> {
        let reference = self.node(at)?.get("$ref")?.as_str()?;
        let anchor = self.dynamic.anchor_of(at);
        let bound = anchor.and_then(|anchor| bindings.get(anchor));
        let target = match bound {
            Some(bound) => bound.clone(),
            None => self.resolve(reference, at, origins)?,
        };
        Some(Target {
            at: target,
            anchor: anchor.map(str::to_owned),
        })
    }

    fn resolve(&self, reference: &str, at: &Pointer, origins: &Origins) -> Option<Pointer> {
        if let Some(named) = self.names.find(reference, at) {
            return Some(named);
        }
        let fragment = fragment(reference)?;
        let target = Pointer::parse(&fragment);
        let now = origins.now(&target);
        let mut places = [target, now].into_iter();
        let found = places.find(|target| self.node(target).is_some());
        found.or_else(|| {
            let within = |outer: &str| Pointer::parse(&format!("{outer}{fragment}"));
            let mut places = at.upward().map(within);
            places.find(|target| self.node(target).is_some())
        })
    }

    /// Returns the schema that a binding means: the one it is nothing but a reference to, so that all who bind an
    /// anchor to a component share one copy.
    fn meant(&self, at: &Pointer, origins: &Origins) -> Pointer {
        let mut at = at.clone();
        for _ in 0..MAX_CHAIN {
            let node = self.node(&at).and_then(Value::as_object);
            let is_bare = node.is_some_and(|node| {
                let mut keys = node.keys();
                keys.all(|key| NAMING.contains(&key.as_str()))
            });
            let reference = node.and_then(|node| node.get("$ref")?.as_str());
            let target = reference
                .filter(|_| is_bare && self.dynamic.anchor_of(&at).is_none())
                .and_then(|reference| self.resolve(reference, &at, origins));
            match target {
                Some(target) => at = target,
                None => break,
            }
        }
        at
    }

    /// Returns the bindings within the schema at `at`, where `outer` ones hold: the outermost counts.
    pub(super) fn bindings(&self, at: &Pointer, outer: &Bindings, origins: &Origins) -> Bindings {
        let mut own = BTreeMap::new();
        let mut bind = |at: &Pointer| {
            if let Some(anchor) = self.dynamic.anchors.get(at)
                && !outer.contains_key(anchor)
            {
                own.entry(anchor.clone())
                    .or_insert_with(|| self.meant(at, origins));
            }
        };
        bind(at);
        for key in DEFINITIONS {
            let defined = self.node(at).and_then(|node| node.get(*key));
            let names = defined.and_then(Value::as_object).into_iter().flatten();
            for (name, _) in names {
                bind(&at.child(key).child(name));
            }
        }
        if own.is_empty() {
            return Rc::clone(outer);
        }
        own.extend(
            outer
                .iter()
                .map(|(anchor, at)| (anchor.clone(), at.clone())),
        );
        Rc::new(own)
    }

    /// Returns the bindings where the schema at `at` stands in the document.
    pub(super) fn bindings_around(&self, at: &Pointer, origins: &Origins) -> Bindings {
        let places: Vec<&str> = at.upward().collect();
        let mut bindings = Bindings::default();
        for place in places.into_iter().rev() {
            bindings = self.bindings(&Pointer::parse(place), &bindings, origins);
        }
        bindings
    }

    /// Returns the ways from the schema at `at` to those written out in it.
    pub(super) fn children(&self, at: &Pointer) -> Vec<Vec<String>> {
        let members = self.node(at).and_then(Value::as_object);
        let mut children = Vec::new();
        for (key, member) in members.into_iter().flatten() {
            match (held(Kind::Schema, key), member) {
                (Some(Held::One(Kind::Schema)), _) => children.push(vec![key.clone()]),
                (Some(Held::List(Kind::Schema)), Value::Array(items)) => {
                    let places = 0..items.len();
                    children.extend(places.map(|place| vec![key.clone(), place.to_string()]));
                }
                (Some(Held::Map(Kind::Schema)), Value::Object(schemas)) => {
                    let names = schemas.keys();
                    children.extend(names.map(|name| vec![key.clone(), name.clone()]));
                }
                _ => {}
            }
        }
        children
    }
}

/// Returns the place that a way leads to from `at`.
pub(super) fn behind(at: &Pointer, way: &[String]) -> Pointer {
    way.iter().fold(at.clone(), |at, key| at.child(key))
}
