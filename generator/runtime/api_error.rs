//! Answers other than 2xx.

use super::error_body::{self, AnyBody};
use super::excerpt::excerpt;
use super::reply::Reply;
use super::request_id::request_id;
use super::retry_after::retry_after;
use super::server_message::ServerMessage;
use bytes::Bytes;
use reqwest::StatusCode;
use reqwest::header::HeaderMap;
use std::fmt;
use std::time::Duration;

/// An answer with a status other than 2xx.
pub struct ApiError(Box<Answer>);

struct Answer {
    reply: Reply,
    said: ServerMessage,
    typed: Option<AnyBody>,
}

impl ApiError {
    /// The error that `reply` is.
    #[must_use]
    pub fn new(reply: Reply) -> Self {
        let said = ServerMessage::find(reply.body());
        let typed = error_body::decode(reply.operation().errors, reply.status(), reply.body());
        Self(Box::new(Answer { reply, said, typed }))
    }

    /// The operation's id.
    #[must_use]
    pub fn operation(&self) -> &'static str {
        self.0.reply.operation().id
    }

    /// The status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.reply.status()
    }

    /// The headers, rate limits among them if the server tells.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.0.reply.headers()
    }

    /// The server's name for this request, from `requestId` or a member like it of a JSON body, else from
    /// `x-request-id` or a header like it.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        let own = self.0.said.request_id.as_deref();
        own.or_else(|| request_id(self.headers()))
    }

    /// The body, if it is of the type `T` that the API's document gives for this status.
    #[must_use]
    pub fn body<T: 'static>(&self) -> Option<&T> {
        self.0.typed.as_ref()?.downcast_ref()
    }

    /// The body as it came.
    #[must_use]
    pub fn bytes(&self) -> &Bytes {
        self.0.reply.body()
    }

    /// The server's code for the error, found in the usual places of a JSON body.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.0.said.code.as_deref()
    }

    /// The server's message, found in the usual places of a JSON body; on one line and at most 400 characters.
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.0.said.message.as_deref()
    }

    /// How long the server asks to wait (RFC 9110, section 10.2.3).
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        retry_after(self.headers())
    }

    /// The start of a body that is text but not JSON: a page of a proxy, say.
    fn text(&self) -> Option<String> {
        let body = self.bytes();
        let text = String::from_utf8_lossy(body.get(..1024).unwrap_or(body));
        let json = text.trim_start().starts_with(['{', '[', '"']);
        (!json && !body.contains(&0))
            .then(|| excerpt(&text, 120))
            .filter(|text| !text.is_empty())
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.operation(), self.status())?;
        if let Some(code) = self.code() {
            write!(formatter, ": {code}")?;
        }
        if let Some(message) = self.message().map(str::to_owned).or_else(|| self.text()) {
            write!(formatter, ": {message}")?;
        }
        match self.request_id() {
            Some(id) => write!(formatter, " (request id {})", excerpt(id, 80)),
            None => Ok(()),
        }
    }
}

impl fmt::Debug for ApiError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = formatter.debug_struct("ApiError");
        debug
            .field("operation", &self.operation())
            .field("status", &self.status());
        debug
            .field("request_id", &self.request_id().map(|id| excerpt(id, 80)))
            .field("code", &self.code())
            .field("message", &self.message());
        debug
            .field("text", &self.text())
            .field("body_bytes", &self.bytes().len());
        debug.finish_non_exhaustive()
    }
}

impl std::error::Error for ApiError {}
