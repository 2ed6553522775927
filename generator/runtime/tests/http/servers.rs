//! Operations that have a server of their own.

use crate::server::{Server, json};
use crate::thing::API;
use clientsmith_runtime::runtime::{
    Api, ClientBuilder, Error, Method, Operation, RawResponse, Request, Scheme, SchemeKind,
};
use serde_json::Value;

/// An API whose default server is at `base_url`.
fn builder(base_url: &str) -> ClientBuilder {
    ClientBuilder::new(Box::leak(Box::new(Api {
        base_url: String::from(base_url).leak(),
        schemes: &[Scheme {
            name: "token",
            variables: &[],
            kind: SchemeKind::Bearer,
        }],
        security: &[&["token"]],
        ..API
    })))
}

async fn call(builder: ClientBuilder, own: &str) -> Result<Value, Error> {
    let operation = Box::leak(Box::new(Operation {
        path: "/files",
        base_url: Some(String::from(own).leak()),
        ..Operation::new("getFiles", Method::Get)
    }));
    let client = builder.build().unwrap();
    Request::new(&client, operation, &[], RawResponse::json).await
}

fn token(builder: ClientBuilder) -> ClientBuilder {
    builder.credential(
        "token",
        clientsmith_runtime::runtime::Credential::Bearer("t0k3n".into()),
    )
}

#[tokio::test]
async fn go_to_it_with_the_credentials() {
    let (main, files) = (
        Server::start([json("1")]).await,
        Server::start([json("2")]).await,
    );
    let own = format!("{}/v2/", files.url);
    let answer = call(token(builder(&main.url)), &own).await.unwrap();
    assert_eq!((answer, main.requests().len()), (Value::from(2), 0));
    let request = files.request();
    assert!(
        request.starts_with("GET /v2/files HTTP/1.1\r\n"),
        "{request}"
    );
    assert!(
        request.contains("authorization: Bearer t0k3n\r\n"),
        "{request}"
    );
}

#[tokio::test]
async fn go_to_the_base_url_that_the_user_chose() {
    let (main, files) = (
        Server::start([json("1")]).await,
        Server::start([json("2")]).await,
    );
    let builder = builder("https://unreachable.invalid").base_url(format!("{}/v1", main.url));
    call(builder, &files.url).await.unwrap();
    assert!(
        main.request().starts_with("GET /v1/files "),
        "{}",
        main.request()
    );
    assert!(files.requests().is_empty());
}

#[tokio::test]
async fn find_a_relative_one_from_the_default() {
    for (own, path) in [
        ("/v2", "/v2/files"),
        ("v2", "/api/v2/files"),
        ("/", "/files"),
    ] {
        let main = Server::start([json("1")]).await;
        call(builder(&format!("{}/api/v1", main.url)), own)
            .await
            .unwrap();
        let request = main.request();
        assert!(request.starts_with(&format!("GET {path} ")), "{request}");
    }
}

#[tokio::test]
async fn send_nothing_in_the_clear_or_to_no_url() {
    let cases = [
        ("http://files.example.com", "must use https"),
        ("https://u:p@files.example.com", "user name or password"),
        ("https://[", "IPv6"),
    ];
    for (own, expected) in cases {
        let error = call(token(builder("https://example.com")), own)
            .await
            .unwrap_err();
        let text = error.to_string();
        assert!(matches!(error, Error::Configuration(_)), "{text}");
        assert!(
            text.contains("getFiles") && text.contains(expected),
            "{text}"
        );
    }
}
