//! Responses of an operation.

use std::rc::Rc;

use openapiv3::Response;
use serde_json::Value;

use super::content::{Chosen, choose};
use super::discovery::Found;
use crate::catalog::media_types::Codec;
use crate::diagnostics::Pointer;
use crate::doc_text::summary_sentence;
use crate::ir::{ErrorBody, Scalar, Status, Success, SuccessCase, SuccessUnion, TypeRef};
use crate::lower::codes::STATUS_INVALID;
use crate::lower::context::Context;
use crate::names::{Case, Identifier, Scope};

/// What an operation answers.
pub(super) struct Responses {
    pub success: Success,
    pub errors: Vec<ErrorBody>,
}

/// What one response says.
#[derive(Debug)]
pub(in crate::lower) struct Answer {
    description: String,
    summary: String,
    chosen: Option<Chosen>,
}

/// Lowers the responses of an operation.
pub(super) fn lower(
    context: &mut Context<'_>,
    types: &mut Scope,
    found: &Found,
    name: &Identifier,
) -> Responses {
    let (mut successes, mut errors) = (Vec::new(), Vec::new());
    let documented = documented(context, found);
    let has_success = documented.iter().any(|(status, _)| is_success(*status));
    for (status, at) in documented {
        let Some(answer) = answer(context, &at) else {
            continue;
        };
        if is_success(status) || (status == Status::Default && !has_success) {
            successes.push((
                status,
                success_case(answer.chosen.as_ref(), answer.description.clone()),
            ));
        }
        if let (
            false,
            Some(Chosen {
                codec: Codec::Json,
                ty,
                ..
            }),
        ) = (is_success(status), &answer.chosen)
        {
            errors.push(ErrorBody {
                status,
                ty: ty.clone(),
                summary: answer.summary.clone(),
            });
        }
    }
    errors.sort_by_key(|error| error.status);
    Responses {
        success: success(types, name, successes),
        errors,
    }
}

/// The statuses and the places of their responses, lowest first.
fn documented(context: &mut Context<'_>, found: &Found) -> Vec<(Status, Pointer)> {
    let at = found.at.child("responses");
    let document = context.document;
    let keys = document
        .value(&at)
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|responses| responses.keys());
    let mut documented = Vec::new();
    for key in keys.filter(|key| !key.starts_with("x-")) {
        match status(key) {
            Some(status) => documented.push((status, at.child(key))),
            None => context.report(
                &STATUS_INVALID,
                format!("`{key}` is no status code"),
                &at.child(key),
            ),
        }
    }
    documented.sort();
    documented
}

/// A key of the Responses Object (OpenAPI 3.0.3, Patterned Fields of the Responses Object).
fn status(key: &str) -> Option<Status> {
    match key.as_bytes() {
        b"default" => Some(Status::Default),
        [digit @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Status::Range(digit - b'0')),
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(Status::Exact),
        _ => None,
    }
}

fn is_success(status: Status) -> bool {
    matches!(status, Status::Exact(200..=299) | Status::Range(2))
}

/// The response that `at` leads to; many operations share one.
fn answer(context: &mut Context<'_>, at: &Pointer) -> Option<Rc<Answer>> {
    let at = context.resolve(at)?;
    if let Some(known) = context.responses.get(&at) {
        return known.clone();
    }
    let answer = context.node::<Response>(&at).map(|response| {
        let chosen = choose(context, &response.content, &at.child("content"));
        Rc::new(Answer {
            summary: summary_sentence(&response.description),
            description: response.description,
            chosen,
        })
    });
    context.responses.insert(at, answer.clone());
    answer
}

fn success_case(chosen: Option<&Chosen>, description: String) -> SuccessCase {
    let (ty, decoder) = match chosen {
        None => (TypeRef::Scalar(Scalar::Nothing), "empty"),
        Some(Chosen {
            codec: Codec::Json,
            ty,
            ..
        }) => (ty.clone(), "json"),
        Some(Chosen {
            codec: Codec::Text, ..
        }) => (TypeRef::Scalar(Scalar::String), "text"),
        Some(Chosen {
            codec: Codec::Bytes | Codec::Form,
            ..
        }) => (TypeRef::Scalar(Scalar::Bytes), "bytes"),
    };
    SuccessCase {
        ty,
        decoder,
        description,
    }
}

/// One case when all successes carry the same, an enum by status otherwise.
fn success(types: &mut Scope, name: &Identifier, cases: Vec<(Status, SuccessCase)>) -> Success {
    let mut rest = cases.iter();
    let first = rest.next().map_or_else(
        || success_case(None, String::new()),
        |(_, case)| case.clone(),
    );
    if rest.all(|(_, case)| (&case.ty, case.decoder) == (&first.ty, first.decoder)) {
        return Success::Single(first);
    }
    let texts: Vec<String> = cases
        .iter()
        .map(|(status, _)| status_name(*status))
        .collect();
    let variants = Scope::new().claim_each(Case::Variant, &texts);
    let name = types.claim(Case::Type, &format!("{} success", name.as_str()));
    Success::Union(SuccessUnion {
        name,
        cases: variants
            .into_iter()
            .zip(cases)
            .map(|(variant, (status, case))| (variant, status, case))
            .collect(),
    })
}

/// The reason phrase of a status (RFC 9110, section 15), or its number.
fn status_name(status: Status) -> String {
    match status {
        Status::Exact(200) => "ok".to_owned(),
        Status::Exact(201) => "created".to_owned(),
        Status::Exact(202) => "accepted".to_owned(),
        Status::Exact(203) => "non authoritative information".to_owned(),
        Status::Exact(204) => "no content".to_owned(),
        Status::Exact(205) => "reset content".to_owned(),
        Status::Exact(206) => "partial content".to_owned(),
        Status::Exact(207) => "multi status".to_owned(),
        Status::Exact(code) => format!("status {code}"),
        Status::Range(digit) => format!("status {digit}xx"),
        Status::Default => "other".to_owned(),
    }
}
