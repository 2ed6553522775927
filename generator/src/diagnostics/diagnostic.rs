//! One problem, its code and its severity.

use std::fmt;
use std::sync::Arc;

use super::{Place, Source};

/// One finding: what is wrong, where, what the client does instead, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Diagnostic {
    /// Which kind of finding it is.
    pub code: &'static Code,
    /// What is wrong with this very document, in one clause without a full stop.
    pub message: String,
    /// What the client does instead, where that depends on the place or can be said more exactly than
    /// [`Code::note`] does.
    pub note: Option<String>,
    /// What to do, where that can be said more exactly than [`Code::help`] does.
    pub help: Option<String>,
    /// Where it is.
    pub place: Place,
    /// The text that it is in, where that is not the one that all findings are about.
    pub source: Option<Arc<Source>>,
    severity: Severity,
}

/// How many characters of a message are shown: it may quote a document that has lines of any length.
const MAX_MESSAGE: usize = 400;

fn shortened(mut message: String) -> String {
    if let Some((end, _)) = message.char_indices().nth(MAX_MESSAGE) {
        message.truncate(end);
        message.push('…');
    }
    message
}

impl Diagnostic {
    /// Returns a finding of kind `code` at `place`, with the note and the help of its code.
    pub fn new(code: &'static Code, place: impl Into<Place>, message: impl Into<String>) -> Self {
        Self {
            code,
            message: shortened(message.into()),
            note: None,
            help: None,
            place: place.into(),
            source: None,
            severity: code.severity,
        }
    }

    /// Returns the same finding with `note` in place of [`Code::note`].
    #[must_use]
    pub fn with_note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(shortened(note.into()));
        self
    }

    /// Returns the same finding with `help` in place of [`Code::help`].
    #[must_use]
    pub fn with_help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Returns the same finding in another text: that of a file which the document refers to.
    #[must_use]
    pub fn in_source(mut self, source: Arc<Source>) -> Self {
        self.source = Some(source);
        self
    }

    /// Returns the same finding as one that stops the work.
    pub(crate) fn into_error(self) -> Self {
        Self {
            severity: Severity::Error,
            ..self
        }
    }

    /// Returns how bad it is: as its code says, unless the settings deny it.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// Returns what the client does instead, or what was assumed. Errors need none, as nothing is generated.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        self.note.as_deref().or(self.code.note)
    }

    /// Returns what the user can do about it.
    #[must_use]
    pub fn help(&self) -> &str {
        self.help.as_deref().unwrap_or(self.code.help)
    }
}

/// Whether a finding stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No client can be generated until this is corrected.
    Error,
    /// A client can be made; something in it is weaker than the document meant.
    Warning,
}

impl fmt::Display for Severity {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

/// One kind of finding. The constants of this type live beside the code that reports them.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Code {
    /// Stable name in kebab-case, for instance `reference-unresolved`.
    pub id: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What the client does instead; a [`Diagnostic`](super::Diagnostic) can say something more exact. None for
    /// errors, and for warnings whose diagnostics each have their own.
    pub note: Option<&'static str>,
    /// What the user can do about it; a [`Diagnostic`](super::Diagnostic) can say something more exact.
    pub help: &'static str,
}

impl Code {
    /// Returns a kind of finding that stops the work.
    #[must_use]
    pub const fn error(id: &'static str, help: &'static str) -> Self {
        Self {
            id,
            severity: Severity::Error,
            note: None,
            help,
        }
    }

    /// Returns a kind of finding that leaves the work going.
    #[must_use]
    pub const fn warning(id: &'static str, note: &'static str, help: &'static str) -> Self {
        Self {
            id,
            severity: Severity::Warning,
            note: Some(note),
            help,
        }
    }

    /// Returns a kind of finding that leaves the work going in a way that depends on the place: each [`Diagnostic`] has
    /// its own note.
    #[must_use]
    pub const fn warning_without_note(id: &'static str, help: &'static str) -> Self {
        Self {
            id,
            severity: Severity::Warning,
            note: None,
            help,
        }
    }
}
