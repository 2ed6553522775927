use crate::server::{Server, Step, answer, json};
use crate::thing::{GET, PUT, client};
use clientsmith_runtime::runtime::{DecodeError, Error, RawResponse, Request, Response};
use serde::de::DeserializeOwned;
use serde_json::json as value;
use std::collections::BTreeMap;
use std::fmt::Debug;

/// As `struct Service { endpoints: Vec<Endpoint> }` would be read.
type Service = BTreeMap<String, Vec<BTreeMap<String, u16>>>;

async fn send<T>(
    step: Step,
    decode: fn(&RawResponse) -> Result<T, Error>,
) -> Result<Response<T>, Error> {
    let server = Server::start([step]).await;
    Request::new(&client(&server.url), &PUT, &[], decode)
        .send()
        .await
}

async fn service(step: Step) -> Response<Service> {
    send(step, |response| response.member("result"))
        .await
        .unwrap()
}

async fn failure<T: DeserializeOwned + Debug>(body: &str) -> DecodeError {
    let member = |response: &RawResponse| response.member::<T>("result");
    match send(json(body), member).await.unwrap_err() {
        Error::Decode(error) => error,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn gives_the_member_and_keeps_the_others() {
    let body = r#"{"status":200,"result":{"endpoints":[{"port":9440}]},"more":{"a":[1]},"requestId":"r-1"}"#;
    let response = service(json(body)).await;
    assert_eq!(response.status(), 200);
    assert_eq!(
        value!(response.body()),
        value!({"endpoints": [{"port": 9440}]})
    );
    assert_eq!(
        value!(response.envelope()),
        value!({"status": 200, "more": {"a": [1]}, "requestId": "r-1"})
    );
    assert_eq!(response.request_id(), Some("r-1"));
    let response = response.map(|service| service.len());
    assert_eq!((response.envelope().len(), *response.body()), (3, 1));
    assert_eq!(response.into_body(), 1);
}

#[tokio::test]
async fn awaiting_gives_the_member_alone() {
    let server = Server::start([json(r#"{"result":[1,2]}"#)]).await;
    let client = client(&server.url);
    let request: Request<Vec<i64>> =
        Request::new(&client, &PUT, &[], |response| response.member("result"));
    assert_eq!(request.await.unwrap(), [1, 2]);
}

#[tokio::test]
async fn the_request_id_of_the_envelope_goes_before_that_of_the_headers() {
    let cases = [
        (r#""requestId":"own","#, Some("own")),
        (r#""request_id":"own","#, Some("own")),
        (r#""Request-ID":"own","#, Some("own")),
        (r#""requestId":"","#, Some("of the headers")),
        (r#""requestId":7,"#, Some("of the headers")),
        ("", Some("of the headers")),
    ];
    for (member, id) in cases {
        let body = format!(r#"{{{member}"result":{{}}}}"#);
        let headers = "X-Request-Id: of the headers\r\n";
        let response = service(answer("200 OK", headers, &body)).await;
        assert_eq!(response.request_id(), id, "{body}");
    }
    let response = service(json(r#"{"result":{}}"#)).await;
    assert_eq!(response.request_id(), None);
    assert!(response.envelope().is_empty());
}

#[tokio::test]
async fn an_envelope_without_the_member_is_an_error() {
    for body in [r#"{"status":200,"requestId":"r"}"#, r#"{"result":null}"#] {
        let error = failure::<Service>(body).await;
        assert_eq!(error.path(), Some("result"));
        assert_eq!(error.body(), body);
        let expected = "putThing: cannot read the response (200 OK, application/json) at `result`: \
                        the envelope has no `result`";
        assert_eq!(error.to_string(), expected);
    }
}

#[tokio::test]
async fn an_optional_member_can_be_absent_or_null() {
    for body in [r#"{"a":1}"#, r#"{"result":null,"a":1}"#] {
        let decode = |response: &RawResponse| response.optional_member::<Service>("result");
        let response = send(json(body), decode).await.unwrap();
        assert_eq!(response.body(), &None);
        assert_eq!(value!(response.envelope()), value!({"a": 1}));
    }
    for body in ["", "null"] {
        let decode = |response: &RawResponse| response.optional_member::<Service>("result");
        let response = send(json(body), decode).await.unwrap();
        assert_eq!(response.into_body(), None);
    }
}

#[tokio::test]
async fn paths_of_errors_begin_at_the_root() {
    let error = failure::<Service>(r#"{"status":200,"result":{"endpoints":[{"port":-1}]}}"#).await;
    assert_eq!(error.path(), Some("result.endpoints[0].port"));
    let error = failure::<Service>(r#"{"result":[]}"#).await;
    assert_eq!(error.path(), Some("result"));
    assert!(
        error.to_string().contains("invalid type: sequence"),
        "{error}"
    );
}

#[tokio::test]
async fn what_is_no_envelope_is_said_to_be_none() {
    let cases = [
        (
            "[]",
            "at the top level: invalid type: sequence, expected an object with the member `result`",
        ),
        ("", "expected JSON, found no body"),
        (" ", "expected JSON, found no body"),
        ("<html>", "found a page of HTML"),
        (r#"{"result":{}"#, "the JSON ends too early, after 12 bytes"),
        (r#"{"result":{}} x"#, "not JSON: trailing characters"),
    ];
    for (body, expected) in cases {
        let error = failure::<Service>(body).await.to_string();
        assert!(error.contains(expected), "{error}");
    }
}

#[tokio::test]
async fn failures_are_not_opened() {
    let body = r#"{"result":{"message":"no"},"message":"gone","requestId":"own"}"#;
    let headers = "X-Request-Id: of the headers\r\n";
    let server = Server::start([answer("404 Not Found", headers, body)]).await;
    let request: Request<Service> = Request::new(&client(&server.url), &GET, &[&"x"], |response| {
        response.member("result")
    });
    let error = request.await.unwrap_err();
    let error = error.as_api().unwrap();
    assert_eq!(error.message(), Some("gone"));
    assert_eq!(error.request_id(), Some("own"));
    assert_eq!(error.bytes(), body);
}
