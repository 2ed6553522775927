use std::fs;
use std::path::{Path, PathBuf};

use super::layout::Layout;
use super::staged::Staged;
use crate::Failure;
use crate::api::Api;

/// An API that was added. Its files are removed again when this is dropped, unless they are [kept](Self::keep).
#[derive(Debug)]
pub struct Added {
    /// The API.
    pub api: Api,
    /// What was put in its place.
    made: Vec<PathBuf>,
}

impl Added {
    /// Lets the files stay.
    #[must_use]
    pub fn keep(mut self) -> Api {
        self.made.clear();
        self.api.clone()
    }
}

impl Drop for Added {
    fn drop(&mut self) {
        for path in self.made.iter().rev() {
            // The failure that led here is what is told.
            let _ = if path.is_dir() {
                fs::remove_dir_all(path)
            } else {
                fs::remove_file(path)
            };
        }
    }
}

/// Moves the files of `staged` to their places.
pub(super) fn install(
    root: &Path,
    name: &str,
    layout: &Layout,
    staged: &Staged,
) -> Result<Added, Failure> {
    let spec = Path::new("spec");
    let mut added = Added {
        api: Api {
            name: name.to_owned(),
            document: spec.join(&layout.document),
            settings: Some(spec.join(&layout.settings)),
            output: Path::new("generated-client").join(name),
        },
        made: Vec::new(),
    };
    for path in [&layout.whole, &layout.settings] {
        let to = root.join(spec).join(path);
        fs::rename(staged.folder.path().join(path), &to).map_err(|source| Failure::Write {
            path: spec.join(path),
            source,
        })?;
        added.made.push(to);
    }
    Ok(added)
}
