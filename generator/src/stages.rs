//! How long the stages of a generation take.

use std::time::{Duration, Instant};

/// How long each stage of a generation took.
///
/// Emission and rendering work on several modules at a time: theirs is the sum over the modules, which can exceed
/// the time that passed. What does not depend on the API is packaged while lowering goes on.
#[derive(Clone, Copy, Debug, Default)]
pub struct Stages {
    /// From the document to the intermediate representation.
    pub lower: Duration,
    /// Settling what depends on the whole.
    pub analyze: Duration,
    /// From the representation to tokens.
    pub emit: Duration,
    /// From tokens to text.
    pub render: Duration,
    /// Everything else: the runtime's files, hashes, the package.
    pub package: Duration,
}

/// Runs `stage` and adds the time that it takes to `duration`.
pub(crate) fn timed<T>(duration: &mut Duration, stage: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let result = stage();
    *duration += start.elapsed();
    result
}
