//! `cargo xtask bench`: measures how fast generation is, and how fast its results compile.

use clientsmith_cli::{Outcome, terminal};
use clientsmith::diagnostics::Verbosity;
pub use xtask::measure::bench::Arguments;
use xtask::{measure, root};

pub fn run(_: &Arguments) -> Outcome {
    let outcome = root::find().and_then(|root| measure::run(&root, &["--release"]));
    outcome.unwrap_or_else(|failure| terminal::fail(&failure, Verbosity::default()))
}
