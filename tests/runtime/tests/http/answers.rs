use crate::server::{Server, answer, json};
use crate::thing::{FORM, HEAD, PUT, client, get, post};
use clientsmith_runtime::{Bytes, Reply, Request};
use serde_json::{Value, json as value};

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
    let text: String = Request::new(&client, &PUT, &[], Reply::text).await.unwrap();
    let bytes: Bytes = Request::new(&client, &PUT, &[], Reply::bytes)
        .await
        .unwrap();
    assert_eq!(text.as_bytes(), bytes);
    let () = Request::new(&client, &PUT, &[], Reply::empty)
        .await
        .unwrap();
}

#[tokio::test]
async fn reads_integers_as_json_may_write_them() {
    let server = Server::start([json("[1, 2.0, 3e1]")]).await;
    let client = client(&server.url);
    let counts = Request::new(&client, &PUT, &[], Reply::numbers::<Vec<i64>>);
    assert_eq!(counts.await.unwrap(), [1, 2, 30]);
    let server = Server::start([json("[1.5]")]).await;
    let client = self::client(&server.url);
    let counts = Request::new(&client, &PUT, &[], Reply::numbers::<Vec<i64>>);
    let problem = counts.await.unwrap_err().to_string();
    assert!(problem.contains("at `[0]`: "), "{problem}");
}

#[tokio::test]
async fn ignores_bodies_that_may_not_be() {
    let server = Server::start([answer("200 OK", "", ""), answer("204 No Content", "", "")]).await;
    let client = client(&server.url);
    let () = Request::new(&client, &HEAD, &[], Reply::empty)
        .await
        .unwrap();
    let absent: Option<Value> = Request::new(&client, &PUT, &[], Reply::json).await.unwrap();
    assert_eq!(absent, None);
}

#[tokio::test]
async fn writes_members_of_forms_as_the_operation_says() {
    let server = Server::start([json("1")]).await;
    let request: Request<Value> = Request::new(&client(&server.url), &FORM, &[], Reply::json);
    let body = value!({
        "empty": [], "filter": {"min": 1}, "ids": [1, 2], "none": null, "other": {"x": [1, 2]},
        "page": {"size": 5}, "words": ["a b", "c"],
    });
    request.form(&body).await.unwrap();
    let requests = server.requests();
    let sent =
        "filter=%7B%22min%22%3A1%7D&ids=1,2&other%5Bx%5D=1&other%5Bx%5D=2&size=5&words=a%20b%20c";
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
