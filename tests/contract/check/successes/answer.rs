//! The answers that the document has for success.

use std::rc::Rc;

use jsonschema::Validator;
use serde_json::Value;

use super::super::envelope::content;
use super::super::types::problem;
use crate::contract::{Contract, Outcome};
use crate::document::{Content, Direction, Document, Operation, validator};
use crate::message::Reply;
use crate::sample;

/// An answer that the document has for success, and what a call gives for it.
pub struct SuccessAnswer {
    status: u16,
    media_type: Option<String>,
    body: Option<Value>,
    gives: Gives,
}

/// What a call gives.
enum Gives {
    /// Nothing: there is no body.
    Nothing,
    /// A value that is valid, and the same as this one.
    Same(Value, Rc<Validator>),
    /// An error: what was asked for is missing from its envelope.
    Error,
}

/// Every answer that the document has for the success of `operation`.
pub fn answers<C: 'static>(
    contract: &Contract<C>,
    document: &Document,
    operation: &Operation,
) -> Vec<SuccessAnswer> {
    let successes = operation
        .responses
        .iter()
        .filter(|(status, _)| status.starts_with('2'));
    successes
        .flat_map(|(status, content)| {
            let status = status.replace(['X', 'x'], "0").parse().unwrap();
            content.map_or_else(
                || vec![without_body(status)],
                |content| with_bodies(contract, document, status, content),
            )
        })
        .collect()
}

impl SuccessAnswer {
    /// The answer as it is sent.
    pub fn reply(&self) -> Reply {
        let media_type = self.media_type.as_deref().unwrap_or_default();
        let body = self.body.as_ref().map(|body| written(media_type, body));
        Reply {
            status: self.status,
            media_type: self.media_type.clone(),
            body: body.unwrap_or_default(),
            ..Reply::default()
        }
    }

    /// What is wrong with how a call ended that got this answer.
    pub fn problem(&self, outcome: &Outcome) -> Option<String> {
        let (given, value) = match (&self.gives, outcome) {
            (Gives::Error, Outcome::Failed { .. }) => return None,
            (gives, Outcome::Decoded { status, value }) if *status == self.status => (gives, value),
            _ => return Some(format!("{:?} gave {outcome:?}", self.body)),
        };
        match given {
            Gives::Same(sent, validator) => problem(validator, sent, &Ok(value.clone())),
            Gives::Nothing => (!value.is_null()).then(|| format!("no body became {value}")),
            Gives::Error => Some(format!("{:?} gave {value}", self.body)),
        }
    }
}

/// `body` in `media_type`: a text as it is, anything else as JSON.
fn written(media_type: &str, body: &Value) -> Vec<u8> {
    match body {
        Value::String(text) if media_type.starts_with("text/") => text.clone(),
        _ => body.to_string(),
    }
    .into_bytes()
}

fn without_body(status: u16) -> SuccessAnswer {
    SuccessAnswer {
        status,
        media_type: None,
        body: None,
        gives: Gives::Nothing,
    }
}

fn with_bodies<C: 'static>(
    contract: &Contract<C>,
    document: &Document,
    status: u16,
    whole: Content,
) -> Vec<SuccessAnswer> {
    let wrapped = content(contract, document, whole.schema);
    let of_schema = |schema| Rc::new(validator(document, schema, Direction::Response));
    let of_whole = of_schema(whole.schema);
    let of_content = wrapped.map_or(Rc::clone(&of_whole), |(_, schema)| of_schema(schema));
    let answer = |body: Value| {
        assert!(of_whole.is_valid(&body), "a sample is not valid: {body}");
        let given = wrapped.map_or(&body, |(member, _)| &body[member]);
        let gives = match (wrapped, given) {
            (Some(_), Value::Null) => Gives::Error,
            _ => Gives::Same(given.clone(), Rc::clone(&of_content)),
        };
        SuccessAnswer {
            status,
            media_type: Some(whole.media_type.to_owned()),
            body: Some(body),
            gives,
        }
    };
    sample::all(document, whole.schema)
        .into_iter()
        .map(answer)
        .collect()
}
