use std::path::{Path, PathBuf};

use super::{ClientError, DiffOptions, Outcome};
use clientsmith::api_files::{ApiFiles, Inputs};
use clientsmith::diff::Report;

/// Two documents to compare.
#[derive(Debug, clap::Args)]
pub(super) struct DiffArguments {
    /// The API document that clients know
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The API document that replaces it
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// The settings of the client [default: NEW with the extension .toml, if there is one]
    #[arg(long, value_name = "FILE")]
    settings: Option<PathBuf>,
    #[command(flatten)]
    options: DiffOptions,
}

impl DiffArguments {
    /// Tells what changed between the documents.
    ///
    /// # Errors
    ///
    /// [`ClientError`] if one of them cannot be read.
    pub(super) fn run(&self) -> Result<Outcome, ClientError> {
        let (old, new) = rayon::join(|| self.read(&self.old), || self.read(&self.new));
        let (old, new) = (old?, new?);
        let report = Report::between(&old.document, &new.document, &new.settings);
        Ok(self.options.print(report))
    }

    fn read(&self, document: &Path) -> Result<Inputs, ClientError> {
        let beside = self.new.with_extension("toml");
        let settings = match &self.settings {
            Some(given) => Some(given.clone()),
            None => beside.is_file().then_some(beside),
        };
        let files = ApiFiles {
            name: "client".to_owned(),
            package: None,
            root: PathBuf::new(),
            document: document.to_owned(),
            settings,
        };
        Ok(files.read()?)
    }
}
