//! Changes of documents.

mod operations;
mod properties;

use std::collections::BTreeSet;

use clientsmith::diff::Entry;
use fastrand::Rng;
use serde_json::Value;

/// A change that a report should have.
#[derive(Clone, Debug)]
pub struct Expected {
    /// The code of the change.
    pub code: &'static str,
    /// Its place, in the document that has it.
    pub pointer: String,
}

/// Changes a document at one place, and returns what a report should have; nothing, if there is no such place.
type Mutation = fn(&mut Rng, &mut Value, &mut BTreeSet<String>) -> Option<Vec<Expected>>;

const MUTATIONS: &[Mutation] = &[
    properties::property_added,
    properties::property_removed,
    properties::property_renamed,
    properties::property_with_a_similar_name,
    properties::property_required,
    properties::type_changed,
    properties::value_added,
    properties::value_with_a_similar_name,
    properties::value_removed,
    properties::bounds_tightened,
    properties::default_changed,
    operations::parameter_added,
    operations::required_parameter_added,
    operations::parameter_renamed,
    operations::operation_added,
    operations::operation_with_a_similar_name,
    operations::operation_removed,
    operations::operation_renamed,
    operations::operation_moved,
    operations::operation_deprecated,
];

/// Makes two or three changes at different places.
pub fn mutate(random: &mut Rng, document: &mut Value) -> Vec<Expected> {
    let (mut expected, mut touched) = (Vec::new(), BTreeSet::new());
    let wanted = random.usize(2..=3);
    let mut made = 0;
    for _ in 0..200 {
        let mutation = MUTATIONS[random.usize(..MUTATIONS.len())];
        if let Some(changes) = mutation(random, document, &mut touched) {
            expected.extend(changes);
            made += 1;
        }
        if made == wanted {
            break;
        }
    }
    expected
}

/// Whether an entry follows from another change: the crate changes in a way that requests and responses do not show.
pub fn is_consequence(entry: &Entry) -> bool {
    entry.code.id == "rust-api-changed"
}

fn one(code: &'static str, pointer: impl Into<String>) -> Vec<Expected> {
    let pointer = pointer.into();
    vec![Expected { code, pointer }]
}

/// A pointer to a member (RFC 6901, section 3).
fn child(at: &str, key: &str) -> String {
    format!("{at}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// A name that is the same in Rust.
fn similar(name: &str) -> Option<String> {
    let other = if name.contains(char::is_uppercase) {
        let separate = |letter: char| {
            if letter.is_uppercase() {
                format!("_{}", letter.to_lowercase())
            } else {
                letter.to_string()
            }
        };
        name.chars().map(separate).collect()
    } else {
        name.replace('_', "-")
    };
    (other != name && !other.starts_with('_')).then_some(other)
}
