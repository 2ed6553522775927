//! How often variants of unions are tried on one value.

use std::cell::Cell;

use serde_json::Value;

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
pub(super) struct Trials {
    is_outermost: bool,
}

impl Trials {
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

    /// Whether one more trial may be made.
    pub(super) fn take() -> bool {
        let left = LEFT.get().unwrap_or(0);
        LEFT.set(Some(left.saturating_sub(1)));
        left > 0
    }
}

/// Ends the trials also when reading panics.
impl Drop for Trials {
    fn drop(&mut self) {
        if self.is_outermost {
            LEFT.set(None);
        }
    }
}

/// How many values there are in `value`, with itself.
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
