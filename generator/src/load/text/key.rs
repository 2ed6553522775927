use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};

use super::reading::{Reading, stop};
use crate::load::trail::Trail;

/// Reads a key as its text, whatever YAML takes it for: `200`, `true`, `null` and `1.5` are names where a
/// document has keys.
pub(super) struct Key<'a> {
    reading: &'a Reading,
    trail: &'a Trail<'a>,
}

impl<'a> Key<'a> {
    /// `trail` leads to the mapping that the key is in.
    pub(super) fn new(reading: &'a Reading, trail: &'a Trail<'a>) -> Self {
        Self { reading, trail }
    }
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        self.reading.spend_node(self.trail).map_err(stop)?;
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string as the key of a mapping")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<String, E> {
        self.reading.spend_bytes(key, self.trail).map_err(stop)?;
        Ok(key.to_owned())
    }
}
