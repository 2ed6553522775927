//! Whether numbers are read from strings.

use std::cell::Cell;

/// Whether they are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Strings {
    /// They are.
    Read,
    /// They are not.
    Refused,
    /// They are not, and a string that is a number was met.
    Met,
}

thread_local! {
    static STRINGS: Cell<Strings> = const { Cell::new(Strings::Read) };
}

/// Whether the string at hand is to be read as a number.
pub(super) fn are_read() -> bool {
    let are_read = STRINGS.get() == Strings::Read;
    if !are_read {
        STRINGS.set(Strings::Met);
    }
    are_read
}

/// How strings are read now.
#[must_use]
pub fn now() -> Strings {
    STRINGS.get()
}

/// Refuses them until it is dropped, also by a panic.
pub struct Refusing(());

impl Refusing {
    /// Begins to refuse them.
    #[must_use]
    pub fn begin() -> Self {
        STRINGS.set(Strings::Refused);
        Self(())
    }
}

impl Drop for Refusing {
    fn drop(&mut self) {
        STRINGS.set(Strings::Read);
    }
}
