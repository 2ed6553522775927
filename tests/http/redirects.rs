//! Redirects (RFC 9110, section 15.4).

use crate::failure::failure;
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
async fn a_write_follows_nowhere() {
    for status in STATUSES {
        let server = Server::start([moved(status, "/elsewhere"), json("{}")]).await;
        let client = client(&server);
        let error = failure(client.create_service("p", &order())).await;
        let api = error.as_api().unwrap();
        assert_eq!(
            (
                api.status().as_u16(),
                api.headers()["location"].to_str().unwrap()
            ),
            (status, "/elsewhere")
        );
        assert_eq!(server.requests().len(), 1);
    }
}

#[tokio::test]
async fn a_deletion_follows_nowhere() {
    let server = Server::start([moved(307, "/elsewhere"), json("{}")]).await;
    let error = failure(client(&server).delete_service("p", "s")).await;
    assert_eq!(error.to_string(), "deleteService: 307 Temporary Redirect");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_loop_ends() {
    let server = Server::start([moved(308, "/again")]).await;
    let error = failure(client(&server).get_service("p", "s")).await;
    assert_eq!(error.to_string(), "getService: 308 Permanent Redirect");
    assert_eq!(server.requests().len(), 6);
}

#[tokio::test]
async fn a_redirect_to_nowhere_is_the_answer() {
    let steps = [
        answer("302 Found", "", ""),
        moved(302, "http://example.com/"),
        moved(302, "file:///etc/passwd"),
        moved(302, "http://user:word@127.0.0.1/"),
    ];
    for step in steps {
        let server = Server::start([step]).await;
        let error = failure(client(&server).get_service("p", "s")).await;
        assert_eq!(error.to_string(), "getService: 302 Found");
    }
}
