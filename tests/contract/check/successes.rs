//! Every call sends a valid request, and reads each answer that the document has for success.

use std::collections::BTreeSet;
use std::rc::Rc;

use jsonschema::Validator;
use serde_json::Value;

use super::calls::calls;
use super::exchange::exchange;
use super::report;
use super::request::RequestCheck;
use super::types::problem;
use crate::contract::{Contract, Outcome};
use crate::document::{Content, Direction, Document, Operation, validator};
use crate::message::Reply;
use crate::sample;
use crate::server::Server;

/// Checks every call with every documented success.
pub async fn successes<C: 'static>(contract: &Contract<C>) {
    let document = Document::read(contract.document);
    let operations = document.operations();
    let server = Server::start().await;
    let client = (contract.client)(&format!("{}{}", server.url, document.base_path()));
    let (mut problems, mut sent) = (Vec::new(), BTreeSet::new());
    for (operation, call) in calls(contract, &operations) {
        let requests = RequestCheck::new(contract, &document, operation);
        for answer in answers(&document, operation) {
            let found = match exchange(&server, operation, answer.reply(), call(&client)).await {
                Ok((outcome, request)) => {
                    let mut found = requests.problems(&request);
                    sent.extend(requests.parts(&request));
                    found.extend(answer.problem(&outcome));
                    found
                }
                Err(problem) => vec![problem],
            };
            problems.extend(
                found
                    .iter()
                    .map(|problem| format!("{}: {problem}", operation.id)),
            );
        }
    }
    let wanted = operations
        .iter()
        .flat_map(|operation| RequestCheck::new(contract, &document, operation).wanted());
    problems.extend(
        wanted
            .filter(|part| !sent.contains(part))
            .map(|part| format!("no call sends {part}")),
    );
    problems.dedup();
    report(&problems);
}

/// An answer that the document has for success.
struct SuccessAnswer {
    status: u16,
    media_type: Option<String>,
    body: Option<(Value, Rc<Validator>)>,
}

impl SuccessAnswer {
    fn reply(&self) -> Reply {
        let media_type = self.media_type.as_deref().unwrap_or_default();
        let body = self
            .body
            .as_ref()
            .map(|(body, _)| written(media_type, body));
        Reply {
            status: self.status,
            media_type: self.media_type.clone(),
            body: body.unwrap_or_default(),
            ..Reply::default()
        }
    }

    /// What is wrong with how a call ended that got this answer.
    fn problem(&self, outcome: &Outcome) -> Option<String> {
        let Outcome::Decoded { status, value } = outcome else {
            return Some(format!(
                "{:?} gave {outcome:?}",
                self.body.as_ref().map(|(body, _)| body)
            ));
        };
        if *status != self.status {
            return Some(format!("status {} became {status}", self.status));
        }
        match &self.body {
            Some((sent, validator)) => problem(validator, sent, &Ok(value.clone())),
            None => (!value.is_null()).then(|| format!("no body became {value}")),
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

fn answers(document: &Document, operation: &Operation) -> Vec<SuccessAnswer> {
    let successes = operation
        .responses
        .iter()
        .filter(|(status, _)| status.starts_with('2'));
    successes
        .flat_map(|(status, content)| {
            let status = status.replace(['X', 'x'], "0").parse().unwrap();
            content.map_or_else(
                || vec![without_body(status)],
                |content| with_bodies(document, status, content),
            )
        })
        .collect()
}

fn without_body(status: u16) -> SuccessAnswer {
    SuccessAnswer {
        status,
        media_type: None,
        body: None,
    }
}

fn with_bodies(document: &Document, status: u16, content: Content) -> Vec<SuccessAnswer> {
    let validator = Rc::new(validator(document, content.schema, Direction::Response));
    let answer = |body: Value| {
        assert!(validator.is_valid(&body), "a sample is not valid: {body}");
        let body = Some((body, Rc::clone(&validator)));
        SuccessAnswer {
            status,
            media_type: Some(content.media_type.to_owned()),
            body,
        }
    };
    sample::all(document, content.schema)
        .into_iter()
        .map(answer)
        .collect()
}
