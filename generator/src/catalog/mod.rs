//! Open-ended knowledge as tables: a new string format or media type is a row.

pub(crate) mod media_types;
pub(crate) mod reason_phrases;
pub(crate) mod scalars;
pub(crate) mod type_names;
