//! The arguments of `cargo xtask bench`.

use std::path::PathBuf;

/// Measure how fast generation is and how fast a client compiles.
///
/// Times are medians of alternating runs. Generation is compared with parsing the same document to a value tree, and
/// `cargo check` of a client with that of an empty crate with the same dependencies.
#[derive(Debug, clap::Args)]
#[command(after_help = "Example:\n  cargo xtask bench --check")]
pub struct Arguments {
    /// Documents to measure [default: those in spec/]
    #[arg(value_name = "FILE")]
    pub documents: Vec<PathBuf>,
    /// Number of measurements
    #[arg(long, value_name = "N", default_value_t = 21)]
    pub rounds: usize,
    /// Also measure `cargo check` of the clients of spec/
    #[arg(long)]
    pub check: bool,
    /// Also compare calls of a client with calls written by hand
    #[arg(long)]
    pub calls: bool,
}
