//! One property of an object, as it is sent and as it is received.

use std::collections::BTreeMap;

use super::{Site, View};
use crate::diagnostics::Pointer;
use crate::diff::wire::node::Node;
use crate::diff::wire::{Direction, Spot};

/// A property of an object.
#[derive(Debug, Default)]
pub(super) struct Property<'a> {
    /// What is said of its values; nothing, where it is only listed as required.
    pub site: Site<'a>,
    pub required: bool,
    /// Where it is listed as required.
    list: Option<Pointer>,
}

impl<'a> Property<'a> {
    /// The optional property whose values `node` speaks of.
    pub fn of(node: Node<'a>) -> Self {
        Self {
            site: vec![node],
            ..Self::default()
        }
    }

    /// Which way it goes (OpenAPI 3.0.3, Schema Object, `readOnly` and `writeOnly`).
    pub fn direction(&self) -> Direction {
        Direction::new(!self.is("readOnly"), !self.is("writeOnly"))
    }

    fn is(&self, flag: &str) -> bool {
        let is_plain = |node: &Node<'_>| {
            let members = ["$ref", "allOf", "oneOf", "anyOf"];
            members.iter().all(|key| node.value.get(key).is_none())
        };
        if self.site.iter().all(is_plain) {
            return self.site.iter().any(|node| node.flag(flag) == Some(true));
        }
        View::of(&self.site).flag(flag)
    }

    /// Whether the schema that has the property lists it as required itself, unless none does.
    pub fn is_listed_with_it(&self) -> bool {
        let schema = |at: &Pointer| at.parent()?.parent();
        let list = self.list.as_ref().map(schema);
        let mut sites = self.site.iter().map(|node| schema(&node.at));
        list.is_none_or(|list| sites.any(|site| site == list))
    }

    /// Where another schema than the one that has it lists it as required; its place, if none does.
    pub fn spot_of_requirement(&self) -> Spot {
        let other = self.list.as_ref().filter(|_| !self.is_listed_with_it());
        other.cloned().map_or_else(|| self.spot(), Spot::At)
    }

    /// Its place.
    pub fn spot(&self) -> Spot {
        let node = self.site.first().map(|node| &node.at);
        let at = node.or(self.list.as_ref());
        Spot::At(at.cloned().unwrap_or_default())
    }
}

/// The properties of an object by their names.
pub(super) fn properties<'a>(view: &View<'a>) -> BTreeMap<&'a str, Property<'a>> {
    let mut properties: BTreeMap<&str, Property<'a>> = BTreeMap::new();
    for part in &view.parts {
        let listed = part.get("properties");
        for (name, node) in listed
            .iter()
            .flat_map(super::super::node::Node::all_members)
        {
            properties.entry(name).or_default().site.push(node);
        }
        for name in part
            .get("required")
            .iter()
            .flat_map(super::super::node::Node::elements)
        {
            if let Some(text) = name.value.as_str() {
                let property = properties.entry(text).or_default();
                property.required = true;
                property.list.get_or_insert(name.at);
            }
        }
    }
    properties
}

/// Whether an object lists the property `name`.
pub(in crate::diff::wire) fn has_property(view: &View<'_>, name: &str) -> bool {
    properties(view)
        .get(name)
        .is_some_and(|property| !property.site.is_empty())
}
