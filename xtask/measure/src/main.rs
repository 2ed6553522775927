//! The commands `corpus` and `bench` of `cargo xtask`, which runs this program.

mod commands;

use std::process::ExitCode;

use clap::Parser;
use xtask::measure;

/// Generation allocates many small values; this allocator needs half the time for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    Corpus(measure::corpus::Arguments),
    Bench(measure::bench::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Command::parse() {
        // Its threads would wait for this one while it waits for them.
        Command::Corpus(arguments) => commands::corpus::run(&arguments),
        Command::Bench(arguments) => {
            clientsmith_cli::work_on_this_thread();
            commands::bench::run(&arguments)
        }
    };
    outcome.into()
}
