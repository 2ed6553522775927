//! How models are read and written: what every model would otherwise repeat, written once.
//!
//! Models implement `Serialize` and `Deserialize` through small impls over these helpers instead of
//! through derive, because the derived code is what a generated client spends most of its compile time on.

mod integer_enum;
mod object_reader;
mod object_writer;
mod patch;
mod string_enum;
mod union;
mod unknown;
mod wrapper;

pub use integer_enum::{IntegerEnum, deserialize_integer_enum};
pub use object_reader::{Members, Object, deserialize_object, need};
pub use object_writer::{Fields, encode_request};
pub use patch::Patch;
pub use string_enum::{StringEnum, deserialize_string_enum};
pub use union::{Candidate, Kind, Union, deserialize_union, serialize_tagged};
pub use unknown::{UnknownInteger, UnknownValue};

pub use serde::de::MapAccess;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::Value;

#[allow(unused_imports, reason = "not every API has one of each")]
pub(crate) use {
    integer_enum::integer_enum, object_reader::object, string_enum::string_enum, union::union,
    wrapper::wrapper,
};
