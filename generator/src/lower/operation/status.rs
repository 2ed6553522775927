//! Keys of the Responses Object (OpenAPI 3.0.3, Responses Object, Patterned Fields).

use crate::catalog::reason_phrases::REASON_PHRASES;
use crate::ir::Status;

/// A key as the specification has it: `default`, a status code, or a range such as `4XX`.
pub(super) fn status(key: &str) -> Option<Status> {
    match key.as_bytes() {
        b"default" => Some(Status::Default),
        [digit @ b'1'..=b'5', b'X' | b'x', b'X' | b'x'] => Some(Status::Range(digit - b'0')),
        [b'1'..=b'5', b'0'..=b'9', b'0'..=b'9'] => key.parse().ok().map(Status::Exact),
        _ => None,
    }
}

/// What another key means, where that is plain: several statuses, a status among words, a reason phrase.
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

/// A number with wildcards, or the first one of a range, and words behind it.
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

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

/// A status as the specification writes it.
pub(super) fn written(status: Status) -> String {
    match status {
        Status::Exact(code) => code.to_string(),
        Status::Range(digit) => format!("{digit}XX"),
        Status::Default => "default".to_owned(),
    }
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
