//! The program `clientsmith`.

use std::process::ExitCode;

/// Generation allocates many small values; this allocator needs half the time for them.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    clientsmith_cli::work_on_this_thread();
    clientsmith_cli::run(std::env::args_os())
}
