//! Whether a check fails, and with what.

use std::any::Any;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::Once;

use serde_json::Value;

/// The message with which `check` fails for `document`, if it fails.
pub fn fault(check: &impl Fn(&Value), document: &Value) -> Option<String> {
    hush();
    QUIET.set(true);
    let outcome = catch_unwind(AssertUnwindSafe(|| check(document)));
    QUIET.set(false);
    outcome.err().map(|payload| message(&*payload))
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Keeps failures that are caught from being printed, thousands of them while a document is made smaller.
fn hush() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = panic::take_hook();
        panic::set_hook(Box::new(move |information| {
            if !QUIET.get() {
                usual(information);
            }
        }));
    });
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| payload.downcast_ref::<&str>().copied());
    text.unwrap_or("no message").to_owned()
}

/// What two messages about different documents have in common if they mean the same: the first words, names apart.
pub fn kind(message: &str) -> String {
    let is_plain = |word: &&str| {
        word.chars()
            .all(|letter| letter.is_ascii_alphabetic() || ":;,.".contains(letter))
    };
    message
        .split_whitespace()
        .filter(is_plain)
        .take(4)
        .collect::<Vec<_>>()
        .join(" ")
}
