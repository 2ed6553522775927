//! The files of the generated crate that are no emitted modules: its manifest, the list of its public
//! items, its README, and the runtime.

mod cargo_toml;
mod readme;
mod runtime;

pub(crate) use cargo_toml::{allowed_lints, description};
pub(crate) use runtime::files as runtime_files;

use crate::emit::Input;
use crate::surface;

/// Paths and contents of what depends on the API, relative to the crate.
pub(crate) fn files(input: Input<'_>) -> [(String, String); 3] {
    [
        ("Cargo.toml".to_owned(), cargo_toml::cargo_toml(input)),
        (
            "PUBLIC_API.txt".to_owned(),
            surface::text(&surface::public_items(input.api, input.settings)),
        ),
        ("README.md".to_owned(), readme::readme(input)),
    ]
}
