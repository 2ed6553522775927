//! Maps of paths and of components that a reference stands for.

use serde_json::{Value, json};

use super::Bundle;
use crate::codes::load::{REFERENCE_EXTERNAL, REFERENCE_UNRESOLVED};
use crate::diagnostics::{Diagnostic, Pointer};
use crate::load::origins::Origins;
use crate::load::reference::fragment;

/// How many references in a row are followed.
const MAX_CHAIN: usize = 16;

/// Members of a document that are maps.
const MAPS: &[&str] = &["paths", "webhooks", "components"];

impl Bundle<'_> {
    /// Puts the members of the maps that references stand for in the place of these: of all paths, of all components,
    /// and of all components of a kind. The specification knows no references there, but documents that are split into
    /// files have them.
    pub(super) fn adopt_maps(&mut self, root: &mut Value, origins: &mut Origins) {
        for key in MAPS {
            self.adopt_map(root, &Pointer::root().child(key), origins);
        }
        let components = Pointer::root().child("components");
        let kinds = root.get("components").and_then(Value::as_object);
        let kinds = kinds.into_iter().flatten();
        let kinds: Vec<Pointer> = kinds
            .filter(|(_, members)| reference(members).is_some())
            .map(|(kind, _)| components.child(kind))
            .collect();
        for at in kinds {
            self.adopt_map(root, &at, origins);
        }
    }

    /// Replaces the reference that the map at `at` has by the members that it leads to.
    fn adopt_map(&mut self, root: &mut Value, at: &Pointer, origins: &mut Origins) {
        for _ in 0..MAX_CHAIN {
            let Some(map) = root.pointer_mut(at.as_str()) else {
                return;
            };
            let Some(reference) = reference(map).map(str::to_owned) else {
                return;
            };
            let from = at.child("$ref");
            let target = self.target(root, &reference, &from);
            if let Some(Value::Object(map)) = root.pointer_mut(at.as_str()) {
                map.shift_remove("$ref");
            }
            let target = target.filter(|target| {
                let target = root.pointer(target.as_str());
                target.is_some_and(Value::is_object)
            });
            match target {
                Some(target) => self.adopt_members(root, at, &target, origins),
                None => self.report_lost(&reference, &origins.original(&from)),
            }
        }
    }

    /// Returns the place in the tree that the `reference` at `at` leads to, unless that is around it.
    fn target(&mut self, root: &mut Value, reference: &str, at: &Pointer) -> Option<Pointer> {
        let local = self.localise(reference, at);
        self.attach(root);
        let target = Pointer::parse(&fragment(local.as_deref().unwrap_or(reference))?);
        let is_around = at.upward().any(|outer| outer == target.as_str());
        (!is_around).then_some(target)
    }

    /// Moves the members of the map at `from` into the one at `at`; its own count where both have one. References to
    /// them lead there from then on.
    fn adopt_members(
        &mut self,
        root: &mut Value,
        at: &Pointer,
        from: &Pointer,
        origins: &mut Origins,
    ) {
        let keys = |root: &Value, at: &Pointer| -> Vec<String> {
            let map = root.pointer(at.as_str()).and_then(Value::as_object);
            map.into_iter()
                .flatten()
                .map(|(key, _)| key.clone())
                .collect()
        };
        let own: hashbrown::HashSet<String> = keys(root, at).into_iter().collect();
        let file = self.base(from);
        for key in keys(root, from) {
            if own.contains(&key) {
                continue;
            }
            let (new, old) = (at.child(&key), from.child(&key));
            let Some(member) = root.pointer_mut(old.as_str()) else {
                continue;
            };
            let stand_in = json!({ "$ref": format!("#{}", new.as_str().replace('%', "%25")) });
            let member = match member {
                Value::Object(_) => std::mem::replace(member, stand_in),
                other => other.clone(),
            };
            if let Some(Value::Object(map)) = root.pointer_mut(at.as_str()) {
                map.insert(key, member);
            }
            origins.moved(new.clone(), &old);
            if !file.is_empty() {
                self.came_from(old, String::new());
                self.came_from(new, file.clone());
            }
        }
    }

    fn report_lost(&mut self, reference: &str, at: &Pointer) {
        let (code, reason) = match self.failure(reference) {
            Some(reason) => (&REFERENCE_EXTERNAL, reason),
            None => (&REFERENCE_UNRESOLVED, "does not exist"),
        };
        let problem = Diagnostic::new(code, at.clone(), format!("`{reference}` {reason}"));
        self.report(problem.with_note("this reference is ignored"));
    }
}

/// Returns the reference that a map has as a member; a path or component of that name would be an object.
fn reference(map: &Value) -> Option<&str> {
    map.get("$ref")?.as_str()
}
