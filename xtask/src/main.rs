//! The project's own commands: `cargo xtask --help` lists them.

mod commands;
mod each;
mod outcome;
mod strictness;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

/// Generation makes and drops many small values; this allocator takes half the time for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Generate the clients from their API documents, and check that they are what the documents say.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", version, after_help = EXIT_CODES)]
struct Arguments {
    #[command(subcommand)]
    command: commands::Command,
}

const EXIT_CODES: &str = "Exit codes: 0 all is fresh or written, 1 something is stale or fell short, 2 an error.\n\
    Environment: NO_COLOR turns colour off, CLICOLOR_FORCE=1 turns it on where the output is not a terminal.";

fn main() -> ExitCode {
    Arguments::parse().command.run().into()
}
