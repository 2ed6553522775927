//! The headings of versions in a changelog.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use semver::Version;

/// A heading.
#[derive(Debug)]
pub(super) struct Heading {
    pub title: String,
    /// Where it begins.
    pub start: usize,
    /// Where what is below it begins.
    pub end: usize,
    pub style: HeadingStyle,
    version: Option<Version>,
}

/// How headings of one kind are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HeadingStyle {
    level: HeadingLevel,
    is_underlined: bool,
}

impl Default for HeadingStyle {
    fn default() -> Self {
        Self {
            level: HeadingLevel::H2,
            is_underlined: false,
        }
    }
}

impl HeadingStyle {
    /// Returns a heading in this style; it ends its own lines.
    pub fn render(self, title: &str) -> String {
        let width = title.chars().count();
        match (self.level, self.is_underlined) {
            (HeadingLevel::H1, true) => format!("{title}\n{}\n", "=".repeat(width)),
            (_, true) => format!("{title}\n{}\n", "-".repeat(width)),
            (HeadingLevel::H1, false) => format!("# {title}\n"),
            (_, false) => format!("## {title}\n"),
        }
    }

    /// Returns what the headings of sections below such a heading begin with.
    pub fn section(self) -> &'static str {
        match self.level {
            HeadingLevel::H1 => "##",
            _ => "###",
        }
    }
}

impl Heading {
    /// Returns whether it is about what is not released yet.
    pub fn is_unreleased(&self) -> bool {
        self.title.to_lowercase().contains("unreleased")
    }

    /// Returns the version that it is about, if it is a complete one.
    pub fn version(&self) -> Option<&Version> {
        self.version.as_ref()
    }

    fn is_about_a_version(&self) -> bool {
        let begins_with_digit = |word: &str| word.starts_with(|first: char| first.is_ascii_digit());
        self.is_unreleased() || number(&self.title).is_some_and(begins_with_digit)
    }
}

/// The headings of a changelog.
#[derive(Debug)]
pub(super) struct Headings {
    /// The headings of versions and of unreleased changes, in their order.
    pub releases: Vec<Heading>,
    /// How these are written.
    pub style: HeadingStyle,
    /// Where headings of their level and above begin.
    starts: Vec<usize>,
}

impl Headings {
    /// Returns the headings of `text`. Those of the first kind that a version has stand for versions; if none has, all
    /// of the second level do.
    pub fn read(text: &str) -> Self {
        let mut headings = below(text, HeadingLevel::H2);
        // A title can begin with a digit or be about what is not released, but hardly with a version.
        let complete = headings.iter().find(|heading| heading.version.is_some());
        let first =
            complete.or_else(|| headings.iter().find(|heading| heading.is_about_a_version()));
        let is_known = first.is_some();
        let style = first.map(|heading| heading.style).unwrap_or_default();
        headings.retain(|heading| heading.style.level <= style.level);
        let starts = headings.iter().map(|heading| heading.start).collect();
        headings.retain(|heading| {
            heading.style.level == style.level && (!is_known || heading.is_about_a_version())
        });
        Self {
            releases: headings,
            style,
            starts,
        }
    }

    /// Returns where what belongs to `heading` ends in the first `end` bytes of the text.
    pub fn end_of(&self, heading: &Heading, end: usize) -> usize {
        let next = self.starts.iter().find(|start| **start >= heading.end);
        next.map_or(end, |next| end.min(*next))
    }
}

/// Returns the headings of a level up to `lowest` in their order.
pub(super) fn below(text: &str, lowest: HeadingLevel) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut open: Option<(usize, HeadingLevel, String)> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { level, .. }), _) => {
                open = (level <= lowest).then(|| (range.start, level, String::new()));
            }
            (Event::Text(words) | Event::Code(words), Some((_, _, title))) => {
                title.push_str(&words);
            }
            (Event::End(TagEnd::Heading(_)), Some(_)) => {
                let Some((start, level, title)) = open.take() else {
                    continue;
                };
                let written = text.get(range.clone()).unwrap_or_default();
                headings.push(Heading {
                    version: number(&title).and_then(|number| Version::parse(number).ok()),
                    title,
                    start,
                    end: range.end,
                    style: HeadingStyle {
                        level,
                        is_underlined: !written.trim_start().starts_with('#'),
                    },
                });
            }
            _ => {}
        }
    }
    headings
}

/// Returns the first word of a title without brackets and `v`, or the second one after the word "version".
fn number(title: &str) -> Option<&str> {
    let mut words = title.split_whitespace();
    let mut word = words.next()?;
    if ["version", "release"].contains(&word.to_lowercase().as_str()) {
        word = words.next()?;
    }
    let number = word.trim_matches(['[', ']', '(', ')', ':', ',']);
    Some(number.trim_start_matches(['v', 'V']))
}
