//! What is tried again because repeating it is safe.

use crate::failure::failure;
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::client;
use tiger_cloud::Error;

#[tokio::test]
async fn a_read_is_repeated_where_the_answer_may_change() {
    for status in [408, 429, 500, 502, 503, 504] {
        let failed = answer(&format!("{status} X"), "", "");
        let server = Server::start([failed.clone(), failed, json("{}")]).await;
        client(&server).get_service("p", "s").await.unwrap();
        assert_eq!(server.requests().len(), 3, "{status}");
    }
}

#[tokio::test]
async fn a_read_is_not_repeated_where_the_answer_would_be_the_same() {
    for status in [400, 401, 403, 404, 409, 410, 422, 501, 505] {
        let server = Server::start([answer(&format!("{status} X"), "", ""), json("{}")]).await;
        let error = failure(client(&server).get_service("p", "s")).await;
        assert_eq!(error.as_api().unwrap().status(), status);
        assert_eq!(server.requests().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn a_read_is_repeated_if_the_connection_breaks() {
    let half = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{".to_owned();
    let head = "HTTP/1.1 200 OK\r\nConnection: close\r\n".to_owned();
    for step in [Step::Drop, Step::Answer(half), Step::Answer(head)] {
        let server = Server::start([step.clone(), json("{}")]).await;
        client(&server).get_service("p", "s").await.unwrap();
        assert_eq!(server.requests().len(), 2, "{step:?}");
    }
}

#[tokio::test]
async fn a_connection_that_always_breaks_is_an_error_of_transport() {
    let server = Server::start([Step::Drop]).await;
    let error = failure(client(&server).get_service("p", "s")).await;
    let Error::Transport(broken) = &error else {
        panic!("{error:?}");
    };
    assert!(broken.is_dropped() && !broken.is_connect() && !error.is_timeout());
    let start = "getService: the connection broke before the complete response arrived: ";
    assert!(error.to_string().starts_with(start), "{error}");
    assert_eq!(server.requests().len(), 3);
}

#[tokio::test]
async fn an_answer_that_cannot_be_read_is_not_asked_for_again() {
    let server = Server::start([json("<p>"), json("{}")]).await;
    let error = failure(client(&server).get_service("p", "s")).await;
    assert!(matches!(error, Error::Decode(_)), "{error:?}");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_deletion_is_repeated_as_it_is_idempotent() {
    let server = Server::start([Step::Drop, answer("202 Accepted", "", "")]).await;
    client(&server).delete_service("p", "s").await.unwrap();
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[0], requests[1]);
}
