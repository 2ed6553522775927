//! The content of an entry, below its heading.

use pulldown_cmark::HeadingLevel;

use super::headings::below;
use clientsmith::diff::{Format, Report};
use clientsmith::internal::{LEADS, SECTIONS};

/// The content of an entry, below its heading: text and sections.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::update) struct Body {
    /// The document that the version follows from, in Markdown.
    pub source: Option<String>,
    lead: String,
    sections: Vec<(String, String)>,
}

/// What the line about the document begins with.
const SOURCE: &str = "API document: ";

/// The sentence for changes that no report lists.
const UNTOLD: &str =
    "### Changed\n\n- The API document is written differently; its meaning is the same.\n";

/// What an entry says of descriptions that two updates changed: some of them may be the same.
const DESCRIPTIONS: &str = "Descriptions and examples changed.";

impl Body {
    /// Returns the changes in a report.
    pub fn of_report(report: &Report) -> Self {
        Self::parse(&match report.render(Format::Changelog) {
            told if told.is_empty() => UNTOLD.to_owned(),
            told => told,
        })
    }

    /// Reads an entry without its heading.
    pub fn parse(text: &str) -> Self {
        let mut body = Self::parse_notes(text);
        let source = body.lead.lines().find(|line| line.starts_with(SOURCE));
        body.source = source.map(str::to_owned);
        if let Some(source) = &body.source {
            let lines = body.lead.lines().filter(|line| line != source);
            body.lead = text_of(lines);
        }
        body
    }

    /// Reads handwritten notes, all of which are kept.
    pub fn parse_notes(text: &str) -> Self {
        let headings = below(text, HeadingLevel::H3);
        let first = headings.first().map_or(text.len(), |heading| heading.start);
        let lead = text.get(..first).unwrap_or_default();
        let ends = headings.iter().skip(1).map(|heading| heading.start);
        let sections = headings.iter().zip(ends.chain([text.len()]));
        let sections = sections.map(|(heading, end)| {
            let text = text.get(heading.end..end).unwrap_or_default();
            (heading.title.clone(), text.trim().to_owned())
        });
        Self {
            source: None,
            lead: lead.trim().to_owned(),
            sections: sections.collect(),
        }
    }

    /// Names the document: its version, and where it comes from.
    pub fn set_source(&mut self, version: &str, source: Option<&str>) {
        let from = source.map(|source| format!(", {source}"));
        let from = from.unwrap_or_default();
        self.source = Some(format!("{SOURCE}version {version}{from}."));
    }

    /// Removes the lines that `generated` also contains, and the sentences that an update writes at the top of an entry, so
    /// that only handwritten text remains.
    pub fn remove(&mut self, generated: &Self) {
        self.source = None;
        let lead = self.lead.lines().filter(|line| {
            !LEADS.contains(line) && !is_about_descriptions(line) && *line != DESCRIPTIONS
        });
        self.lead = text_of(lead);
        for (title, text) in &mut self.sections {
            let Some((_, known)) = generated.sections.iter().find(|(own, _)| own == title) else {
                continue;
            };
            let is_own = |line: &&str| line.is_empty() || !known.lines().any(|own| own == *line);
            *text = text_of(text.lines().filter(is_own));
        }
        self.sections.retain(|(_, text)| !text.is_empty());
    }

    /// Adds handwritten notes.
    pub fn add_notes(&mut self, notes: &Self) {
        self.lead = joined(&[&self.lead, &notes.lead], "\n\n");
        self.add_sections(notes);
    }

    /// Adds an entry about earlier changes of the same version. What was added by these and is removed by the later ones
    /// is no change, and the graver summary counts.
    pub fn add_earlier(&mut self, earlier: &Self) {
        let mut earlier = earlier.clone();
        self.cancel(&mut earlier);
        let lead = self.lead.clone();
        let (own, own_lead) = Lead::split(&lead);
        let (other, other_lead) = Lead::split(&earlier.lead);
        let descriptions = match (own.descriptions, other.descriptions) {
            (Some(_), Some(_)) => Some(DESCRIPTIONS.to_owned()),
            (own, other) => own.or(other).map(str::to_owned),
        };
        self.add_sections(&earlier);
        let has = |rank: usize| {
            let title = SECTIONS.get(rank).copied().unwrap_or_default();
            self.sections.iter().any(|(own, _)| own == title)
        };
        let summary = own.rank.or(other.rank).and_then(|_| {
            let graver = (0..LEADS.len()).find(|rank| has(*rank));
            graver.map_or(LEADS.last(), |rank| LEADS.get(rank)).copied()
        });
        let known = [
            summary.unwrap_or_default(),
            descriptions.as_deref().unwrap_or_default(),
        ];
        self.lead = joined(&[&joined(&known, "\n"), &other_lead, &own_lead], "\n\n");
    }

    /// Removes lines about what `earlier` says was added and this entry says is removed, from both.
    fn cancel(&mut self, earlier: &mut Self) {
        let subjects = |body: &Self, verb: &str| -> Vec<String> {
            let lines = body.sections.iter().flat_map(|(_, text)| text.lines());
            let subjects = lines.filter_map(|line| subject(line, verb));
            subjects.map(str::to_owned).collect()
        };
        let (added, removed) = (subjects(earlier, ADDED), subjects(self, REMOVED));
        let is_both = |line: &str, verb| {
            subject(line, verb).is_some_and(|subject| {
                added.iter().any(|other| other == subject)
                    && removed.iter().any(|other| other == subject)
            })
        };
        for (body, verb) in [(earlier, ADDED), (self, REMOVED)] {
            for (_, text) in &mut body.sections {
                let lines = text.lines().filter(|line| !is_both(line, verb));
                *text = text_of(lines);
            }
            body.sections.retain(|(_, text)| !text.is_empty());
        }
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

    /// Returns the text in Markdown, with `marker` in front of the titles of sections; it ends its own lines.
    pub fn render(&self, marker: &str) -> String {
        let source = self.source.as_deref().unwrap_or_default();
        // One paragraph, as most leads are one sentence.
        let mut parts = vec![joined(&[source, &self.lead], "\n")];
        let sections = self.sections.iter();
        parts.extend(sections.map(|(title, text)| format!("{marker} {title}\n\n{text}")));
        parts.retain(|part| !part.is_empty());
        parts.join("\n\n") + "\n"
    }
}

/// What an update says of a whole entry.
#[derive(Default)]
struct Lead<'a> {
    rank: Option<usize>,
    descriptions: Option<&'a str>,
}

impl<'a> Lead<'a> {
    /// Returns what an update wrote into a lead, and the rest of it.
    fn split(text: &'a str) -> (Self, String) {
        let mut lead = Self::default();
        let rest = text.lines().filter(|line| {
            let rank = LEADS.iter().position(|known| known == line);
            let is_about_descriptions = is_about_descriptions(line);
            lead.rank = lead.rank.or(rank);
            if is_about_descriptions {
                lead.descriptions = lead.descriptions.or(Some(line));
            }
            rank.is_none() && !is_about_descriptions
        });
        let rest = text_of(rest);
        (lead, rest)
    }
}

/// Returns whether a line is the sentence of reports about descriptions.
fn is_about_descriptions(line: &str) -> bool {
    let count = line.strip_suffix(" descriptions and examples changed.");
    line == DESCRIPTIONS
        || line == "One description or example changed."
        || count.is_some_and(|count| count.bytes().all(|byte| byte.is_ascii_digit()))
}

const ADDED: &str = " was added";
const REMOVED: &str = " was removed";

/// Returns what a line of a list says `verb` of.
fn subject<'a>(line: &'a str, verb: &str) -> Option<&'a str> {
    let (subject, _) = line.strip_prefix("- ")?.split_once(verb)?;
    Some(subject)
}

/// Returns whether a section is nothing but a list.
fn is_list(text: &str) -> bool {
    text.lines().all(|line| line.starts_with("- "))
}

fn text_of<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let lines: Vec<&str> = lines.collect();
    lines.join("\n").trim().to_owned()
}

fn joined(parts: &[&str], separator: &str) -> String {
    let parts: Vec<&str> = parts
        .iter()
        .copied()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(separator)
}
