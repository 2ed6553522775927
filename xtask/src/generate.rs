//! Writes the client of an API.

use std::path::Path;

use clientsmith::package::{Package, Written};

use crate::Failure;
use crate::api::{self, Api};
use crate::package::{self, Warnings};

/// A client that was written.
#[derive(Debug)]
pub struct Generated {
    /// What was made, with the warnings about it.
    pub package: Package,
    /// What that changed in the folder of the client.
    pub written: Written,
}

/// Writes the client of the API called `name`, in the repository at `root`, and tells what that changed.
///
/// # Errors
///
/// What [`api::select`], [`package::of`] and [`Package::write_to`] fail with.
pub fn write(root: &Path, name: &str) -> Result<Written, Failure> {
    let mut written = Written::default();
    for api in api::select(root, &[name.to_owned()])? {
        written = generate(root, &api, Warnings::Shown)?.written;
    }
    Ok(written)
}

/// Writes the client of `api`, in the repository at `root`.
///
/// # Errors
///
/// What [`package::of`] and [`Package::write_to`] fail with.
pub fn generate(root: &Path, api: &Api, warnings: Warnings) -> Result<Generated, Failure> {
    let package = package::of(root, api, warnings)?;
    let written = package.write_to(&root.join(&api.output))?;
    Ok(Generated { package, written })
}
