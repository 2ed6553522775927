//! Answers that hold what was asked for in one of their members.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::contract::Contract;
use crate::document::Document;

/// The member that a call gives of a body of `schema`, and the schema of that member, if there is such a member.
pub fn content<'a, C: 'static>(
    contract: &Contract<C>,
    document: &'a Document,
    schema: &'a Value,
) -> Option<(&'static str, &'a Value)> {
    let member = contract.unwrap?;
    let properties = &document.resolve(schema)["properties"];
    Some((member, properties.get(member)?))
}

/// The names of the schemas that are nothing but an envelope of some operation's answer.
pub fn envelopes<C: 'static>(contract: &Contract<C>, document: &Document) -> BTreeSet<String> {
    let operations = document.operations();
    let bodies = operations.iter().flat_map(|operation| {
        let responses = operation.responses.iter();
        responses.filter_map(|(status, body)| body.filter(|_| status.starts_with('2')))
    });
    bodies
        .filter(|body| content(contract, document, body.schema).is_some())
        .filter_map(|body| body.schema["$ref"].as_str()?.rsplit('/').next())
        .map(str::to_owned)
        .collect()
}
