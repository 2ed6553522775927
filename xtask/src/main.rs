//! The project's own commands: `cargo xtask --help` lists them.

mod commands;
mod each;

use std::process::ExitCode;

use clap::Parser;
use clientsmith_cli::ENVIRONMENT;

/// Generation allocates many small values; this allocator needs half the time for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Generate the clients from their OpenAPI documents, and check that they are up to date.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, after_help = format!("{EXIT_CODES}\n{ENVIRONMENT}"))]
struct Arguments {
    #[command(subcommand)]
    command: commands::Command,
}

const EXIT_CODES: &str = "Exit codes: 0 success, 1 out of date (or a change matched --fail-on, or a test failed), 2 error";

fn main() -> ExitCode {
    clientsmith_cli::work_on_this_thread();
    Arguments::parse().command.run().into()
}
