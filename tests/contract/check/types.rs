//! The type of every named schema reads what the schema allows, and writes it again.

use jsonschema::Validator;
use serde_json::Value;

use super::report;
use crate::contract::Contract;
use crate::document::{Direction, Document, validator};
use crate::same::same;
use crate::sample;

/// Checks the types of the contract's table.
pub fn types<C: 'static>(contract: &Contract<C>) {
    let document = Document::read(contract.document);
    let mut problems = Vec::new();
    for (name, again) in contract.types {
        let schema = &document.schemas()[*name];
        let validator = validator(&document, schema, Direction::Response);
        for sent in sample::all(&document, schema) {
            assert!(
                validator.is_valid(&sent),
                "{name}: a sample is not valid: {sent}"
            );
            problems.extend(
                problem(&validator, &sent, &again(&sent))
                    .map(|problem| format!("{name}: {problem}")),
            );
        }
    }
    report(&problems);
}

/// What is wrong with `again`, a decoded and encoded `sent`.
pub fn problem(
    validator: &Validator,
    sent: &Value,
    again: &Result<Value, String>,
) -> Option<String> {
    match again {
        Err(error) => Some(format!("not read: {error}; sent {sent}")),
        Ok(again) if !same(sent, again) => Some(format!("sent {sent}, written again as {again}")),
        Ok(again) => {
            let error = validator.validate(again).err()?;
            Some(format!(
                "written again as {again}, which is not valid: {error}"
            ))
        }
    }
}
