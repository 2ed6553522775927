//! A body that is not what the document says: the error, with what is wrong with the JSON and where.

use super::raw_response::{Origin, RawResponse};
use super::response::write_request_id;
use super::server_message::excerpt;
use bytes::Bytes;
use reqwest::header::HeaderMap;
use reqwest::{Method, StatusCode, Url};
use serde_json::error::Category;
use std::fmt;
use std::str::Utf8Error;

/// A successful response whose body could not be read as what is documented.
///
/// `Display` and `Debug` say where and why, and show no value of the body.
pub struct DecodeError(Box<Answer>);

struct Answer {
    origin: Origin,
    status: StatusCode,
    headers: HeaderMap,
    request_id: Option<String>,
    content_type: Option<String>,
    path: Option<String>,
    problem: String,
    body: Bytes,
}

impl DecodeError {
    /// Returns the body of `response`, read as the JSON text `text`, failed with `error`.
    #[must_use]
    pub fn json(response: &RawResponse, text: &[u8], error: &serde_json::Error) -> Self {
        let path = (error.is_data() && !response.body().is_empty())
            .then(|| json_path(text, error.line(), error.column()));
        Self::new(response, path, json_problem(response.body(), error))
    }

    /// The body of `response` is an envelope without its member `name`, or there is none.
    #[must_use]
    pub fn without_member(response: &RawResponse, name: &str) -> Self {
        if response.body().is_empty() {
            return Self::new(response, None, NO_BODY.to_owned());
        }
        let problem = format!("the envelope has no `{name}`");
        Self::new(response, Some(member_path(name)), problem)
    }

    /// The body of `response` is not the UTF-8 text it should be.
    #[must_use]
    pub fn text(response: &RawResponse, error: &Utf8Error) -> Self {
        let problem = format!(
            "expected UTF-8 text, found other bytes after {} bytes",
            error.valid_up_to()
        );
        Self::new(response, None, problem)
    }

    /// The body of `response` has the unsupported `Content-Encoding` `encoding`.
    #[must_use]
    pub fn encoded(response: &RawResponse, encoding: &str) -> Self {
        Self::new(response, None, unsupported_encoding(encoding))
    }

    /// Returns the operation's id.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.0.origin.operation.id
    }

    /// Returns the method of the request.
    #[must_use]
    pub fn method(&self) -> Method {
        self.0.origin.operation.method.to_http()
    }

    /// Returns the URL of the response, without its query.
    #[must_use]
    pub fn url(&self) -> &Url {
        &self.0.origin.url
    }

    /// Returns the headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        &self.0.headers
    }

    /// Returns the request ID, from `x-request-id` or a similar header.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        self.0.request_id.as_deref()
    }

    /// Returns the status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.status
    }

    /// Returns the `Content-Type` the server gave.
    #[must_use]
    pub fn content_type(&self) -> Option<&str> {
        self.0.content_type.as_deref()
    }

    /// Returns where in the JSON the problem is, such as `resources[0].spec.cpu_millis`; empty at the top level, and
    /// `None` if the body is not JSON at all.
    #[must_use]
    pub fn path(&self) -> Option<&str> {
        self.0.path.as_deref()
    }

    /// Returns the body as it came.
    #[must_use]
    pub fn body(&self) -> &Bytes {
        &self.0.body
    }

    fn new(response: &RawResponse, path: Option<String>, problem: String) -> Self {
        Self(Box::new(Answer {
            origin: response.origin().clone(),
            status: response.status(),
            headers: response.headers().clone(),
            request_id: response.request_id().map(str::to_owned),
            content_type: response.content_type().map(|name| excerpt(name, 80)),
            path,
            problem,
            body: response.body().clone(),
        }))
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{}: cannot read the response ({}",
            self.operation(),
            self.status()
        )?;
        match self.content_type() {
            Some(name) => write!(formatter, ", {name})")?,
            None => write!(formatter, ", no content type)")?,
        }
        match self.path() {
            Some("") => write!(formatter, " at the top level")?,
            Some(path) => write!(formatter, " at `{path}`")?,
            None => {}
        }
        write!(formatter, ": {}", self.0.problem)?;
        write_request_id(formatter, self.request_id())?;
        self.0.origin.attempts.fmt(formatter)
    }
}

impl fmt::Debug for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("DecodeError");
        debug
            .field("operation", &self.operation())
            .field("status", &self.0.status);
        debug
            .field("content_type", &self.0.content_type)
            .field("path", &self.0.path);
        debug
            .field("problem", &self.0.problem)
            .field("body_bytes", &self.0.body.len());
        debug.finish()
    }
}

impl std::error::Error for DecodeError {}

/// Returns the problem with a body in an unsupported `Content-Encoding`.
#[must_use]
pub fn unsupported_encoding(encoding: &str) -> String {
    let encoding = excerpt(encoding, 40);
    format!("unsupported `Content-Encoding: {encoding}`")
}

/// What is wrong with no body at all.
pub const NO_BODY: &str = "expected JSON, found no body";

/// Returns what reading `body` as JSON failed with, in words fit for logs.
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

/// Returns what is wrong with a value of the wrong type, without the value.
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

/// Returns the error's text without its position, which the path says better.
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

/// Returns the text before the first quotation mark and after the last: what is between may hold marks of its own.
fn unquoted(message: &str) -> String {
    let is_mark = |character| matches!(character, '"' | '`' | '\'');
    match (message.split_once(is_mark), message.rsplit_once(is_mark)) {
        (Some((before, _)), Some((_, after))) => format!("{before}…{after}"),
        _ => message.to_owned(),
    }
}

/// One container the place is inside of, and the member or item it is at.
enum Step<'a> {
    Member(&'a [u8]),
    Item(usize),
}

/// Returns the path, such as `resources[0].spec`, to what ends at the 1-based `line` and the byte `column` in it, as
/// `serde_json` counts them. Empty at the top level. The text need only be JSON up to there.
#[must_use]
pub fn json_path(text: &[u8], line: usize, column: usize) -> String {
    let start: usize = text
        .split_inclusive(|byte| *byte == b'\n')
        .take(line.saturating_sub(1))
        .map(<[u8]>::len)
        .sum();
    let end = text.len().min(start.saturating_add(column));
    write(&steps(text.get(..end).unwrap_or(text)))
}

/// Returns the path to the member `name` of the object at the top level.
#[must_use]
pub fn member_path(name: &str) -> String {
    let mut path = String::new();
    write_member(&mut path, name);
    path
}

fn steps(text: &[u8]) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut string: &[u8] = b"";
    let mut rest = text;
    while let Some((byte, after)) = rest.split_first() {
        rest = after;
        match byte {
            b'"' => (string, rest) = split_string(after),
            b'{' => steps.push(Step::Member(b"")),
            b'[' => steps.push(Step::Item(0)),
            b'}' | b']' => drop(steps.pop()),
            b':' => name(&mut steps, string),
            b',' => advance(&mut steps),
            _ => {}
        }
    }
    steps
}

/// Splits the text after an opening quote into the string's content and what follows its closing quote.
fn split_string(text: &[u8]) -> (&[u8], &[u8]) {
    let mut escaped = false;
    let end = text.iter().position(|byte| {
        let closes = *byte == b'"' && !escaped;
        escaped = *byte == b'\\' && !escaped;
        closes
    });
    let (content, rest) = text.split_at(end.unwrap_or(text.len()));
    (content, rest.get(1..).unwrap_or_default())
}

fn name<'a>(steps: &mut [Step<'a>], string: &'a [u8]) {
    if let Some(Step::Member(name)) = steps.last_mut() {
        *name = string;
    }
}

fn advance(steps: &mut [Step<'_>]) {
    match steps.last_mut() {
        Some(Step::Item(index)) => *index += 1,
        Some(Step::Member(name)) => *name = b"",
        None => {}
    }
}

fn write(steps: &[Step<'_>]) -> String {
    let mut path = String::new();
    for step in steps {
        match step {
            Step::Item(index) => path.extend(["[", &index.to_string(), "]"]),
            Step::Member([]) => {}
            Step::Member(name) => write_member(&mut path, &String::from_utf8_lossy(name)),
        }
    }
    path
}

fn write_member(path: &mut String, name: &str) {
    if !name
        .chars()
        .all(|character| character.is_alphanumeric() || "_-$".contains(character))
    {
        path.extend(["[\"", &excerpt(name, 64), "\"]"]);
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(&excerpt(name, 64));
}
