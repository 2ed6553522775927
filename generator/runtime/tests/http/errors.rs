use crate::server::{Server, answer};
use crate::thing::{Conflict, MOVING, Problem, client, get};
use clientsmith_runtime::runtime::server_message::ServerMessage;
use clientsmith_runtime::runtime::{Error, RawResponse, Request, RetryPolicy};
use serde_json::Value;

async fn error(status: &str, headers: &str, body: &str) -> Error {
    let server = Server::start([answer(status, headers, body)]).await;
    get(&client(&server.url), &"x")
        .retry(RetryPolicy::none())
        .await
        .unwrap_err()
}

#[tokio::test]
async fn says_what_the_server_says() {
    let body = r#"{"code":"INVALID_REQUEST","message":"name\n taken"}"#;
    let error = error("409 Conflict", "X-Request-Id: r-7\r\n", body).await;
    assert_eq!(
        error.to_string(),
        "getThing: 409 Conflict: INVALID_REQUEST: name taken (request id r-7)"
    );
    let api = error.as_api().unwrap();
    assert_eq!(
        (api.code(), api.request_id()),
        (Some("INVALID_REQUEST"), Some("r-7"))
    );
    assert_eq!(api.bytes(), body);
}

#[tokio::test]
async fn the_most_specific_type_is_decoded() {
    let body = r#"{"message":"m"}"#;
    assert!(
        error("409 Conflict", "", body)
            .await
            .as_api()
            .unwrap()
            .body::<Conflict>()
            .is_some()
    );
    let ranged = error("404 Not Found", "", body).await;
    assert_eq!(ranged.as_api().unwrap().body(), Some(&Problem("m".into())));
    assert!(ranged.as_api().unwrap().body::<Conflict>().is_none());
    assert!(
        error("500 X", "", body)
            .await
            .as_api()
            .unwrap()
            .body::<Value>()
            .is_some()
    );
    assert!(
        error("404 Not Found", "", "oops")
            .await
            .as_api()
            .unwrap()
            .body::<Problem>()
            .is_none()
    );
}

#[tokio::test]
async fn a_page_is_shown_in_part() {
    let page = format!(
        "<html>\n\n  <title>Bad gateway</title>{}",
        "x".repeat(1_000_000)
    );
    let error = error("502 Bad Gateway", "Content-Type: text/html\r\n", &page).await;
    let text = error.to_string();
    assert!(
        text.starts_with("getThing: 502 Bad Gateway: <html> <title>Bad gateway</title>xxx"),
        "{text}"
    );
    assert!(text.len() < 200 && !text.contains('\n'), "{text}");
    assert!(format!("{error:?}").len() < 600);
}

#[test]
fn finds_code_and_message_where_servers_put_them() {
    let cases = [
        (r#"{"code":404,"message":"m"}"#, Some("404"), Some("m")),
        (
            r#"{"error":{"code":"C","message":"m"}}"#,
            Some("C"),
            Some("m"),
        ),
        (r#"{"error":"m","status":400}"#, None, Some("m")),
        (
            r#"{"error":"invalid_grant","error_description":"m"}"#,
            Some("invalid_grant"),
            Some("m"),
        ),
        (
            r#"{"httpStatus":422,"messages":[{"errorCode":"C","message":"m"}]}"#,
            Some("C"),
            Some("m"),
        ),
        (
            r#"{"type":"about:blank","title":"t","detail":"d"}"#,
            None,
            Some("d"),
        ),
        (
            r##"{"type":"https://example.com/p","title":"t.","detail":"d","errors":[{"detail":"d2","pointer":"#/age"}]}"##,
            None,
            Some("t: d: #/age: d2"),
        ),
        (
            r#"{"detail":[{"loc":["body","items",0,"price"],"msg":"Field required","type":"missing"},{"loc":["query","q"],"msg":"too short"}]}"#,
            None,
            Some("body.items.0.price: Field required; query.q: too short"),
        ),
        (
            r#"{"title":"One or more errors occurred.","errors":{"Name":["is required"],"Age":["is too low"]}}"#,
            None,
            Some("One or more errors occurred: Name: is required; Age: is too low"),
        ),
        (
            r#"{"message":"Validation Failed","errors":[{"resource":"Label","field":"name","code":"missing_field"}]}"#,
            Some("missing_field"),
            Some("Validation Failed: name: missing_field"),
        ),
        (
            r#"{"errors":[{"message":"a"},{"message":"b"}]}"#,
            None,
            Some("a; b"),
        ),
        (r#"{"errors":["m"]}"#, None, Some("m")),
        (r#""m""#, None, Some("m")),
        ("[]", None, None),
        ("<p>", None, None),
    ];
    for (body, code, message) in cases {
        let found = ServerMessage::find(body.as_bytes());
        assert_eq!(
            (found.code.as_deref(), found.message.as_deref()),
            (code, message),
            "{body}"
        );
    }
}

#[tokio::test]
async fn knows_what_was_asked() {
    let server = Server::start([answer("404 Not Found", "X-Request-Id: r-7\r\n", "")]).await;
    let mut request = get(&client(&server.url), &"x");
    request.set("filter", &"secret");
    let error = request.await.unwrap_err();
    assert_eq!(error.operation(), Some("getThing"));
    assert_eq!(
        (error.status().unwrap().as_u16(), error.request_id()),
        (404, Some("r-7"))
    );
    assert!(error.is_not_found() && !error.is_retryable());
    let api = error.as_api().unwrap();
    assert_eq!(
        (api.method().as_str(), api.url().path()),
        ("GET", "/things/x")
    );
    assert_eq!(api.url().query(), None);
    assert!(std::error::Error::source(&error).is_none());
}

#[tokio::test]
async fn a_success_that_only_the_default_covers_is_read_like_it() {
    let step = |status, body| answer(status, "Content-Type: application/json\r\n", body);
    let problem = r#"{"message":"m"}"#;
    let server = Server::start([
        step("202 Accepted", problem),
        step("202 Accepted", "5"),
        step("200 OK", problem),
    ])
    .await;
    let client = client(&server.url);
    let call = || Request::new(&client, &MOVING, &[], RawResponse::json::<u8>);
    let error = call().await.unwrap_err();
    assert_eq!(error.as_api().unwrap().body(), Some(&Problem("m".into())));
    assert_eq!(error.to_string(), "moveThing: 202 Accepted: m");
    assert_eq!(call().await.unwrap(), 5);
    assert!(matches!(call().await.unwrap_err(), Error::Decode(_)));
}

#[test]
fn errors_are_small_and_travel() {
    fn assert_error<T: std::error::Error + Send + Sync + 'static>() {}
    assert_error::<Error>();
    assert!(size_of::<Error>() <= 64, "{}", size_of::<Error>());
}
