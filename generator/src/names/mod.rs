//! Rust names from the names of a document.
//!
//! A name is split into words ([`words::split`]), the words are joined in the case the place asks for
//! ([`Case`]), and a [`Scope`] makes the result unique. A scope is the only source of an [`Identifier`],
//! so two items of one namespace cannot end up with the same name.

mod case;
mod identifier;
mod scope;
mod signs;
mod singular;
mod words;

pub use case::{Case, pascal, shouty, snake};
pub use identifier::{Identifier, is_identifier};
pub use scope::{Scope, Wanted};
pub use singular::singular;
pub use words::split;
