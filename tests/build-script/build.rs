//! Writes the client.

use std::process::ExitCode;

fn main() -> ExitCode {
    clientsmith::Build::new("library.yaml", "crate::library")
        .settings("library.toml")
        .run()
}
