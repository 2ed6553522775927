//! Writes the client of an API.

use std::path::Path;

use clientsmith::package::Written;

use crate::Failure;
use crate::api;
use crate::package::{self, Warnings};

/// Writes the client of the API called `name`, in the repository at `root`, and tells what that changed.
///
/// # Errors
///
/// What [`api::select`], [`package::generate`] and [`Package::write_to`](clientsmith::Package::write_to) fail with.
pub fn write(root: &Path, name: &str) -> Result<Written, Failure> {
    let mut written = Written::default();
    for api in api::select(root, &[name.to_owned()])? {
        let package = package::generate(root, &api, Warnings::Shown)?;
        written = package.write_to(&root.join(&api.output))?;
    }
    Ok(written)
}
