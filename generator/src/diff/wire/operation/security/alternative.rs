//! One way to authenticate.

use std::collections::{BTreeMap, BTreeSet};

use crate::Document;
use crate::diagnostics::Pointer;
use crate::diff::wire::components::security_signature;
use crate::diff::wire::node::Node;
use crate::diff::wire::words;

/// Schemes that go together, with their scopes.
#[derive(Clone, Debug)]
pub(super) struct Alternative {
    pub at: Pointer,
    /// What tells the schemes apart, whatever their names, with the scopes of each.
    pub schemes: BTreeMap<String, BTreeSet<String>>,
    /// The schemes by their names.
    pub shown: String,
}

impl Alternative {
    /// Returns what tells it from other alternatives.
    pub fn names(&self) -> Vec<String> {
        self.schemes.keys().cloned().collect()
    }

    /// Returns whether `other` has all of these schemes and scopes.
    pub fn is_part_of(&self, other: &Self) -> bool {
        let mut schemes = self.schemes.iter();
        schemes.all(|(name, scopes)| {
            let others = other.schemes.get(name);
            others.is_some_and(|others| scopes.is_subset(others))
        })
    }

    /// Returns all scopes, each with its scheme.
    pub fn scopes(&self) -> BTreeSet<(&String, &String)> {
        let schemes = self.schemes.iter();
        schemes
            .flat_map(|(scheme, scopes)| scopes.iter().map(move |scope| (scheme, scope)))
            .collect()
    }
}

/// Returns the alternatives in `list`, which is of `document`. A scheme that `other` knows by the same name is the
/// same; else it is selected by its definition.
pub(super) fn alternatives(
    list: Option<&Node<'_>>,
    document: &Document,
    other: &Document,
) -> Vec<Alternative> {
    let elements = list.into_iter().flat_map(Node::elements);
    elements
        .map(|node| {
            let members = node.all_members();
            let names: Vec<_> = members.iter().map(|(name, _)| words::code(name)).collect();
            let schemes = members.iter().map(|(name, scopes)| {
                let identity = identity(name, document, other);
                (identity, texts(scopes))
            });
            Alternative {
                schemes: schemes.collect(),
                shown: names.join(" with "),
                at: node.at,
            }
        })
        .collect()
}

fn identity(name: &str, document: &Document, other: &Document) -> String {
    let scheme = |document| Node::root(document).follow(&["components", "securitySchemes", name]);
    match (scheme(document), scheme(other)) {
        (Some(scheme), None) => security_signature(&scheme),
        _ => format!("scheme {name}"),
    }
}

fn texts(list: &Node<'_>) -> BTreeSet<String> {
    let elements = list.elements().into_iter();
    elements
        .filter_map(|element| element.value.as_str().map(str::to_owned))
        .collect()
}
