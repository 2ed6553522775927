//! Tells what changed in a document of the repository.

use std::path::Path;

use clientsmith::diff::Report;
use clientsmith::{ApiFiles, Document, Files, Settings};

use crate::Failure;
use crate::api::Api;
use crate::revision::Revision;

/// What a document is compared with, if nothing else is asked for: that of the last commit.
pub const LAST_COMMIT: &str = "HEAD";

/// Returns what changed in the document of `api`, in the repository at `root`, since `against`: a file, or a revision
/// that git knows.
///
/// # Errors
///
/// [`Failure::Client`] if a document cannot be read, [`Failure::Revision`] if there is none in that revision.
pub fn diff(root: &Path, api: &Api, against: &str) -> Result<Report, Failure> {
    let files = api.client(root).files;
    let inputs = files.read()?;
    let old = if Path::new(against).is_file() {
        of_file(against, &files, root)?
    } else {
        let revision = Revision::find(root, against)?;
        of_revision(&revision, api, &inputs.settings)?
    };
    Ok(Report::between(&old, &inputs.document, &inputs.settings))
}

fn of_file(path: &str, files: &ApiFiles, root: &Path) -> Result<Document, Failure> {
    let files = ApiFiles {
        document: path.into(),
        root: Path::new("").to_owned(),
        settings: files.settings.as_ref().map(|settings| root.join(settings)),
        ..files.clone()
    };
    Ok(files.read()?.document)
}

/// Returns the document as it was, with the files beside it as they were.
fn of_revision(revision: &Revision, api: &Api, settings: &Settings) -> Result<Document, Failure> {
    let path = api.document.to_string_lossy().replace('\\', "/");
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let bytes = revision.file(&path)?;
    let files = Files {
        read: &|file| {
            let file = revision.file(&format!("{folder}/{file}"));
            file.map_err(std::io::Error::other)
        },
        outside: settings.references.outside,
    };
    let name = format!("{}:{path}", revision.name());
    Document::read_with(&name, &bytes, files).map_err(|diagnostics| {
        let document = name.into();
        Failure::from(clientsmith::api_files::InputError::Diagnostics {
            document,
            diagnostics,
        })
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::*;

    const HEAD: &str = "openapi: 3.0.3\ninfo: { title: Pets, version: '1' }\npaths: {}\n";

    fn git(root: &Path, arguments: &[&str]) {
        let mut command = Command::new("git");
        command.current_dir(root).args(["-c", "user.name=a"]);
        command
            .args(["-c", "user.email=a@b.example"])
            .args(arguments);
        assert!(command.status().unwrap().success());
    }

    #[test]
    fn a_document_is_compared_with_that_of_the_last_commit_and_the_files_beside_it() {
        let root = tempfile::tempdir().unwrap();
        let spec = root.path().join("spec");
        fs::create_dir(&spec).unwrap();
        let refer = "components: { schemas: { Pet: { $ref: 'pet.yaml' } } }\n";
        fs::write(spec.join("pets.yaml"), format!("{HEAD}{refer}")).unwrap();
        fs::create_dir(spec.join("parts")).unwrap();
        fs::write(spec.join("pet.yaml"), "type: string\n").unwrap();
        git(root.path(), &["init", "--quiet"]);
        git(root.path(), &["add", "."]);
        git(root.path(), &["commit", "--quiet", "-m", "pets"]);
        let apis = crate::api::select(root.path(), &["pets".to_owned()]);
        let api = apis.unwrap_or_default().pop().unwrap();
        let codes = || {
            let report = diff(root.path(), &api, LAST_COMMIT).unwrap();
            let changes = report.changes.iter();
            changes
                .map(|change| (change.code.id, change.old.file.clone()))
                .collect::<Vec<_>>()
        };
        assert_eq!(codes(), []);
        fs::write(spec.join("pet.yaml"), "type: integer\n").unwrap();
        assert_eq!(codes(), [("type-changed", "pet.yaml".to_owned())]);
    }
}
