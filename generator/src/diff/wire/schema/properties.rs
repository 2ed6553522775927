//! Properties of objects, as they are sent and as they are received.

use std::collections::BTreeMap;

use super::pair::Pair;
use super::{Site, View, additional, relate, relate_optional};
use crate::codes::changes::{
    BECAME_NOT_READ_ONLY, BECAME_NOT_WRITE_ONLY, BECAME_READ_ONLY, BECAME_WRITE_ONLY, ChangeCode,
    Direction, PROPERTY_ADDED, PROPERTY_BECAME_OPTIONAL, PROPERTY_BECAME_REQUIRED,
    PROPERTY_REMOVED, REQUIRED_PROPERTY_ADDED, REQUIRED_PROPERTY_REMOVED,
};
use crate::diagnostics::Pointer;
use crate::diff::wire::Presence;
use crate::diff::wire::alike::of_schema;
use crate::diff::wire::comparison::Comparison;
use crate::diff::wire::label::labelled;
use crate::diff::wire::node::Node;
use crate::diff::wire::words::code;

/// Compares the properties of two objects, whatever their order.
pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, pair: &Pair<'a>) {
    let (old, mut new) = (properties(&pair.old), properties(&pair.new));
    for (name, property) in old {
        match new.remove(name) {
            Some(counterpart) => compare_property(comparison, pair, name, property, counterpart),
            None => removed(comparison, pair, name, &property),
        }
    }
    for (name, property) in new {
        added(comparison, pair, name, &property);
        if let Some(schema) = additional::schema(&pair.old)
            && !property.site.is_empty()
        {
            // Values under this name followed that schema before.
            let reach = pair.reach.only(property.direction());
            relate(comparison, reach, vec![schema], property.site);
        }
    }
}

fn removed(comparison: &mut Comparison<'_>, pair: &Pair<'_>, name: &str, property: &Property<'_>) {
    let places = (property.spot(), pair.new_spot());
    let reach = pair.reach.only(property.direction());
    let (code, what) = match (property.required, property.site.is_empty()) {
        // Only its name was listed.
        (_, true) => (&PROPERTY_BECAME_OPTIONAL, "became optional"),
        (true, false) => (&REQUIRED_PROPERTY_REMOVED, "was removed"),
        (false, false) => (&PROPERTY_REMOVED, "was removed"),
    };
    comparison.report(reach, code, places, || {
        sentence_of_one(pair, name, property, what)
    });
}

fn added(comparison: &mut Comparison<'_>, pair: &Pair<'_>, name: &str, property: &Property<'_>) {
    let (code, what) = match (property.required, property.site.is_empty()) {
        (_, true) => (&PROPERTY_BECAME_REQUIRED, "became required"),
        (true, false) => (&REQUIRED_PROPERTY_ADDED, "was added and is required"),
        (false, false) => (&PROPERTY_ADDED, "was added"),
    };
    let places = (pair.old_spot(), property.spot());
    let reach = pair.reach.only(property.direction());
    comparison.report(reach, code, places, || {
        sentence_of_one(pair, name, property, what)
    });
}

fn compare_property<'a>(
    comparison: &mut Comparison<'a>,
    pair: &Pair<'a>,
    name: &str,
    old: Property<'a>,
    new: Property<'a>,
) {
    let mut report = |direction, code, what: &str| {
        let reach = pair.reach.only(direction);
        let places = (old.spot_of_requirement(), new.spot_of_requirement());
        comparison.report(reach, code, places, || {
            if old.is_listed_with_it() && new.is_listed_with_it() {
                sentence(pair, name, &new, what)
            } else {
                format!("{} {what}", pair.label_of(name))
            }
        });
    };
    let (was, is) = (old.direction(), new.direction());
    for (code, direction, what) in turns(was, is, new.required) {
        report(direction, code, what);
    }
    let kept = was.and(is);
    match (old.required, new.required) {
        (false, true) => report(kept, &PROPERTY_BECAME_REQUIRED, "became required"),
        (true, false) => report(kept, &PROPERTY_BECAME_OPTIONAL, "became optional"),
        _ => {}
    }
    let reach = pair.reach.only(was.or(is));
    match (old.site.is_empty(), new.site.is_empty()) {
        (false, false) => relate(comparison, reach, old.site, new.site),
        // One of the documents only lists it as required.
        _ => {
            let schemas = (old.site.into_iter().next(), new.site.into_iter().next());
            relate_optional(comparison, reach, schemas, pair.holders());
        }
    }
}

type Turn = (&'static ChangeCode, Direction, &'static str);

/// Returns what it means that a property goes other ways than before.
fn turns(was: Direction, is: Direction, required: bool) -> Vec<Turn> {
    use Direction::{Request, Response};
    let mut turns: Vec<Turn> = Vec::new();
    match (was.is_request(), is.is_request()) {
        (true, false) => turns.push((&BECAME_READ_ONLY, Request, "became read-only")),
        (false, true) if required => {
            let what = "is not read-only any more and is required";
            turns.push((&REQUIRED_PROPERTY_ADDED, Request, what));
        }
        (false, true) => {
            turns.push((&BECAME_NOT_READ_ONLY, Request, "is not read-only any more"));
        }
        _ => {}
    }
    match (was.is_response(), is.is_response()) {
        (true, false) => turns.push((&BECAME_WRITE_ONLY, Response, "became write-only")),
        (false, true) => {
            turns.push((
                &BECAME_NOT_WRITE_ONLY,
                Response,
                "is not write-only any more",
            ));
        }
        _ => {}
    }
    turns
}

fn sentence(pair: &Pair<'_>, name: &str, property: &Property<'_>, what: &str) -> String {
    match property.site.first() {
        Some(node) => format!("{} {what}", of_schema(labelled(node), &node.at)),
        None => format!("{} {what}", pair.label_of(name)),
    }
}

/// Returns the same of a property that only one of the schemas has. If both documents have it where it stands, it did
/// not come or go there, but with what that is a part of.
fn sentence_of_one(pair: &Pair<'_>, name: &str, property: &Property<'_>, what: &str) -> String {
    match (property.site.first(), pair.components()) {
        (Some(node), Some((old, new))) if pair.have_both(&node.at) => {
            let name = code(name);
            if what.ends_with("removed") {
                return format!("{new} lacks property {name} of {old}, which it replaces");
            }
            let required = if property.required { "required " } else { "" };
            format!("{new} has the {required}property {name}, unlike {old}, which it replaces")
        }
        (Some(node), None) if pair.have_both(&node.at) => {
            format!("{} {what}", pair.label_of(name))
        }
        _ => sentence(pair, name, property, what),
    }
}

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
    /// Returns the optional property whose values `node` speaks of.
    pub fn new(node: Node<'a>) -> Self {
        Self {
            site: vec![node],
            ..Self::default()
        }
    }

    /// Returns which way it goes (OpenAPI 3.0.3, Schema Object, `readOnly` and `writeOnly`).
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
        View::new(&self.site).flag(flag)
    }

    /// Returns whether the schema that has the property lists it as required itself, unless none does.
    pub fn is_listed_with_it(&self) -> bool {
        let schema = |at: &Pointer| at.parent()?.parent();
        let list = self.list.as_ref().map(schema);
        let mut sites = self.site.iter().map(|node| schema(&node.at));
        list.is_none_or(|list| sites.any(|site| site == list))
    }

    /// Returns where another schema than the one that has it lists it as required; its place, if none does.
    pub fn spot_of_requirement(&self) -> Presence {
        let other = self.list.as_ref().filter(|_| !self.is_listed_with_it());
        other.cloned().map_or_else(|| self.spot(), Presence::At)
    }

    /// Returns its place.
    pub fn spot(&self) -> Presence {
        let node = self.site.first().map(|node| &node.at);
        let at = node.or(self.list.as_ref());
        Presence::At(at.cloned().unwrap_or_default())
    }
}

/// Returns the properties of an object by their names.
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

/// Returns whether an object lists the property `name`.
pub(in crate::diff::wire) fn has_property(view: &View<'_>, name: &str) -> bool {
    properties(view)
        .get(name)
        .is_some_and(|property| !property.site.is_empty())
}
