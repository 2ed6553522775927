//! The server's name for a request.

use super::envelope::Envelope;
use super::excerpt::excerpt;
use reqwest::header::HeaderMap;
use std::fmt;

/// Where servers put it, most usual first.
const NAMES: [&str; 9] = [
    "x-request-id",
    "request-id",
    "x-requestid",
    "x-correlation-id",
    "x-amzn-requestid",
    "x-amz-request-id",
    "x-ms-request-id",
    "x-trace-id",
    "cf-ray",
];

/// The request id among response headers, if there is one in visible ASCII.
#[must_use]
pub fn request_id(headers: &HeaderMap) -> Option<&str> {
    NAMES
        .iter()
        .find_map(|name| headers.get(*name)?.to_str().ok())
        .filter(|id| !id.is_empty())
}

/// The request id among the members of an envelope, if there is one: `requestId`, `request_id` and the like.
#[must_use]
pub fn request_id_in(envelope: &Envelope) -> Option<&str> {
    let named = envelope.iter().filter(|(name, _)| is_request_id(name));
    let mut ids = named.filter_map(|(_, id)| id.as_str());
    ids.find(|id| !id.is_empty())
}

fn is_request_id(name: &str) -> bool {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters
        .map(|letter| letter.to_ascii_lowercase())
        .eq("requestid".chars())
}

/// Writes the request ID as the end of an error message, if there is one.
///
/// # Errors
///
/// As `formatter` has it.
pub fn write_request_id(formatter: &mut fmt::Formatter<'_>, id: Option<&str>) -> fmt::Result {
    match id {
        Some(id) => write!(formatter, " (request id {})", excerpt(id, 80)),
        None => Ok(()),
    }
}
