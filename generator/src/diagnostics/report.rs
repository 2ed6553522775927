/// How much of many findings a report shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Verbosity {
    /// The first five of each code with source line, note and help, up to fifteen more in one line each, and how many
    /// there are beyond.
    #[default]
    Examples,
    /// All of them, in one line each.
    Lines,
}

/// Findings as a person or an editor reads them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// The text, which ends with one line that counts errors and warnings. Empty if there is none.
    pub text: String,
    /// How many errors there are, each counted once, whether shown or not.
    pub errors: usize,
    /// How many warnings there are, each counted once, whether shown or not.
    pub warnings: usize,
}
