//! Wrappings of one schema that add nothing to the values but `null`.

use super::view::is_null;
use crate::diagnostics::Pointer;
use crate::diff::wire::node::Node;

/// How many wrappings are taken off.
const MAX_WRAPPINGS: usize = 64;

/// Keywords that may stand beside an only part: they are for people, or compared apart.
const BESIDE: &[&str] = &[
    "allOf",
    "anyOf",
    "default",
    "deprecated",
    "description",
    "example",
    "examples",
    "externalDocs",
    "nullable",
    "oneOf",
    "readOnly",
    "summary",
    "title",
    "type",
    "writeOnly",
    "xml",
];

/// What is left of a schema without its wrappings.
#[derive(Clone, Debug)]
pub(super) struct Peeled<'a> {
    /// The wrappings, the outermost first.
    pub wrappings: Vec<Node<'a>>,
    /// What is in them.
    pub core: Node<'a>,
    /// Whether they admit `null`.
    pub nullable: bool,
}

impl<'a> Peeled<'a> {
    /// Returns where the reference leads that is left, if it is one.
    pub fn target(&self) -> Option<Node<'a>> {
        self.core.target()
    }

    /// Returns the same without what surrounds the target either, unless that is `place` already; nothing, if there is
    /// no way there.
    pub fn down_to(&self, place: &Pointer) -> Option<Self> {
        let mut peeled = self.clone();
        while peeled.wrappings.len() < MAX_WRAPPINGS {
            let target = peeled.target()?;
            if target.at == *place {
                return Some(peeled);
            }
            let inner = peel(&target);
            peeled.wrappings.push(peeled.core);
            peeled.wrappings.extend(inner.wrappings);
            peeled.nullable |= inner.nullable;
            peeled.core = inner.core;
        }
        None
    }

    /// Returns the outermost wrapping, or what is in none.
    pub fn outermost(&self) -> &Node<'a> {
        self.wrappings.first().unwrap_or(&self.core)
    }
}

/// Takes the wrappings off `node`: an `allOf`, `oneOf` or `anyOf` of one schema.
pub(super) fn peel<'a>(node: &Node<'a>) -> Peeled<'a> {
    let mut peeled = Peeled {
        wrappings: Vec::new(),
        core: node.clone(),
        nullable: false,
    };
    while peeled.wrappings.len() < MAX_WRAPPINGS
        && let Some((inner, nullable)) = unwrap(&peeled.core)
    {
        peeled.nullable |= nullable;
        let wrapping = std::mem::replace(&mut peeled.core, inner);
        peeled.wrappings.push(wrapping);
    }
    peeled
}

/// Returns what is in the wrapping that `node` is, and whether it admits `null`.
fn unwrap<'a>(node: &Node<'a>) -> Option<(Node<'a>, bool)> {
    let members = node.value.as_object()?;
    let is_beside = |key: &str| key.starts_with("x-") || BESIDE.contains(&key);
    if node.is_reference() || !members.keys().all(|key| is_beside(key)) {
        return None;
    }
    let mut lists = ["allOf", "oneOf", "anyOf"]
        .into_iter()
        .filter_map(|key| node.get(key));
    let (list, None) = (lists.next()?, lists.next()) else {
        return None;
    };
    let (nulls, others): (Vec<_>, Vec<_>) = list.elements().into_iter().partition(is_null);
    let nullable = !nulls.is_empty() || node.flag("nullable") == Some(true);
    match <[Node<'a>; 1]>::try_from(others) {
        Ok([only]) => Some((only, nullable)),
        Err(_) => None,
    }
}
