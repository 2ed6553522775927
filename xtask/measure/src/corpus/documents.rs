//! The documents of a folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use xtask::Failure;

/// A document to try.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The file.
    pub path: PathBuf,
    /// The name of the file.
    pub name: String,
    /// The name of the client's package, unlike that of any other document.
    pub package: String,
}

const EXTENSIONS: &[&str] = &["yaml", "yml", "json"];

/// Returns the documents in `folder`, sorted by name: files that end in `.yaml`, `.yml` or `.json`.
///
/// # Errors
///
/// [`Failure::Read`] if the folder cannot be read, and [`Failure::NoApi`] if there is none in it.
pub fn documents(folder: &Path) -> Result<Vec<Document>, Failure> {
    let failed = |source| Failure::Read {
        path: folder.to_owned(),
        source,
    };
    let mut paths = BTreeSet::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        if path.is_file() && extension.is_some_and(|extension| EXTENSIONS.contains(&extension)) {
            paths.insert(path);
        }
    }
    if paths.is_empty() {
        return Err(Failure::NoApi(folder.to_owned()));
    }
    let mut packages = BTreeSet::new();
    Ok(paths
        .into_iter()
        .map(|path| document(path, &mut packages))
        .collect())
}

fn document(path: PathBuf, packages: &mut BTreeSet<String>) -> Document {
    let part =
        |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let mut package = package_name(&part(path.file_stem()));
    if packages.contains(&package) {
        package = package_name(&part(path.file_name()));
    }
    while !packages.insert(package.clone()) {
        package.push('x');
    }
    Document {
        name: part(path.file_name()),
        package,
        path,
    }
}

/// Returns a name that begins with `api-`, so that it is none of a dependency.
fn package_name(text: &str) -> String {
    let text: String = text.chars().take(50).collect();
    let words = text.split(|char: char| !char.is_ascii_alphanumeric());
    let words = ["api"]
        .into_iter()
        .chain(words.filter(|word| !word.is_empty()));
    words.collect::<Vec<_>>().join("-").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_have_names_of_their_own() {
        let folder = tempfile::tempdir().unwrap();
        for name in [
            "a.yaml",
            "a.json",
            "Pets__of - us.yaml",
            "serde.yml",
            "notes.txt",
        ] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let packages: Vec<String> = documents(folder.path())
            .unwrap()
            .into_iter()
            .map(|document| document.package)
            .collect();
        assert_eq!(
            packages,
            ["api-pets-of-us", "api-a", "api-a-yaml", "api-serde"]
        );
        assert!(matches!(
            documents(tempfile::tempdir().unwrap().path()),
            Err(Failure::NoApi(_))
        ));
    }
}
