//! Keywords of JSON Schema 2020-12 in terms of the Schema Object of OpenAPI 3.0.

mod alternatives;
mod anchor;
mod bounds;
mod condition;
mod constant;
mod content;
mod enumeration;
mod pattern_properties;
mod recursion;
mod reference;
mod required;
mod tuple;
mod type_list;
mod value_list;

pub(crate) use condition::CONDITIONS;

use serde_json::{Map, Value};

use super::report::Report;
use crate::load::trail::Trail;

/// The members of a schema, where it stands, and what to tell of it.
pub(super) type Step = fn(&mut Map<String, Value>, &Trail<'_>, &mut Report);

/// What is done with each schema, in this order. A step leaves alone what an earlier run of it has made.
const STEPS: &[Step] = &[
    anchor::note,
    recursion::upgrade,
    required::upgrade,
    constant::upgrade,
    value_list::upgrade,
    bounds::upgrade,
    content::upgrade,
    tuple::upgrade,
    pattern_properties::upgrade,
    enumeration::mend,
    condition::upgrade,
    type_list::upgrade,
    reference::upgrade,
];

/// Rewrites the schema with these members.
pub(super) fn upgrade(members: &mut Map<String, Value>, trail: &Trail<'_>, report: &mut Report) {
    for step in STEPS {
        step(members, trail, report);
    }
}
