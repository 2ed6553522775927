//! The day the document changes: one step from the new document to the next version of the client.
//!
//! [`Plan::new`] works out all of it in memory: what changed, the version that follows from it, the changelog entry, the
//! client. [`Plan::carry_out`] writes the files that people keep through a journal, so that an update which was cut
//! short is finished by the next one, and never begun twice. The client itself is written by the package, as ever.

mod changelog;
mod content;
mod error;
mod form;
mod git;
mod journal;
mod lock;
mod made;
mod names;
mod plan;
mod release;
mod setting;
mod source;
mod target;
mod text_style;
mod unfinished;
mod version;

#[cfg(test)]
mod tests;

pub use error::UpdateError;
pub use form::Conversion;
pub use lock::{UpdateLock, lock};
pub use plan::{NewDocument, Plan};
pub use target::Target;
pub use unfinished::{finish, is_unfinished};
