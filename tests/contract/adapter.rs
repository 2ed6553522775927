//! What turns a generated crate's own types into those of the checks.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::contract::Enumerated;

/// Defines `outcome` for the crate `$client`: sends a call and tells how it ended. The `$error`s are the types of the
/// error bodies that its document has.
macro_rules! adapter {
    ($client:ident, errors: [$($error:ty),*]) => {
        fn outcome<T: ::serde::Serialize>(
            call: impl Future<Output = Result<$client::Response<T>, $client::Error>> + 'static,
        ) -> $crate::contract::Answer {
            use $crate::contract::{Outcome, Refusal};
            let refusal = |error: $client::ApiError| Refusal {
                status: error.status().as_u16(),
                code: error.code().map(str::to_owned),
                message: error.message().map(str::to_owned),
                typed: None$(.or_else(|| error.body::<$error>().map($crate::adapter::encode)))*,
                bytes: error.bytes().to_vec(),
            };
            Box::pin(async move {
                match call.await {
                    Ok(response) => Outcome::Decoded {
                        status: response.status().as_u16(),
                        value: $crate::adapter::encode(response.body()),
                    },
                    Err($client::Error::Api(error)) => Outcome::Refused(refusal(error)),
                    Err(error) => Outcome::Failed { error: error.to_string() },
                }
            })
        }
    };
}

pub(crate) use adapter;

/// `value` as JSON.
pub fn encode<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).unwrap()
}

/// `value` decoded as a `T`, and that encoded.
pub fn again<T: Serialize + DeserializeOwned>(value: &Value) -> Result<Value, String> {
    let text = value.to_string();
    serde_json::from_str::<T>(&text)
        .map(|value| encode(&value))
        .map_err(|error| error.to_string())
}

/// What the enum `T`, whose listed variants are `all`, does.
pub fn enumerated<T>(all: &[T]) -> Enumerated
where
    T: Serialize + DeserializeOwned + PartialEq + Debug,
{
    let unlisted = match all.first().map(encode) {
        Some(Value::Number(_)) => json!(987_654_321),
        _ => json!("SOMETHING_NEW"),
    };
    let decode = |value: &Value| serde_json::from_value::<T>(value.clone());
    let itself = |variant: &T| {
        let value = encode(variant);
        decode(&value)
            .is_ok_and(|decoded| decoded == *variant)
            .then_some(value)
    };
    Enumerated {
        listed: all
            .iter()
            .map(|variant| itself(variant).unwrap_or_default())
            .collect(),
        is_open: decode(&unlisted)
            .is_ok_and(|value| !all.contains(&value) && encode(&value) == unlisted),
    }
}
