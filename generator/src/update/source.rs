//! The new document, where it comes from.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::UpdateError;
use super::content::Content;
use super::made::Texts;
use super::place::{Place, Target};
use crate::api_files::{ApiFiles, Inputs};

/// The files that the new document is read from.
pub(super) fn files(target: &Target, from: &Path) -> ApiFiles {
    let files = target.files();
    ApiFiles {
        root: PathBuf::new(),
        document: from.to_owned(),
        settings: files.settings.map(|settings| files.root.join(settings)),
        ..files
    }
}

/// The texts of the new document and of the files that it refers to, and the settings.
pub(super) fn texts(
    target: &Target,
    from: &Path,
    old: &Inputs,
    new: &Inputs,
) -> Result<Texts, UpdateError> {
    let outside: Vec<String> = new
        .beside
        .iter()
        .filter(|path| path.starts_with("..") || Path::new(path).is_absolute())
        .cloned()
        .collect();
    if !outside.is_empty() {
        return Err(UpdateError::Outside {
            document: from.to_owned(),
            paths: outside,
        });
    }
    let mut texts = Texts {
        document: read(from)?,
        settings: target.text(&Place::Settings)?,
        ..Texts::default()
    };
    for path in &new.beside {
        let Some(content) = there(read(&from.with_file_name("").join(path)))? else {
            continue;
        };
        let place = Place::Beside(path.clone());
        let found = target.content(&place)?;
        if !old.beside.contains(path) && found.is_some_and(|found| found != content) {
            return Err(UpdateError::InTheWay(target.path(&place)));
        }
        texts.beside.insert(path.clone(), content);
    }
    Ok(texts)
}

/// A file that is not there is a warning about the document, as ever.
fn there(content: Result<Content, UpdateError>) -> Result<Option<Content>, UpdateError> {
    match content {
        Err(UpdateError::Read { source, .. }) if source.kind() == ErrorKind::NotFound => Ok(None),
        content => content.map(Some),
    }
}

pub(super) fn read(path: &Path) -> Result<Content, UpdateError> {
    let bytes = fs::read(path).map_err(|source| UpdateError::Read {
        path: path.to_owned(),
        source,
    })?;
    Ok(bytes.into())
}

/// The files that only the old document refers to.
pub(super) fn unused(target: &Target, old: &Inputs, new: &Inputs) -> Vec<PathBuf> {
    let unused = old.beside.difference(&new.beside).cloned();
    unused
        .map(|path| target.path(&Place::Beside(path)))
        .collect()
}
