//! Which versions of a client are released.

use std::path::Path;
use std::process::Command;

use semver::Version;

use crate::settings::PackageSettings;

/// The last version that is released, if a later one is not; nothing, if `current` is released.
///
/// The settings tell, or else the git tags of the repository in which `folder` is. If no tag stands for a version, each
/// version counts as released.
pub(super) fn last_release(
    current: &Version,
    package: &PackageSettings,
    folder: &Path,
) -> Option<Version> {
    let stated = package.released.as_deref();
    let stated = stated.and_then(|version| Version::parse(version).ok());
    let last = match stated {
        Some(stated) => stated,
        None => versions(&tags(folder), &package.name).into_iter().max()?,
    };
    (last < *current).then_some(last)
}

/// The tags of a repository; none, if there is no repository or no git.
fn tags(folder: &Path) -> Vec<String> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let mut command = Command::new("git");
    command.current_dir(folder).args(["tag", "--list"]);
    let output = command
        .output()
        .ok()
        .filter(|output| output.status.success());
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    text.unwrap_or_default()
        .lines()
        .map(str::to_owned)
        .collect()
}

/// The versions that tags stand for. If tags have the name of the package in front, only these count.
fn versions(tags: &[String], package: &str) -> Vec<Version> {
    let parse = |text: &str| Version::parse(text.strip_prefix('v').unwrap_or(text)).ok();
    let own = tags.iter().filter_map(|tag| {
        let rest = tag.strip_prefix(package)?;
        parse(rest.strip_prefix(['-', '/', '@'])?)
    });
    let own: Vec<Version> = own.collect();
    if own.is_empty() {
        tags.iter().filter_map(|tag| parse(tag)).collect()
    } else {
        own
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(tags: &[&str], released: Option<&str>, current: &str, last: Option<&str>) {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        let current = Version::parse(current).unwrap();
        let found = match released {
            Some(_) => {
                let mut settings = crate::Settings::for_package("pets").package;
                settings.released = released.map(str::to_owned);
                last_release(&current, &settings, Path::new(""))
            }
            None => {
                let last = versions(&tags, "pets").into_iter().max();
                last.filter(|last| *last < current)
            }
        };
        assert_eq!(found.map(|version| version.to_string()).as_deref(), last);
    }

    #[test]
    fn tags_and_settings_tell_what_is_released() {
        check(&["v0.1.0", "v0.2.0", "other"], None, "0.3.0", Some("0.2.0"));
        check(&["v0.3.0"], None, "0.3.0", None);
        check(&["pets-v0.1.0", "v9.0.0"], None, "0.2.0", Some("0.1.0"));
        check(&["pets/v0.1.0"], None, "0.1.0", None);
        check(&[], None, "0.1.0", None);
        check(&[], Some("1.0.0"), "1.1.0", Some("1.0.0"));
        check(&[], Some("1.1.0"), "1.1.0", None);
    }
}
