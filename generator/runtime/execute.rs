//! Runs a call: attempts, and the waits between them.

use super::attempt::attempt;
use super::call::Call;
use super::error::Error;
use super::prepared::Prepared;
use super::reply::Reply;
use tokio::time::{Instant, sleep};

/// Sends `call` until it succeeds, its policy gives up, or its time is over.
///
/// # Errors
///
/// The error of preparing the call or of the last attempt.
pub async fn execute(mut call: Box<Call>) -> Result<Reply, Error> {
    let start = Instant::now();
    let prepared = Prepared::new(&mut call)?;
    loop {
        call.attempts.0 += 1;
        let remaining = call.timeouts.operation.saturating_sub(start.elapsed());
        let error = match attempt(&call, &prepared, remaining).await {
            Ok(reply) => return Ok(reply),
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
