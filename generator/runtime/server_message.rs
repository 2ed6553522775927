//! What a server says is wrong, found where servers put it.

use super::excerpt::excerpt;
use super::request_id::request_id_in;
use serde_json::Value;

/// Larger bodies are not searched: no error message is this long.
const SEARCHED_BYTES: usize = 1024 * 1024;

/// The most characters of a code or message that are kept.
const CODE_CHARACTERS: usize = 80;
const MESSAGE_CHARACTERS: usize = 400;

const CODES: [&str; 9] = [
    "/code",
    "/error/code",
    "/errorCode",
    "/error_code",
    "/errors/0/code",
    "/errors/0/errorCode",
    "/messages/0/errorCode",
    "/messages/0/code",
    "/0/code",
];

const MESSAGES: [&str; 16] = [
    "/message",
    "/error/message",
    "/error_description",
    "/errorMessage",
    "/error_message",
    "/detail",
    "/details",
    "/title",
    "/errors/0/message",
    "/errors/0/detail",
    "/messages/0/message",
    "/description",
    "/reason",
    "/msg",
    "/errors/0",
    "/0/message",
];

/// The code, the message and the request id of an error body.
#[derive(Debug, Default)]
pub struct ServerMessage {
    /// A short code, such as `NOT_FOUND`.
    pub code: Option<String>,
    /// A text for people.
    pub message: Option<String>,
    /// The server's name for the request.
    pub request_id: Option<String>,
}

impl ServerMessage {
    /// Looks for them in `body`; finds nothing unless it is JSON.
    #[must_use]
    pub fn find(body: &[u8]) -> Self {
        if body.len() > SEARCHED_BYTES {
            return Self::default();
        }
        serde_json::from_slice(body)
            .map(|body| Self::find_in(&body))
            .unwrap_or_default()
    }

    fn find_in(body: &Value) -> Self {
        let code = first(body, &CODES, CODE_CHARACTERS);
        let message =
            first(body, &MESSAGES, MESSAGE_CHARACTERS).or_else(|| text(body, MESSAGE_CHARACTERS));
        let error = |limit| body.pointer("/error").and_then(|error| text(error, limit));
        // A lone `error` is the message; beside a message it is the code (as in RFC 6749, section 5.2).
        let (code, message) = match (code, message) {
            (code, None) => (code, error(MESSAGE_CHARACTERS)),
            (None, message) => (error(CODE_CHARACTERS), message),
            both => both,
        };
        let request_id = body.as_object().and_then(request_id_in);
        Self {
            code,
            message,
            request_id: request_id.map(str::to_owned),
        }
    }
}

fn first(body: &Value, pointers: &[&str], limit: usize) -> Option<String> {
    pointers
        .iter()
        .find_map(|pointer| text(body.pointer(pointer)?, limit))
}

fn text(value: &Value, limit: usize) -> Option<String> {
    let text = match value {
        Value::String(text) => excerpt(text, limit),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}
