//! The client that files will make once they are in place.

use std::collections::BTreeMap;
use std::io::{Error, ErrorKind};

use super::content::Content;
use super::target::{FileRole, Target};
use clientsmith::api_files::{InputError, Warnings};
use clientsmith::diagnostics::Diagnostics;
use clientsmith::internal::shown;
use clientsmith::{Document, Files, Package, Settings};

/// Files that are not in their places yet.
#[derive(Debug, Default)]
pub(super) struct Texts {
    /// The document.
    pub document: Content,
    /// The files that it refers to, relative to its folder.
    pub beside: BTreeMap<String, Content>,
    /// The settings, if there are any.
    pub settings: Option<String>,
}

impl Texts {
    /// Returns the client that these texts make in the places of `target`.
    pub(super) fn package(
        &self,
        target: &Target,
        warnings: Warnings,
    ) -> Result<Package, InputError> {
        let faults = |diagnostics| InputError::Diagnostics {
            document: target.files.document.clone(),
            diagnostics,
        };
        let mut settings = self.settings(target).map_err(faults)?;
        settings.lints.deny_warnings = warnings == Warnings::Denied;
        let files = Files {
            read: &|path| {
                let content = self.beside.get(path);
                content
                    .map(|content| content.bytes().to_vec())
                    .ok_or(Error::from(ErrorKind::NotFound))
            },
            outside: settings.references.outside,
        };
        let name = shown(&target.files.document);
        let document = Document::read_with(&name, self.document.bytes(), files);
        let document = document.map_err(faults)?;
        clientsmith::generate(&document, &settings).map_err(faults)
    }

    fn settings(&self, target: &Target) -> Result<Settings, Diagnostics> {
        let name = &target.files.name;
        let mut settings = match &self.settings {
            Some(text) => {
                Settings::read_for(name, &shown(&target.path(&FileRole::Settings)), text)?
            }
            None => Settings::for_package(name),
        };
        if let Some(package) = &target.files.package {
            settings.package.name.clone_from(package);
        }
        Ok(settings)
    }
}
