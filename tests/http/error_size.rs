//! Errors stay short, whatever the server sends.

use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::builder;
use tiger_cloud::{Error, RetryPolicy};

const MEGABYTE: usize = 1024 * 1024;

/// The most characters of a line in a log: code and message of 80 and 400, and what goes round them.
const DISPLAY: usize = 700;

async fn error(step: Step) -> Error {
    let server = Server::start([step]).await;
    let client = builder(&server).retry(RetryPolicy::none()).build().unwrap();
    let error = failure(client.get_service("p", "s")).await;
    let (text, debug) = (error.to_string(), format!("{error:?}"));
    let length = text.chars().count();
    assert!(length < DISPLAY && !text.contains('\n'), "{length}");
    let length = debug.chars().count();
    assert!(length < 2 * DISPLAY, "{length}");
    error
}

fn long(start: &str, fill: &str, end: &str) -> String {
    format!("{start}{}{end}", fill.repeat(MEGABYTE / fill.len()))
}

#[tokio::test]
async fn a_large_body_of_an_error_is_shown_in_part_and_kept_whole() {
    for body in [
        long("", "x", ""),
        long("<html>", "\n", "</html>"),
        long("{\"message\":\"", "m", "\"}"),
        long("{\"code\":\"", "c", "\",\"message\":\"m\"}"),
        long("[", "[", ""),
        long("", "\0", ""),
    ] {
        let error = error(answer("500 Internal Server Error", "", &body)).await;
        assert_eq!(error.as_api().unwrap().bytes().len(), body.len());
    }
}

#[tokio::test]
async fn a_message_is_cut() {
    let body = format!("{{\"message\":\"{}\"}}", "é".repeat(500));
    let error = error(answer("400 Bad Request", "", &body)).await;
    let expected = format!("getService: 400 Bad Request: {}…", "é".repeat(400));
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn a_large_body_that_cannot_be_read_is_kept_but_not_shown() {
    for body in [
        long("", "x", ""),
        long("\"", "x", "\""),
        long("{\"name\":[\"", "x", "\"]}"),
        long("{\"", "k", "\":1,\"name\":5}"),
        long("{\"endpoint\":{\"", "k", "\":1,\"port\":true}}"),
        long("{\"vpcEndpoint\":", "[", ""),
        long("<", " ", ">"),
        long(" ", " ", " "),
    ] {
        match error(json(&body)).await {
            Error::Decode(error) => assert_eq!(error.body(), &body),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn long_headers_are_cut() {
    let id = "r".repeat(4000);
    let headers = format!("X-Request-Id: {id}\r\n");
    let refused = error(answer("404 Not Found", &headers, "")).await;
    assert_eq!(refused.as_api().unwrap().request_id(), Some(id.as_str()));
    let headers = format!("Content-Type: {id}\r\n");
    error(answer("200 OK", &headers, "nothing")).await;
}
