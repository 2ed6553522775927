//! Redirects (RFC 9110, section 15.4).

use super::base_url::{has_user_information, is_allowed};
use super::call::Call;
use super::prepared::Prepared;
use reqwest::header::{ACCEPT, HeaderMap, LOCATION, USER_AGENT};
use reqwest::{Response, Url};

/// The most redirects one attempt follows.
pub const LIMIT: usize = 5;

/// Where `response` sends the call, if it may follow: only a request that merely reads and has no body, only to
/// http(s) without user information, never from https to http, and in the clear only where the client allows it.
#[must_use]
pub fn target(call: &Call, response: &Response) -> Option<Url> {
    if !call.operation.method.is_safe()
        || call.body.is_some()
        || !is_redirect(response.status().as_u16())
    {
        return None;
    }
    let location = response.headers().get(LOCATION)?.to_str().ok()?;
    let target = response.url().join(location).ok()?;
    let downgrade = response.url().scheme() == "https" && target.scheme() != "https";
    let allowed = is_allowed(&target, call.client.settings.allow_http);
    (allowed && !downgrade && !has_user_information(&target)).then_some(target)
}

/// The headers for `target`: all of them on the original server, on another only those that say nothing about the
/// caller, since any other header may be a credential.
#[must_use]
pub fn headers(prepared: &Prepared, target: &Url) -> HeaderMap {
    let mut headers = prepared.headers.clone();
    if target.origin() != prepared.url.origin() {
        headers.clear();
        for name in [ACCEPT, USER_AGENT] {
            headers.extend(
                prepared
                    .headers
                    .get(&name)
                    .map(|value| (name, value.clone())),
            );
        }
    }
    headers
}

fn is_redirect(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}
