//! Answers that hold what was asked for in one of their members.

use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, Visitor};
use serde_json::{Map, Value};
use std::fmt;
use std::marker::PhantomData;

/// The members of a JSON object but one.
pub type Envelope = Map<String, Value>;

/// Reads `text` as a JSON object; gives its member `member`, unless it is absent or `null`, and the others.
///
/// # Errors
///
/// If the text is no JSON object or the member is not a `T`.
pub fn open<T: DeserializeOwned>(
    text: &[u8],
    member: &'static str,
) -> Result<(Option<T>, Envelope), serde_json::Error> {
    let mut reader = serde_json::Deserializer::from_slice(text);
    let content = PhantomData;
    let opened = reader.deserialize_any(Opening { member, content })?;
    reader.end()?;
    Ok(opened)
}

/// Reads straight into a `T`: only the other members become JSON values.
struct Opening<T> {
    member: &'static str,
    content: PhantomData<T>,
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Opening<T> {
    type Value = (Option<T>, Envelope);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "an object with the member `{}`", self.member)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok((None, Envelope::new()))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut content, mut others) = (None, Envelope::new());
        while let Some(key) = map.next_key::<String>()? {
            if key == self.member {
                content = map.next_value()?;
            } else {
                others.insert(key, map.next_value()?);
            }
        }
        Ok((content, others))
    }
}
