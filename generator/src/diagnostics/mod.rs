//! What is wrong with a document or a settings file, and where.
//!
//! A stage reports a [`Diagnostic`] with a [`Place`] in terms of the document (a JSON pointer), never a line number.
//! Lines and columns are found only when [`Diagnostics::render`] shows something, by reading the text a second time.

mod diagnostic;
mod flow;
#[cfg(feature = "fancy")]
mod full;
#[cfg(not(feature = "fancy"))]
#[path = "full_as_text.rs"]
mod full;
mod locate;
mod place;
mod pointer;
mod render;
mod report;
#[cfg(feature = "fancy")]
mod shown;
#[cfg(feature = "fancy")]
mod snippet;
mod source;
mod surrogates;
mod visible;
mod wanted;

use std::fmt;
use std::sync::Arc;

pub use diagnostic::Diagnostic;
pub use diagnostic::{Code, Severity};
pub use place::Place;
pub use pointer::Pointer;
pub use report::{Report, Verbosity};
pub use source::Source;
pub use visible::visible;

/// Everything found wrong with one text, in the order it was found.
///
/// `Display` is [`render`](Self::render) without colour, so a `Diagnostics` can be returned from `main`.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    source: Arc<Source>,
    items: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Returns an empty list about `source`.
    #[must_use]
    pub fn new(source: Arc<Source>) -> Self {
        Self {
            source,
            items: Vec::new(),
        }
    }

    /// Adds one finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.items.push(diagnostic);
    }

    /// Returns whether nothing was found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Returns how many findings there are, repeated ones included.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Returns whether one of the findings is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.iter().any(|item| item.severity() == Severity::Error)
    }

    /// Returns the findings in the order they were pushed.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.items.iter()
    }

    /// Returns the text that the findings are about.
    #[must_use]
    pub fn source(&self) -> &Arc<Source> {
        &self.source
    }

    /// Returns the findings as text for a person: sorted by place, without repetitions, each with its position as
    /// `name:line:column` (both counted from 1, columns in characters), the source line, a note of what the client does
    /// instead, and help.
    /// Of many with one code only the first have all that, as [`Verbosity::Examples`] says.
    ///
    /// `color` adds ANSI escape sequences. Without the feature `fancy` there are neither these nor source lines. The text ends with one line that counts errors and warnings;
    /// an empty list renders as an empty string.
    #[must_use]
    pub fn render(&self, color: bool) -> String {
        self.report(Verbosity::Examples, color).text
    }

    /// Returns the findings as [`render`](Self::render) shows them or, for [`Verbosity::Lines`], all as
    /// `name:line:column: warning[code]: message (note)`, which editors read; with their numbers.
    #[must_use]
    pub fn report(&self, verbosity: Verbosity, color: bool) -> Report {
        render::render(&self.source, &self.items, verbosity, color)
    }
}

impl Extend<Diagnostic> for Diagnostics {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, items: I) {
        self.items.extend(items);
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.into_iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.render(false))
    }
}

impl std::error::Error for Diagnostics {}
