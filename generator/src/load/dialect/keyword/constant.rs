//! `const` (JSON Schema Validation 2020-12, section 6.1.3).

use serde_json::{Map, Value};

use crate::load::dialect::report::Report;
use crate::load::trail::Trail;

/// One allowed value is a list of one.
pub(super) fn upgrade(members: &mut Map<String, Value>, _: &Trail<'_>, _: &mut Report) {
    let Some(value) = members.get("const") else {
        return;
    };
    if !members.contains_key("enum") {
        let values = Value::Array(vec![value.clone()]);
        members.insert("enum".to_owned(), values);
    }
}
