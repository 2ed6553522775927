//! Says what is wrong with a JSON body without showing its values.

use super::excerpt::excerpt;
use serde_json::error::Category;

/// What is wrong with no body at all.
pub const NO_BODY: &str = "expected JSON, found no body";

/// What reading `body` as JSON failed with, in words fit for logs.
#[must_use]
pub fn json_problem(body: &[u8], error: &serde_json::Error) -> String {
    if body.iter().all(u8::is_ascii_whitespace) {
        return NO_BODY.to_owned();
    }
    if body.trim_ascii_start().starts_with(b"<") {
        return "expected JSON, found a page of HTML or XML; is the base URL that of the API?"
            .to_owned();
    }
    match error.classify() {
        Category::Eof => format!("the JSON ends too early, after {} bytes", body.len()),
        Category::Data => data_problem(error),
        Category::Syntax | Category::Io => {
            format!("not JSON: {}", without_values(&error.to_string()))
        }
    }
}

/// What is wrong with a value of the wrong type, without the value.
#[must_use]
pub fn data_problem(error: &serde_json::Error) -> String {
    let message = message(error);
    let of_date = DATES.iter().find(|(said, _)| *said == message);
    of_date.map_or_else(
        || without_values(&message),
        |(_, problem)| (*problem).to_owned(),
    )
}

/// Messages of `chrono`, and clearer ones (RFC 3339, section 5.6).
const DATES: [(&str, &str); 4] = [
    (
        "premature end of input",
        "incomplete date or date-time: a date-time needs a date, a time and an offset, `Z` or such as `+01:00`",
    ),
    (
        "trailing input",
        "trailing characters after a date or date-time",
    ),
    (
        "input contains invalid characters",
        "expected a date such as `2024-12-31`, or a date-time such as `2024-12-31T23:59:59Z`",
    ),
    ("input is out of range", "date or date-time out of range"),
];

/// The error's text without its position, which the path says better.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).unwrap_or(&text).to_owned()
}

/// Cuts what serde's messages quote from the data, and keeps what they quote from the type.
fn without_values(message: &str) -> String {
    const FROM_TYPE: [&str; 2] = ["missing field `", "duplicate field `"];
    const FROM_DATA: [&str; 5] = [
        "invalid type",
        "invalid value",
        "invalid length",
        "unknown variant",
        "unknown field",
    ];
    if FROM_TYPE.iter().any(|start| message.starts_with(start)) {
        return excerpt(message, 300);
    }
    if !FROM_DATA.iter().any(|start| message.starts_with(start)) {
        return excerpt(&unquoted(message), 300);
    }
    // What follows the last ", expected " is the type's own text; the value before it may hold anything.
    let (data, expected) = message.rsplit_once(", expected ").unwrap_or((message, ""));
    let kind = data.split(['"', '`']).next().unwrap_or_default().trim_end();
    if expected.is_empty() {
        kind.to_owned()
    } else {
        excerpt(&format!("{kind}, expected {expected}"), 300)
    }
}

/// The text before the first quotation mark and after the last: what is between may hold marks of its own.
fn unquoted(message: &str) -> String {
    let is_mark = |character| matches!(character, '"' | '`' | '\'');
    match (message.split_once(is_mark), message.rsplit_once(is_mark)) {
        (Some((before, _)), Some((_, after))) => format!("{before}…{after}"),
        _ => message.to_owned(),
    }
}
