//! The files of the generated crate that are no emitted modules: its manifest, its README, and the runtime.

mod cargo_toml;
mod example;
mod readme;
mod runtime;

pub(crate) use example::example;

use crate::emit::Input;

/// Paths and contents, relative to the crate.
pub(crate) fn files(input: Input<'_>) -> Vec<(String, String)> {
    let mut files = vec![
        ("Cargo.toml".to_owned(), cargo_toml::cargo_toml(input)),
        ("README.md".to_owned(), readme::readme(input)),
    ];
    files.extend(runtime::files());
    files
}
