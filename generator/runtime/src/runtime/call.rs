//! What a request holds, whatever it returns, and the same turned into HTTP.

use super::api::Operation;
use super::client::Client;
use super::credential::select;
use super::error::Error;
use super::header::headers;
use super::parameter::{Location, Parameter, ParameterValue};
use super::retry::{Attempts, RetryPolicy, Timeouts};
use super::url::url;
use super::{style, url};
use bytes::Bytes;
use reqwest::Url;
use reqwest::header::HeaderMap;
use serde_json::Value;

/// A call in preparation.
pub struct Call {
    /// The client to send it with.
    pub client: Client,
    /// The operation's facts.
    pub operation: &'static Operation,
    /// The values of the path's placeholders that the operation says nothing else of, each with its name.
    pub placeholders: Vec<(&'static str, Value)>,
    /// The values given, each with its index among the operation's parameters.
    pub values: Vec<(usize, Value)>,
    /// The request body.
    pub body: Option<Body>,
    /// Headers given for this call.
    pub headers: HeaderMap,
    /// Limits of time.
    pub timeouts: Timeouts,
    /// When to try again.
    pub retry: RetryPolicy,
    /// The maximum size of a response body, in bytes.
    pub body_limit: u64,
    /// How many attempts were started.
    pub attempts: Attempts,
    /// What went wrong first in preparing it.
    pub error: Option<Error>,
}

/// A request body.
pub struct Body {
    /// Its `Content-Type`.
    pub media_type: &'static str,
    /// Its content.
    pub content: Bytes,
}

impl Call {
    /// Returns a call of `operation` through `client`, with `values` for the placeholders of its path that are not
    /// among its parameters, in the order of the path, and then for its first parameters.
    #[must_use]
    pub fn new(
        client: &Client,
        operation: &'static Operation,
        values: &[&dyn ParameterValue],
    ) -> Self {
        let mut call = Self {
            client: client.clone(),
            operation,
            placeholders: Vec::new(),
            values: Vec::new(),
            body: None,
            headers: HeaderMap::new(),
            timeouts: client.settings.timeouts,
            retry: client.settings.retry.clone(),
            body_limit: client.settings.body_limit,
            attempts: Attempts::default(),
            error: None,
        };
        let mut values = values.iter();
        for (name, value) in url::plain_placeholders(operation).zip(values.by_ref()) {
            call.fill(name, *value);
        }
        for (index, value) in values.enumerate() {
            call.insert(index, *value);
        }
        call
    }

    /// Gives the first parameter named `name`, in `location` if one is named, its value.
    pub fn set(&mut self, location: Option<Location>, name: &str, value: &dyn ParameterValue) {
        let mut parameters = self.operation.parameters.iter();
        let index = parameters.position(|known| {
            known.name == name && location.is_none_or(|location| location == known.location)
        });
        match index {
            Some(index) => self.insert(index, value),
            None => self.fail(self.refuse(name, "is not one the operation has")),
        }
    }

    /// Sets the body, or keeps the error of encoding it.
    pub fn set_body(
        &mut self,
        media_type: &'static str,
        content: Result<Bytes, serde_json::Error>,
    ) {
        match content {
            Ok(content) => {
                self.body = Some(Body {
                    media_type,
                    content,
                });
            }
            Err(source) => self.fail(Error::Encode {
                operation: self.operation.id,
                source,
            }),
        }
    }

    /// Keeps the first error, to be returned on sending.
    pub fn fail(&mut self, error: Error) {
        self.error.get_or_insert(error);
    }

    /// Returns an error about the parameter `name`; `problem` completes "parameter `name` ...".
    #[must_use]
    pub fn refuse(&self, name: &str, problem: &'static str) -> Error {
        Error::Parameter {
            operation: self.operation.id,
            name: name.to_owned(),
            problem,
        }
    }

    /// Returns the parameters of one location that have a value to send, each with it.
    pub fn values_in(
        &self,
        location: Location,
    ) -> impl Iterator<Item = (&'static Parameter, &Value)> {
        let parameters = self.operation.parameters;
        let given = self
            .values
            .iter()
            .filter_map(|(index, value)| Some((parameters.get(*index)?, value)));
        given.filter(move |(parameter, value)| {
            parameter.location == location
                && (location == Location::Path || !style::is_absent(value))
        })
    }

    fn fill(&mut self, name: &'static str, value: &dyn ParameterValue) {
        if let Some(value) = self.encoded(name, value) {
            self.placeholders.push((name, value));
        }
    }

    fn insert(&mut self, index: usize, value: &dyn ParameterValue) {
        self.values.retain(|(known, _)| *known != index);
        let parameter = self.operation.parameters.get(index);
        let name = parameter.map_or("", |parameter| parameter.name);
        if let Some(value) = self.encoded(name, value) {
            self.values.push((index, value));
        }
    }

    fn encoded(&mut self, name: &str, value: &dyn ParameterValue) -> Option<Value> {
        let encoded = value.to_parameter();
        let problem = "has a value that cannot be encoded, such as NaN or an infinity";
        encoded
            .map_err(|_| self.fail(self.refuse(name, problem)))
            .ok()
    }
}

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
        let credentials = select(
            call.client.settings.api,
            call.operation,
            &call.client.settings.credentials,
        );
        Ok(Self {
            url: url(call, &credentials)?,
            headers: headers(call, &credentials)?,
            body: call.body.as_ref().map(|body| body.content.clone()),
        })
    }
}
