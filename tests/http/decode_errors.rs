//! Successful answers that are not the JSON they should be.

use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::client;
use tiger_cloud::{DecodeError, Error};

/// The decode error that `error` must be.
pub fn decode_error(error: Error) -> DecodeError {
    match error {
        Error::Decode(error) => error,
        other => panic!("{other:?}"),
    }
}

/// The error of reading `step` as a service.
pub async fn unreadable(step: Step) -> DecodeError {
    let server = Server::start([step]).await;
    decode_error(failure(client(&server).get_service("p", "s")).await)
}

#[tokio::test]
async fn a_page_instead_of_json_is_named_and_kept() {
    let page = "\n<!doctype html><p>Sign in</p>";
    let error = unreadable(answer("200 OK", "Content-Type: text/html\r\n", page)).await;
    let expected = "getService: cannot read the response (200 OK, text/html): expected JSON, found a \
                    page of HTML or XML; is the base URL that of the API?";
    assert_eq!(error.to_string(), expected);
    assert_eq!(
        (error.operation(), error.status().as_u16()),
        ("getService", 200)
    );
    assert_eq!(
        (error.content_type(), error.path()),
        (Some("text/html"), None)
    );
    assert_eq!(error.body(), page);
}

#[tokio::test]
async fn what_is_no_json_or_not_all_of_it_is_said_to_be_so() {
    let cases = [
        (r#"{"name": "s"#, "the JSON ends too early, after 11 bytes"),
        (
            r#"{"name": "s","#,
            "the JSON ends too early, after 13 bytes",
        ),
        ("", "expected JSON, found no body"),
        (" \n", "expected JSON, found no body"),
        ("OK", "not JSON: expected value at line 1 column 1"),
        ("{} {}", "not JSON: trailing characters at line 1 column 4"),
    ];
    for (body, problem) in cases {
        let error = unreadable(json(body)).await;
        let start = "getService: cannot read the response (200 OK, application/json)";
        assert_eq!(error.to_string(), format!("{start}: {problem}"));
        assert_eq!(
            (error.path(), error.body().as_ref()),
            (None, body.as_bytes())
        );
    }
}
