//! Checks that the client of an API is up to date.

use std::path::Path;

use clientsmith::package::Stale;
pub use clientsmith_cli::report;

use crate::Failure;
use crate::api;
use crate::package::{self, Warnings};

/// Returns the files of a client that are not up to date, sorted by path.
///
/// The client is that of the API called `name`, in the repository at `root`. Writes nothing.
///
/// # Errors
///
/// What [`api::select`], [`package::generate`] and [`Package::stale_in`](clientsmith::Package::stale_in) fail with.
pub fn stale(root: &Path, name: &str) -> Result<Vec<Stale>, Failure> {
    let mut stale = Vec::new();
    for api in api::select(root, &[name.to_owned()])? {
        let package = package::generate(root, &api, Warnings::Shown)?;
        stale.extend(package.stale_in(&root.join(&api.output))?);
    }
    Ok(stale)
}

/// Returns the command that updates the clients called `names`.
#[must_use]
pub fn update_command(names: &[&str]) -> String {
    format!("cargo xtask generate {}", names.join(" "))
}
