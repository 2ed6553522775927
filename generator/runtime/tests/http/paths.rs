use crate::server::{Server, json};
use crate::thing::{client, get};
use clientsmith_runtime::runtime::{Error, Method, Operation, Parameter, RawResponse, Request};
use serde_json::Value;

static PAIR: Operation = Operation {
    path: "/x/{a}{b}/y",
    parameters: &[Parameter::path("a"), Parameter::path("b")],
    ..Operation::new("getPair", Method::Get)
};
static SPANNING: Operation = Operation {
    path: "/v1/{name}:publish",
    parameters: &[Parameter::path("name").allow_reserved()],
    ..Operation::new("publish", Method::Post)
};
static FIXED: Operation = Operation {
    path: "/a b/?action=do it",
    ..Operation::new("getFixed", Method::Get)
};

#[tokio::test]
async fn everything_but_unreserved_is_encoded() {
    let server = Server::start([json("1")]).await;
    get(&client(&server.url), &"a/../b?c#d%2e é~._-\\;")
        .await
        .unwrap();
    let expected = "GET /things/a%2F..%2Fb%3Fc%23d%252e%20%C3%A9~._-%5C%3B HTTP/1.1\r\n";
    assert!(
        server.request().starts_with(expected),
        "{}",
        server.request()
    );
}

#[tokio::test]
async fn arrays_are_joined_and_numbers_plain() {
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    get(&client, &["a,b", "c"]).await.unwrap();
    get(&client, &-5).await.unwrap();
    let requests = server.requests().concat();
    assert!(
        requests.contains("GET /things/a%2Cb,c ") && requests.contains("GET /things/-5 "),
        "{requests}"
    );
}

#[tokio::test]
async fn what_would_leave_the_path_is_refused() {
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    for id in ["", ".", "..", "%2e", "%2E%2e", ".%2e"] {
        let error = get(&client, &id).await.unwrap_err();
        assert!(
            matches!(
                error,
                Error::Parameter {
                    operation: "getThing",
                    ..
                }
            ),
            "{id}: {error:?}"
        );
        assert!(
            error
                .to_string()
                .contains("`id` is part of the path and must not be"),
            "{error}"
        );
    }
    for id in [&["..", ""] as &[&str], &["", ""], &[]] {
        let refused = get(&client, &id).await.is_err();
        assert_eq!(refused, id.iter().all(|item| item.is_empty()), "{id:?}");
    }
    assert!(get(&client, &None::<i32>).await.is_err());
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn values_may_not_add_up_to_a_dot_segment() {
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    let pair = |a, b| Request::<Value>::new(&client, &PAIR, &[a, b], RawResponse::json);
    let error = pair(&".", &".").await.unwrap_err();
    assert!(matches!(error, Error::Parameter { .. }), "{error:?}");
    pair(&"a", &"b").await.unwrap();
}

#[tokio::test]
async fn templates_are_encoded_and_may_hold_a_query() {
    let server = Server::start([json("1")]).await;
    let _: Value = Request::new(&client(&server.url), &FIXED, &[], RawResponse::json)
        .await
        .unwrap();
    assert!(
        server
            .request()
            .starts_with("GET /a%20b/?action=do%20it HTTP/1.1\r\n"),
        "{}",
        server.request()
    );
}

#[tokio::test]
async fn values_that_span_segments_keep_their_slashes_and_nothing_else() {
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    let publish =
        |name: &'static str| Request::<Value>::new(&client, &SPANNING, &[&name], RawResponse::json);
    publish("projects/a b?/topics/c#d").await.unwrap();
    let expected = "POST /v1/projects/a%20b%3F/topics/c%23d:publish HTTP/1.1\r\n";
    assert!(
        server.request().starts_with(expected),
        "{}",
        server.request()
    );
    for name in ["a/../b", "a//b", "/a", "a/", "", "..", "a/%2e%2E"] {
        let error = publish(name).await.unwrap_err();
        assert!(
            matches!(error, Error::Parameter { .. }),
            "{name}: {error:?}"
        );
    }
}
