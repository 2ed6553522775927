//! Errors about an answer show where it is wrong, never the value that is there.

use crate::failure::{SECRET_NUMBER, failure};
use crate::server::Server;
use crate::step::{answer, json};
use crate::tiger::{SECRET, client, order};
use tiger_cloud::Error;

/// The path and the text of the error that `body` makes when a service is created.
async fn unreadable(body: &str) -> (Option<String>, String) {
    let server = Server::start([json(body)]).await;
    match failure(client(&server).create_service("p", &order())).await {
        Error::Decode(error) => (error.path().map(str::to_owned), error.to_string()),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_password_of_the_wrong_type_is_not_shown() {
    let values = [
        SECRET_NUMBER.to_owned(),
        format!("-{SECRET_NUMBER}.5"),
        format!("[\"{SECRET}\"]"),
        format!("{{\"{SECRET}\":\"{SECRET}\"}}"),
    ];
    for value in values {
        let body = format!(r#"{{"name":"a","initial_password":{value}}}"#);
        let (path, text) = unreadable(&body).await;
        assert_eq!(path.as_deref(), Some("initial_password"), "{text}");
        assert!(
            text.contains("at `initial_password`: invalid type: "),
            "{text}"
        );
    }
}

#[tokio::test]
async fn a_text_where_something_else_is_expected_is_not_shown() {
    let texts = [
        format!("\"{SECRET}\""),
        format!(r#"{{"endpoint":"{SECRET}"}}"#),
        format!(r#"{{"endpoint":{{"port":"{SECRET}, expected a `{SECRET}`"}}}}"#),
        format!(r#"{{"endpoint":{{"port":"{SECRET}\", expected {SECRET}"}}}}"#),
        format!(r#"{{"created":"{SECRET}"}}"#),
        format!(r#"{{"created":"2024-01-02T03:04:05Z{SECRET}"}}"#),
        format!(r#"{{"resources":"{SECRET}"}}"#),
        format!(r#"{{"read_replica_sets":[{{"nodes":"{SECRET}"}}]}}"#),
        format!(r#"{{"forked_from":{{"project_id":["{SECRET}"]}}}}"#),
    ];
    for text in texts {
        unreadable(&text).await;
    }
}

#[tokio::test]
async fn a_broken_body_is_not_shown() {
    let texts = [
        format!(r#"{{"initial_password":"{SECRET}"#),
        format!(r#"{{"initial_password":"{SECRET}\x"}}"#),
        format!(r#"{{"initial_password":{SECRET}}}"#),
        format!(r#"{{"initial_password":"{SECRET}"}}{SECRET}"#),
        SECRET.to_owned(),
        format!("<p>{SECRET}</p>"),
    ];
    for text in texts {
        unreadable(&text).await;
    }
}

#[tokio::test]
async fn a_refusal_that_repeats_the_request_does_not_show_it() {
    let body = format!(r#"{{"message":"weak","password":"{SECRET}","request":["{SECRET}"]}}"#);
    let headers = format!("Set-Cookie: a={SECRET}\r\nX-Echo: {SECRET}\r\n");
    for status in ["400 Bad Request", "500 Internal Server Error"] {
        let server = Server::start([answer(status, &headers, &body)]).await;
        let error = failure(client(&server).create_service("p", &order())).await;
        assert_eq!(error.as_api().unwrap().message(), Some("weak"));
    }
}
