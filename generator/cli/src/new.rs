use std::fs::{self, File};
use std::io::{self, ErrorKind, Write as _};
use std::path::Path;

use super::client::ClientError;
use super::client_arguments::CheckedArguments;
use super::{Client, Outcome, terminal};
use clientsmith::starter_settings;

/// Writes the settings that `arguments` ask for, unless there are any, and `client`, whose folder must be new or empty.
///
/// # Errors
///
/// [`ClientError`], and no settings are left behind.
pub(super) fn begin(arguments: &CheckedArguments, client: Client) -> Result<Outcome, ClientError> {
    refuse_used(&client.output)?;
    let path = arguments.client.settings_path();
    if client
        .files
        .settings
        .as_ref()
        .is_some_and(|path| path.exists())
    {
        return client.generate(&arguments.strictness);
    }
    let files = clientsmith::api_files::ApiFiles {
        settings: None,
        ..client.files
    };
    let inputs = files.read()?;
    let set: &[&str] = if files.package.is_some() {
        &["package.name"]
    } else {
        &[]
    };
    let settings = starter_settings(&inputs.document, &inputs.settings, set);
    write_new(&path, &settings)?;
    let client = Client { files, ..client };
    let outcome = client.generate(&arguments.strictness);
    match &outcome {
        Ok(_) => terminal::say(&format!("settings to fill in: {}", path.display())),
        // The failure itself is what is told.
        Err(_) => drop(fs::remove_file(&path)),
    }
    outcome
}

fn refuse_used(folder: &Path) -> Result<(), ClientError> {
    let failed = |source| ClientError::Read {
        path: folder.to_owned(),
        source,
    };
    match fs::read_dir(folder) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        entries => match entries.map_err(failed)?.next() {
            None => Ok(()),
            Some(_) => Err(ClientError::NotEmpty(folder.to_owned())),
        },
    }
}

/// Writes a file that must not be there yet.
fn write_new(path: &Path, text: &str) -> Result<(), ClientError> {
    let write = || -> io::Result<()> {
        let mut file = File::create_new(path)?;
        file.write_all(text.as_bytes())
            .inspect_err(|_| drop(fs::remove_file(path)))
    };
    write().map_err(|source| ClientError::Write {
        path: path.to_owned(),
        source,
    })
}
