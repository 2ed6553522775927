use std::path::{Path, PathBuf};

use super::Refusal;
use super::gather::Gathered;
use crate::api::EXTENSIONS;

/// Where the files of a new API go, relative to the folder of the documents.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// What is put there as a whole: the document alone, or the folder that it is in.
    pub(super) whole: PathBuf,
    /// The document.
    pub(super) document: PathBuf,
    /// The settings.
    pub(super) settings: PathBuf,
}

impl Layout {
    /// Returns the layout for the API called `name`, whose document comes from `document`.
    pub(super) fn new(name: &str, document: &Path, gathered: &Gathered) -> Result<Self, Refusal> {
        let extension = extension(document, &gathered.document);
        let settings = PathBuf::from(format!("{name}.toml"));
        if gathered.beside.is_empty() {
            let document = PathBuf::from(format!("{name}.{extension}"));
            return Ok(Self {
                whole: document.clone(),
                document,
                settings,
            });
        }
        let file = format!("openapi.{extension}");
        let is_there = |path: &&String| path.eq_ignore_ascii_case(&file);
        if let Some(path) = gathered.beside.keys().find(is_there) {
            return Err(Refusal::InTheWay {
                document: document.to_owned(),
                path: path.clone(),
            });
        }
        Ok(Self {
            whole: name.into(),
            document: Path::new(name).join(file),
            settings,
        })
    }

    /// Returns where the file at `path` beside the document goes.
    pub(super) fn beside(&self, path: &str) -> PathBuf {
        self.document.with_file_name("").join(path)
    }
}

/// Returns the extension of the document, or the one that its text should have.
fn extension(document: &Path, bytes: &[u8]) -> &'static str {
    let given = document
        .extension()
        .and_then(|extension| extension.to_str());
    let is_given = |known: &&&str| given.is_some_and(|given| given.eq_ignore_ascii_case(known));
    let is_json = bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{');
    match EXTENSIONS.iter().find(is_given) {
        Some(known) => known,
        None if is_json => "json",
        None => "yaml",
    }
}
