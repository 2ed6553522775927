//! The facts about an API and its operations, which generated code states.
//!
//! An [`Api`] holds for all operations of a client; an [`Operation`] has one [`Method`], a path and its parameters.

use super::api_error::{ErrorBody, Status};
use super::parameter::{Location, Parameter};
use reqwest::StatusCode;

/// An API as its document describes it.
#[derive(Debug)]
pub struct Api {
    /// The client package's name, sent as the product in `User-Agent`.
    pub name: &'static str,
    /// The client package's version, sent with `name`.
    pub version: &'static str,
    /// The URL of the document's first server. It is `""` or a path if the document gives no host; the user has to set a
    /// base URL then.
    pub base_url: &'static str,
    /// The environment variable that overrides `base_url` for a client set up by the environment.
    pub base_url_variable: &'static str,
    /// The security schemes (OAS 3.0.3, "Security Scheme Object") a credential can be given for.
    pub schemes: &'static [Scheme],
    /// Alternatives, any of which will do, of schemes that go together (OAS 3.0.3, "Security Requirement
    /// Object"). An empty inner list stands for anonymous access.
    pub security: &'static [&'static [&'static str]],
}

/// A named security scheme.
#[derive(Debug)]
pub struct Scheme {
    /// The name under `components.securitySchemes`.
    pub name: &'static str,
    /// How the credential travels.
    pub kind: SchemeKind,
    /// The environment variables with what it needs: user name and password, or else one secret.
    pub variables: &'static [&'static str],
}

/// How a credential travels.
#[derive(Clone, Copy, Debug)]
pub enum SchemeKind {
    /// `Authorization: Basic` (RFC 7617).
    Basic,
    /// `Authorization: Bearer` (RFC 6750), also for `OAuth` 2 and `OpenID` Connect.
    Bearer,
    /// A key sent verbatim.
    ApiKey {
        /// Header, query or cookie.
        location: Location,
        /// The name of that header, query parameter or cookie.
        name: &'static str,
    },
}

/// An operation as the document describes it (OAS 3.0.3, "Operation Object").
#[derive(Debug)]
pub struct Operation {
    /// The `operationId`; every error names it.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, such as `/projects/{project_id}`, relative to the base URL.
    pub path: &'static str,
    /// The base URL of the operation's own server, where it has one; may be relative to the API's.
    pub base_url: Option<&'static str>,
    /// What may vary in path, query, headers and cookies; those a call must give come first. Placeholders of the path
    /// that hold a single value in style `simple` need not be listed.
    pub parameters: &'static [Parameter],
    /// Members of the form that it sends which are written in a way of their own: as parameters of the query are.
    pub fields: &'static [Parameter],
    /// The 2xx and 3xx statuses that the document lists, if it has a `default` response besides or lists a 3xx status,
    /// which is a response and not followed.
    pub listed: &'static [Status],
    /// The typed bodies of responses other than 2xx.
    pub errors: &'static [ErrorBody],
    /// The operation's own security; `None` leaves it to the API's, `Some(&[])` switches it off.
    pub security: Option<&'static [&'static [&'static str]]>,
    /// The `Accept` header.
    pub accept: &'static str,
}

impl Operation {
    /// Returns whether the document lists `status` as a success or redirection.
    #[must_use]
    pub fn lists(&self, status: StatusCode) -> bool {
        let code = status.as_u16();
        self.listed.iter().any(|listed| match listed {
            Status::Exact(exact) => *exact == code,
            Status::Range(digit) => u16::from(*digit) == code / 100,
            Status::Default => false,
        })
    }

    /// Returns whether `status` is no error: 2xx, or a 3xx status that the document lists.
    #[must_use]
    pub fn expects(&self, status: StatusCode) -> bool {
        status.is_success() || status.is_redirection() && self.lists(status)
    }

    /// Returns an operation without parameters at the root path, to be completed by struct update.
    ///
    /// `id` is the `operationId`.
    #[must_use]
    pub const fn new(id: &'static str, method: Method) -> Self {
        Self {
            id,
            method,
            path: "/",
            base_url: None,
            parameters: &[],
            fields: &[],
            listed: &[],
            errors: &[],
            security: None,
            // A server that has no JSON for a response may still send what it has.
            accept: "application/json, */*;q=0.5",
        }
    }
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Method {
    /// `GET`
    Get,
    /// `HEAD`
    Head,
    /// `PUT`
    Put,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
    /// `OPTIONS`
    Options,
    /// `TRACE`
    Trace,
    /// `PATCH`
    Patch,
}

impl Method {
    /// Returns whether sending a request twice has the effect of sending it once (RFC 9110, section 9.2.2).
    #[must_use]
    pub fn is_idempotent(self) -> bool {
        !matches!(self, Self::Post | Self::Patch)
    }

    /// Returns whether a request only reads (RFC 9110, section 9.2.1).
    #[must_use]
    pub fn is_safe(self) -> bool {
        matches!(self, Self::Get | Self::Head | Self::Options | Self::Trace)
    }

    /// Returns whether content has a meaning in requests (RFC 9110, section 9.3; RFC 5789).
    #[must_use]
    pub fn may_have_content(self) -> bool {
        matches!(self, Self::Post | Self::Put | Self::Patch)
    }

    /// Returns the method as the HTTP library knows it.
    #[must_use]
    pub fn to_http(self) -> reqwest::Method {
        match self {
            Self::Get => reqwest::Method::GET,
            Self::Head => reqwest::Method::HEAD,
            Self::Put => reqwest::Method::PUT,
            Self::Post => reqwest::Method::POST,
            Self::Delete => reqwest::Method::DELETE,
            Self::Options => reqwest::Method::OPTIONS,
            Self::Trace => reqwest::Method::TRACE,
            Self::Patch => reqwest::Method::PATCH,
        }
    }
}
