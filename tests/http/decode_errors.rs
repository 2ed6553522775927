//! Successful answers that are not what the document says.

use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::client;
use tiger_cloud::{DecodeError, Error};

fn decode_error(error: Error) -> DecodeError {
    match error {
        Error::Decode(error) => error,
        other => panic!("{other:?}"),
    }
}

async fn unreadable(step: Step) -> DecodeError {
    let server = Server::start([step]).await;
    decode_error(failure(client(&server).get_service("p", "s")).await)
}

#[tokio::test]
async fn a_page_instead_of_json_is_named_and_kept() {
    let page = "\n<!doctype html><p>Sign in</p>";
    let error = unreadable(answer("200 OK", "Content-Type: text/html\r\n", page)).await;
    let expected = "getService: cannot read the answer (200 OK, text/html): expected JSON, found a \
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
        let start = "getService: cannot read the answer (200 OK, application/json)";
        assert_eq!(error.to_string(), format!("{start}: {problem}"));
        assert_eq!(
            (error.path(), error.body().as_ref()),
            (None, body.as_bytes())
        );
    }
}

#[tokio::test]
async fn a_wrong_type_is_named_by_its_path() {
    let cases = [
        (
            r#"{"read_replica_sets":[{"endpoint":{"port":1}},{"endpoint":{"host":"h","port":"x"}}]}"#,
            "read_replica_sets[1].endpoint.port",
            "invalid type: string, expected i64",
        ),
        (
            r#"{"name":"a","resources":[{"spec":{"cpu_millis":1.5}}]}"#,
            "resources[0].spec.cpu_millis",
            "invalid type: floating point, expected i64",
        ),
        (
            r#"{"resources":{}}"#,
            "resources",
            "invalid type: map, expected a sequence",
        ),
        (
            r#"{"status":5}"#,
            "status",
            "invalid type: integer, expected a string",
        ),
        (
            r#"{"endpoint":[]}"#,
            "endpoint",
            "invalid type: sequence, expected an object (Endpoint)",
        ),
    ];
    for (body, path, problem) in cases {
        let error = unreadable(json(body)).await;
        assert_eq!(error.path(), Some(path), "{error}");
        let start = "getService: cannot read the answer (200 OK, application/json)";
        assert_eq!(error.to_string(), format!("{start} at `{path}`: {problem}"));
    }
}

#[tokio::test]
async fn a_wrong_type_of_the_whole_is_at_the_top_level() {
    let error = unreadable(json("[]")).await;
    let expected = "getService: cannot read the answer (200 OK, application/json) at the top \
                    level: invalid type: sequence, expected an object (Service)";
    assert_eq!(
        (error.to_string().as_str(), error.path()),
        (expected, Some(""))
    );
}

#[tokio::test]
async fn what_is_required_and_missing_is_named() {
    let cases = [
        ("{}", "", "missing field `type`"),
        (r#"{"type":"apiKey"}"#, "", "missing field `apiKey`"),
        (
            r#"{"type":"apiKey","apiKey":{"public_key":"k"}}"#,
            "apiKey",
            "missing field `name`",
        ),
    ];
    for (body, path, problem) in cases {
        let server = Server::start([json(body)]).await;
        let error = decode_error(failure(client(&server).get_auth_info()).await);
        assert_eq!(error.path(), Some(path), "{error}");
        assert!(
            error.to_string().ends_with(&format!(": {problem}")),
            "{error}"
        );
    }
}
