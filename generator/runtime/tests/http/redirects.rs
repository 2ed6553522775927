use crate::server::{Server, Step, answer, json};
use crate::thing::{MOVING, builder, client, get, post};
use clientsmith_runtime::runtime::{Client, Credential, RawResponse, Request};
use serde_json::json as value;
use tokio::net::TcpListener;

fn moved(to: &str) -> Step {
    answer("307 Temporary Redirect", &format!("Location: {to}\r\n"), "")
}

fn known(url: &str) -> Client {
    let builder = builder(url).credential("token", Credential::Bearer("t".into()));
    builder
        .credential("key", Credential::ApiKey("k".into()))
        .build()
        .unwrap()
}

#[tokio::test]
async fn a_read_follows_and_stays_known_on_the_same_server() {
    for status in [301, 302, 303, 307, 308] {
        let step = answer(
            &format!("{status} Moved"),
            "Location: /elsewhere?a=b\r\n",
            "",
        );
        let server = Server::start([step, json("1")]).await;
        get(&known(&server.url), &"x").await.unwrap();
        let [_, second] = server.requests().try_into().unwrap();
        assert!(
            second.starts_with("GET /elsewhere?a=b ") && second.contains("x-key: k\r\n"),
            "{second}"
        );
    }
}

#[tokio::test]
async fn another_server_learns_no_credential() {
    let other = Server::start([json("1")]).await;
    let server = Server::start([moved(&format!("{}/y", other.url))]).await;
    let mut request = get(&known(&server.url), &"x").header("X-Own", "1");
    request.set("flavour", &"z");
    request.await.unwrap();
    let head = other.request();
    for name in ["authorization", "x-key", "x-own", "cookie", "referer"] {
        assert!(!head.contains(name), "{head}");
    }
    assert!(
        head.contains("user-agent: thing-client/1.2.3\r\n"),
        "{head}"
    );
}

#[tokio::test]
async fn credentials_stay_off_after_another_server() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let first = format!("http://{}", listener.local_addr().unwrap());
    let other = Server::start([moved(&format!("{first}/back"))]).await;
    let steps = [moved(&format!("{}/y", other.url)), json("1")];
    let server = Server::on(listener, steps);
    get(&known(&server.url), &"x").await.unwrap();
    let [before, after] = server.requests().try_into().unwrap();
    assert!(before.contains("x-key: k\r\n"), "{before}");
    assert!(
        after.starts_with("GET /back ") && !after.contains("x-key"),
        "{after}"
    );
}

#[tokio::test]
async fn a_write_keeps_method_and_body_on_the_same_server() {
    for status in ["307 Temporary Redirect", "308 Permanent Redirect"] {
        let step = answer(status, "Location: /elsewhere\r\n", "");
        let server = Server::start([step, json("1")]).await;
        let request = post(&known(&server.url)).json(&value!({"a": 1}));
        request.await.unwrap();
        let [_, second] = server.requests().try_into().unwrap();
        let is_whole = second.starts_with("POST /elsewhere ") && second.ends_with(r#"{"a":1}"#);
        assert!(is_whole && second.contains("x-key: k\r\n"), "{second}");
    }
}

#[tokio::test]
async fn what_is_not_followed_says_where_it_leads_and_why() {
    let other = Server::start([json("1")]).await;
    let to_other = format!("{}/y?key=hunter2#f", other.url);
    let in_the_clear = "only https is allowed, or http with `allow_http`";
    let cases = [
        (
            303,
            "/y",
            "only status 307 and 308 keep the method and body of an unsafe request".to_owned(),
        ),
        (
            302,
            "/y",
            "only status 307 and 308 keep the method and body of an unsafe request".to_owned(),
        ),
        (
            307,
            to_other.as_str(),
            "an unsafe request is not sent to another server".to_owned(),
        ),
        (307, "http://example.com/", in_the_clear.to_owned()),
        (307, "ftp://127.0.0.1/", in_the_clear.to_owned()),
        (307, "file:///etc/passwd", in_the_clear.to_owned()),
        (
            307,
            "http://u:p@127.0.0.1/",
            "the URL contains a user name or password".to_owned(),
        ),
        (307, "http://[", "`Location` cannot be parsed".to_owned()),
    ];
    for (status, target, reason) in cases {
        let step = answer(
            &format!("{status} X"),
            &format!("Location: {target}\r\n"),
            "",
        );
        let server = Server::start([step]).await;
        let request = post(&known(&server.url)).json(&value!(1));
        let error = request.await.unwrap_err().to_string();
        assert!(
            error.contains(": redirect to ") && error.ends_with(&reason),
            "{error}"
        );
        assert!(
            !error.contains("hunter2") && !error.contains("u:p"),
            "{error}"
        );
        assert_eq!(server.requests().len(), 1);
    }
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_an_error() {
    let server = Server::start([answer("302 Found", "", "")]).await;
    let error = get(&client(&server.url), &"x").await.unwrap_err();
    assert_eq!(error.to_string(), "getThing: 302 Found");
}

#[tokio::test]
async fn a_listed_status_is_a_response() {
    for (status, headers) in [("302 Found", "Location: /y\r\n"), ("304 Not Modified", "")] {
        let server = Server::start([answer(status, headers, "")]).await;
        let request = Request::new(&known(&server.url), &MOVING, &[], RawResponse::empty);
        let response = request.send().await.unwrap();
        assert_eq!(response.status().as_str(), &status[..3]);
        let location = response.headers().get("location");
        assert_eq!(location.is_some(), status.starts_with("302"));
    }
}

#[tokio::test]
async fn five_redirects_are_enough() {
    let server = Server::start([moved("/again")]).await;
    let error = get(&client(&server.url), &"x").await.unwrap_err();
    let expected = format!(
        "getThing: 307 Temporary Redirect: redirect to {}/again not followed: too many redirects",
        server.url
    );
    assert_eq!(error.to_string(), expected);
    assert_eq!(server.requests().len(), 6);
}
