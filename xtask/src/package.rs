//! Makes the package of an API in memory.

use std::fs;
use std::path::Path;

use clientsmith::package::Package;
use clientsmith::{Document, Settings};

use crate::api::Api;
use crate::{Failure, files};

/// What warnings about a document lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warnings {
    /// They are shown, unless the settings say otherwise.
    Shown,
    /// They are errors, unless the settings allow them.
    Denied,
}

/// The package that the document and the settings of `api`, in the repository at `root`, make.
///
/// # Errors
///
/// [`Failure::Read`] if one of them cannot be read, and [`Failure::Diagnostics`] if no client can be made of them.
pub fn of(root: &Path, api: &Api, warnings: Warnings) -> Result<Package, Failure> {
    let mut settings = settings(root, api)?;
    let document = document(root, &api.document, &settings)?;
    settings.lints.deny_warnings = warnings == Warnings::Denied;
    clientsmith::generate(&document, &settings).map_err(Failure::Diagnostics)
}

/// The document at `path`, with the files beside it that it refers to.
fn document(root: &Path, path: &Path, settings: &Settings) -> Result<Document, Failure> {
    let folder = root.join(path).parent().unwrap_or(root).to_owned();
    let bytes = read(root, path)?;
    files::document(&folder, &shown(path), &bytes, settings).map_err(Failure::Diagnostics)
}

fn settings(root: &Path, api: &Api) -> Result<Settings, Failure> {
    let Some(path) = &api.settings else {
        return Ok(Settings::for_package(&api.name));
    };
    let text = String::from_utf8_lossy(&read(root, path)?).into_owned();
    Settings::read(&shown(path), &text).map_err(Failure::Diagnostics)
}

fn read(root: &Path, path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(root.join(path)).map_err(|source| Failure::Read {
        path: path.to_owned(),
        source,
    })
}

/// The path as diagnostics show it: the same on every platform.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
