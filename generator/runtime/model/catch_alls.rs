//! Counts values that are kept as they are, because the document does not list them.

use std::cell::Cell;

thread_local! {
    static CATCH_ALLS: Cell<usize> = const { Cell::new(0) };
}

/// How many there were on this thread: what two readings differ by tells whether there were any between them.
#[must_use]
pub fn catch_alls() -> usize {
    CATCH_ALLS.get()
}

/// Sets how many there were, when a reading is given up.
pub fn set_catch_alls(count: usize) {
    CATCH_ALLS.set(count);
}

/// Counts one more.
pub fn count_catch_all() {
    CATCH_ALLS.set(CATCH_ALLS.get().wrapping_add(1));
}
