//! Calls that their caller no longer wants.

use crate::clock;
use crate::server::Server;
use crate::step::{Step, answer, json};
use crate::tiger::{client, order, patient};
use std::time::Duration;
use tokio::time::sleep;

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

#[tokio::test(start_paused = true)]
async fn dropping_a_call_ends_its_attempts() {
    clock::run();
    let hour = Duration::from_secs(3600);
    let later = answer("503 X", "Retry-After: 3600\r\n", "");
    let server = Server::start([later, json("{}")]).await;
    let client = patient(&server).build().unwrap();
    tokio::select! {
        _ = client.get_service("p", "s") => panic!("the wait is not over"),
        () = async { server.asked(1).await; sleep(hour / 2).await } => {}
    }
    sleep(hour * 2).await;
    assert_eq!(server.requests().len(), 1);
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
