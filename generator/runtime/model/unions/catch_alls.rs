//! Counts the values that decode into a catch-all variant.

use std::cell::Cell;

thread_local! {
    static CATCH_ALLS: Cell<usize> = const { Cell::new(0) };
}

/// Returns the count of this thread. The difference of two counts is the number of values in between.
#[must_use]
pub fn catch_alls() -> usize {
    CATCH_ALLS.get()
}

/// Resets the count when an attempt to decode is abandoned.
pub fn set_catch_alls(count: usize) {
    CATCH_ALLS.set(count);
}

/// Adds one to the count.
pub fn count_catch_all() {
    CATCH_ALLS.set(CATCH_ALLS.get().wrapping_add(1));
}
