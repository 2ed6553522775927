//! Does something for each selected API.

use std::path::{Path, PathBuf};

use clientsmith::diagnostics::Verbosity;
use xtask::Failure;
use xtask::api::{self, Api};

use clientsmith_cli::{Outcome, terminal};

/// Calls `action` with the root and each API called `names`, or with every API; the worst outcome is the
/// outcome of all. A failure is told, its diagnostics to `verbosity`, and the other APIs are still done.
pub fn api(
    names: &[String],
    verbosity: Verbosity,
    mut action: impl FnMut(&Path, &Api) -> Result<Outcome, Failure>,
) -> Outcome {
    match select(names) {
        Err(failure) => terminal::fail(&failure, verbosity),
        Ok((root, apis)) => {
            let outcomes = apis.iter().map(|api| {
                action(&root, api).unwrap_or_else(|failure| terminal::fail(&failure, verbosity))
            });
            outcomes.max().unwrap_or(Outcome::Done)
        }
    }
}

fn select(names: &[String]) -> Result<(PathBuf, Vec<Api>), Failure> {
    let root = xtask::root::find()?;
    let apis = api::select(&root, names)?;
    Ok((root, apis))
}
