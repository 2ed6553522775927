//! Redirects (RFC 9110, section 15.4).

use crate::failure::{discreet, failure};
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::{client, order};

const STATUSES: [u16; 5] = [301, 302, 303, 307, 308];

fn moved(status: u16, to: &str) -> Step {
    answer(
        &format!("{status} Moved"),
        &format!("Location: {to}\r\n"),
        "",
    )
}

#[tokio::test]
async fn a_read_follows_and_keeps_its_credentials_on_the_same_server() {
    for status in STATUSES {
        let server = Server::start([moved(status, "/elsewhere?a=b"), json("{}")]).await;
        client(&server).get_service("p", "s").await.unwrap();
        let requests = server.requests();
        assert!(requests[1].starts_with("GET /elsewhere?a=b HTTP/1.1\r\n"));
        assert!(requests[1].contains("\r\nauthorization: Basic "));
    }
}

#[tokio::test]
async fn another_server_learns_nothing_of_the_caller() {
    let other = Server::start([json("{}")]).await;
    let server = Server::start([moved(302, &format!("{}/y", other.url))]).await;
    let call = client(&server).get_service("p", "s");
    call.header("X-Own", "1").await.unwrap();
    let request = other.request();
    assert!(request.starts_with("GET /y HTTP/1.1\r\n"), "{request}");
    for name in ["authorization", "x-own", "cookie", "referer"] {
        assert!(!request.contains(name), "{request}");
    }
}

#[tokio::test]
async fn a_write_follows_307_and_308_on_the_same_server() {
    for status in STATUSES {
        let server = Server::start([moved(status, "/elsewhere"), json("{}")]).await;
        let created = client(&server).create_service("p", &order()).await;
        let requests = server.requests();
        if matches!(status, 307 | 308) {
            created.unwrap();
            assert!(requests[1].starts_with("POST /elsewhere HTTP/1.1\r\n"));
            assert!(requests[1].contains("\r\nauthorization: Basic "));
            let body = |request: &str| request.split_once("\r\n\r\n").unwrap().1.to_owned();
            assert_eq!(body(&requests[0]), body(&requests[1]));
            continue;
        }
        let error = discreet(created);
        let api = error.as_api().unwrap();
        assert_eq!(api.status().as_u16(), status);
        assert_eq!(api.headers()["location"], "/elsewhere");
        assert_eq!(requests.len(), 1);
    }
}

#[tokio::test]
async fn a_deletion_is_not_sent_to_another_server() {
    let other = Server::start([json("{}")]).await;
    let server = Server::start([moved(307, &other.url)]).await;
    let error = failure(client(&server).delete_service("p", "s")).await;
    let expected = format!(
        "deleteService: 307 Temporary Redirect: redirect to {}/ not followed: \
         an unsafe request is not sent to another server",
        other.url
    );
    assert_eq!(error.to_string(), expected);
    assert!(other.requests().is_empty());
}

#[tokio::test]
async fn a_loop_ends() {
    let server = Server::start([moved(308, "/again")]).await;
    let error = failure(client(&server).get_service("p", "s")).await;
    let expected = format!(
        "getService: 308 Permanent Redirect: redirect to {}/again not followed: too many redirects",
        server.url
    );
    assert_eq!(error.to_string(), expected);
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn a_redirect_that_is_not_followed_is_an_error_with_the_reason() {
    let not_allowed = "only https is allowed, or http with `allow_http`";
    let steps = [
        (answer("302 Found", "", ""), String::new()),
        (
            moved(302, "http://example.com/"),
            format!(": redirect to http://example.com/ not followed: {not_allowed}"),
        ),
        (
            moved(302, "file:///etc/passwd"),
            format!(": redirect to file:///etc/passwd not followed: {not_allowed}"),
        ),
        (
            moved(302, "http://user:word@127.0.0.1/"),
            ": redirect to http://127.0.0.1/ not followed: the URL contains a user name or password"
                .to_owned(),
        ),
    ];
    for (step, reason) in steps {
        let server = Server::start([step]).await;
        let error = failure(client(&server).get_service("p", "s")).await;
        assert_eq!(error.to_string(), format!("getService: 302 Found{reason}"));
    }
}
