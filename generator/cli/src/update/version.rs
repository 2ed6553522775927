//! The version that follows from a change.

use semver::{BuildMetadata, Prerelease, Version};

use super::UpdateError;
use super::target::Target;
use clientsmith::api_files::Inputs;
use clientsmith::surface::Level;

/// Returns the version in the settings.
pub(super) fn current(target: &Target, old: &Inputs) -> Result<Version, UpdateError> {
    let version = &old.settings.package.version;
    Version::parse(version).map_err(|_| UpdateError::Version {
        version: version.clone(),
        settings: target.settings.clone(),
    })
}

/// Returns the version after `version` for a change of this level
/// ([Semantic Versioning](https://semver.org), items 4 and 6 to 9).
///
/// Before 1.0.0 the first number that is not zero is the one that breaks, as
/// [cargo](https://doc.rust-lang.org/cargo/reference/semver.html) takes versions. A pre-release of a version that may hold
/// such a change leads to that version's next pre-release.
pub(super) fn next(version: &Version, level: Level) -> Version {
    if let Some(next) = next_prerelease(version) {
        return next;
    }
    let (major, minor, patch) = (version.major, version.minor, version.patch);
    match (level, major, minor) {
        (Level::Major, 1.., _) => Version::new(major.saturating_add(1), 0, 0),
        (Level::Major, 0, 1..) => Version::new(0, minor.saturating_add(1), 0),
        (Level::Minor, 1.., _) => Version::new(major, minor.saturating_add(1), 0),
        _ => Version::new(major, minor, patch.saturating_add(1)),
    }
}

/// Pre-releases promise nothing to each other: `2.0.0-rc.1` is followed by `2.0.0-rc.2`, `2.0.0-rc` by `2.0.0-rc.1`.
fn next_prerelease(version: &Version) -> Option<Version> {
    let parts = version.pre.as_str();
    let (name, number) = parts.rsplit_once('.').unwrap_or(("", parts));
    let next = match (number.parse::<u64>(), name) {
        _ if parts.is_empty() => return None,
        (Ok(number), "") => number.saturating_add(1).to_string(),
        (Ok(number), name) => format!("{name}.{}", number.saturating_add(1)),
        (Err(_), _) => format!("{parts}.1"),
    };
    Some(Version {
        pre: Prerelease::new(&next).ok()?,
        build: BuildMetadata::EMPTY,
        ..version.clone()
    })
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn a_version_is_followed_by_one_that_promises_no_more_than_it_holds() {
        for (version, major, minor, patch) in [
            ("1.2.3", "2.0.0", "1.3.0", "1.2.4"),
            ("0.2.3", "0.3.0", "0.2.4", "0.2.4"),
            ("0.0.3", "0.0.4", "0.0.4", "0.0.4"),
            ("1.2.3+build", "2.0.0", "1.3.0", "1.2.4"),
            ("2.0.0-rc.1", "2.0.0-rc.2", "2.0.0-rc.2", "2.0.0-rc.2"),
            ("2.0.0-rc", "2.0.0-rc.1", "2.0.0-rc.1", "2.0.0-rc.1"),
            ("2.0.0-7", "2.0.0-8", "2.0.0-8", "2.0.0-8"),
        ] {
            let version = Version::parse(version).unwrap();
            let levels = [Level::Major, Level::Minor, Level::Patch];
            let followed = levels.map(|level| next(&version, level).to_string());
            assert_eq!(followed, [major, minor, patch], "{version}");
        }
    }

    #[test]
    fn the_documentation_shows_what_follows() {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/versions.md");
        let page = fs::read_to_string(page).unwrap();
        for (meaning, level) in [
            ("breaking (major)", Level::Major),
            ("an addition (minor)", Level::Minor),
            ("neither (patch)", Level::Patch),
        ] {
            let cells = ["1.2.3", "0.2.3", "0.0.3"].map(|version| {
                let followed = next(&Version::parse(version).unwrap(), level);
                format!(" {version} → {followed} |")
            });
            let row = format!("| {meaning} |{}\n", cells.concat());
            assert!(page.contains(&row), "docs/versions.md lacks {row}");
        }
    }
}
