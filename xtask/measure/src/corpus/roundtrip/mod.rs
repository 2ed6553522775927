//! Decodes valid values as the types that were generated for them, encodes them again, and compares: the examples of a
//! document, and samples of its schemas.

mod compare;
mod plan;
mod program;
mod run;
mod same;
mod unmatched;
mod verdict;

pub use plan::{Case, Counts, Origin, Plan, Unsampled, plan};
pub use program::program;
pub use run::{Again, run};
pub use same::same_scalar;
pub use verdict::problems;
