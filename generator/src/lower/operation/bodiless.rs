//! Responses that never have a body.

use std::rc::Rc;

use serde_json::Value;

use super::answer::{Answer, answer, without_body};
use super::content::Chosen;
use super::discovery::Method;
use super::role::Role;
use crate::diagnostics::Pointer;
use crate::ir::Status;
use crate::lower::codes::RESPONSE_BODY_IGNORED;
use crate::lower::context::Context;

/// What the response at `at` says; a body that is described where there never is one is noted.
pub(super) fn answer_to(
    context: &mut Context<'_>,
    method: &Method,
    status: Status,
    at: &Pointer,
    role: Role,
) -> Rc<Answer> {
    let Some(reason) = reason(method, status) else {
        return answer(context, at, role);
    };
    if describes_body(context, at) {
        let message = format!("{reason} has no body; its description is ignored");
        context.report(&RESPONSE_BODY_IGNORED, message, at);
    }
    if is_head(method) {
        // What a GET would give can be asked for all the same.
        answer(context, at, role)
    } else {
        Rc::new(without_body(context, at))
    }
}

/// The body that comes with an answer to a request of that method.
pub(super) fn body_of<'a>(method: &Method, answer: &'a Answer) -> Option<&'a Chosen> {
    answer.chosen.as_ref().filter(|_| !is_head(method))
}

/// What keeps a response from having a body.
fn reason(method: &Method, status: Status) -> Option<String> {
    match status {
        _ if is_head(method) => Some("a response to HEAD".to_owned()),
        Status::Exact(code) if is_bodiless(code) => Some(format!("a response of status {code}")),
        _ => None,
    }
}

/// Whether responses of this status never have a body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
pub(crate) fn is_bodiless(status: u16) -> bool {
    matches!(status, 204 | 205 | 304)
}

fn is_head(method: &Method) -> bool {
    method.key == "head"
}

/// Whether a schema of the response says anything.
fn describes_body(context: &Context<'_>, at: &Pointer) -> bool {
    let target = context.document.resolve(at).0;
    let content = target.and_then(|at| context.document.value(&at.child("content")));
    let media_types = content.and_then(Value::as_object);
    let mut bodies = media_types.into_iter().flat_map(serde_json::Map::values);
    bodies.any(|body| {
        let schema = body.get("schema").and_then(Value::as_object);
        schema.is_some_and(|schema| !schema.is_empty())
    })
}
