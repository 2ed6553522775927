use serde_json::{Value, json};

use super::Site;
use crate::diff::wire::Presence;
use crate::diff::wire::node::Node;
use crate::load::CONDITIONS;
use crate::normalize::{self, Walk};

/// How many parts of one schema are looked at.
const MAX_PARTS: usize = 4096;

/// What a schema says, however it is put together: references are followed, the parts of `allOf` and an only
/// alternative are parts of the whole.
#[derive(Debug, Default)]
pub(in crate::diff::wire) struct View<'a> {
    /// All that holds for the values, the outermost first.
    pub parts: Vec<Node<'a>>,
    /// What holds besides, one of them each time; `null` is none of them.
    pub alternatives: Vec<Node<'a>>,
    /// The keyword that lists them; nothing, if several do.
    pub listed_by: Option<&'static str>,
    /// Whether `null` is an alternative.
    admits_null: bool,
    /// The lists of values that are alternatives, if that is all they are: together they are one.
    lists: Vec<Node<'a>>,
}

impl<'a> View<'a> {
    /// Returns what `site` says.
    pub fn new(site: &Site<'a>) -> Self {
        let mut view = Self::default();
        let mut walk = Walk::new(site.iter().cloned(), MAX_PARTS);
        while let Some(node) = walk.next_schema() {
            if walk.enter(node.identity()) {
                walk.extend(view.take(node));
            }
        }
        view.merge_lists();
        view
    }

    /// Makes one list of values of alternatives that are nothing else.
    fn merge_lists(&mut self) {
        let list = |node: &Node<'a>| {
            let node = node.resolved();
            let is_alone = ["allOf", "oneOf", "anyOf"]
                .iter()
                .all(|key| node.get(key).is_none());
            node.get("enum").filter(|_| is_alone)
        };
        let lists: Option<Vec<_>> = self.alternatives.iter().map(list).collect();
        if let Some(lists) = lists.filter(|lists| !lists.is_empty()) {
            self.alternatives.clear();
            self.lists = lists;
        }
    }

    /// Returns the listed values, if there are any.
    pub fn values(&self) -> Option<Vec<&'a Value>> {
        let mut own = self.all("enum").filter_map(|list| list.value.as_array());
        if let Some(first) = own.next() {
            // All of them hold.
            let others: Vec<_> = own.collect();
            let is_everywhere = |value: &&Value| others.iter().all(|list| list.contains(value));
            return Some(first.iter().filter(is_everywhere).collect());
        }
        let values = self.lists.iter().filter_map(|list| list.value.as_array());
        (!self.lists.is_empty()).then(|| values.flatten().collect())
    }

    /// Returns the keyword `key` of each part that has it.
    pub fn all(&self, key: &str) -> impl Iterator<Item = Node<'a>> {
        self.parts.iter().filter_map(move |part| part.get(key))
    }

    /// Takes what `node` itself says, and returns its parts.
    fn take(&mut self, node: Node<'a>) -> Vec<Node<'a>> {
        let mut parts: Vec<_> = node.target().into_iter().collect();
        for key in ["allOf", "oneOf", "anyOf"] {
            let Some(list) = node.get(key) else {
                continue;
            };
            let all = list.elements();
            if key == "allOf" {
                parts.extend(all);
                continue;
            }
            let (nulls, others): (Vec<_>, Vec<_>) = all.into_iter().partition(is_null);
            self.admits_null |= !nulls.is_empty();
            if others.len() == 1 {
                parts.extend(others);
            } else {
                let is_first = self.alternatives.is_empty();
                self.listed_by = Some(key).filter(|_| is_first || self.listed_by == Some(key));
                self.alternatives.extend(others);
            }
        }
        self.parts.push(node);
        parts
    }

    /// Returns the keyword `key` of the outermost part that has it.
    pub fn get(&self, key: &str) -> Option<Node<'a>> {
        self.parts.iter().find_map(|part| part.get(key))
    }

    /// Returns the text that the keyword `key` is.
    pub fn text(&self, key: &str) -> Option<&'a str> {
        self.parts.iter().find_map(|part| part.text(key))
    }

    /// Returns whether a part sets the flag `key`.
    pub fn flag(&self, key: &str) -> bool {
        self.parts.iter().any(|part| part.flag(key) == Some(true))
    }

    /// Returns whether no value is valid, as for the schema `false`.
    pub fn is_never(&self) -> bool {
        let mut conditions = self.all(CONDITIONS);
        conditions.any(|node| node.value.get("not").is_some_and(|not| not == &json!({})))
    }

    /// Returns whether `null` is a value.
    pub fn is_nullable(&self) -> bool {
        self.admits_null || self.flag("nullable") || self.parts.iter().any(lists_null)
    }

    /// Returns whether `null` is a value of all lists of values, if there are any (JSON Schema Validation, section
    /// 6.1.2).
    pub fn is_null_listed(&self) -> bool {
        let mut lists = self.all("enum").filter_map(|list| list.value.as_array());
        lists.all(|list| list.iter().any(Value::is_null))
    }

    /// Returns the place of the keyword `key`.
    pub fn spot(&self, key: &str) -> Presence {
        match (self.get(key), self.parts.first()) {
            (Some(node), _) => Presence::At(node.at),
            (None, Some(part)) => Presence::Missing(part.at.clone()),
            (None, None) => Presence::Missing(crate::diagnostics::Pointer::root()),
        }
    }
}

/// Returns whether `null` is the only value of the schema at `node`.
pub(super) fn is_null(node: &Node<'_>) -> bool {
    normalize::is_null(node.resolved().value)
}

fn lists_null(part: &Node<'_>) -> bool {
    let values = part.value.get("enum").and_then(Value::as_array);
    values.is_some_and(|values| values.iter().any(Value::is_null))
}
