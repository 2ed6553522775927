//! Failed calls. Every error of these tests comes by here, so that none of them can give a secret away.

use crate::tiger::SECRET;
use std::error::Error as StdError;
use std::fmt::{Debug, Write};
use tiger_cloud::Error;

/// A secret that is a number.
pub const SECRET_NUMBER: &str = "918273645";

/// The base64 of user name and secret key, as basic authentication sends them.
pub const SECRET_BASE64: &str = "YWNjZXNzOmh1bnRlcjI";

/// The error `call` fails with, after a look at all it shows.
pub async fn failure<T: Debug>(call: impl IntoFuture<Output = Result<T, Error>>) -> Error {
    discreet(call.await)
}

/// The error in `result`, after a look at all it shows.
pub fn discreet<T: Debug>(result: Result<T, Error>) -> Error {
    let error = result.unwrap_err();
    assert_discreet(&shown(&error));
    error
}

/// Fails if `text` holds a secret of these tests.
pub fn assert_discreet(text: &str) {
    for secret in [SECRET, SECRET_NUMBER, SECRET_BASE64] {
        assert!(!text.contains(secret), "`{secret}` shows in: {text}");
    }
}

/// All texts of an error and of what caused it.
fn shown(error: &Error) -> String {
    let mut text = String::new();
    let mut next: Option<&dyn StdError> = Some(error);
    while let Some(error) = next {
        writeln!(text, "{error}\n{error:#}\n{error:?}\n{error:#?}").unwrap();
        next = error.source();
    }
    text
}

#[test]
fn a_secret_would_be_noticed() {
    for secret in [SECRET, SECRET_NUMBER, SECRET_BASE64] {
        let text = format!("the key is {secret}.");
        std::panic::catch_unwind(|| assert_discreet(&text)).unwrap_err();
    }
}
