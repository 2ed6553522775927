use std::fmt;

/// Whether a finding stops the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// No client can be made until this is mended.
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
    /// What the user can do about it; a [`Diagnostic`](super::Diagnostic) can say something more exact.
    pub help: &'static str,
}

impl Code {
    /// A kind of finding that stops the work.
    #[must_use]
    pub const fn error(id: &'static str, help: &'static str) -> Self {
        Self {
            id,
            severity: Severity::Error,
            help,
        }
    }

    /// A kind of finding that leaves the work going.
    #[must_use]
    pub const fn warning(id: &'static str, help: &'static str) -> Self {
        Self {
            id,
            severity: Severity::Warning,
            help,
        }
    }
}
