//! A case: two documents.

use std::fs;
use std::path::{Path, PathBuf};

use clientsmith::diff::Report;
use clientsmith::{Document, Settings};

/// The day on which settings accept changes.
const TODAY: &str = "2026-06-01";

/// A folder of `tests/diff/cases/`, or of a folder that groups cases.
#[derive(Debug)]
pub struct Case {
    pub folder: PathBuf,
}

/// Every case, sorted by path.
pub fn all() -> Vec<Case> {
    let mut cases = Vec::new();
    collect(
        &clientsmith_tests::root().join("tests/diff/cases"),
        &mut cases,
    );
    cases.sort_by(|left, right| left.folder.cmp(&right.folder));
    cases
}

fn collect(folder: &Path, cases: &mut Vec<Case>) {
    for entry in fs::read_dir(folder).unwrap() {
        let folder = entry.unwrap().path();
        if folder.join("old.yaml").exists() {
            cases.push(Case { folder });
        } else {
            collect(&folder, cases);
        }
    }
}

impl Case {
    /// What the folder of the case is called.
    pub fn name(&self) -> String {
        let cases = clientsmith_tests::root().join("tests/diff/cases");
        let path = self.folder.strip_prefix(cases).unwrap();
        path.to_string_lossy().replace('\\', "/")
    }

    /// What changed between the documents, by the settings of the case if it has any.
    pub fn report(&self) -> Report {
        let text = fs::read_to_string(self.folder.join("settings.toml")).unwrap_or_default();
        let settings = Settings::read_for("things", "settings.toml", &text);
        let settings = settings.unwrap_or_else(|errors| panic!("{}: {errors}", self.name()));
        let (old, new) = (self.document("old"), self.document("new"));
        let mut report = Report::between(&old, &new, &settings);
        report.accept(TODAY);
        report
    }

    /// The old or new document, in YAML or JSON.
    pub fn document(&self, name: &str) -> Document {
        let files = ["yaml", "json"].map(|extension| format!("{name}.{extension}"));
        let found = files
            .iter()
            .find_map(|file| Some((file, fs::read(self.folder.join(file)).ok()?)));
        let (file, bytes) = found.unwrap_or_else(|| panic!("{} lacks {name}.yaml", self.name()));
        let document = Document::read(file, &bytes);
        document.unwrap_or_else(|errors| panic!("{}: {errors}", self.name()))
    }
}
