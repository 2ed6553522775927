//! The changelog of a client, which people may edit.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

const BEGINNING: &str = "# Changelog

What changed for the users of this crate, the newest version first. Versions follow
[Semantic Versioning](https://semver.org): a change of the first number that is not zero can break programs.
";

/// The text of the changelog with an entry headed `heading` above all others; `changelog` is the text so far, if there
/// is any.
///
/// A section of what is not released yet stays above it.
pub(super) fn with_entry(changelog: Option<&str>, heading: &str, entry: &str) -> String {
    let old = changelog.unwrap_or(BEGINNING);
    let at = first_release(old).unwrap_or(old.len());
    let (above, below) = old.split_at_checked(at).unwrap_or((old, ""));
    let mut text = above.trim_end().to_owned();
    if !text.is_empty() {
        text.push_str("\n\n");
    }
    text = format!("{text}## {heading}\n\n{entry}");
    if !below.is_empty() {
        text = format!("{text}\n{below}");
    }
    // As it was written, line endings and all.
    if old.contains("\r\n") {
        text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    text
}

/// Where the first section begins that is about a version.
fn first_release(text: &str) -> Option<usize> {
    let mut heading: Option<(usize, String)> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match (event, &mut heading) {
            (Event::Start(Tag::Heading { level, .. }), _) => {
                heading = (level == HeadingLevel::H2).then(|| (range.start, String::new()));
            }
            (Event::Text(words), Some((_, title))) => title.push_str(&words),
            (Event::End(TagEnd::Heading(_)), Some((start, title))) => {
                if !title.to_lowercase().contains("unreleased") {
                    return Some(*start);
                }
                heading = None;
            }
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_go_above_those_of_other_versions() {
        for (old, new) in [
            ("# Changes\n", "# Changes\n\n## 2\n\n- New.\n"),
            ("", "## 2\n\n- New.\n"),
            (
                "# Changes\n\n## 1\n\n- Old.\n",
                "# Changes\n\n## 2\n\n- New.\n\n## 1\n\n- Old.\n",
            ),
            (
                "# C\n\n## [Unreleased]\n\n- By hand.\n\n## 1\n- Old.\n",
                "# C\n\n## [Unreleased]\n\n- By hand.\n\n## 2\n\n- New.\n\n## 1\n- Old.\n",
            ),
            (
                "```\n## no heading\n```\n\n1\n---\n",
                "```\n## no heading\n```\n\n## 2\n\n- New.\n\n1\n---\n",
            ),
            (
                "# C\r\n\r\n## 1\r\n",
                "# C\r\n\r\n## 2\r\n\r\n- New.\r\n\r\n## 1\r\n",
            ),
        ] {
            assert_eq!(with_entry(Some(old), "2", "- New.\n"), new);
        }
        assert!(with_entry(None, "2", "- New.\n").starts_with("# Changelog\n\n"));
    }
}
