//! How models are read and written: what every model would otherwise repeat, written once.
//!
//! Models implement `Serialize` and `Deserialize` through small impls over these helpers instead of
//! through derive, because the derived code is what a generated client spends most of its compile time on.

mod access;
// region: dates
mod dates;
// endregion: dates
mod fields;
mod integer;
// region: integer_enum
mod integer_enum;
// endregion: integer_enum
mod number;
mod object;
mod patch;
mod request_scope;
mod setters;
mod string_enum;
// region: unions
mod unions;
// endregion: unions
mod unknown;
mod wrapper;

pub use access::{Access, missing};
pub use fields::Fields;
// region: integer_enum
#[allow(unused_imports, reason = "not every API has one of each")]
pub(crate) use integer_enum::integer_enum;
pub use integer_enum::{IntegerEnum, UnknownInteger, deserialize_integer_enum};
// endregion: integer_enum
pub use number::{Numbers, read_numbers};
pub use object::{Object, SparseObject, deserialize_object, deserialize_sparse_object};
pub use patch::Patch;
pub use request_scope::encode_request;
pub use string_enum::{StringEnum, deserialize_string_enum};
// region: unions
pub use unions::{Candidate, Kind, Union, UnmatchedValue, deserialize_union, serialize_tagged};
#[allow(unused_imports, reason = "not every union can be made from values")]
pub(crate) use unions::{from, union};
// endregion: unions
pub use unknown::UnknownValue;

pub use serde::de::DeserializeOwned;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::Value;

#[allow(unused_imports, reason = "not every API has one of each")]
pub(crate) use {object::object, setters::setters, string_enum::string_enum, wrapper::wrapper};
