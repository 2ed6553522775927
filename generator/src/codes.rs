use crate::diagnostics::Code;
use crate::{generate, load, lower, settings};

/// Every kind of finding there is, each once.
///
/// Those that are warnings can be allowed or denied by their [`id`](Code::id) in the settings, under `[lints]`.
pub fn codes() -> impl Iterator<Item = &'static Code> {
    let stages = [
        load::TEXT_CODES,
        load::DIALECT_CODES,
        load::SWAGGER_CODES,
        load::CODES,
        lower::CODES,
        settings::CODES,
        generate::CODES,
    ];
    stages.into_iter().flatten().copied()
}
