//! The headings of a changelog that stand for versions.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use semver::Version;

/// A heading of the second level.
#[derive(Debug)]
pub(super) struct Heading {
    pub title: String,
    /// Where it begins.
    pub start: usize,
    /// Where what is below it begins.
    pub end: usize,
    version: Option<Version>,
}

impl Heading {
    /// Whether it is about what is not released yet.
    pub fn is_unreleased(&self) -> bool {
        self.title.to_lowercase().contains("unreleased")
    }

    /// The version that it is about, which its first word is.
    pub fn version(&self) -> Option<&Version> {
        self.version.as_ref()
    }
}

/// The headings of the second level in their order.
pub(super) fn headings(text: &str) -> Vec<Heading> {
    of_level(text, HeadingLevel::H2)
}

/// The headings of `level` in their order.
pub(super) fn of_level(text: &str, level: HeadingLevel) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { level: found, .. }), _) => {
                open = (found == level).then(|| (range.start, String::new()));
            }
            (Event::Text(words) | Event::Code(words), Some((_, title))) => title.push_str(&words),
            (Event::End(TagEnd::Heading(_)), Some(_)) => {
                let Some((start, title)) = open.take() else {
                    continue;
                };
                let end = range.end;
                headings.push(Heading {
                    version: version(&title),
                    title,
                    start,
                    end,
                });
            }
            _ => {}
        }
    }
    headings
}

fn version(title: &str) -> Option<Version> {
    let word = title.split_whitespace().next()?;
    let number = word.trim_matches(['[', ']']).trim_start_matches('v');
    Version::parse(number).ok()
}
