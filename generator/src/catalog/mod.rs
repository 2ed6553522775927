//! Open-ended knowledge as tables: a new format, type or media type is a row.

pub(crate) mod json_type;
mod location;
pub(crate) mod media_types;
mod method;
pub(crate) mod reason_phrases;
pub(crate) mod scalar_row;
pub(crate) mod scalars;
pub(crate) mod type_names;

pub use location::Location;
pub use method::Method;
