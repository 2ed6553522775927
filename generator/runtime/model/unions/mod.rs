//! Decoding of `oneOf` and `anyOf`. Generated only if the document has unions.

mod candidate;
mod catch_alls;
mod fit;
mod from;
mod ranking;
mod strings;
mod trials;
mod union;
mod unmatched;

pub use candidate::{Candidate, Kind};
pub use catch_alls::count_catch_all;
pub use strings::are_read;
pub use union::{Union, deserialize_union, serialize_tagged};
pub use unmatched::UnmatchedValue;

#[allow(unused_imports, reason = "not every union can be made from values")]
pub(crate) use {from::from, union::union};
