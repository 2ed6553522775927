use crate::server::{Server, json};
use crate::thing::{builder, client, get};
use clientsmith_runtime::runtime::Error;

#[tokio::test]
async fn says_who_it_is_and_keeps_the_base_path() {
    let server = Server::start([json("1")]).await;
    let client = client(&format!("{}/public/api/v1/", server.url));
    get(&client, &"x").await.unwrap();
    let request = server.request();
    assert!(
        request.starts_with("GET /public/api/v1/things/x HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(
        request.contains("user-agent: thing-client/1.2.3\r\n"),
        "{request}"
    );
    assert!(request.contains("accept: application/json"), "{request}");
}

#[tokio::test]
async fn headers_nearer_to_the_call_win() {
    let server = Server::start([json("1")]).await;
    let client = builder(&server.url)
        .header("X-A", "1")
        .header("Accept", "a/b")
        .user_agent("me/1")
        .build()
        .unwrap();
    get(&client, &"x").header("x-a", "2").await.unwrap();
    let request = server.request();
    for line in ["x-a: 2\r\n", "accept: a/b\r\n", "user-agent: me/1\r\n"] {
        assert!(request.contains(line), "{request}");
    }
}

#[test]
fn wants_https_unless_loopback_or_allowed() {
    for url in [
        "http://localhost:1",
        "http://127.3.2.1",
        "http://[::1]:8080/a",
        "https://example.com",
    ] {
        builder(url).build().unwrap();
    }
    builder("http://example.com").allow_http().build().unwrap();
    for url in [
        "http://example.com",
        "http://localhost.example.com",
        "http://127.0.0.1.example.com",
        "ftp://localhost",
    ] {
        let error = builder(url).build().unwrap_err();
        assert!(error.to_string().contains("must use https"), "{error}");
    }
}

#[test]
fn refuses_settings_that_cannot_work() {
    let cases = [
        (builder(""), "names no server"),
        (builder("example"), "invalid"),
        (builder("https://u:p@example.com"), "user name or password"),
        (builder("https://example.com?a=b"), "query or fragment"),
        (
            builder("https://example.com").header("a b", ""),
            "not a valid header name",
        ),
        (
            builder("https://example.com").header("a", "x\r\ny"),
            "line break",
        ),
        (
            builder("https://example.com").user_agent("x\ny"),
            "user agent",
        ),
    ];
    for (builder, expected) in cases {
        let error = builder.build().unwrap_err();
        assert!(
            matches!(error, Error::Configuration(_)) && error.to_string().contains(expected),
            "{error}"
        );
    }
}
