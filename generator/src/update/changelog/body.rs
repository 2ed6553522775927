//! What stands below the heading of an entry.

use pulldown_cmark::HeadingLevel;

use super::headings::of_level;
use crate::diff::{LEADS, SECTIONS};

/// What stands below the heading of an entry: text, and sections of the third level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::update) struct Body {
    /// The document that the version follows from, in Markdown.
    pub source: Option<String>,
    lead: String,
    sections: Vec<(String, String)>,
}

/// What the line about the document begins with.
const SOURCE: &str = "API document: ";

impl Body {
    /// Reads an entry without its heading.
    pub fn parse(text: &str) -> Self {
        let headings = of_level(text, HeadingLevel::H3);
        let first = headings.first().map_or(text.len(), |heading| heading.start);
        let lead = text.get(..first).unwrap_or_default();
        let (source, lead): (Vec<&str>, Vec<&str>) =
            lead.lines().partition(|line| line.starts_with(SOURCE));
        let ends = headings.iter().skip(1).map(|heading| heading.start);
        let sections = headings.iter().zip(ends.chain([text.len()]));
        let sections = sections.map(|(heading, end)| {
            let text = text.get(heading.end..end).unwrap_or_default();
            (heading.title.clone(), text.trim().to_owned())
        });
        Self {
            source: source.first().map(|line| (*line).to_owned()),
            lead: lead.join("\n").trim().to_owned(),
            sections: sections.collect(),
        }
    }

    /// Names the document: its version, and where it comes from.
    pub fn set_source(&mut self, version: &str, source: Option<&str>) {
        let from = source.map(|source| format!(", {source}"));
        let from = from.unwrap_or_default();
        self.source = Some(format!("{SOURCE}version {version}{from}."));
    }

    /// Adds notes that someone wrote.
    pub fn add_notes(&mut self, notes: &Self) {
        self.lead = joined(&[&self.lead, &notes.lead], "\n\n");
        self.add_sections(notes);
    }

    /// Adds an entry about earlier changes of the same version. The graver summary counts.
    pub fn add_earlier(&mut self, earlier: &Self) {
        let rank = |lead: &str| LEADS.iter().position(|known| lead.starts_with(known));
        let (own, other) = (rank(&self.lead), rank(&earlier.lead));
        let without = |lead: &str, rank: Option<usize>| {
            let known = rank.and_then(|rank| LEADS.get(rank)).copied();
            let rest = known.and_then(|known| lead.strip_prefix(known));
            rest.unwrap_or(lead).trim().to_owned()
        };
        let gravest = own.into_iter().chain(other).min();
        let summary = gravest.and_then(|rank| LEADS.get(rank)).copied();
        let (own, other) = (without(&self.lead, own), without(&earlier.lead, other));
        self.lead = joined(&[summary.unwrap_or_default(), &other, &own], "\n\n");
        self.add_sections(earlier);
    }

    /// Adds sections before those of this body, in the order of reports.
    fn add_sections(&mut self, other: &Self) {
        for (title, text) in &other.sections {
            match self.sections.iter_mut().find(|(own, _)| own == title) {
                Some((_, own)) => {
                    *own = if is_list(text) && is_list(own) {
                        let new = own
                            .lines()
                            .filter(|line| !text.lines().any(|old| old == *line));
                        let new: Vec<&str> = new.collect();
                        joined(&[text, &new.join("\n")], "\n")
                    } else {
                        joined(&[text, own], "\n\n")
                    };
                }
                None => self.sections.push((title.clone(), text.clone())),
            }
        }
        let rank = |title: &str| SECTIONS.iter().position(|known| *known == title);
        self.sections
            .sort_by_key(|(title, _)| rank(title).unwrap_or(SECTIONS.len()));
    }

    /// The text in Markdown; it ends its own lines.
    pub fn render(&self) -> String {
        let source = self.source.as_deref().unwrap_or_default();
        // One paragraph, as most leads are one sentence.
        let mut parts = vec![joined(&[source, &self.lead], "\n")];
        let sections = self.sections.iter();
        parts.extend(sections.map(|(title, text)| format!("### {title}\n\n{text}")));
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n") + "\n"
    }
}

/// Whether a section is nothing but a list.
fn is_list(text: &str) -> bool {
    text.lines().all(|line| line.starts_with("- "))
}

fn joined(parts: &[&str], separator: &str) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(separator)
}
