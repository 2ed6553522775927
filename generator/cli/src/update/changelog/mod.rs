//! The changelog of a client, which people may edit.

mod body;
mod headings;

use std::ops::Range;

use semver::Version;

use super::text_style::TextStyle;
pub(super) use body::Body;
use headings::{Heading, HeadingStyle, Headings};

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

/// The entry of a version that is not released.
#[derive(Clone, Debug)]
pub(super) struct Unreleased {
    pub version: Version,
    /// What earlier updates wrote into it, if the new entry is about all changes since the last release.
    pub generated: Option<Body>,
}

impl Entry {
    /// Returns the entry in Markdown, with its heading.
    fn render(&self, style: HeadingStyle) -> String {
        let heading = style.render(&format!("{} - {}", self.version, self.day));
        format!("{heading}\n{}", self.body.render(style.section()))
    }
}

/// Puts `entry` into the changelog, above all other versions, and returns the text and the entry as it is there;
/// `changelog` is the text so far, if there is any. The heading is written like those of other versions.
///
/// An entry about a version that is not released becomes a part of it, and so do the notes of a section that is called
/// "Unreleased" ([Keep a Changelog](https://keepachangelog.com/en/1.1.0/#effort)), whose heading stays.
pub(super) fn with_entry(
    changelog: Option<&str>,
    mut entry: Entry,
    unreleased: Option<&Unreleased>,
) -> (String, String) {
    let (text_style, text) = TextStyle::split(changelog.unwrap_or(BEGINNING));
    let headings = Headings::read(&text);
    let end = without_links(&text);
    let part = |range: Range<usize>| text.get(range).unwrap_or_default();
    let release = headings
        .releases
        .iter()
        .find(|heading| !heading.is_unreleased());
    let start = release.map_or(end, |heading| heading.start);
    let notes = headings.releases.first();
    let notes = notes.filter(|heading| heading.is_unreleased() && heading.end <= start);
    let mut above = part(0..start).to_owned();
    if let Some(heading) = notes {
        let notes_end = headings.end_of(heading, end);
        entry
            .body
            .add_notes(&Body::parse_notes(part(heading.end..notes_end)));
        above = format!(
            "{}\n\n{}",
            part(0..heading.end).trim_end(),
            part(notes_end..start)
        );
    }
    let mut below = start;
    let old = release.zip(unreleased);
    if let Some((heading, unreleased)) =
        old.filter(|(heading, unreleased)| heading.version() == Some(&unreleased.version))
    {
        below = headings.end_of(heading, end);
        let mut old = Body::parse(part(heading.end..below));
        match &unreleased.generated {
            Some(generated) => {
                old.remove(generated);
                entry.body.add_notes(&old);
            }
            None => entry.body.add_earlier(&old),
        }
    }
    let rendered = entry.render(headings.style);
    let below = part(below..text.len()).trim_start_matches('\n');
    let mut parts = vec![above.trim_end(), rendered.trim_end(), below];
    parts.retain(|part| !part.is_empty());
    let mut new = parts.join("\n\n");
    if !new.ends_with('\n') {
        new.push('\n');
    }
    (text_style.apply(&new), rendered)
}

/// Returns how many versions after `last` have an entry.
pub(super) fn entries_after(changelog: &str, last: &Version) -> usize {
    let (_, text) = TextStyle::split(changelog);
    let headings = Headings::read(&text).releases;
    let versions = headings.iter().filter_map(Heading::version);
    versions.filter(|version| *version > last).count()
}

/// Returns where the text ends without the definitions of links at its end, which belong to all entries.
fn without_links(text: &str) -> usize {
    let is_link = |line: &str| line.starts_with('[') && line.contains("]: ");
    let (mut start, mut end) = (text.len(), text.len());
    for line in text.split_inclusive('\n').rev() {
        start -= line.len();
        if is_link(line) {
            end = start;
        } else if !line.trim().is_empty() {
            break;
        }
    }
    end
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
                "```\n## no heading\n```\n\n2.0.0 - 2026-03-27\n------------------\n\n- New.\n\n1\n---\n",
            ),
            (
                "# Changelog\n\nAbout it.\n# 1.0.0\nText.\n## Added\n- Old.\n",
                "# Changelog\n\nAbout it.\n\n# 2.0.0 - 2026-03-27\n\n- New.\n\n# 1.0.0\nText.\n## Added\n- Old.\n",
            ),
            (
                "Changelog\n=========\n\n1.2.0\n===\nText.\n",
                "Changelog\n=========\n\n2.0.0 - 2026-03-27\n==================\n\n- New.\n\n1.2.0\n===\nText.\n",
            ),
            (
                "# C\n\n## About\n\nText.\n\n## [1.0.0]\n\n- Old.\n\n[1.0.0]: https://a.example\n",
                "# C\n\n## About\n\nText.\n\nNEW\n## [1.0.0]\n\n- Old.\n\n[1.0.0]: https://a.example\n",
            ),
            (
                "# 3D API, unreleased\n\n## 1.0.0\n\n- Old.\n",
                "# 3D API, unreleased\n\nNEW\n## 1.0.0\n\n- Old.\n",
            ),
            (
                "# C\n\n[1.0.0]: https://a.example\n",
                "# C\n\nNEW\n[1.0.0]: https://a.example\n",
            ),
            ("# C\r\n\r\n## 1\r\n", "# C\r\n\r\nNEW\r\n## 1\r\n"),
            ("\u{feff}# C\n\n## 1\n", "\u{feff}# C\n\nNEW\n## 1\n"),
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
    fn notes_stay_whole() {
        let old = "# C\n\n## Unreleased\nDirectly below.\nAPI document: ours.\n\n## Plans\n\nMore.\n\n## 1.0.0\n\n- Old.\n";
        let (text, _) = with_entry(Some(old), entry("1.1.0", "- New.\n"), None);
        let expected = "# C\n\n## Unreleased\n\n## Plans\n\nMore.\n\n## 1.1.0 - 2026-03-27\n\n- New.\n\n\
                        Directly below.\nAPI document: ours.\n\n## 1.0.0\n\n- Old.\n";
        assert_eq!(text, expected);
    }

    fn extended(old: &str, new: Entry, generated: Option<&str>) -> String {
        let unreleased = Unreleased {
            version: Version::new(1, 1, 0),
            generated: generated.map(Body::parse),
        };
        with_entry(Some(old), new, Some(&unreleased)).0
    }

    #[test]
    fn unreleased_entries_are_extended() {
        let old = "# C\n\n## 1.1.0 - 2026-01-01\n\n### Added\n\n- A.\n\n### Mine\n\nText.\n\n## 1.0.0\n\n- Old.\n";
        let new = entry("2.0.0", "### Breaking\n\n- B.\n\n### Added\n\n- A.\n- C.\n");
        let expected = "# C\n\n## 2.0.0 - 2026-03-27\n\n### Breaking\n\n- B.\n\n### Added\n\n- A.\n- C.\n\n\
                        ### Mine\n\nText.\n\n## 1.0.0\n\n- Old.\n";
        assert_eq!(extended(old, new, None), expected);
    }

    #[test]
    fn what_is_added_and_removed_again_is_no_line() {
        let old = "## 1.1.0\n\nNo code has to change.\n3 descriptions and examples changed.\n\nMine.\n\n\
                   ### Added\n\n- Operation `a` was added: `Client::a`.\n- Operation `b` was added.\n";
        let new = entry(
            "2.0.0",
            "Code that uses what is listed under *Breaking* has to change.\n\
             One description or example changed.\n\n### Breaking\n\n- Operation `a` was removed. Stop using `Client::a`.\n",
        );
        let expected = "## 2.0.0 - 2026-03-27\n\nNo code has to change.\nDescriptions and examples changed.\n\n\
                        Mine.\n\n### Added\n\n- Operation `b` was added.\n";
        assert_eq!(extended(old, new, None), expected);
    }

    #[test]
    fn an_entry_about_all_since_the_release_replaces_generated_lines() {
        let generated = "No code has to change.\n3 descriptions and examples changed.\n\n\
                         ### Added\n\n- A.\n- B.\n";
        let old = "## 1.1.0 - 2026-01-01\n\nAPI document: version `1`.\nNo code has to change.\n\
                   3 descriptions and examples changed.\n\nMine.\n\n### Added\n\n- A.\n- B.\n- Mine.\n\n\
                   ## Other\n\n[a]: b\n";
        let new = entry("1.1.0", "No code has to change.\n\n### Added\n\n- B.\n");
        let expected = "## 1.1.0 - 2026-03-27\n\nNo code has to change.\n\nMine.\n\n\
                        ### Added\n\n- Mine.\n- B.\n\n## Other\n\n[a]: b\n";
        assert_eq!(extended(old, new, Some(generated)), expected);
    }
}
