//! A case and what the generator makes of it.

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::api_files::{InputError, Warnings};
use clientsmith::settings::RuntimeSettings;
use clientsmith::{ApiFiles, Diagnostics, Document, Package};

/// A folder of `tests/cases/`, or of a folder that groups cases of one feature.
#[derive(Debug)]
pub struct Case {
    /// The names of the folders on the way, joined by `-`: the name of the crate.
    pub name: String,
    /// The folder.
    pub folder: PathBuf,
}

/// The document of a case, in its folder.
pub const DOCUMENT: &str = "spec.yaml";

/// The settings of a case, in its folder; most have none.
pub const SETTINGS: &str = "settings.toml";

/// A document that asks for nothing: what it makes, every client has.
const BARE: &str = "{ openapi: 3.0.3, info: { title: Bare, version: '1' }, paths: {} }";

/// Every case, sorted by name.
pub fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    collect(
        &clientsmith_tests::root().join("tests/cases"),
        "",
        &mut cases,
    );
    cases.sort_by(|left, right| left.name.cmp(&right.name));
    cases
}

/// Adds the cases in `folder`, whose names begin with `prefix`.
fn collect(folder: &Path, prefix: &str, cases: &mut Vec<Case>) {
    let entries = fs::read_dir(folder).expect("the folders of the cases can be listed");
    for folder in entries.map(|entry| entry.unwrap().path()) {
        let name = folder.file_name().and_then(|name| name.to_str());
        let name = format!("{prefix}{}", name.expect("names of cases are ASCII"));
        if folder.join(DOCUMENT).exists() {
            cases.push(Case { name, folder });
        } else {
            collect(&folder, &format!("{name}-"), cases);
        }
    }
}

impl Case {
    /// The client of this case, or why there is none.
    pub fn generate(&self) -> Result<Package, Diagnostics> {
        match self.files().package(Warnings::Shown) {
            Ok(package) => Ok(package),
            Err(InputError::Diagnostics { diagnostics, .. }) => Err(diagnostics),
            Err(error) => panic!("{}: {error}", self.name),
        }
    }

    /// The client of this case with another setting for its runtime, or why there is none.
    pub fn generate_with(&self, runtime: RuntimeSettings) -> Result<Package, Diagnostics> {
        match self.files().read() {
            Ok(mut inputs) => {
                inputs.settings.runtime = runtime;
                clientsmith::generate(&inputs.document, &inputs.settings)
            }
            Err(InputError::Diagnostics { diagnostics, .. }) => Err(diagnostics),
            Err(error) => panic!("{}: {error}", self.name),
        }
    }

    /// The client of this case as the module of that name in a crate, with `runtime` as in
    /// [`generate_with`](Self::generate_with).
    pub fn generate_module(&self, runtime: RuntimeSettings) -> Result<Package, Diagnostics> {
        let mut inputs = match self.files().read() {
            Ok(inputs) => inputs,
            Err(InputError::Diagnostics { diagnostics, .. }) => return Err(diagnostics),
            Err(error) => panic!("{}: {error}", self.name),
        };
        inputs.settings.runtime = runtime;
        let path = format!("crate::{}", self.module());
        clientsmith::generate_module(&inputs.document, &inputs.settings, &path.parse().unwrap())
    }

    /// The name of this case as one of a module.
    pub fn module(&self) -> String {
        self.name.replace('-', "_")
    }

    /// The client that this case would have if its document asked for nothing.
    pub fn generate_bare(&self) -> Result<Package, Diagnostics> {
        let bare = Document::read("bare", BARE.as_bytes())?;
        let settings = self
            .files()
            .read()
            .expect("a case with a client has settings");
        clientsmith::generate(&bare, &settings.settings)
    }

    fn files(&self) -> ApiFiles {
        let settings = self.folder.join(SETTINGS);
        ApiFiles {
            name: self.name.clone(),
            package: None,
            root: self.folder.clone(),
            document: DOCUMENT.into(),
            settings: settings.is_file().then(|| SETTINGS.into()),
        }
    }
}
