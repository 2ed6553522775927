//! Nodes of a document together with their places.

use std::ptr;

use serde_json::Value;

use crate::Document;
use crate::diagnostics::Pointer;
use crate::load::Nodes;

/// A node of a document.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    document: &'a Document,
    pub at: Pointer,
    pub value: &'a Value,
}

impl<'a> Node<'a> {
    /// Returns the node of `document` at `at`.
    pub fn find(document: &'a Document, at: &Pointer) -> Option<Self> {
        let value = Nodes::new(document).value(at)?;
        let at = at.clone();
        Some(Self {
            document,
            at,
            value,
        })
    }

    /// Returns the node `value` at `at`, where `document` has nothing, such as an undeclared parameter.
    pub fn assumed(document: &'a Document, at: Pointer, value: &'a Value) -> Self {
        Self {
            document,
            at,
            value,
        }
    }

    /// Returns the whole of `document`.
    pub fn root(document: &'a Document) -> Self {
        const NOTHING: &Value = &Value::Null;
        let at = Pointer::root();
        let value = Nodes::new(document).value(&at).unwrap_or(NOTHING);
        Self {
            document,
            at,
            value,
        }
    }

    /// Returns what tells this node from all others of its document.
    pub fn identity(&self) -> usize {
        ptr::from_ref(self.value).addr()
    }

    /// Returns the member `key`; `null` says as much as nothing.
    pub fn get(&self, key: &str) -> Option<Self> {
        let value = self.value.get(key).filter(|value| !value.is_null())?;
        Some(Self {
            document: self.document,
            at: self.at.child(key),
            value,
        })
    }

    /// Returns the node that the members `keys` lead to, one after the other.
    pub fn follow(&self, keys: &[&str]) -> Option<Self> {
        keys.iter()
            .try_fold(self.clone(), |node, key| node.get(key))
    }

    /// Returns the members, if this is an object; extensions are none.
    pub fn members(&self) -> Vec<(&'a str, Self)> {
        self.all_members()
            .into_iter()
            .filter(|(key, _)| !key.starts_with("x-"))
            .collect()
    }

    /// Returns the members, if this is an object, whatever they are called.
    pub fn all_members(&self) -> Vec<(&'a str, Self)> {
        let members = self.value.as_object().into_iter().flatten();
        let member = |(key, value): (&'a String, &'a Value)| {
            let node = Self {
                document: self.document,
                at: self.at.child(key),
                value,
            };
            (key.as_str(), node)
        };
        members.map(member).collect()
    }

    /// Returns the elements, if this is a list.
    pub fn elements(&self) -> Vec<Self> {
        let elements = self.value.as_array().into_iter().flatten();
        let element = |(index, value)| Self {
            document: self.document,
            at: self.at.index(index),
            value,
        };
        elements.enumerate().map(element).collect()
    }

    /// Returns the text that the member `key` is.
    pub fn text(&self, key: &str) -> Option<&'a str> {
        self.value.get(key)?.as_str()
    }

    /// Returns the truth value that the member `key` is.
    pub fn flag(&self, key: &str) -> Option<bool> {
        self.value.get(key)?.as_bool()
    }

    /// Returns whether this is a reference.
    pub fn is_reference(&self) -> bool {
        self.value.get("$ref").is_some()
    }

    /// Returns where the reference that this is leads in one step.
    pub fn target(&self) -> Option<Self> {
        let target = Nodes::new(self.document).target(&self.at, self.value)?;
        Self::find(self.document, &target)
    }

    /// Returns where the references at this node, if any, lead in the end; where they lead nowhere, the node itself.
    pub fn resolved(&self) -> Self {
        let target = self.target();
        let end = target.and_then(|target| Nodes::new(self.document).resolve(&target.at).0);
        let end = end.and_then(|end| Self::find(self.document, &end));
        end.unwrap_or_else(|| self.clone())
    }

    pub fn document(&self) -> &'a Document {
        self.document
    }
}
