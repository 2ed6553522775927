//! Clients of Tiger Cloud whose server is on the loopback interface.

use crate::server::Server;
use std::time::Duration;
use tiger_cloud::models::ServiceCreate;
use tiger_cloud::{Client, ClientBuilder, RetryPolicy};

/// The secret key of every client here; it must never show.
pub const SECRET: &str = "hunter2";

/// As good as no limit of time.
pub const YEAR: Duration = Duration::from_secs(365 * 24 * 60 * 60);

/// A builder with credentials, the default limits, and waits too short to notice.
pub fn builder(server: &Server) -> ClientBuilder {
    Client::builder()
        .basic_auth("access", SECRET)
        .base_url(&server.url)
        .retry(quick())
}

/// A client with credentials, the default limits, and waits too short to notice.
pub fn client(server: &Server) -> Client {
    builder(server).build().unwrap()
}

/// As [`builder`], with limits of time that no test reaches unless it means to.
pub fn patient(server: &Server) -> ClientBuilder {
    builder(server)
        .connect_timeout(YEAR)
        .attempt_timeout(YEAR)
        .timeout(YEAR * 10)
}

/// The default policy with short waits.
pub fn quick() -> RetryPolicy {
    RetryPolicy::default().base_delay(Duration::from_millis(1))
}

/// The body of a call that must not be made twice.
pub fn order() -> ServiceCreate {
    ServiceCreate::new("metrics")
}
