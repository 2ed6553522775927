//! The facts about one operation.

use super::error_body::{ErrorBody, Status};
use super::method::Method;
use super::parameter::Parameter;
use reqwest::StatusCode;

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
    /// The typed bodies of answers other than 2xx.
    pub errors: &'static [ErrorBody],
    /// The operation's own security; `None` leaves it to the API's, `Some(&[])` switches it off.
    pub security: Option<&'static [&'static [&'static str]]>,
    /// The `Accept` header.
    pub accept: &'static str,
}

impl Operation {
    /// Whether the document lists `status` as a success or redirection.
    #[must_use]
    pub fn lists(&self, status: StatusCode) -> bool {
        let code = status.as_u16();
        self.listed.iter().any(|listed| match listed {
            Status::Exact(exact) => *exact == code,
            Status::Range(digit) => u16::from(*digit) == code / 100,
            Status::Default => false,
        })
    }

    /// Whether `status` is no error: 2xx, or a 3xx status that the document lists.
    #[must_use]
    pub fn expects(&self, status: StatusCode) -> bool {
        status.is_success() || status.is_redirection() && self.lists(status)
    }

    /// An operation without parameters at the root path, to be completed by struct update.
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
            // A server that has no JSON for an answer may still send what it has.
            accept: "application/json, */*;q=0.5",
        }
    }
}
