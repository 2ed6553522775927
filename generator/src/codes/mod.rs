//! The codes of all findings, a file for each stage that reports them, and those of changes between documents.

pub(crate) mod changes;
pub(crate) mod dialect;
pub(crate) mod generation;
pub(crate) mod load;
pub(crate) mod lower;
pub(crate) mod settings;
pub(crate) mod swagger;
pub(crate) mod text;
mod verdict;

use crate::diagnostics::Code;

/// Returns every kind of finding there is, each once.
///
/// Those that are warnings can be allowed or denied by their [`id`](Code::id) in the settings, under `[lints]`.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let stages = [
        text::ALL,
        dialect::ALL,
        swagger::ALL,
        load::ALL,
        lower::ALL,
        settings::ALL,
        generation::ALL,
    ];
    stages.into_iter().flatten().copied()
}
