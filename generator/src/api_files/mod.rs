//! The files that a client is made from, on a disk.

mod beside;
mod error;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

pub use error::InputError;

use crate::diagnostics::Diagnostics;
use crate::{Document, ModulePath, Package, Settings};

/// The files that describe an API: a document, those that it refers to, and its settings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiFiles {
    /// What the API is called, which the crate is unless something else gives it a name.
    pub name: String,
    /// The name of the crate, whatever the settings say.
    pub package: Option<String>,
    /// The folder that the paths are relative to; empty for the current one. Diagnostics do not show it.
    pub root: PathBuf,
    /// The document.
    pub document: PathBuf,
    /// The settings, if there are any.
    pub settings: Option<PathBuf>,
}

/// What warnings about a document lead to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Warnings {
    /// They are shown, unless the settings say otherwise.
    #[default]
    Shown,
    /// They are errors, unless the settings allow them.
    Denied,
}

/// What was read.
#[derive(Debug)]
pub struct Inputs {
    /// The document, with the files that it refers to.
    pub document: Document,
    /// The settings.
    pub settings: Settings,
    /// The files beside the document that references lead to, whether they could be read or not, relative to its
    /// folder and with `/` between their parts.
    pub beside: BTreeSet<String>,
}

impl ApiFiles {
    /// Returns the crate that the files make.
    ///
    /// # Errors
    ///
    /// What [`read`](Self::read) fails with; [`InputError::Diagnostics`] if no client can be made.
    pub fn package(&self, warnings: Warnings) -> Result<Package, InputError> {
        let mut inputs = self.read()?;
        inputs.settings.lints.deny_warnings = warnings == Warnings::Denied;
        let package = crate::generate(&inputs.document, &inputs.settings);
        package.map_err(|found| self.faults(found))
    }

    /// Returns the files of the module `at` of a crate that `inputs`, read from these files, make.
    pub(crate) fn module(&self, inputs: &Inputs, at: &ModulePath) -> Result<Package, InputError> {
        let package = crate::generate_module(&inputs.document, &inputs.settings, at);
        package.map_err(|found| self.faults(found))
    }

    /// Reads all of the files.
    ///
    /// References are followed to files in the folder of the document
    /// ([OpenAPI 3.0.3, reference object](https://spec.openapis.org/oas/v3.0.3#reference-object)), and beyond it only
    /// if the settings allow that.
    ///
    /// # Errors
    ///
    /// [`InputError::Read`] if the document or the settings cannot be read, [`InputError::Diagnostics`] if they are
    /// not what they should be.
    pub fn read(&self) -> Result<Inputs, InputError> {
        let settings = self.settings()?;
        let bytes = self.bytes(&self.document)?;
        let folder = self.root.join(&self.document);
        let folder = folder.parent().unwrap_or(Path::new(""));
        let outside = settings.references.outside;
        let (document, beside) = beside::read(folder, &shown(&self.document), &bytes, outside);
        Ok(Inputs {
            document: document.map_err(|found| self.faults(found))?,
            settings,
            beside,
        })
    }

    fn settings(&self) -> Result<Settings, InputError> {
        let mut settings = Settings::for_package(&self.name);
        if let Some(path) = &self.settings {
            let text = String::from_utf8_lossy(&self.bytes(path)?).into_owned();
            let read = Settings::read_for(&self.name, &shown(path), &text);
            settings = read.map_err(|found| self.faults(found))?;
        }
        if let Some(name) = &self.package {
            settings.package.name.clone_from(name);
        }
        Ok(settings)
    }

    fn bytes(&self, path: &Path) -> Result<Vec<u8>, InputError> {
        fs::read(self.root.join(path)).map_err(|source| InputError::Read {
            path: path.to_owned(),
            source,
        })
    }

    fn faults(&self, diagnostics: Diagnostics) -> InputError {
        InputError::Diagnostics {
            document: self.document.clone(),
            diagnostics,
        }
    }
}

/// Returns the path as diagnostics show it: the same on every platform.
#[must_use]
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
