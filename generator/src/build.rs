use std::env;
use std::error::Error;
use std::iter::successors;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::diagnostics::{Diagnostics, Verbosity};
use crate::{ApiFiles, ModulePath};

/// A client that a build script writes, as a module of the crate that is built.
///
/// `build.rs` names the document, whose path is relative to the package, and the place of the module:
///
/// ```no_run
/// use std::process::ExitCode;
///
/// fn main() -> ExitCode {
///     clientsmith::Build::new("petstore.yaml", "crate::petstore").run()
/// }
/// ```
///
/// That place has to be where the module is included, by the name of its folder:
///
/// ```text
/// mod petstore {
///     include!(concat!(env!("OUT_DIR"), "/petstore/mod.rs"));
/// }
/// ```
///
/// The package must have edition 2024, and the dependencies and features that a generated crate would have.
#[derive(Clone, Debug)]
pub struct Build {
    files: ApiFiles,
    module: String,
}

impl Build {
    /// Returns a build of the client of `document`, to be the module with the path `module`, which begins with
    /// `crate::`.
    #[must_use]
    pub fn new(document: impl Into<PathBuf>, module: impl Into<String>) -> Self {
        let (document, module) = (document.into(), module.into());
        let stem = document.file_stem().unwrap_or_default().to_string_lossy();
        Self {
            files: ApiFiles {
                name: stem.into_owned(),
                package: None,
                root: PathBuf::new(),
                document,
                settings: None,
            },
            module,
        }
    }

    /// Returns the same build with the settings file at `settings`, which is relative to the package.
    #[must_use]
    pub fn settings(mut self, settings: impl Into<PathBuf>) -> Self {
        self.files.settings = Some(settings.into());
        self
    }

    /// Writes the module to the folder that cargo gives the build script, and tells cargo what to show and when to run
    /// again
    /// ([Cargo Book, build scripts](https://doc.rust-lang.org/cargo/reference/build-scripts.html#outputs-of-the-build-script)):
    /// when one of the files that it was made from changes.
    ///
    /// Gives the exit code of the build script. Warnings about the document are warnings of the build; errors end it.
    #[must_use]
    pub fn run(&self) -> ExitCode {
        let written = match env::var_os("OUT_DIR") {
            Some(folder) => self.write(Path::new(&folder), &mut |line| println!("cargo::{line}")),
            None => Err("OUT_DIR is not set; this has to run in a build script".into()),
        };
        match written {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                for line in lines(&*error) {
                    println!("cargo::error={line}");
                }
                ExitCode::FAILURE
            }
        }
    }

    /// Writes the module to a folder of its name in `folder`; `print` receives the instructions for cargo.
    fn write(&self, folder: &Path, print: &mut dyn FnMut(String)) -> Result<(), Box<dyn Error>> {
        let given = [Some(&self.files.document), self.files.settings.as_ref()];
        for path in given.into_iter().flatten() {
            print(format!("rerun-if-changed={}", path.display()));
        }
        let at: ModulePath = self.module.parse()?;
        let inputs = self.files.read()?;
        let beside = inputs
            .beside
            .iter()
            .map(|path| self.files.document.with_file_name(path));
        // Cargo would run again and again for a file that is not there.
        for path in beside.filter(|path| path.exists()) {
            print(format!("rerun-if-changed={}", path.display()));
        }
        let package = self.files.module(&inputs, &at)?;
        package.write_to(&folder.join(at.name()))?;
        let report = package.warnings().report(Verbosity::Lines, false);
        for line in report.text.lines().filter(|_| report.warnings > 0) {
            print(format!("warning={line}"));
        }
        Ok(())
    }
}

/// Returns what is wrong, a line for each of several findings.
fn lines(error: &(dyn Error + 'static)) -> Vec<String> {
    let chain = || successors(Some(error), |error| (*error).source());
    if let Some(found) = chain().find_map(|error| error.downcast_ref::<Diagnostics>()) {
        let report = found.report(Verbosity::Lines, false);
        return report.text.lines().map(str::to_owned).collect();
    }
    let causes: Vec<String> = chain().map(ToString::to_string).collect();
    vec![causes.join(": ")]
}

#[cfg(test)]
mod tests {
    use super::*;

    const WARNED: &str = "openapi: 3.0.3
info: { title: A, version: '1' }
paths:
  /a:
    get:
      callbacks: { x: {} }
      responses:
        '200':
          description: Done.
          content: { application/json: { schema: { $ref: b.yaml } } }
";

    /// Returns the instructions for cargo from a build of `document`, or the errors.
    fn told(document: &str, module: &str) -> (Vec<String>, Vec<String>) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.yaml"), document).unwrap();
        std::fs::write(folder.path().join("b.yaml"), "type: string").unwrap();
        let mut told = Vec::new();
        let build = Build::new(folder.path().join("a.yaml"), module);
        let written = build.write(&folder.path().join("out"), &mut |line| told.push(line));
        let is_there = folder.path().join("out/client/mod.rs").is_file();
        assert_eq!(is_there, written.is_ok());
        let wrong = written
            .err()
            .map(|error| lines(&*error))
            .unwrap_or_default();
        let shown = |line: String| line.replace(&format!("{}/", folder.path().display()), "");
        (
            told.into_iter().map(shown).collect(),
            wrong.into_iter().map(shown).collect(),
        )
    }

    #[test]
    fn cargo_is_told_what_to_watch_and_to_show() {
        let (told, wrong) = told(WARNED, "crate::client");
        assert!(wrong.is_empty(), "{wrong:?}");
        let warning = "warning=a.yaml:6:7: warning[callbacks-ignored]: ";
        assert_eq!(
            told[..2],
            ["rerun-if-changed=a.yaml", "rerun-if-changed=b.yaml"]
        );
        assert!(told[2].starts_with(warning), "{told:?}");
        assert_eq!(told[3..], ["warning=1 warning"]);
    }

    #[test]
    fn what_is_wrong_is_told_in_lines() {
        let (watched, wrong) = told("openapi: 3.0.3\n", "client");
        assert_eq!(watched, ["rerun-if-changed=a.yaml"]);
        assert_eq!(
            wrong,
            ["`client` is not the path of a module, such as `crate::client`"]
        );
        let (_, wrong) = told("title: x\n", "crate::client");
        assert!(wrong[0].starts_with("a.yaml:1:1: error["), "{wrong:?}");
    }
}
