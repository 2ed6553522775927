//! What the types promise, checked by the compiler.

use std::error::Error as StdError;
use std::fmt::{Debug, Display};
use tiger_cloud::models::{Service, ServiceLogs};
use tiger_cloud::operations::GetServiceLogs;
use tiger_cloud::{
    ApiError, Client, ClientBuilder, ConfigurationError, DecodeError, Error, Request, Response,
    RetryPolicy, Secret, TransportError,
};

const fn client<T: Send + Sync + Clone + Debug + 'static>() {}
const fn error<T: StdError + Send + Sync + 'static>() {}
const fn movable<T: Send + Debug + 'static>() {}
const fn call<T, C>()
where
    C: IntoFuture<Output = Result<T, Error>, IntoFuture: Send + Unpin + 'static> + Send + 'static,
{
}

const _: () = {
    client::<Client>();
    client::<RetryPolicy>();
    client::<Secret>();
    client::<Service>();
    client::<Response<Service>>();
    error::<Error>();
    error::<ApiError>();
    error::<DecodeError>();
    error::<TransportError>();
    error::<ConfigurationError>();
    movable::<ClientBuilder>();
    movable::<Request<Service>>();
    movable::<GetServiceLogs>();
    call::<Service, Request<Service>>();
    call::<(), Request<()>>();
    call::<ServiceLogs, GetServiceLogs>();
    assert!(size_of::<Error>() <= 64, "an error is too large to return");
    assert!(
        size_of::<Request<Service>>() <= 16,
        "a call is too large to move"
    );
    assert!(size_of::<Client>() <= 8, "a client is too large to clone");
};

#[test]
fn errors_of_a_call_turn_into_those_of_an_application() {
    fn build() -> Result<Client, Box<dyn StdError + Send + Sync>> {
        Ok(Client::builder().base_url("").build()?)
    }
    let error: &dyn Display = &build().unwrap_err();
    let expected = "the API names no server; call `base_url` on the builder";
    assert_eq!(error.to_string(), expected);
}
