//! What the repository around a file knows.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The file at a path, in the repository around it, if there is one.
#[derive(Clone, Debug)]
pub(super) struct Tracked {
    folder: PathBuf,
    name: String,
}

impl Tracked {
    /// Returns the file that `path` leads to.
    pub fn new(path: &Path) -> Option<Self> {
        let path = path.canonicalize().ok()?;
        Some(Self {
            folder: path.parent()?.to_owned(),
            name: path.file_name()?.to_str()?.to_owned(),
        })
    }

    /// Returns the tags of the repository.
    pub fn tags(&self) -> Vec<String> {
        self.lines(&["for-each-ref", "--format=%(refname:strip=2)", "refs/tags"])
    }

    /// Returns the commits that changed the file, the newest first.
    pub fn commits(&self) -> Vec<String> {
        let count = format!("--max-count={MAX_COMMITS}");
        let name = format!("./{}", self.name);
        self.lines(&["rev-list", &count, "HEAD", "--", &name])
    }

    /// Returns the content of the file at a revision.
    pub fn content(&self, revision: &str) -> Option<Vec<u8>> {
        self.content_of(revision, &self.name)
    }

    /// Returns the content of a file at a revision; `path` is relative to the folder of this file.
    pub fn content_of(&self, revision: &str, path: &str) -> Option<Vec<u8>> {
        self.run(&["cat-file", "blob", &format!("{revision}:./{path}")])
    }

    fn lines(&self, arguments: &[&str]) -> Vec<String> {
        let output = self.run(arguments).unwrap_or_default();
        let text = String::from_utf8_lossy(&output);
        text.lines().map(str::to_owned).collect()
    }

    /// Returns what git prints; nothing, if there is no git or it fails.
    fn run(&self, arguments: &[&str]) -> Option<Vec<u8>> {
        let mut command = Command::new("git");
        let output = command.current_dir(&self.folder).args(arguments).output();
        let output = output.ok().filter(|output| output.status.success())?;
        Some(output.stdout)
    }
}

/// The maximum number of commits searched for a version: each needs a call of git.
const MAX_COMMITS: usize = 200;
