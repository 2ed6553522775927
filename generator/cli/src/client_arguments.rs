use std::path::{Path, PathBuf};

use super::{Client, Strictness};
use clientsmith::api_files::ApiFiles;
use clientsmith::settings::check_crate_name;

/// A document and the folder of its client, and what to make of warnings.
#[derive(Debug, clap::Args)]
pub(super) struct CheckedArguments {
    #[command(flatten)]
    pub(super) client: ClientArguments,
    #[command(flatten)]
    pub(super) strictness: Strictness,
}

/// A document and the folder of its client.
#[derive(Debug, clap::Args)]
pub(super) struct ClientArguments {
    /// OpenAPI document, in YAML or JSON
    #[arg(value_name = "FILE")]
    pub(super) document: PathBuf,
    /// Folder of the client crate
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
    /// Settings file [default: FILE with the extension .toml, if it exists]
    #[arg(long, value_name = "FILE")]
    pub(super) settings: Option<PathBuf>,
    /// Name of the crate [default: `package.name` in the settings, otherwise the name of DIR]
    #[arg(long, value_parser = checked_name)]
    pub(super) name: Option<String>,
}

impl ClientArguments {
    /// Returns the client that is meant.
    pub(super) fn client(&self) -> Client {
        let default = self.settings_path();
        let settings = match &self.settings {
            Some(given) => Some(given.clone()),
            None => default.is_file().then_some(default),
        };
        Client {
            files: ApiFiles {
                name: folder_name(&self.out),
                package: self.name.clone(),
                root: PathBuf::new(),
                document: self.document.clone(),
                settings,
            },
            output: self.out.clone(),
        }
    }

    /// Returns where the settings are, or will be.
    pub(super) fn settings_path(&self) -> PathBuf {
        let given = self.settings.clone();
        given.unwrap_or_else(|| self.document.with_extension("toml"))
    }
}

/// Returns the name of a folder, which need not exist yet.
fn folder_name(folder: &Path) -> String {
    let absolute = folder
        .canonicalize()
        .or_else(|_| std::path::absolute(folder));
    let name = absolute
        .ok()
        .and_then(|path| Some(path.file_name()?.to_owned()));
    name.unwrap_or_default().to_string_lossy().into_owned()
}

fn checked_name(name: &str) -> Result<String, String> {
    check_crate_name(name)
        .map(|()| name.to_owned())
        .map_err(|reason| format!("the name {reason}"))
}
