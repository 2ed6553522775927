//! Models that are one of several types. A client whose document has none is made without this folder.

mod candidate;
mod fit;
mod from;
mod ranking;
mod trials;
mod union;
mod unmatched;

pub use candidate::{Candidate, Kind};
pub use union::{Union, deserialize_union, serialize_tagged};
pub use unmatched::UnmatchedValue;

#[allow(unused_imports, reason = "not every union can be made from values")]
pub(crate) use {from::from, union::union};
