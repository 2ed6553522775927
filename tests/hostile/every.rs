//! Many cases in one test, none of which hides another.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Failures that are shown; the others are counted.
const SHOWN: usize = 40;

/// Runs `check` on every case, and fails with the messages of all that failed.
pub fn every<T>(cases: impl IntoIterator<Item = T>, check: impl Fn(T)) {
    let attempt = |case| catch_unwind(AssertUnwindSafe(|| check(case))).err();
    let failures = cases.into_iter().filter_map(attempt);
    demand_none(
        &failures
            .map(|failure| message(&*failure))
            .collect::<Vec<_>>(),
    );
}

/// Fails with `failures`, if there are any.
pub fn demand_none(failures: &[String]) {
    let shown = failures.get(..SHOWN).unwrap_or(failures).join("\n");
    assert!(failures.is_empty(), "{} failures\n{shown}", failures.len());
}

fn message(failure: &(dyn Any + Send)) -> String {
    let text = failure.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| failure.downcast_ref::<&str>().copied());
    text.unwrap_or("no message").chars().take(500).collect()
}
