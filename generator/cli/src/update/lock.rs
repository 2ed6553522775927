//! One update of a client at a time.

use super::target::Target;
use super::{UpdateError, journal};
use clientsmith::internal::{Lock, try_exclusive};

/// The right to update a client, held until it is dropped or the process ends.
#[derive(Debug)]
pub struct UpdateLock {
    _lock: Lock,
}

/// Locks `target`, so that no other run updates it at the same time.
///
/// # Errors
///
/// [`UpdateError::Locked`] if another run updates it, [`UpdateError::Lock`] if it cannot be locked.
pub fn lock(target: &Target) -> Result<UpdateLock, UpdateError> {
    match try_exclusive(&journal::path(target)) {
        Ok(Some(lock)) => Ok(UpdateLock { _lock: lock }),
        Ok(None) => Err(UpdateError::Locked(target.files.name.clone())),
        Err(source) => Err(UpdateError::Lock {
            name: target.files.name.clone(),
            source,
        }),
    }
}
