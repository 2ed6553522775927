//! What an update is about to write, on the disk before it writes any of it.
//!
//! Once the journal is there, the update will be done: by this run, or by the next. It tells which files it found and
//! what takes their place, so that carrying it out twice is carrying it out once.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::UpdateError;
use super::content::Content;
use super::target::{FileRole, Target};

/// Which files are replaced, and by what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Journal {
    replacements: Vec<Replacement>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Replacement {
    role: FileRole,
    before: Option<Content>,
    after: Content,
}

impl Journal {
    /// Records that `after` replaces what `target` has there now, unless that is the same.
    pub(super) fn note(
        &mut self,
        target: &Target,
        role: FileRole,
        after: Content,
    ) -> Result<(), UpdateError> {
        let before = target.content(&role)?;
        if before.as_ref() != Some(&after) {
            self.replacements.push(Replacement {
                role,
                before,
                after,
            });
        }
        Ok(())
    }

    /// The first `count` of the files that it replaces, for an update that is cut short.
    #[cfg(test)]
    pub(super) fn first(&self, count: usize) -> Self {
        let replacements = self.replacements.iter().take(count).cloned().collect();
        Self { replacements }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.replacements.is_empty()
    }

    /// Returns the journal of an update of `target` that was cut short, if there is one.
    pub(super) fn left_behind(target: &Target) -> Result<Option<Self>, UpdateError> {
        let path = path(target);
        let text = match fs::read_to_string(&path) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            text => text,
        };
        let text = text.map_err(|source| UpdateError::Read {
            path: path.clone(),
            source,
        })?;
        let journal = serde_json::from_str(&text);
        journal
            .map(Some)
            .map_err(|source| UpdateError::Journal { path, source })
    }

    /// Puts the journal on the disk.
    pub(super) fn begin(&self, target: &Target) -> Result<(), UpdateError> {
        let path = path(target);
        let folder = path.parent().unwrap_or(Path::new("."));
        let text = serde_json::to_string(self).map_err(|source| UpdateError::Journal {
            path: path.clone(),
            source,
        })?;
        let begin = || {
            let file = target.staged(folder, text.as_bytes())?;
            file.persist_noclobber(&path).map_err(|error| error.error)
        };
        match begin() {
            Ok(_) => Ok(()),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                Err(UpdateError::UnderWay(path))
            }
            Err(source) => Err(UpdateError::Write { path, source }),
        }
    }

    /// Writes what is not written yet.
    ///
    /// # Errors
    ///
    /// [`UpdateError::Moved`], and nothing is written, if a file is neither what was found nor what takes its place.
    pub(super) fn carry_out(&self, target: &Target) -> Result<(), UpdateError> {
        let mut open = Vec::new();
        for replacement in &self.replacements {
            let now = target.content(&replacement.role)?;
            if now == replacement.before {
                open.push(replacement);
            } else if now.as_ref() != Some(&replacement.after) {
                return Err(UpdateError::Moved {
                    file: target.path(&replacement.role),
                    journal: path(target),
                });
            }
        }
        open.into_iter()
            .try_for_each(|file| target.replace(&file.role, &file.after))
    }

    /// Removes the journal: everything is written.
    pub(super) fn end(target: &Target) -> Result<(), UpdateError> {
        let path = path(target);
        target.sweep();
        match fs::remove_file(&path) {
            Err(source) if source.kind() != ErrorKind::NotFound => {
                Err(UpdateError::Write { path, source })
            }
            _ => Ok(()),
        }
    }
}

/// Returns where the journal of an update of `target` is.
pub(super) fn path(target: &Target) -> PathBuf {
    let document = target.files.root.join(&target.files.document);
    document.with_file_name(format!(".clientsmith-update-{}.json", target.files.name))
}
