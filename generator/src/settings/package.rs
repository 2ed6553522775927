use super::section::Section;
use super::{check, crate_name};

/// What goes into the manifest of the generated crate
/// ([cargo's fields](https://doc.rust-lang.org/cargo/reference/manifest.html)).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackageSettings {
    /// The crate's name.
    pub name: String,
    /// The crate's version, `0.1.0` unless given.
    pub version: String,
    /// The last version that was released. Where absent, git tags tell what was.
    pub released: Option<String>,
    /// What the crate is, in one line. Where absent, the document's `info.title` says it.
    pub description: Option<String>,
    /// The license as an SPDX expression.
    pub license: Option<String>,
    /// The address of the source repository.
    pub repository: Option<String>,
    /// At most five keywords.
    pub keywords: Vec<String>,
    /// At most five category slugs.
    pub categories: Vec<String>,
}

// The registry's limit on keywords, and on categories.
const MAX_KEYWORDS: usize = 5;

impl PackageSettings {
    pub(super) fn named(name: String) -> Self {
        Self {
            name,
            version: "0.1.0".to_owned(),
            released: None,
            description: None,
            license: None,
            repository: None,
            keywords: Vec::new(),
            categories: Vec::new(),
        }
    }

    pub(super) fn read(&mut self, section: &Section<'_>) {
        section.only_listed();
        if let Some(name) = section.text("name", crate_name::check) {
            self.name = name;
        }
        if let Some(version) = section.text("version", check::version) {
            self.version = version;
        }
        self.released = section.text("released", check::version);
        self.description = section.text("description", check::line);
        self.license = section.text("license", check::line);
        self.repository = section.text("repository", check::address);
        self.keywords = list(section, "keywords", check::keyword);
        self.categories = list(section, "categories", check::category);
    }
}

fn list(section: &Section<'_>, key: &str, rule: fn(&str) -> Result<(), String>) -> Vec<String> {
    section.texts(key, MAX_KEYWORDS, rule).unwrap_or_default()
}
