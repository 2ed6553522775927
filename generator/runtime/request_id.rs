//! The server's name for a request.

use reqwest::header::HeaderMap;

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
