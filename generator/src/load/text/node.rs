use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::map::Entry;
use serde_json::{Map, Number, Value};

use crate::diagnostics::Place;

use super::key::Key;
use super::merge::{self, MERGE_KEY};
use super::reading::{Notation, Reading, stop};
use crate::codes::text::{DUPLICATE_KEY, NOT_FINITE, TAG};
use crate::load::trail::Trail;

/// Reads one value and all that is in it.
///
/// Recursion is bounded: [`Reading::descend`] refuses what is nested too deeply.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    reading: &'a Reading,
    trail: &'a Trail<'a>,
    depth: usize,
    /// How many bytes the keys on the way here have.
    way: usize,
}

impl<'a> Node<'a> {
    pub(super) fn root(reading: &'a Reading) -> Self {
        Self {
            reading,
            trail: &Trail::Root,
            depth: 0,
            way: 0,
        }
    }

    fn inner<'b>(&'b self, trail: &'b Trail<'b>, depth: usize, way: usize) -> Node<'b> {
        Node {
            reading: self.reading,
            trail,
            depth,
            way,
        }
    }

    fn insert(&self, object: &mut Map<String, Value>, key: String, value: Value) {
        match object.entry(key) {
            Entry::Vacant(entry) => {
                entry.insert(value);
            }
            Entry::Occupied(mut entry) => {
                let message = format!("duplicate key `{}`", entry.key());
                let place = Place::Key(self.trail.pointer().child(entry.key()));
                self.reading.report(&DUPLICATE_KEY, place, message);
                entry.insert(value);
            }
        }
    }

    fn float(&self, float: f64) -> Value {
        Number::from_f64(float).map_or_else(
            || {
                let message = format!("`{float}` is not a finite number");
                self.reading
                    .report(&NOT_FINITE, self.trail.pointer(), message);
                Value::Null
            },
            Value::Number,
        )
    }
}

impl<'de> DeserializeSeed<'de> for Node<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.reading.spend_node(self.trail).map_err(stop)?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Node<'_> {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::Number(value.into()))
    }

    // Integers beyond 64 bits occur as limits that were rounded to a double on the way, so a double loses nothing.
    #[expect(
        clippy::cast_precision_loss,
        reason = "the nearest double is what is wanted"
    )]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        Ok(self.float(value as f64))
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "the nearest double is what is wanted"
    )]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        Ok(self.float(value as f64))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(self.float(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.reading.spend_bytes(value, self.trail).map_err(stop)?;
        Ok(Value::String(value.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Value, A::Error> {
        let depth = self.reading.descend(self.depth, self.trail).map_err(stop)?;
        let mut list = Vec::new();
        loop {
            let trail = Trail::Element(self.trail, list.len());
            match elements.next_element_seed(self.inner(&trail, depth, self.way))? {
                Some(element) => list.push(element),
                None => return Ok(Value::Array(list)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let depth = self.reading.descend(self.depth, self.trail).map_err(stop)?;
        let mut object = Map::new();
        let mut merged = Vec::new();
        while let Some(key) = members.next_key_seed(Key::new(self.reading, self.trail))? {
            let trail = Trail::Member(self.trail, &key);
            let way = self.reading.lengthen(self.way, &key, self.trail);
            let inner = self.inner(&trail, depth, way.map_err(stop)?);
            let value = members.next_value_seed(inner)?;
            if key == MERGE_KEY && self.reading.notation == Notation::Yaml {
                merged.push(value);
            } else {
                self.insert(&mut object, key, value);
            }
        }
        merge::apply(&mut object, merged, self.reading, self.trail);
        Ok(Value::Object(object))
    }

    /// Returns a value with a YAML tag that is no standard type.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (tag, value) = tagged.variant_seed(Key::new(self.reading, self.trail))?;
        let message = format!("unknown tag `!{}`", tag.trim_start_matches('!'));
        self.reading.report(&TAG, self.trail.pointer(), message);
        value.newtype_variant_seed(self)
    }
}
