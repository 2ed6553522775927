//! Makes the package of an API in memory.

use std::path::Path;

pub use clientsmith::api_files::Warnings;
use clientsmith::package::Package;

use crate::Failure;
use crate::api::Api;

/// Returns the package that the document and the settings of `api`, in the repository at `root`, make.
///
/// # Errors
///
/// [`Failure::Client`] if one of them cannot be read, or no client can be made of them.
pub fn generate(root: &Path, api: &Api, warnings: Warnings) -> Result<Package, Failure> {
    Ok(api.client(root).files.package(warnings)?)
}
