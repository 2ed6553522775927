//! Documents that say the same.

use clientsmith::diff::Report;
use clientsmith::{Document, Settings};
use serde_json::{Map, Value};

use crate::case;

#[test]
fn a_document_does_not_differ_from_its_twins() {
    for case in case::all() {
        for name in ["old", "new"] {
            let document = case.document(name);
            let value: Value = serde_yaml::from_str(document.source().text()).unwrap();
            let read =
                |value: &Value| Document::read("twin", value.to_string().as_bytes()).unwrap();
            for twin in [read(&value), read(&reversed(value.clone()))] {
                let report = Report::between(&document, &twin, &Settings::for_package("things"));
                assert!(report.changes.is_empty(), "{}: {report:#?}", case.name());
                assert_eq!(report.texts, 0, "{}", case.name());
            }
        }
    }
}

/// The value with the members of all objects in reverse.
fn reversed(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().rev();
            Value::Object(
                members
                    .map(|(key, value)| (key, reversed(value)))
                    .collect::<Map<_, _>>(),
            )
        }
        Value::Array(values) => Value::Array(values.into_iter().map(reversed).collect()),
        scalar => scalar,
    }
}
