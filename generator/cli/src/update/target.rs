use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::UpdateError;
use super::content::Content;
use clientsmith::api_files::ApiFiles;
use clientsmith::internal::parent;

/// A client to update.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it is made from.
    pub files: ApiFiles,
    /// Its folder, relative to the root of the files.
    pub output: PathBuf,
    /// Where its settings are, or will be, relative to the root of the files.
    pub settings: PathBuf,
}

/// A file that people keep, and an update writes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FileRole {
    /// The document.
    Document,
    /// A file that it refers to, relative to its folder.
    Beside(String),
    /// The settings.
    Settings,
    /// The changelog in the folder of the client.
    Changelog,
}

impl Target {
    /// Returns what the client is made from now: an update that was cut short may have left the first settings.
    pub(super) fn files(&self) -> ApiFiles {
        let is_there = self.files.root.join(&self.settings).is_file();
        ApiFiles {
            settings: is_there.then(|| self.settings.clone()),
            ..self.files.clone()
        }
    }

    /// Returns the path of a file, relative to the root.
    pub(super) fn path(&self, role: &FileRole) -> PathBuf {
        match role {
            FileRole::Document => self.files.document.clone(),
            FileRole::Beside(path) => self.files.document.with_file_name("").join(path),
            FileRole::Settings => self.settings.clone(),
            FileRole::Changelog => self.output.join("CHANGELOG.md"),
        }
    }

    /// Returns what a file holds, if there is one.
    pub(super) fn content(&self, role: &FileRole) -> Result<Option<Content>, UpdateError> {
        let path = self.path(role);
        match fs::read(self.files.root.join(&path)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(source) => Err(UpdateError::Read { path, source }),
            Ok(bytes) => Ok(Some(bytes.into())),
        }
    }

    /// Returns the text of a file that has to be UTF-8, if there is one.
    pub(super) fn text(&self, role: &FileRole) -> Result<Option<String>, UpdateError> {
        match self.content(role)? {
            Some(Content::Text(text)) => Ok(Some(text)),
            Some(Content::Bytes(_)) => Err(UpdateError::Read {
                path: self.path(role),
                source: io::Error::new(ErrorKind::InvalidData, "it is not UTF-8 text"),
            }),
            None => Ok(None),
        }
    }

    /// Puts `content` into a file, which is whole at any moment: the old one or the new one.
    pub(super) fn replace(&self, role: &FileRole, content: &Content) -> Result<(), UpdateError> {
        let path = self.path(role);
        self.replace_file(&self.files.root.join(&path), content.bytes())
            .map_err(|source| UpdateError::Write { path, source })
    }

    fn replace_file(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        let path = &linked(path)?;
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)?;
        let permissions = fs::metadata(path).map(|found| found.permissions()).ok();
        let file = self.staged(folder, bytes)?;
        match permissions {
            Some(permissions) => fs::set_permissions(file.path(), permissions)?,
            None => readable(file.path())?,
        }
        file.persist(path).map(drop).map_err(|error| error.error)
    }

    /// Returns a file in `folder` that holds all of `bytes`, but has no name yet that anyone looks for.
    ///
    /// It is written through to the disk, because some file systems report that they are full only then.
    pub(super) fn staged(&self, folder: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
        let mut builder = tempfile::Builder::new();
        let mut file = builder.prefix(&self.prefix()).tempfile_in(folder)?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    }

    /// Removes what was staged by updates that were cut short.
    pub(super) fn sweep(&self) {
        let files = [
            &self.files.document,
            &self.settings,
            &self.path(&FileRole::Changelog),
        ]
        .map(|file| self.files.root.join(file));
        let linked = files.iter().filter_map(|file| linked(file).ok());
        let folders: BTreeSet<PathBuf> = linked
            .chain(files.iter().cloned())
            .map(|file| parent(&file).to_owned())
            .collect();
        for folder in folders {
            for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
                let name = entry.file_name();
                if name.to_string_lossy().starts_with(&self.prefix()) {
                    // It is in nobody's way.
                    let _ = fs::remove_file(entry.path());
                }
            }
        }
    }

    fn prefix(&self) -> String {
        format!(".clientsmith-staging-{}.", self.files.name)
    }
}

/// Returns the file that `path` stands for: a symbolic link stays, and the file that it leads to is replaced.
fn linked(path: &Path) -> io::Result<PathBuf> {
    if path.is_symlink() {
        fs::canonicalize(path)
    } else {
        Ok(path.to_owned())
    }
}

/// Temporary files are for their owner alone; these take the place of files for all.
#[cfg(unix)]
fn readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &Path) -> io::Result<()> {
    Ok(())
}
