use crate::server::{Server, Step, answer, json};
use crate::thing::{builder, client, get, post};
use clientsmith_runtime::{Client, Credential};
use serde_json::json as value;

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
    let server = Server::start([moved("/elsewhere"), json("1")]).await;
    get(&known(&server.url), &"x").await.unwrap();
    let [_, second] = server.requests().try_into().unwrap();
    assert!(
        second.starts_with("GET /elsewhere ") && second.contains("x-key: k\r\n"),
        "{second}"
    );
}

#[tokio::test]
async fn another_server_learns_no_credential() {
    let other = Server::start([json("1")]).await;
    let server = Server::start([moved(&format!("{}/y", other.url))]).await;
    let mut request = get(&known(&server.url), &"x").header("X-Own", "1");
    request.set("flavour", &"z");
    request.await.unwrap();
    let head = other.request();
    for name in ["authorization", "x-key", "x-own", "cookie"] {
        assert!(!head.contains(name), "{head}");
    }
    assert!(
        head.contains("user-agent: thing-client/1.2.3\r\n"),
        "{head}"
    );
}

#[tokio::test]
async fn a_write_is_not_repeated_elsewhere() {
    let server = Server::start([moved("/elsewhere"), json("1")]).await;
    let error = post(&client(&server.url))
        .json(&value!(1))
        .await
        .unwrap_err();
    assert_eq!(error.as_api().unwrap().status(), 307);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn five_redirects_are_enough() {
    let server = Server::start([moved("/again")]).await;
    let error = get(&client(&server.url), &"x").await.unwrap_err();
    assert_eq!(error.to_string(), "getThing: 307 Temporary Redirect");
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn targets_in_the_clear_or_with_a_user_are_not_followed() {
    for target in [
        "http://example.com/",
        "http://u:p@127.0.0.1/",
        "ftp://127.0.0.1/",
        "http://[",
        "file:///etc/passwd",
    ] {
        let server = Server::start([moved(target)]).await;
        let error = get(&client(&server.url), &"x").await.unwrap_err();
        assert_eq!(error.as_api().unwrap().status(), 307, "{target}");
    }
}
