//! Which alternatives of two schemas stand for each other, whatever their order.

use std::collections::BTreeMap;

use super::kind::kind;
use super::peel::peel;
use super::properties::{Property, properties};
use super::values::values;
use super::{View, shape};
use crate::diff::wire::node::Node;

/// Alternatives of two schemas.
#[derive(Debug, Default)]
pub(super) struct Matched<'a> {
    /// Those that stand for each other.
    pub pairs: Vec<(Node<'a>, Node<'a>)>,
    pub removed: Vec<Node<'a>>,
    pub added: Vec<Node<'a>>,
}

/// What alternatives have to have in common, the surest first.
const PASSES: &[Pass] = &[
    Pass {
        key: component,
        is_sure: true,
    },
    Pass {
        key: whole,
        is_sure: true,
    },
    Pass {
        key: outline,
        is_sure: true,
    },
    Pass {
        key: title,
        is_sure: true,
    },
    Pass {
        key: member_names,
        is_sure: true,
    },
    Pass {
        key: type_name,
        is_sure: false,
    },
];

struct Pass {
    key: fn(&Node<'_>) -> Option<String>,
    /// Whether alternatives that have it in common stand for each other even where others have it too.
    is_sure: bool,
}

/// Matches the alternatives `old` with the alternatives `new`.
pub(super) fn matched<'a>(old: &[Node<'a>], new: &[Node<'a>]) -> Matched<'a> {
    let mut matched = Matched {
        pairs: Vec::new(),
        removed: old.to_vec(),
        added: new.to_vec(),
    };
    for pass in PASSES {
        if matched.removed.is_empty() || matched.added.is_empty() {
            break;
        }
        matched.run(pass);
    }
    matched
}

impl Matched<'_> {
    fn run(&mut self, pass: &Pass) {
        let (old, rest_of_old) = by_key(std::mem::take(&mut self.removed), pass);
        let (mut new, rest_of_new) = by_key(std::mem::take(&mut self.added), pass);
        (self.removed, self.added) = (rest_of_old, rest_of_new);
        for (key, mut old) in old {
            let mut new = new.remove(&key).unwrap_or_default();
            let is_clear = old.len() == 1 && new.len() == 1;
            let count = old.len().min(new.len());
            if pass.is_sure || is_clear {
                self.pairs
                    .extend(old.drain(..count).zip(new.drain(..count)));
            }
            self.removed.extend(old);
            self.added.extend(new);
        }
        self.added.extend(new.into_values().flatten());
    }
}

type ByKey<'a> = BTreeMap<String, Vec<Node<'a>>>;

fn by_key<'a>(nodes: Vec<Node<'a>>, pass: &Pass) -> (ByKey<'a>, Vec<Node<'a>>) {
    let (mut by_key, mut rest) = (ByKey::new(), Vec::new());
    for node in nodes {
        match (pass.key)(&node) {
            Some(key) => by_key.entry(key).or_default().push(node),
            None => rest.push(node),
        }
    }
    (by_key, rest)
}

/// Returns the place of the component that a node refers to.
pub(super) fn component(node: &Node<'_>) -> Option<String> {
    let target = peel(node).core.target()?;
    Some(target.at.as_str().to_owned())
}

fn title(node: &Node<'_>) -> Option<String> {
    node.text("title").map(str::to_owned)
}

/// Returns all that it says.
fn whole(node: &Node<'_>) -> Option<String> {
    node.value.as_object()?;
    Some(shape(node, &|_| false))
}

/// Returns the type, the listed values, and the same of each property.
fn outline(node: &Node<'_>) -> Option<String> {
    node.value.as_object()?;
    let view = View::new(&vec![node.clone()]);
    let of_property = |property: &Property<'_>| {
        let place = property.site.first().and_then(component);
        place.unwrap_or_else(|| sketch(&View::new(&property.site)))
    };
    let properties: Vec<_> = properties(&view)
        .iter()
        .map(|(name, property)| format!("{name}: {}", of_property(property)))
        .collect();
    Some(format!("{} {properties:?}", sketch(&view)))
}

/// Returns the type, the listed values and the names of the properties.
fn sketch(view: &View<'_>) -> String {
    let values = values(view).map(|values| values.into_keys().collect::<Vec<_>>());
    let (kind, count) = (kind(view), view.alternatives.len());
    let names: Vec<_> = properties(view).into_keys().collect();
    format!(
        "{kind} {values:?} {count} {:?} {names:?}",
        view.text("format")
    )
}

/// Returns the names of the properties, if there are any.
fn member_names(node: &Node<'_>) -> Option<String> {
    let view = View::new(&vec![node.clone()]);
    let names: Vec<_> = properties(&view).into_keys().collect();
    (!names.is_empty()).then(|| names.join(" "))
}

fn type_name(node: &Node<'_>) -> Option<String> {
    let view = View::new(&vec![node.clone()]);
    view.alternatives
        .is_empty()
        .then(|| kind(&view).to_string())
}
