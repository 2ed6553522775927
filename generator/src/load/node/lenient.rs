//! Nodes that `openapiv3` refuses as they stand: what is wrong with them costs one member, not the node.

use serde_json::{Map, Value};

use super::Node;
use super::needed::{Needed, Stand};
use super::spellings::spellings;
use crate::codes::load::{MEMBER_INVALID, MEMBER_REPAIRED, NODE_INVALID};
use crate::diagnostics::{Code, Diagnostic, Place, Pointer};
use crate::load::plain;

/// Reads as much of a node as can be read. What is left out of it, and what is read in another way than it is
/// written, is noted.
///
/// `shallow` is the copy of the node in which its children are references. There is no node if it is no object or
/// lacks something that nothing can stand for.
pub(super) fn read<N: Node>(shallow: &Value, at: &Pointer) -> (Option<N>, Vec<Diagnostic>) {
    let Value::Object(members) = shallow else {
        let article = if N::NAME.starts_with(['E', 'O']) {
            "an"
        } else {
            "a"
        };
        let (name, found) = (N::NAME, kind(shallow));
        let message = format!("expected {article} {name}, found {found}");
        return (None, vec![problem(&NODE_INVALID, at, message)]);
    };
    let mut attempt = Attempt::new::<N>(members, at);
    let (first, rest): (Vec<_>, Vec<_>) = members
        .iter()
        .filter(|(_, value)| !value.is_null())
        .partition(|(key, _)| N::NEEDED.iter().any(|needed| needed.key == key.as_str()));
    attempt.admit::<N>(&first);
    attempt.admit::<N>(&rest);
    attempt.finish::<N>()
}

/// A node that grows member by member and can be read at each step.
struct Attempt<'a> {
    at: &'a Pointer,
    members: Map<String, Value>,
    /// Members that nothing can stand for and that are not yet there.
    missing: Vec<&'static str>,
    problems: Vec<Diagnostic>,
}

impl<'a> Attempt<'a> {
    /// Returns the least that can be read.
    fn new<N: Node>(given: &Map<String, Value>, at: &'a Pointer) -> Self {
        let mut members = Map::new();
        for needed in N::NEEDED {
            let instead = needed.or.and_then(|key| given.get_key_value(key));
            match instead.filter(|(_, value)| value.is_object()) {
                Some((key, value)) => members.insert(key.clone(), value.clone()),
                None => members.insert(needed.key.to_owned(), needed.placeholder()),
            };
        }
        let is_essential = |needed: &&Needed| matches!(needed.stand, Stand::Essential(_));
        let essential = N::NEEDED.iter().filter(is_essential);
        Self {
            at,
            members,
            missing: essential.map(|needed| needed.key).collect(),
            problems: Vec::new(),
        }
    }

    /// Adds those of `given` that leave the node readable, in halves, so that a few faults among many members are
    /// found in a few steps.
    fn admit<N: Node>(&mut self, given: &[(&String, &Value)]) {
        match given {
            [] => {}
            [(key, value)] => self.admit_one::<N>(key, value),
            given => {
                let mut grown = self.members.clone();
                for (key, value) in given {
                    grown.insert((*key).clone(), (*value).clone());
                }
                if is_readable::<N>(&grown) {
                    self.members = grown;
                    self.missing
                        .retain(|key| !given.iter().any(|(given, _)| given == key));
                    return;
                }
                let (left, right) = given.split_at(given.len() / 2);
                self.admit::<N>(left);
                self.admit::<N>(right);
            }
        }
    }

    fn admit_one<N: Node>(&mut self, key: &String, value: &Value) {
        let Some(reason) = self.try_one::<N>(key, value) else {
            return;
        };
        let other = spellings(value)
            .into_iter()
            .find(|other| self.try_one::<N>(key, other).is_none());
        let at = self.at.child(key);
        self.problems.push(match other {
            Some(other) => {
                let message = format!("invalid value `{}` of `{key}`", plain(value));
                let note = format!("it is read as `{}`", plain(&other));
                problem(&MEMBER_REPAIRED, &at, message).with_note(note)
            }
            None => {
                let reason = in_words(reason);
                let message = format!("invalid `{key}` of this {}: {reason}", N::NAME);
                problem(&MEMBER_INVALID, &at, message)
            }
        });
    }

    /// Adds one member, or says why that cannot be.
    fn try_one<N: Node>(&mut self, key: &String, value: &Value) -> Option<String> {
        let before = self.members.insert(key.clone(), value.clone());
        let reason = N::deserialize(Value::Object(self.members.clone())).err();
        match (&reason, before) {
            (None, _) => self.missing.retain(|missing| missing != key),
            (Some(_), Some(before)) => drop(self.members.insert(key.clone(), before)),
            (Some(_), None) => drop(self.members.shift_remove(key)),
        }
        reason.map(|reason| reason.to_string())
    }

    fn finish<N: Node>(mut self) -> (Option<N>, Vec<Diagnostic>) {
        for key in &self.missing {
            let message = format!("this {} has no usable `{key}`", N::NAME);
            self.problems.push(problem(&NODE_INVALID, self.at, message));
        }
        let is_whole = self.missing.is_empty();
        let node = N::deserialize(Value::Object(self.members)).ok();
        (node.filter(|_| is_whole), self.problems)
    }
}

fn is_readable<N: Node>(members: &Map<String, Value>) -> bool {
    N::deserialize(Value::Object(members.clone())).is_ok()
}

fn problem(code: &'static Code, at: &Pointer, message: String) -> Diagnostic {
    Diagnostic::new(code, Place::Pointer(at.clone()), message)
}

/// Returns the reason without the names of types in Rust.
fn in_words(reason: String) -> String {
    if reason.contains("did not match any variant") {
        return "the value has the wrong type".to_owned();
    }
    match reason.split_once(", expected struct ") {
        Some((found, _)) => format!("{found}, expected an object"),
        None => reason,
    }
}

/// Returns what a value is, in words.
fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "empty",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}
