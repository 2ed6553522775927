//! How models are read and written: what every model would otherwise repeat, written once.
//!
//! Models implement `Serialize` and `Deserialize` through small impls over these helpers instead of
//! through derive, because the derived code is what a generated client spends most of its compile time on.

mod access;
mod candidate;
mod fields;
mod fit;
mod from;
mod integer;
mod integer_enum;
mod number;
mod object;
mod patch;
mod ranking;
mod request_scope;
mod setters;
mod string_enum;
mod trials;
mod union;
mod unknown;
mod unmatched;
mod wrapper;

pub use access::{Access, missing};
pub use candidate::{Candidate, Kind};
pub use fields::Fields;
pub use integer_enum::{IntegerEnum, deserialize_integer_enum};
pub use number::{Numbers, read_numbers};
pub use object::{Object, SparseObject, deserialize_object, deserialize_sparse_object};
pub use patch::Patch;
pub use request_scope::encode_request;
pub use string_enum::{StringEnum, deserialize_string_enum};
pub use union::{Union, deserialize_union, serialize_tagged};
pub use unknown::{UnknownInteger, UnknownValue};
pub use unmatched::UnmatchedValue;

pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
pub use serde_json::Value;

#[allow(unused_imports, reason = "not every API has one of each")]
pub(crate) use {
    from::from, integer_enum::integer_enum, object::object, setters::setters,
    string_enum::string_enum, union::union, wrapper::wrapper,
};
