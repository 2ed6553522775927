use std::fs;
use std::path::Path;

use clientsmith::ApiFiles;
use tempfile::TempDir;

use super::gather::Gathered;
use super::layout::Layout;
use crate::Failure;

/// The files of a new API, complete on the disk, but not in their place yet.
pub(super) struct Staged {
    /// The folder that they are in, which is removed when this is dropped.
    pub(super) folder: TempDir,
    /// The files, relative to that folder.
    pub(super) files: ApiFiles,
}

/// Writes the files of `gathered` to a folder on the file system of the documents of `root`.
pub(super) fn stage(
    root: &Path,
    name: &str,
    layout: &Layout,
    gathered: &Gathered,
) -> Result<Staged, Failure> {
    let spec = root.join("spec");
    let folder = tempfile::Builder::new()
        .prefix(".clientsmith-staging-")
        .tempdir_in(&spec)
        .map_err(|source| Failure::Write { path: spec, source })?;
    write(folder.path(), &layout.document, &gathered.document)?;
    for (path, bytes) in &gathered.beside {
        write(folder.path(), &layout.beside(path), bytes)?;
    }
    let settings = gathered.settings(name);
    write(folder.path(), &layout.settings, settings.as_bytes())?;
    let files = ApiFiles {
        name: name.to_owned(),
        package: None,
        root: folder.path().to_owned(),
        document: layout.document.clone(),
        settings: Some(layout.settings.clone()),
    };
    Ok(Staged { folder, files })
}

fn write(folder: &Path, path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let write = || {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap_or(folder))?;
        fs::write(path, bytes)
    };
    write().map_err(|source| Failure::Write {
        path: path.to_owned(),
        source,
    })
}
