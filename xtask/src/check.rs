//! Tells where the client of an API is not what its document says.

use std::path::Path;

pub use clientsmith::cli::report;
use clientsmith::package::Stale;

use crate::Failure;
use crate::api;
use crate::package::{self, Warnings};

/// Tells where the client of the API called `name`, in the repository at `root`, is not what its document
/// says, sorted by path. Writes nothing.
///
/// # Errors
///
/// What [`api::select`], [`package::of`] and [`Package::stale_in`](clientsmith::Package::stale_in) fail with.
pub fn stale(root: &Path, name: &str) -> Result<Vec<Stale>, Failure> {
    let mut stale = Vec::new();
    for api in api::select(root, &[name.to_owned()])? {
        let package = package::of(root, &api, Warnings::Shown)?;
        stale.extend(package.stale_in(&root.join(&api.output))?);
    }
    Ok(stale)
}

/// The command that makes the clients called `names` what their documents say.
#[must_use]
pub fn mend(names: &[&str]) -> String {
    format!("cargo xtask generate {}", names.join(" "))
}
