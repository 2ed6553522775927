//! The changelog of a client, which people may edit.

mod body;
mod headings;

use semver::Version;

pub(super) use body::Body;
use headings::{Heading, headings};

const BEGINNING: &str = "# Changelog

What changed for the users of this crate, the newest version first. Versions follow
[Semantic Versioning](https://semver.org): a change of the first number that is not zero can break programs.
";

/// An entry about a version.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub version: Version,
    /// The day of the entry, as `2026-03-27`.
    pub day: String,
    pub body: Body,
}

impl Entry {
    /// The entry in Markdown, with its heading.
    pub(super) fn render(&self) -> String {
        format!(
            "## {} - {}\n\n{}",
            self.version,
            self.day,
            self.body.render()
        )
    }
}

/// Puts `entry` into the changelog, above all other versions, and returns the text and the entry as it is there;
/// `changelog` is the text so far, if there is any.
///
/// An entry about the version `unreleased` becomes a part of it, and so do the notes of a section that is called
/// "Unreleased" ([Keep a Changelog](https://keepachangelog.com/en/1.1.0/#effort)), whose heading stays.
pub(super) fn with_entry(
    changelog: Option<&str>,
    mut entry: Entry,
    unreleased: Option<&Version>,
) -> (String, Entry) {
    let given = changelog.unwrap_or(BEGINNING);
    let text = given.replace("\r\n", "\n");
    let headings = headings(&text);
    let at = |heading: Option<&Heading>| heading.map_or(text.len(), |heading| heading.start);
    let notes = headings.iter().position(Heading::is_unreleased);
    let release = headings.iter().position(|heading| !heading.is_unreleased());
    let mut end = at(release.and_then(|place| headings.get(place)));
    let mut above = text.get(..end).unwrap_or_default();
    if let Some(place) = notes.filter(|place| release.is_none_or(|release| *place < release)) {
        let after = headings.get(place).map_or(end, |heading| heading.end);
        let notes = text.get(after..end).unwrap_or_default();
        entry.body.add_notes(&Body::parse(notes));
        above = text.get(..after).unwrap_or_default();
    }
    let first = release.and_then(|place| headings.get(place));
    if let Some(first) = first.filter(|first| first.version() == unreleased && unreleased.is_some())
    {
        let next = release.and_then(|place| headings.get(place + 1));
        let old = text.get(first.end..at(next)).unwrap_or_default();
        entry.body.add_earlier(&Body::parse(old));
        end = at(next);
    }
    let below = text.get(end..).unwrap_or_default();
    let mut new = above.trim_end().to_owned();
    if !new.is_empty() {
        new.push_str("\n\n");
    }
    new.push_str(&entry.render());
    if !below.is_empty() {
        new = format!("{new}\n{below}");
    }
    // As it was written, line endings and all.
    if given.contains("\r\n") {
        new = new.replace('\n', "\r\n");
    }
    (new, entry)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(version: &str, text: &str) -> Entry {
        Entry {
            version: Version::parse(version).unwrap(),
            day: "2026-03-27".to_owned(),
            body: Body::parse(text),
        }
    }

    const NEW: &str = "## 2.0.0 - 2026-03-27\n\n- New.\n";

    #[test]
    fn entries_go_above_those_of_other_versions() {
        for (old, new) in [
            ("# Changes\n", "# Changes\n\nNEW"),
            ("", "NEW"),
            (
                "# Changes\n\n## 1\n\n- Old.\n",
                "# Changes\n\nNEW\n## 1\n\n- Old.\n",
            ),
            (
                "# C\n\n## [Unreleased]\n\n## 1\n- Old.\n",
                "# C\n\n## [Unreleased]\n\nNEW\n## 1\n- Old.\n",
            ),
            (
                "```\n## no heading\n```\n\n1\n---\n",
                "```\n## no heading\n```\n\nNEW\n1\n---\n",
            ),
            ("# C\r\n\r\n## 1\r\n", "# C\r\n\r\nNEW\r\n## 1\r\n"),
        ] {
            let (text, _) = with_entry(Some(old), entry("2.0.0", "- New.\n"), None);
            let mut expected = new.replace("NEW", NEW);
            if old.contains('\r') {
                expected = expected.replace("\r\n", "\n").replace('\n', "\r\n");
            }
            assert_eq!(text, expected);
        }
        let (text, _) = with_entry(None, entry("2.0.0", "- New.\n"), None);
        assert!(text.starts_with("# Changelog\n\n"));
    }

    #[test]
    fn unreleased_notes_move_into_the_entry() {
        let old =
            "# C\n\n## [Unreleased]\n\n- By hand.\n\n### Added\n\n- A.\n\n## 1.0.0\n\n- Old.\n";
        let (text, _) = with_entry(Some(old), entry("1.1.0", "### Added\n\n- B.\n"), None);
        let expected = "# C\n\n## [Unreleased]\n\n## 1.1.0 - 2026-03-27\n\n- By hand.\n\n### Added\n\n- A.\n- B.\n\n\
                        ## 1.0.0\n\n- Old.\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn unreleased_entries_are_extended() {
        let old = "# C\n\n## 1.1.0 - 2026-01-01\n\n### Added\n\n- A.\n\n### Mine\n\nText.\n\n## 1.0.0\n\n- Old.\n";
        let unreleased = Version::new(1, 1, 0);
        let new = entry("2.0.0", "### Breaking\n\n- B.\n\n### Added\n\n- A.\n- C.\n");
        let (text, _) = with_entry(Some(old), new, Some(&unreleased));
        let expected = "# C\n\n## 2.0.0 - 2026-03-27\n\n### Breaking\n\n- B.\n\n### Added\n\n- A.\n- C.\n\n\
                        ### Mine\n\nText.\n\n## 1.0.0\n\n- Old.\n";
        assert_eq!(text, expected);
    }
}
