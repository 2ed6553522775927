use std::collections::BTreeMap;

use super::check::{line, pointer};
use super::section::Section;
use crate::codes::changes::Verdict;

/// `[diff]`: how changes between two revisions of the document are judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DiffSettings {
    /// `severity.CODE`: verdicts in place of those of the rules, by the codes of changes.
    pub severities: BTreeMap<String, Verdict>,
    /// `accept.NAME`: changes that `--fail-on` does not count.
    pub accepted: BTreeMap<String, AcceptedChange>,
}

/// A change that is accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcceptedChange {
    /// `code`: the code of the change.
    pub code: String,
    /// `place`: the JSON pointer of the place, or of something around it, in either document.
    pub place: String,
    /// `reason`: why it is accepted.
    pub reason: String,
    /// `until`: the last day on which it is accepted, as `2026-12-31`.
    pub until: Option<String>,
}

impl DiffSettings {
    pub(super) fn read(&mut self, section: &Section<'_>) {
        section.only_listed();
        let codes: Vec<&str> = crate::codes::changes::codes().map(|code| code.id).collect();
        if let Some(severities) = section.section("severity") {
            severities.only(&codes);
            for code in codes {
                let verdict = severities.choice(
                    code,
                    &[
                        ("compatible", Verdict::Compatible),
                        ("risky", Verdict::Risky),
                        ("breaking", Verdict::Breaking),
                    ],
                );
                self.severities
                    .extend(verdict.map(|verdict| (code.to_owned(), verdict)));
            }
        }
        let Some(accepted) = section.section("accept") else {
            return;
        };
        for name in accepted.keys() {
            if let Some(change) = accepted.section(name) {
                self.accepted.insert(name.to_owned(), read(&change));
            }
        }
    }
}

fn read(section: &Section<'_>) -> AcceptedChange {
    const MISSING: &str = "is missing: a change is accepted by its code and place, for a reason";
    section.only_listed();
    let required = |key, check: fn(&str) -> Result<(), String>| {
        section
            .required_text(key, check, MISSING)
            .unwrap_or_default()
    };
    AcceptedChange {
        code: required("code", |text| {
            let is_known = crate::codes::changes::codes().any(|code| code.id == text);
            is_known
                .then_some(())
                .ok_or_else(|| "is not the code of a change".to_owned())
        }),
        place: required("place", pointer),
        reason: required("reason", line),
        until: section.day("until"),
    }
}
