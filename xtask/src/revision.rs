//! Files as they were in a commit, asked of git.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::Failure;

/// A commit of the repository.
#[derive(Debug)]
pub struct Revision {
    root: PathBuf,
    name: String,
    hash: String,
}

impl Revision {
    /// Returns the commit that git takes `name` for, in the repository at `root`.
    ///
    /// # Errors
    ///
    /// [`Failure::Revision`] if there is none, or no git.
    pub fn find(root: &Path, name: &str) -> Result<Self, Failure> {
        let commit = format!("{name}^{{commit}}");
        let arguments = ["rev-parse", "--verify", "--end-of-options", &commit];
        let found = git(root, name, &arguments)?;
        Ok(Self {
            root: root.to_owned(),
            name: name.to_owned(),
            hash: String::from_utf8_lossy(&found).trim().to_owned(),
        })
    }

    /// Returns what it was asked for as.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the file at `path`, relative to the root and with `/` between its parts, as it was.
    ///
    /// # Errors
    ///
    /// [`Failure::Revision`] if there was none.
    pub fn file(&self, path: &str) -> Result<Vec<u8>, Failure> {
        let object = format!("{}:./{path}", self.hash);
        git(&self.root, &self.name, &["show", &object])
    }
}

/// Returns what git prints for `arguments`, which are about the revision called `name`.
fn git<S: AsRef<OsStr>>(root: &Path, name: &str, arguments: &[S]) -> Result<Vec<u8>, Failure> {
    let failed = |reason: String| Failure::Revision {
        name: name.to_owned(),
        reason,
    };
    let mut command = Command::new("git");
    let output: Output = command
        .current_dir(root)
        .args(arguments)
        .output()
        .map_err(|error| failed(error.to_string()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let reason = String::from_utf8_lossy(&output.stderr);
    Err(failed(reason.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn run(root: &Path, arguments: &[&str]) {
        let identity = ["-c", "user.name=a", "-c", "user.email=a@b.example"];
        let arguments: Vec<_> = identity.iter().chain(arguments).collect();
        git(root, "", &arguments).unwrap();
    }

    #[test]
    fn files_are_as_they_were() {
        let root = tempfile::tempdir().unwrap();
        let spec = root.path().join("part/spec");
        fs::create_dir_all(&spec).unwrap();
        fs::write(spec.join("a.yaml"), "old").unwrap();
        run(root.path(), &["init", "--quiet"]);
        run(root.path(), &["add", "."]);
        run(root.path(), &["commit", "--quiet", "-m", "a"]);
        fs::write(spec.join("a.yaml"), "new").unwrap();
        let revision = Revision::find(&root.path().join("part"), "HEAD").unwrap();
        assert_eq!(revision.file("spec/a.yaml").unwrap(), b"old");
        assert!(revision.file("spec/b.yaml").is_err());
        assert!(Revision::find(root.path(), "--output=x").is_err());
    }
}
