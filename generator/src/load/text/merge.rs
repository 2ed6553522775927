use serde_json::{Map, Value};

use super::reading::Reading;
use crate::codes::text::MERGE;
use crate::load::trail::Trail;

pub(super) const MERGE_KEY: &str = "<<";

/// Adds to `object` the members of the values of its merge keys, unless it has them already.
///
/// Earlier ones win over later ones ([YAML 1.1 merge keys](https://yaml.org/type/merge.html)). YAML 1.2 has dropped
/// them, but documents have not.
pub(super) fn apply(
    object: &mut Map<String, Value>,
    merged: Vec<Value>,
    reading: &Reading,
    trail: &Trail<'_>,
) {
    for value in merged {
        if let Err(other) = mappings(value).map(|mappings| add(object, mappings)) {
            let place = trail.pointer().child(MERGE_KEY);
            reading.report(&MERGE, place, "`<<` has nothing to merge".to_owned());
            object.insert(MERGE_KEY.to_owned(), other);
        }
    }
}

/// Returns the mappings that the value of a merge key stands for, or that value itself if it is none.
fn mappings(value: Value) -> Result<Vec<Map<String, Value>>, Value> {
    match value {
        Value::Object(mapping) => Ok(vec![mapping]),
        Value::Array(list) if list.iter().all(Value::is_object) => {
            Ok(list.into_iter().filter_map(into_mapping).collect())
        }
        other => Err(other),
    }
}

fn into_mapping(value: Value) -> Option<Map<String, Value>> {
    match value {
        Value::Object(mapping) => Some(mapping),
        _ => None,
    }
}

fn add(object: &mut Map<String, Value>, mappings: Vec<Map<String, Value>>) {
    for (key, value) in mappings.into_iter().flatten() {
        object.entry(key).or_insert(value);
    }
}
