//! Documents that any bytes choose make a sound package, or diagnostics that can be shown with a place.

#![no_main]

use clientsmith_tests::{random_documents, soundness};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let document = random_documents::document(bytes);
    let _ = soundness::check("this document", document.to_string().as_bytes());
});
