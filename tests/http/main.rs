//! The client of Tiger Cloud over real HTTP on the loopback interface, used as its users would.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod addresses;
mod authentication;
mod body_limit;
mod cancellation;
mod clock;
mod concurrency;
mod conversation;
mod decode_errors;
mod environment;
mod error_size;
mod error_texts;
mod failure;
mod http_client;
mod lenience;
mod own_client;
mod paths;
mod queries;
mod responses;
mod retries_of_reads;
mod retries_of_writes;
mod retry_after;
mod retry_policy;
mod secrets;
mod secrets_in_answers;
mod server;
mod statuses;
mod step;
mod tiger;
mod timeouts;
mod traits;
mod wrong_types;
