//! Metrics come as the text that the server wrote.

use super::calls::{ORGANIZATION, SERVICE};
use super::client;
use crate::message::Reply;
use crate::server::Server;

const METRICS: &str = "# TYPE ClickHouse_Query counter\nClickHouse_Query{name=\"größe\"} 6\n";

#[tokio::test]
async fn metrics_are_a_string() {
    let server = Server::start().await;
    for media_type in ["text/plain", "text/plain; version=0.0.4; charset=utf-8"] {
        server.answer([Reply {
            status: 200,
            media_type: Some(media_type.into()),
            body: METRICS.into(),
            ..Reply::default()
        }]);
        let client = client(&server.url);
        let metrics: String = client
            .instance_prometheus_get(ORGANIZATION, SERVICE)
            .await
            .unwrap();
        assert_eq!(metrics, METRICS);
        let request = server.received().remove(0);
        let accept: Vec<&str> = request.header("accept").collect();
        assert!(accept[0].starts_with("text/plain"), "{accept:?}");
    }
}
