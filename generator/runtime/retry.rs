//! When to try again.

use super::error::{Error, TimeoutKind};
use super::method::Method;
use std::time::Duration;

/// How often, and after what waits, a failed attempt is repeated.
///
/// Only where repeating is safe: requests with an idempotent method (RFC 9110, section 9.2.2) after a failed or
/// dropped connection, an attempt out of time, or status 408, 429, 500, 502, 503 or 504; other requests only if no
/// connection came about, or after 429 or 503 with a `Retry-After` header.
#[derive(Clone, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct RetryPolicy {
    /// The most attempts of one call, the first included; 3 by default.
    pub max_attempts: u32,
    /// The longest wait before the second attempt, doubled for each further one; 250 milliseconds by default. The
    /// wait itself is chosen at random below that.
    pub base_delay: Duration,
    /// The longest wait the doubling leads to; 10 seconds by default. A `Retry-After` header may ask for more; a call
    /// gives up at once if that is more than is left of its time.
    pub max_delay: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            max_attempts: 3,
            base_delay: Duration::from_millis(250),
            max_delay: Duration::from_secs(10),
        }
    }
}

impl RetryPolicy {
    /// A single attempt.
    #[must_use]
    pub fn none() -> Self {
        Self::default().max_attempts(1)
    }

    /// Sets the most attempts, the first included.
    #[must_use]
    pub fn max_attempts(mut self, attempts: u32) -> Self {
        self.max_attempts = attempts;
        self
    }

    /// Sets the longest wait before the second attempt.
    #[must_use]
    pub fn base_delay(mut self, delay: Duration) -> Self {
        self.base_delay = delay;
        self
    }

    /// Sets the longest wait the doubling leads to.
    #[must_use]
    pub fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// How long to wait before repeating a request of `method` that failed with `error`, or `None` to give up;
    /// `attempts` were made so far.
    #[must_use]
    pub fn delay(&self, attempts: u32, method: Method, error: &Error) -> Option<Duration> {
        if attempts >= self.max_attempts || !may_repeat(method, error) {
            return None;
        }
        let asked = if let Error::Api(error) = error {
            error.retry_after()
        } else {
            None
        };
        Some(asked.unwrap_or_else(|| self.jitter(attempts)))
    }

    /// A random wait of at most the base delay doubled for each attempt after the first.
    fn jitter(&self, attempts: u32) -> Duration {
        let doubled = 2_u32.saturating_pow(attempts.saturating_sub(1));
        let longest = self.base_delay.saturating_mul(doubled).min(self.max_delay);
        Duration::from_millis(fastrand::u64(
            0..=u64::try_from(longest.as_millis()).unwrap_or(u64::MAX),
        ))
    }
}

fn may_repeat(method: Method, error: &Error) -> bool {
    match error {
        Error::Api(error) if method.is_idempotent() => {
            matches!(error.status().as_u16(), 408 | 429 | 500 | 502 | 503 | 504)
        }
        Error::Api(error) => {
            matches!(error.status().as_u16(), 429 | 503) && error.retry_after().is_some()
        }
        Error::Transport(error) => {
            error.is_connect() || method.is_idempotent() && error.is_dropped()
        }
        Error::Timeout {
            kind: TimeoutKind::Connect,
            ..
        } => true,
        Error::Timeout {
            kind: TimeoutKind::Attempt,
            ..
        } => method.is_idempotent(),
        _ => false,
    }
}
