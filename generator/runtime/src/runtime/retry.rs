//! Running a call: attempts within the limits of time, and the waits between them.
//!
//! [`execute`] makes attempts until one succeeds, the [`RetryPolicy`] gives up, or the time of the operation is over. An
//! attempt includes the redirects that it follows.

use super::api::Method;
use super::api_error::ApiError;
use super::call::{Call, Prepared};
use super::error::{Error, TimeoutKind, TransportError};
use super::raw_response::{RawResponse, receive};
use super::redirect::{Next, Route};
use reqwest::header::{HeaderMap, RETRY_AFTER};
use std::fmt;
use std::time::{Duration, SystemTime};
use tokio::time::{Instant, sleep};

/// How long to wait, and for what.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// For a connection, including TLS; 10 seconds by default.
    pub connect: Duration,
    /// For one attempt, from connecting to the last byte of the response; 60 seconds by default.
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

/// How often, and after what waits, a failed attempt is repeated.
///
/// Only where repeating is safe: requests with an idempotent method (RFC 9110, section 9.2.2) after a failed or
/// dropped connection, an attempt out of time, or status 408, 429, 500, 502, 503 or 504; other requests only if no
/// connection was established, or after 429 or 503 with a `Retry-After` header.
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
    /// Returns a single attempt.
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

    /// Returns how long to wait before repeating a request of `method` that failed with `error`, or `None` to give up;
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

    /// Returns a random wait of at most the base delay doubled for each attempt after the first.
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

/// Returns how long the server asks to wait, in seconds or until a date; a date gone by is no wait at all.
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = text.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let date = httpdate::parse_http_date(text).ok()?;
    Some(date.duration_since(SystemTime::now()).unwrap_or_default())
}

/// Sends `call` until it succeeds, its policy gives up, or its time is over.
///
/// # Errors
///
/// The error of preparing the call or of the last attempt.
pub async fn execute(mut call: Box<Call>) -> Result<RawResponse, Error> {
    let start = Instant::now();
    let prepared = Prepared::new(&mut call)?;
    loop {
        call.attempts.0 += 1;
        let remaining = call.timeouts.operation.saturating_sub(start.elapsed());
        let error = match attempt(&call, &prepared, remaining).await {
            Ok(response) => return Ok(response),
            Err(error) => error,
        };
        let remaining = call.timeouts.operation.saturating_sub(start.elapsed());
        match call
            .retry
            .delay(call.attempts.0, call.operation.method, &error)
        {
            Some(delay) if delay < remaining => sleep(delay).await,
            _ => return Err(error),
        }
    }
}

/// A number of attempts. `Display` writes the end of an error message, which is empty for a single attempt.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Attempts(pub u32);

impl fmt::Display for Attempts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            0 | 1 => Ok(()),
            count => write!(formatter, " (after {count} attempts)"),
        }
    }
}

/// Sends the request once, within the attempt's time and what `remaining` is left of the operation's.
///
/// # Errors
///
/// [`Error::Api`] for a response other than 2xx that the document does not list as a redirection; [`Error::Transport`], [`Error::Timeout`] or [`Error::BodyLimit`] if
/// there is no complete response.
pub async fn attempt(
    call: &Call,
    prepared: &Prepared,
    remaining: Duration,
) -> Result<RawResponse, Error> {
    let limit = call.timeouts.attempt.min(remaining);
    let response = match tokio::time::timeout(limit, exchange(call, prepared)).await {
        Ok(response) => response?,
        Err(_) => return Err(timed_out(call, remaining)),
    };
    if call.operation.expects(response.status()) {
        Ok(response)
    } else {
        Err(Error::Api(ApiError::new(response)))
    }
}

async fn exchange(call: &Call, prepared: &Prepared) -> Result<RawResponse, Error> {
    let mut route = Route::new(prepared);
    loop {
        let response = send(call, prepared, &route).await?;
        match route.next(call, &response) {
            Next::Follow(target) => route.follow(target),
            Next::Answer => return receive(call, response, None).await,
            Next::Refuse(refused) => return receive(call, response, Some(refused)).await,
        }
    }
}

async fn send(
    call: &Call,
    prepared: &Prepared,
    route: &Route<'_>,
) -> Result<reqwest::Response, Error> {
    let mut request = reqwest::Request::new(call.operation.method.to_http(), route.url.clone());
    *request.headers_mut() = route.headers();
    *request.body_mut() = prepared.body.clone().map(reqwest::Body::from);
    let response = call.client.settings.http.execute(request).await;
    response.map_err(|error| classify(call, error))
}

fn classify(call: &Call, error: reqwest::Error) -> Error {
    let operation = call.operation.id;
    // The limit that a user's own HTTP client has is not known here.
    let is_own_limit = !call.client.settings.is_users_http;
    if is_own_limit && error.is_connect() && error.is_timeout() {
        return Error::Timeout {
            operation,
            kind: TimeoutKind::Connect,
            after: call.timeouts.connect,
            attempts: call.attempts.0,
        };
    }
    Error::Transport(TransportError::new(call, error))
}

fn timed_out(call: &Call, remaining: Duration) -> Error {
    let (kind, after) = if remaining <= call.timeouts.attempt {
        (TimeoutKind::Operation, call.timeouts.operation)
    } else {
        (TimeoutKind::Attempt, call.timeouts.attempt)
    };
    Error::Timeout {
        operation: call.operation.id,
        kind,
        after,
        attempts: call.attempts.0,
    }
}
