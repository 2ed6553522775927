//! What a document cannot say about the crate that is made of it: the settings file beside it.

mod check;
mod crate_name;
mod decode;
mod diff;
mod encode;
mod environment;
mod key;
mod keys;
mod lints;
mod names;
mod package;
mod references;
mod runtime;
mod section;
mod variables;

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::de::DeTable;

use crate::diagnostics::{Diagnostic, Diagnostics, Place, Source};

pub use crate_name::check as check_crate_name;
pub use decode::{
    DateTimeWithoutZone, DateWithTime, DecodeSettings, Decoding, MemberDecoding, SchemaDecoding,
};
pub use diff::{AcceptedChange, DiffSettings};
pub use encode::{DeepObjectArrays, EncodeSettings};
pub use environment::{EnvironmentSettings, SchemeVariables};
pub use key::Key;
pub use keys::KEYS;
pub use lints::{Level, LintSettings};
pub(crate) use names::schema_key;
pub use names::stable_key;
pub use names::{NameSettings, OperationNames, SchemaNames};
pub use package::PackageSettings;
pub use references::ReferenceSettings;
pub use runtime::RuntimeSettings;
pub(crate) use variables::Variables;

use section::{Section, Sections};

/// All settings of one client crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// `[package]`: what goes into the crate's manifest.
    pub package: PackageSettings,
    /// `[environment]`: the environment variables that `Client::from_env` reads.
    pub environment: EnvironmentSettings,
    /// `[encode]`: how requests are encoded where OpenAPI does not define it.
    pub encode: EncodeSettings,
    /// `[decode]`: what clients accept in responses although the document does not allow it.
    pub decode: DecodeSettings,
    /// `[names]`: names in the crate, in place of those derived from the document.
    pub names: NameSettings,
    /// `[diff]`: how changes between two revisions of the document are judged.
    pub diff: DiffSettings,
    /// `[lints]`: which findings in the document are not shown, and which are errors.
    pub lints: LintSettings,
    /// `[references]`: what references of the document may lead to.
    pub references: ReferenceSettings,
    /// `unwrap`: members of successful responses that hold what was asked for, which operations give in place of the
    /// whole body. Of several the first that a body has counts.
    pub unwrapped: Vec<String>,
    origin: Origin,
    /// `runtime`: where the code comes from that clients share.
    pub runtime: RuntimeSettings,
}

/// The file that settings were read from. Settings that say the same are equal, wherever they stand.
#[derive(Clone, Debug, Default)]
struct Origin(Option<Arc<Source>>);

impl PartialEq for Origin {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Origin {}

/// How many members `unwrap` may name.
const MAX_UNWRAPPED: usize = 16;

impl Settings {
    /// Reads a settings file in [TOML](https://toml.io/en/v1.0.0).
    ///
    /// `name` is the path of the file, which messages show and whose stem is the crate's name unless the file gives
    /// one; `text` is its content.
    ///
    /// # Errors
    ///
    /// All faults of the file: what is no TOML, keys that are not known, values of a wrong type or form.
    pub fn read(name: &str, text: &str) -> Result<Self, Diagnostics> {
        Self::read_for(stem(name), name, text)
    }

    /// Reads a settings file as [`read`](Self::read) does, for a crate that is called `package` unless the file gives a
    /// name.
    ///
    /// # Errors
    ///
    /// As [`read`](Self::read).
    pub fn read_for(package: &str, name: &str, text: &str) -> Result<Self, Diagnostics> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let source = Arc::new(Source::new(name, text));
        let mut faults = Diagnostics::new(Arc::clone(&source));
        let (table, errors) = DeTable::parse_recoverable(text);
        faults.extend(errors.iter().map(syntax));
        let sections = Sections::default();
        let mut settings = Self::from_section(&Section::root(table.get_ref(), &sections), package);
        settings.origin = Origin(Some(source));
        if faults.is_empty() {
            faults.extend(sections.into_faults());
        }
        if faults.is_empty() {
            Ok(settings)
        } else {
            Err(faults)
        }
    }

    /// Returns the same finding at the key at `path`, if the settings were read from a file.
    pub(crate) fn placed(&self, mut finding: Diagnostic, path: &[&str]) -> Diagnostic {
        let Origin(Some(source)) = &self.origin else {
            return finding;
        };
        let (table, _) = DeTable::parse_recoverable(source.text());
        finding.place = key_span(table.get_ref(), path).map_or(Place::Whole, Place::Span);
        finding.in_source(Arc::clone(source))
    }

    /// Returns the settings of a crate that has no settings file.
    ///
    /// `name` is the crate's name or what comes near it, such as the stem of the document's file name.
    #[must_use]
    pub fn for_package(name: &str) -> Self {
        Self {
            package: PackageSettings::named(crate_name::from(name)),
            environment: EnvironmentSettings::default(),
            encode: EncodeSettings::default(),
            decode: DecodeSettings::default(),
            names: NameSettings::default(),
            diff: DiffSettings::default(),
            lints: LintSettings::default(),
            references: ReferenceSettings::default(),
            unwrapped: Vec::new(),
            origin: Origin::default(),
            runtime: RuntimeSettings::default(),
        }
    }

    fn from_section(root: &Section<'_>, stem: &str) -> Self {
        root.only_listed();
        let mut settings = Self::for_package(stem);
        if let Some(package) = root.section("package") {
            settings.package.read(&package);
        }
        if let Some(environment) = root.section("environment") {
            settings.environment.read(&environment);
        }
        if let Some(encode) = root.section("encode") {
            settings.encode.read(&encode);
        }
        if let Some(decode) = root.section("decode") {
            settings.decode.read(&decode);
        }
        if let Some(names) = root.section("names") {
            settings.names.read(&names);
        }
        if let Some(diff) = root.section("diff") {
            settings.diff.read(&diff);
        }
        if let Some(lints) = root.section("lints") {
            settings.lints.read(&lints);
        }
        if let Some(references) = root.section("references") {
            settings.references.read(&references);
        }
        let unwrapped = root.text_or_texts("unwrap", MAX_UNWRAPPED, check::line);
        settings.unwrapped = unwrapped.unwrap_or_default();
        settings.runtime = runtime::read(root).unwrap_or_default();
        settings
    }
}

/// Returns where the last key of `path` stands.
fn key_span(table: &DeTable<'_>, path: &[&str]) -> Option<Range<usize>> {
    let (name, rest) = path.split_first()?;
    let (key, value) = table
        .iter()
        .find(|(key, _)| key.get_ref().as_ref() == *name)?;
    match rest {
        [] => Some(key.span()),
        rest => key_span(value.get_ref().as_table()?, rest),
    }
}

fn stem(name: &str) -> &str {
    let stem = Path::new(name).file_stem();
    stem.and_then(|stem| stem.to_str()).unwrap_or_default()
}

fn syntax(error: &toml::de::Error) -> Diagnostic {
    let place = error.span().map_or(Place::Whole, Place::Span);
    let message = format!("not valid TOML: {}", error.message());
    Diagnostic::new(&crate::codes::settings::SYNTAX, place, message)
}

#[cfg(test)]
mod tests;
