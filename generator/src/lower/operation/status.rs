//! Keys of the Responses Object (OpenAPI 3.0.3), and the responses that never have a body.

use std::rc::Rc;

use serde_json::Value;

use super::content::{Chosen, Role};
use super::response_spec::{ResponseSpec, response_spec, without_body};
use crate::catalog::Method;
use crate::catalog::reason_phrases::REASON_PHRASES;
use crate::codes::lower::RESPONSE_BODY_IGNORED;
use crate::diagnostics::Pointer;
use crate::ir::Status;
use crate::lower::context::Context;

/// Returns a key as the specification has it: `default`, a status code, or a range such as `4XX`.
pub(super) fn status(key: &str) -> Option<Status> {
    match key.as_bytes() {
        b"default" => Some(Status::Default),
        [digit @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Status::Range(digit - b'0')),
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(Status::Exact),
        _ => None,
    }
}

/// Returns what another key means, where that is plain: several statuses, a status among words, a reason phrase.
pub(super) fn meant(key: &str) -> Option<Vec<Status>> {
    let mut meant: Vec<Status> = key
        .split([',', '/', '|', ';'])
        .map(|part| one(&part.trim().to_ascii_uppercase()))
        .collect::<Option<_>>()?;
    meant.sort_unstable();
    meant.dedup();
    Some(meant)
}

/// Words that may stand in front of a number.
const BEFORE_NUMBERS: &[&str] = &[
    "",
    "CODE",
    "HTTP",
    "HTTPSTATUS",
    "RESPONSE",
    "STATUS",
    "STATUSCODE",
];

fn one(part: &str) -> Option<Status> {
    let (words, number) = part.split_at(
        part.find(|letter: char| letter.is_ascii_digit())
            .unwrap_or(part.len()),
    );
    let words = letters(words);
    if number.is_empty() {
        return of_words(&words);
    }
    BEFORE_NUMBERS
        .contains(&words.as_str())
        .then(|| of_number(number))?
}

/// Returns a number with wildcards, or the first one of a range, and words behind it.
fn of_number(text: &str) -> Option<Status> {
    let is_digit = |letter: char| letter.is_ascii_alphanumeric() || letter == '*';
    let (number, rest) = text.split_at(text.find(|letter| !is_digit(letter)).unwrap_or(text.len()));
    let last = letters(rest.trim_start_matches([' ', '-', '.']));
    let is_range = rest.trim_start().starts_with('-') && last.len() == 3 && status(&last).is_some();
    match number.as_bytes() {
        [digit @ b'1'..=b'5', _, _] if is_range => last
            .starts_with(char::from(*digit))
            .then(|| Status::Range(digit - b'0')),
        [digit @ b'1'..=b'5', b'X']
        | [digit @ b'1'..=b'5', b'0'..=b'9' | b'X' | b'*', b'X' | b'*'] => {
            Some(Status::Range(digit - b'0'))
        }
        _ => status(number),
    }
}

fn of_words(words: &str) -> Option<Status> {
    match words {
        "DEFAULT" | "ERROR" | "ERRORS" | "FAILURE" => Some(Status::Default),
        "SUCCESS" | "SUCCESSFUL" => Some(Status::Range(2)),
        words => REASON_PHRASES
            .iter()
            .find(|(_, phrase)| letters(&phrase.to_ascii_uppercase()) == words)
            .map(|(code, _)| Status::Exact(*code)),
    }
}

/// Returns the letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// Returns a status as the specification writes it.
pub(super) fn written(status: Status) -> String {
    match status {
        Status::Exact(code) => code.to_string(),
        Status::Range(digit) => format!("{digit}XX"),
        Status::Default => "default".to_owned(),
    }
}

/// Returns what the response at `at` says; a body that is described where there never is one is noted.
pub(super) fn response_spec_for(
    context: &mut Context<'_>,
    method: Method,
    status: Status,
    at: &Pointer,
    role: Role,
) -> Rc<ResponseSpec> {
    let Some(reason) = reason(method, status) else {
        return response_spec(context, at, role);
    };
    if describes_body(context, at) {
        let message = format!("{reason} has no body");
        context.report(&RESPONSE_BODY_IGNORED, message, at);
    }
    if method == Method::Head {
        // The body of the corresponding GET response is still documented.
        response_spec(context, at, role)
    } else {
        Rc::new(without_body(context, at))
    }
}

/// Returns the body that comes with an answer to a request of that method.
pub(super) fn body_of(method: Method, spec: &ResponseSpec) -> Option<&Chosen> {
    spec.chosen.as_ref().filter(|_| method != Method::Head)
}

/// Returns what keeps a response from having a body.
fn reason(method: Method, status: Status) -> Option<String> {
    match status {
        _ if method == Method::Head => Some("a response to HEAD".to_owned()),
        Status::Exact(code) if is_bodiless(code) => Some(format!("a response of status {code}")),
        _ => None,
    }
}

/// Returns whether responses of this status never have a body (RFC 9110, sections 15.3.5, 15.3.6 and 15.4.5).
pub(crate) fn is_bodiless(status: u16) -> bool {
    matches!(status, 204 | 205 | 304)
}

/// Returns whether a schema of the response says anything.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_plain_is_read() {
        let cases = [
            ("2xx", "2XX"),
            ("20X", "2XX"),
            ("4x", "4XX"),
            ("4x", "4XX"),
            ("4**", "4XX"),
            (" 200 ", "200"),
            ("200, 201", "200 201"),
            ("200/404", "200 404"),
            ("200 OK", "200"),
            ("HTTP_200", "200"),
            ("400-499", "4XX"),
            ("Default", "default"),
            ("success", "2XX"),
            ("INTERNAL_ERROR", "500"),
            ("INTERNAL_SERVER_ERROR", "500"),
            ("not found", "404"),
            ("600", ""),
            ("99", ""),
            ("2000", ""),
            ("200-499", ""),
            ("", ""),
            ("20é", ""),
        ];
        for (key, expected) in cases {
            let meant: Vec<String> = meant(key)
                .unwrap_or_default()
                .into_iter()
                .map(written)
                .collect();
            assert_eq!(meant.join(" "), expected, "{key}");
        }
    }
}
