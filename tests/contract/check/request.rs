//! Whether a request is what the document asks for.

mod body;
mod headers;
mod parameters;
mod path;

use jsonschema::Validator;
use serde_json::Value;

use crate::contract::Contract;
use crate::document::{Direction, Document, Operation, validator};
use crate::message::Received;

/// What the document says about the requests of an operation.
pub struct RequestCheck<'a> {
    operation: &'a Operation<'a>,
    base_path: &'a str,
    authorization: Option<&'static str>,
    arguments: &'static [(&'static str, &'static str)],
    parameters: Vec<Parameter<'a>>,
    body: Option<Validator>,
    body_properties: Vec<&'a String>,
}

/// A parameter, and what judges its values.
struct Parameter<'a> {
    name: &'a str,
    location: &'a str,
    node: &'a Value,
    schema: &'a Value,
    validator: Validator,
}

impl<'a> RequestCheck<'a> {
    /// The check of requests of `operation`.
    pub fn new<C: 'static>(
        contract: &Contract<C>,
        document: &'a Document,
        operation: &'a Operation<'a>,
    ) -> Self {
        let anonymous = operation.security.as_array().is_none_or(Vec::is_empty);
        let body = operation
            .body
            .map(|body| validator(document, body.schema, Direction::Request));
        let properties = operation
            .body
            .and_then(|body| document.resolve(body.schema)["properties"].as_object());
        let sent = properties
            .into_iter()
            .flatten()
            .filter(|(_, property)| property["readOnly"] != true);
        Self {
            operation,
            base_path: document.base_path(),
            authorization: (!anonymous).then_some(contract.authorization),
            arguments: contract.arguments,
            parameters: operation
                .parameters
                .iter()
                .map(|node| Parameter::new(document, node))
                .collect(),
            body,
            body_properties: sent.map(|(name, _)| name).collect(),
        }
    }

    /// What is wrong with `request`.
    pub fn problems(&self, request: &Received) -> Vec<String> {
        let mut problems = Vec::new();
        if request.method != self.operation.method {
            problems.push(format!(
                "method {} instead of {}",
                request.method, self.operation.method
            ));
        }
        problems.extend(path::problems(self, request));
        problems.extend(parameters::problems(self, request));
        problems.extend(headers::problems(self, request));
        problems.extend(body::problems(self, request));
        problems
    }

    /// The parameters and the properties of the body that calls of the operation have to send, in words.
    pub fn wanted(&self) -> Vec<String> {
        let parameters = self
            .parameters
            .iter()
            .map(|parameter| self.part(parameter.location, parameter.name));
        parameters
            .chain(
                self.body_properties
                    .iter()
                    .map(|name| self.part("body", name)),
            )
            .collect()
    }

    /// Those that `request` has.
    pub fn parts(&self, request: &Received) -> Vec<String> {
        let parameters = parameters::sent(self, request)
            .map(|parameter| self.part(parameter.location, parameter.name));
        let body: Value = serde_json::from_slice(&request.body).unwrap_or_default();
        let properties = body.as_object().into_iter().flat_map(|body| body.keys());
        parameters
            .chain(properties.map(|name| self.part("body", name)))
            .collect()
    }

    fn part(&self, location: &str, name: &str) -> String {
        format!("`{name}` in the {location} of {}", self.operation.id)
    }
}

impl<'a> Parameter<'a> {
    fn new(document: &'a Document, node: &'a Value) -> Self {
        let schema = document.resolve(&node["schema"]);
        Self {
            name: node["name"].as_str().unwrap(),
            location: node["in"].as_str().unwrap(),
            node,
            schema,
            validator: validator(document, schema, Direction::Request),
        }
    }
}
