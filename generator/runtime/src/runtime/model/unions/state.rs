//! What decoding of nested unions shares, by thread: how many trials are left, how many values no variant fitted, and
//! whether numbers are read from strings.

use serde_json::Value;
use std::cell::Cell;

thread_local! {
    static LEFT: Cell<Option<usize>> = const { Cell::new(None) };
}

// Enough to tell variants apart at about thirteen levels that all fail late; above that, in proportion to the value.
const AT_LEAST: usize = 1 << 14;
const FOR_EACH_VALUE: usize = 64;

/// The trials of one union and of the unions in it.
///
/// A variant that fails late has read all that is in it, and where that holds unions again, the next variant reads all
/// of it once more: twice the work with each level, if nothing limited it. What no trial is left for is kept as it is,
/// like a value that fits no variant.
pub(super) struct AttemptBudget {
    is_outermost: bool,
}

impl AttemptBudget {
    /// Begins the trials on `value`; within those of another union, they are part of them.
    pub(super) fn begin(value: &Value) -> Self {
        let is_outermost = LEFT.get().is_none();
        if is_outermost {
            LEFT.set(Some(
                AT_LEAST.max(values(value).saturating_mul(FOR_EACH_VALUE)),
            ));
        }
        Self { is_outermost }
    }

    /// Returns whether one more trial may be made.
    pub(super) fn take() -> bool {
        let left = LEFT.get().unwrap_or(0);
        LEFT.set(Some(left.saturating_sub(1)));
        left > 0
    }
}

/// Ends the trials also when reading panics.
impl Drop for AttemptBudget {
    fn drop(&mut self) {
        if self.is_outermost {
            LEFT.set(None);
        }
    }
}

/// Returns how many values there are in `value`, with itself.
fn values(value: &Value) -> usize {
    let mut open = vec![value];
    let mut count = 0_usize;
    while let Some(value) = open.pop() {
        count = count.saturating_add(1);
        match value {
            Value::Array(items) => open.extend(items),
            Value::Object(members) => open.extend(members.values()),
            _ => {}
        }
    }
    count
}

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

/// Returns whether the current string is decoded as a number.
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
pub fn strings_mode() -> Strings {
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
