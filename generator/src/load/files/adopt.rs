//! Components that are in other files.

use serde_json::{Value, json};

use super::Bundle;
use crate::diagnostics::Pointer;
use crate::load::origins::Origins;

/// How many references in a row are followed.
const MAX_CHAIN: usize = 16;

impl Bundle<'_> {
    /// Puts what components only refer to, in other files, in their own place: first of all in that of those that refer
    /// to it directly.
    pub(in crate::load) fn adopt(&mut self, root: &mut Value, origins: &mut Origins) {
        self.adopt_maps(root, origins);
        let mut components = components(root);
        for _ in 0..MAX_CHAIN {
            components.retain(|component| self.adopt_one(root, component, origins));
        }
    }

    /// Puts what the component at `at` refers to in its place, if that is in another file.
    fn adopt_one(&mut self, root: &mut Value, at: &Pointer, origins: &mut Origins) -> bool {
        let Some(reference) = outward(root, at) else {
            return false;
        };
        let Some(target) = self.localise(&reference, at) else {
            return false;
        };
        self.attach(root);
        let target = Pointer::parse(target.trim_start_matches('#').replace("%25", "%").as_str());
        if self.is_adopted(&target) {
            return false;
        }
        let stand_in = json!({ "$ref": format!("#{at}") });
        let node = root.pointer_mut(target.as_str());
        let Some(node) = node.filter(|node| node.is_object()) else {
            return false;
        };
        let node = std::mem::replace(node, stand_in);
        if let Some(component) = root.pointer_mut(at.as_str()) {
            *component = node;
        }
        origins.moved(at.clone(), &target);
        self.came_from(target.clone(), String::new());
        if let Some(path) = target.tokens().nth(1) {
            self.came_from(at.clone(), path.into_owned());
        }
        true
    }
}

/// Returns the places of all components that are nothing but references.
fn components(root: &Value) -> Vec<Pointer> {
    let at = Pointer::root().child("components");
    let kinds = root.get("components").and_then(Value::as_object);
    let mut places = Vec::new();
    for (kind, members) in kinds.into_iter().flatten() {
        for name in members
            .as_object()
            .into_iter()
            .flat_map(serde_json::Map::keys)
        {
            let place = at.child(kind).child(name);
            if outward(root, &place).is_some() {
                places.push(place);
            }
        }
    }
    places
}

/// Returns the reference that the node at `at` consists of, if it does.
fn outward(root: &Value, at: &Pointer) -> Option<String> {
    let node = root.pointer(at.as_str())?.as_object()?;
    let reference = node.get("$ref")?.as_str()?;
    (node.len() == 1).then(|| reference.to_owned())
}
