//! The generated clients keep to their documents: what they send is what the document asks for, and they read whatever
//! it allows.
//!
//! The document is read here on its own, by a reader that shares nothing with the generator, and a JSON Schema
//! validator judges what travels. An API is a folder of tables (`tiger_cloud/` is one) that says how to call the
//! functions of its client; `check/` does the rest for any API.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod adapter;
mod check;
mod clickhouse_cloud;
mod contract;
mod document;
mod ionos_postgres;
mod message;
mod same;
mod sample;
mod server;
mod tiger_cloud;
