//! A call turned into HTTP.

use super::call::Call;
use super::error::Error;
use super::header::headers;
use super::proof::select;
use super::url::url;
use bytes::Bytes;
use reqwest::Url;
use reqwest::header::HeaderMap;

/// A request ready to be sent, any number of times.
pub struct Prepared {
    /// Where to.
    pub url: Url,
    /// Its headers, credentials included.
    pub headers: HeaderMap,
    /// Its body.
    pub body: Option<Bytes>,
}

impl Prepared {
    /// Turns `call` into HTTP.
    ///
    /// # Errors
    ///
    /// What went wrong in preparing the call, or [`Error::Parameter`] for a value that cannot be sent.
    pub fn new(call: &mut Call) -> Result<Self, Error> {
        if let Some(error) = call.error.take() {
            return Err(error);
        }
        let proofs = select(
            call.client.settings.api,
            call.operation,
            &call.client.settings.proofs,
        );
        Ok(Self {
            url: url(call, &proofs)?,
            headers: headers(call, &proofs)?,
            body: call.body.as_ref().map(|body| body.content.clone()),
        })
    }
}
