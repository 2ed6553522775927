use std::collections::BTreeMap;

use super::check::level;
use super::section::Section;
use crate::diagnostics::{Diagnostic, Severity};

/// How findings in the document are treated, by their codes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LintSettings {
    /// The levels of single codes, which are those of warnings in [`codes`](crate::codes()).
    pub levels: BTreeMap<String, Level>,
    /// Whether every warning that is not allowed is an error.
    pub deny_warnings: bool,
}

/// What becomes of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// It is not shown.
    Allow,
    /// It is shown.
    Warn,
    /// It is an error, and no client is made.
    Deny,
}

impl LintSettings {
    pub(super) fn read(&mut self, section: &Section<'_>) {
        let warnings = crate::codes().filter(|code| code.severity == Severity::Warning);
        let known: Vec<&str> = warnings.map(|code| code.id).collect();
        section.only(&known);
        for code in known {
            let level = section.text(code, level).as_deref().and_then(Level::named);
            self.levels
                .extend(level.map(|level| (code.to_owned(), level)));
        }
    }

    /// Returns the finding as it counts; none if it is allowed. Errors cannot be allowed: they say that there is no
    /// client.
    pub(crate) fn apply(&self, finding: Diagnostic) -> Option<Diagnostic> {
        let level = self.levels.get(finding.code.id).copied();
        match (finding.severity(), level) {
            (Severity::Warning, Some(Level::Allow)) => None,
            (Severity::Warning, Some(Level::Deny)) => Some(finding.into_error()),
            (Severity::Warning, _) if self.deny_warnings => Some(finding.into_error()),
            _ => Some(finding),
        }
    }
}

impl Level {
    /// Returns the level that a settings file calls `name`.
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "allow" => Some(Self::Allow),
            "warn" => Some(Self::Warn),
            "deny" => Some(Self::Deny),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::{Code, Place};

    const ODD: Code = Code::warning("odd", "it is ignored", "have a look");
    const BROKEN: Code = Code::error("broken", "correct it");

    fn applied(code: &'static Code, level: Option<Level>, deny_warnings: bool) -> Option<Severity> {
        let lints = LintSettings {
            levels: level
                .map(|level| (code.id.to_owned(), level))
                .into_iter()
                .collect(),
            deny_warnings,
        };
        let finding = Diagnostic::new(code, Place::Whole, "odd");
        lints.apply(finding).map(|finding| finding.severity())
    }

    #[test]
    fn levels_decide_what_counts() {
        let (warning, error) = (Some(Severity::Warning), Some(Severity::Error));
        assert_eq!(applied(&ODD, None, false), warning);
        assert_eq!(applied(&ODD, Some(Level::Allow), true), None);
        assert_eq!(applied(&ODD, Some(Level::Deny), false), error);
        assert_eq!(applied(&ODD, Some(Level::Warn), true), error);
        assert_eq!(applied(&BROKEN, Some(Level::Allow), false), error);
    }
}
