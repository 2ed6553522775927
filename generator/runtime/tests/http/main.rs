//! The runtime against real HTTP on the loopback interface.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a failed assumption fails the test"
)]

mod answers;
mod client;
mod credentials;
mod decoding;
mod envelopes;
mod errors;
mod limits;
mod parameters;
mod paths;
mod redirects;
mod retries;
mod secrets;
mod server;
mod servers;
mod styles;
mod thing;
#[cfg(feature = "rustls")]
mod tls;
mod transport;
