//! Whether numbers are decoded from strings.

use std::cell::Cell;

/// How strings are treated where a number is expected.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Strings {
    /// They are decoded.
    Read,
    /// They are rejected.
    Refused,
    /// They are rejected, and a string that holds a number was found.
    Met,
}

thread_local! {
    static STRINGS: Cell<Strings> = const { Cell::new(Strings::Read) };
}

/// Whether the current string is decoded as a number.
#[must_use]
pub fn are_read() -> bool {
    let are_read = STRINGS.get() == Strings::Read;
    if !are_read {
        STRINGS.set(Strings::Met);
    }
    are_read
}

/// Returns the current mode of this thread.
#[must_use]
pub fn now() -> Strings {
    STRINGS.get()
}

/// Rejects such strings until dropped, also by a panic.
pub struct Refusing(());

impl Refusing {
    /// Starts to reject them.
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
