//! What the tests share: where the repository is, random documents, and what holds for every document.

pub mod random_documents;
pub mod soundness;

use std::path::{Path, PathBuf};

/// The code in the README compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
pub struct Readme;

/// The code in the pages about other repositories compiles.
#[cfg(doctest)]
#[doc = include_str!("../docs/other-repositories.md")]
pub struct OtherRepositories;

/// The root of the repository.
#[must_use]
pub fn root() -> PathBuf {
    let tests = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from("tests"), PathBuf::from);
    tests
        .parent()
        .map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}
