//! Updates that were cut short.

use super::UpdateError;
use super::journal::Journal;
use super::target::Target;
use clientsmith::api_files::Warnings;
use clientsmith::package::Written;

/// Finishes an update of `target` that was cut short. Gives what that changed in the client, if there was one.
///
/// # Errors
///
/// [`UpdateError::Moved`] if a file was changed since by someone else, [`UpdateError::Journal`] if what is left of the
/// update cannot be read, and whatever writing fails with.
pub fn finish(target: &Target) -> Result<Option<Written>, UpdateError> {
    let Some(journal) = Journal::left_behind(target)? else {
        return Ok(None);
    };
    journal.carry_out(target)?;
    let package = target.files().package(Warnings::Shown)?;
    let written = package.write_to(&target.files.root.join(&target.output))?;
    Journal::end(target)?;
    Ok(Some(written))
}

/// Returns whether an update of `target` was cut short, and [`finish`] would do the rest of it.
///
/// # Errors
///
/// [`UpdateError::Journal`] if what is left of the update cannot be read.
pub fn is_unfinished(target: &Target) -> Result<bool, UpdateError> {
    Ok(Journal::left_behind(target)?.is_some())
}
