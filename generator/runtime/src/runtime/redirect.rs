//! Redirects (RFC 9110, section 15.4).

use super::call::{Call, Prepared};
use super::url::{has_user_information, is_allowed};
use reqwest::header::{ACCEPT, HeaderMap, LOCATION, USER_AGENT};
use reqwest::{Response, StatusCode, Url};

/// How many redirects an attempt follows: enough for any sensible chain, and an end to loops.
const MAX_REDIRECTS: usize = 5;

/// The state of an attempt that follows redirects.
pub struct Route<'a> {
    prepared: &'a Prepared,
    /// The URL of the next request.
    pub url: Url,
    followed: usize,
    /// Whether any redirect left the original server. Credentials are not sent after that, not even back to it.
    has_left: bool,
}

/// How to proceed after a response.
pub enum Next {
    /// Return the response.
    Answer,
    /// Follow the redirect.
    Follow(Url),
    /// Return the response, with the reason why the redirect is not followed.
    Refuse(Refused),
}

/// A redirect that is not followed.
#[derive(Clone, Debug)]
pub struct Refused {
    /// The target URL without its query, which may contain a key.
    pub target: String,
    /// Why it is not followed.
    pub reason: &'static str,
}

impl<'a> Route<'a> {
    /// Starts at the URL of `prepared`.
    #[must_use]
    pub fn new(prepared: &'a Prepared) -> Self {
        Self {
            prepared,
            url: prepared.url.clone(),
            followed: 0,
            has_left: false,
        }
    }

    /// Moves on to `target`.
    pub fn follow(&mut self, target: Url) {
        self.followed += 1;
        self.has_left |= target.origin() != self.prepared.url.origin();
        self.url = target;
    }

    /// Returns the headers of the next request. After leaving the original server that is `Accept` and `User-Agent` only,
    /// since any other header may be a credential.
    #[must_use]
    pub fn headers(&self) -> HeaderMap {
        if !self.has_left {
            return self.prepared.headers.clone();
        }
        let mut headers = HeaderMap::new();
        for name in [ACCEPT, USER_AGENT] {
            let value = self.prepared.headers.get(&name).cloned();
            headers.extend(value.map(|value| (name, value)));
        }
        headers
    }

    /// Decides how to proceed after `response`.
    ///
    /// Listed statuses are returned. Safe requests without a body follow redirects; others only follow 307 and 308, which
    /// keep method and body, on the same server. Redirects from https to http are never followed, and redirects to http
    /// only if the client allows http.
    #[must_use]
    pub fn next(&self, call: &Call, response: &Response) -> Next {
        let status = response.status();
        let location = response.headers().get(LOCATION);
        let (Some(location), true) = (location, is_redirect(status)) else {
            return Next::Answer;
        };
        if call.operation.expects(status) {
            return Next::Answer;
        }
        let location = String::from_utf8_lossy(location.as_bytes());
        let Ok(target) = response.url().join(&location) else {
            return Next::Refuse(Refused {
                target: "an invalid URL".to_owned(),
                reason: "`Location` cannot be parsed",
            });
        };
        match self.objection(call, status, &target) {
            None => Next::Follow(target),
            Some(reason) => Next::Refuse(Refused {
                target: shown(&target).to_string(),
                reason,
            }),
        }
    }

    /// Returns the reason not to follow the redirect to `target`.
    fn objection(&self, call: &Call, status: StatusCode, target: &Url) -> Option<&'static str> {
        let only_reads = call.operation.method.is_safe() && call.body.is_none();
        let keeps_method = matches!(status.as_u16(), 307 | 308);
        if self.followed >= MAX_REDIRECTS {
            return Some("too many redirects");
        }
        if has_user_information(target) {
            return Some("the URL contains a user name or password");
        }
        if self.url.scheme() == "https" && target.scheme() == "http" {
            return Some("it changes from https to http");
        }
        if !is_allowed(target, call.client.settings.allow_http) {
            return Some("only https is allowed, or http with `allow_http`");
        }
        if only_reads {
            return None;
        }
        if !keeps_method {
            return Some("only status 307 and 308 keep the method and body of an unsafe request");
        }
        (target.origin() != self.url.origin() || self.has_left)
            .then_some("an unsafe request is not sent to another server")
    }
}

/// Removes query, fragment and user information, which may be secret.
#[must_use]
pub fn shown(url: &Url) -> Url {
    let mut shown = url.clone();
    shown.set_query(None);
    shown.set_fragment(None);
    // Fails for URLs without a host, which have no user either.
    let _ = shown
        .set_username("")
        .and_then(|()| shown.set_password(None));
    shown
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}
