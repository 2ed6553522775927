//! The type of an enum lists the values of the document, and keeps values that it does not list.

use serde_json::Value;

use super::report;
use crate::contract::{Contract, Enumerated};
use crate::document::Document;

/// Checks the enums of the contract's table.
pub fn enums<C: 'static>(contract: &Contract<C>) {
    let document = Document::read(contract.document);
    let mut problems = Vec::new();
    for (place, enumerated) in contract.enums {
        let schema = document.components().pointer(place).unwrap();
        problems
            .extend(problem(schema, &enumerated()).map(|problem| format!("{place}: {problem}")));
    }
    report(&problems);
}

fn problem(schema: &Value, enumerated: &Enumerated) -> Option<String> {
    let listed = Value::from(enumerated.listed.clone());
    if schema["enum"] != listed {
        return Some(format!(
            "the document has {}, the type lists {listed}",
            schema["enum"]
        ));
    }
    (!enumerated.is_open).then(|| "a value that is not listed is not kept".to_owned())
}
