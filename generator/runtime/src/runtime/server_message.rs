//! What a server says is wrong, found where servers put it, and shortened.

use super::response::request_id_in;
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

const MESSAGES: [&str; 13] = [
    "/message",
    "/error/message",
    "/error_description",
    "/errorMessage",
    "/error_message",
    "/detail",
    "/details",
    "/title",
    "/description",
    "/reason",
    "/msg",
    "/error/detail",
    "/error/description",
];

/// JSON pointers of lists of problems, most common first; the whole body can be one.
const LISTS: [&str; 8] = [
    "/errors",
    "/detail",
    "/details",
    "/messages",
    "/error/errors",
    "/error/details",
    "/message",
    "",
];

/// JSON pointers of the location of a problem: `loc` of Pydantic, `pointer` of RFC 9457, section 3, and others.
const PLACES: [&str; 8] = [
    "/loc",
    "/pointer",
    "/source/pointer",
    "/field",
    "/path",
    "/parameter",
    "/property",
    "/name",
];

/// JSON pointers of its description.
const PROBLEMS: [&str; 8] = [
    "/msg",
    "/message",
    "/detail",
    "/description",
    "/reason",
    "/error",
    "/title",
    "/code",
];

/// How many problems of a list a message contains.
const MAX_PROBLEMS: usize = 5;

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
        let message = whole(body);
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

/// Returns the message of a body, followed by the problems that it lists.
fn whole(body: &Value) -> Option<String> {
    let message = first(body, &MESSAGES, MESSAGE_CHARACTERS);
    let message = message.map(|message| with_title(body, message));
    let message = message.or_else(|| text(body, MESSAGE_CHARACTERS));
    // Members of the body itself are no map of problems: they may echo the request.
    let lists = LISTS
        .iter()
        .filter(|list| !list.is_empty() || body.is_array());
    let problems = lists
        .copied()
        .find_map(|list| problems(body.pointer(list)?));
    match (message, problems) {
        (Some(message), Some(problems)) if !message.contains(&problems) => {
            let message = message.trim_end_matches(['.', ':']);
            Some(excerpt(
                &format!("{message}: {problems}"),
                MESSAGE_CHARACTERS,
            ))
        }
        (Some(message), _) => Some(message),
        (None, problems) => problems,
    }
}

/// Puts the `title` (RFC 9457, section 3.1.3) before `message` if there is a `detail` too, unless the title only repeats
/// the status (section 4.2.1).
fn with_title(body: &Value, message: String) -> String {
    let member = |name| body.get(name).and_then(Value::as_str);
    let is_about_status = member("type") == Some("about:blank");
    match (member("title"), member("detail")) {
        (Some(title), Some(_)) if !is_about_status && title != message => {
            let title = title.trim_end_matches(['.', ':']);
            excerpt(&format!("{title}: {message}"), MESSAGE_CHARACTERS)
        }
        _ => message,
    }
}

/// Returns the problems of a list, or of a map from property names to lists.
fn problems(list: &Value) -> Option<String> {
    let found: Vec<String> = match list {
        Value::Array(items) => items
            .iter()
            .filter_map(problem)
            .take(MAX_PROBLEMS)
            .collect(),
        Value::Object(members) => {
            let lists = members.iter().filter_map(|(name, list)| {
                let found = match list {
                    Value::Array(items) => items.iter().find_map(problem),
                    _ => None,
                };
                found.map(|problem| format!("{name}: {problem}"))
            });
            lists.take(MAX_PROBLEMS).collect()
        }
        _ => return None,
    };
    let mut found = found;
    found.dedup();
    if let [others @ .., _last] = found.as_mut_slice() {
        for other in others {
            other.truncate(other.trim_end_matches('.').len());
        }
    }
    (!found.is_empty()).then(|| excerpt(&found.join("; "), MESSAGE_CHARACTERS))
}

fn problem(item: &Value) -> Option<String> {
    let what =
        text(item, MESSAGE_CHARACTERS).or_else(|| first(item, &PROBLEMS, MESSAGE_CHARACTERS))?;
    let place = PLACES
        .iter()
        .find_map(|pointer| place(item.pointer(pointer)?));
    Some(match place {
        Some(place) => format!("{place}: {what}"),
        None => what,
    })
}

/// Returns a location as text: the segments of a list are joined with dots.
fn place(value: &Value) -> Option<String> {
    match value {
        Value::Array(steps) => {
            let steps: Vec<String> = steps
                .iter()
                .filter_map(|step| text(step, CODE_CHARACTERS))
                .collect();
            (!steps.is_empty()).then(|| excerpt(&steps.join("."), CODE_CHARACTERS))
        }
        value => text(value, CODE_CHARACTERS),
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

/// At most `limit` characters of `text` on one line: white space and control characters run together to one space,
/// direction overrides are dropped, `…` marks what was cut.
#[must_use]
pub fn excerpt(text: &str, limit: usize) -> String {
    // No more of the text is looked at than an excerpt can need, so that a large page costs nothing.
    let start = text
        .chars()
        .take(limit.saturating_mul(8))
        .filter(|character| !is_direction(*character));
    let start: String = start
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect();
    let line = start.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(limit) {
        Some((end, _)) => format!("{}…", line.get(..end).unwrap_or_default().trim_end()),
        None => line,
    }
}

fn is_direction(character: char) -> bool {
    matches!(character, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
