use crate::server::{Server, json};
use crate::thing::{client, get, post};
use clientsmith_runtime::runtime::{Error, Location, ParameterValue};
use serde_json::{Value, json as value};

/// The head of the request sent with `parameters`.
async fn sent(
    parameters: &[(Option<Location>, &str, &dyn ParameterValue)],
) -> Result<String, Error> {
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    let mut request = get(&client, &"x");
    for (location, name, value) in parameters {
        match location {
            Some(location) => request.set_in(*location, name, *value),
            None => request.set(name, *value),
        }
    }
    request.await.map(|_: Value| server.request())
}

#[tokio::test]
async fn queries_are_written_and_encoded() {
    let request = sent(&[
        (None, "filter", &["a b+c&d=e#f", "é"]),
        (None, "deep", &value!({"a": {"b": 1}})),
        (None, "near", &"a/b?c=d:e&f#g"),
        (None, "where", &value!({"x": [1, "y"]})),
    ])
    .await
    .unwrap();
    let expected = "GET /things/x?filter=a%20b%2Bc%26d%3De%23f&filter=%C3%A9&deep%5Ba%5D%5Bb%5D=1\
                    &near=a/b?c=d:e%26f%23g&where=%7B%22x%22%3A%5B1%2C%22y%22%5D%7D HTTP/1.1\r\n";
    assert!(request.starts_with(expected), "{request}");
}

#[tokio::test]
async fn what_is_absent_is_left_out() {
    let nothing: [&str; 0] = [];
    let request = sent(&[
        (None, "filter", &nothing),
        (None, "where", &None::<i32>),
        (None, "X-Tag", &None::<i32>),
    ])
    .await
    .unwrap();
    assert!(request.starts_with("GET /things/x HTTP/1.1\r\n"));
}

#[tokio::test]
async fn headers_and_cookies_are_written() {
    let request = sent(&[
        (None, "X-Tag", &[1, 2]),
        (None, "Authorization", &"ignored"),
        (None, "flavour", &"a b;"),
        (Some(Location::Header), "filter", &true),
    ])
    .await
    .unwrap();
    assert!(
        request.contains("x-tag: 1,2\r\n") && request.contains("filter: true\r\n"),
        "{request}"
    );
    assert!(
        request.contains("cookie: flavour=a%20b%3B\r\n") && !request.contains("authorization"),
        "{request}"
    );
}

#[tokio::test]
async fn a_header_cannot_be_split() {
    for text in ["a\r\nX-Evil: 1", "a\0b", "a\u{7f}"] {
        let error = sent(&[(None, "X-Tag", &text)]).await.unwrap_err();
        assert!(matches!(error, Error::Parameter { .. }), "{error:?}");
        assert!(
            error
                .to_string()
                .starts_with("getThing: parameter `X-Tag` holds a line break"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn errors_of_preparation_come_on_sending_and_the_first_one_counts() {
    let server = Server::start([json("1")]).await;
    let client = client(&server.url);
    let mut request = get(&client, &"x").header("a b", "").header("c", "\n");
    request.set("unknown", &1);
    let error = request.await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "getThing: parameter `a b` is not a valid header name"
    );
    let map = std::collections::BTreeMap::from([(vec![1], 2)]);
    assert!(matches!(
        post(&client).json(&map).await.unwrap_err(),
        Error::Encode { .. }
    ));
    assert!(matches!(
        post(&client).form(&[1]).await.unwrap_err(),
        Error::Encode { .. }
    ));
    assert!(server.requests().is_empty());
}
