//! `cargo xtask corpus`: tests the generator with every document of a folder.

use clientsmith_cli::{Outcome, terminal};
use clientsmith::diagnostics::Verbosity;
pub use xtask::measure::corpus::Arguments;
use xtask::{measure, root};

pub fn run(_: &Arguments) -> Outcome {
    let outcome = root::find().and_then(|root| measure::run(&root, &[]));
    outcome.unwrap_or_else(|failure| terminal::fail(&failure, Verbosity::default()))
}
