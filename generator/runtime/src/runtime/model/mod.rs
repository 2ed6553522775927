//! How models are read and written: what every model would otherwise repeat, written once.
//!
//! Models implement `Serialize` and `Deserialize` through small impls over these helpers instead of
//! through derive, because the derived code is what a generated client spends most of its compile time on.

// region: dates
mod dates;
// endregion: dates
mod enums;
mod members;
mod number;
mod object;
mod setters;
// region: unions
mod unions;
// endregion: unions

pub use enums::{StringEnum, UnknownValue, deserialize_string_enum};
// region: integer_enum
// region: macros
#[allow(unused_imports, reason = "not every API has one of each")]
pub use enums::integer_enum;
// endregion: macros
pub use enums::{IntegerEnum, UnknownInteger, deserialize_integer_enum};
// endregion: integer_enum
pub use members::{Access, Fields, missing};
pub use number::{Numbers, read_numbers};
pub use object::{Object, SparseObject, deserialize_object, deserialize_sparse_object};
pub use setters::{IntoPatch, Patch};
// region: unions
pub use unions::{Candidate, Kind, Union, UnmatchedValue, deserialize_union, serialize_tagged};
// region: macros
#[allow(unused_imports, reason = "not every union can be made from values")]
pub use unions::{from, union};
// endregion: macros
// endregion: unions

pub use serde::de::DeserializeOwned;
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::Value;

// region: macros
#[allow(unused_imports, reason = "not every API has one of each")]
pub use {enums::string_enum, object::object, object::wrapper, setters::setters};
// endregion: macros
