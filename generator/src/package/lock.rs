//! Locks on output folders, so that runs which write one folder take turns.
//!
//! The locked file is in the folder for temporary files: it must be there before the output folder is, and must not
//! become part of a crate.

use std::fs::File;
use std::fs::TryLockError;
use std::io;
use std::path::{Path, PathBuf};

use super::error::{PackageError, failed};
use super::state::Hash;

/// A lock, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

/// Waits until no other run reads or writes the folder `dir`, and keeps them waiting.
pub(super) fn exclusive(dir: &Path) -> Result<Lock, PackageError> {
    let lock = || {
        let file = open(&path(dir)?)?;
        file.lock().map(|()| Lock { _file: file })
    };
    lock().map_err(failed("lock", dir))
}

/// Waits until no other run writes the folder `dir`, and keeps those waiting that would.
///
/// None where there is no place for the locked file: a check also works where nothing can be written.
pub(super) fn shared(dir: &Path) -> Option<Lock> {
    let file = open(&path(dir).ok()?).ok()?;
    file.lock_shared().ok().map(|()| Lock { _file: file })
}

/// Locks the file or folder `path` for the update of a client; nothing, if another run has locked it.
///
/// The operating system releases the lock with the process, however that ends.
///
/// # Errors
///
/// When the file of the lock cannot be opened or locked.
pub fn try_exclusive(path: &Path) -> Result<Option<Lock>, io::Error> {
    let file = open(&self::path(path)?)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(Lock { _file: file })),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// The file of another user can be read, but not created again.
fn open(path: &Path) -> io::Result<File> {
    File::open(path).or_else(|_| {
        let mut options = File::options();
        options.create(true).append(true).open(path)
    })
}

fn path(dir: &Path) -> io::Result<PathBuf> {
    let identity = Hash::new(identity(dir)?.as_os_str().as_encoded_bytes());
    let name = format!("clientsmith-{}.lock", identity.as_str());
    Ok(std::env::temp_dir().join(name))
}

/// Returns the one path of a folder that may have several, and need not exist.
fn identity(dir: &Path) -> io::Result<PathBuf> {
    let absolute = std::path::absolute(dir)?;
    let existing = absolute
        .ancestors()
        .find_map(|ancestor| Some((ancestor, ancestor.canonicalize().ok()?)));
    let (ancestor, canonical) = existing.ok_or(io::ErrorKind::NotFound)?;
    let rest = absolute.strip_prefix(ancestor).unwrap_or(Path::new(""));
    // Part by part: joining an empty path would add a separator.
    Ok(canonical.components().chain(rest.components()).collect())
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn only_one_run_has_a_lock() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.json");
        let first = try_exclusive(&path).unwrap().unwrap();
        assert!(try_exclusive(&path).unwrap().is_none());
        assert!(
            try_exclusive(&dir.path().join("other.json"))
                .unwrap()
                .is_some()
        );
        drop(first);
        assert!(try_exclusive(&path).unwrap().is_some());
    }

    #[test]
    fn a_writer_waits_for_readers_and_readers_for_a_writer() {
        let dir = tempfile::tempdir().unwrap();
        let out = dir.path().join("not/there/yet");
        let readers = (shared(&out).unwrap(), shared(&out).unwrap());
        let (send, receive) = mpsc::channel();
        thread::scope(|scope| {
            scope.spawn(|| {
                let writer = exclusive(&dir.path().join("./not/there/yet")).unwrap();
                send.send("wrote").unwrap();
                drop(writer);
            });
            assert!(receive.recv_timeout(Duration::from_millis(100)).is_err());
            drop(readers);
            assert_eq!(receive.recv(), Ok("wrote"));
        });
    }
}
