use std::error::Error;
use std::iter::successors;

use clientsmith::diagnostics::{Diagnostics, Verbosity};

/// Returns the whole of `error` for the terminal: the diagnostics that it came from, to `verbosity` and in `color` if
/// they should be, or else itself and its causes.
#[must_use]
pub fn format_error(error: &(dyn Error + 'static), verbosity: Verbosity, color: bool) -> String {
    let chain = || successors(Some(error), |error| (*error).source());
    if let Some(found) = chain().find_map(|error| error.downcast_ref::<Diagnostics>()) {
        return found.report(verbosity, color).text;
    }
    let causes = chain().skip(1).map(|cause| format!("\n  reason: {cause}"));
    format!("error: {error}{}", causes.collect::<String>())
}
