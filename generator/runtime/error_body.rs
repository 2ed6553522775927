//! Typed bodies of error answers.

use super::model::Numbers;
use reqwest::StatusCode;
use serde::de::DeserializeOwned;
use std::any::Any;
use std::fmt;

/// A decoded error body, to be asked for its type.
pub type AnyBody = Box<dyn Any + Send + Sync>;

/// The type of the body that goes with a status.
pub struct ErrorBody {
    status: Status,
    decode: fn(&[u8]) -> Option<AnyBody>,
}

/// The statuses a response is documented for (OAS 3.0.3, "Responses Object").
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Status {
    /// One status, such as `404`.
    Exact(u16),
    /// All statuses with this first digit: `4` for `4XX`.
    Range(u8),
    /// All statuses not documented otherwise.
    Default,
}

impl ErrorBody {
    /// JSON bodies of type `T` with `status`.
    #[must_use]
    pub const fn json<T: DeserializeOwned + Send + Sync + 'static>(status: Status) -> Self {
        Self {
            status,
            decode: decode_json::<T>,
        }
    }

    /// JSON bodies of type `T`, a number, or a list or map of some, with `status`.
    #[must_use]
    pub const fn numbers<T: Numbers + Send + Sync + 'static>(status: Status) -> Self {
        Self {
            status,
            decode: decode_numbers::<T>,
        }
    }
}

impl fmt::Debug for ErrorBody {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_tuple("ErrorBody")
            .field(&self.status)
            .finish()
    }
}

/// Decodes `body` as the type documented for `status`: for it alone, else for its range, else by default. `None` if
/// none is documented or the body is not of that type.
#[must_use]
pub fn decode(documented: &[ErrorBody], status: StatusCode, body: &[u8]) -> Option<AnyBody> {
    let range = u8::try_from(status.as_u16() / 100).unwrap_or_default();
    let specific = [
        Status::Exact(status.as_u16()),
        Status::Range(range),
        Status::Default,
    ];
    let chosen = specific
        .iter()
        .find_map(|status| documented.iter().find(|known| known.status == *status))?;
    (chosen.decode)(body)
}

fn decode_json<T: DeserializeOwned + Send + Sync + 'static>(body: &[u8]) -> Option<AnyBody> {
    let value: T = serde_json::from_slice(body).ok()?;
    Some(Box::new(value))
}

fn decode_numbers<T: Numbers + Send + Sync + 'static>(body: &[u8]) -> Option<AnyBody> {
    let read: T::Read = serde_json::from_slice(body).ok()?;
    Some(Box::new(T::of(read)))
}
