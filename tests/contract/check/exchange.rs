//! One call against the server, with the request it made.

use crate::contract::{Answer, Outcome};
use crate::document::Operation;
use crate::message::{Received, Reply};
use crate::server::Server;

/// The methods that may be repeated (RFC 9110, section 9.2.2).
const IDEMPOTENT: [&str; 6] = ["GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"];

/// Ends `call`, answered by `reply`: how it ended, and the request it made.
///
/// # Errors
///
/// If there was no request, or more than one although the answer does not call for it.
pub async fn exchange(
    server: &Server,
    operation: &Operation<'_>,
    reply: Reply,
    call: Answer,
) -> Result<(Outcome, Received), String> {
    let once = reply.status < 300 || !IDEMPOTENT.contains(&operation.method.as_str());
    let (outcome, mut received) = server.exchange(reply, call).await;
    match (received.pop(), received.len() + 1) {
        (Some(request), count) if count == 1 || !once => Ok((outcome, request)),
        (Some(_), count) => Err(format!("sent {count} times")),
        (None, _) => Err(format!("never sent: {outcome:?}")),
    }
}
