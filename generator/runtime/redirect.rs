//! Redirects (RFC 9110, section 15.4).

use super::base_url::{has_user_information, is_allowed};
use super::call::Call;
use super::prepared::Prepared;
use reqwest::header::{ACCEPT, HeaderMap, LOCATION, USER_AGENT};
use reqwest::{Response, StatusCode, Url};

/// The most redirects one attempt follows.
const LIMIT: usize = 5;

/// Where an attempt has got to.
pub struct Route<'a> {
    prepared: &'a Prepared,
    /// Where the next request goes.
    pub url: Url,
    followed: usize,
    /// Whether it ever led to another server: whoever sent the client on then must not get its credentials back.
    has_left: bool,
}

/// What becomes of an answer.
pub enum Next {
    /// It is the answer to the call.
    Answer,
    /// It is a redirect, and the request goes there.
    Follow(Url),
    /// It is a redirect, and the request does not go there.
    Refuse(Refused),
}

/// A redirect that is not followed.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Where it leads, without the query, which may carry a key.
    pub target: String,
    /// Why it is not followed.
    pub reason: &'static str,
}

impl<'a> Route<'a> {
    /// The way to where `prepared` goes.
    #[must_use]
    pub fn new(prepared: &'a Prepared) -> Self {
        Self {
            prepared,
            url: prepared.url.clone(),
            followed: 0,
            has_left: false,
        }
    }

    /// Goes on to `target`.
    pub fn follow(&mut self, target: Url) {
        self.followed += 1;
        self.has_left |= target.origin() != self.prepared.url.origin();
        self.url = target;
    }

    /// The headers of the next request: all of them as long as the server is the original one, and from then on only
    /// those that say nothing about the caller, since any other header may be a credential.
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

    /// What becomes of `response`. A status that the document lists is the answer. Else a redirect is followed by a
    /// request that merely reads and has no body; by others only after 307 or 308, which keep method and body, and on the
    /// same server. It never leads from https to http, and to http only where the client allows that.
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
                target: "an address that is no URL".to_owned(),
                reason: "there is no such place",
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

    /// Why `target` is not where the request goes.
    fn objection(&self, call: &Call, status: StatusCode, target: &Url) -> Option<&'static str> {
        let only_reads = call.operation.method.is_safe() && call.body.is_none();
        let keeps_method = matches!(status.as_u16(), 307 | 308);
        if self.followed >= LIMIT {
            return Some("there were five redirects before");
        }
        if has_user_information(target) {
            return Some("the address holds a user name or password");
        }
        if self.url.scheme() == "https" && target.scheme() == "http" {
            return Some("it leads from https to http");
        }
        if !is_allowed(target, call.client.settings.allow_http) {
            return Some("only https is followed, and http where the client allows it");
        }
        if only_reads {
            return None;
        }
        if !keeps_method {
            return Some(
                "the request may change something, and only 307 and 308 keep its method and body",
            );
        }
        (target.origin() != self.url.origin() || self.has_left)
            .then_some("the request may change something, and this is another server")
    }
}

/// A URL without what may be secret: query, fragment and user information.
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
