//! Which versions of a client are released, and from which documents.

use std::io::{Error, ErrorKind};

use semver::Version;

use super::git::Tracked;
use super::target::{FileRole, Target};
use clientsmith::api_files::Inputs;
use clientsmith::internal::shown;
use clientsmith::settings::{NameSettings, PackageSettings};
use clientsmith::{Document, Files, Settings};

/// The last release of a client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Release {
    pub version: Version,
    /// Its tag, if there is one.
    tag: Option<String>,
}

impl Release {
    /// Returns the last release of `target`, if any is known.
    ///
    /// Git tags such as `v1.2.3` and `NAME-v1.2.3` stand for releases. If the settings name a release, only tags with the
    /// name of the package count besides.
    pub fn last(target: &Target, package: &PackageSettings) -> Option<Self> {
        let tracked = Tracked::new(&target.files.root.join(&target.files.document));
        let tags = tracked.map(|tracked| tracked.tags()).unwrap_or_default();
        last(&tags, package)
    }

    /// Returns the document that it was made from, and the names that its settings gave: those of its tag, or else of
    /// the last commit with its version in the settings.
    pub fn inputs(&self, target: &Target, old: &Inputs) -> Option<(Document, NameSettings)> {
        let document = Tracked::new(&target.files.root.join(&target.files.document))?;
        let revision = match &self.tag {
            Some(tag) => tag.clone(),
            None => self.commit(target)?,
        };
        let content = document.content(&revision)?;
        let files = Files {
            read: &|path| {
                let content = document.content_of(&revision, path);
                content.ok_or_else(|| Error::from(ErrorKind::NotFound))
            },
            outside: old.settings.references.outside,
        };
        let name = shown(&target.files.document);
        let document = Document::read_with(&name, &content, files).ok()?;
        let settings = Tracked::new(&target.files.root.join(target.path(&FileRole::Settings)));
        let settings = settings.and_then(|settings| settings_at(target, &settings, &revision));
        Some((
            document,
            settings.map(|settings| settings.names).unwrap_or_default(),
        ))
    }

    /// Returns the last commit that has its version in the settings.
    fn commit(&self, target: &Target) -> Option<String> {
        let path = target.path(&FileRole::Settings);
        let settings = Tracked::new(&target.files.root.join(path))?;
        settings.commits().into_iter().find(|commit| {
            let found = settings_at(target, &settings, commit);
            found.is_some_and(|found| found.package.version == self.version.to_string())
        })
    }
}

/// Returns the settings at a revision.
fn settings_at(target: &Target, settings: &Tracked, revision: &str) -> Option<Settings> {
    let text = settings.content(revision)?;
    let path = shown(&target.path(&FileRole::Settings));
    Settings::read_for(&target.files.name, &path, &String::from_utf8_lossy(&text)).ok()
}

fn last(tags: &[String], package: &PackageSettings) -> Option<Release> {
    let stated = package.released.as_deref();
    let stated = stated.and_then(|version| Version::parse(version).ok());
    let is_stated = stated.is_some();
    let tagged = tags.iter().filter_map(|tag| {
        let own = own_version(tag, &package.name);
        // Other packages of the repository can have the tags without a name.
        let bare = || version(tag).filter(|_| !is_stated);
        Some(Release {
            version: own.or_else(bare)?,
            tag: Some(tag.clone()),
        })
    });
    let stated = stated.map(|version| {
        let mut tags = tags.iter();
        let tag = tags.find(|tag| {
            own_version(tag, &package.name)
                .or_else(|| self::version(tag))
                .as_ref()
                == Some(&version)
        });
        Release {
            tag: tag.cloned(),
            version,
        }
    });
    // Of tags for one version, the one with the name is more certain.
    let rank = |release: &Release| {
        let tag = release.tag.as_deref().unwrap_or_default();
        (release.version.clone(), tag.starts_with(&package.name))
    };
    tagged.chain(stated).max_by_key(rank)
}

/// Returns the version in a tag such as `pets-v1.2.3`.
fn own_version(tag: &str, package: &str) -> Option<Version> {
    let rest = tag.strip_prefix(package)?;
    version(rest.strip_prefix(['-', '/', '@'])?)
}

/// Returns the version in a tag such as `v1.2.3`.
fn version(tag: &str) -> Option<Version> {
    Version::parse(tag.strip_prefix('v').unwrap_or(tag)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tags: &[&str], released: Option<&str>, expected: Option<(&str, Option<&str>)>) {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        let mut settings = Settings::for_package("pets").package;
        settings.released = released.map(str::to_owned);
        let expected = expected.map(|(version, tag)| Release {
            version: Version::parse(version).unwrap(),
            tag: tag.map(str::to_owned),
        });
        assert_eq!(last(&tags, &settings), expected, "{tags:?}");
    }

    #[test]
    fn tags_and_settings_tell_what_is_released() {
        check(&[], None, None);
        check(&["other"], None, None);
        check(
            &["v0.1.0", "v0.2.0", "other"],
            None,
            Some(("0.2.0", Some("v0.2.0"))),
        );
        check(
            &["pets-v0.1.0", "v0.2.0"],
            None,
            Some(("0.2.0", Some("v0.2.0"))),
        );
        check(
            &["v0.1.0", "pets-v0.2.0"],
            None,
            Some(("0.2.0", Some("pets-v0.2.0"))),
        );
        check(
            &["pets-v0.2.0", "v0.2.0"],
            None,
            Some(("0.2.0", Some("pets-v0.2.0"))),
        );
        check(&["pets/v0.1.0"], None, Some(("0.1.0", Some("pets/v0.1.0"))));
        check(
            &["pets-v0.9.0", "pets-v0.10.0"],
            None,
            Some(("0.10.0", Some("pets-v0.10.0"))),
        );
        check(&[], Some("1.0.0"), Some(("1.0.0", None)));
        check(
            &["v9.0.0", "v1.0.0"],
            Some("1.0.0"),
            Some(("1.0.0", Some("v1.0.0"))),
        );
        check(
            &["pets-v1.1.0"],
            Some("1.0.0"),
            Some(("1.1.0", Some("pets-v1.1.0"))),
        );
    }
}
