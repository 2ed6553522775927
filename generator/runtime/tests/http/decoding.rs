use crate::server::{Server, Step, answer, json};
use crate::thing::{PUT, client};
use clientsmith_runtime::runtime::decode_error::json_path;
use clientsmith_runtime::runtime::decode_error::json_problem;
use clientsmith_runtime::runtime::{DecodeError, Error, RawResponse, Request};
use serde::de::{DeserializeOwned, Error as _};
use std::collections::BTreeMap;

async fn failure<T: DeserializeOwned + std::fmt::Debug>(step: Step) -> DecodeError {
    let server = Server::start([step]).await;
    let request: Request<T> = Request::new(&client(&server.url), &PUT, &[], RawResponse::json);
    match request.await.unwrap_err() {
        Error::Decode(error) => error,
        other => panic!("{other:?}"),
    }
}

type Nested = BTreeMap<String, Vec<BTreeMap<String, BTreeMap<String, i64>>>>;

#[tokio::test]
async fn names_the_place_and_hides_the_value() {
    let body = r#"{"resources": [{"spec": {"a": 1,
        "cpu_millis": "hunter2, expected \"x"}}]}"#;
    let error = failure::<Nested>(json(body)).await;
    let expected = "putThing: cannot read the response (200 OK, application/json) at `resources[0].spec.cpu_millis`: \
                    invalid type: string, expected i64";
    assert_eq!(error.to_string(), expected);
    assert_eq!(error.body(), body);
    assert!(!format!("{error:?}").contains("hunter2"));
}

#[tokio::test]
async fn says_what_came_instead_of_json() {
    let cases = [
        (
            answer("200 OK", "Content-Type: text/html\r\n", "\n<html>"),
            "text/html): expected JSON, found a page",
        ),
        (
            json(r#"{"a": [{"b""#),
            "the JSON ends too early, after 11 bytes",
        ),
        (
            answer("200 OK", "", ""),
            "no content type): expected JSON, found no body",
        ),
        (json("nope"), "not JSON: expected ident"),
    ];
    for (step, expected) in cases {
        let error = failure::<Nested>(step).await.to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[tokio::test]
async fn takes_json_under_any_name_and_with_a_mark() {
    let server = Server::start([answer(
        "299 Odd",
        "Content-Type: text/plain\r\n",
        "\u{feff}{}",
    )])
    .await;
    let _: Nested = Request::new(&client(&server.url), &PUT, &[], RawResponse::json)
        .await
        .unwrap();
}

#[tokio::test]
async fn text_must_be_text() {
    let server = Server::start([Step::Answer(
        "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok".to_owned() + "é",
    )])
    .await;
    let request: Request<String> = Request::new(&client(&server.url), &PUT, &[], RawResponse::text);
    let error = request.await.unwrap_err().to_string();
    assert!(
        error.contains("expected UTF-8 text, found other bytes after 2 bytes"),
        "{error}"
    );
}

#[test]
fn paths_lead_to_what_was_read_last() {
    let cases = [
        (r#"{"a":{"b":[1,[2,{"c":3"#, "a.b[1][1].c"),
        (r#"{"a":{"b":1}"#, "a"),
        (r#"{"a":{"b":1},"#, ""),
        (r#"{"a":"x\"}]:,","b\"c": 1"#, r#"["b\"c"]"#),
        ("[", "[0]"),
        ("]]}", ""),
        ("", ""),
    ];
    for (text, expected) in cases {
        assert_eq!(
            json_path(text.as_bytes(), 1, text.len()),
            expected,
            "{text}"
        );
    }
    assert_eq!(json_path(b"{\n\"a\":\n 1, \"b\": 2}", 3, 2), "a");
    assert_eq!(json_path(b"[1]", 99, usize::MAX), "");
}

#[test]
fn messages_lose_values_and_keep_types() {
    let cases = [
        (
            "unknown variant `s3cret`, expected one of `a`, `b`",
            "unknown variant, expected one of `a`, `b`",
        ),
        (
            "invalid value: integer `5`, expected u3",
            "invalid value: integer, expected u3",
        ),
        ("missing field `name`", "missing field `name`"),
        ("no date: \"s3`cret\" is short", "no date: … is short"),
        (
            "unknown variant `s3cret`, there are no variants",
            "unknown variant",
        ),
    ];
    for (message, expected) in cases {
        assert_eq!(
            json_problem(b"{}", &serde_json::Error::custom(message)),
            expected
        );
    }
}
