use crate::server::{Server, answer, json};
use crate::thing::{FORM, HEAD, PUT, client, get, post};
use clientsmith_runtime::runtime::{Bytes, Error, RawResponse, Request};
use serde_json::{Value, json as value};
use std::collections::BTreeMap;

#[tokio::test]
async fn gives_the_body_or_the_whole_response() {
    let server =
        Server::start([answer("201 Created", "X-Request-Id: r-1\r\n", r#"{"a":1}"#)]).await;
    let client = client(&server.url);
    assert_eq!(get(&client, &"x").await.unwrap(), value!({"a": 1}));
    let response = get(&client, &"x").send().await.unwrap();
    assert_eq!(response.status(), 201);
    assert_eq!(response.request_id(), Some("r-1"));
    assert_eq!(response.headers().len(), 3);
    assert_eq!(response.body(), &value!({"a": 1}));
    assert!(response.map(|body| body.is_object()).into_body());
}

#[tokio::test]
async fn reads_text_bytes_and_nothing() {
    let server = Server::start([answer("200 OK", "", "grüezi")]).await;
    let client = client(&server.url);
    let text: String = Request::new(&client, &PUT, &[], RawResponse::text)
        .await
        .unwrap();
    let bytes: Bytes = Request::new(&client, &PUT, &[], RawResponse::bytes)
        .await
        .unwrap();
    assert_eq!(text.as_bytes(), bytes);
    let () = Request::new(&client, &PUT, &[], RawResponse::empty)
        .await
        .unwrap();
}

#[tokio::test]
async fn reads_integers_as_json_may_write_them() {
    let server = Server::start([json("[1, 2.0, 3e1]")]).await;
    let client = client(&server.url);
    let counts = Request::new(&client, &PUT, &[], RawResponse::numbers::<Vec<i64>>);
    assert_eq!(counts.await.unwrap(), [1, 2, 30]);
    let server = Server::start([json("[1.5]")]).await;
    let client = self::client(&server.url);
    let counts = Request::new(&client, &PUT, &[], RawResponse::numbers::<Vec<i64>>);
    let problem = counts.await.unwrap_err().to_string();
    assert!(problem.contains("at `[0]`: "), "{problem}");
}

#[tokio::test]
async fn ignores_bodies_that_may_not_be() {
    let server = Server::start([answer("200 OK", "", ""), answer("204 No Content", "", "")]).await;
    let client = client(&server.url);
    let () = Request::new(&client, &HEAD, &[], RawResponse::empty)
        .await
        .unwrap();
    let absent: Option<Value> = Request::new(&client, &PUT, &[], RawResponse::json)
        .await
        .unwrap();
    assert_eq!(absent, None);
}

#[tokio::test]
async fn writes_members_of_forms_as_the_operation_says() {
    let server = Server::start([json("1")]).await;
    let request: Request<Value> = Request::new(&client(&server.url), &FORM, &[], RawResponse::json);
    let body = value!({
        "empty": [], "filter": {"min": 1}, "ids": [1, 2], "none": null, "other": {"x": [1, 2]},
        "page": {"size": 5}, "words": ["a b", "c"],
    });
    request.form(&body).await.unwrap();
    let requests = server.requests();
    let sent = "filter=%7B%22min%22%3A1%7D&ids=1,2&other%5Bx%5D%5B0%5D=1&other%5Bx%5D%5B1%5D=2&size=5&words=a%20b%20c";
    assert!(
        requests.iter().all(|request| request.ends_with(sent)),
        "{requests:?}"
    );
}

#[tokio::test]
async fn sends_each_kind_of_body() {
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    post(&client).json(&value!({"a": [1]})).await.unwrap();
    post(&client)
        .json_as("application/merge-patch+json", &value!(null))
        .await
        .unwrap();
    post(&client)
        .form(&value!({"a": "x y&", "b": {"c": 1}, "d": [1, 2], "e": [{"f": true}], "g": null}))
        .await
        .unwrap();
    post(&client).text("text/plain", "hi").await.unwrap();
    post(&client)
        .bytes("application/octet-stream", vec![65])
        .await
        .unwrap();
    post(&client).await.unwrap();
    let requests = server.requests();
    let expected = [
        ("application/json", r#"{"a":[1]}"#),
        ("application/merge-patch+json", "null"),
        (
            "application/x-www-form-urlencoded",
            "a=x+y%26&b%5Bc%5D=1&d=1&d=2&e%5B0%5D%5Bf%5D=true",
        ),
        ("text/plain", "hi"),
        ("application/octet-stream", "A"),
    ];
    for (request, (media_type, body)) in requests.iter().zip(expected) {
        assert!(
            request.contains(&format!("content-type: {media_type}\r\n")),
            "{request}"
        );
        assert!(request.ends_with(&format!("\r\n\r\n{body}")), "{request}");
    }
    let bare = requests.last().unwrap();
    assert!(
        bare.contains("content-length: 0\r\n") && !bare.contains("content-type"),
        "{bare}"
    );
}

#[tokio::test]
async fn futures_can_move_between_threads() {
    fn assert_send<T: Send>(value: T) -> T {
        value
    }
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    assert_send(get(&client, &"x").into_future()).await.unwrap();
    assert_send(get(&client, &"x").send()).await.unwrap();
}

type Decode = fn(&RawResponse) -> Result<String, Error>;

#[tokio::test]
async fn the_content_type_decides_how_texts_are_read() {
    let typed =
        |media_type: &str, body| answer("200 OK", &format!("Content-Type: {media_type}\r\n"), body);
    let value: Decode = |response| response.value().map(|value| value.to_string());
    let cases: [(&str, &str, Decode, &str); 11] = [
        ("application/json", r#""a""#, RawResponse::string, "a"),
        ("application/json", r#""a""#, RawResponse::text, "a"),
        (
            "application/vnd.a+json; charset=utf-8",
            r#""a""#,
            RawResponse::text,
            "a",
        ),
        ("text/plain", r#""a""#, RawResponse::string, r#""a""#),
        (
            "text/plain; charset=utf-8",
            "a b",
            RawResponse::string,
            "a b",
        ),
        ("text/html", "<p>", RawResponse::text, "<p>"),
        (
            "application/json",
            r#"{"a":1}"#,
            RawResponse::text,
            r#"{"a":1}"#,
        ),
        ("application/json", "a", RawResponse::text, "a"),
        ("application/json", r#"{"a":1}"#, value, r#"{"a":1}"#),
        ("text/csv", "a,b", value, r#""a,b""#),
        ("text/json", "1", value, "1"),
    ];
    for (media_type, body, decode, expected) in cases {
        let server = Server::start([typed(media_type, body)]).await;
        let request = Request::new(&client(&server.url), &PUT, &[], decode);
        assert_eq!(request.await.unwrap(), expected, "{media_type} {body}");
    }
}

#[tokio::test]
async fn compression_that_is_not_undone_is_told() {
    let headers = "Content-Encoding: zstd\r\nContent-Type: application/json\r\n";
    let server = Server::start([
        answer("200 OK", headers, "\u{1}x"),
        answer("409 X", headers, "x"),
    ])
    .await;
    let client = client(&server.url);
    let told = "unsupported `Content-Encoding: zstd`";
    let error = get(&client, &"x").await.unwrap_err().to_string();
    assert!(error.ends_with(told), "{error}");
    let error = get(&client, &"x").await.unwrap_err().to_string();
    assert!(error.ends_with(told), "{error}");
    let server = Server::start([answer("200 OK", headers, "x")]).await;
    let client = self::client(&server.url);
    let raw = Request::new(&client, &PUT, &[], RawResponse::bytes);
    assert!(raw.await.unwrap_err().to_string().ends_with(told));
    assert_eq!(get(&client, &"x").raw().await.unwrap(), "x");
}

#[tokio::test]
async fn every_body_can_be_had_as_it_came_or_as_another_type() {
    let server = Server::start([json(r#"{"a": [1]}"#)]).await;
    let client = client(&server.url);
    let nothing = || Request::new(&client, &PUT, &[], RawResponse::empty);
    assert_eq!(nothing().send().await.unwrap().bytes(), r#"{"a": [1]}"#);
    assert_eq!(nothing().raw().await.unwrap(), r#"{"a": [1]}"#);
    let map: BTreeMap<String, Vec<u8>> = nothing().decode_as().await.unwrap();
    assert_eq!(map.get("a"), Some(&vec![1]));
}

#[tokio::test]
async fn null_is_an_empty_list() {
    for body in ["null", "", "[]"] {
        let server = Server::start([json(body)]).await;
        let client = client(&server.url);
        let texts = Request::new(&client, &PUT, &[], RawResponse::collection::<Vec<String>>);
        assert!(texts.await.unwrap().is_empty(), "{body}");
        let numbers = Request::new(
            &client,
            &PUT,
            &[],
            RawResponse::number_collection::<Vec<i64>>,
        );
        assert!(numbers.await.unwrap().is_empty(), "{body}");
    }
    for (body, is_empty) in [(r#"{"a": null}"#, true), ("{}", false), ("null", false)] {
        let server = Server::start([json(body)]).await;
        let decode = |response: &RawResponse| response.collection_member::<Vec<u8>>("a");
        let request = Request::new(&client(&server.url), &PUT, &[], decode);
        assert_eq!(request.await.is_ok(), is_empty, "{body}");
    }
}

#[tokio::test]
async fn numbers_that_json_cannot_say_are_never_sent() {
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        let error = post(&client).json(&vec![Some(number)]).await.unwrap_err();
        assert!(matches!(error, Error::Encode { .. }), "{error:?}");
        let error = get(&client, &number).await.unwrap_err();
        assert!(matches!(error, Error::Parameter { .. }), "{error:?}");
        let map = BTreeMap::from([("a", number)]);
        let error = post(&client).form(&map).await.unwrap_err();
        assert!(error.to_string().contains("NaN and infinities"), "{error}");
    }
    assert!(server.requests().is_empty());
}
