//! What errors of the API say.

use crate::failure::failure;
use crate::server::Server;
use crate::step::answer;
use crate::tiger::builder;
use tiger_cloud::{Error, RetryPolicy, models};

async fn refused(status: &str, headers: &str, body: &str) -> Error {
    let server = Server::start([answer(status, headers, body)]).await;
    let client = builder(&server).retry(RetryPolicy::none()).build().unwrap();
    failure(client.get_service("p", "s")).await
}

#[tokio::test]
async fn the_code_and_the_message_of_the_server_are_shown() {
    let both = r#"{"code":"NOT_FOUND","message":"no such service"}"#;
    let cases = [
        ("404 X", both, "404 Not Found: NOT_FOUND: no such service"),
        (
            "400 X",
            r#"{"message":"bad\n\tname"}"#,
            "400 Bad Request: bad name",
        ),
        ("400 X", r#"{"code":"INVALID"}"#, "400 Bad Request: INVALID"),
        (
            "409 X",
            r#"{"error":{"code":7,"message":"m"}}"#,
            "409 Conflict: 7: m",
        ),
        ("422 X", r#"{"foo":1}"#, "422 Unprocessable Entity"),
        ("403 X", r#"{"code":null,"message":null}"#, "403 Forbidden"),
        ("401 X", "", "401 Unauthorized"),
        ("401 X", "go\r\naway", "401 Unauthorized: go away"),
        ("429 X", "\"slow down\"", "429 Too Many Requests: slow down"),
        ("502 X", "<h1>\n Bad</h1>", "502 Bad Gateway: <h1> Bad</h1>"),
        ("500 X", "{\"message\":\"cut o", "500 Internal Server Error"),
        (
            "500 X",
            "\u{202e}\u{61c}evil\u{1b}[31m",
            "500 Internal Server Error: evil [31m",
        ),
        ("599 X", "", "599 <unknown status code>"),
        ("304 X", "", "304 Not Modified"),
    ];
    for (status, body, expected) in cases {
        let error = refused(status, "", body).await;
        assert_eq!(error.to_string(), format!("getService: {expected}"));
    }
}

#[tokio::test]
async fn the_request_id_is_shown_and_found_under_its_usual_names() {
    for name in ["X-Request-Id", "Request-Id", "X-Correlation-Id", "CF-Ray"] {
        let headers = format!("{name}: r-7\r\n");
        let error = refused("404 X", &headers, r#"{"message":"m"}"#).await;
        let expected = "getService: 404 Not Found: m (request id r-7)";
        assert_eq!(error.to_string(), expected);
        assert_eq!(error.as_api().unwrap().request_id(), Some("r-7"));
    }
}

#[tokio::test]
async fn an_error_holds_all_the_server_sent() {
    let body = r#"{"code":"QUOTA","message":"too many","limit":3}"#;
    let headers = "X-RateLimit-Remaining: 0\r\nRetry-After: 7\r\n";
    let error = refused("429 X", headers, body).await;
    let api = error.as_api().unwrap();
    assert_eq!(
        (api.operation(), api.status().as_u16()),
        ("getService", 429)
    );
    assert_eq!(
        (api.code(), api.message()),
        (Some("QUOTA"), Some("too many"))
    );
    assert_eq!(api.headers()["x-ratelimit-remaining"], "0");
    assert_eq!(api.retry_after().unwrap().as_secs(), 7);
    assert_eq!(api.bytes(), body);
}

#[tokio::test]
async fn the_body_has_its_type_where_the_document_gives_one() {
    let body = r#"{"code":"C","message":"m"}"#;
    let error = refused("418 X", "", body).await;
    let typed: &models::Error = error.as_api().unwrap().body().unwrap();
    assert_eq!(typed.code.as_deref(), Some("C"));
    assert_eq!(typed.message.as_deref(), Some("m"));
    for (status, body) in [("500 X", body), ("418 X", "<p>"), ("418 X", "[]")] {
        let error = refused(status, "", body).await;
        assert!(error.as_api().unwrap().body::<models::Error>().is_none());
    }
}
