//! Limits of time.

use std::time::Duration;

/// How long to wait, and for what.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// For a connection, including TLS; 10 seconds by default.
    pub connect: Duration,
    /// For one attempt, from connecting to the last byte of the answer; 60 seconds by default.
    pub attempt: Duration,
    /// For an operation with all its attempts and the waits between them; 300 seconds by default.
    pub operation: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            attempt: Duration::from_secs(60),
            operation: Duration::from_secs(300),
        }
    }
}
