//! Calls that their caller no longer wants.

use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::{client, order, patient};
use std::time::Duration;
use tiger_cloud::RetryPolicy;

#[tokio::test]
async fn dropping_a_call_closes_its_connection() {
    let server = Server::start([Step::Hang]).await;
    let client = client(&server);
    tokio::select! {
        _ = client.create_service("p", &order()) => panic!("the server does not answer"),
        () = server.asked(1) => {}
    }
    server.abandoned().await;
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn dropping_a_call_ends_its_attempts() {
    let server = Server::start([answer("503 X", "", ""), json("{}")]).await;
    let hour = Duration::from_secs(3600);
    let policy = RetryPolicy::default().base_delay(hour).max_delay(hour);
    let client = patient(&server).retry(policy).build().unwrap();
    tokio::select! {
        // The wait is chosen at random, so that it may be over at once.
        _ = client.get_service("p", "s") => return,
        () = server.asked(1) => {}
    }
    client.get_service("p", "t").await.unwrap();
    let requests = server.requests();
    assert!(
        requests[1].starts_with("GET /projects/p/services/t "),
        "{requests:?}"
    );
}

#[tokio::test]
async fn a_call_that_is_not_awaited_is_not_made() {
    let server = Server::start([json("{}")]).await;
    let client = client(&server);
    drop(client.get_service("p", "s"));
    drop(client.get_service("p", "s").send());
    drop(client.get_service("p", "s").into_future());
    client.get_service("p", "t").await.unwrap();
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_client_goes_on_after_a_dropped_call() {
    let server = Server::start([Step::Hang, json("{}")]).await;
    let client = client(&server);
    tokio::select! {
        _ = client.get_service("p", "s") => panic!("the server does not answer"),
        () = server.asked(1) => {}
    }
    client.get_service("p", "t").await.unwrap();
}
