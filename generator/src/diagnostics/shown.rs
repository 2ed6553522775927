use std::fmt;

use miette::LabeledSpan;

use super::snippet::Snippet;
use super::visible::visible;
use super::{Diagnostic, Severity};

/// One finding in the form that the renderer takes, without its note and help: the renderer knows no notes.
#[derive(Debug)]
pub(super) struct Shown<'a> {
    pub(super) item: &'a Diagnostic,
    pub(super) snippet: Snippet,
}

impl fmt::Display for Shown<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let message: String = self.item.message.chars().map(visible).collect();
        formatter.write_str(&message)
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn code<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        let Diagnostic { code, .. } = self.item;
        Some(Box::new(format!("{}[{}]", self.item.severity(), code.id)))
    }

    fn severity(&self) -> Option<miette::Severity> {
        Some(match self.item.severity() {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
        })
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.snippet)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        let label = LabeledSpan::new_primary_with_span(None, self.snippet.span());
        Some(Box::new(std::iter::once(label)))
    }
}
