//! Whether what is being written is the body of a request.

use std::cell::Cell;

thread_local! {
    static IN_REQUEST: Cell<bool> = const { Cell::new(false) };
}

/// Runs `encode` so that members the document marks `readOnly` are left out: they "SHOULD NOT be sent as part of the
/// request" (OpenAPI 3.0.3, "Schema Object"). Written in any other way, for a log or a file, a model keeps them.
pub fn encode_request<R>(encode: impl FnOnce() -> R) -> R {
    let _restore = Restore(IN_REQUEST.replace(true));
    encode()
}

pub(super) fn is_in_request() -> bool {
    IN_REQUEST.get()
}

/// Ends the scope also when encoding panics.
struct Restore(bool);

impl Drop for Restore {
    fn drop(&mut self) {
        IN_REQUEST.set(self.0);
    }
}
