//! What is sent once, because sending it twice might order a second service.

use crate::addresses::refusing;
use crate::clock;
use crate::failure::failure;
use crate::own_client::Detour;
use crate::server::Server;
use crate::step::{Step, answer, json, kept};
use crate::tiger::{SECRET, YEAR, client, order, patient, quick};
use tiger_cloud::{Client, Error, RetryPolicy};

#[tokio::test]
async fn a_write_that_the_server_answered_is_sent_once() {
    for status in [408, 429, 500, 502, 503, 504] {
        let server = Server::start([answer(&format!("{status} X"), "", ""), json("{}")]).await;
        let error = failure(client(&server).create_service("p", &order())).await;
        assert_eq!(error.as_api().unwrap().status(), status);
        assert_eq!(server.requests().len(), 1, "{status}");
    }
}

#[tokio::test]
async fn a_write_whose_connection_broke_is_sent_once() {
    let server = Server::start([Step::Drop, json("{}")]).await;
    let error = failure(client(&server).create_service("p", &order())).await;
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_write_on_a_connection_used_before_is_sent_once() {
    let server = Server::start([kept("200 OK", "", "{}"), Step::Drop, json("{}")]).await;
    let client = client(&server);
    client.get_service("p", "s").await.unwrap();
    // Enough turns for the connection to be kept for the next call.
    for _ in 0..16 {
        tokio::task::yield_now().await;
    }
    let error = failure(client.create_service("p", &order())).await;
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    assert_eq!((server.connections(), server.requests().len()), (1, 2));
}

#[tokio::test]
async fn a_write_out_of_time_is_sent_once() {
    let server = Server::start([Step::Hang, json("{}")]).await;
    let client = patient(&server).build().unwrap();
    let clock = clock::stop();
    let call = tokio::spawn(client.create_service("p", &order()).into_future());
    server.asked(1).await;
    clock::pass(YEAR).await;
    clock::run();
    drop(clock);
    let error = failure(async { call.await.unwrap() }).await;
    assert!(error.is_timeout(), "{error:?}");
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_write_is_repeated_if_the_server_asks_for_it() {
    for status in ["429 Too Many Requests", "503 Service Unavailable"] {
        let busy = answer(status, "Retry-After: 0\r\n", "");
        let server = Server::start([busy, json("{}")]).await;
        let call = client(&server).create_service("p", &order());
        call.await.unwrap();
        let requests = server.requests();
        assert_eq!(requests.len(), 2);
        assert_eq!(requests[0], requests[1]);
        assert!(requests[1].ends_with("\r\n\r\n{\"name\":\"metrics\"}"));
    }
}

#[tokio::test]
async fn a_write_whose_connection_was_refused_is_repeated() {
    let server = Server::start([json("{}")]).await;
    let (refusing, _held) = refusing();
    let detour = Detour::new([refusing, server.url[7..].parse().unwrap()]);
    let builder = Client::builder()
        .base_url("http://localhost")
        .retry(quick());
    let client = builder.http_client(detour.client()).build().unwrap();
    client.create_service("p", &order()).await.unwrap();
    assert_eq!((detour.lookups(), server.requests().len()), (2, 1));
}

#[tokio::test]
async fn a_refused_connection_is_said_to_be_one() {
    let (refusing, _held) = refusing();
    let builder = Client::builder().basic_auth("access", SECRET);
    let builder = builder.base_url(format!("http://{refusing}"));
    let client = builder.retry(RetryPolicy::none()).build().unwrap();
    let error = failure(client.create_service("p", &order())).await;
    assert!(error.is_connect() && !error.is_timeout(), "{error:?}");
    let start = "createService: no connection to the server: Connection refused";
    assert!(error.to_string().starts_with(start), "{error}");
}
